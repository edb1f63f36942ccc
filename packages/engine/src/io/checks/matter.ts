import { isAmong } from '../../data/subject-column.ts';
import type { ObservationCheck } from './check.ts';

/** The matter is named where one matter must not count twice; where it names a subject, that subject is there. */
export const checkMatter: ObservationCheck = (row, draft, { subjects }) => {
  draft.matter = row.text('matter', true);
  if (draft.found === null || !row.isReadable('matter')) return;
  const { needsMatter, matterNames } = draft.found.rules.declaration;
  if (draft.matter === '') {
    if (needsMatter && !draft.saysNothing) row.refuse('matter.missing', 'matter', undefined);
    return;
  }
  if (matterNames === undefined) return;
  const { matter } = draft;
  const id = subjects.find(matter);
  const named = id === null ? undefined : subjects.get(id);
  if (id === null || named === undefined || !isAmong(named, matterNames.among)) {
    const suggestion = id === null ? subjects.suggest(matter) : null;
    return row.note('matter.unknown-subject', 'matter', { matter, part: matterNames.title, suggestion });
  }
  draft.matter = id;
  if (id !== matter) row.change('matter.form', 'matter', id);
};
