import type { Origin } from '../data/dataset.ts';
import type { LocalText } from '../reader/figure.ts';

/** Something about one cell that its text alone does not say. */
export interface CellFault {
  /** Index of the column, from 0. */
  readonly column: number;
  readonly kind:
    | 'error' // the cell shows `#DIV/0!` or the like
    | 'formula-without-value' // a formula that was never calculated
    | 'digits-lost' // a number of more than 15 digits: Excel has put zeros for the rest
    | 'rounded' // a calculated number whose binary tail was cut off after 15 digits
    | 'merged' // the text belongs to the top cell of a merged range
    | 'merged-over' // the cell is merged with others, and its text may be meant for all of them
    | 'marked-text' // a part of the text is struck out, raised or lowered, which its letters do not say
    | 'format-unit' // the number format shows another number than is stored: 3 as 3万
    | 'format-scaled' // the number format shows fewer digits of the same number: 1234567 as 123.5
    | 'format-empty' // the number format shows nothing
    | 'external'; // a formula that takes its value from another workbook
  /** The error, the number before rounding, an address, the text, the number format or the formula. */
  readonly detail: string;
  /** Of merged cells: the range. */
  readonly over?: MergedArea;
}

const REMARKS: readonly CellFault['kind'][] = ['rounded', 'format-scaled', 'format-empty', 'external'];

/** Whether the cell can be read all the same. */
export function isRemark({ kind }: CellFault): boolean {
  return REMARKS.includes(kind);
}

/**
 * Takes one row of a table. `row` counts as a spreadsheet does; `cells` may be shorter or longer than the header.
 * Returning `false` ends the visit.
 */
export type RowVisitor = (cells: readonly string[], row: number, faults: readonly CellFault[]) => boolean | void;

/** Cells of a sheet that are one cell to the eye. Rows as a spreadsheet counts them, columns from 0. */
export interface MergedArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A sheet of a workbook or a CSV file, every cell as exact text.
 *
 * Rows are visited, not held: a million rows of CSV never stand in memory as a million arrays.
 */
export interface Table {
  readonly file: string;
  /** Sheet name; empty for CSV. */
  readonly sheet: string;
  /** Which of the files of this name it comes from; left out: the first. */
  readonly copy?: number;
  /** Where a row with too many cells comes from: a stray comma shifts a CSV row, a stray cell shifts nothing in a sheet. */
  readonly source: 'csv' | 'sheet';
  /** Hidden in the workbook. */
  readonly hidden: boolean;
  /** Day 0 of the dates that are written as plain numbers. */
  readonly epoch: 1900 | 1904;
  /** Rows (as a spreadsheet counts them) and columns (from 0) that are hidden in the workbook; left out: none. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Merged ranges; left out: the format knows none. */
  readonly merges?: readonly MergedArea[];
  /** About how many rows there are, for progress. */
  readonly expectedRows: number;
  /** Visits the rows from top to bottom; rows without any text are left out. Can be called again. */
  eachRow(visit: RowVisitor): void;
  /**
   * Column of the sheet in which a cell of the row that is being visited stands; −1: in none. Left out: in its own place.
   * Tables that are made from a sheet of another shape say with it where their cells come from.
   */
  columnOf?(index: number): number;
  /** What was made of the value of the row that is being visited, where that is more than its text says. */
  readingOf?(): ValueReading | null;
}

/** How a mapping takes a row and its value. */
export interface ValueReading {
  /** The value is refused, whatever its text could be read as. */
  readonly refused: 'value.not-applicable' | 'value.share-or-percent' | null;
  /** Whom a name that nobody has is probably meant for; `null`: nobody is likely, or the name is known. */
  readonly likelySubject: string | null;
  /** A person has said whether a small number of an item in % is a share of one. */
  readonly isPercentSure: boolean;
  /** What the cell said where the value says something else, for those who follow a figure back to its cell. */
  readonly remark: LocalText | null;
}

export const NO_FAULTS: readonly CellFault[] = [];

/** `0` → `A`, `26` → `AA`. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The place of one cell; without a column the place is the row, without a row the table. */
export function placeIn(table: Pick<Table, 'file' | 'sheet' | 'columnOf'>, row = 0, column = -1): Origin {
  const there = column < 0 || table.columnOf === undefined ? column : table.columnOf(column);
  return { file: table.file, sheet: table.sheet, row, column: there < 0 ? '' : columnLetter(there) };
}
