import { afterEach, describe, expect, test, vi } from 'vitest';
import { LiveWorkspace } from './live-workspace.ts';
import { csvFile, NEVER_ENDS, sampleFiles } from './testing/fake-engine.ts';
import { fakeWorkspace } from './testing/fake-workspace.ts';
import type { Progress } from './worker/protocol.ts';
import type { WorkspaceStatus } from './workspace-status.ts';

const SCHEME = { name: 'villages', text: 'villages: order fee' };
const open: LiveWorkspace[] = [];

function workspace(options: Parameters<typeof fakeWorkspace>[0] = {}): LiveWorkspace {
  const created = fakeWorkspace(options);
  open.push(created);
  return created;
}

async function loaded(options: Parameters<typeof fakeWorkspace>[0] = {}): Promise<LiveWorkspace> {
  const live = workspace(options);
  await live.openScheme(SCHEME);
  await live.importFiles(sampleFiles(30));
  return live;
}

function until(live: LiveWorkspace, condition: (status: WorkspaceStatus) => boolean): Promise<WorkspaceStatus> {
  return vi.waitFor(
    () => {
      if (!condition(live.status)) throw new Error(JSON.stringify(live.status.store));
      return live.status;
    },
    { interval: 20 },
  );
}

afterEach(() => open.splice(0).forEach((live) => live.close()));

describe('the way from files to a ranking', () => {
  test('an import answers with its report, scores, and the ranking can be read', async () => {
    const live = workspace();
    const opened = await live.openScheme(SCHEME);
    expect(opened).toMatchObject({ opened: true, scheme: { id: 'villages' } });
    const report = await live.importFiles(sampleFiles(30));
    expect(report).toMatchObject({ entered: true, subjects: { accepted: 30 } });
    const ranking = await live.ranking({ period: '2024', group: '甲组' });
    expect(ranking.rows).toHaveLength(15);
    expect(ranking.rows[0]!.rank!.text).toBe('1');
    const { subject } = ranking.rows[0]!;
    expect((await live.sheet({ period: '2024', subject })).label.subject).toBe(subject);
    expect((await live.profile({ period: '2024', subject })).axes.map(({ node }) => node.id)).toContain('fee');
    expect(await live.explain({ period: '2024', subject, node: 'total' })).toMatchObject({ node: 'total', subject });
    expect((await live.describe()).scheme).toBe('villages');
  });

  test('after an import the rows lie in the database and can be asked for in SQL', async () => {
    const live = await loaded();
    await until(live, ({ store }) => store.state === 'ready');
    const { columns, rows } = await live.query(
      "SELECT count(*) AS n, sum(total) AS total FROM results WHERE period = '2024'",
    );
    expect(columns).toEqual([
      { name: 'n', type: 'number' },
      { name: 'total', type: 'decimal' },
    ]);
    expect(rows[0]![0]).toBe(30);
    expect((await live.rowsBehind({ period: '2024', subject: 'v01', items: ['order'] }))[0]).toMatchObject({
      file: 'observations.csv',
      cell: 'D4',
      value: '7',
    });
    expect((await live.itemCounts('2024')).map(({ item }) => item)).toEqual(['order', 'fee']);
    expect(await live.completeness({ period: '2024', group: '乙组' })).toContainEqual({
      subject: 'v10',
      item: 'fee',
      rows: 0,
      state: 'none',
    });
  });

  test('a sample is scored without the database, which starts only when somebody asks in SQL', async () => {
    const live = workspace();
    await live.loadSample('villages');
    expect((await live.ranking({ period: '2024' })).rows).toHaveLength(30);
    expect(live.status).toMatchObject({ scored: true, data: { source: 'sample' }, store: { state: 'idle' } });
    expect((await live.query('SELECT count(*) FROM subjects')).rows).toEqual([[30]]);
    expect(live.status.store.state).toBe('ready');
  });

  test('what was refused is listed with its place, and comes as CSV', async () => {
    const live = workspace();
    await live.openScheme(SCHEME);
    const [subjects] = sampleFiles(2);
    await live.importFiles([
      subjects!,
      csvFile('o.csv', ['period,subject,item,value', '2024,v01,order,refuse me', '2024,v01,fee,3']),
    ]);
    expect(await live.refusals()).toMatchObject([{ origin: { file: 'o.csv', row: 2 } }]);
    expect(new TextDecoder().decode(await live.exportRefusals({ language: 'zh', format: 'csv' }))).toContain(
      'o.csv,,D2,fake.refused,不是数',
    );
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await live.exportTable('subjects'))).toMatch(
      /^\uFEFFsubject,name,group/,
    );
  });

  test('publishing gives the bytes of a published file', async () => {
    const live = await loaded();
    const notice = { date: '2026-11-20', from: '', to: '', objections: '' };
    const { bytes, integrity, codeList } = await live.publish({ notice, explanations: true });
    const file = JSON.parse(new TextDecoder().decode(bytes)) as { format: string; subjects: unknown[] };
    expect(file).toMatchObject({ format: 'kaoheng-results', scheme: 'villages', integrity });
    expect(codeList).toBeNull();
    expect(file.subjects).toHaveLength(30);
  });

  test('publishing with explanations can be cancelled on the way', async () => {
    const live = workspace();
    await live.openScheme(SCHEME);
    await live.importFiles(sampleFiles(500));
    const controller = new AbortController();
    const notice = { date: '2026-11-20', from: '', to: '', objections: '' };
    const publishing = live.publish(
      { notice, explanations: true },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(publishing).rejects.toMatchObject({ code: 'cancelled' });
    expect((await live.ranking({ period: '2024' })).rows).toHaveLength(500);
  });
});

test('while the database takes the rows in, everything else in the status is what it was', async () => {
  const live = workspace();
  await live.openScheme(SCHEME);
  await live.importFiles(sampleFiles(30));
  const { data, scheme } = live.status;
  const { store } = await until(live, (status) => status.store.state === 'ready');
  expect(store.problem).toBeNull();
  expect(live.status.data).toBe(data);
  expect(live.status.scheme).toBe(scheme);
});

describe('all or nothing', () => {
  test('an import that cannot be used leaves data, results and tables as they were', async () => {
    const live = await loaded();
    const before = await live.ranking({ period: '2024' });
    const report = await live.importFiles([csvFile('wrong.csv', ['a,b', '1,2'])]);
    expect(report).toMatchObject({ entered: false });
    expect(await live.ranking({ period: '2024' })).toEqual(before);
    expect((await live.query('SELECT count(*) FROM subjects')).rows).toEqual([[30]]);
    expect((await live.refusals())[0]!.origin.file).toBe('wrong.csv');
  });

  test('a scheme with errors is refused with its findings, and the one before stays open', async () => {
    const live = await loaded();
    const opened = await live.openScheme({ name: 'broken', text: '???' });
    expect(opened).toMatchObject({ opened: false, findings: [{ code: 'fake.not-a-scheme' }] });
    expect(live.status.scheme!.id).toBe('villages');
    expect((await live.ranking({ period: '2024' })).rows).toHaveLength(30);
  });

  test('a parameter that cannot be scored is refused, and the results before it stay', async () => {
    const live = await loaded();
    const before = await live.ranking({ period: '2024' });
    await expect(live.setParameters({ factor: '0' })).rejects.toMatchObject({
      code: 'score.fault',
      text: { zh: '不能除以 0' },
    });
    await expect(live.setParameters({ nope: '1' })).rejects.toMatchObject({ code: 'parameter.unknown' });
    expect(await live.ranking({ period: '2024' })).toEqual(before);
    await live.setParameters({ factor: '2' });
    expect(live.status.parameters).toEqual({ factor: '2' });
    expect(
      (await live.query("SELECT score FROM scores WHERE period = '2024' AND subject = 'v01' AND node = 'order'")).rows,
    ).toEqual([['14']]);
  });

  test('opening another scheme reads the files that are loaded again', async () => {
    const live = await loaded();
    const opened = await live.openScheme({ name: 'other', text: 'other: order' });
    expect(opened.report).toMatchObject({ entered: true });
    expect((await live.describe()).scheme).toBe('other');
  });
});

describe('one workspace, many widgets', () => {
  test('everybody who asks for the shared workspace gets the same one', () => {
    const first = LiveWorkspace.shared({
      startWorker: () => {
        throw new Error('not needed');
      },
    });
    expect(LiveWorkspace.shared()).toBe(first);
    delete (globalThis as Record<symbol, unknown>)[Symbol.for('kaoheng.workspace')];
  });

  test('two widgets on one workspace are both told after every new computation', async () => {
    const live = workspace();
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = live.subscribe(first);
    live.subscribe(second);
    await live.openScheme(SCHEME);
    await live.importFiles(sampleFiles(3));
    const calls = second.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    expect(first).toHaveBeenCalledTimes(calls);
    stop();
    await live.setParameters({ factor: '3' });
    expect(second).toHaveBeenCalledTimes(calls + 1);
    expect(first).toHaveBeenCalledTimes(calls);
  });

  test('questions asked before there is anything are refused in words for the user', async () => {
    const live = workspace();
    await expect(live.ranking({ period: '2024' })).rejects.toMatchObject({
      name: 'ReaderError',
      code: 'source',
      text: { zh: '还没有打开考核方案。' },
    });
    await live.openScheme(SCHEME);
    await expect(live.describe()).rejects.toMatchObject({ name: 'ReaderError', text: { zh: '还没有导入数据。' } });
  });
});

describe('SQL by hand', () => {
  test('before anything is imported the tables are there and empty', async () => {
    expect((await workspace().query('SELECT count(*) FROM scores')).rows).toEqual([[0]]);
  });

  test('a query can only ask', async () => {
    const live = await loaded();
    for (const sql of [
      'DROP TABLE scores',
      'SELECT 1; DROP TABLE scores',
      "COPY scores TO 'x.csv'",
      'SET threads = 2',
      'COMMIT; DROP TABLE scores',
    ]) {
      await expect(live.query(sql)).rejects.toMatchObject({ code: 'query.failed' });
    }
    expect((await live.query('SELECT count(*) > 0 FROM scores')).rows).toEqual([[true]]);
  });

  test('a query that takes too long can be cancelled, and the database answers on', async () => {
    const live = await loaded();
    await until(live, ({ store }) => store.state === 'ready');
    const controller = new AbortController();
    const long = live.query('SELECT count(*) FROM range(300000) a, range(300000) b WHERE a.range * b.range % 7 = 1', {
      signal: controller.signal,
    });
    long.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const other = await live.query('SELECT 1');
    expect(other.rows).toEqual([[1]]);
    controller.abort();
    await expect(long).rejects.toMatchObject({ code: 'cancelled' });
    // Behind the long query, which would take hours, this one would never come.
    expect((await live.query('SELECT 2')).rows).toEqual([[2]]);
  });

  test('more rows than asked for are cut off and the answer says so', async () => {
    const live = await loaded();
    expect(await live.query('SELECT range FROM range(50000)', { limit: 3 })).toMatchObject({
      rows: [[0], [1], [2]],
      truncated: true,
    });
  });
});

describe('a database that does not start', () => {
  test('scoring works on, and the status says what to change on the server', async () => {
    const live = await loaded({ settings: { duckdbFiles: { ehModule: '/nowhere/duckdb-eh.wasm' } } });
    const { store } = await until(live, (status) => status.store.state === 'failed');
    expect(store.problem).toMatchObject({ code: expect.stringMatching(/^duckdb\./) });
    expect((await live.ranking({ period: '2024' })).rows).toHaveLength(30);
    await expect(live.query('SELECT 1')).rejects.toMatchObject({ code: store.problem!.code });
    expect(new TextDecoder().decode(await live.exportTable('results'))).toContain('2024');
  });
});

describe('a worker that is lost', () => {
  let worker: Worker;
  const start = (): Worker =>
    (worker = new Worker(new URL('./testing/fake.worker.ts', import.meta.url), { type: 'module' }));

  test('is noticed at once, open requests are rejected, and a new one takes over with scheme, data and parameters', async () => {
    const live = await loaded({ startWorker: start });
    await live.setParameters({ factor: '2' });
    const before = await live.ranking({ period: '2024' });
    await until(live, ({ store }) => store.state === 'ready');
    const waiting = live.query('SELECT count(*) FROM range(300000) a, range(300000) b WHERE a.range * b.range % 7 = 1');
    waiting.catch(() => undefined);
    worker.terminate();
    await expect(waiting).rejects.toMatchObject({ code: 'worker.lost' });
    expect(live.status).toMatchObject({ worker: 'lost', workerProblem: { code: 'worker.lost' } });
    await expect(live.describe()).rejects.toMatchObject({ code: 'worker.lost' });
    await live.restart();
    expect(live.status).toMatchObject({ worker: 'ready', parameters: { factor: '2' } });
    expect(await live.ranking({ period: '2024' })).toEqual(before);
  });

  test('a worker that answers nothing is noticed by its silence', async () => {
    const hanging = (): Worker =>
      new Worker(new URL('./testing/hanging.worker.ts', import.meta.url), { type: 'module' });
    const live = workspace({ startWorker: hanging, silenceSeconds: 0.8 });
    await expect(live.listSchemes()).rejects.toMatchObject({ code: 'worker.lost' });
    expect(live.status.worker).toBe('lost');
  });

  test('a worker that never says a word is given up after the time set', async () => {
    const silent = (): Worker => new Worker(new URL('./testing/silent.worker.ts', import.meta.url), { type: 'module' });
    const live = workspace({ startWorker: silent, startSeconds: 0.4 });
    await expect(live.listSchemes()).rejects.toMatchObject({ code: 'worker.start' });
    expect(live.status.worker).toBe('lost');
  });

  test('a worker file that is not there is reported with what to check', async () => {
    const live = workspace({ startWorker: () => new Worker('/nowhere/kaoheng.worker.js') });
    await expect(live.listSchemes()).rejects.toMatchObject({
      code: 'worker.start',
      text: { en: expect.stringContaining('text/javascript') },
    });
  });
});

describe('a worker too busy to hear that its work was given up', () => {
  const ENDLESS = csvFile('large.csv', [NEVER_ENDS]);
  const byName = {
    fake: () => new Worker(new URL('./testing/fake.worker.ts', import.meta.url), { type: 'module' }),
    hanging: () => new Worker(new URL('./testing/hanging.worker.ts', import.meta.url), { type: 'module' }),
    refusing: () => new Worker(new URL('./testing/refusing.worker.ts', import.meta.url), { type: 'module' }),
  };

  /** Workers of these kinds, one after the other. */
  function startInTurn(...kinds: (keyof typeof byName)[]): { started: number; start: () => Worker } {
    const workers = {
      started: 0,
      start: () => byName[kinds[Math.min(workers.started++, kinds.length - 1)]!](),
    };
    return workers;
  }

  /** An import on which the worker is now so busy that it hears nothing any more. */
  async function endlessImport(live: LiveWorkspace, signal: AbortSignal): Promise<{ readonly done: Promise<unknown> }> {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const onProgress = ({ stage }: Progress): void => {
      if (stage === 'checking') begin();
    };
    const done = live.importFiles([ENDLESS], { signal, onProgress });
    done.catch(() => undefined);
    await begun;
    return { done };
  }

  test('gives way to another one: nobody who reads is told an error, and what was open is whole', async () => {
    const workers = startInTurn('fake');
    const live = await loaded({ startWorker: workers.start });
    await live.setParameters({ factor: '2' });
    const asks = () =>
      Promise.all([
        live.describe(),
        live.ranking({ period: '2024' }),
        live.sheet({ period: '2024', subject: 'v01' }),
        live.explain({ period: '2024', subject: 'v01', node: 'total' }),
      ]);
    const before = await asks();
    const { data } = live.status;
    const seen: WorkspaceStatus[] = [];
    live.onStatus((status) => seen.push(status));
    const changed = vi.fn();
    live.subscribe(changed);

    const work = new AbortController();
    const { done } = await endlessImport(live, work.signal);
    const asked = asks();
    work.abort();
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers.started).toBe(1);
    const askedAfter = asks();
    expect(await asked).toEqual(before);
    expect(await askedAfter).toEqual(before);
    expect(workers.started).toBe(2);
    expect(live.status).toMatchObject({ worker: 'ready', parameters: { factor: '2' }, data });
    for (const status of seen) expect(status).toMatchObject({ worker: 'ready', scored: true, data });
    expect(changed).toHaveBeenCalledTimes(1);

    expect(await live.importFiles(sampleFiles(5))).toMatchObject({ entered: true, subjects: { accepted: 5 } });
    expect((await live.ranking({ period: '2024' })).rows).toHaveLength(5);
  });

  test('loses nothing of what others wanted of it: the next one does it, in the same order', async () => {
    const live = await loaded();
    const steps: string[] = [];
    live.onStep((step) => steps.push(step.kind === 'parameters' ? `factor ${step.parameters['factor']}` : step.kind));
    const work = new AbortController();
    await endlessImport(live, work.signal);
    const first = live.setParameters({ factor: '2' });
    work.abort();
    const second = live.setParameters({ factor: '3' });
    await Promise.all([first, second]);
    expect(steps).toEqual(['factor 2', 'factor 3']);
    expect(live.status.parameters).toEqual({ factor: '3' });
  });

  test('keeps nobody waiting who gives up, too, or whose workspace is closed', async () => {
    const workers = startInTurn('fake', 'hanging');
    const live = await loaded({ startWorker: workers.start });
    const work = new AbortController();
    await endlessImport(live, work.signal);
    work.abort();
    const other = new AbortController();
    const long = live.query('SELECT 1', { signal: other.signal });
    const ranking = live.ranking({ period: '2024' });
    await vi.waitFor(() => expect(workers.started).toBe(2));
    other.abort();
    await expect(long).rejects.toMatchObject({ code: 'cancelled' });
    live.close();
    await expect(ranking).rejects.toMatchObject({ code: 'worker.lost' });
    expect(live.status).toMatchObject({ worker: 'closed', scored: false });
    expect(workers.started).toBe(2);
  });

  test('is lost when no other can open what was open, and the status says why until one can', async () => {
    const workers = startInTurn('fake', 'refusing', 'fake');
    const live = await loaded({ startWorker: workers.start });
    const before = await live.ranking({ period: '2024' });
    const work = new AbortController();
    await endlessImport(live, work.signal);
    const asked = live.ranking({ period: '2024' });
    work.abort();
    await expect(asked).rejects.toMatchObject({ code: 'test.refused' });
    expect(live.status).toMatchObject({ worker: 'lost', workerProblem: { code: 'test.refused' } });
    await expect(live.ranking({ period: '2024' })).rejects.toMatchObject({ code: 'test.refused' });
    await live.restart();
    expect(await live.ranking({ period: '2024' })).toEqual(before);
  });

  test('takes back what it had done before it heard', async () => {
    const workers = startInTurn('fake');
    const live = await loaded({ startWorker: workers.start });
    const before = await live.ranking({ period: '2024' });
    const work = new AbortController();
    // The new data are told before the answer: from then on it is too late to give up.
    live.onStatus(({ data }) => {
      if (data?.subjects === 5) work.abort();
    });
    await expect(live.importFiles(sampleFiles(5), { signal: work.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await live.ranking({ period: '2024' })).toEqual(before);
    expect(live.status.data).toMatchObject({ subjects: 30 });
    expect(workers.started).toBe(2);
  });
});
