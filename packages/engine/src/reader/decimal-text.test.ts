import { describe, expect, it } from 'vitest';
import { compareDecimals, meanOfDecimals, roundDecimal, subtractDecimals } from './decimal-text.ts';
import fc from '../testing/seeded-fast-check.ts';

describe('decimal texts', () => {
  it('subtract without the error of doubles', () => {
    expect(subtractDecimals('0.3', '0.1')).toBe('0.2');
    expect(subtractDecimals('8', '8.00')).toBe('0');
    expect(subtractDecimals('-0.5', '2')).toBe('-2.5');
  });

  it('compare by value, not by length', () => {
    expect(compareDecimals('9.5', '10')).toBeLessThan(0);
    expect(compareDecimals('1.50', '1.5')).toBe(0);
    expect(compareDecimals('-1', '-2')).toBeGreaterThan(0);
  });

  it('round half up, away from zero, and say whether anything was cut off', () => {
    expect(roundDecimal('1.005', 2)).toEqual({ text: '1.01', exact: false });
    expect(roundDecimal('-1.005', 2)).toEqual({ text: '-1.01', exact: false });
    expect(roundDecimal('2.5000', 2)).toEqual({ text: '2.5', exact: true });
    expect(roundDecimal('7', 2)).toEqual({ text: '7', exact: true });
  });

  it('average exactly: the mean of 0.1 and 0.2 is 0.15', () => {
    expect(meanOfDecimals(['0.1', '0.2'], 2)).toEqual({ text: '0.15', exact: true });
    expect(meanOfDecimals(['1', '1', '0'], 2)).toEqual({ text: '0.67', exact: false });
    expect(meanOfDecimals(['0.125'], 2)).toEqual({ text: '0.13', exact: false });
    expect(meanOfDecimals([], 2)).toBeNull();
  });

  it('refuse what is no decimal', () => {
    expect(() => roundDecimal('1e5', 2)).toThrow(RangeError);
  });

  it('agree with whole-number arithmetic for any hundredths', () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const text = (units: number) => (units / 100).toFixed(2);
    fc.assert(
      fc.property(hundredths, hundredths, (left, right) => {
        expect(Math.round(Number(subtractDecimals(text(left), text(right))) * 100)).toBe(left - right);
        expect(Math.sign(compareDecimals(text(left), text(right)))).toBe(Math.sign(left - right));
      }),
    );
  });
});
