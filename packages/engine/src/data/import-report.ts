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
  /** For `refused`: what the cell says, where it is one cell that keeps the row out. */
  readonly cell?: string;
  /** For `normalised`: the value before and after. */
  readonly before?: string;
  readonly after?: string;
}

/** A row that did not enter, with everything it said: to be set right and brought again. */
export interface RefusedRow {
  readonly table: 'subjects' | 'observations';
  /** Where the row stands; `column` is that of the value, or of the id of a subject. */
  readonly origin: Origin;
  /** What its cells say, by the name of the column as the program knows it; columns that it does not know by their title. */
  readonly cells: Readonly<Record<string, string>>;
  /** Cells beyond the header: where there are any, the columns may be shifted. */
  readonly beyond: readonly string[];
  /** Why it was refused, each with the column that is at fault (empty: the whole row). */
  readonly reasons: readonly { readonly column: string; readonly finding: ImportFinding }[];
}

/** How often a finding was made; the list of findings may be cut off, the counts never are. */
export interface FindingCount {
  readonly code: string;
  readonly severity: ImportFinding['severity'];
  readonly count: number;
}

/** The rows of a sheet in a foreign layout: `rows = above + header + data + hidden + totals + below`. */
export interface SheetCount {
  readonly file: string;
  readonly sheet: string;
  /** First cell of its part of the sheet, where that holds several tables. */
  readonly cell?: string;
  readonly role: string;
  /** Rows with text. */
  readonly rows: number;
  /** Titles above the header. */
  readonly above: number;
  /** Rows of the header, wherever it is printed. */
  readonly header: number;
  readonly data: number;
  /** Rows of data that are hidden in the workbook, where somebody said that these are not read; left out: none. */
  readonly hidden?: number;
  /** Rows that add up or average others. */
  readonly totals: number;
  /** Notes and signatures below the table. */
  readonly below: number;
  /** Rows of data without a single figure. */
  readonly withoutFigures: number;
  /** Rows of data about somebody who is not scored. */
  readonly noSubject: number;
  /** Rows or cells that went on to the checks: they are what the report counts as read. */
  readonly values: number;
  /** Cells of figures that were empty. */
  readonly empty: number;
}

/** Rows that were refused although nobody had said so: those that a person left out by hand are not among them. */
export function unwantedRefusals({ subjects, observations, counts = [] }: ImportReport): number {
  const byHand = counts.find(({ code }) => code === 'row.left-out')?.count ?? 0;
  return subjects.refused + observations.refused - byHand;
}

/** What one import did. Counts always add up: `read = accepted + refused` for each table. */
export interface ImportReport {
  readonly files: readonly string[];
  readonly subjects: { readonly read: number; readonly accepted: number; readonly refused: number };
  readonly observations: { readonly read: number; readonly accepted: number; readonly refused: number };
  /** How the rows of sheets in foreign layouts were counted. */
  readonly sheets?: readonly SheetCount[];
  readonly findings: readonly ImportFinding[];
  /** The rows that were refused, as far as their findings are listed one by one. */
  readonly refusedRows?: readonly RefusedRow[];
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
