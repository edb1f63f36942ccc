import type { Subject } from '../../data/dataset.ts';
import { subjectColumn } from '../../data/subject-column.ts';
import type { Choices } from './choices.ts';
import type { Conflict, ReadImport } from './merged.ts';

interface Saying {
  readonly import: string;
  readonly subject: Subject;
}

const FIXED = ['name', 'group', 'parent'] as const;

/**
 * The subjects of all imports, each once. A column that only some imports fill is filled; where they differ, that is a
 * conflict of this column alone.
 */
export function mergeSubjects(
  imports: readonly ReadImport[],
  choices: Choices,
): { readonly subjects: readonly Subject[]; readonly conflicts: readonly Conflict[] } {
  const sayings = new Map<string, Saying[]>();
  for (const { id, dataset } of imports) {
    for (const subject of dataset.subjects) {
      const known = sayings.get(subject.id);
      if (known === undefined) sayings.set(subject.id, [{ import: id, subject }]);
      else known.push({ import: id, subject });
    }
  }
  const conflicts: Conflict[] = [];
  const subjects = [...sayings.values()].map((all) => mergeSubject(all, choices, conflicts));
  return { subjects, conflicts };
}

function mergeSubject(sayings: readonly Saying[], choices: Choices, conflicts: Conflict[]): Subject {
  const [{ subject: first }] = sayings as readonly [Saying];
  if (sayings.length === 1) return first;
  const values = (columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, decide(sayings, column, choices, conflicts)]));
  const attributes = [...new Set(sayings.flatMap(({ subject }) => Object.keys(subject.attributes)))];
  const { name = '', group = '', parent = '' } = values(FIXED);
  return { id: first.id, name: name || first.id, group, parent, attributes: values(attributes), origin: first.origin };
}

function decide(sayings: readonly Saying[], column: string, choices: Choices, conflicts: Conflict[]): string {
  const claims = sayings
    .filter(({ subject }) => says(subject, column) !== '')
    .map(({ import: from, subject }) => ({
      import: from,
      value: says(subject, column),
      category: '',
      matter: '',
      date: '',
      origin: subject.origin,
    }));
  const first = claims[0];
  if (first === undefined) return '';
  if (claims.every(({ value }) => value === first.value)) return first.value;
  const place = { period: '', subject: sayings[0]?.subject.id ?? '', item: '', rater: '', column };
  const choice = choices.of(place, claims);
  const counts = choice?.import ?? first.import;
  conflicts.push({ ...place, claims, counts, choice });
  return claims.find(({ import: from }) => from === counts)?.value ?? first.value;
}

/** An import without a column of names calls subjects by their ids: that says nothing against another name. */
function says(subject: Subject, column: string): string {
  if (column === 'name' && subject.name === subject.id) return '';
  return FIXED.some((fixed) => fixed === column) ? subjectColumn(subject, column) : (subject.attributes[column] ?? '');
}
