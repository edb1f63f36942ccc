import type { Cell } from '../plan/cell.ts';
import { sameValue } from './figure-at.ts';
import { cellText, resultText, withDecimal } from './value-text.ts';

/** What was compared, for people. Signs of logic between a yes and a no tell nobody anything. */
export function comparisonText(text: string): string {
  return /\d|[=≠<≤>≥]/.test(text) && !/\b(?:true|false)\b/.test(text) ? text : '';
}

/** An equation in one line: `0.9 × 106.15 + 9.5 = 105.035 ≈ 105.04`. Empty where there is nothing to calculate. */
export function equation(text: string, before: Cell, value: Cell): string {
  if (typeof value === 'boolean') return comparisonText(text);
  const result = withDecimal(value);
  if (text === result || text === cellText(value)) return '';
  if (text.endsWith(`→ ${cellText(value)}`)) return text;
  const exact = resultText(before);
  if (sameValue(before, value)) return `${text} = ${result}`;
  return text === exact || text === cellText(before) ? `${exact} ≈ ${result}` : `${text} = ${exact} ≈ ${result}`;
}
