import { readPeriod } from '../normalise/period.ts';
import type { ObservationCheck } from './check.ts';

const PLAIN = /^\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;

/** The period is there and in a known form. */
export const checkPeriod: ObservationCheck = (row, draft) => {
  const raw = row.raw('period');
  draft.period = raw;
  if (PLAIN.test(raw) || !row.isReadable('period')) return;
  const trimmed = row.text('period');
  if (trimmed === '') return row.refuse('period.missing', 'period', undefined);
  const period = readPeriod(trimmed);
  if (period === null) return row.refuse('period.form', 'period', { value: trimmed });
  draft.period = period;
  row.change(period === trimmed ? 'text.trimmed' : 'period.rewritten', 'period', period);
};
