import { describe, expect, it } from 'vitest';
import { figure, score, scoreFault, subject } from '../score/testing/score-text.ts';

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

  it('says which row was taken, and what that row asks for', () => {
    const explain = (rest: string, ...rows: string[]) =>
      score(scheme(`${rest}, else: 0`), { rows }).explain({ node: 'x' });
    const { steps, arithmetic } = explain(ROWS, '2024 a word 临时', '2024 a n 12');
    expect(steps.map(({ title, figure: found }) => `${title.zh} ${found.text}`)).toEqual([
      '表中第 2 行（合同工或临时 · >= 10） 0.8',
    ]);
    expect(steps[0]!.title.en).toBe('Row 2 of the table (合同工 or 临时 · >= 10)');
    expect(arithmetic).toBe('');
    expect(explain(ROWS, '2024 a word 临时', '2024 a n 1').steps.at(-1)!.title.zh).toBe('表中没有符合的行');
    // The number is that of the file, whatever the order in which rows are tried.
    const best = "rows: [[any, '> 1', 1], [any, '> 3', 3], [any, '> 2', 2]], take: highest";
    expect(explain(best, '2024 a n 9').steps.at(-1)!.title.zh).toContain('第 2 行');
  });

  it('calls words by the titles that the scheme gives them, in either language', () => {
    const text = `
attributes:
  line: { kind: word, title: { zh: 条线, en: Line }, values: { biz: { zh: 业务, en: Business }, risk: 风险 } }
inputs:
  late: { kind: level, title: 上缴, words: { ontime: 按时, unpaid: 未缴 } }
results:
  - { id: x, table: { of: [line, late], rows: [[biz, ontime, 1], [[biz, risk], any, 0.5]] } }
  - { id: y, formula: 'if line = "biz" then 1 else 0' }
  - { id: z, levels: { of: late, words: { ontime: 2, unpaid: 0 } } }
`;
    const { explain } = score(text, { units: [subject('a', { line: 'biz' })], rows: ['2024 a late ontime'] });
    const { rule, steps } = explain({ node: 'x' });
    expect(rule.zh).toBe('按条线、上缴查表：业务 · 按时 → 1；业务或风险 · 不限 → 0.5');
    expect(rule.en).toBe('By Line, 上缴: Business · 按时 → 1; Business or 风险 · any → 0.5');
    expect(steps.map(({ title }) => title.zh)).toContain('表中第 1 行（业务 · 按时）');
    const line = steps.find(({ title }) => title.en === 'Line');
    expect([line?.figure.text, line?.word]).toEqual(['biz', { zh: '业务', en: 'Business' }]);
    const asked = explain({ node: 'y' });
    expect(asked.rule.zh).toContain('业务');
    expect(asked.steps.map((step) => step.titledArithmetic)).toContainEqual({
      zh: '“业务” = “业务”',
      en: '“Business” = “Business”',
    });
    const level = explain({ node: 'z' });
    expect(level.arithmetic).toBe('ontime → 2');
    expect(level.titledArithmetic).toEqual({ zh: '按时 → 2', en: '按时 → 2' });
  });
});
