import { WorkspaceError } from '../workspace-error.ts';

/** Where DuckDB's files lie on the host's own server. Each may be set apart; the rest keeps its default. */
export interface DuckDBFiles {
  /** The engine for browsers with WebAssembly exceptions (Chromium 95 on), and its worker. */
  readonly ehModule: string;
  readonly ehWorker: string;
  /** The engine for older browsers, and its worker. */
  readonly mvpModule: string;
  readonly mvpWorker: string;
  /** Loads the worker for older browsers after filling in `Array.prototype.at`. */
  readonly polyfilledWorker: string;
}

/** The two files that this browser needs. */
export interface DuckDBBundle {
  readonly kind: 'eh' | 'mvp';
  readonly module: string;
  /** The script to start. */
  readonly worker: string;
  /** Every script that must be served for the worker to run. */
  readonly scripts: readonly string[];
}

/** What decides which engine runs here. */
export interface WasmFeatures {
  readonly webAssembly: boolean;
  readonly exceptions: boolean;
  readonly arrayAt: boolean;
}

/** What this browser offers. `WebAssembly.Tag` came together with exception handling. */
export function detectFeatures(): WasmFeatures {
  const webAssembly = typeof WebAssembly === 'object';
  return {
    webAssembly,
    exceptions: webAssembly && 'Tag' in WebAssembly && 'Exception' in WebAssembly,
    arrayAt: 'at' in Array.prototype && !hasOwnPolyfill(),
  };
}

/** `array-at.ts` has already filled the gap in this worker, but not in DuckDB's: tell a native method from ours. */
function hasOwnPolyfill(): boolean {
  return !Function.prototype.toString.call(Reflect.get(Array.prototype, 'at')).includes('[native code]');
}

/** Takes the faster engine where the browser can run it, the one for older browsers elsewhere. */
export function chooseBundle(files: DuckDBFiles, features: WasmFeatures): DuckDBBundle {
  if (!features.webAssembly) {
    throw new WorkspaceError('duckdb.unsupported', {
      zh: '此浏览器没有 WebAssembly，无法运行数据库；评分不受影响。',
      en: 'This browser has no WebAssembly, so the database cannot run; scoring is not affected.',
    });
  }
  if (features.exceptions) {
    return { kind: 'eh', module: files.ehModule, worker: files.ehWorker, scripts: [files.ehWorker] };
  }
  if (features.arrayAt) {
    return { kind: 'mvp', module: files.mvpModule, worker: files.mvpWorker, scripts: [files.mvpWorker] };
  }
  const worker = polyfilledWorker(files);
  return { kind: 'mvp', module: files.mvpModule, worker, scripts: [files.polyfilledWorker, files.mvpWorker] };
}

/** The address that starts DuckDB's worker for older browsers after filling in what they lack. */
export function polyfilledWorker(files: DuckDBFiles): string {
  const separator = files.polyfilledWorker.includes('?') ? '&' : '?';
  return `${files.polyfilledWorker}${separator}script=${encodeURIComponent(files.mvpWorker)}`;
}
