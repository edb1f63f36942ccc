import { trimText } from '../fold-text.ts';
import type { Table } from '../table.ts';
import { readMark, type Mark } from './marks.ts';

/** Rows within which the marks are looked for. */
const ROWS_ABOVE = 60;

/** A sheet of a collection workbook: its marks by column, and what stands above them. */
export interface MarkedTable {
  readonly table: Table;
  /** Row of the marks; the data begins below it. */
  readonly row: number;
  readonly marks: ReadonlyMap<number, Mark>;
  /** What people read above each column. */
  readonly titles: ReadonlyMap<number, string>;
}

/** The marks of a table; `null` where it has none. */
export function findMarks(table: Table): MarkedTable | null {
  let found: MarkedTable | null = null;
  const titles = new Map<number, string>();
  let rows = 0;
  table.eachRow((cells, row) => {
    const marks = new Map<number, Mark>();
    cells.forEach((cell, column) => {
      const mark = readMark(cell);
      if (mark !== null) marks.set(column, mark);
    });
    if (marks.size > 0) {
      found = { table, row, marks, titles };
      return false;
    }
    cells.forEach((cell, column) => {
      const title = trimText(cell);
      if (title !== '' && !titles.has(column)) titles.set(column, title);
    });
    rows += 1;
    return rows < ROWS_ABOVE;
  });
  return found;
}

export function hasMark({ marks }: MarkedTable, kind: Mark['kind']): boolean {
  return [...marks.values()].some((mark) => mark.kind === kind);
}
