import type { ColumnMeaning, InputDeclaration, SheetRole } from '@kaoheng/engine/live';

/** Fields that a column of a sheet can be, by what the sheet is, as they are called in `MappingMessages.meanings`. */
const FIELDS = {
  subjects: ['subject by id', 'subject by name', 'name', 'group', 'parent', 'attribute'],
  wide: ['subject by id', 'subject by name', 'name', 'group', 'parent', 'period', 'note'],
  long: [
    'subject by id',
    'subject by name',
    'name',
    'period',
    'item',
    'value',
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
  const own = now.kind === 'figure' ? [] : [choiceOf(now) as FieldName];
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

/** A meaning as the value of a select. */
export function choiceOf(means: ColumnMeaning): string {
  if (means.kind === 'figure') return `=${means.item}`;
  return means.kind === 'subject' ? `subject by ${means.by}` : means.kind;
}

/** The meaning that was chosen. What else was known of the column (period, rater) stays when only the item is another. */
export function meaningOf(choice: string, title: string, before: ColumnMeaning): ColumnMeaning {
  if (choice.startsWith('=')) {
    const item = choice.slice(1);
    return before.kind === 'figure' ? { ...before, item } : { kind: 'figure', item };
  }
  if (choice === 'subject by id' || choice === 'subject by name') {
    return { kind: 'subject', by: choice === 'subject by id' ? 'id' : 'name' };
  }
  if (choice === 'attribute') return { kind: 'attribute', name: title };
  return { kind: choice } as ColumnMeaning;
}
