import type { Amendment } from '../io/amend/amendment.ts';
import { mergeTexts } from '../locale/workspace-texts.ts';
import type { Correction } from '../workspace/content.ts';
import type { ContentToOpen, ImportToRead } from './worker/protocol.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The user's own data, and what was decided about them. Never changed: every change makes the next one. */
export type OwnData = Pick<ContentToOpen, 'imports' | 'corrections' | 'choices'>;

/** One import about which nothing is decided yet. */
export function onlyImport(one: ImportToRead): OwnData {
  return { imports: [one], corrections: [], choices: [] };
}

/** The data without an import and the choices for it. Throws when there is no such import. */
export function withoutImport(data: OwnData, id: string): OwnData {
  requireImport(data, id);
  return {
    ...data,
    imports: data.imports.filter((one) => one.id !== id),
    choices: data.choices.filter((choice) => choice.import !== id),
  };
}

/** The data with other amendments of one import in place of those before. Throws when there is no such import. */
export function withAmendments(data: OwnData, id: string, amendments: readonly Amendment[]): OwnData {
  requireImport(data, id);
  return { ...data, imports: data.imports.map((one) => (one.id === id ? { ...one, amendments } : one)) };
}

/** The data with one correction more. */
export function withCorrection(data: OwnData, correction: Correction): OwnData {
  return { ...data, corrections: [...data.corrections, correction] };
}

/** The data without a correction. Throws when there is no such correction. */
export function withoutCorrection(data: OwnData, id: string): OwnData {
  const corrections = data.corrections.filter((one) => one.id !== id);
  if (corrections.length === data.corrections.length) {
    throw new WorkspaceError('correction.unknown', mergeTexts.noCorrection);
  }
  return { ...data, corrections };
}

function requireImport(data: OwnData, id: string): void {
  if (!data.imports.some((one) => one.id === id)) throw new WorkspaceError('import.unknown', mergeTexts.noImport);
}
