import type { Figure } from '../reader/figure.ts';
import type { PartDescription, ResultsDescription } from '../reader/results-reader.ts';
import type { SubjectLabel } from '../reader/results-reader.ts';

/** All figures of one part, in columns: `figures.get(node)[i]` belongs to `keys[i]`; `null` where no row is written. */
export interface ScoredPart {
  readonly description: PartDescription;
  readonly keys: readonly ScoredKey[];
  /** The group of each row where the part ranks within another column than `group`; left out: that of the subject. */
  readonly groups?: readonly string[];
  readonly figures: ReadonlyMap<string, readonly (Figure | null)[]>;
  /** Full marks per row, only for nodes whose full marks depend on the data. */
  readonly maxima: ReadonlyMap<string, readonly (Figure | null)[]>;
}

export interface ScoredKey {
  readonly period: string;
  /** Index into `Scored.subjects`. */
  readonly subject: number;
}

/** What scoring gives: the contract between the engine, the store and the readers. */
export interface Scored {
  readonly description: ResultsDescription;
  readonly subjects: readonly SubjectLabel[];
  readonly parts: readonly ScoredPart[];
}
