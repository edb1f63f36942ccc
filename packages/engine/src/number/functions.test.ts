import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import { squareRoot } from './functions.ts';
import { exactText, formatNumber } from './text.ts';
import fc from '../testing/seeded-fast-check.ts';

describe('the square root', () => {
  it('is exact where the root is rational', () => {
    expect(exactText(squareRoot(Fraction.of(9, 4)) as Fraction)).toBe('1.5');
    expect(exactText(squareRoot(Fraction.of(1, 9)) as Fraction)).toBe('1/3');
    expect(exactText(squareRoot(Fraction.ZERO) as Fraction)).toBe('0');
    expect(exactText(squareRoot(Fraction.ONE) as Fraction)).toBe('1');
  });

  it('is exact for squares of any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 90n }), fc.bigInt({ min: 1n, max: 10n ** 90n }), (top, bottom) => {
        const root = Fraction.of(top, bottom);
        expect(squareRoot(root.times(root))?.equals(root)).toBe(true);
      }),
    );
  });

  it('is right to far more digits than any rule rounds to, and shown as rounded', () => {
    const root = squareRoot(Fraction.of(2)) as Fraction;
    const error = root.times(root).minus(Fraction.of(2)).absolute();
    expect(error.compare(Fraction.of(1n, 10n ** 58n))).toBeLessThan(0);
    expect(formatNumber(root)).toEqual({ text: '1.414213562373', exact: false });
  });

  it('does not take a neighbour of a square for one', () => {
    const square = 10n ** 60n;
    const root = squareRoot(Fraction.of(square - 1n)) as Fraction;
    expect(root.equals(Fraction.of(10n ** 30n))).toBe(false);
  });

  it('does not exist below 0', () => {
    expect(squareRoot(Fraction.of(-1, 4))).toBeNull();
  });
});
