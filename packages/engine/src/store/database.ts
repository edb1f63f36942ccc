import type { RecordBatch } from 'apache-arrow';

/**
 * The little that the store needs of a database. In the browser it is DuckDB-WASM behind its own worker
 * (`duckdb/async-database.ts`), in the unit tests the blocking build of the same engine.
 */
export interface Database {
  connect(): Promise<Connection>;
  /** Frees everything. Nothing may be asked afterwards. */
  close(): Promise<void>;
  /** Settles when the database can no longer answer; never rejects. */
  readonly lost: Promise<Error>;
}

export interface Connection {
  /** Runs statements whose result is of no interest. */
  run(sql: string): Promise<void>;
  /** Looks at one statement without running it; rejects when it is none, several, or faulty. */
  check(sql: string): Promise<void>;
  /**
   * Runs one query without blocking the database for others and hands over the batches as they come.
   * An aborted signal stops it in the engine; leaving the loop early stops it as well.
   */
  stream(sql: string, signal?: AbortSignal): AsyncIterable<RecordBatch>;
  /** Appends the rows of an Arrow IPC stream to an existing table, column by column in their order. */
  insert(table: string, ipc: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
