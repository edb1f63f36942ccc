import { describe, expect, it } from 'vitest';
import { parseFormula } from './parse.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

/** The formula with a bracket around every operation. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'word':
      return JSON.stringify(expression.text);
    case 'flag':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'negate':
      return `(-${shown(expression.operand)})`;
    case 'binary':
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`;
    case 'between':
      return `(${shown(expression.low)} ≤ ${shown(expression.value)} ≤ ${shown(expression.high)})`;
    case 'in':
      return `(${shown(expression.value)} ∈ ${expression.options.map(shown).join(' | ')})`;
    case 'if':
      return `(${shown(expression.condition)} ? ${shown(expression.then)} : ${shown(expression.otherwise)})`;
    case 'call':
      return `${expression.name}(${expression.operands.map(shown).join(', ')})`;
    case 'filter':
      return `${shown(expression.list)}[${shown(expression.condition)}]`;
  }
}

const parsed = (source: string) => shown(parseFormula(source));

function refusal(source: string): { code: string; start: number; end: number } {
  try {
    parseFormula(source);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { code: error.code, start: error.span.start, end: error.span.end };
  }
  throw new Error(`"${source}" was understood.`);
}

describe('parsing a formula', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 / 4 / 2', '((8 / 4) / 2)'],
    ['(1 - 2) * 3', '((1 - 2) * 3)'],
    ['a - 2 ** 2', '(a - (2 ** 2))'],
    ['2 ** 3 ** 2', '((2 ** 3) ** 2)'],
    ['2 ** -1', '(2 ** -1)'],
    ['-a ** 2', '((-a) ** 2)'],
    ['-a * b', '((-a) * b)'],
    ['a - -b', '(a - (-b))'],
    ['a -2', '(a - 2)'],
    ['a-2', '(a - 2)'],
    ['- 2', '-2'],
    ['1 + 2 > 2', '((1 + 2) > 2)'],
    ['a or b and c', '(a or (b and c))'],
    ['a > 1 and b < 2 or c', '(((a > 1) and (b < 2)) or c)'],
    ['not(a) and b', '(not(a) and b)'],
  ])('reads %s as %s', (source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it.each([
    ['得分＞90', '(得分 > 90)'],
    ['得分 ＞＝ 90 and 等次 ＝ “优秀”', '((得分 >= 90) and (等次 = "优秀"))'],
    ['（１＋２）×３÷４－５', '((((1 + 2) * 3) / 4) - 5)'],
    ['得分-扣分', '(得分 - 扣分)'],
    ['得分2 + 1', '(得分2 + 1)'],
    ['名𠮷 > 1', '(名𠮷 > 1)'],
    ['`新 名-1` + 1', '(新 名-1 + 1)'],
  ])('reads Chinese names and full-width signs: %s', (source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it('takes points as part of a name and a hyphen as a minus', () => {
    expect(parsed('env.family.fee')).toBe('env.family.fee');
    expect(parsed('a.b-half')).toBe('(a.b - half)');
    expect(parsed('综合.得分-2')).toBe('(综合.得分 - 2)');
    expect(parsed('a . b')).toBe('a.b');
  });

  it.each([
    ['x / 30%', '(x / (30 / 100))'],
    ['-30%', '(-(30 / 100))'],
    ['30% * a', '((30 / 100) * a)'],
    ['x / .5 %', '(x / (.5 / 100))'],
  ])('takes a percentage as one operand: %s', (source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it.each([
    ['x in ("a", "b")', '(x ∈ "a" | "b")'],
    ['x in ["a", "b"]', '(x ∈ "a" | "b")'],
    ['x in "a"', '(x ∈ "a")'],
    ['x in (y + 1, 2)', '(x ∈ (y + 1) | 2)'],
    ['x between 1 and 5 and y', '((1 ≤ x ≤ 5) and y)'],
    ['if a > 1 then 2 else if b then 3 else 4', '((a > 1) ? 2 : (b ? 3 : 4))'],
    ['(if a then 1 else 2) + 3', '((a ? 1 : 2) + 3)'],
    ['sum(x[category = "a"])', 'sum(x[(category = "a")])'],
    ['count(x[a = 1][b = 2])', 'count(x[(a = 1)][(b = 2)])'],
    ['round half up(a.b, -2)', 'round half up(a.b, -2)'],
    ['round  half  up (x, 2)', 'round half up(x, 2)'],
    ['d >= date("2024-01-01")', '(d >= "2024-01-01")'],
    ['@"2024-01-01"', '"2024-01-01"'],
    ['"a\\"b"', '"a\\"b"'],
    ['true and false', '(true and false)'],
    ['1e3', '1e3'],
  ])('reads %s', (source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it.each([
    ['null', 0, 4],
    ['a + [1, 2]', 4, 10],
    ['{a: 1}', 0, 6],
    ['for x in y return x', 0, 19],
    ['some x in y satisfies x > 1', 0, 27],
    ['x instance of number', 0, 20],
    ['x in [1..5]', 5, 11],
    ['x in > 5', 5, 8],
    ['x == 3', 3, 6],
    ['得分 ＞ ＞ 90', 5, 9],
    ['f(a: 1)', 0, 7],
    ['a + +3', 4, 5],
    ['+3', 0, 1],
    ['a ^ 2', 2, 3],
  ])('refuses %s, which FEEL has and this language has not, at its place', (source, start, end) => {
    expect(refusal(source)).toEqual({ code: 'unsupported', start, end });
  });

  it.each([
    ['', 0],
    ['   ', 3],
    ['a +', 3],
    ['(1 + 2', 6],
    ['if a then b', 11],
    ['3x', 1],
    ['a, b', 1],
    ['x%', 1],
    ['（a＋b）％', 5],
    ['12:30', 2],
    ['x in []', 0],
    ['"open', 0],
    ['a // b', 2],
    ['"\\d"', 0],
  ])('refuses the mistake in "%s" at its place', (source, start) => {
    expect(refusal(source)).toMatchObject({ code: 'syntax', start });
  });

  it('keeps the places of the text as it was written', () => {
    const { span } = parseFormula('（得分＋１）＞９０％');
    expect(span).toEqual({ start: 0, end: 10 });
    const comparison = parseFormula('aa ＝ “优秀”');
    expect(comparison.kind === 'binary' && comparison.right.span).toEqual({ start: 5, end: 9 });
  });
});
