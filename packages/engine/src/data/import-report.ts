import type { LocalText } from '../reader/figure.ts';
import type { Origin } from './dataset.ts';

/** Why a cell or row was refused, or changed on the way in. */
export interface ImportFinding {
  /** `refused`: the row does not enter; `normalised`: it enters with a changed value; `note`: worth knowing. */
  readonly severity: 'refused' | 'normalised' | 'note';
  /** Stable code, for instance `value.not-a-number`. Listed in docs/data.md. */
  readonly code: string;
  readonly origin: Origin;
  /** What is wrong, with the numbers that show it. */
  readonly message: LocalText;
  /** What would mend it. */
  readonly remedy: LocalText;
  /** For `normalised`: the value before and after. */
  readonly before?: string;
  readonly after?: string;
}

/** How often a finding was made; the list of findings may be cut off, the counts never are. */
export interface FindingCount {
  readonly code: string;
  readonly severity: ImportFinding['severity'];
  readonly count: number;
}

/** What one import did. Counts always add up: `read = accepted + refused` for each table. */
export interface ImportReport {
  readonly files: readonly string[];
  readonly subjects: { readonly read: number; readonly accepted: number; readonly refused: number };
  readonly observations: { readonly read: number; readonly accepted: number; readonly refused: number };
  readonly findings: readonly ImportFinding[];
  /** All findings counted by code; `findings` may hold fewer where one code fills pages (`findings.more` says so). */
  readonly counts?: readonly FindingCount[];
  /**
   * `false`: nothing was changed, because the import as a whole cannot be used (the first finding says why), or because
   * it was held back.
   */
  readonly entered: boolean;
  /** `true`: rows were refused, and the caller had asked to hold the import back then. Nothing was changed. */
  readonly held?: boolean;
}
