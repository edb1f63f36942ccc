import { describe, expect, it } from 'vitest';
import { score } from '../score/testing/score-text.ts';

const scheme = (prizes: string) => `
inputs: { total: { kind: number, NA: true }, veto: { kind: event } }
results:
  - { id: total, formula: total }
  - { id: prize, prizes: { ranks: [1st, 2nd, 3rd], ${prizes} } }
`;
const ids = [...'abcdefghij'];
const prizes = (more: string, totals: readonly (number | string)[], ...rows: readonly string[]) =>
  score(scheme(more), { rows: [...totals.map((total, at) => `2024 ${ids[at]} total ${total}`), ...rows] }).column(
    'prize',
  );

describe('prizes', () => {
  it('go to the first ranks, highest total first', () => {
    expect(prizes('', [5, 9, 7, 6])).toBe('none 1st 2nd 3rd');
  });

  it('are given in full to a tie, as long as there are places', () => {
    expect(prizes('', [9, 9, 7, 6])).toBe('1st 1st 3rd none');
    expect(prizes('', [9, 8, 8, 6])).toBe('1st 2nd 2nd none');
    expect(prizes('', [9, 9, 9, 6])).toBe('1st 1st 1st none');
  });

  it('are not given to a tie that goes beyond the places', () => {
    expect(prizes('', [9, 8, 7, 7])).toBe('1st 2nd none none');
    expect(prizes('', [9, 8, 8, 8])).toBe('1st none none none');
    expect(prizes('', [9, 9, 9, 9])).toBe('none none none none');
  });

  it('are given to every tie where ties are admitted, however many they are', () => {
    expect(prizes('ties: admit', [9, 8, 7, 7])).toBe('1st 2nd 3rd 3rd');
    expect(prizes('ties: admit', [9, 8, 8, 8, 6])).toBe('1st 2nd 2nd 2nd none');
    expect(prizes('ties: admit', [9, 9, 9, 9])).toBe('1st 1st 1st 1st');
    expect(prizes('ties: admit', [9, 8, 7, 6])).toBe('1st 2nd 3rd none');
    expect(prizes('ties: drop', [9, 8, 7, 7])).toBe('1st 2nd none none');
  });

  it('leave room for a tie where a rank without a prize is written', () => {
    const four = (totals: readonly number[]) =>
      score(scheme('').replace('3rd]', '3rd, none]'), {
        rows: totals.map((total, at) => `2024 ${ids[at]} total ${total}`),
      }).column('prize');
    expect(four([9, 8, 7, 7])).toBe('1st 2nd 3rd 3rd');
    expect(four([9, 8, 7, 6])).toBe('1st 2nd 3rd none');
    expect(four([9, 8, 7, 7, 7])).toBe('1st 2nd none none none');
  });

  it('go among those who compete alone, so that the next move up', () => {
    expect(prizes('among: not(exists(veto))', [9, 8, 7, 6], '2024 a veto')).toBe('none 1st 2nd 3rd');
  });

  it('pass over those without a figure, and have another word for nothing', () => {
    expect(prizes('else: 无', ['NA', 8, 7])).toBe('无 1st 2nd');
  });

  it('go by another figure', () => {
    expect(prizes('by: 0 - total', [9, 8, 7, 6])).toBe('none 3rd 2nd 1st');
  });
});
