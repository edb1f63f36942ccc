import { describe, expect, it } from 'vitest';

import { numberFigure } from '../reader/make-figure.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import { resultRows } from './result-table.ts';

/** A part with the nodes `a` and `b`, its rows in no order; `null`: the figure is not written. */
function part(
  id: string,
  rows: readonly [period: string, subject: number, a: string | null, b: string | null][],
): ScoredPart {
  const column = (at: 2 | 3) => rows.map((row) => (row[at] === null ? null : numberFigure(row[at])));
  const nodes = ['a', 'b'].map((node) => ({ id: node }));
  return {
    description: { id, periods: ['2023', '2024'], nodes },
    keys: rows.map(([period, subject]) => ({ period, subject })),
    figures: new Map([
      ['b', column(3)],
      ['a', column(2)],
    ]),
    maxima: new Map(),
  } as unknown as ScoredPart;
}

describe('the table of results', () => {
  it('goes by part, period, subject in file order and node in scheme order, and leaves out what is not written', () => {
    const scored = {
      subjects: [{ subject: 'z' }, { subject: 'y' }],
      parts: [
        part('one', [
          ['2024', 1, '1', '2'],
          ['2023', 1, '3', null],
          ['2024', 0, '5', '6'],
        ]),
        part('two', [['2023', 0, null, '8']]),
      ],
    } as unknown as Scored;

    expect([...resultRows(scored)].map((row) => row.join(' '))).toEqual([
      '2023 y a 3',
      '2024 z a 5',
      '2024 z b 6',
      '2024 y a 1',
      '2024 y b 2',
      '2023 z b 8',
    ]);
  });
});
