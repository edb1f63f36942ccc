import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import fc from '../testing/seeded-fast-check.ts';

const LIMIT = 2 ** 53;
const BIG = 2n ** 53n;

/** A fraction as `[numerator, denominator]` in lowest terms. */
function parts(value: Fraction): [bigint, bigint] {
  return [value.numerator, value.denominator];
}

/** The same in BigInt, reduced the slow and sure way. */
function reference(numerator: bigint, denominator: bigint): [bigint, bigint] {
  const magnitude = (value: bigint) => (value < 0n ? -value : value);
  let [a, b] = [magnitude(numerator), magnitude(denominator)];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = denominator < 0n ? -1n : 1n;
  return [(sign * numerator) / a, (sign * denominator) / a];
}

/** Whole numbers that crowd around 0, around the border of doubles, and far beyond it. */
const whole = fc.oneof(
  fc.bigInt({ min: -100n, max: 100n }),
  fc.bigInt({ min: -3n, max: 3n }).map((step) => BIG + step),
  fc.bigInt({ min: -3n, max: 3n }).map((step) => -BIG + step),
  fc.bigInt({ min: -3n, max: 3n }).map((step) => 94906265n + step), // about the root of 2^53
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);
const positive = whole.map((value) => (value === 0n ? 1n : value < 0n ? -value : value));
const quotient = fc.tuple(whole, positive);
const small = (value: bigint): bigint | number => (value < BIG && value > -BIG ? Number(value) : value);
const make = ([top, bottom]: readonly [bigint, bigint]) => Fraction.of(small(top), small(bottom));

describe('a fraction', () => {
  it('is kept in lowest terms with its sign above', () => {
    expect(parts(Fraction.of(6, 4))).toEqual([3n, 2n]);
    expect(parts(Fraction.of(6, -4))).toEqual([-3n, 2n]);
    expect(parts(Fraction.of(-6, -4))).toEqual([3n, 2n]);
    expect(parts(Fraction.of(0, -7))).toEqual([0n, 1n]);
    expect(parts(Fraction.of(7))).toEqual([7n, 1n]);
    expect(parts(Fraction.of(10n ** 40n, 10n ** 39n))).toEqual([10n, 1n]);
  });

  it('refuses a denominator of 0 and parts that are not whole', () => {
    expect(() => Fraction.of(1, 0)).toThrow(RangeError);
    expect(() => Fraction.of(1n, 0n)).toThrow(RangeError);
    expect(() => Fraction.of(2n ** 60n, 0n)).toThrow(RangeError);
    expect(() => Fraction.of(0.5)).toThrow(RangeError);
    expect(() => Fraction.of(1, 1.5)).toThrow(RangeError);
    expect(() => Fraction.of(Number.NaN)).toThrow(RangeError);
    expect(() => Fraction.of(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('takes whole numbers up to the border of doubles and beyond', () => {
    for (const step of [-2n, -1n, 0n, 1n, 2n]) {
      expect(parts(Fraction.of(BIG + step))).toEqual([BIG + step, 1n]);
      expect(parts(Fraction.of(1, BIG + step))).toEqual([1n, BIG + step]);
      expect(parts(Fraction.of(-BIG - step, 3n))).toEqual(reference(-BIG - step, 3n));
    }
    expect(parts(Fraction.of(1e22))).toEqual([10n ** 22n, 1n]);
  });

  it('never divides by 0', () => {
    expect(() => Fraction.ONE.dividedBy(Fraction.ZERO)).toThrow(RangeError);
    expect(() => Fraction.ONE.dividedBy(Fraction.of(1, 3).minus(Fraction.of(1, 3)))).toThrow(RangeError);
  });

  it('knows no −0, however it comes to be 0', () => {
    const zeros = [
      Fraction.of(-0),
      Fraction.of(0, -5),
      Fraction.ZERO.negated(),
      Fraction.of(-3).times(Fraction.ZERO),
      Fraction.ZERO.dividedBy(Fraction.of(-3)),
      Fraction.of(-3).plus(Fraction.of(3)),
      Fraction.of(-1, 3).plus(Fraction.of(1, 3)),
      Fraction.of(-1, 3).plus(Fraction.of(2, 6)),
      Fraction.ZERO.absolute(),
    ];
    for (const zero of zeros) {
      expect(Object.is(zero.toNumber(), 0)).toBe(true);
      expect(Object.is(zero.small?.numerator, 0)).toBe(true);
      expect(zero.sign).toBe(0);
      expect(zero.isZero).toBe(true);
    }
  });

  it('adds thirds and tenths without an error', () => {
    const third = Fraction.of(1, 3);
    expect(parts(third.plus(third).plus(third))).toEqual([1n, 1n]);
    expect(parts(Fraction.of(1, 10).plus(Fraction.of(2, 10)))).toEqual([3n, 10n]);
    expect(parts(third.times(Fraction.of(3)))).toEqual([1n, 1n]);
  });

  it('crosses the border of doubles and comes back', () => {
    const edge = Fraction.of(LIMIT - 1);
    const beyond = edge.plus(Fraction.ONE);
    expect(parts(beyond)).toEqual([BIG, 1n]);
    expect(parts(beyond.plus(Fraction.ONE))).toEqual([BIG + 1n, 1n]);
    expect(parts(beyond.minus(Fraction.ONE))).toEqual([BIG - 1n, 1n]);
    expect(beyond.small).toBeNull();
    expect(beyond.minus(Fraction.ONE).small).toEqual({ numerator: LIMIT - 1, denominator: 1 });
    expect(parts(beyond.plus(Fraction.ONE).dividedBy(beyond.plus(Fraction.ONE)))).toEqual([1n, 1n]);
    expect(parts(edge.negated().minus(Fraction.of(2)))).toEqual([-BIG - 1n, 1n]);
  });

  it('uses the least common denominator where the product of both would be too large', () => {
    const a = Fraction.of(1, 94906266);
    const b = Fraction.of(1, 94906267 * 2);
    const halves = Fraction.of(LIMIT - 1, 94906266 * 2);
    for (const other of [b, halves]) {
      const [n, d] = parts(a);
      const [m, e] = parts(other);
      expect(parts(a.plus(other))).toEqual(reference(n * e + m * d, d * e));
    }
  });

  it('finds the whole number below, for negative ones too', () => {
    expect(Fraction.of(7, 2).floor()).toBe(3n);
    expect(Fraction.of(-7, 2).floor()).toBe(-4n);
    expect(Fraction.of(-8, 2).floor()).toBe(-4n);
    expect(Fraction.of(-1, 3).floor()).toBe(-1n);
    expect(Fraction.of(1, 3).floor()).toBe(0n);
    expect(Fraction.ZERO.floor()).toBe(0n);
    expect(Fraction.of(-(10n ** 40n) - 1n, 10n).floor()).toBe(-(10n ** 39n) - 1n);
  });

  it('says whether it is whole, before and after it was reduced', () => {
    expect(Fraction.of(6, 3).isWhole).toBe(true);
    expect(Fraction.of(7, 3).isWhole).toBe(false);
    expect(Fraction.of(3n * BIG, BIG).isWhole).toBe(true);
  });

  it('compares neighbours that doubles cannot tell apart', () => {
    const a = Fraction.of(BIG + 1n);
    const b = Fraction.of(BIG);
    expect(a.compare(b)).toBe(1);
    expect(b.compare(a)).toBe(-1);
    expect(a.equals(Fraction.of(BIG + 1n))).toBe(true);
    const x = Fraction.of(LIMIT - 1, LIMIT - 2);
    const y = Fraction.of(LIMIT - 2, LIMIT - 3);
    expect(x.compare(y)).toBe(-1);
    expect(Fraction.of(2, 4).equals(Fraction.of(3, 6))).toBe(true);
  });

  it('becomes the nearest double, even where its parts are far beyond doubles', () => {
    expect(Fraction.of(1, 3).toNumber()).toBe(1 / 3);
    expect(Fraction.of(10n ** 400n, 3n * 10n ** 399n).toNumber()).toBe(10 / 3);
    expect(Fraction.of(10n ** 400n + 1n, 10n ** 95n).toNumber() / 1e305).toBeCloseTo(1, 12);
    expect(Fraction.of(10n ** 400n + 1n, 10n ** 101n).toNumber() / 1e299).toBeCloseTo(1, 12);
    expect(Fraction.of(-(10n ** 101n), 10n ** 400n + 1n).toNumber() / -1e-299).toBeCloseTo(1, 12);
    expect(Fraction.of(-9007199254742463n, 10n).toNumber()).toBe(-900719925474246.3);
    expect(Fraction.of(10n ** 400n).toNumber()).toBe(Number.POSITIVE_INFINITY);
    expect(Fraction.of(1n, 10n ** 400n).toNumber()).toBe(0);
  });
});

describe('fractions of any size', () => {
  it('become the double that their decimal text stands for', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat({ max: 60 }), (digits, places) => {
        const expected = Number(`${digits}e-${places}`);
        expect(Fraction.of(digits, 10n ** BigInt(places)).toNumber()).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  it('calculate as BigInt does', () => {
    fc.assert(
      fc.property(quotient, quotient, (left, right) => {
        const [a, b] = left;
        const [c, d] = right;
        const [x, y] = [make(left), make(right)];
        expect(parts(x)).toEqual(reference(a, b));
        expect(parts(x.plus(y))).toEqual(reference(a * d + c * b, b * d));
        expect(parts(x.minus(y))).toEqual(reference(a * d - c * b, b * d));
        expect(parts(x.times(y))).toEqual(reference(a * c, b * d));
        if (c !== 0n) expect(parts(x.dividedBy(y))).toEqual(reference(a * d, b * c));
        expect(parts(x.negated())).toEqual(reference(-a, b));
        expect(x.absolute().sign).toBe(a === 0n ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay true through long chains, whichever way small and big parts alternate', () => {
    fc.assert(
      fc.property(fc.array(quotient, { minLength: 2, maxLength: 8 }), (values) => {
        let exact: [bigint, bigint] = [0n, 1n];
        let sum = Fraction.ZERO;
        for (const [a, b] of values) {
          exact = reference(exact[0] * b + a * exact[1], exact[1] * b);
          sum = sum.plus(make([a, b]));
        }
        expect(parts(sum)).toEqual(exact);
        const back = values.reduce((rest, value) => rest.minus(make(value)), sum);
        expect(back.isZero).toBe(true);
      }),
    );
  });

  it('obey the laws of a field', () => {
    fc.assert(
      fc.property(quotient, quotient, quotient, (left, middle, right) => {
        const [x, y, z] = [make(left), make(middle), make(right)];
        expect(x.plus(y).equals(y.plus(x))).toBe(true);
        expect(x.times(y).equals(y.times(x))).toBe(true);
        expect(
          x
            .plus(y)
            .plus(z)
            .equals(x.plus(y.plus(z))),
        ).toBe(true);
        expect(
          x
            .times(y)
            .times(z)
            .equals(x.times(y.times(z))),
        ).toBe(true);
        expect(x.times(y.plus(z)).equals(x.times(y).plus(x.times(z)))).toBe(true);
        if (!x.isZero) expect(x.dividedBy(x).equals(Fraction.ONE)).toBe(true);
      }),
    );
  });

  it('are ordered: one way or the other, never both, and never in a ring', () => {
    fc.assert(
      fc.property(quotient, quotient, quotient, (left, middle, right) => {
        const [x, y, z] = [make(left), make(middle), make(right)];
        const side =
          Number(left[0] * middle[1] - middle[0] * left[1] > 0n) - Number(left[0] * middle[1] < middle[0] * left[1]);
        expect(Math.sign(x.compare(y))).toBe(side);
        expect(Math.sign(y.compare(x))).toBe(-side + 0);
        if (x.compare(y) <= 0 && y.compare(z) <= 0) expect(x.compare(z)).toBeLessThanOrEqual(0);
        expect(x.compare(y) === 0).toBe(x.minus(y).isZero);
      }),
      { numRuns: 1000 },
    );
  });

  it('lie between the whole number below and the next one', () => {
    fc.assert(
      fc.property(quotient, (value) => {
        const x = make(value);
        const floor = x.floor();
        expect(Fraction.of(floor).compare(x)).toBeLessThanOrEqual(0);
        expect(Fraction.of(floor + 1n).compare(x)).toBeGreaterThan(0);
      }),
    );
  });
});
