import { describe, expect, it } from 'vitest';
import { faultsOf, score, subject } from '../score/testing/score-text.ts';

const scheme = (rule: string, more = '') => `
${more}
inputs: { n: { kind: number, NA: true }, open: { kind: flag, without a row: true } }
results:
  - { id: total, formula: n }
  - { id: place, rank: { ${rule} } }
`;
const ids = [...'abcdefghij'];
/** Figures of subjects a, b, c … in one group; an empty text gives no figure. */
const places = (rule: string, values: readonly string[], ...more: readonly string[]) =>
  score(scheme(rule), {
    rows: [
      ...values.map((value, at) => (value === '' ? `2024 ${ids[at]} here 1` : `2024 ${ids[at]} n ${value}`)),
      ...more,
    ],
  }).column('place');

describe('a rank', () => {
  it('is a competition rank, highest total first', () => {
    expect(places('by: total', ['9', '7', '7', '5'])).toBe('1 2 2 4');
    expect(places('from: lowest', ['9', '7', '7', '5'])).toBe('4 2 2 1');
    expect(places('ties: last', ['9', '7', '7', '5'])).toBe('1 3 3 4');
  });

  it('parts what differs in the last digit, and not what does not', () => {
    expect(places('by: total', ['0.1', '0.10', '0.1000000000000000000001'])).toBe('2 2 1');
    expect(places('by: n / 3', ['1', '2', '1'])).toBe('2 1 2');
  });

  it('takes what is missing as 0, and does not rank what does not apply', () => {
    expect(places('by: total', ['5', '', '-1', 'NA'])).toBe('1 2 3 NA');
    expect(places('by: total', ['5', '', '0'])).toBe('1 2 2');
  });

  it('can be narrowed to those who compete', () => {
    expect(places('among: open', ['9', '8', '7'], '2024 a open false')).toBe('NA 1 2');
    expect(places('among: n > 6', ['9', '', '7'])).toBe('1 NA 2');
  });

  it('is counted in each group and period apart, or among everybody', () => {
    const units = [
      subject('a', { group: '甲' }),
      subject('b', { group: '乙' }),
      subject('c', { group: '甲' }),
      subject('d', { size: '大' }),
    ];
    const rows = ['2024 a n 1', '2024 b n 2', '2024 c n 3', '2024 d n 4', '2025 a n 9'];
    const column = (rule: string, more?: string) => score(scheme(rule, more), { rows, units }).column('place');
    expect(column('by: total')).toBe('2 1 1 1');
    expect(column('within: everybody')).toBe('4 3 2 1');
    expect(column('within: size')).toBe('3 2 1 1');
    expect(column('by: total', 'rank within: everybody')).toBe('4 3 2 1');
    expect(score(scheme('by: total'), { rows, units }).figure('a', 'place', '2025')).toBe('1');
  });

  it('asks for the figure to say what a division by zero is worth, which would otherwise be everybody’s place', () => {
    const beside = scheme('by: 6 / n').replace('6 / n } }', '6 / n }, if dividing by zero: 0 }');
    expect(faultsOf(beside)).toEqual(['rank.divides 0']);
    expect(places("by: 'if n = 0 then 0 else 6 / n'", ['0', '2', '3'])).toBe('3 1 2');
  });
});
