/**
 * Just enough exact decimal arithmetic to compare published figures: parse, compare, subtract, mean, round.
 *
 * Readers run on pages that may carry 45 KB of script, so the engine's number room (and decimal.js) stays out. Figures
 * arrive as texts and leave as texts; a double never enters.
 */

interface Scaled {
  /** The number times 10 to the power of `places`. */
  readonly units: bigint;
  readonly places: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

function parse(text: string): Scaled {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(match[2] + fraction);
  return { units: match[1] ? -digits : digits, places: fraction.length };
}

function powerOfTen(exponent: number): bigint {
  return BigInt('1' + '0'.repeat(exponent));
}

function rescale(value: Scaled, places: number): bigint {
  return value.units * powerOfTen(places - value.places);
}

function format(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return sign + whole + (fraction ? `.${fraction}` : '');
}

/** Quotient rounded half up (away from zero), as the schemes round; and whether anything was cut off. */
function divideHalfUp(numerator: bigint, denominator: bigint): { quotient: bigint; exact: boolean } {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const rest = size % denominator;
  const quotient = rest * 2n >= denominator ? whole + 1n : whole;
  return { quotient: negative ? -quotient : quotient, exact: rest === 0n };
}

/** A decimal text and whether it is the exact value or a rounding. */
export interface RoundedText {
  readonly text: string;
  readonly exact: boolean;
}

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareDecimals(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  const places = Math.max(a.places, b.places);
  const difference = rescale(a, places) - rescale(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function subtractDecimals(left: string, right: string): string {
  const a = parse(left);
  const b = parse(right);
  const places = Math.max(a.places, b.places);
  return format(rescale(a, places) - rescale(b, places), places);
}

/** Arithmetic mean, rounded half up to `places`; `null` of nothing. */
export function meanOfDecimals(texts: readonly string[], places: number): RoundedText | null {
  if (texts.length === 0) return null;
  let sum = 0n;
  let sumPlaces = places;
  for (const text of texts) {
    const value = parse(text);
    if (value.places > sumPlaces) {
      sum *= powerOfTen(value.places - sumPlaces);
      sumPlaces = value.places;
    }
    sum += rescale(value, sumPlaces);
  }
  const { quotient, exact } = divideHalfUp(sum, BigInt(texts.length) * powerOfTen(sumPlaces - places));
  return { text: format(quotient, places), exact };
}

/** Rounds half up to at most `places`; a shorter text comes back as it was. */
export function roundDecimal(text: string, places: number): RoundedText {
  const value = parse(text);
  if (value.places <= places) return { text: format(value.units, value.places), exact: true };
  const { quotient, exact } = divideHalfUp(value.units, powerOfTen(value.places - places));
  return { text: format(quotient, places), exact };
}
