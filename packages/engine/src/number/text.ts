import { Fraction } from './fraction.ts';
import { round } from './rounding.ts';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Largest power of ten accepted in `1e…`; beyond it a text is a mistake or an attack, not a figure. */
const LARGEST_EXPONENT = 400;

/** Digits that a double surely holds exactly; longer numbers go the long way. */
const SMALL_DIGITS = 15;
const POWERS = Array.from({ length: SMALL_DIGITS + 1 }, (_, places) => 10 ** places);

/** Reads a decimal (`12.5`, `-3`, `1e3`); `null` when the text is none. No other spelling is understood here. */
export function parseNumber(text: string): Fraction | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', part = '', power] = match;
  if (whole === '' && part === '') return null;
  const exponent = power === undefined ? 0 : Number(power);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return null;
  const places = part.length - exponent;
  if (whole.length + part.length <= SMALL_DIGITS && places >= 0 && places <= SMALL_DIGITS) {
    const small = Number(whole + part);
    return Fraction.of(sign === '-' ? 0 - small : small, POWERS[places] ?? 1);
  }
  const digits = BigInt(whole + part);
  const numerator = sign === '-' ? -digits : digits;
  return places > 0 ? Fraction.of(numerator, 10n ** BigInt(places)) : Fraction.of(numerator * 10n ** BigInt(-places));
}

/** Decimals shown of a quotient that does not end. */
export const SHOWN_PLACES = 12;

/** A fraction as text, and whether the text is the fraction itself or a rounding of it. */
export interface NumberText {
  readonly text: string;
  readonly exact: boolean;
}

/** A quotient with more decimals than this is shown rounded, as if it did not end (roots are cut off far behind). */
const LONGEST_ENDING = 40;

/** Decimal text without trailing zeros; a quotient that does not end is rounded half up to `places`. */
export function formatNumber(value: Fraction, places = SHOWN_PLACES): NumberText {
  const small = value.small;
  const quick = small === null || places !== SHOWN_PLACES ? null : smallText(small.numerator, small.denominator);
  if (quick !== null) return quick;
  const ending = endingPlaces(value.denominator);
  if (ending !== null && ending <= LONGEST_ENDING) return { text: decimalText(value, ending), exact: true };
  return { text: trimZeros(decimalText(round(value, places), places)), exact: false };
}

/** A fraction as a text that loses nothing: `0.5`, or `1/3` where the decimals do not end. */
export function exactText(value: Fraction): string {
  const { text, exact } = formatNumber(value);
  return exact ? text : `${value.numerator}/${value.denominator}`;
}

/** Reads what `exactText` writes: a decimal, or a quotient of two. `null` when the text is neither. */
export function parseExact(text: string): Fraction | null {
  const [top = '', bottom, ...rest] = text.split('/');
  if (bottom === undefined) return parseNumber(top);
  const [numerator, denominator] = [parseNumber(top), parseNumber(bottom)];
  if (rest.length > 0 || numerator === null || denominator === null || denominator.isZero) return null;
  return numerator.dividedBy(denominator);
}

/** Denominators whose remainders can be multiplied by ten without leaving the range of exact whole numbers. */
const LARGEST_SMALL = Math.floor(Number.MAX_SAFE_INTEGER / 10);

/** Text of a quotient of plain whole numbers, by long division; `null` where that needs more places or larger numbers. */
function smallText(numerator: number, denominator: number): NumberText | null {
  if (denominator === 1) return { text: String(numerator), exact: true };
  if (denominator > LARGEST_SMALL) return null;
  const size = Math.abs(numerator);
  const sign = numerator < 0 ? '-' : '';
  let rest = size % denominator;
  let whole = (size - rest) / denominator;
  let decimals = 0;
  for (let places = 1; places <= SHOWN_PLACES; places += 1) {
    const next = rest * 10;
    rest = next % denominator;
    decimals = decimals * 10 + (next - rest) / denominator;
    if (rest === 0) return { text: `${sign}${whole}.${String(decimals).padStart(places, '0')}`, exact: true };
  }
  if (endsLater(denominator)) return null;
  if (2 * rest >= denominator) decimals += 1;
  if (decimals === 10 ** SHOWN_PLACES) {
    whole += 1;
    decimals = 0;
  }
  const shownSign = whole === 0 && decimals === 0 ? '' : sign; // what rounds to 0 has no sign
  return { text: trimZeros(`${shownSign}${whole}.${String(decimals).padStart(SHOWN_PLACES, '0')}`), exact: false };
}

/** A denominator of twos and fives alone: the decimals do end, further behind. */
function endsLater(denominator: number): boolean {
  let rest = denominator;
  while (rest % 2 === 0) rest /= 2;
  while (rest % 5 === 0) rest /= 5;
  return rest === 1;
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
