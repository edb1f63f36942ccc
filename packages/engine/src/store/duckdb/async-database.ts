import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { RecordBatch } from 'apache-arrow';
import type { Connection, Database } from '../database.ts';
import { cancelled, stopIfCancelled } from '../workspace-error.ts';
import * as failure from './failures.ts';

/** Messages of an engine whose memory is no longer sound: nothing it says afterwards can be trusted. */
const POISONED =
  /memory access out of bounds|function signature mismatch|table index is out of bounds|unreachable|call stack size exceeded/i;

/** DuckDB-WASM behind its worker. Every wait also ends when that worker dies: DuckDB itself would wait for ever. */
export class AsyncDatabase implements Database {
  readonly lost: Promise<Error>;
  readonly #engine: AsyncDuckDB;
  readonly #worker: Worker;
  #fail!: (error: Error) => void;
  readonly #failed: Promise<never>;

  constructor(engine: AsyncDuckDB, worker: Worker) {
    this.#engine = engine;
    this.#worker = worker;
    this.lost = new Promise((resolve) => (this.#fail = resolve));
    this.#failed = this.lost.then((error) => Promise.reject(error));
    this.#failed.catch(() => undefined);
    worker.addEventListener('error', (event) => this.#fail(failure.lost(event.message || 'worker error')));
    worker.addEventListener('messageerror', () => this.#fail(failure.lost('messageerror')));
  }

  async connect(): Promise<Connection> {
    return new AsyncConnection(await this.guard(this.#engine.connect()), this);
  }

  async close(): Promise<void> {
    this.#fail(failure.lost('closed'));
    this.#worker.terminate();
  }

  /** Waits for the engine, but not for one that is dead. */
  async guard<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    try {
      return await Promise.race([work, this.#failed]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!POISONED.test(message)) throw error;
      const loss = failure.lost(message);
      this.#fail(loss);
      throw loss;
    }
  }
}

class AsyncConnection implements Connection {
  readonly #connection: AsyncDuckDBConnection;
  readonly #database: AsyncDatabase;

  constructor(connection: AsyncDuckDBConnection, database: AsyncDatabase) {
    this.#connection = connection;
    this.#database = database;
  }

  async run(sql: string): Promise<void> {
    await this.#database.guard(this.#connection.query(sql));
  }

  async check(sql: string): Promise<void> {
    const prepared = await this.#database.guard(this.#connection.prepare(sql));
    await this.#database.guard(prepared.close());
  }

  async *stream(sql: string, signal?: AbortSignal): AsyncIterable<RecordBatch> {
    stopIfCancelled(signal);
    let open = true;
    const stop = (): void => {
      if (open) this.#connection.cancelSent().catch(() => undefined);
    };
    signal?.addEventListener('abort', stop);
    try {
      const reader = await this.#database.guard(this.#connection.send(sql, true));
      for (;;) {
        const { done, value } = await this.#database.guard(reader.next());
        if (signal?.aborted) throw cancelled();
        if (done) break;
        yield value as RecordBatch;
      }
      open = false;
    } catch (error) {
      if (signal?.aborted) throw cancelled();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      stop();
    }
  }

  async insert(table: string, ipc: Uint8Array): Promise<void> {
    await this.#database.guard(this.#connection.insertArrowFromIPCStream(ipc, { name: table, create: false }));
  }

  async close(): Promise<void> {
    await this.#database.guard(this.#connection.close());
  }
}
