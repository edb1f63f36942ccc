import { Fraction } from '../number/fraction.ts';
import { parseNumber } from '../number/text.ts';

/** Most digits that a number written in a scheme can carry through the file's reader unharmed. */
const SAFE_DIGITS = 15;

/**
 * A number of a scheme file as an exact fraction: `0.5`, `"30%"`, `"1/3"`. `null` when it is none, or when it has more
 * digits than the file's reader keeps (write such a number in quotes).
 */
export function exactNumber(value: number | string): Fraction | null {
  if (typeof value === 'number') {
    const text = String(value);
    return hasSafeDigits(text) ? parseNumber(text) : null;
  }
  const percent = /^(.*)%$/.exec(value);
  if (percent !== null) return parseNumber(percent[1] ?? '')?.dividedBy(Fraction.of(100)) ?? null;
  const quotient = /^([^/]+)\/([^/]+)$/.exec(value);
  if (quotient === null) return parseNumber(value);
  const top = parseNumber(quotient[1] ?? '');
  const bottom = parseNumber(quotient[2] ?? '');
  return top === null || bottom === null || bottom.isZero ? null : top.dividedBy(bottom);
}

/** Whether a decimal as it is written survives being read as a double: at most 15 digits that mean something. */
export function hasSafeDigits(text: string): boolean {
  const digits = text.replace(/e.*$/i, '').replace('-', '').replace('+', '');
  return digits.replace('.', '').replace(/^0+|0+$/g, '').length <= SAFE_DIGITS;
}
