import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionPieces, visibleRange, windowPieces } from './row-window.ts';

describe('a windowed table', () => {
  it('draws the rows in sight and some more on either side', () => {
    expect(visibleRange(4400, 440, 44, 1000, 5)).toEqual({ first: 95, end: 115 });
    expect(visibleRange(0, 440, 44, 6, 5)).toEqual({ first: 0, end: 6 });
  });

  it('keeps the focused row wherever it is', () => {
    const indexes = (focused: number) =>
      windowPieces(1000, { first: 500, end: 503 }, focused).flatMap((piece) =>
        piece.kind === 'row' ? [piece.index] : [],
      );
    expect(indexes(3)).toEqual([3, 500, 501, 502]);
    expect(indexes(501)).toEqual([500, 501, 502]);
    expect(indexes(999)).toEqual([500, 501, 502, 999]);
    expect(indexes(-1)).toEqual([500, 501, 502]);
  });

  it('covers every row exactly once, drawn or as a gap', () => {
    const positions = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.integer({ min: -1, max: 220 }));
    fc.assert(
      fc.property(positions, ([rows, a, b, focused]) => {
        const range = { first: Math.min(a, b, rows), end: Math.min(Math.max(a, b), rows) };
        const covered = windowPieces(rows, range, focused).flatMap((piece) =>
          piece.kind === 'row'
            ? [piece.index]
            : Array.from({ length: piece.to - piece.from }, (_, i) => piece.from + i),
        );
        expect(covered).toEqual(Array.from({ length: rows }, (_, index) => index));
      }),
      { seed: 1 },
    );
  });

  it('keeps groups apart and gives a gap to what stands before it', () => {
    const rows = ['a', 'a', 'a', 'b', 'b'].map((group) => ({ group }));
    const sections = sectionPieces(rows, windowPieces(5, { first: 4, end: 5 }, 0));
    expect(sections.map(({ group, pieces }) => [group, pieces.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
