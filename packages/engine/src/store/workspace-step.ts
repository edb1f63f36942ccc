import type { ImportReport } from '../data/import-report.ts';
import type { Amendment } from '../io/amend/amendment.ts';
import type { ChoiceForMany, ConflictChoice, Correction } from '../workspace/content.ts';
import type { ParameterSettings } from './engine-port.ts';
import type { ImportToRead, SchemeSource } from './worker/protocol.ts';

/** Something that was done to a workspace and has taken place: what keeping it needs to know. */
export type WorkspaceStep =
  | { readonly kind: 'scheme'; readonly scheme: SchemeSource }
  /** A scheme and the data for it, together: something new has been begun. */
  | { readonly kind: 'scheme and files'; readonly scheme: SchemeSource; readonly import: ImportedFiles }
  /** `added`: the files came to those that were there; otherwise they took the place of all data. */
  | { readonly kind: 'files'; readonly import: ImportedFiles; readonly added?: true }
  | { readonly kind: 'remove import'; readonly import: string }
  | {
      readonly kind: 'amend import';
      readonly import: string;
      readonly amendments: readonly Amendment[];
      readonly reason: string;
    }
  | { readonly kind: 'correct'; readonly correction: Correction }
  | { readonly kind: 'withdraw correction'; readonly correction: string }
  | { readonly kind: 'choose'; readonly choice: ConflictChoice }
  | { readonly kind: 'choose for many'; readonly choice: ChoiceForMany }
  | { readonly kind: 'sample'; readonly scheme: SchemeSource }
  | { readonly kind: 'parameters'; readonly parameters: ParameterSettings };

/** Files that entered. */
export interface ImportedFiles extends ImportToRead {
  /** `true`: rows of them were refused and stayed out. */
  readonly withoutRefused: boolean;
}

/** An import that has entered, with what its report says of it. */
export function importedFiles(one: ImportToRead, report: ImportReport | null): ImportedFiles {
  const refused = report === null ? 0 : report.subjects.refused + report.observations.refused;
  return { ...one, withoutRefused: refused > 0 };
}
