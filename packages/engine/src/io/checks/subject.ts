import type { ObservationCheck } from './check.ts';

/** The subject is in the subjects table. */
export const checkSubject: ObservationCheck = (row, draft, { subjects }) => {
  if (!row.isReadable('subject')) return;
  const trimmed = row.text('subject');
  if (trimmed === '') return row.refuse('subject.missing', 'subject', undefined);
  const id = subjects.find(trimmed);
  if (id === null) {
    const mapped = row.table.readingOf?.();
    if (mapped)
      return row.refuse('subject.unconfirmed', 'subject', {
        name: trimmed,
        likely: mapped.likelySubject,
        several: subjects.isShared(trimmed),
      });
    return row.refuse('subject.unknown', 'subject', { id: trimmed, suggestion: subjects.suggest(trimmed) });
  }
  draft.subject = id;
  if (id !== row.raw('subject')) row.change(id === trimmed ? 'text.trimmed' : 'subject.form', 'subject', id);
};
