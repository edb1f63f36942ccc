/**
 * Something a person had set right in a file while it was read. The file itself is not touched: the same bytes with the
 * same amendments are read alike at any time.
 */
export interface Amendment {
  /** Name of the file, as it was chosen. */
  readonly file: string;
  /** Sheet; empty for files without sheets. */
  readonly sheet: string;
  /** Row, as a spreadsheet counts. */
  readonly row: number;
  /** Column as a spreadsheet letters it; empty: the whole row is meant, and stays out. */
  readonly column: string;
  /** What the cell shall say; empty where the row stays out. */
  readonly text: string;
}

/** Whether two amendments are about one place. */
export function isOfSamePlace(a: Amendment, b: Amendment): boolean {
  return a.file === b.file && a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}

/** The amendments with one more: it takes the place of an earlier one for the same cell or row. */
export function withAmendment(amendments: readonly Amendment[], next: Amendment): readonly Amendment[] {
  return [...amendments.filter((one) => !isOfSamePlace(one, next)), next];
}
