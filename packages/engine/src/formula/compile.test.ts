import { describe, expect, it } from 'vitest';
import { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import { evaluate, faultOf } from './testing/evaluate.ts';
import fc from '../testing/seeded-fast-check.ts';

const n = (top: number, bottom = 1) => Fraction.of(top, bottom);

function text(cell: Cell): string {
  if (cell instanceof Fraction) return exactText(cell);
  return cell instanceof Fault
    ? `fault ${cell.code}`
    : cell === MISSING
      ? 'missing'
      : cell === NOT_APPLICABLE
        ? 'NA'
        : String(cell);
}

const NAMES = {
  得分: n(91),
  x: n(7, 2),
  zero: n(0),
  grade: '优秀',
  day: '2024-02-29',
  veto: true,
  gap: MISSING,
  none: NOT_APPLICABLE,
  broken: new Fault('not-a-number', '?'),
};

describe('a formula', () => {
  it.each([
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 * 3', '1'],
    ['2 / 3', '2/3'],
    ['x / 30%', '35/3'],
    ['-2 ** 2', '4'],
    ['2 ** -2', '0.25'],
    ['2 ** 3 ** 2', '64'],
    ['10 - 2 - 3', '5'],
    ['-x', '-3.5'],
    ['floor(-x)', '-4'],
    ['ceiling(-x)', '-3'],
    ['abs(-x)', '3.5'],
    ['sqrt(9 / 4)', '1.5'],
    ['round half up(1.005, 2)', '1.01'],
    ['round half even(2.5)', '2'],
    ['round half down(2.5)', '2'],
    ['round up(2.1)', '3'],
    ['round down(2.9)', '2'],
    ['round half up(1250, -2)', '1300'],
    ['round half up(1.005, zero + 2)', '1.01'],
    ['round half up(x, x)', 'fault not-a-number'],
    ['round half up(x, gap)', 'missing'],
    ['significant(-2 / 3, 4)', '-0.6667'],
    ['significant(none, 4)', 'NA'],
    ['min(3, 1, 2)', '1'],
    ['max(x, 得分)', '91'],
    ['sum(1, 2, 3)', '6'],
    ['mean(1, 2, 2)', '5/3'],
    ['得分＞90', 'true'],
    ['得分 between 91 and 92', 'true'],
    ['得分 between 90 and 90.99', 'false'],
    ['grade in ("良好", "优秀")', 'true'],
    ['grade in ["良好"]', 'false'],
    ['day between "2024-01-01" and "2024-12-31"', 'true'],
    ['day >= date("2024-03-01")', 'false'],
    ['if veto then 0 else 得分', '0'],
    ['not(veto) or 得分 != 90', 'true'],
    ['veto = true and grade = “优秀”', 'true'],
    ['1e3 + .5', '1000.5'],
    ['or else(x, 0)', '3.5'],
    ['or else(gap, 7)', '7'],
    ['1 + or else(none, 7)', '8'],
    ['or else（gap，NA）', 'NA'],
    ['if veto then NA else x', 'NA'],
    ['if veto then x else missing', '3.5'],
    ['portion(25, 10, 20)', '10'],
    ['portion(15, 10, 20)', '5'],
    ['portion(5, 10, 20)', '0'],
    ['date(2024, 2, 29)', '2024-02-29'],
    ['date(2023, 2, 29)', 'fault not-a-date'],
  ])('%s gives %s', (source, expected) => {
    expect(text(evaluate(source, NAMES))).toBe(expected);
  });

  it.each([
    ['1 / zero', 'fault division-by-zero'],
    ['zero ** -1', 'fault division-by-zero'],
    ['2 ** x', 'fault not-a-number'],
    ['2 ** 1001', 'fault not-a-number'],
    ['sqrt(-x)', 'fault root-of-negative'],
    ['if veto then 1 else 1 / zero', '1'],
    ['if not(veto) then 1 else 1 / zero', 'fault division-by-zero'],
    ['gap + 1', 'missing'],
    ['none + 1', 'NA'],
    ['none + gap', 'NA'],
    ['broken + none + gap', 'fault not-a-number'],
    ['gap > 1', 'missing'],
    ['gap > 1 and 得分 < 1', 'false'],
    ['gap > 1 or 得分 > 1', 'true'],
    ['if gap > 1 then 1 else 2', 'missing'],
    ['gap between 1 and 2', 'missing'],
    ['sum(gap, 1)', '1'],
    ['sum(none, 1)', '1'],
    ['mean(none, gap, 4)', '2'],
    ['min(gap, 1)', 'missing'],
    ['given(gap)', 'false'],
    ['missing(gap)', 'true'],
    ['missing(none)', 'false'],
    ['applies(none)', 'false'],
    ['applies(gap)', 'true'],
    ['given(none)', 'false'],
    ['given(x)', 'true'],
  ])('with missing figures, NA and faults: %s gives %s', (source, expected) => {
    expect(text(evaluate(source, NAMES))).toBe(expected);
  });

  it.each([
    ['1 + grade', 'grade', ['number', 'word']],
    ['得分 + (veto)', 'veto', ['number', 'flag']],
    ['-grade', 'grade', ['number', 'word']],
    ['not(得分)', '得分', ['flag', 'number']],
    ['1 < 得分 < 5', '1 < 得分 < 5', ['number', 'flag']],
    ['得分 ＝ “优秀”', '“优秀”', ['number', 'word']],
    ['if 得分 then 1 else 2', '得分', ['flag', 'number']],
    ['if veto then 1 else “无”', '“无”', ['number', 'word']],
    ['得分 in (1, "2")', '"2"', ['number', 'word']],
    ['得分 between "1" and 2', '"1"', ['number', 'word']],
    ['veto between false and true', 'veto', ['number', 'flag']],
    ['得分 and veto', '得分', ['flag', 'number']],
    ['max(1, grade)', 'grade', ['number', 'word']],
    ['floor(day)', 'day', ['number', 'word']],
    ['sum(list[得分])', '得分', ['flag', 'number']],
  ])('names the wrong type in %s at its place', (source, at, details) => {
    expect(faultOf(source, NAMES)).toEqual({ code: 'wrong-type', at, details });
  });

  it('names an unknown name with the nearest one, at its place', () => {
    expect(faultOf('1 ＋ 得份', NAMES)).toEqual({ code: 'unknown-name', at: '得份', details: ['得份', '得分'] });
    expect(faultOf('1 + grad', NAMES)).toEqual({ code: 'unknown-name', at: 'grad', details: ['grad', 'grade'] });
    expect(faultOf('TRUE', NAMES)).toMatchObject({ code: 'unknown-name', details: ['TRUE', ''] });
    expect(faultOf('x y', NAMES)).toMatchObject({ code: 'unknown-name', at: 'x y' });
  });

  it('names an unknown function and a wrong number of operands', () => {
    expect(faultOf('flor(x)', NAMES)).toEqual({ code: 'unknown-function', at: 'flor(x)', details: ['flor', 'floor'] });
    expect(faultOf('floor(x, 2)', NAMES)).toMatchObject({ code: 'wrong-count', details: ['floor', '1', '1'] });
    expect(faultOf('floor()', NAMES)).toMatchObject({ code: 'wrong-count' });
    expect(faultOf('round half up(x, grade)', NAMES)).toMatchObject({ code: 'wrong-type', at: 'grade' });
    expect(faultOf('round half up(x, 1.5)', NAMES)).toMatchObject({ code: 'wrong-type', at: '1.5' });
  });

  it('knows lists from values', () => {
    expect(faultOf('list + 1', NAMES)).toMatchObject({ code: 'needs-value', at: 'list' });
    expect(faultOf('list[x > 1]', NAMES)).toMatchObject({ code: 'needs-value', at: 'list[x > 1]' });
    expect(faultOf('count(x)', NAMES)).toMatchObject({ code: 'needs-list', at: 'x' });
    expect(faultOf('exists(1 + 1)', NAMES)).toMatchObject({ code: 'needs-list', at: '1 + 1' });
    expect(faultOf('sum(x[1 = 1])', NAMES)).toMatchObject({ code: 'needs-list', at: 'x' });
    expect(faultOf('max(list, 1)', NAMES)).toMatchObject({ code: 'needs-value', at: 'list' });
  });

  it('looks back, never forward', () => {
    expect(faultOf('previous(x, 0)', NAMES)).toMatchObject({ code: 'unsupported', at: '0' });
    expect(faultOf('previous(x, -1)', NAMES)).toMatchObject({ code: 'unsupported', at: '-1' });
  });
});

/** An arithmetic expression as text, and its value worked out in BigInt; `null` where a divisor is 0. */
interface Sample {
  readonly text: string;
  readonly value: readonly [bigint, bigint] | null;
  /** 1: sum, 2: product, 3: power or sign, 4: operand. */
  readonly strength: number;
}

const bracketed = (sample: Sample, strength: number) => (sample.strength < strength ? `(${sample.text})` : sample.text);

function combined(operator: string, left: Sample, right: Sample): Sample {
  const strength = operator === '+' || operator === '-' ? 1 : 2;
  const text = `${bracketed(left, strength)} ${operator} ${bracketed(right, strength + 1)}`;
  if (left.value === null || right.value === null) return { text, value: null, strength };
  const [a, b] = left.value;
  const [c, d] = right.value;
  if (operator === '+') return { text, value: [a * d + c * b, b * d], strength };
  if (operator === '-') return { text, value: [a * d - c * b, b * d], strength };
  if (operator === '*') return { text, value: [a * c, b * d], strength };
  return { text, value: c === 0n ? null : [a * d, b * c], strength };
}

const literal: fc.Arbitrary<Sample> = fc.oneof(
  fc.nat(1000).map((units): Sample => ({ text: String(units), value: [BigInt(units), 1n], strength: 4 })),
  fc.nat(99999).map((units): Sample => ({ text: (units / 100).toFixed(2), value: [BigInt(units), 100n], strength: 4 })),
  fc.nat(200).map((units): Sample => ({ text: `${units}%`, value: [BigInt(units), 100n], strength: 4 })),
);
const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    literal,
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('sample'), tie('sample'))
      .map(([operator, left, right]) => combined(operator, left, right)),
    tie('sample').map((inner): Sample => {
      const value = inner.value === null ? null : ([-inner.value[0], inner.value[1]] as const);
      return { text: `-${bracketed(inner, 4)}`, value, strength: 3 };
    }),
    fc.tuple(tie('sample'), fc.nat(3)).map(([inner, power]): Sample => {
      const value =
        inner.value === null ? null : ([inner.value[0] ** BigInt(power), inner.value[1] ** BigInt(power)] as const);
      return { text: `${bracketed(inner, 4)} ** ${power}`, value, strength: 3 };
    }),
  ),
}));

describe('any arithmetic', () => {
  it('is evaluated as BigInt does, in brackets as few as needed', () => {
    fc.assert(
      fc.property(sample, ({ text: source, value }) => {
        const result = evaluate(source);
        if (value === null) expect(result).toMatchObject({ code: 'division-by-zero' });
        else expect((result as Fraction).equals(Fraction.of(value[0], value[1])), source).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('means the same in full-width signs', () => {
    const wide = (source: string) =>
      source
        .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .replace(/[()*/%.+-]/g, (sign) => WIDE[sign] ?? sign);
    fc.assert(
      fc.property(
        sample.filter(({ text: source }) => !source.includes('**')),
        ({ text: source }) => {
          expect(text(evaluate(wide(source)))).toBe(text(evaluate(source)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

const WIDE: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '*': '×',
  '/': '÷',
  '%': '％',
  '.': '．',
  '+': '＋',
  '-': '－',
};
