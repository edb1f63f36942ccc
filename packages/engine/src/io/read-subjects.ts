import type { Subject } from '../data/dataset.ts';
import { checkCellFaults } from './checks/cell-faults.ts';
import { checkRowLength } from './checks/row-length.ts';
import { UntitledColumns } from './checks/untitled.ts';
import type { FindingLog } from './findings.ts';
import { trimText } from './fold-text.ts';
import type { SubjectColumn } from './header.ts';
import { countRefused, type RowCounts } from './read-observations.ts';
import type { RecognisedTable } from './recognise.ts';
import { RowInCheck } from './row-in-check.ts';
import type { SubjectIndex } from './subject-index.ts';
import { placeIn } from './table.ts';

/** Checks every row of a table of subjects and adds the good ones to the index. */
export function readSubjects(
  { table, header }: RecognisedTable,
  subjects: SubjectIndex,
  log: FindingLog,
  counts: RowCounts,
  onRow: () => void,
  /** Whether a person said that a row stays out. */
  isLeftOut: (row: number) => boolean = () => false,
): void {
  const row = new RowInCheck<SubjectColumn>(table, header, log);
  const read = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  const isRead = (index: number) => read.has(index);
  if (row.index('name') < 0) log.add('column.no-name', placeIn(table, header.row), undefined);
  const untitled = new UntitledColumns(row);
  table.eachRow((cells, number, faults) => {
    if (number <= header.row) return;
    onRow();
    counts.read += 1;
    row.start(cells, number, faults);
    if (isLeftOut(number)) {
      row.refuseAt('row.left-out', -1, undefined);
      counts.refused += 1;
      return;
    }
    checkRowLength(row);
    untitled.check(row);
    if (faults.length > 0) checkCellFaults(row, isRead);
    if (!row.refused) addSubject(row, subjects);
    if (row.refused) countRefused(counts, row.refusedRow('subjects', 'subject'));
  });
}

function addSubject(row: RowInCheck<SubjectColumn>, subjects: SubjectIndex): void {
  const id = row.text('subject');
  if (id === '') return row.refuse('subject.missing', 'subject', undefined);
  const earlier = subjects.get(id);
  if (earlier) return row.refuse('subject.twice', 'subject', { id, earlier: row.earlier(earlier.origin) });

  if (id !== row.raw('subject')) row.change('text.trimmed', 'subject', id);
  const name = row.text('name', true);
  if (name === '' && row.index('name') >= 0) row.change('subject.name-from-id', 'name', id);
  subjects.add({
    id,
    name: name || id,
    group: row.text('group', true),
    parent: row.text('parent', true),
    attributes: attributesOf(row),
    origin: row.place('subject'),
  });
}

function attributesOf(row: RowInCheck<SubjectColumn>): Record<string, string> {
  // From entries and not by assignment: a column may be called `__proto__`.
  return Object.fromEntries(
    row.header.others.map(({ title, index }) => {
      const raw = row.cells[index] ?? '';
      const trimmed = trimText(raw);
      if (trimmed !== raw && trimmed !== '') {
        const change = { before: raw, after: trimmed };
        row.log.add('text.trimmed', placeIn(row.table, row.row, index), change, change);
      }
      return [title, trimmed];
    }),
  );
}

/** Notes parents that are no subjects; the rows stay, because a parent may be no unit that is scored. */
export function noteUnknownParents(
  own: readonly Subject[],
  subjects: SubjectIndex,
  parentColumns: ReadonlyMap<string, string>,
  log: FindingLog,
): void {
  for (const { parent, origin } of own) {
    if (parent === '' || subjects.get(parent)) continue;
    const column = parentColumns.get(`${origin.file}/${origin.sheet}`) ?? '';
    log.add('subject.unknown-parent', { ...origin, column }, { parent, suggestion: subjects.suggest(parent) });
  }
}
