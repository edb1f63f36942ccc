import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { columnLetter } from '../io/table.ts';

/** A sheet whose columns go on below its last row as they are there: unlocked, with the same format. */
export interface OpenSheet {
  /** Number of the sheet in its workbook, from 0. */
  readonly at: number;
  /** The row, counted from 1, whose cells say how the columns go on. */
  readonly row: number;
  readonly columns: number;
}

/**
 * Gives columns the style of a cell of theirs, for all the rows that have no cells of their own: the file grows by a few
 * bytes, where cells made ready would make it grow with each. The library that writes workbooks leaves the styles of
 * columns out.
 */
export function openColumns(bytes: Uint8Array, sheets: readonly OpenSheet[]): Uint8Array {
  if (sheets.length === 0) return bytes;
  const files = unzipSync(bytes);
  for (const { at, row, columns } of sheets) {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = strFromU8(files[path]!);
    const styles = Array.from({ length: columns }, (_, column) => styleOf(xml, `${columnLetter(column)}${row}`));
    files[path] = strToU8(withStyles(xml, styles));
  }
  // A fixed time, so that equal contents are equal files.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

function styleOf(xml: string, cell: string): string {
  const [, style] = new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`).exec(xml) ?? [];
  if (style === undefined) throw new Error(`The cell ${cell} has no style to go on with.`);
  return style;
}

function withStyles(xml: string, styles: readonly string[]): string {
  return xml.replace(/<col min="(\d+)"/g, (col, number: string) => {
    const style = styles[Number(number) - 1];
    return style === undefined ? col : `${col} style="${style}"`;
  });
}
