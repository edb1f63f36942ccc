import { describe, expect, it } from 'vitest';
import type { Figure } from '../reader/figure.ts';
import { Fraction } from '../number/fraction.ts';
import { round } from '../number/rounding.ts';
import { exactText, formatNumber, parseNumber } from '../number/text.ts';
import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import { evaluateArithmetic } from './testing/evaluate-arithmetic.ts';

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

describe.each(['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages'])('the explanations of %s', (id) => {
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
          if (figure === null || figure.state !== 'value' || figure.number === null || key === undefined || unit === undefined) return;
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
  }, 60_000);
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
