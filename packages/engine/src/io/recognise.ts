import type { FindingLog } from './findings.ts';
import { foldText, trimText } from './fold-text.ts';
import {
  headersOf,
  kindOfHeader,
  knownColumns,
  readHeader,
  REQUIRED_COLUMNS,
  type Header,
  type TableKind,
} from './header.ts';
import { columnLetter, placeIn, type Table } from './table.ts';

/** A table whose meaning is known. */
export interface RecognisedTable {
  readonly kind: TableKind;
  readonly table: Table;
  readonly header: Header;
  /** Of a list without ids: the rows that would have the same id as this one, itself included. */
  readonly namesakes?: (row: number) => readonly number[];
}

/** As many as a sheet can have. */
const MOST_COLUMNS = 16_384;

/** Rows within which a header is looked for; above it may stand a title. */
const HEADER_ROWS = 10;

const NAMES: Readonly<Record<TableKind, readonly string[]>> = {
  observations: ['observation', '观测', '数据', '打分', '评分'],
  subjects: ['subject', '对象', '单位', '名单'],
};

interface Candidate {
  readonly table: Table;
  readonly row: number;
  readonly cells: readonly string[];
  /** Rows with text above the header. */
  readonly above: number;
  readonly byHeader: TableKind | null;
  readonly byName: TableKind | null;
}

/**
 * Finds the tables of subjects and of observations. A header that is clear decides; a name decides where the header is
 * not clear, and which of several tables with the same header are meant. Refuses the import when one of the two is
 * missing, unless it is `found` already, or cannot be read.
 */
export function recogniseTables(
  tables: readonly Table[],
  log: FindingLog,
  found: readonly TableKind[] = [],
): RecognisedTable[] {
  const candidates: Candidate[] = [];
  for (const table of tables) {
    if (table.hidden) log.add('table.hidden', placeIn(table), undefined);
    else {
      const candidate = lookAt(table, tables);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  const taken = (['subjects', 'observations'] as const).flatMap((kind) =>
    take(kind, candidates, tables, log, found.includes(kind)),
  );
  for (const candidate of candidates) {
    if (kindOf(candidate) === null) log.add('table.ignored', placeIn(candidate.table), undefined);
  }
  return taken.sort((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table));
}

function take(
  kind: TableKind,
  candidates: readonly Candidate[],
  tables: readonly Table[],
  log: FindingLog,
  isFound: boolean,
): RecognisedTable[] {
  const ofKind = candidates.filter((candidate) => kindOf(candidate) === kind);
  if (ofKind.length === 0 && !isFound) {
    log.refuseImport('table.missing', placeIn(tables[0] ?? { file: '', sheet: '' }), {
      table: kind,
      found: candidates.map(({ table }) => tableName(table)),
    });
  }
  return ofKind.flatMap((candidate) => {
    // Beside a table of that name, one that only has such a header is a copy, a draft or an example.
    const named = ofKind.find(({ byName, table }) => byName === kind && table.file === candidate.table.file);
    if (named && candidate.byName !== kind) {
      log.add('table.other-of-kind', placeIn(candidate.table), { table: kind, taken: tableName(named.table) });
      return [];
    }
    return [recognised(kind, candidate, log)];
  });
}

function recognised(kind: TableKind, candidate: Candidate, log: FindingLog): RecognisedTable {
  const { table, row, cells, above, byHeader, byName } = candidate;
  const header = readHeader(kind, cells, row);
  if (header.twice !== null) {
    const { title, first, second } = header.twice;
    log.refuseImport('column.twice', placeIn(table, row, second), { title, first: columnLetter(first) });
  }
  for (const column of REQUIRED_COLUMNS[kind]) {
    if (header.columns.has(column)) continue;
    const found = cells.map((cell) => cell.trim()).filter((title) => title !== '');
    log.refuseImport('column.missing', placeIn(table, row), { table: kind, column, found, known: headersOf(column) });
  }
  if (byHeader === kind && byName !== null && byName !== kind) {
    log.add('table.name-misleads', placeIn(table), { table: kind });
  }
  for (const index of header.columns.values()) {
    if (table.hiddenColumns?.has(index)) log.add('column.hidden', placeIn(table, row, index), { title: cells[index]! });
  }
  if (above > 0) log.add('header.not-first', placeIn(table, row), { rows: above });
  if (kind === 'observations') {
    for (const { title, index } of header.others) log.add('column.unknown', placeIn(table, row, index), { title });
  }
  return { kind, table, header };
}

function kindOf({ byHeader, byName }: Candidate): TableKind | null {
  return byHeader ?? byName;
}

function lookAt(table: Table, tables: readonly Table[]): Candidate | null {
  const rows: { row: number; cells: string[] }[] = [];
  table.eachRow((cells, row) => {
    rows.push({ row, cells: cells.slice(0, MOST_COLUMNS).map(trimText) });
    return rows.length < HEADER_ROWS;
  });
  if (rows.length === 0) return null;
  const byName = kindOfName(table, tables);
  const clear = rows.findIndex(({ cells }) => kindOfHeader(cells) !== null);
  const above = clear >= 0 ? clear : mostKnown(rows.map(({ cells }) => knownColumns(cells)));
  const { row, cells } = rows[above];
  return { table, row, cells, above, byHeader: kindOfHeader(cells), byName };
}

function mostKnown(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}

/** What the sheet is called, or the file where it has but one table; `null` where the name says nothing or both. */
function kindOfName(table: Table, tables: readonly Table[]): TableKind | null {
  const bySheet = kindOfText(table.sheet);
  if (bySheet !== null) return bySheet;
  const isAlone = tables.filter(({ file }) => file === table.file).length === 1;
  return isAlone ? kindOfText(table.file) : null;
}

function kindOfText(name: string): TableKind | null {
  const folded = foldText(name);
  const kinds = (['subjects', 'observations'] as const).filter((kind) =>
    NAMES[kind].some((word) => folded.includes(word)),
  );
  return kinds.length === 1 ? kinds[0] : null;
}

function tableName({ file, sheet }: Table): string {
  return sheet === '' ? file : `${file} › ${sheet}`;
}
