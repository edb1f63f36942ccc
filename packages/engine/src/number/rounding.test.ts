import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import { ROUNDING_MODES, round } from './rounding.ts';
import type { RoundingMode } from './rounding.ts';
import { exactText, parseNumber } from './text.ts';

const rounded = (text: string, places: number, mode?: RoundingMode): string =>
  exactText(round(parseNumber(text) as Fraction, places, mode));

/** Modes that go by size: what is up for a positive number is down for a negative one. */
const SIDED: ReadonlySet<RoundingMode> = new Set(['half up', 'half down', 'up', 'down']);

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
    const border = fc.tuple(
      fc.constantFrom(0n, 2n ** 52n, 2n ** 53n, 2n ** 53n / 10n),
      fc.bigInt({ min: -9n, max: 9n }),
    );
    const top = fc.tuple(border, fc.boolean()).map(([[base, step], isNegative]) => (isNegative ? -base : base) + step);
    const bottom = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 53n }), fc.bigInt({ min: 1n, max: 9n }));
    fc.assert(
      fc.property(
        top,
        bottom,
        fc.integer({ min: 0, max: 14 }),
        fc.constantFrom(...ROUNDING_MODES),
        (a, b, places, mode) => {
          const scale = 10n ** BigInt(places);
          const far = 10n ** 40n; // moved so far away by whole steps that nothing of it is small
          const moved = round(Fraction.of(a + far * b, b), places, mode).minus(Fraction.of(far));
          // Away from 0 and towards it change sides with the sign, so these are compared with what they mean for it.
          const meant =
            a >= 0n || !SIDED.has(mode)
              ? moved
              : round(Fraction.of(-a + far * b, b), places, mode)
                  .minus(Fraction.of(far))
                  .negated();
          expect(round(Fraction.of(a, b), places, mode).equals(meant)).toBe(true);
          expect(round(Fraction.of(a, b), places, mode).times(Fraction.of(scale)).isWhole).toBe(true);
        },
      ),
      { numRuns: 2000 },
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
