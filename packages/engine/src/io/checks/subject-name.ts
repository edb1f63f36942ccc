import { foldText } from '../fold-text.ts';
import type { ObservationCheck } from './check.ts';

/**
 * Where a row names its subject beside the id, the two belong together: a column that was sorted alone, or an id that was
 * typed over, would put the figures of one subject to another.
 */
export const checkSubjectName: ObservationCheck = (row, draft, { subjects }) => {
  if (row.index('name') < 0 || row.refused) return;
  const name = row.text('name');
  const expected = subjects.get(draft.subject)?.name;
  if (name === '' || expected === undefined || foldText(name) === foldText(expected)) return;
  row.refuse('subject.name-differs', 'subject', { id: draft.subject, name, expected });
};
