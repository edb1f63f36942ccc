import type { KnownColumn } from '../header.ts';
import type { RowInCheck } from '../row-in-check.ts';
import { placeIn, type CellFault } from '../table.ts';

/** Cells of a sheet that hold no usable value, or another one than they show. Only columns that are read count. */
export function checkCellFaults(row: RowInCheck<KnownColumn>, isRead: (index: number) => boolean): void {
  for (const fault of row.faults) if (isRead(fault.column)) checkFault(row, fault);
}

function checkFault(row: RowInCheck<KnownColumn>, { column, kind, detail }: CellFault): void {
  const after = row.cells[column] ?? '';
  const place = placeIn(row.table, row.row, column);
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
      if (column === row.header.columns.get('value')) {
        row.refuseAt('cell.merged-value', column, { address: detail });
      } else row.log.add('cell.merged-filled', place, { after, address: detail }, { before: '', after });
      break;
  }
}
