import { describe, expect, it } from 'vitest';

import { score, scoreFault } from './testing/score-text.ts';

const schemeOf = (rule: string): string => `
inputs: { n: { kind: number }, late: { kind: event } }
results:
  - { id: total, formula: n }
  - { id: x, ${rule} }
`;
const ROWS = ['2024 a n 0', '2024 b n 2', '2024 a late', '2024 b late'];

describe('a condition that cannot be computed', () => {
  it.each([
    'rank: { by: n, among: 1 / n > 0 }',
    'rank: { by: n, among: 1 / n > 0, ties: last }',
    'prizes: { by: n, among: 1 / n > 0, ranks: [2, 1], else: 0 }',
    'places: { by: n, among: 1 / n > 0, number: 1 }',
    'places: { by: n, share of: 1 / n > 0, share: 50% }',
    'share: { pool: 100, by: n, among: 1 / n > 0 }',
    "formula: 'count(peers[1 / n > 0])'",
    "formula: 'sum(peers.total[1 / n > 0])'",
    "formula: 'count(peers[total = own.total and 1 / n > 0])'",
    "formula: 'sum(late[1 / n > 0])'",
    "formula: 'count(late[1 / n > 0])'",
    'earn: [{ each: late, marks: 1, where: 1 / n > 0 }]',
  ])('stops the scoring, for it leaves open what counts: %s', (rule) => {
    expect(scoreFault(schemeOf(rule), { rows: ROWS })).toBe('score.division-by-zero 2024 a x');
  });

  it('does no harm where there is nothing to put it to', () => {
    const other = score(schemeOf("formula: 'sum(late[1 / n > 0])'"), { rows: ['2024 a n 0'] });
    expect(other.column('x')).toBe('0');
  });
});
