import { Fraction } from './fraction.ts';

/**
 * How a number that lies between two steps is rounded.
 *
 * `half up` is 四舍五入: a half goes away from zero (−2.5 becomes −3). `half even` is the banker's rule. `up` and `down`
 * go away from and towards zero; `floor` and `ceiling` go below and above.
 */
export type RoundingMode = 'half up' | 'half down' | 'half even' | 'up' | 'down' | 'floor' | 'ceiling';

export const ROUNDING_MODES: readonly RoundingMode[] = [
  'half up',
  'half down',
  'half even',
  'up',
  'down',
  'floor',
  'ceiling',
];

/** Rounds to `places` decimals (negative: to tens, hundreds, …). The only place where a figure loses exactness. */
export function round(value: Fraction, places: number, mode: RoundingMode = 'half up'): Fraction {
  const scale = 10n ** BigInt(Math.abs(places));
  const scaled = places >= 0 ? value.times(Fraction.of(scale)) : value.dividedBy(Fraction.of(scale));
  const whole = roundToWhole(scaled, mode);
  return places >= 0 ? Fraction.of(whole, scale) : Fraction.of(whole * scale);
}

/** Rounds to a whole number. */
export function roundToWhole(value: Fraction, mode: RoundingMode): bigint {
  const below = value.floor();
  if (value.isWhole) return below;
  const above = below + 1n;
  const towardsZero = value.sign < 0 ? above : below;
  const awayFromZero = value.sign < 0 ? below : above;
  switch (mode) {
    case 'floor':
      return below;
    case 'ceiling':
      return above;
    case 'down':
      return towardsZero;
    case 'up':
      return awayFromZero;
    default: {
      const middle = Fraction.of(below * 2n + 1n, 2n);
      const side = value.compare(middle);
      if (side !== 0) return side < 0 ? below : above;
      if (mode === 'half up') return awayFromZero;
      if (mode === 'half down') return towardsZero;
      return below % 2n === 0n ? below : above;
    }
  }
}
