import { readDate } from '../normalise/date.ts';
import type { ObservationCheck } from './check.ts';

/** The date is one of the calendar, and there where it must be. */
export const checkDate: ObservationCheck = (row, draft) => {
  draft.date = '';
  if (!row.isReadable('date')) return;
  const trimmed = row.text('date');
  if (trimmed === '') {
    if (draft.found?.rules.declaration.needsDate && !draft.saysNothing) row.refuse('date.missing', 'date', undefined);
    return;
  }
  const date = readDate(trimmed, row.table.epoch);
  if (date === null) return row.refuse('date.form', 'date', { value: trimmed });
  draft.date = date;
  if (date !== row.raw('date')) row.change(date === trimmed ? 'text.trimmed' : 'date.rewritten', 'date', date);
};
