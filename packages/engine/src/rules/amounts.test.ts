import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row } from '../score/testing/score-text.ts';

const HEAD = `
parameters: { rate: 2, step: 5, floor: 60%, quota: 50% }
inputs:
  n: { kind: number }
  late: { kind: event, categories: [a, b] }
  vote: { kind: rating, words: [好, 差] }
`;
const item = (rule: string) => `${HEAD}items:\n  - { id: x, max: 10, ${rule} }\n`;

describe('where a number may stand, an amount may stand', () => {
  it('in marks by category and in steps', () => {
    expect(
      figure(
        item('deduct: [{ each: late, by: { a: rate, b: rate * 2 } }]'),
        'x',
        row('2024 a late 1', { category: 'a' }),
      ),
    ).toBe('8');
    expect(
      figure(
        item('deduct: [{ each: late, by: { a: rate, b: rate * 2 } }]'),
        'x',
        row('2024 a late 2', { category: 'b' }),
      ),
    ).toBe('2');
    expect(figure(item('deduct: [{ per: step, of: n, marks: 1 }]'), 'x', '2024 a n 14')).toBe('8');
  });

  it('in proportions', () => {
    expect(figure(item('ratio: { of: n, to: 100, nothing below: floor }'), 'x', '2024 a n 59')).toBe('0');
    expect(figure(item('ratio: { of: n, to: 100, nothing below: floor }'), 'x', '2024 a n 60')).toBe('6');
    expect(figure(item('ratio: { of: n, to: 100, marks: rate * 2 }'), 'x', '2024 a n 50')).toBe('2');
  });

  it('in points of ballots', () => {
    const scheme = item('poll: { of: vote, words: { 好: step * 2, 差: rate } }');
    expect(figure(scheme, 'x', '2024 a vote 好', '2024 a vote 差')).toBe('6');
  });

  it('but no word and no flag, which would count as nothing', () => {
    const typed = (rule: string) =>
      item(rule).replace('inputs:', 'inputs:\n  lv: { kind: level }\n  fl: { kind: flag }');
    for (const rule of [
      'formula: n, at most: lv',
      'deduct: [{ marks: fl }]',
      'deduct: [{ each: late, marks: 1, at most: lv }]',
      'deduct: [{ row: late, marks: category }]',
      'deduct: [{ per: lv, of: n, marks: 1 }]',
      'deduct: [{ per: 1, of: lv, marks: 1 }]',
      'ratio: { rate: lv }',
      'bands: { of: lv, rows: [{ marks: 1 }] }',
      'bands: { of: n, rows: [{ from: lv, marks: 1 }, { marks: 0 }] }',
      'rank: { by: lv }',
      'places: { number: lv, by: n }',
      'share: { pool: n, by: fl }',
      'best: { count: 1, of: [{ title: 甲, formula: lv }] }',
      'sum: { of: [{ title: 甲, formula: lv }] }',
      'sum: {}, items: [{ id: y, formula: lv }]',
      'mean: items, items: [{ id: y, formula: lv }]',
      'weighted mean: items, items: [{ id: y, weight: 1, formula: lv }]',
    ]) {
      expect([rule, ...faultsOf(typed(rule)).map((fault) => fault.split(' ')[0])]).toEqual([
        rule,
        'formula.wrong-type',
      ]);
    }
  });
});
