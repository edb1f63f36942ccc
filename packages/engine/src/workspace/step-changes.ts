import type { WorkspaceStep } from '../store/workspace-step.ts';
import type { Change } from './change.ts';
import { keptImport } from './kept-import.ts';
import type { FilesByDigest } from './workspace-store.ts';

/** A change for the history, and the files that it brings. */
export interface ChangeWithFiles {
  readonly change: Change;
  readonly files: FilesByDigest;
}

const NO_FILES: FilesByDigest = new Map();

/** A change that brings no files. */
export function withoutFiles(change: Change): ChangeWithFiles {
  return { change, files: NO_FILES };
}

/** What a step is in the history: one change, or several that were done together. */
export async function changesOf(step: WorkspaceStep): Promise<readonly ChangeWithFiles[]> {
  switch (step.kind) {
    case 'scheme and files': {
      const { record, files } = await keptImport(step.import);
      const data: Change = { kind: 'import', import: record, replace: true };
      return [withoutFiles({ kind: 'scheme', scheme: step.scheme }), { change: data, files }];
    }
    case 'files': {
      const { record, files } = await keptImport(step.import);
      return [{ change: { kind: 'import', import: record, replace: step.added !== true }, files }];
    }
    case 'amend import':
      return [withoutFiles({ kind: step.kind, import: step.import, amendments: step.amendments })];
    default:
      return [withoutFiles(step)];
  }
}

/** Why a step was done, where it says so itself; otherwise empty. */
export function reasonOf(step: WorkspaceStep): string {
  switch (step.kind) {
    case 'amend import':
      return step.reason;
    case 'correct':
      return step.correction.reason;
    case 'choose':
    case 'choose for many':
      return step.choice.reason;
    default:
      return '';
  }
}
