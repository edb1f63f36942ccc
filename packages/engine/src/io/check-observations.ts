import type { Observation, Subject } from '../data/dataset.ts';
import type { ImportFinding } from '../data/import-report.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import { FindingLog } from './findings.ts';
import { ItemIndex } from './item-index.ts';
import { readObservations } from './read-observations.ts';
import { Slots } from './slots.ts';
import { SubjectIndex } from './subject-index.ts';
import { NO_FAULTS, type Table } from './table.ts';
import { FIELDS, ROW_HEADER } from './unfolded-row.ts';

/** A row as somebody writes it, in no file. */
export type WrittenRow = Pick<
  Observation,
  'period' | 'subject' | 'item' | 'value' | 'category' | 'rater' | 'matter' | 'date'
>;

export interface CheckedRow {
  /** The row with its values normalised; `null` when it is refused. */
  readonly observation: Observation | null;
  readonly findings: readonly ImportFinding[];
}

/** Looks at rows that are entered by hand with the same rules as at those of files; each by itself. */
export function checkObservations(
  rows: readonly WrittenRow[],
  inputs: readonly InputDeclaration[],
  subjects: readonly Subject[],
): readonly CheckedRow[] {
  const items = new ItemIndex(inputs);
  const known = new SubjectIndex();
  for (const subject of subjects) known.add(subject);
  return rows.map((row) => {
    const log = new FindingLog(100);
    const accepted: Observation[] = [];
    const context = { subjects: known, items, slots: new Slots(), accepted };
    const found = { kind: 'observations' as const, table: tableOf(row), header: ROW_HEADER };
    readObservations(found, context, accepted, log, { read: 0, refused: 0, rows: [] }, () => undefined);
    return { observation: accepted[0] ?? null, findings: log.findings() };
  });
}

function tableOf(row: WrittenRow): Table {
  const cells = FIELDS.map((field) => (field === 'name' || field === 'note' ? '' : row[field]));
  return {
    file: '',
    sheet: '',
    source: 'sheet',
    hidden: false,
    epoch: 1900,
    expectedRows: 1,
    eachRow: (visit) => void visit(cells, 1, NO_FAULTS),
    columnOf: () => -1,
  };
}
