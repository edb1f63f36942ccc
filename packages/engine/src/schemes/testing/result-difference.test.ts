import { describe, expect, it } from 'vitest';

import type { ResultRow } from '../../io/result-table.ts';
import { readCase, runCase } from './case-folder.ts';
import { describeDifferences, differences, differencesAmongListed } from './result-difference.ts';

const row = (node: string, value: string): ResultRow => ['2024', 'v1', node, value];

describe('comparing two tables of results', () => {
  it('takes numbers as equal that agree to 12 decimals, however they are written', () => {
    const expected = [row('a', '1.50'), row('b', '0.333333333333'), row('c', '1.0000000000001')];
    const actual = [row('a', '1.5'), row('b', '0.3333333333334'), row('c', '1')];

    expect(differences(expected, actual)).toEqual([]);
  });

  it('finds a number that differs in the twelfth decimal, and a word that differs at all', () => {
    const expected = [row('a', '0.333333333333'), row('b', '优秀'), row('c', '0'), row('d', 'true')];
    const actual = [row('a', '0.333333333334'), row('b', '良好'), row('c', 'NA'), row('d', '1')];

    expect(differences(expected, actual).map(({ node }) => node)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('finds rows that are missing, surplus or twice', () => {
    const expected = [row('a', '1'), row('b', '2')];
    const actual = [row('b', '2'), row('b', '2'), row('c', '3')];

    expect(differences(expected, actual)).toMatchObject([
      { node: 'b', expected: null, actual: '2 (twice)' },
      { node: 'a', expected: '1', actual: null },
      { node: 'c', expected: null, actual: '3' },
    ]);
  });

  it('asks nothing of rows that are not listed, and where no row may be, that there is none', () => {
    const actual = [row('a', '1'), row('b', '2'), row('c', '3')];

    expect(differencesAmongListed([row('a', '1'), row('d', '')], actual)).toEqual([]);
    expect(differencesAmongListed([row('a', '2'), row('b', ''), row('d', '4')], actual)).toMatchObject([
      { node: 'a', expected: '2', actual: '1' },
      { node: 'd', expected: '4', actual: null },
      { node: 'b', expected: null, actual: '2' },
    ]);
  });

  it('words a difference with the arithmetic of the engine and the line of the working', async () => {
    const folder = readCase('edu-talent');
    const { scoring, rows } = await runCase(folder);
    const changed = folder.expected.map(([period, subject, node, value]): ResultRow => [
      period,
      subject,
      node,
      period === '2024' && subject === 's01' && node === 'total' ? '124' : value,
    ]);

    const told = describeDifferences(differences(changed, rows), scoring, folder.working);

    expect(told).toMatch(
      /^1 differences \(total ×1\)\n2024 s01 total: expected 124, engine 123\n {4}engine: 100 \+ 23 = 123/,
    );
    expect(told).toContain('worked: | s01 | 2024 |');
  });
});
