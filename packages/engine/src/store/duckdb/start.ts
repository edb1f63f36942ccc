import './array-at.ts';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { Database } from '../database.ts';
import { cancelled, WorkspaceError } from '../workspace-error.ts';
import { AsyncDatabase } from './async-database.ts';
import { chooseBundle, detectFeatures, type DuckDBBundle, type DuckDBFiles } from './bundle.ts';
import * as failure from './failures.ts';
import { preflight } from './preflight.ts';
import { prepareDatabase } from './settings.ts';

export interface StartOptions {
  readonly files: DuckDBFiles;
  /** Starting is given up after so long without any progress. Default: 30 seconds. */
  readonly stallSeconds?: number;
  /** `'2GB'` and the like; default: DuckDB's own. */
  readonly memoryLimit?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (loaded: number, total: number) => void;
}

export interface StartedDatabase {
  readonly database: Database;
  readonly engine: DuckDBBundle['kind'];
  /** `true` when the server labels the module wrongly and it was packed anew: slower, worth telling the keeper. */
  readonly repacked: boolean;
}

/** Starts DuckDB-WASM from the host's own files. Rejects with a `WorkspaceError` that says what to change. */
export async function startDuckDB(options: StartOptions): Promise<StartedDatabase> {
  const bundle = chooseBundle(options.files, detectFeatures());
  const { module } = await preflight(bundle, options.signal);
  const address =
    module === 'repack' ? await repack(bundle.module, options.signal) : new URL(bundle.module, self.location.href).href;
  const worker = startWorker(bundle.worker);
  try {
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    await instantiate(engine, worker, address, bundle, options);
    const database = new AsyncDatabase(engine, worker);
    await prepareDatabase(database, options.memoryLimit);
    return { database, engine: bundle.kind, repacked: module === 'repack' };
  } catch (error) {
    worker.terminate();
    throw error instanceof WorkspaceError
      ? error
      : failure.notInstantiated(error instanceof Error ? error.message : String(error));
  } finally {
    if (module === 'repack') URL.revokeObjectURL(address);
  }
}

function startWorker(address: string): Worker {
  try {
    return new Worker(address, { name: 'kaoheng-duckdb' });
  } catch (error) {
    throw failure.workerRefused(address, error instanceof Error ? error.message : String(error));
  }
}

/** `instantiate()` may never settle: races it against an error of the worker, standstill, and cancelling. */
function instantiate(
  engine: AsyncDuckDB,
  worker: Worker,
  address: string,
  bundle: DuckDBBundle,
  options: StartOptions,
): Promise<void> {
  const seconds = options.stallSeconds ?? 30;
  return new Promise<void>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    let loadedBytes = 0;
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
      worker.removeEventListener('error', refuse);
      finish();
    };
    const abort = (): void => settle(() => reject(cancelled()));
    const refuse = (event: ErrorEvent): void =>
      settle(() => reject(failure.workerRefused(bundle.worker, event.message || 'error')));
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => settle(() => reject(failure.stalled(bundle.module, seconds, loadedBytes))),
        seconds * 1000,
      );
    };
    watch();
    if (options.signal?.aborted) return abort();
    options.signal?.addEventListener('abort', abort);
    worker.addEventListener('error', refuse);
    engine
      .instantiate(address, null, ({ bytesLoaded, bytesTotal }) => {
        if (bytesLoaded > loadedBytes) watch();
        loadedBytes = bytesLoaded;
        options.onProgress?.(bytesLoaded, bytesTotal);
      })
      .then(
        () => settle(resolve),
        (error: unknown) => settle(() => reject(error)),
      );
  });
}

/** The module under its right type, for servers that do not know `.wasm`. */
async function repack(module: string, signal: AbortSignal | undefined): Promise<string> {
  const response = await fetch(module, { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw failure.badStatus(module, response.status);
  return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/wasm' }));
}
