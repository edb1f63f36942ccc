import { parsePeriod } from '../../data/period.ts';
import type { ObservationCheck } from './check.ts';

/** Rows for a kind of period that no figure of the scheme reads would count nowhere, and nobody would know. */
export const checkPeriodKind: ObservationCheck = (row, draft) => {
  const wanted = draft.found?.rules.declaration.periods;
  if (wanted === undefined) return;
  const period = parsePeriod(draft.period);
  if (period !== null && !wanted.includes(period.kind)) {
    row.refuse('period.kind', 'period', { value: draft.period, kinds: wanted });
  }
};
