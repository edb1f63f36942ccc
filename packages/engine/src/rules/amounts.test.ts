import { describe, expect, it } from 'vitest';
import { figure, row } from '../score/testing/score-text.ts';

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
});
