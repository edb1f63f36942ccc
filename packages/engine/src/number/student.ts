import { Decimal } from 'decimal.js';
import { Fraction } from './fraction.ts';
import { roundSignificant } from './rounding.ts';
import { parseNumber } from './text.ts';

/** Digits that are kept: more than any rule rounds to or compares by. */
const KEPT_DIGITS = 40;

/** Digits to compute with at first, and at most: π is known to no more than a thousand. */
const FIRST_PRECISION = 80;
const LAST_PRECISION = 960;

/** More degrees than any group has; the sum below has half as many terms. */
export const MOST_DEGREES = 100_000;

/**
 * Probability of a t at least so far from 0, either way, in Student's distribution with a whole number of degrees of
 * freedom, to `KEPT_DIGITS` digits. By its closed form (Abramowitz and Stegun, 26.7.3 and 26.7.4), which is a finite sum: no
 * series is cut off, and digits that cancel are made up for by more of them.
 */
export function twoSidedP(t: Fraction, degrees: number): Fraction {
  for (let precision = FIRST_PRECISION; precision <= LAST_PRECISION; precision *= 2) {
    const p = closedForm(t.absolute(), degrees, precision);
    // What is left of 1 − A after the leading digits have cancelled must still be long enough.
    if (!p.isPositive() || p.isZero() || p.e < KEPT_DIGITS + 10 - precision) continue;
    return roundSignificant(parseNumber(p.toFixed()) ?? Fraction.ZERO, KEPT_DIGITS);
  }
  return Fraction.ZERO;
}

/** 1 − A(t | degrees), where A is the probability of lying between −t and t. */
function closedForm(t: Fraction, degrees: number, precision: number): Decimal {
  const Precise = Decimal.clone({ precision: precision + 10 });
  const size = new Precise(t.numerator.toString()).div(t.denominator.toString());
  const square = size.times(size);
  const cosSquare = new Precise(degrees).div(square.plus(degrees));
  const sin = size.div(square.plus(degrees).sqrt());
  const isOdd = degrees % 2 === 1;
  let term = new Precise(1);
  let sum = new Precise(degrees === 1 ? 0 : 1);
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term = term
      .times(cosSquare)
      .times(k - 1)
      .div(k);
    sum = sum.plus(term);
  }
  if (!isOdd) return new Precise(1).minus(sin.times(sum));
  const angle = size.div(new Precise(degrees).sqrt()).atan();
  const inside = angle.plus(sin.times(cosSquare.sqrt()).times(sum));
  return new Precise(1).minus(inside.times(2).div(Precise.acos(-1)));
}
