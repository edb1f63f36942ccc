import { defaultFiles } from '../duckdb/default-files.ts';
import type { WorkerSettings } from './protocol.ts';
import type { DatabaseStarter } from './store-mirror.ts';

/** Loads DuckDB's own code only when a database is wanted. */
export function duckdbStarter(settings: WorkerSettings): DatabaseStarter {
  return async (onProgress) => {
    const { startDuckDB } = await import('../duckdb/start.ts');
    const started = await startDuckDB({
      files: { ...defaultFiles(), ...settings.duckdbFiles },
      ...(settings.stallSeconds === undefined ? {} : { stallSeconds: settings.stallSeconds }),
      ...(settings.memoryLimit === undefined ? {} : { memoryLimit: settings.memoryLimit }),
      onProgress: (done, total) => onProgress({ stage: 'starting-database', done, total: total || null }),
    });
    const note = started.repacked
      ? {
          code: 'duckdb.repacked',
          text: {
            zh: '服务器没有把 .wasm 文件标为 application/wasm,数据库因此启动较慢。请在服务器上补上该类型。',
            en: 'The server does not label .wasm files as application/wasm, so the database starts more slowly. Add this type on the server.',
          },
        }
      : null;
    return { database: started.database, note };
  };
}
