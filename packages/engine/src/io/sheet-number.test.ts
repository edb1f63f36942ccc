import { describe, expect, it } from 'vitest';
import { numberCell } from './sheet-number.ts';

const text = (value: number, format = 'General') => numberCell(value, format).text;

describe('the number of a cell', () => {
  it.each([
    [0.1, '0.1'],
    [1 / 3, '0.333333333333333'],
    [1.005, '1.005'],
    [99.995, '99.995'],
    [-0, '0'],
    [-0.5, '-0.5'],
    [999999999999999, '999999999999999'],
    [-999999999999999, '-999999999999999'],
    [12345678.1234567, '12345678.1234567'],
    [1e-7, '0.0000001'],
    [1.5e-10, '0.00000000015'],
    [2 ** 31, '2147483648'],
  ])('%d is the decimal that was typed', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it.each([
    [0.1 + 0.2, '0.3', '0.30000000000000004'],
    [1.1 * 3, '3.3', '3.3000000000000003'],
    [1 - 0.9, '0.1', '0.09999999999999998'],
    [100 * 1.1, '110', '110.00000000000001'],
    [4.35 * 100, '435', '434.99999999999994'],
    [2 / 3, '0.666666666666667', '0.6666666666666666'],
  ])('%d, which a formula computed, loses its tail beyond 15 digits and says so', (value, expected, stored) => {
    expect(numberCell(value, 'General')).toEqual({ text: expected, fault: { kind: 'rounded', detail: stored } });
  });

  it('says nothing of a number that 15 digits hold', () => {
    for (const value of [0, 12.5, 0.1, 123456789012345, 0.000001]) expect(numberCell(value, '0.00').fault).toBeNull();
  });

  it.each([
    [1e15, '1000000000000000'],
    [110101199003070000, '110101199003070000'],
    [-1e15, '-1000000000000000'],
    [1e21, '1000000000000000000000'],
    [1.5e21, '1500000000000000000000'],
  ])('%d has more digits than a sheet keeps, and is not trusted', (value, digits) => {
    expect(numberCell(value, 'General')).toEqual({ text: digits, fault: { kind: 'digits-lost', detail: digits } });
  });
});

describe('a number format', () => {
  it.each([
    [0.98, '0%', '98%'],
    [0.985, '0%', '98.5%'],
    [0.985, '0.00%', '98.50%'],
    [1, '0%', '100%'],
    [1.2, '0%', '120%'],
    [0, '0.0%', '0.0%'],
    [0.07, '0%', '7%'],
    [0.29, '0%', '29%'],
    [0.00005, '0.00%', '0.005%'],
    [-0.015, '0.0%', '-1.5%'],
    [0.1 + 0.2, '0%', '30%'],
    [0.3, '0.0%;[Red]-0.0%', '30.0%'],
  ])('of %d in %s shows the percentage, with every digit that is there', (value, format, expected) => {
    expect(text(value, format)).toBe(expected);
  });

  it.each([
    [113, '0.00', '113.00'],
    [89.996, '0.00', '89.996'],
    [89.996, '0', '89.996'],
    [1234.5, '#,##0.00', '1234.50'],
    [12, '0000', '0012'],
    [12345, '0000', '12345'],
    [-12, '0000', '-12'],
    [0.5, '0000', '0.5'],
    [5, '0"分"', '5'],
    [5.5, '_ * #,##0.00_ ', '5.50'],
    [0.5, '# ?/?', '0.5'],
    [12000, '0.00E+00', '12000'],
    [5, '@', '5'],
    [5, '', '5'],
  ])('of %d in %s hides no digit', (value, format, expected) => {
    expect(text(value, format)).toBe(expected);
  });
});
