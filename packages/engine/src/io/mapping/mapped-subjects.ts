import { trimText } from '../fold-text.ts';
import type { Header, KnownColumn } from '../header.ts';
import type { RecognisedTable } from '../recognise.ts';
import type { SubjectIndex } from '../subject-index.ts';
import type { Table } from '../table.ts';
import { idFromName, idsTwice, type NamedRow } from './namesakes.ts';
import { RowKinds } from './row-kind.ts';
import type { SheetCounter } from './sheet-counter.ts';
import type { SheetMapping } from './sheet-mapping.ts';

/**
 * The list of subjects of a mapped sheet. Where it has names and no ids, somebody whom `known` has by that name is who is
 * meant, and all others have their name as id.
 */
export function mappedSubjects(
  table: Table,
  mapping: SheetMapping,
  { subjects, known = null }: { readonly subjects: SubjectIndex; readonly known?: SubjectIndex | null },
  counter: SheetCounter | null,
): RecognisedTable {
  const { header, name } = subjectsHeader(mapping);
  const key = header.columns.get('subject') ?? -1;
  const read = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  const kindsOf = (): RowKinds => new RowKinds(mapping, (text) => subjects.find(text) !== null, table.hiddenRows);
  const eachRow: Table['eachRow'] = (visit) => {
    const kinds = kindsOf();
    const seen = new Set<string>();
    counter?.begin();
    table.eachRow((cells, row, faults) => {
      const kind = kinds.of(cells, row);
      counter?.row(kind, cells, row);
      if (kind !== 'data') return true;
      // Beside figures a subject may stand in many rows; a list that has one twice is refused there.
      if (counter === null) {
        const id = trimText(cells[key] ?? '');
        if (id === '' || seen.has(id)) return true;
        seen.add(id);
      }
      counter?.value();
      // The other columns are known too: they are figures, or are to be ignored.
      const own = cells.map((cell, index) => (read.has(index) ? cell : ''));
      return visit(name ? name.withId(own, cells, known) : own, row, faults);
    });
    counter?.end();
  };
  const list = { kind: 'subjects', table: { ...table, source: 'sheet', hidden: false, eachRow }, header } as const;
  if (name === null || counter === null) return list;
  let twice: ReadonlyMap<number, readonly number[]> | null = null;
  return { ...list, namesakes: (row) => (twice ??= namesakesIn(table, kindsOf(), name, mapping)).get(row) ?? [row] };
}

/** The rows of a list without ids that would have the same id, by each of them. */
function namesakesIn(
  table: Table,
  kinds: RowKinds,
  { column }: NameColumn,
  { namedWith }: SheetMapping,
): ReadonlyMap<number, readonly number[]> {
  const rows: NamedRow[] = [];
  table.eachRow((cells, row) => {
    if (kinds.of(cells, row) === 'data') rows.push({ row, cells: [...cells] });
    return true;
  });
  return new Map([...idsTwice(rows, column, namedWith).values()].flatMap((all) => all.map((row) => [row, all])));
}

/** The column of a list without ids that says who is who. */
interface NameColumn {
  readonly column: number;
  /** The row with its id in the place of the name, and the name behind all others. */
  withId(own: readonly string[], cells: readonly string[], known: SubjectIndex | null): string[];
}

function subjectsHeader({ columns, namedWith }: SheetMapping): { header: Header; name: NameColumn | null } {
  const found = new Map<KnownColumn, number>();
  const others: { title: string; index: number }[] = [];
  let width = 0;
  let byName = -1;
  for (const { column, means } of columns) {
    width = Math.max(width, column + 1);
    if (means.kind === 'subject' || means.kind === 'name' || means.kind === 'group' || means.kind === 'parent') {
      if (!found.has(means.kind)) found.set(means.kind, column);
      if (means.kind === 'subject' && means.by === 'name') byName = column;
    } else if (means.kind === 'attribute' && !others.some(({ title }) => title === means.name)) {
      others.push({ title: means.name, index: column });
    }
  }
  const base = { kind: 'subjects', row: 0, others, twice: null } as const;
  if (byName < 0 || found.has('name')) return { header: { ...base, width, columns: found }, name: null };
  const behind = width;
  const withId: NameColumn['withId'] = (own, cells, known) => {
    const id = idFromName(cells, byName, namedWith);
    const text = trimText(cells[byName] ?? '');
    const row = [...own];
    while (row.length <= behind) row.push('');
    row[behind] = text;
    const meant = known?.named(text) ?? id;
    // A name that is its own id stays as it stands, so that the checks say what they change.
    if (meant !== text) row[byName] = meant;
    return row;
  };
  return {
    header: { ...base, width: width + 1, columns: new Map([...found, ['name', behind]]) },
    name: { column: byName, withId },
  };
}
