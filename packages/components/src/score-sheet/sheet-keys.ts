import type { SheetStop } from './render-line.ts';
import type { SheetRow } from './sheet-model.ts';

/** The one place in the table that Tab leads to. */
export interface SheetPosition {
  readonly node: string;
  readonly stop: SheetStop;
}

/** What a key does: move, open or close a branch, or nothing. */
export type SheetMove =
  | { readonly kind: 'focus'; readonly position: SheetPosition }
  | { readonly kind: 'expand' | 'collapse'; readonly node: string }
  | null;

/** Stops of a row from left to right. */
function stopsOf(row: SheetRow): readonly SheetStop[] {
  const stops: SheetStop[] = [];
  if (row.hasChildren) stops.push('toggle');
  stops.push('score');
  if (row.line.previous) stops.push('previous');
  return stops;
}

/**
 * Up and down go from row to row, left and right from figure to figure; on a branch's arrow right opens and left closes,
 * and left at the start of a row goes to the branch above.
 */
export function sheetMove(
  key: string,
  rows: readonly SheetRow[],
  position: SheetPosition,
  pageRows: number,
): SheetMove {
  const index = rows.findIndex(({ line }) => line.node.id === position.node);
  const row = rows[index];
  if (!row) return null;
  switch (key) {
    case 'ArrowDown':
      return toRow(rows, index + 1, position.stop);
    case 'ArrowUp':
      return toRow(rows, index - 1, position.stop);
    case 'PageDown':
      return toRow(rows, Math.min(rows.length - 1, index + pageRows), position.stop);
    case 'PageUp':
      return toRow(rows, Math.max(0, index - pageRows), position.stop);
    case 'Home':
      return toRow(rows, 0, position.stop);
    case 'End':
      return toRow(rows, rows.length - 1, position.stop);
    case 'ArrowRight':
      if (position.stop === 'toggle' && !row.isExpanded) return { kind: 'expand', node: position.node };
      return toStop(row, position.stop, 1);
    case 'ArrowLeft': {
      if (position.stop === 'toggle' && row.isExpanded) return { kind: 'collapse', node: position.node };
      const left = toStop(row, position.stop, -1);
      if (left || row.parent < 0) return left;
      return toRow(rows, row.parent, 'toggle');
    }
    default:
      return null;
  }
}

function toStop(row: SheetRow, stop: SheetStop, step: number): SheetMove {
  const stops = stopsOf(row);
  const next = stops[stops.indexOf(stop) + step];
  return next ? { kind: 'focus', position: { node: row.line.node.id, stop: next } } : null;
}

function toRow(rows: readonly SheetRow[], index: number, stop: SheetStop): SheetMove {
  const row = rows[index];
  if (!row) return null;
  const stops = stopsOf(row);
  return { kind: 'focus', position: { node: row.line.node.id, stop: stops.includes(stop) ? stop : 'score' } };
}
