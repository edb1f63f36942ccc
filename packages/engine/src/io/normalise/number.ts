import { toHalfWidth } from '../fold-text.ts';

/** What a text is as a number: its plain form and what was done to it, or why it is none. */
export type NumberReading =
  | { readonly kind: 'number'; readonly text: string; readonly change: NumberChange | null }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-a-number' | 'exponent' | 'percent' | 'date' | 'inexact' | 'range';
    }
  | { readonly kind: 'refused'; readonly reason: 'too-many-digits'; readonly digits: number };

export type NumberChange =
  'value.width' | 'value.thousands' | 'value.percent-unit' | 'value.unit' | 'value.number-form';

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const LOOSE = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const EXPONENT = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+$/;
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?(?: |$)/;
const PERCENT_UNITS = ['%', 'percent', '百分比', '百分数'];

/** Longer numbers are no figures but mistakes. */
const MOST_DIGITS = 40;

/**
 * Reads a number the way an office writes it. Decimals stay as many as were written: `113`, `113.0` and `113.00` are
 * different statements where a scheme checks printed figures.
 */
export function readNumber(trimmed: string, unit: string): NumberReading {
  if (PLAIN.test(trimmed)) return withoutMinusZero(trimmed, null);
  let text = toHalfWidth(trimmed);
  let change: NumberChange | null = text === trimmed ? null : 'value.width';

  const unclear = whyUnclear(text);
  if (unclear !== null) return { kind: 'refused', reason: unclear };
  if (text.endsWith('%')) {
    if (!isPercentUnit(unit)) return { kind: 'refused', reason: 'percent' };
    text = text.slice(0, -1).trimEnd();
    change = 'value.percent-unit';
  } else if (unit !== '' && text.endsWith(toHalfWidth(unit))) {
    text = text.slice(0, -toHalfWidth(unit).length).trimEnd();
    change = 'value.unit';
  }
  if (THOUSANDS.test(text)) {
    text = text.replace(/,/g, '');
    change = 'value.thousands';
  }
  if (PLAIN.test(text)) return withoutMinusZero(text, change);
  if (EXPONENT.test(text)) return { kind: 'refused', reason: 'exponent' };
  if (ISO_DATE.test(text)) return { kind: 'refused', reason: 'date' };

  const match = LOOSE.exec(text);
  if (match === null || (match[2] === '' && (match[3] ?? '') === ''))
    return { kind: 'refused', reason: 'not-a-number' };
  const whole = match[2].replace(/^0+(?=\d)/, '') || '0';
  const plain = (match[1] === '-' ? '-' : '') + whole + (match[3] ? `.${match[3]}` : '');
  return withoutMinusZero(plain, change ?? 'value.number-form');
}

const DIGITS = String.raw`\d[\d,]*(?:\.\d+)?`;
const RANGE = new RegExp(`^${DIGITS}%?\\s*(?:-|--|~|～|—|——|–|至|到)\\s*${DIGITS}\\D{0,6}$`);
const INEXACT = new RegExp(
  `^(?:[<>≤≥≦≧]=?|约|近|大约|大概|超过?|不足|不低于|不少于|不高于|不超过|至少)\\s*-?${DIGITS}|^-?${DIGITS}\\D{0,4}(?:以上|以下|左右|以内|余|多|上下|\\+)$`,
);

/** What looks like a number and says none: a range, or a bound. */
function whyUnclear(text: string): 'inexact' | 'range' | null {
  if (ISO_DATE.test(text)) return null;
  if (RANGE.test(text)) return 'range';
  return INEXACT.test(text) ? 'inexact' : null;
}

export function isPercentUnit(unit: string): boolean {
  return PERCENT_UNITS.includes(toHalfWidth(unit).trim().toLowerCase());
}

function withoutMinusZero(text: string, change: NumberChange | null): NumberReading {
  if (text.length > MOST_DIGITS) {
    const digits = text.replace(/\D/g, '').length;
    if (digits > MOST_DIGITS) return { kind: 'refused', reason: 'too-many-digits', digits };
  }
  if (text.startsWith('-') && !/[1-9]/.test(text)) {
    return { kind: 'number', text: text.slice(1), change: change ?? 'value.number-form' };
  }
  return { kind: 'number', text, change };
}
