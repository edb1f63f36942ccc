import type { LocalText } from '../reader/figure.ts';

/** Where a row of data came from, so that every figure can be followed back to its cell. */
export interface Origin {
  /** File name; empty when the data did not come from a file. */
  readonly file: string;
  /** Sheet name; empty for CSV. */
  readonly sheet: string;
  /** Row as a spreadsheet counts (1 is the first row of the sheet), or the line of a CSV file. */
  readonly row: number;
  /** Column letter of the value. */
  readonly column: string;
}

/** One unit or person that is scored. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly parent: string;
  /** Every further column of the subjects table, as text; an empty cell is an empty text. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** One thing observed: a figure, marks, one rater's marks, an event, a yes/no or a level. All fields as text. */
export interface Observation {
  /** `2024`, `2024-H1`, `2024-Q1` or `2024-03`. */
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  /** Normalised text: a decimal, a word of the item's vocabulary, `true`/`false`, `NA`, or empty. */
  readonly value: string;
  readonly category: string;
  readonly rater: string;
  readonly matter: string;
  /** ISO date or empty. */
  readonly date: string;
  readonly note: string;
  /** What was done with it: read as something else than its cell says, set right by hand, chosen among others, or still in doubt. */
  readonly remark?: LocalText;
  readonly origin: Origin;
}

/** What a scheme is computed from. */
export interface Dataset {
  readonly subjects: readonly Subject[];
  readonly observations: readonly Observation[];
}
