import { DECIMAL_DIGITS, DECIMAL_PLACES } from './schema.ts';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const LIMIT = 10n ** BigInt(DECIMAL_DIGITS);

/**
 * A decimal text as a whole number of the column's smallest unit, rounded half up (away from zero) where it has more
 * places; `null` for words and for numbers too large for the column.
 */
export function unscaledDecimal(text: string): bigint | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  let value = BigInt(whole + fraction.slice(0, DECIMAL_PLACES).padEnd(DECIMAL_PLACES, '0'));
  if (fraction.length > DECIMAL_PLACES && fraction.charCodeAt(DECIMAL_PLACES) >= 53) value += 1n;
  if (value >= LIMIT) return null;
  return sign ? -value : value;
}

/** The text of a whole number of units of 10^-places, without trailing zeros. */
export function decimalText(unscaled: bigint, places: number): string {
  if (places === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}
