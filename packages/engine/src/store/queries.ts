import type { Database } from './database.ts';
import { queryFailed } from './query-errors.ts';
import { batchRows, columnReaders, type QueryCell, type QueryColumn, type QueryResult } from './result-rows.ts';
import { literal } from './sql-text.ts';

/** Rows that a free query brings when nobody says how many. */
const DEFAULT_LIMIT = 10_000;

export interface QueryOptions {
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One statement written by a person. It runs on a connection of its own, in a read-only transaction, over an engine that
 * is locked against files, network and settings: whatever is written, nothing changes.
 */
export async function readOnlyQuery(
  database: Database,
  sql: string,
  { limit = DEFAULT_LIMIT, signal }: QueryOptions = {},
): Promise<QueryResult> {
  const connection = await database.connect();
  try {
    await connection.check(sql);
    await connection.run('BEGIN TRANSACTION READ ONLY');
    let columns: readonly QueryColumn[] = [];
    const rows: QueryCell[][] = [];
    let truncated = false;
    for await (const batch of connection.stream(sql, signal)) {
      const readers = columnReaders(batch.schema);
      columns = readers.map(({ column }) => column);
      rows.push(...batchRows(batch, readers, limit - rows.length + 1));
      if (rows.length > limit) {
        truncated = true;
        rows.length = limit;
        break;
      }
    }
    return { columns, rows, truncated };
  } catch (error) {
    throw queryFailed(error);
  } finally {
    // Closing the connection ends the transaction.
    await connection.close().catch(() => undefined);
  }
}

/** One row of imported data with its place in the file. */
export interface SourceObservation {
  readonly period: string;
  readonly subject: string;
  readonly item: string;
  readonly value: string;
  readonly category: string;
  readonly rater: string;
  readonly matter: string;
  readonly date: string;
  readonly note: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Which rows: those of one subject and period, of the items named (`*` at the end stands for a family). */
export interface RowsQuery {
  readonly period: string;
  readonly subject: string;
  readonly items?: readonly string[];
}

/** The imported rows behind a figure, in the order of the file. */
export async function rowsBehind(
  database: Database,
  { period, subject, items }: RowsQuery,
  signal?: AbortSignal,
): Promise<readonly SourceObservation[]> {
  const chosen = items ? `AND (${items.map((item) => matches('item', item)).join(' OR ') || 'false'})` : '';
  const text = (column: string): string => `coalesce(${column}, '') AS ${column}`;
  return objects<SourceObservation>(
    database,
    `SELECT period, subject, item, ${['value', 'category', 'rater', 'matter'].map(text).join(', ')},
       coalesce(CAST(date AS VARCHAR), '') AS date, ${['note', 'file', 'sheet', 'cell'].map(text).join(', ')}
     FROM observations WHERE ${withinPeriod(period)} AND subject = ${literal(subject)} ${chosen}
     ORDER BY file, sheet, line, item`,
    signal,
  );
}

/** How many rows an input has in a period. */
export interface ItemCount {
  readonly item: string;
  readonly rows: number;
  /** Subjects with at least one row. */
  readonly subjects: number;
  /** Rows that say `NA`. */
  readonly notApplicable: number;
}

/** Rows per input, in the order of the scheme; inputs without any row are there with 0. Items that the scheme does not know come last. */
export async function itemCounts(
  database: Database,
  period: string,
  signal?: AbortSignal,
): Promise<readonly ItemCount[]> {
  return objects<ItemCount>(
    database,
    `WITH counted AS (
       SELECT item, count(*) AS rows, count(DISTINCT subject) AS subjects, count(*) FILTER (value = 'NA') AS na
       FROM observations WHERE ${withinPeriod(period)} GROUP BY item),
     named AS (SELECT item, position FROM inputs WHERE NOT ends_with(item, '*'))
     SELECT coalesce(named.item, counted.item) AS item, coalesce(counted.rows, 0) AS rows,
       coalesce(counted.subjects, 0) AS subjects, coalesce(counted.na, 0) AS "notApplicable"
     FROM named FULL JOIN counted ON named.item = counted.item
     ORDER BY named.position NULLS LAST, item`,
    signal,
  );
}

/** What one subject has delivered of one input. */
export interface ItemDelivery {
  readonly subject: string;
  readonly item: string;
  readonly rows: number;
  /** `none`: no row at all. For events that means that nothing happened, for all else that it is missing. */
  readonly state: 'delivered' | 'na' | 'none';
}

/** Subject × input over the subjects that take part in the period, both in the order of their tables. */
export async function completeness(
  database: Database,
  { period, group }: { readonly period: string; readonly group?: string },
  signal?: AbortSignal,
): Promise<readonly ItemDelivery[]> {
  return objects<ItemDelivery>(
    database,
    `WITH rows_of_period AS (SELECT subject, item, value FROM observations WHERE ${withinPeriod(period)}),
     counted AS (
       SELECT subject, item, count(*) AS rows, bool_and(coalesce(value, '') = 'NA') AS na FROM rows_of_period GROUP BY subject, item),
     taking_part AS (
       SELECT subject, position FROM subjects
       WHERE subject IN (SELECT subject FROM rows_of_period) ${group ? `AND "group" = ${literal(group)}` : ''})
     SELECT taking_part.subject AS subject, inputs.item AS item, coalesce(counted.rows, 0) AS rows,
       CASE WHEN counted.rows IS NULL THEN 'none' WHEN counted.na THEN 'na' ELSE 'delivered' END AS state
     FROM taking_part CROSS JOIN (SELECT item, position FROM inputs WHERE NOT ends_with(item, '*')) AS inputs
     LEFT JOIN counted ON counted.subject = taking_part.subject AND counted.item = inputs.item
     ORDER BY taking_part.position, inputs.position`,
    signal,
  );
}

/** Rows of the period itself and of its sub-periods: a year holds its halves, quarters and months. */
function withinPeriod(period: string): string {
  if (/^\d{4}$/.test(period)) return `(period = ${literal(period)} OR starts_with(period, ${literal(`${period}-`)}))`;
  const months = monthsOf(period);
  return `period IN (${[period, ...months].map(literal).join(', ')})`;
}

function monthsOf(period: string): string[] {
  const match = /^(\d{4})-([HQ])(\d)$/.exec(period);
  if (!match) return [];
  const [, year, kind, number] = match;
  const length = kind === 'H' ? 6 : 3;
  const first = (Number(number) - 1) * length + 1;
  const months = Array.from({ length }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
  const quarters = kind === 'H' ? [1, 2].map((quarter) => `${year}-Q${(Number(number) - 1) * 2 + quarter}`) : [];
  return [...quarters, ...months];
}

function matches(column: string, item: string): string {
  return item.endsWith('*') ? `starts_with(${column}, ${literal(item.slice(0, -1))})` : `${column} = ${literal(item)}`;
}

async function objects<Row>(database: Database, sql: string, signal: AbortSignal | undefined): Promise<Row[]> {
  const connection = await database.connect();
  try {
    const found: Row[] = [];
    for await (const batch of connection.stream(sql, signal)) {
      const readers = columnReaders(batch.schema);
      for (const cells of batchRows(batch, readers, batch.numRows)) {
        // Counts may come as decimal texts; none of these queries returns a score.
        found.push(
          Object.fromEntries(
            readers.map(({ column }, index) => [
              column.name,
              column.type === 'decimal' ? Number(cells[index]) : cells[index],
            ]),
          ) as Row,
        );
      }
    }
    return found;
  } catch (error) {
    throw queryFailed(error);
  } finally {
    await connection.close().catch(() => undefined);
  }
}
