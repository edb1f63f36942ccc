import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import type { Header, KnownColumn, SubjectColumn } from '../header.ts';
import { COLUMNS } from '../header.ts';
import type { ItemIndex } from '../item-index.ts';
import type { RecognisedTable } from '../recognise.ts';
import { placeIn, type Table } from '../table.ts';
import { findMarks, hasMark, type MarkedTable } from './marked-table.ts';
import { ROW_HEADER } from '../unfolded-row.ts';
import { itemsAsRows, labelsAsWords } from './unfold.ts';

/** The tables of an import, parted into collection workbooks and what others made. */
export interface SortedTables {
  readonly subjects: readonly RecognisedTable[];
  readonly observations: readonly RecognisedTable[];
  /** Subjects that were refused and are brought again: they belong to a list that is elsewhere. */
  readonly corrected: readonly RecognisedTable[];
  readonly others: readonly Table[];
}

/**
 * Finds the sheets of collection workbooks among the tables. Their observations are given as one row for each value,
 * every one with the cell that it stands in.
 */
export function readTemplates(tables: readonly Table[], items: ItemIndex, log: FindingLog): SortedTables {
  const subjects: RecognisedTable[] = [];
  const observations: RecognisedTable[] = [];
  const corrected: RecognisedTable[] = [];
  const others: Table[] = [];
  const seen = new Map<string, Table>();
  for (const table of tables) {
    const marked = findMarks(table);
    if (marked === null) others.push(table);
    else if (hasMark(marked, 'item')) observations.push(asObservations(marked, itemsAsRows(marked, items, log)));
    else if (hasMark(marked, 'field')) observations.push(asObservations(marked, labelsAsWords(marked, items, log)));
    else if (hasMark(marked, 'subjects')) {
      (hasMark(marked, 'refusal') ? corrected : subjects).push(asSubjects(marked, seen, log));
    }
  }
  return { subjects, observations, corrected, others };
}

/**
 * The subjects of collection workbooks where another table lists the subjects as well: that one is meant, for the
 * workbooks only carry a copy.
 */
export function withoutCopies(
  copies: readonly RecognisedTable[],
  others: readonly RecognisedTable[],
  log: FindingLog,
): readonly RecognisedTable[] {
  const meant = others.find(({ kind }) => kind === 'subjects');
  if (meant === undefined) return copies;
  for (const { table } of copies) log.add('template.subjects-elsewhere', placeIn(table), { file: meant.table.file });
  return [];
}

function asObservations({ row }: MarkedTable, table: Table): RecognisedTable {
  return { kind: 'observations', table, header: { ...ROW_HEADER, row } };
}

/** Workbooks of one collection carry the same subjects: a row that is there in another one already is left out. */
function asSubjects(marked: MarkedTable, seen: Map<string, Table>, log: FindingLog): RecognisedTable {
  const { table, row: marksRow } = marked;
  const header = subjectsHeader(marked);
  const silent = new Set([...marked.marks].flatMap(([index, mark]) => (mark.kind === 'refusal' ? [index] : [])));
  const columns = [...header.columns, ...header.others.map(({ title, index }) => [title, index] as const)];
  let noted = false;
  const eachRow: Table['eachRow'] = (visit) => {
    let repeated = 0;
    let first: Table | undefined;
    table.eachRow((cells, row, faults) => {
      if (row <= marksRow) return true;
      const key = JSON.stringify(columns.map(([name, index]) => [name, trimText(cells[index] ?? '')]));
      const owner = seen.get(key);
      if (owner !== undefined && owner !== table) {
        repeated += 1;
        first ??= owner;
        return true;
      }
      seen.set(key, table);
      const said = silent.size === 0 ? cells : cells.map((cell, index) => (silent.has(index) ? '' : cell));
      return visit(said, row, faults);
    });
    if (first === undefined || noted) return;
    noted = true;
    log.add('template.subjects-repeated', placeIn(table), { rows: repeated, file: first.file });
  };
  return { kind: 'subjects', table: { ...table, eachRow }, header };
}

function subjectsHeader({ row, marks }: MarkedTable): Header {
  const columns = new Map<KnownColumn, number>();
  const others: { title: string; index: number }[] = [];
  let width = 0;
  for (const [index, mark] of marks) {
    width = Math.max(width, index + 1);
    if (mark.kind !== 'subjects') continue;
    const { column } = mark;
    const known = COLUMNS.subjects.find((name) => name === column) as SubjectColumn | undefined;
    if (known === undefined) others.push({ title: column, index });
    else if (!columns.has(known)) columns.set(known, index);
  }
  return { kind: 'subjects', row, width, columns, others, twice: null };
}
