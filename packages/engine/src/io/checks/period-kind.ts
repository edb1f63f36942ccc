import { parsePeriod } from '../../data/period.ts';
import type { ObservationCheck } from './check.ts';

/** An item that is delivered for one kind of period has no rows of another: nobody would read them. */
export const checkPeriodKind: ObservationCheck = (row, draft) => {
  const wanted = draft.found?.rules.declaration.per;
  if (wanted === undefined || wanted === null) return;
  const period = parsePeriod(draft.period);
  if (period !== null && period.kind !== wanted) {
    row.refuse('period.kind', 'period', { value: draft.period, kind: wanted });
  }
};
