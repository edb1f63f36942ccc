import { Fraction } from './fraction.ts';
import { round } from './rounding.ts';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Largest power of ten accepted in `1e…`; beyond it a text is a mistake or an attack, not a figure. */
const LARGEST_EXPONENT = 400;

/** Reads a decimal (`12.5`, `-3`, `1e3`); `null` when the text is none. No other spelling is understood here. */
export function parseNumber(text: string): Fraction | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', part = '', power] = match;
  if (whole === '' && part === '') return null;
  const exponent = power === undefined ? 0 : Number(power);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return null;
  const digits = BigInt(whole + part);
  const numerator = sign === '-' ? -digits : digits;
  const places = part.length - exponent;
  return places > 0 ? Fraction.of(numerator, 10n ** BigInt(places)) : Fraction.of(numerator * 10n ** BigInt(-places));
}

/** Decimals shown of a quotient that does not end. */
export const SHOWN_PLACES = 12;

/** A fraction as text, and whether the text is the fraction itself or a rounding of it. */
export interface NumberText {
  readonly text: string;
  readonly exact: boolean;
}

/** Decimal text without trailing zeros; a quotient that does not end is rounded half up to `places`. */
export function formatNumber(value: Fraction, places = SHOWN_PLACES): NumberText {
  const ending = endingPlaces(value.denominator);
  if (ending !== null) return { text: decimalText(value, ending), exact: true };
  return { text: trimZeros(decimalText(round(value, places), places)), exact: false };
}

/** Decimal text with exactly `places` decimals, rounded half up. */
export function formatFixed(value: Fraction, places: number): string {
  return decimalText(round(value, places), places);
}

/** How many decimals a quotient by `denominator` (in lowest terms) has; `null` when it does not end. */
function endingPlaces(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : null;
}

function decimalText(value: Fraction, places: number): string {
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
