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
  return roundSmall(value, places, mode) ?? roundLarge(value, places, mode);
}

const SMALL_POWERS = Array.from({ length: 13 }, (_, places) => 10 ** places);

/** Rounding in plain whole numbers, where all of them stay below 2^53; `null` where they do not. */
function roundSmall(value: Fraction, places: number, mode: RoundingMode): Fraction | null {
  const scale = SMALL_POWERS[places];
  const small = value.small;
  if (scale === undefined || small === null) return null;
  const { numerator, denominator } = small;
  const scaled = numerator * scale;
  if (!Number.isSafeInteger(scaled) || denominator > Number.MAX_SAFE_INTEGER / 2) return null;
  const rest = ((scaled % denominator) + denominator) % denominator;
  if (!Number.isSafeInteger(scaled - rest)) return null;
  const below = (scaled - rest) / denominator;
  if (rest === 0) return Fraction.of(below, scale);
  const half = 2 * rest === denominator ? 0 : 2 * rest < denominator ? -1 : 1;
  return Fraction.of(roundsUp(mode, half, numerator < 0, below % 2 === 0) ? below + 1 : below, scale);
}

/** Whether a number between two steps goes to the upper one. `half`: below (−1), at (0) or above (1) the middle. */
function roundsUp(mode: RoundingMode, half: -1 | 0 | 1, isNegative: boolean, isLowerEven: boolean): boolean {
  switch (mode) {
    case 'floor':
      return false;
    case 'ceiling':
      return true;
    case 'down':
      return isNegative;
    case 'up':
      return !isNegative;
    default:
      if (half !== 0) return half > 0;
      if (mode === 'half even') return !isLowerEven;
      return mode === 'half up' ? !isNegative : isNegative;
  }
}

function roundLarge(value: Fraction, places: number, mode: RoundingMode): Fraction {
  const scale = 10n ** BigInt(Math.abs(places));
  const scaled = places >= 0 ? value.times(Fraction.of(scale)) : value.dividedBy(Fraction.of(scale));
  const whole = roundToWhole(scaled, mode);
  return places >= 0 ? Fraction.of(whole, scale) : Fraction.of(whole * scale);
}

/** Rounds half up to so many digits that count: 0.0123456 to three is 0.0123, 12345 is 12300. */
export function roundSignificant(value: Fraction, digits: number): Fraction {
  if (value.isZero) return value;
  const size = value.absolute();
  // Where the first digit stands: at most one place off, by the lengths of the two whole numbers.
  let first = size.numerator.toString().length - size.denominator.toString().length;
  if (size.compare(powerOfTen(first)) < 0) first -= 1;
  return round(value, digits - 1 - first);
}

function powerOfTen(exponent: number): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? Fraction.of(1, power) : Fraction.of(power);
}

/** Rounds to a whole number. */
function roundToWhole(value: Fraction, mode: RoundingMode): bigint {
  const below = value.floor();
  if (value.isWhole) return below;
  const side = value.compare(Fraction.of(below * 2n + 1n, 2n));
  const half = side < 0 ? -1 : side > 0 ? 1 : 0;
  return roundsUp(mode, half, value.sign < 0, below % 2n === 0n) ? below + 1n : below;
}
