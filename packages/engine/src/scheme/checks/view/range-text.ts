import { exactText } from '../../../number/text.ts';
import { isPoint } from './range.ts';
import type { Range } from './range.ts';

/** A range as people read intervals: `[75, 89]`, `(89, 90)`, `(−∞, 60)`; a single number stands alone. */
export function rangeText(range: Range): string {
  const { low, high } = range;
  if (low !== null && isPoint(range)) return exactText(low.value);
  const left = low === null ? '(−∞' : `${low.included ? '[' : '('}${exactText(low.value)}`;
  const right = high === null ? '+∞)' : `${exactText(high.value)}${high.included ? ']' : ')'}`;
  return `${left}, ${right}`;
}
