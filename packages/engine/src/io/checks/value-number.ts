import type { Fraction } from '../../number/fraction.ts';
import { parseNumber } from '../../number/text.ts';
import type { ObservationColumn } from '../header.ts';
import type { ItemRules, Limit } from '../item-index.ts';
import { readNumber } from '../normalise/number.ts';
import type { RowInCheck } from '../row-in-check.ts';
import type { ObservationDraft } from './check.ts';

/** A number within the limits of its item. */
export function readNumberValue(
  row: RowInCheck<ObservationColumn>,
  draft: ObservationDraft,
  rules: ItemRules,
  trimmed: string,
): void {
  const { unit, kind, mayBeNA } = rules.declaration;
  const reading = readNumber(trimmed, unit);
  if (reading.kind === 'refused') {
    switch (reading.reason) {
      case 'percent':
        return row.refuse('value.percent', 'value', { value: trimmed, unit });
      case 'exponent':
        return row.refuse('value.exponent', 'value', { value: trimmed });
      case 'date':
        return row.refuse('value.date', 'value', { value: trimmed });
      case 'inexact':
        return row.refuse('value.inexact', 'value', { value: trimmed });
      case 'range':
        return row.refuse('value.range', 'value', { value: trimmed });
      case 'too-many-digits':
        return row.refuse('value.too-many-digits', 'value', { digits: reading.digits });
      case 'not-a-number':
        return row.refuse('value.not-a-number', 'value', { value: trimmed, mayBeNA });
    }
  }
  draft.value = reading.text;
  if (reading.text !== row.raw('value')) row.change(reading.change ?? 'text.trimmed', 'value', reading.text);
  draft.saysNothing = kind === 'event' && !/[1-9]/.test(reading.text);
  if (!draft.saysNothing) checkLimits(row, rules, reading.text);
}

function checkLimits(row: RowInCheck<ObservationColumn>, { min, max }: ItemRules, value: string): void {
  if (min !== null && compare(value, min) < 0) row.refuse('value.below-limit', 'value', { value, limit: min.text });
  else if (max !== null && compare(value, max) > 0) {
    row.refuse('value.above-limit', 'value', { value, limit: max.text });
  }
}

/** Doubles order decimals of up to 15 digits exactly; only longer ones need fractions. */
const DOUBLE_DIGITS = 15;

function compare(value: string, limit: Limit): number {
  if (value.length <= DOUBLE_DIGITS && limit.text.length <= DOUBLE_DIGITS) return Number(value) - Number(limit.text);
  return (parseNumber(value) as Fraction).compare(limit.exact);
}
