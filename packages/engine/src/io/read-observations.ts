import type { Observation } from '../data/dataset.ts';
import type { RefusedRow } from '../data/import-report.ts';
import { checkCellFaults } from './checks/cell-faults.ts';
import type { CheckContext, ObservationDraft } from './checks/check.ts';
import { checkRowLength } from './checks/row-length.ts';
import { UntitledColumns } from './checks/untitled.ts';
import type { FindingLog } from './findings.ts';
import { FractionWatch } from './fraction-watch.ts';
import type { ObservationColumn } from './header.ts';
import type { RecognisedTable } from './recognise.ts';
import { hiddenRowNotes } from './hidden-rows.ts';
import { RowInCheck } from './row-in-check.ts';
import { OBSERVATION_CHECKS } from './validate.ts';

/** How many rows a table had, and those that were refused. */
export interface RowCounts {
  read: number;
  refused: number;
  rows: RefusedRow[];
}

/** Checks every row of a table of observations and adds the good ones to `accepted`. */
export function readObservations(
  { table, header }: RecognisedTable,
  context: CheckContext,
  accepted: Observation[],
  log: FindingLog,
  counts: RowCounts,
  onRow: () => void,
  /** Whether a person said that a row stays out. */
  isLeftOut: (row: number) => boolean = () => false,
): void {
  const row = new RowInCheck<ObservationColumn>(table, header, log);
  const draft = emptyDraft();
  const known = new Set(header.columns.values());
  const isRead = (index: number) => known.has(index);
  const untitled = new UntitledColumns(row);
  const noteHidden = hiddenRowNotes(table, header);
  const fractions = new FractionWatch();
  table.eachRow((cells, number, faults) => {
    if (number <= header.row) return;
    onRow();
    counts.read += 1;
    row.start(cells, number, faults);
    noteHidden(row);
    if (isLeftOut(number)) {
      row.refuseAt('row.left-out', -1, undefined);
      counts.refused += 1;
      return;
    }
    checkRowLength(row);
    untitled.check(row);
    if (faults.length > 0) checkCellFaults(row, isRead);
    // Of a row whose columns are shifted nothing sensible can be said.
    if (!row.refused || faults.length > 0) for (const check of OBSERVATION_CHECKS) check(row, draft, context);
    if (row.refused) {
      countRefused(counts, row.refusedRow('observations', 'value'));
      return;
    }
    accepted.push(observationOf(row, draft));
    if (draft.found !== null && table.readingOf?.()?.isPercentSure !== true)
      fractions.see(draft.found, row.raw('value'), () => row.place('value'));
  });
  fractions.report(log);
}

/** Counts a refused row and keeps it, unless there are too many of its kind. */
export function countRefused(counts: RowCounts, row: RefusedRow | null): void {
  counts.refused += 1;
  if (row !== null) counts.rows.push(row);
}

function observationOf(row: RowInCheck<ObservationColumn>, draft: ObservationDraft): Observation {
  const remark = row.table.readingOf?.()?.remark ?? null;
  return {
    period: draft.period,
    subject: draft.subject,
    item: draft.item,
    value: draft.value,
    category: draft.category,
    rater: draft.rater,
    matter: draft.matter,
    date: draft.date,
    note: row.raw('note'),
    ...(remark !== null && { remark }),
    origin: row.place('value'),
  };
}

function emptyDraft(): ObservationDraft {
  return {
    period: '',
    subject: '',
    item: '',
    value: '',
    category: '',
    rater: '',
    matter: '',
    date: '',
    found: null,
    saysNothing: false,
  };
}
