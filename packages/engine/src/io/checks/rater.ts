import type { ObservationCheck } from './check.ts';

/** A rating has a rater; `NA` may come without one, as a class that gave no ratings. */
export const checkRater: ObservationCheck = (row, draft) => {
  draft.rater = row.text('rater', true);
  if (draft.found === null || draft.rater !== '' || draft.saysNothing || !row.isReadable('rater')) return;
  if (draft.found.rules.declaration.needsRater) row.refuse('rater.missing', 'rater', undefined);
};
