import { Fraction } from '../number/fraction.ts';
import { formatNumber, parseNumber } from '../number/text.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import { toHalfWidth, trimText } from './fold-text.ts';
import { isPercentUnit, readNumber } from './normalise/number.ts';

/** Numbers of an item in % that may be shares of one: 0.95 for 95 %. */
export interface FractionDoubt {
  /** Which numbers are in doubt: those without a percent sign, from 0 (exclusive) to this, with either sign. */
  readonly upTo: string;
  /** All numbers of the column are small; otherwise a few stand among others that are percentages plainly. */
  readonly isWhole: boolean;
}

/** Few shares are above 150 %: among percentages only such numbers stick out. */
const ODD = Fraction.of(3, 2);
const ODD_TEXT = '1.5';
/** A column of shares may have larger ones, if not many. */
const MOST = Fraction.of(5);
const MOST_TEXT = '5';
/** From here on a number is a percentage plainly. */
const PLAIN = Fraction.of(20);

/** Whether a number of this item can be in doubt at all: its unit is %, and 20 of them are possible. */
export function mayBeFraction({ kind, unit, max }: InputDeclaration): boolean {
  if (kind !== 'number' || !isPercentUnit(unit)) return false;
  const most = max === null ? null : parseNumber(max);
  return most === null || most.compare(PLAIN) >= 0;
}

/** The number of a cell without a percent sign; `null`: it has one, or is none. */
function bareNumber(cell: string): Fraction | null {
  const text = trimText(cell);
  if (toHalfWidth(text).endsWith('%')) return null;
  const reading = readNumber(text, '%');
  return reading.kind === 'number' ? parseNumber(reading.text) : null;
}

/** Whether a cell is one of the numbers in doubt. */
export function isInDoubt(cell: string, upTo: string): boolean {
  const number = bareNumber(cell);
  const most = parseNumber(upTo);
  return number !== null && most !== null && !number.isZero && number.absolute().compare(most) <= 0;
}

/** A share of one in %: `95` for `0.95`. */
export function percentOf(cell: string): string {
  const number = bareNumber(cell);
  return number === null ? '' : formatNumber(number.times(Fraction.of(100))).text;
}

/** Looks at the cells of one item, one after the other, and says whether some of them may be shares of one. */
export class FractionTally {
  #small = 0;
  #smallBroken = 0;
  #middle = 0;
  #above = 0;
  #marked = 0;
  #plain = 0;

  add(cell: string): void {
    const text = trimText(cell);
    const bare = bareNumber(text);
    if (bare === null) return this.#addMarked(text);
    if (bare.isZero) return;
    const number = bare.absolute();
    if (number.compare(ODD) <= 0) {
      this.#small += 1;
      if (!number.isWhole) this.#smallBroken += 1;
    } else if (number.compare(MOST) <= 0) this.#middle += 1;
    else this.#above += 1;
    if (number.compare(PLAIN) >= 0) this.#plain += 1;
  }

  #addMarked(text: string): void {
    const reading = readNumber(text, '%');
    const number = reading.kind === 'number' ? parseNumber(reading.text) : null;
    if (number === null || number.isZero) return;
    this.#marked += 1;
    if (number.absolute().compare(PLAIN) >= 0) this.#plain += 1;
  }

  get doubt(): FractionDoubt | null {
    if (this.#small === 0) return null;
    const others = this.#marked + this.#middle + this.#above;
    if (others > 0 && this.#plain * 2 > others) return { upTo: ODD_TEXT, isWhole: false };
    const isWhole = this.#above === 0 && this.#marked === 0 && this.#small >= this.#middle;
    return isWhole && this.#smallBroken > 0 ? { upTo: MOST_TEXT, isWhole } : null;
  }
}
