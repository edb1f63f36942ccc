/// <reference path="./assets.d.ts" />
import ehModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url&no-inline';
import mvpModule from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url&no-inline';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url&no-inline';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url&no-inline';
import polyfilledWorker from './polyfilled-worker.js?url&no-inline';
import type { DuckDBFiles } from './bundle.ts';

/** DuckDB's files as the build has placed them, relative to this module. */
export function defaultFiles(): DuckDBFiles {
  const absolute = (url: string): string => new URL(url, import.meta.url).href;
  return {
    ehModule: absolute(ehModule),
    ehWorker: absolute(ehWorker),
    mvpModule: absolute(mvpModule),
    mvpWorker: absolute(mvpWorker),
    polyfilledWorker: absolute(polyfilledWorker),
  };
}
