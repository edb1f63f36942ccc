/** What a file holds, and how it is made. */
export type Content =
  /** Made by hand with a program that writes what the writers here cannot; it is only kept. */
  | { readonly kept: string }
  | { readonly text: string; readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' }
  | {
      readonly sheets: Readonly<Record<string, SheetContent>>;
      /** `lo-…`: opened and saved by LibreOffice, in that format; `ods`: saved as .ods in between. */
      readonly by?: 'sheetjs' | 'sheetjs-xls' | 'lo-xlsx' | 'lo-xls' | 'lo-ods-xlsx' | 'hucre';
      readonly date1904?: boolean;
    };

export interface SheetContent {
  readonly rows: readonly (readonly Cell[])[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** As a spreadsheet counts them. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
}

export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly v?: number | string; readonly z?: string; readonly f?: string; readonly e?: number };

export interface ForeignFile {
  readonly file: string;
  readonly content: Content;
  /** Without the list of subjects beside it. */
  readonly alone?: boolean;
  /** Read for the items that are rated, and not for the usual ones. */
  readonly rated?: boolean;
  /** The period that is being worked on. */
  readonly period?: string;
  /** Observations as `period subject item value cell`, with category and date, and the rater, where there are any. */
  readonly rows: readonly string[];
  /** Questions as `code cell`. */
  readonly asks: readonly string[];
  /** Findings that refuse, as `code cell`. */
  readonly refused: readonly string[];
  /** Rows of totals and rows below the table, of all sheets. */
  readonly totals?: number;
  readonly below?: number;
}

/** A text file of these lines. */
export const csv = (...lines: readonly string[]): Content => ({ text: `${lines.join('\r\n')}\r\n` });

/** A workbook of one sheet. */
export const book = (
  rows: SheetContent['rows'],
  more: Partial<SheetContent> & { name?: string; by?: NonNullable<Extract<Content, { sheets: unknown }>['by']> } = {},
): Content => {
  const { name = 'Sheet1', by, ...rest } = more;
  return { sheets: { [name]: { rows, ...rest } }, ...(by && { by }) };
};
