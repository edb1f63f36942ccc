import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RecordBatch } from 'apache-arrow';
import { prepareDatabase } from '../duckdb/settings.ts';
import type { Connection, Database } from '../database.ts';
import { stopIfCancelled } from '../workspace-error.ts';

const require = createRequire(import.meta.url);

interface BlockingConnection {
  query(sql: string): unknown;
  send(sql: string, stream: boolean): Promise<Iterable<RecordBatch>>;
  prepare(sql: string): { close(): void };
  insertArrowFromIPCStream(ipc: Uint8Array, options: { name: string; create: boolean }): void;
  close(): void;
}

interface BlockingEngine {
  instantiate(): Promise<unknown>;
  connect(): BlockingConnection;
}

/** The same engine as in the browser, in Node and without a worker: for unit tests and benchmarks. */
export async function openBlockingDatabase(): Promise<Database> {
  const duckdb = require('@duckdb/duckdb-wasm/blocking') as {
    createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<BlockingEngine>;
    VoidLogger: new () => unknown;
    NODE_RUNTIME: unknown;
  };
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = (kind: string) => ({ mainModule: join(folder, `duckdb-${kind}.wasm`), mainWorker: '' });
  const engine = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await engine.instantiate();
  const database: Database = {
    connect: async () => blockingConnection(engine.connect()),
    close: async () => undefined,
    lost: new Promise(() => undefined),
  };
  await prepareDatabase(database);
  return database;
}

function blockingConnection(connection: BlockingConnection): Connection {
  return {
    async run(sql) {
      connection.query(sql);
    },
    async check(sql) {
      connection.prepare(sql).close();
    },
    async *stream(sql, signal) {
      for (const batch of await connection.send(sql, true)) {
        stopIfCancelled(signal);
        yield batch;
      }
    },
    async insert(table, ipc) {
      connection.insertArrowFromIPCStream(ipc, { name: table, create: false });
    },
    async close() {
      connection.close();
    },
  };
}
