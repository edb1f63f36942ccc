import type { ObservationColumn } from '../header.ts';
import { readFlag } from '../normalise/words.ts';
import type { RowInCheck } from '../row-in-check.ts';
import type { ObservationDraft } from './check.ts';

/** A yes/no value. */
export function readFlagValue(row: RowInCheck<ObservationColumn>, draft: ObservationDraft, trimmed: string): void {
  const flag = readFlag(trimmed);
  if (flag === null) return row.refuse('value.flag', 'value', { value: trimmed });
  draft.value = flag;
  if (flag !== row.raw('value')) row.change(flag === trimmed ? 'text.trimmed' : 'value.flag-word', 'value', flag);
}
