import { arrowBatch } from './arrow-columns.ts';
import type { Connection, Database } from './database.ts';
import { SQL_TYPE, TABLE_NAMES, TABLES, type TableName } from './schema.ts';
import { identifier } from './sql-text.ts';
import { tableRows, type StoreContents, type TableRows } from './table-rows.ts';

/** Rows written at once: enough for speed, few enough that the worker answers others in between. */
const BATCH = 100_000;

const EMPTY: StoreContents = { dataset: { subjects: [], observations: [] }, inputs: [], scored: null };

/**
 * Writes the contents into the tables. All or nothing: the tables are written beside the old ones and take their place
 * in one transaction, so that readers see either the old state or the new one, and a failure leaves the old one.
 *
 * `stored` is what the tables hold now: with the same data in it, only the tables of results are written.
 */
export async function fillStore(
  database: Database,
  contents: StoreContents | null,
  stored: StoreContents | null = null,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const next = contents ?? EMPTY;
  const sameData = stored !== null && stored.dataset === next.dataset && stored.inputs === next.inputs;
  const names = TABLE_NAMES.filter((name) => !sameData || TABLES[name].from === 'results');
  const tables = names.map((name) => tableRows(next, name));
  const total = tables.reduce((sum, { length }) => sum + length, 0);

  const connection = await database.connect();
  try {
    let done = 0;
    for (const table of tables) {
      await write(connection, table, (rows) => onProgress(done + rows, total));
      done += table.length;
    }
    await swap(connection, names);
  } catch (error) {
    await dropStaging(connection, names);
    throw error;
  } finally {
    await connection.close().catch(() => undefined);
  }
}

const stagingName = (name: TableName): string => `staging_${name}`;

async function write(
  connection: Connection,
  { name, length, columns }: TableRows,
  onProgress: (rows: number) => void,
): Promise<void> {
  const staging = stagingName(name);
  const definitions = columns.map((column) => `${identifier(column.name)} ${SQL_TYPE[column.kind]}`);
  await connection.run(`DROP TABLE IF EXISTS ${staging}`);
  await connection.run(`CREATE TABLE ${staging} (${definitions.join(', ')})`);
  for (let from = 0; from < length; from += BATCH) {
    const to = Math.min(from + BATCH, length);
    await connection.insert(staging, arrowBatch(columns, from, to));
    onProgress(to);
  }
}

async function swap(connection: Connection, names: readonly TableName[]): Promise<void> {
  await connection.run('BEGIN TRANSACTION');
  try {
    for (const name of names) {
      await connection.run(`DROP TABLE IF EXISTS ${name}`);
      await connection.run(`ALTER TABLE ${stagingName(name)} RENAME TO ${name}`);
    }
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function dropStaging(connection: Connection, names: readonly TableName[]): Promise<void> {
  for (const name of names) await connection.run(`DROP TABLE IF EXISTS ${stagingName(name)}`).catch(() => undefined);
}
