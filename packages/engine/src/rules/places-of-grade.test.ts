import { describe, expect, it } from 'vitest';
import { score, subject } from '../score/testing/score-text.ts';

const scheme = (places: string) => `
inputs: { total: { kind: number }, open: { kind: flag, without a row: true } }
results:
  - { id: total, formula: total }
  - { id: raw, bands: { of: total, rows: [{ from: 90, is: 优秀 }, { is: 合格 }] } }
  - { id: grade, places: { of: raw, word: 优秀, else: 良好, ${places} } }
`;
const ids = [...'abcdefghijklmnop'];
const given = (totals: readonly number[]) => totals.map((total, at) => `2024 ${ids[at]} total ${total}`);
/** How the subjects a, b, c … are graded: 优, 良 or 合. */
const grades = (places: string, totals: readonly number[], ...more: readonly string[]) =>
  score(scheme(places), { rows: [...given(totals), ...more] })
    .column('grade')
    .split(' ')
    .map((word) => word[0])
    .join('');

describe('places of a grade', () => {
  it('has whole places, rounded down, of all who take part', () => {
    expect(grades('share: 30%', [99, 98, 97, 96, 95, 60, 60, 60, 60, 60])).toBe('优优优良良合合合合合');
    expect(grades('share: 30%', [99, 98, 97, 96, 95, 60, 60, 60, 60])).toBe('优优良良良合合合合');
    expect(grades('share: 1/3', [99, 98, 60])).toBe('优良合');
  });

  it('has no place at all where the share rounds down to 0', () => {
    expect(grades('share: 30%', [99, 98, 60])).toBe('良良合');
    expect(grades('share: 0%', [99, 98])).toBe('良良');
  });

  it('takes everybody in where there are enough places', () => {
    expect(grades('share: 100%', [99, 98, 97])).toBe('优优优');
    expect(grades('share: 50%', [99, 98, 60, 60])).toBe('优优合合');
  });

  it('drops a tie across the last place, and does not pass its places on', () => {
    expect(grades('share: 50%', [99, 98, 98, 97, 60, 60])).toBe('优良良良合合'.replace('优良良', '优优优')); // 3 places, tie inside
    expect(grades('share: 1/3', [99, 98, 98, 97, 60, 60])).toBe('优良良良合合'); // 2 places, tie across
    expect(grades('share: 1/6', [99, 99, 98, 97, 60, 60])).toBe('良良良良合合'); // 1 place, tie at the top
  });

  it('admits a tie across the last place where the scheme says so', () => {
    expect(grades('share: 1/3, ties: admit', [99, 98, 98, 97, 60, 60])).toBe('优优优良合合');
    expect(grades('share: 1/6, ties: admit', [99, 99, 98, 97, 60, 60])).toBe('优优良良合合');
    expect(grades('share: 0%, ties: admit', [99, 99])).toBe('良良');
  });

  it('ranks only those who have the grade: others with more marks take no place', () => {
    const capped = scheme('share: 50%').replace(
      '{ from: 90, is: 优秀 }',
      '{ above: 98, is: 合格 }, { from: 90, is: 优秀 }',
    );
    const column = score(capped, { rows: given([99, 98, 97, 60]) }).column('grade');
    expect(column).toBe('合格 优秀 优秀 合格');
  });

  it('counts each group, and each period, for itself', () => {
    const units = [
      subject('a', { group: '甲' }),
      subject('b', { group: '甲' }),
      subject('c', { group: '乙' }),
      subject('d', { group: '乙' }),
    ];
    const rows = [...given([99, 98, 97, 60]), '2025 a total 91'];
    const result = score(scheme('share: 50%'), { rows, units });
    expect(result.column('grade')).toBe('优秀 良好 优秀 合格');
    expect(result.column('grade', '2025')).toBe('良好');
    expect(score(scheme('share: 50%, within: everybody'), { rows, units }).column('grade')).toBe('优秀 优秀 良好 合格');
  });

  it('can go by another figure, and take its places from fewer', () => {
    expect(grades('share: 50%, by: 0 - total', [99, 98, 97, 96])).toBe('良良优优');
    expect(grades('share: 50%, share of: open', [99, 98, 60, 60], '2024 c open false', '2024 d open false')).toBe(
      '优良合合',
    );
  });
});
