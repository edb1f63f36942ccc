import { describe, expect, it } from 'vitest';
import { figure, score, scoreFault } from '../score/testing/score-text.ts';

const scheme = (rest: string) => `
inputs:
  word: { kind: level, words: [正式, 合同工, 临时] }
  n: { kind: number, NA: true }
results:
  - { id: x, table: { of: [word, n], ${rest} } }
`;
const ROWS = "rows: [[正式, any, 1], [[合同工, 临时], '>= 10', 0.8], [合同工, 5, 0.5]]";

describe('a table', () => {
  it('gives the result of the first row that fits', () => {
    const text = scheme(`${ROWS}, else: 0`);
    expect(figure(text, 'x', '2024 a word 正式')).toBe('1');
    expect(figure(text, 'x', '2024 a word 临时', '2024 a n 10')).toBe('0.8');
    expect(figure(text, 'x', '2024 a word 合同工', '2024 a n 5.0')).toBe('0.5');
    expect(figure(text, 'x', '2024 a word 合同工', '2024 a n 6')).toBe('0');
  });

  it('fits what is missing or NA to any only', () => {
    const text = scheme(`${ROWS}, else: 0`);
    expect(figure(text, 'x', '2024 a word 正式', '2024 a n NA')).toBe('1');
    expect(figure(text, 'x', '2024 a word 合同工')).toBe('0');
    expect(figure(text, 'x', '2024 a n 20')).toBe('0');
  });

  it('may take the best of the rows that fit', () => {
    const rows = "rows: [[any, '> 1', 1], [any, '> 3', 3], [any, '> 2', 2]]";
    expect(figure(scheme(`${rows}, take: highest, else: 0`), 'x', '2024 a n 9')).toBe('3');
    expect(figure(scheme(`${rows}, take: lowest, else: 0`), 'x', '2024 a n 9')).toBe('1');
  });

  it('stops the scoring where no row fits', () => {
    expect(scoreFault(scheme(ROWS), { rows: ['2024 a word 临时', '2024 a n 1'] })).toBe('score.no-case 2024 a x');
  });

  it('words itself with its rows', () => {
    const { rule } = score(scheme(`${ROWS}, else: 0`), { rows: ['2024 a word 正式'] }).explain({ node: 'x' });
    expect(rule.zh).toBe('按word、n查表：正式 · 不限 → 1；合同工或临时 · >= 10 → 0.8；合同工 · 5 → 0.5；其他 → 0');
  });
});
