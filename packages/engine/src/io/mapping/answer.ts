import type { MappingChange } from './mapping-proposal.ts';
import type { ColumnMapping, ColumnMeaning, SheetMapping } from './sheet-mapping.ts';

/** The mapping after an answer, or after a correction that a person made without being asked. */
export function changeMapping(mapping: SheetMapping, changes: readonly MappingChange[]): SheetMapping {
  return changes.reduce(changed, mapping);
}

function changed(mapping: SheetMapping, change: MappingChange): SheetMapping {
  switch (change.kind) {
    case 'keep':
      return mapping;
    case 'role':
      return { ...mapping, role: change.role };
    case 'also-subjects':
      return { ...mapping, alsoSubjects: change.alsoSubjects };
    case 'units': {
      const { units: _, ...rest } = mapping;
      return change.units === null ? rest : { ...rest, units: change.units };
    }
    case 'hidden-rows': {
      const { withoutHiddenRows: _, ...rest } = mapping;
      return change.areRead ? rest : { ...rest, withoutHiddenRows: true };
    }
    case 'named-with': {
      const { namedWith: _, ...rest } = mapping;
      return change.namedWith === null ? rest : { ...rest, namedWith: change.namedWith };
    }
    case 'fixed':
      return { ...mapping, fixed: { ...mapping.fixed, [change.field]: change.value } };
    case 'subject':
      // From entries and not by assignment: a subject may be called `__proto__`.
      return {
        ...mapping,
        subjects: Object.fromEntries([...Object.entries(mapping.subjects), [change.text, change.subject]]),
      };
    case 'means':
      return withColumn(mapping, change.column, (column) => withMeaning(column, change.means));
    case 'factor':
      return withColumn(mapping, change.column, (column) => withField(column, 'factor', change.factor));
    case 'fractions':
      return withColumn(mapping, change.column, (column) => ({ ...column, fractions: change.fractions }));
    case 'empty':
      return withColumn(mapping, change.column, (column) => withField(column, 'empty', change.empty));
    case 'word':
      return withColumn(mapping, change.column, (column) => ({
        ...column,
        words: Object.fromEntries([...Object.entries(column.words ?? {}), [change.text, change.word]]),
      }));
  }
}

/** What was known of the values of one item says nothing about those of another. */
function withMeaning(column: ColumnMapping, means: ColumnMeaning): ColumnMapping {
  const { column: index, title, words, empty } = column;
  const isSame = itemOf(column.means) === itemOf(means);
  if (isSame && column.open !== true) return { ...column, means };
  return { column: index, title, means, ...(words && { words }), ...(empty !== undefined && { empty }) };
}

function itemOf(means: ColumnMeaning): string | undefined {
  return 'item' in means ? means.item : undefined;
}

function withColumn(
  mapping: SheetMapping,
  index: number,
  change: (column: ColumnMapping) => ColumnMapping,
): SheetMapping {
  const isThere = mapping.columns.some(({ column }) => column === index);
  const columns: readonly ColumnMapping[] = isThere
    ? mapping.columns
    : [...mapping.columns, { column: index, title: '', means: { kind: 'ignore' } }];
  return { ...mapping, columns: columns.map((column) => (column.column === index ? change(column) : column)) };
}

function withField(column: ColumnMapping, field: 'factor' | 'empty', value: string | null): ColumnMapping {
  if (value !== null) return { ...column, [field]: value };
  return Object.fromEntries(Object.entries(column).filter(([name]) => name !== field)) as unknown as ColumnMapping;
}
