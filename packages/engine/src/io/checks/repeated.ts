import type { ObservationCheck } from './check.ts';

/**
 * One row per period, subject and item, and for ratings one per rater: the first stays, later ones are refused.
 * Runs last, because only a row that is otherwise good takes the place.
 */
export const checkRepeated: ObservationCheck = (row, draft, { slots, accepted }) => {
  if (row.refused || draft.found === null) return;
  const { kind, needsRater } = draft.found.rules.declaration;
  if (kind === 'event') return;
  // Anonymous ballots cannot be told apart.
  if (kind === 'rating' && draft.rater === '' && !needsRater && !draft.saysNothing) return;
  const rater = kind === 'rating' ? draft.rater : null;
  const earlier = slots.take(draft.period, draft.subject, draft.item, rater, accepted.length);
  if (earlier === null) return;
  const first = accepted[earlier];
  const facts = { earlier: row.earlier(first.origin), value: first.value };
  if (rater === null || rater === '') row.refuse('row.repeated', 'value', facts);
  else row.refuse('rater.twice', 'rater', { rater, ...facts });
};
