/** A workbook to be written, in the terms of this program: what a cell is, not how a file says it. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  /** Title in the properties of the file. */
  readonly title?: string;
}

export interface BookSheet {
  /** As it is wanted: what a spreadsheet does not allow in a name is replaced, and equal names are told apart. */
  readonly name: string;
  /** Width of each column in characters; what is beyond stays at the default of the program that opens it. */
  readonly widths?: readonly number[];
  readonly rows: readonly BookRow[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly Validation[];
  /**
   * Only cells of the look `entry` and its variants can be changed. There is no password: this guards against slips,
   * not against people.
   */
  readonly locked?: boolean;
  /** On a locked sheet: what each column is for below the last row, so that more can be filled in there. */
  readonly below?: readonly Look[];
  readonly hidden?: boolean;
  /** All columns on the width of one page, however small that makes them; left out: where they can still be read then. */
  readonly fitsPage?: boolean;
  /** Paper on end. Default: lying. */
  readonly portrait?: boolean;
  /** Rows that are repeated at the top of every printed page. */
  readonly printTitles?: { readonly first: number; readonly last: number };
}

export interface BookRow {
  readonly cells: readonly BookCell[];
  /** Height in points; left out: as high as one line. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** What stands in a cell. A text is never run as a formula, whatever it begins with. */
export type BookCell = {
  readonly look: Look;
  /** Where the text stands; left out: texts on the left, numbers on the right. */
  readonly align?: 'right' | 'center';
  /** Shown beside the cell when it is pointed at. */
  readonly comment?: string;
} & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** A number that a double holds without loss, and the decimals that it is shown with. */
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly places: number;
      /** Shown around the number by its format, so that it stays a number to calculate with. */
      readonly before?: string;
      readonly after?: string;
    }
);

/** What a cell is for; the colours belong to the writer. */
export type Look =
  | 'plain'
  | 'title'
  | 'hint'
  /** Above a column. */
  | 'header'
  | 'header-detail'
  /** In front of a header row: what it says. */
  | 'header-label'
  | 'wrapped'
  /** A cell of a table that is read, not filled in; `cell-strong` where it sums up others. */
  | 'cell'
  | 'cell-strong'
  /** A figure that is not what it seems, with the same weights. */
  | 'cell-doubtful'
  | 'cell-strong-doubtful'
  /** Wrong: to be set right. */
  | 'faulty'
  /** To be filled in: as it comes, as a text, or as a date. */
  | 'entry'
  | 'entry-text'
  | 'entry-date';

/** What may be typed into a range of cells, given as in `B5:B200`. */
export interface Validation {
  readonly range: string;
  readonly rule:
    /** One of the values of a range: `'清单'!$A$1:$A$9`, or a formula that gives one. */
    | { readonly kind: 'list'; readonly source: string }
    /** A formula that is true for what may be typed into the first cell of the range. */
    | { readonly kind: 'formula'; readonly formula: string }
    | { readonly kind: 'date' };
  /** Said when a cell of the range is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Said when something else is typed, which is then refused; left out: anything may be typed, the list only helps. */
  readonly refusal?: { readonly title: string; readonly text: string };
}

export const EMPTY: BookCell = { kind: 'empty', look: 'plain' };

export function textCell(text: string, look: Look = 'plain'): BookCell {
  return text === '' ? { kind: 'empty', look } : { kind: 'text', text, look };
}
