import { trimText } from '../fold-text.ts';
import type { Header, KnownColumn } from '../header.ts';
import type { RecognisedTable } from '../recognise.ts';
import type { SubjectIndex } from '../subject-index.ts';
import type { Table } from '../table.ts';
import { RowKinds } from './row-kind.ts';
import type { SheetCounter } from './sheet-counter.ts';
import type { SheetMapping } from './sheet-mapping.ts';

/** The list of subjects of a mapped sheet. */
export function mappedSubjects(
  table: Table,
  mapping: SheetMapping,
  subjects: SubjectIndex,
  counter: SheetCounter | null,
): RecognisedTable {
  const header = subjectsHeader(mapping);
  const key = header.columns.get('subject') ?? -1;
  const read = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  const eachRow: Table['eachRow'] = (visit) => {
    const kinds = new RowKinds(mapping, (text) => subjects.find(text) !== null);
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
      return visit(
        cells.map((cell, index) => (read.has(index) ? cell : '')),
        row,
        faults,
      );
    });
    counter?.end();
  };
  return { kind: 'subjects', table: { ...table, source: 'sheet', hidden: false, eachRow }, header };
}

function subjectsHeader({ columns }: SheetMapping): Header {
  const known = new Map<KnownColumn, number>();
  const others: { title: string; index: number }[] = [];
  let width = 0;
  for (const { column, means } of columns) {
    width = Math.max(width, column + 1);
    if (means.kind === 'subject' || means.kind === 'name' || means.kind === 'group' || means.kind === 'parent') {
      if (!known.has(means.kind)) known.set(means.kind, column);
    } else if (means.kind === 'attribute' && !others.some(({ title }) => title === means.name)) {
      others.push({ title: means.name, index: column });
    }
  }
  return { kind: 'subjects', row: 0, width, columns: known, others, twice: null };
}
