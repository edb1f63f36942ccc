import type { Subject } from '../data/dataset.ts';
import { checkCellFaults } from './checks/cell-faults.ts';
import { checkRowLength } from './checks/row-length.ts';
import { UntitledColumns } from './checks/untitled.ts';
import type { FindingLog } from './findings.ts';
import type { SubjectColumn } from './header.ts';
import { countRefused, type RowCounts } from './read-observations.ts';
import type { RecognisedTable } from './recognise.ts';
import { hiddenRowNotes } from './hidden-rows.ts';
import { RowInCheck } from './row-in-check.ts';
import type { SubjectIndex } from './subject-index.ts';
import { placeIn } from './table.ts';
import { AttributeCells } from './attribute-cells.ts';
import { AttributeIndex } from './attribute-index.ts';

/** What a table of subjects is read with. */
export interface SubjectReading {
  /** Whom the tables before have listed; good rows are added. */
  readonly subjects: SubjectIndex;
  readonly log: FindingLog;
  readonly counts: RowCounts;
  /** What the scheme knows of further columns. */
  readonly attributes?: AttributeIndex;
  /** Called with every row. */
  readonly onRow?: () => void;
  /** Whether a person said that a row stays out. */
  readonly isLeftOut?: (row: number) => boolean;
}

const NO_ATTRIBUTES = new AttributeIndex([]);

/** Checks every row of a table of subjects and adds the good ones to the index. */
export function readSubjects({ table, header, namesakes }: RecognisedTable, reading: SubjectReading): void {
  const { log, counts, attributes = NO_ATTRIBUTES, onRow, isLeftOut } = reading;
  const row = new RowInCheck<SubjectColumn>(table, header, log);
  const read = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  const isRead = (index: number) => read.has(index);
  if (row.index('name') < 0) log.add('column.no-name', placeIn(table, header.row), undefined);
  for (const { name, title } of attributes.lackingIn(header)) {
    log.add('column.no-attribute', placeIn(table, header.row), { name, title });
  }
  const untitled = new UntitledColumns(row);
  const noteHidden = hiddenRowNotes(table, header);
  const columns = new AttributeCells(row, attributes.columnsOf(header));
  table.eachRow((cells, number, faults) => {
    if (number <= header.row) return;
    onRow?.();
    counts.read += 1;
    row.start(cells, number, faults);
    noteHidden(row);
    if (isLeftOut?.(number)) {
      row.refuseAt('row.left-out', -1, undefined);
      counts.refused += 1;
      return;
    }
    checkRowLength(row);
    untitled.check(row);
    if (faults.length > 0) checkCellFaults(row, isRead);
    const same = row.refused ? undefined : namesakes?.(number);
    if (same && same.length > 1) row.refuse('subject.same-name', 'subject', { name: row.text('name'), rows: same });
    if (!row.refused) addSubject(row, columns, reading.subjects);
    if (row.refused) countRefused(counts, row.refusedRow('subjects', 'subject'));
  });
  columns.report();
}

function addSubject(row: RowInCheck<SubjectColumn>, columns: AttributeCells, subjects: SubjectIndex): void {
  const id = row.text('subject');
  if (id === '') return row.refuse('subject.missing', 'subject', undefined);
  const earlier = subjects.get(id);
  if (earlier) return row.refuse('subject.twice', 'subject', { id, earlier: row.earlier(earlier.origin) });
  const attributes = columns.read();
  if (row.refused) return;

  if (id !== row.raw('subject')) row.change('text.trimmed', 'subject', id);
  const name = row.text('name', true);
  if (name === '' && row.index('name') >= 0) row.change('subject.name-from-id', 'name', id);
  subjects.add({
    id,
    name: name || id,
    group: row.text('group', true),
    parent: row.text('parent', true),
    attributes,
    origin: row.place('subject'),
  });
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
