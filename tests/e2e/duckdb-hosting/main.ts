// A page with a live workspace, to be served well and badly by the test.
import { sampleFiles } from '../../../packages/engine/src/store/testing/fake-engine.ts';
import { fakeWorkspace } from '../../../packages/engine/src/store/testing/fake-workspace.ts';

const stallSeconds = Number(new URLSearchParams(location.search).get('stall') ?? 30);
const live = fakeWorkspace({ settings: { stallSeconds } });

/** Imports, reads the ranking, and asks the database; what went wrong comes back as its problem. */
async function tryOut(): Promise<object> {
  await live.openScheme({ name: 'villages', text: 'villages: order fee' });
  await live.importFiles(sampleFiles(5));
  const { rows } = await live.ranking({ period: '2024' });
  const started = performance.now();
  const answer = await live.query('SELECT count(*) FROM results').then(
    (result) => ({ count: result.rows[0]![0] }),
    (problem: { code: string; text: { zh: string; en: string } }) => ({ code: problem.code, text: problem.text }),
  );
  return { ranked: rows.length, ...answer, store: live.status.store, milliseconds: performance.now() - started };
}

Object.assign(globalThis, { tryOut });
