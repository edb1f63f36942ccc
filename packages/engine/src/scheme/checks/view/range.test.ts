import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../number/fraction.ts';
import * as ranges from './range.ts';
import { rangeText } from './range-text.ts';

const n = (top: number, bottom = 1): Fraction => Fraction.of(top, bottom);
const between = (low: number, high: number): ranges.Range => ranges.range(n(low), n(high));

describe('Ranges', () => {
  it('taken out of one another leave the pieces beside', () => {
    const pieces = ranges.without(between(0, 100), between(40, 60));
    expect(pieces.map(rangeText)).toEqual(['[0, 40)', '(60, 100]']);
    expect(ranges.without(between(0, 100), between(0, 100))).toEqual([]);
    expect(ranges.without(between(0, 1), between(2, 3)).map(rangeText)).toEqual(['[0, 1]']);
  });

  it('are empty where no multiple of the step lies between the ends', () => {
    const open = { low: { value: n(89), included: false }, high: { value: n(90), included: false } };
    expect(ranges.isEmpty({ ...open, step: n(1) })).toBe(true);
    expect(ranges.isEmpty({ ...open, step: n(1, 2) })).toBe(false);
    expect(ranges.isEmpty({ ...open, step: null })).toBe(false);
  });

  it('are shown by a number that can come', () => {
    const open = { low: { value: n(89), included: false }, high: { value: n(90), included: false } };
    expect(ranges.witness({ ...open, step: n(1, 100) }).equals(n(179, 2))).toBe(true);
    expect(ranges.witness({ ...open, step: n(2, 5) }).equals(n(446, 5))).toBe(true);
    expect(ranges.witness({ low: ranges.closed(n(3)), high: null, step: null }).equals(n(3))).toBe(true);
  });

  it('keep a common step through sums, and lose it in quotients', () => {
    const half = { ...between(0, 1), step: n(1, 2) };
    const third = { ...between(0, 1), step: n(1, 3) };
    expect(ranges.add(half, third).step?.equals(n(1, 6))).toBe(true);
    expect(ranges.multiply(half, ranges.point(n(3))).step?.equals(n(3, 2))).toBe(true);
    expect(ranges.divide(half, third).step).toBeNull();
  });

  it('multiplied by a negative number change their ends', () => {
    expect(rangeText(ranges.multiply(between(1, 2), ranges.point(n(-3))))).toBe('[-6, -3]');
    expect(rangeText(ranges.multiply(between(-1, 2), between(-3, 4)))).toBe('[-6, 8]');
  });

  it('rounded have the step of the rounding', () => {
    const rounded = ranges.rounded(between(0, 1), 2, 'half up');
    expect(rounded.step?.equals(n(1, 100))).toBe(true);
    expect(ranges.rounded(between(0, 1000), -2, 'floor').step?.equals(n(100))).toBe(true);
  });

  it('of the smaller and the larger of two are cut at the known ends', () => {
    const open: ranges.Range = { low: ranges.closed(n(0)), high: null, step: null };
    expect(rangeText(ranges.smallest([open, ranges.point(n(5))]))).toBe('[0, 5]');
    expect(rangeText(ranges.largest([open, ranges.point(n(5))]))).toBe('[5, +∞)');
    expect(rangeText(ranges.largest([ranges.ANY_NUMBER, ranges.point(n(0))]))).toBe('[0, +∞)');
  });

  it('in a relation to a number, or not in it', () => {
    const open: ranges.Range = { low: ranges.closed(n(0)), high: null, step: null };
    expect(rangeText(ranges.where(open, '=', n(0), false))).toBe('(0, +∞)');
    expect(rangeText(ranges.where(open, '=', n(3), false))).toBe('[0, +∞)');
    expect(rangeText(ranges.where(open, '!=', n(3), false))).toBe('3');
    expect(rangeText(ranges.where(open, '<', n(5), true))).toBe('[0, 5)');
    expect(rangeText(ranges.where(open, '<', n(5), false))).toBe('[5, +∞)');
    expect(rangeText(ranges.where(open, '>=', n(5), false))).toBe('[0, 5)');
    expect(rangeText(ranges.where(open, '>', n(5), true))).toBe('(5, +∞)');
  });
});
