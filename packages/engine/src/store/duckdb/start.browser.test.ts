import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { fillStore } from '../load.ts';
import { readOnlyQuery } from '../queries.ts';
import { PATIENT } from '../testing/fake-workspace.ts';
import { sampleContents } from '../testing/sample-contents.ts';
import unhurriedWorker from '../testing/unhurried-worker.js?url&no-inline';
import { polyfilledWorker, type DuckDBFiles } from './bundle.ts';
import { defaultFiles } from './default-files.ts';
import { startDuckDB, type StartOptions } from './start.ts';

const running: Database[] = [];

/** Files of which DuckDB tells how much has come, however fast the machine is. */
function unhurriedFiles(): DuckDBFiles {
  const files = defaultFiles();
  const worker = new URL(unhurriedWorker, location.href);
  worker.searchParams.set('script', files.ehWorker);
  return { ...files, ehWorker: worker.href };
}

async function start(options: Partial<StartOptions> = {}) {
  const started = await startDuckDB({ files: defaultFiles(), ...PATIENT.settings, ...options });
  running.push(started.database);
  return started;
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.close();
});

describe('starting the database in a browser', () => {
  test('it starts from files of this origin and tells how much has come', async () => {
    const reports: number[] = [];
    const { engine, repacked } = await start({
      files: unhurriedFiles(),
      onProgress: (loaded) => reports.push(loaded),
    });
    expect({ engine, repacked }).toEqual({ engine: 'eh', repacked: false });
    expect(reports.at(-1)).toBeGreaterThan(1_000_000);
  });

  test('the engine for older browsers runs behind the worker that fills in what they lack', async () => {
    const files = defaultFiles();
    const worker = polyfilledWorker(files);
    const { database } = await start({ files: { ...files, ehModule: files.mvpModule, ehWorker: worker } });
    await fillStore(database, await sampleContents(4));
    expect((await readOnlyQuery(database, 'SELECT count(*) FROM results')).rows).toEqual([[8]]);
  });

  test('starting can be cancelled', async () => {
    const controller = new AbortController();
    const starting = start({
      files: unhurriedFiles(),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a query that needs too much memory fails, and the database lives on', async () => {
    const { database } = await start({ memoryLimit: '100MB' });
    await fillStore(database, await sampleContents(4));
    const greedy = 'SELECT a.range, list(b.range) FROM range(20000) a, range(20000) b GROUP BY a.range';
    await expect(readOnlyQuery(database, greedy)).rejects.toMatchObject({ code: 'query.failed' });
    expect((await readOnlyQuery(database, 'SELECT count(*) FROM results')).rows).toEqual([[8]]);
  });

  test('no query reaches the network, whatever extension it would need', async () => {
    const { database } = await start();
    performance.clearResourceTimings();
    for (const sql of [
      "SELECT '{}'::JSON",
      'INSTALL icu',
      'LOAD icu',
      "SELECT * FROM read_parquet('https://example.org/x')",
      'SELECT today()',
    ]) {
      await readOnlyQuery(database, sql).catch(() => undefined);
    }
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin))).toEqual(
      [],
    );
    expect((await readOnlyQuery(database, 'SELECT 1')).rows).toEqual([[1]]);
  });
});
