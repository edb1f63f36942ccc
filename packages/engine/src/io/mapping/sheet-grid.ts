import { trimText } from '../fold-text.ts';
import type { MergedArea, Table } from '../table.ts';
import type { TableArea } from './sheet-mapping.ts';
import { tableIn } from './table-area.ts';

export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows of a sheet in memory, to be looked at from all sides. */
export interface SheetGrid {
  /** The sheet, or that part of it that is a table of its own. */
  readonly table: Table;
  /** Left out: the whole sheet. */
  readonly area?: TableArea;
  /** Texts that stand elsewhere on the sheet and hold for this table too. */
  readonly around: readonly string[];
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
  return { table, around: [], rows, complete, width };
}

/** One of several tables of a sheet. */
export function gridIn(grid: SheetGrid, area: TableArea, around: readonly string[]): SheetGrid {
  const { top, left } = area;
  const bottom = area.bottom ?? Infinity;
  const right = area.right ?? Infinity;
  const rows = grid.rows
    .filter(({ row }) => row >= top && row <= bottom)
    .map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, right + 1).map((cell, column) => (column < left ? '' : cell)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    table: tableIn(grid.table, area),
    area,
    around,
    rows,
    complete: grid.complete || area.bottom !== null,
    width: Math.min(grid.width, right + 1),
  };
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
