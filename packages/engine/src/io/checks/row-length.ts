import type { KnownColumn } from '../header.ts';
import type { RowInCheck } from '../row-in-check.ts';

/** A row of a CSV file has as many fields as the header; with more of them, its columns may be shifted. */
export function checkRowLength(row: RowInCheck<KnownColumn>): void {
  if (row.table.source !== 'csv' || row.cells.length === row.header.width) return;
  const facts = { cells: row.cells.length, header: row.header.width };
  if (row.cells.length > row.header.width) row.refuseAt('row.long', -1, facts);
  else row.log.add('row.short', { file: row.table.file, sheet: '', row: row.row, column: '' }, facts);
}
