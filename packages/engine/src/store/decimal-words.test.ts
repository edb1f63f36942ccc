import { describe, expect, test } from 'vitest';
import { decimalText, unscaledDecimal } from './decimal-words.ts';
import fc from '../testing/seeded-fast-check.ts';

describe('decimals on their way into the database', () => {
  test.each([
    ['0', 0n],
    ['12.34', 12_340_000_000_000n],
    ['-0.5', -500_000_000_000n],
    ['0.000000000001', 1n],
    ['0.3333333333335', 333_333_333_334n],
    ['-0.3333333333335', -333_333_333_334n],
    ['0.99999999999949', 999_999_999_999n],
    ['-0', 0n],
    ['-0.0000000000004', 0n],
    ['-0.0000000000005', -1n],
    ['9999999999999999.999999999999', 9_999_999_999_999_999_999_999_999_999n],
    ['-9999999999999999.9999999999994', -9_999_999_999_999_999_999_999_999_999n],
    ['9999999999999999', 9_999_999_999_999_999_000_000_000_000n],
  ])('%s is stored exactly, or half up to 12 places', (text, unscaled) => {
    expect(unscaledDecimal(text)).toBe(unscaled);
  });

  test.each(['', 'NA', '优秀', '1e5', '.5', '10000000000000000', '9999999999999999.9999999999995'])(
    '%j has no place in a decimal column',
    (text) => {
      expect(unscaledDecimal(text)).toBeNull();
    },
  );

  test.each([
    [1234n, 2, '12.34'],
    [-5n, 1, '-0.5'],
    [100n, 2, '1'],
    [7n, 0, '7'],
    [0n, 12, '0'],
  ])('%s with %s places reads %s', (unscaled, places, text) => {
    expect(decimalText(unscaled, places)).toBe(text);
  });

  test('a decimal that the column holds comes out as the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 28n) + 1n, max: 10n ** 28n - 1n }), (units) => {
        expect(unscaledDecimal(decimalText(units, 12))).toBe(units);
      }),
    );
  });
});
