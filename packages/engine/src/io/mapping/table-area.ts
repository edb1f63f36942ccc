import type { RowVisitor, Table } from '../table.ts';
import type { TableArea } from './sheet-mapping.ts';

/** One of several tables of a sheet: nothing outside its area belongs to it. Every cell keeps its place. */
export function tableIn(table: Table, area: TableArea | undefined): Table {
  if (area === undefined) return table;
  const { top, left } = area;
  const bottom = area.bottom ?? Infinity;
  const right = area.right ?? Infinity;
  const isIn = (column: number): boolean => column >= left && column <= right;
  const eachRow = (visit: RowVisitor): void =>
    table.eachRow((cells, row, faults) => {
      if (row < top) return true;
      if (row > bottom) return false;
      const own = cells.map((cell, column) => (isIn(column) ? cell : ''));
      const ownFaults = faults.filter(({ column }) => isIn(column));
      if (own.every((cell) => cell.trim() === '') && ownFaults.length === 0) return true;
      return visit(own, row, ownFaults);
    });
  const merges = table.merges?.filter(
    (area) => area.top >= top && area.bottom <= bottom && area.left >= left && area.right <= right,
  );
  return { ...table, eachRow, ...(merges ? { merges } : {}) };
}
