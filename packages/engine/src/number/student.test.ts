import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import { roundSignificant } from './rounding.ts';
import { twoSidedP } from './student.ts';
import { exactText, parseNumber } from './text.ts';

const p = (t: string, degrees: number, digits = 6): string =>
  exactText(roundSignificant(twoSidedP(parseNumber(t) as Fraction, degrees), digits));

describe('the two-sided p of Student’s t', () => {
  // Critical values as printed in tables of the distribution.
  it.each([
    ['12.7062047364', 1, '0.05'],
    ['4.30265272991', 2, '0.05'],
    ['2.57058183661', 5, '0.05'],
    ['2.20098516008', 11, '0.05'],
    ['2.05183051648', 27, '0.05'],
    ['3.16927266718', 10, '0.01'],
    ['3.64595863579', 30, '0.001'],
    ['1.98397151852', 100, '0.05'],
  ])('of %s with %i degrees of freedom is %s', (t, degrees, expected) => {
    expect(Number(p(t, degrees, 10))).toBeCloseTo(Number(expected), 9);
  });

  it('is exact where it is a quotient: half beyond 1 with one degree, all beyond 0', () => {
    expect([p('1', 1, 40), p('-1', 1, 40), p('0', 7, 40)]).toEqual(['0.5', '0.5', '1']);
    // With two degrees p = 1 − t ÷ √(2 + t²): for t = 1/2 that is 2/3.
    expect(p('0.5', 2, 30)).toBe('0.666666666666666666666666666667');
  });

  it('keeps its digits where it is very small', () => {
    expect(p('49.2757', 11)).toBe('0.0000000000000295202');
    const tiny = twoSidedP(Fraction.of(1_000_000), 40);
    expect(tiny.sign).toBe(1);
    expect(tiny.compare(Fraction.of(1n, 10n ** 200n))).toBe(-1);
  });

  it('falls as t grows', () => {
    for (const degrees of [1, 2, 3, 8, 27, 400]) {
      const values = ['0.1', '1', '2', '5', '40'].map((t) => twoSidedP(parseNumber(t) as Fraction, degrees));
      values.slice(1).forEach((value, at) => expect(value.compare(values[at] as Fraction)).toBe(-1));
    }
  });
});
