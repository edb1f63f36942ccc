import { describe, expect, it } from 'vitest';
import type { Figure } from '../reader/figure.ts';
import type { Fraction } from '../number/fraction.ts';
import { round } from '../number/rounding.ts';
import { exactText, formatNumber, parseNumber } from '../number/text.ts';
import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import { ScoreError } from '../score/score-error.ts';
import { score } from '../score/testing/score-text.ts';
import type { Result } from '../score/testing/score-text.ts';
import { evaluateArithmetic } from './testing/evaluate-arithmetic.ts';
import fc from '../testing/seeded-fast-check.ts';

/** A number as explanations write it is this value: a decimal, a quotient, or `0.123457…`. */
function isWritten(text: string, value: Fraction): boolean {
  if (text.endsWith('…')) return text === `${formatNumber(value, 6).text.replace('-', '−')}…`;
  return evaluateArithmetic(text)?.equals(value) ?? false;
}

/** A figure is the value, in its decimals or exactly. */
function isFigure({ text, exact }: Figure, value: Fraction): boolean {
  return exact ? parseNumber(text)?.equals(value) === true : formatNumber(value).text === text;
}

/** Whether a value rounds to a figure, to whatever places. */
function roundsTo(value: Fraction, figure: Figure): boolean {
  return [0, 1, 2, 3, 4].some((places) => isFigure(figure, round(value, places)));
}

/** What is wrong with an equation that an explanation shows; `null`: nothing; `undefined`: it is more than arithmetic. */
function faultOf(equation: string, figure: Figure): string | null | undefined {
  const [left = '', ...rest] = equation.split(/ [=≈] /);
  const value = evaluateArithmetic(left);
  if (value === null) return undefined;
  const isRounded = equation.includes(' ≈ ');
  const exact = isRounded ? rest.slice(0, -1) : rest;
  if (exact.some((text) => !isWritten(text, value))) return `${equation}: the left side is ${exactText(value)}`;
  if (!isRounded) return isFigure(figure, value) ? null : `${equation}: the figure is ${figure.text}`;
  const result = evaluateArithmetic(rest.at(-1) ?? '');
  const isResult = result !== null && isFigure(figure, result) && roundsTo(value, figure) && !isFigure(figure, value);
  return isResult ? null : `${equation}: the figure is ${figure.text}`;
}

describe.each(['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages'])(
  'the explanations of %s',
  (id) => {
    it('show arithmetic that comes to the figure, and steps that come to theirs', async () => {
      const { scored, explain } = (await runCase(readCase(id))).scoring;
      const faults: string[] = [];
      let equations = 0;
      let others = 0;
      for (const { description, keys, figures } of scored.parts) {
        for (const [node, column] of figures) {
          column.forEach((figure, at) => {
            const key = keys[at];
            const unit = scored.subjects[key?.subject ?? -1]?.subject;
            if (
              figure === null ||
              figure.state !== 'value' ||
              figure.number === null ||
              key === undefined ||
              unit === undefined
            )
              return;
            const { arithmetic, steps } = explain({ part: description.id, period: key.period, subject: unit, node });
            for (const shown of [{ arithmetic, figure }, ...steps.filter((step) => step.figure.number !== null)]) {
              if (shown.arithmetic === '') continue;
              const fault = faultOf(shown.arithmetic, shown.figure);
              if (fault === undefined) others += 1;
              else equations += 1;
              if (typeof fault === 'string') faults.push(`${key.period} ${unit} ${node}: ${fault}`);
            }
          });
        }
      }
      expect(faults.slice(0, 10)).toEqual([]);
      expect(equations).toBeGreaterThan(100);
      expect(others / equations).toBeLessThan(0.5);
    });
  },
);

/** A formula over the inputs a and b, in brackets wherever they may be needed. */
const { formula } = fc.letrec<{ formula: string }>((tie) => {
  const part = tie('formula');
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', '3', '0.25', '1/3', '2%'),
      fc
        .tuple(part, fc.constantFrom('+', '-', '*', '/'), part)
        .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
      part.map((inner) => `-(${inner})`),
      fc.tuple(fc.constantFrom('floor', 'ceiling', 'abs'), part).map(([name, inner]) => `${name}(${inner})`),
      fc.tuple(part, fc.integer({ min: 0, max: 2 })).map(([inner, places]) => `round half up(${inner}, ${places})`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'sum', 'mean'), fc.array(part, { minLength: 2, maxLength: 3 }))
        .map(([name, parts]) => `${name}(${parts.join(', ')})`),
      fc.tuple(part, part).map(([left, right]) => `if a > 2 then ${left} else (${right})`),
    ),
  };
});

describe('the explanation of any formula', () => {
  it('shows arithmetic that comes to the figure, rounded or not, limited or not', () => {
    const decimal = fc.integer({ min: -500, max: 500 }).map((units) => String(units / 100));
    const modifiers = fc.subarray([
      'round: 1',
      'at most: 5',
      'at least: -1',
      'only if: b > 0',
      'unless: { if: a > 4, use: a * 2 }',
      'if missing: 3',
    ]);
    let checked = 0;
    fc.assert(
      fc.property(formula, decimal, decimal, modifiers, (text, a, b, more) => {
        const scheme = `inputs: { a: { kind: number }, b: { kind: number } }\nresults:\n  - { id: x, formula: "${text}"${more.map((one) => `, ${one}`).join('')} }\n`;
        let found: Result;
        try {
          found = score(scheme, { rows: [`2024 a a ${a}`, `2024 a b ${b}`] });
        } catch (error) {
          if (error instanceof ScoreError) return; // a quotient by 0
          throw error;
        }
        const { arithmetic, figure } = found.explain({ node: 'x' });
        if (arithmetic === '') return;
        const fault = faultOf(arithmetic, figure);
        if (fault !== undefined) checked += 1;
        expect(fault ?? null, `${text} with a = ${a}, b = ${b}, ${more.join(', ')}`).toBeNull();
      }),
      { numRuns: 400 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});

describe('brackets', () => {
  it.each([
    ['a - (b - 1)', '3 − (4 − 1) = 0'],
    ['a - b - 1', '3 − 4 − 1 = −2'],
    ['a / (b / 2)', '3 ÷ (4 ÷ 2) = 1.5'],
    ['a / b / 2', '3 ÷ 4 ÷ 2 = 0.375'],
    ['a / sum(a, b)', '3 ÷ (3 + 4) = 3/7'],
    ['a / mean(a, b)', '3 ÷ ((3 + 4) ÷ 2) = 6/7'],
    ['(a + b) * 2', '(3 + 4) × 2 = 14'],
    ['-(a + b) * 2', '(−(3 + 4)) × 2 = −14'],
    ['a * (0 - b)', '3 × (0 − 4) = −12'],
    ['round half up(a / 7, 1) * b', 'round(3 ÷ 7, 1) × 4 = 1.6'],
    ['round half up(a, 1) * b', '3 × 4 = 12'],
    ['ceiling(a / 2) + floor(b / 3)', '⌈3 ÷ 2⌉ + ⌊4 ÷ 3⌋ = 3'],
    ['round half up(a / 7, 1)', '3 ÷ 7 = 3/7 ≈ 0.4'],
  ])('stand in the arithmetic of %s where it needs them, and nowhere else', (text, expected) => {
    const scheme = `inputs: { a: { kind: number }, b: { kind: number } }\nresults:\n  - { id: x, formula: "${text}" }\n`;
    expect(score(scheme, { rows: ['2024 a a 3', '2024 a b 4'] }).explain({ node: 'x' }).arithmetic).toBe(expected);
  });
});

describe('a fraction', () => {
  const arithmetic = (formula: string): string => {
    const scheme = `inputs: { a: { kind: number }, b: { kind: number } }
results:
  - { id: part, formula: a / b }
  - { id: x, formula: "${formula}" }
`;
    return score(scheme, { rows: ['2024 a a 105679', '2024 a b 1200'] }).explain({ node: 'x' }).arithmetic;
  };

  it('whose size nobody sees has a decimal beside it, unless a rounded one follows', () => {
    expect(arithmetic('part / 7')).toBe('105679/1200 (≈ 88.0658) ÷ 7 = 15097/1200 (≈ 12.5808)');
    expect(arithmetic('0 - part')).toBe('0 − 105679/1200 (≈ 88.0658) = −105679/1200 (≈ −88.0658)');
    expect(arithmetic('round half up(part, 2)')).toBe('105679/1200 ≈ 88.07');
  });

  it('of small numbers stands alone', () => {
    expect(arithmetic('a / (a * 7)')).toMatch(/= 1\/7$/);
  });
});

describe('the evaluator of this test', () => {
  it('reads what explanations write', () => {
    const value = (text: string) => {
      const found = evaluateArithmetic(text);
      return found === null ? null : exactText(found);
    };
    expect(value('1 + 2 × 3 − 4 ÷ 2')).toBe('5');
    expect(value('8 ÷ 4 ÷ 2')).toBe('1');
    expect(value('2 ÷ 1/3')).toBe('6');
    expect(value('3 × min(1.1, max(0, 1))')).toBe('3');
    expect(value('5 − (−3)')).toBe('8');
    expect(value('⌊7 ÷ 2⌋ + ⌈7 ÷ 2⌉')).toBe('7');
    expect(value('75 ∈ [60, 90)')).toBeNull();
    expect(value('0.333333… × 3')).toBeNull();
  });
});
