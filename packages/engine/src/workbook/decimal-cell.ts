import type { BookCell, Look } from './book.ts';

/** A spreadsheet keeps and shows no more digits of a number. */
const MOST_DIGITS = 15;

/** Nor has a number format more decimals. */
const MOST_PLACES = 30;

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * A decimal text as a number cell that shows exactly these digits; `null` where a spreadsheet would lose some of them, or
 * where the text is none.
 */
export function decimalCell(text: string, look: Look = 'plain'): BookCell | null {
  const match = DECIMAL.exec(text);
  const places = match?.[1]?.length ?? 0;
  if (match === null || places > MOST_PLACES || significantDigits(text) > MOST_DIGITS) return null;
  // The nearest double of a decimal of up to 15 digits gives that decimal back.
  return { kind: 'number', number: Number(text), places, look };
}

function significantDigits(text: string): number {
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length;
}
