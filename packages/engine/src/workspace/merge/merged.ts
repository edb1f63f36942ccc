import type { Dataset, Origin } from '../../data/dataset.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { ConflictChoice, ConflictPlace, Correction } from '../content.ts';

/** An import as it was read, before the others are looked at. */
export interface ReadImport {
  readonly id: string;
  readonly dataset: Dataset;
}

/** What one import says of a value that others say otherwise. */
export interface Claim {
  readonly import: string;
  readonly value: string;
  /** Particulars of the row, where the claims differ in them. */
  readonly category: string;
  readonly matter: string;
  readonly date: string;
  readonly origin: Origin;
}

/** A single value of which imports say different things. */
export interface Conflict extends ConflictPlace {
  /** In the order of the imports. */
  readonly claims: readonly Claim[];
  /** The import that counts now: the chosen one, else the earliest. */
  readonly counts: string;
  /** `null`: nobody has chosen yet. */
  readonly choice: ConflictChoice | null;
}

/** What became of the accepted rows of one import: `accepted = counted + repeated + setAside`. */
export interface ImportShare {
  readonly id: string;
  readonly accepted: number;
  readonly counted: number;
  /** Say the same as an earlier import, and count once. */
  readonly repeated: number;
  /** Say something else than the import that counts. */
  readonly setAside: number;
  /** Rows among the counted ones that look like a row of an earlier import, where several rows may be alike. */
  readonly alike: number;
}

/** Two rows, of different imports, that may be one and the same. Both count. */
export interface Likeness {
  readonly import: string;
  readonly origin: Origin;
  readonly earlier: { readonly import: string; readonly origin: Origin };
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  readonly value: string;
}

/** What became of a correction. */
export interface CorrectionOutcome {
  readonly correction: Correction;
  /**
   * `no row`: the row is not there (any more); `other value`: it says `found` by now; `refused`: the scheme does not allow
   * the new value, and `why` says so. None of these changes anything.
   */
  readonly state: 'applied' | 'no row' | 'other value' | 'refused';
  readonly why?: LocalText;
  readonly found: string;
  /** Where the row stands that it is about; `null` for none. */
  readonly origin: Origin | null;
}

/** What putting imports together did. */
export interface MergeReport {
  readonly imports: readonly ImportShare[];
  /** All of them, those that nobody has decided first. */
  readonly conflicts: readonly Conflict[];
  /** The first of them; `imports` counts all. */
  readonly likenesses: readonly Likeness[];
  readonly corrections: readonly CorrectionOutcome[];
  /** Rows that corrections added. */
  readonly supplied: number;
}

export interface Merged {
  readonly dataset: Dataset;
  readonly report: MergeReport;
}
