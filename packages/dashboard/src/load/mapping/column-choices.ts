import type { ColumnMeaning, ColumnProposal, InputDeclaration, SheetRole } from '@kaoheng/engine/live';

/** Fields that a column of a sheet can be, by what the sheet is, as they are called in `MappingMessages.meanings`. */
const FIELDS = {
  subjects: ['subject by id', 'subject by name', 'name', 'group', 'parent', 'attribute'],
  wide: [
    'subject by id',
    'subject by name',
    'name',
    'group',
    'parent',
    'period',
    'item',
    'unit',
    'category',
    'rater',
    'matter',
    'date',
    'note',
  ],
  long: [
    'subject by id',
    'subject by name',
    'name',
    'period',
    'item',
    'value',
    'unit',
    'category',
    'rater',
    'matter',
    'date',
    'note',
  ],
} as const;

export type FieldName = (typeof FIELDS)[keyof typeof FIELDS][number] | 'ignore';

/** What a column may be said to be, as values of a select. */
export function fieldsOf(role: SheetRole, now: ColumnMeaning): readonly FieldName[] {
  const offered: readonly FieldName[] = role === 'own' || role === 'ignore' ? [] : FIELDS[role];
  const own = now.kind === 'figure' || now.kind === 'of-subject' ? [] : [choiceOf(now) as FieldName];
  return [...new Set<FieldName>(['ignore', ...offered, ...own])];
}

/** Items that a column of figures may be: likely ones first, families only where one of their members was found. */
export function itemsOf(
  inputs: readonly InputDeclaration[],
  likely: readonly string[],
  now: ColumnMeaning,
): readonly string[] {
  const own = now.kind === 'figure' ? [now.item] : [];
  return [...new Set([...own, ...likely, ...inputs.map(({ item }) => item).filter((item) => !item.includes('*'))])];
}

/** Subjects that a column of values may be about, where subjects stand side by side. */
export function subjectsOf(
  { means: proposed, title, subjects }: ColumnProposal,
  now: ColumnMeaning,
): readonly { readonly id: string; readonly name: string }[] {
  const own = [now, proposed].flatMap((means) =>
    means.kind === 'of-subject' ? [{ id: means.subject, name: title.split(' / ')[0] ?? '' }] : [],
  );
  const all = [...subjects, ...own];
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** A meaning as the value of a select. */
export function choiceOf(means: ColumnMeaning): string {
  if (means.kind === 'figure') return `=${means.item}`;
  if (means.kind === 'of-subject') return `@${means.subject}`;
  return means.kind === 'subject' ? `subject by ${means.by}` : means.kind;
}

/**
 * The meaning that was chosen. What else was known of the column (period, rater) stays when only the item, or only the
 * subject, is another; a word that its ticks say is one of the item alone.
 */
export function meaningOf(choice: string, title: string, before: ColumnMeaning): ColumnMeaning {
  if (choice.startsWith('=')) {
    const item = choice.slice(1);
    if (before.kind !== 'figure') return { kind: 'figure', item };
    const { word, ...rest } = before;
    return item === before.item && word !== undefined ? before : { ...rest, item };
  }
  if (choice.startsWith('@')) {
    const subject = choice.slice(1);
    return before.kind === 'of-subject' ? { ...before, subject } : { kind: 'of-subject', subject };
  }
  if (choice === 'subject by id' || choice === 'subject by name') {
    return { kind: 'subject', by: choice === 'subject by id' ? 'id' : 'name' };
  }
  if (choice === 'attribute') return { kind: 'attribute', name: title };
  return { kind: choice } as ColumnMeaning;
}
