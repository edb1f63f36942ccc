// A page with a live workspace, to be served well and badly by the test.
import { LiveWorkspace } from '../../../packages/engine/src/store/live.ts';
import { sampleFiles } from '../../../packages/engine/src/store/testing/fake-engine.ts';
import { fakeWorkspace } from '../../../packages/engine/src/store/testing/fake-workspace.ts';

const SCHEME = `scheme: tiny
title: 小方案
period: year
items:
  - { id: order, title: 社会稳定, max: 20, score: { NA: leave out } }
  - { id: fee, title: 收费, max: 10, score: { NA: leave out } }
results:
  - { id: total, title: 总分, formula: order + fee }
  - { id: rank, title: 名次, rank: { by: total } }
`;

const stallSeconds = Number(new URLSearchParams(location.search).get('stall') ?? 240);
const live = fakeWorkspace({ settings: { stallSeconds } });

/** Imports, reads the ranking, and asks the database; what went wrong comes back as its problem. */
async function tryOut(): Promise<object> {
  await live.openScheme({ name: 'villages', text: 'villages: order fee' });
  await live.importFiles(sampleFiles(5));
  const { rows } = await live.ranking({ period: '2024' });
  const answer = await live.query('SELECT count(*) FROM results').then(
    (result) => ({ count: result.rows[0]![0] }),
    (problem: { code: string; text: { zh: string; en: string } }) => ({ code: problem.code, text: problem.text }),
  );
  return { ranked: rows.length, ...answer, store: live.status.store };
}

/** The same with the real worker: engine, import and database as they are delivered. */
async function tryOutReal(): Promise<object> {
  const real = new LiveWorkspace({ startSeconds: 240, settings: { stallSeconds } });
  const { opened, findings } = await real.openScheme({ name: 'tiny.yaml', text: SCHEME });
  if (!opened) return { findings };
  const report = await real.importFiles(sampleFiles(5));
  const { rows } = await real.ranking({ period: '2024', group: '甲组' });
  const explanation = await real.explain({ period: '2024', subject: rows[0]!.subject, node: 'total' });
  const tables = await real.query(
    `SELECT subject, total FROM results WHERE period = '2024' AND "group" = '甲组' AND rank = 1`,
  );
  return {
    entered: report.entered,
    schemes: (await real.listSchemes()).map(({ id }) => id),
    first: [rows[0]!.subject, rows[0]!.total!.text],
    explained: explanation!.figure.text,
    stored: tables.rows[0],
  };
}

Object.assign(globalThis, { tryOut, tryOutReal });
