import type { DisplayRow } from './ranking-model.ts';

/** A piece of a windowed table body: a row, or the room of rows that are not drawn. */
export type WindowPiece =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

export interface RowRange {
  readonly first: number;
  /** Behind the last row. */
  readonly end: number;
}

/** Rows that are in sight, with some more on either side so that scrolling finds them drawn. */
export function visibleRange(
  scrollTop: number,
  height: number,
  rowHeight: number,
  rows: number,
  spare: number,
): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first: Math.min(first, end), end };
}

/** The rows to draw and the gaps between them. The focused row is always drawn: removing it would lose the focus. */
export function windowPieces(rows: number, range: RowRange, focused: number): readonly WindowPiece[] {
  const pieces: WindowPiece[] = [];
  let next = 0;
  const gapUpTo = (index: number) => {
    if (index > next) pieces.push({ kind: 'gap', from: next, to: index });
  };
  const draw = (index: number) => {
    gapUpTo(index);
    pieces.push({ kind: 'row', index });
    next = index + 1;
  };
  const isKept = focused >= 0 && focused < rows;
  if (isKept && focused < range.first) draw(focused);
  for (let index = range.first; index < range.end; index += 1) draw(index);
  if (isKept && focused >= range.end) draw(focused);
  gapUpTo(rows);
  return pieces;
}

/** The pieces of one group's table body. */
export interface PieceSection {
  readonly group: string;
  readonly pieces: readonly WindowPiece[];
}

/** Divides the pieces by group. A gap belongs to what stands before it, wherever it ends. */
export function sectionPieces(
  rows: readonly { readonly group: string }[],
  pieces: readonly WindowPiece[],
): readonly PieceSection[] {
  const sections: { group: string; pieces: WindowPiece[] }[] = [];
  for (const piece of pieces) {
    const { group } = rows[piece.kind === 'row' ? piece.index : piece.from]!;
    const current = sections[sections.length - 1];
    if (current && (piece.kind === 'gap' || current.group === group)) current.pieces.push(piece);
    else sections.push({ group, pieces: [piece] });
  }
  return sections;
}

/** What a piece is recognised by when the rows change. */
export function pieceKey(piece: WindowPiece, rows: readonly DisplayRow[]): string {
  if (piece.kind === 'gap') return `gap:${piece.from === 0 ? 'top' : piece.to === rows.length ? 'end' : 'mid'}`;
  const row = rows[piece.index]!;
  return row.kind === 'group' ? `group:${row.group}` : `row:${row.row.subject}`;
}
