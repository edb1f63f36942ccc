import { Decimal } from 'decimal.js';
import { Fraction } from './fraction.ts';
import { parseNumber } from './text.ts';

/**
 * Digits that a function without an exact quotient is computed to. Rules round to a handful of places, so the
 * figure is decided long before the last of these; it is marked as rounded all the same.
 */
const GUARD_DIGITS = 60;

const Guarded = Decimal.clone({ precision: GUARD_DIGITS, rounding: Decimal.ROUND_HALF_UP });

/** Square root. Exact where the root is rational, otherwise to `GUARD_DIGITS` digits. `null` below 0. */
export function squareRoot(value: Fraction): Fraction | null {
  if (value.sign < 0) return null;
  const top = wholeRoot(value.numerator);
  const bottom = wholeRoot(value.denominator);
  if (top !== null && bottom !== null) return Fraction.of(top, bottom);
  const quotient = new Guarded(value.numerator.toString()).div(value.denominator.toString());
  return parseNumber(quotient.sqrt().toFixed());
}

/** Newton's way down to the whole root; `null` where there is none. */
function wholeRoot(value: bigint): bigint | null {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(16).length * 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) break;
    root = next;
  }
  return root * root === value ? root : null;
}
