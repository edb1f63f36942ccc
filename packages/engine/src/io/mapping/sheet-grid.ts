import { trimText } from '../fold-text.ts';
import type { MergedArea, Table } from '../table.ts';

export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows of a sheet in memory, to be looked at from all sides. */
export interface SheetGrid {
  readonly table: Table;
  readonly rows: readonly GridRow[];
  /** `false`: the sheet goes on below. */
  readonly complete: boolean;
  readonly width: number;
}

/** A proposal is made from so many rows; an import reads them all. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 2_000;

export function readGrid(table: Table): SheetGrid {
  const rows: GridRow[] = [];
  let complete = true;
  let width = 0;
  table.eachRow((cells, row) => {
    if (rows.length >= MOST_ROWS) {
      complete = false;
      return false;
    }
    const trimmed = cells.slice(0, MOST_COLUMNS).map(trimText);
    if (trimmed.every((cell) => cell === '')) return true;
    rows.push({ row, cells: trimmed });
    width = Math.max(width, trimmed.length);
    return true;
  });
  return { table, rows, complete, width };
}

/** The text that the eye sees in a cell of the header: of a merged range, that of its first cell. */
export function headerText({ table, rows }: SheetGrid, row: number, column: number): string {
  const area = areaAt(table, row, column);
  const [top, left] = area ? [area.top, area.left] : [row, column];
  return (rows.find((candidate) => candidate.row === top)?.cells[left] ?? '').replace(/\s+/g, '');
}

export function areaAt(table: Table, row: number, column: number): MergedArea | undefined {
  return table.merges?.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
