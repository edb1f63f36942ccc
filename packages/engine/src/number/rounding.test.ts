import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import { ROUNDING_MODES, round, roundSignificant } from './rounding.ts';
import type { RoundingMode } from './rounding.ts';
import { exactText, parseNumber } from './text.ts';
import fc from '../testing/seeded-fast-check.ts';

const rounded = (text: string, places: number, mode?: RoundingMode): string =>
  exactText(round(parseNumber(text) as Fraction, places, mode));

/** a/b as a whole number, by the meaning of the modes in BigInt alone. */
function roundedWhole(a: bigint, b: bigint, mode: RoundingMode): bigint {
  const size = (a < 0n ? -a : a) / b; // towards 0
  const rest = (a < 0n ? -a : a) % b;
  const sign = a < 0n ? -1n : 1n;
  const isAway: Readonly<Record<RoundingMode, boolean>> = {
    'half up': 2n * rest >= b,
    'half down': 2n * rest > b,
    'half even': 2n * rest > b || (2n * rest === b && size % 2n === 1n),
    up: rest > 0n,
    down: false,
    floor: rest > 0n && a < 0n,
    ceiling: rest > 0n && a > 0n,
  };
  return sign * (isAway[mode] ? size + 1n : size);
}

describe('rounding', () => {
  it.each<[RoundingMode, string]>([
    ['half up', '3 -3 3 -3 2 -2 2'],
    ['half down', '2 -2 3 -3 2 -2 1'],
    ['half even', '2 -2 3 -3 2 -2 2'],
    ['up', '3 -3 3 -3 3 -3 2'],
    ['down', '2 -2 2 -2 2 -2 1'],
    ['floor', '2 -3 2 -3 2 -3 1'],
    ['ceiling', '3 -2 3 -2 3 -2 2'],
  ])('%s takes 2.5, −2.5, 2.6, −2.6, 2.4, −2.4 and 1.5 to %s', (mode, expected) => {
    const values = ['2.5', '-2.5', '2.6', '-2.6', '2.4', '-2.4', '1.5'];
    expect(values.map((value) => rounded(value, 0, mode)).join(' ')).toBe(expected);
  });

  it('goes up at half a cent by default, away from 0', () => {
    expect(rounded('1.005', 2)).toBe('1.01');
    expect(rounded('-1.005', 2)).toBe('-1.01');
    expect(rounded('89.995', 2)).toBe('90');
    expect(rounded('89.9949999999999999999999', 2)).toBe('89.99');
    expect(rounded('2.675', 2)).toBe('2.68');
  });

  it('is decided by the exact quotient, not by its first digits', () => {
    const below = Fraction.of(1, 2).minus(Fraction.of(1n, 10n ** 40n));
    expect(exactText(round(below, 0))).toBe('0');
    expect(exactText(round(Fraction.of(1, 3), 2))).toBe('0.33');
    expect(exactText(round(Fraction.of(2, 3), 2))).toBe('0.67');
    expect(exactText(round(Fraction.of(-2, 3), 0, 'down'))).toBe('0');
  });

  it('rounds to tens and hundreds with negative places', () => {
    expect(rounded('1250', -2)).toBe('1300');
    expect(rounded('1250', -2, 'half even')).toBe('1200');
    expect(rounded('-1250', -2)).toBe('-1300');
    expect(rounded('49.9', -2)).toBe('0');
    expect(rounded('50', -2)).toBe('100');
  });

  it('leaves alone what lies on a step', () => {
    for (const mode of ROUNDING_MODES) {
      expect(rounded('-3', 0, mode)).toBe('-3');
      expect(rounded('1.25', 2, mode)).toBe('1.25');
      expect(rounded('0', 3, mode)).toBe('0');
      expect(rounded('0.1', 400, mode)).toBe('0.1');
    }
  });

  it('moves no number further than a step, and the halves no further than half of one', () => {
    const value = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
      .map(([top, bottom]) => Fraction.of(top, bottom));
    fc.assert(
      fc.property(value, fc.integer({ min: -3, max: 6 }), fc.constantFrom(...ROUNDING_MODES), (x, places, mode) => {
        const step = places >= 0 ? Fraction.of(1n, 10n ** BigInt(places)) : Fraction.of(10n ** BigInt(-places));
        const result = round(x, places, mode);
        const moved = result.minus(x);
        expect(result.dividedBy(step).isWhole).toBe(true);
        expect(moved.absolute().compare(step)).toBeLessThan(0);
        if (mode.startsWith('half'))
          expect(moved.times(Fraction.of(2)).absolute().compare(step)).toBeLessThanOrEqual(0);
        if (mode === 'floor') expect(moved.sign).toBeLessThanOrEqual(0);
        if (mode === 'ceiling') expect(moved.sign).toBeGreaterThanOrEqual(0);
        if (mode === 'up') expect(result.absolute().compare(x.absolute())).toBeGreaterThanOrEqual(0);
        if (mode === 'down') expect(result.absolute().compare(x.absolute())).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is the same in plain and in big whole numbers, close to where one gives way to the other', () => {
    const near = (base: bigint) => fc.bigInt({ min: base - 50n, max: base + 50n });
    const size = fc.oneof(
      near(50n),
      near(2n ** 53n),
      near(2n ** 52n),
      near(2n ** 53n / 10n),
      fc.bigInt({ min: 0n, max: 2n ** 53n }),
    );
    const top = fc.tuple(size, fc.boolean()).map(([value, isNegative]) => (isNegative ? -value : value));
    const bottom = size.map((value) => (value === 0n ? 1n : value));
    const places = fc.integer({ min: 0, max: 14 });
    fc.assert(
      fc.property(top, bottom, places, fc.constantFrom(...ROUNDING_MODES), (a, b, digits, mode) => {
        const expected = Fraction.of(roundedWhole(a * 10n ** BigInt(digits), b, mode), 10n ** BigInt(digits));
        expect(round(Fraction.of(a, b), digits, mode).equals(expected)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('mirrors at 0 for the modes that go by size', () => {
    const value = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 1000 })).map(([a, b]) => Fraction.of(a, b));
    fc.assert(
      fc.property(
        value,
        fc.constantFrom<RoundingMode>('half up', 'half down', 'half even', 'up', 'down'),
        (x, mode) => {
          expect(round(x.negated(), 1, mode).equals(round(x, 1, mode).negated())).toBe(true);
        },
      ),
    );
  });
});

describe('rounding to significant digits', () => {
  it.each([
    ['12345', 3, '12300'],
    ['12350', 3, '12400'],
    ['0.00012345', 4, '0.0001235'],
    ['-0.00012345', 4, '-0.0001235'],
    ['999.5', 3, '1000'],
    ['0.0999951', 4, '0.1'],
    ['1', 6, '1'],
    ['0', 6, '0'],
  ])('%s to %i digits is %s', (text, digits, expected) => {
    expect(exactText(roundSignificant(parseNumber(text) as Fraction, digits))).toBe(expected);
  });

  it('is off by no more than half a step of the last digit', () => {
    const whole = fc.bigInt(1n, 10n ** 30n);
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 12 }), (a, b, digits) => {
        const value = Fraction.of(a, b);
        const off = roundSignificant(value, digits).minus(value).absolute();
        // Half a step is at most 5 × 10^−digits of the value itself.
        expect(off.compare(value.times(Fraction.of(5n, 10n ** BigInt(digits))))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
