import { Fraction } from '../number/fraction.ts';
import { formatNumber } from '../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';

/** Characters of a fraction that is still easy to read. */
const LONGEST_FRACTION = 12;

const LARGEST_PLAIN = 20n;

/** A value as text inside a calculation. A missing figure is written 0, as it is counted. */
export function cellText(cell: Cell): string {
  if (cell instanceof Fraction) {
    const shown = withDecimal(cell);
    return shown.startsWith('−') ? `(${shown})` : shown;
  }
  if (cell === MISSING) return '0';
  if (cell === NOT_APPLICABLE) return 'NA';
  if (cell instanceof Fault) return '?';
  return String(cell);
}

/** A value as the result of a calculation: a quotient that does not end as a fraction, or, when that is long, rounded. */
export function resultText(cell: Cell): string {
  if (!(cell instanceof Fraction)) return cellText(cell);
  const { text, exact } = formatNumber(cell);
  const fraction = `${cell.numerator}/${cell.denominator}`;
  const shown = exact ? text : fraction.length > LONGEST_FRACTION ? `${formatNumber(cell, 6).text}…` : fraction;
  return shown.replace('-', '−');
}

/** The same, and where that is a fraction whose size nobody sees, the decimal beside it: `105679/1200 (≈ 88.0658)`. */
export function withDecimal(cell: Cell): string {
  const text = resultText(cell);
  if (!(cell instanceof Fraction) || !text.includes('/') || isPlainFraction(cell)) return text;
  const places = cell.compare(Fraction.of(1, 10)) < 0 && cell.compare(Fraction.of(-1, 10)) > 0 ? 6 : 4;
  return `${text} (≈ ${formatNumber(cell, places).text.replace('-', '−')})`;
}

/** Halves, thirds, sevenths: a size that is seen without a calculator. */
function isPlainFraction({ numerator, denominator }: Fraction): boolean {
  return numerator < LARGEST_PLAIN && numerator > -LARGEST_PLAIN && denominator < LARGEST_PLAIN;
}
