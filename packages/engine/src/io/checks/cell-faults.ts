import type { KnownColumn } from '../header.ts';
import type { RowInCheck } from '../row-in-check.ts';
import { placeIn, type CellFault, type MergedArea } from '../table.ts';

/** Cells of a sheet that hold no usable value, or another one than they show. Only columns that are read count. */
export function checkCellFaults(row: RowInCheck<KnownColumn>, isRead: (index: number) => boolean): void {
  for (const fault of row.faults) if (isRead(fault.column)) checkFault(row, fault);
}

function checkFault(row: RowInCheck<KnownColumn>, { column, kind, detail, over }: CellFault): void {
  const after = row.cells[column] ?? '';
  const place = placeIn(row.table, row.row, column);
  const isValue = column === row.header.columns.get('value');
  switch (kind) {
    case 'error':
      row.refuseAt('cell.error', column, { error: detail });
      break;
    case 'formula-without-value':
      row.refuseAt('cell.formula-without-value', column, { formula: detail });
      break;
    case 'digits-lost':
      row.refuseAt('cell.digits-lost', column, { value: detail });
      break;
    case 'rounded':
      row.log.add('cell.rounded', place, { before: detail, after }, { before: detail, after });
      break;
    case 'merged':
      if (isValue) {
        row.refuseAt('cell.merged-value', column, { address: detail });
      } else row.log.add('cell.merged-filled', place, { after, address: detail }, { before: '', after });
      break;
    case 'merged-over':
      if (isValue && isForSeveral(row, over)) row.refuseAt('cell.merged-value', column, { address: detail });
      break;
    case 'marked-text':
      if (isValue) row.refuseAt('cell.marked-text', column, { text: detail });
      break;
    case 'format-unit':
      if (isValue) row.refuseAt('cell.format-unit', column, { value: after, format: detail });
      break;
    case 'format-scaled':
      if (isValue) row.log.add('cell.format-scaled', place, { value: after, format: detail });
      break;
    case 'format-empty':
      if (isValue) row.log.add('cell.format-empty', place, { value: after });
      break;
    case 'external':
      if (isValue) row.log.add('cell.external', place, { formula: detail });
      break;
  }
}

/** Whether a value is merged over other rows, or over another column that is read. Mapped sheets have looked themselves. */
function isForSeveral(row: RowInCheck<KnownColumn>, over: MergedArea | undefined): boolean {
  if (over === undefined || row.table.columnOf !== undefined) return true;
  if (over.bottom > over.top) return true;
  return [...row.header.columns.values()].some((column) => column > over.left && column <= over.right);
}
