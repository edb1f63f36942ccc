import { describe, expect, it } from 'vitest';
import { Fraction } from './fraction.ts';
import { exactText, formatNumber, parseExact, parseNumber } from './text.ts';
import fc from '../testing/seeded-fast-check.ts';

const read = (text: string): string | null => {
  const value = parseNumber(text);
  return value === null ? null : exactText(value);
};

describe('reading a decimal', () => {
  it.each([
    ['12.5', '12.5'],
    ['-3', '-3'],
    ['+3', '3'],
    ['0012.50', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['1e3', '1000'],
    ['1E-3', '0.001'],
    ['1.5e+2', '150'],
    ['1.25e1', '12.5'],
    ['999999999999999', '999999999999999'],
    ['9007199254740993', '9007199254740993'],
    ['0.000000000000001', '0.000000000000001'],
    ['123456789.123456789123456789', '123456789.123456789123456789'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '.',
    '+',
    '-',
    'e5',
    '1e',
    '1,000',
    '1 000',
    ' 1',
    '1 ',
    '١',
    '１',
    '1/3',
    '50%',
    '0x10',
    'NaN',
    'Infinity',
    '1..2',
    '--1',
    '1e5.5',
  ])('refuses "%s"', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('takes exponents up to 400 and no larger ones', () => {
    expect(parseNumber('1e400')?.numerator).toBe(10n ** 400n);
    expect(parseNumber('1e-400')?.denominator).toBe(10n ** 400n);
    expect(parseNumber('1e401')).toBeNull();
    expect(parseNumber('1e-401')).toBeNull();
    expect(parseNumber('1e99999')).toBeNull();
  });

  it('keeps every digit of a thousand', () => {
    const digits = '7'.repeat(500);
    expect(parseNumber(`${digits}.${digits}`)?.numerator).toBe(BigInt(digits + digits));
  });
});

describe('writing a number', () => {
  it('shows an ending decimal whole, without zeros at the end', () => {
    expect(formatNumber(Fraction.of(5, 2))).toEqual({ text: '2.5', exact: true });
    expect(formatNumber(Fraction.of(-1, 8))).toEqual({ text: '-0.125', exact: true });
    expect(formatNumber(Fraction.of(1200))).toEqual({ text: '1200', exact: true });
    expect(formatNumber(Fraction.of(3, 1600))).toEqual({ text: '0.001875', exact: true });
    expect(formatNumber(Fraction.of(1n, 2n ** 30n))).toEqual({ text: '0.000000000931322574615478515625', exact: true });
    expect(formatNumber(Fraction.of(10n ** 20n + 1n, 10n))).toEqual({ text: '10000000000000000000.1', exact: true });
  });

  it('writes what rounds to 0 without a sign, however large its parts', () => {
    expect(formatNumber(Fraction.of(-1, 3_000_000_000_000))).toEqual({ text: '0', exact: false });
    expect(formatNumber(Fraction.of(-1n, 3n * 10n ** 20n))).toEqual({ text: '0', exact: false });
    expect(formatNumber(Fraction.of(-5, 3_000_000_000_000)).text).toBe('-0.000000000002');
  });

  it('rounds a quotient that does not end half up to 12 places, and says so', () => {
    expect(formatNumber(Fraction.of(1, 3))).toEqual({ text: '0.333333333333', exact: false });
    expect(formatNumber(Fraction.of(2, 3))).toEqual({ text: '0.666666666667', exact: false });
    expect(formatNumber(Fraction.of(-2, 3))).toEqual({ text: '-0.666666666667', exact: false });
    expect(formatNumber(Fraction.of(200, 3), 2)).toEqual({ text: '66.67', exact: false });
    expect(formatNumber(Fraction.of(1n, 3n * 10n ** 20n))).toEqual({ text: '0', exact: false });
    expect(formatNumber(Fraction.of(-1n, 3n * 10n ** 20n))).toEqual({ text: '0', exact: false });
    expect(formatNumber(Fraction.of(3n * 10n ** 13n - 1n, 3n * 10n ** 13n))).toEqual({ text: '1', exact: false });
  });

  it('shows more than forty decimals as if they did not end', () => {
    expect(formatNumber(Fraction.of(1n, 10n ** 40n)).exact).toBe(true);
    expect(formatNumber(Fraction.of(1n, 10n ** 41n))).toEqual({ text: '0', exact: false });
  });

  it('is undone by reading, for any decimal', () => {
    const digits = fc.tuple(fc.bigInt({ min: -(10n ** 34n), max: 10n ** 34n }), fc.integer({ min: 0, max: 38 }));
    fc.assert(
      fc.property(digits, ([top, places]) => {
        const value = Fraction.of(top, 10n ** BigInt(places));
        const { text, exact } = formatNumber(value);
        expect(exact).toBe(true);
        expect(parseNumber(text)?.equals(value)).toBe(true);
        expect(text).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is off by no more than half of the twelfth place, for any quotient', () => {
    const half = Fraction.of(1n, 2n * 10n ** 12n);
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (top, bottom) => {
          const value = Fraction.of(top, bottom);
          const { text, exact } = formatNumber(value);
          const shown = parseNumber(text) as Fraction;
          expect(shown.minus(value).absolute().compare(half)).toBeLessThanOrEqual(0);
          expect(exact).toBe(shown.equals(value));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the text that loses nothing', () => {
  it('is a decimal or a quotient', () => {
    expect(exactText(Fraction.of(1, 3))).toBe('1/3');
    expect(exactText(Fraction.of(-5, 2))).toBe('-2.5');
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (top, bottom) => {
        const value = Fraction.of(top, bottom);
        expect(parseExact(exactText(value))?.equals(value)).toBe(true);
      }),
    );
  });

  it.each(['1/0', '1/2/3', '/', 'a/b', '1/', ''])('is not "%s"', (text) => {
    expect(parseExact(text)).toBeNull();
  });
});
