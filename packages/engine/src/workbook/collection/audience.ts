import type { Subject } from '../../data/dataset.ts';
import { subjectColumn } from '../../plan/exact/data-index.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import type { InputUse } from './input-use.ts';

/** The subjects that an item is delivered for, in the order of the subjects table. */
export function audienceOf(use: InputUse, subjects: readonly Subject[], scheme: CompiledScheme): readonly Subject[] {
  const { parts } = use;
  if (parts === null) return subjects;
  const filters = scheme.plan.parts.filter(({ id }) => parts.includes(id)).map((part) => part.subjects);
  return subjects.filter((subject) =>
    filters.some(
      (filter) =>
        filter.kind === 'all' ||
        Object.entries(filter.columns).every(([name, values]) => values.includes(subjectColumn(subject, name))),
    ),
  );
}

const KNOWN = ['subject', 'name', 'group', 'parent'];

/** Columns of the subjects table that the scheme looks at, beside those that every table has. */
export function attributesOf({ plan, parts }: CompiledScheme): readonly string[] {
  const filtered = plan.parts.flatMap(({ subjects }) =>
    subjects.kind === 'columns' ? Object.keys(subjects.columns) : [],
  );
  const read = plan.nodes.flatMap(({ operation }) => (operation.kind === 'attribute' ? [operation.name] : []));
  const ranked = parts.flatMap(({ rankWithin }) => (rankWithin === null ? [] : [rankWithin]));
  return [...new Set([...filtered, ...read, ...ranked])].filter((column) => !KNOWN.includes(column));
}
