import type { KnownColumn, Header } from './header.ts';
import type { RowInCheck } from './row-in-check.ts';
import type { Table } from './table.ts';

/**
 * Says once of each row that is read although it is hidden in the workbook. Rows of mapped sheets have no header of
 * their own and are spoken of where these are counted.
 */
export function hiddenRowNotes(
  { hiddenRows }: Table,
  { row: headerRow }: Header,
): <Column extends KnownColumn>(row: RowInCheck<Column>) => void {
  if (headerRow === 0 || hiddenRows === undefined || hiddenRows.size === 0) return () => undefined;
  let last = 0;
  return (row) => {
    if (row.row === last || !hiddenRows.has(row.row)) return;
    last = row.row;
    row.log.add('row.hidden', { file: row.table.file, sheet: row.table.sheet, row: row.row, column: '' }, undefined);
  };
}
