import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveWorkspace, NewCorrection } from '../store/live-workspace.ts';
import type { WorkspaceStep } from '../store/workspace-step.ts';
import { csvFile, fakeEngine } from '../store/testing/fake-engine.ts';
import { inProcessWorkspace } from '../store/testing/in-process-workspace.ts';
import type { EnginePort } from '../store/engine-port.ts';
import { realEngine } from '../store/worker/real-engine.ts';
import { openIndexedDBStore } from './indexed-db-store.ts';
import { WorkspaceKeeper } from './workspace-keeper.ts';

// The fake engine scores the sum of the items `order` and `fee`.
const SCHEME = { builtIn: 'villages' };
const subjects = csvFile('subjects.csv', ['subject,name,group', 'v1,一村,甲', 'v2,二村,甲']);
const rows = (name: string, ...lines: string[]) =>
  csvFile(name, ['period,subject,item,value', ...lines.map((line) => `2025,${line}`)]);
const FIRST = [subjects, rows('一月.csv', 'v1,order,5', 'v2,order,6')];
const SECOND = [rows('二月.csv', 'v1,order,8', 'v1,fee,1', 'v2,order,6')];

const open: LiveWorkspace[] = [];
function workspace(engine: EnginePort = fakeEngine): LiveWorkspace {
  const live = inProcessWorkspace(engine);
  open.push(live);
  return live;
}
afterEach(() => open.splice(0).forEach((live) => live.close()));

async function total(live: LiveWorkspace, subject = 'v1'): Promise<string> {
  const { rows: ranked } = await live.ranking({ period: '2025' });
  return ranked.find((row) => row.subject === subject)?.total?.text ?? '';
}

const correction = (more: Partial<NewCorrection> = {}): NewCorrection => ({
  period: '2025',
  subject: 'v1',
  item: 'order',
  category: '',
  rater: '',
  matter: '',
  date: '',
  before: '5',
  after: '7',
  reason: '抄错',
  ...more,
});
const choiceOf = (id: string) => ({
  period: '2025',
  subject: 'v1',
  item: 'order',
  rater: '',
  column: '',
  import: id,
  reason: '以复核为准',
});
const idOf = (live: LiveWorkspace, at: number): string => live.status.data?.merged?.imports[at]?.id ?? '';

const GRAIN = {
  name: 'own.yaml',
  text: `
scheme: own
title: { zh: 自有方案, en: Own }
period: year
inputs:
  grain: { kind: number, title: 产量, min: 0 }
items:
  - { id: total, title: 总分, max: 20, formula: grain }
`,
};
const HARVEST = [subjects, rows('一月.csv', 'v1,grain,5', 'v2,grain,6')];

describe('an import that is amended', () => {
  const cell = (text: string, column = 'D', row = 2) => ({ file: '一月.csv', sheet: '', row, column, text });

  it('is read again with other cells and without rows, and kept like that', async () => {
    const live = workspace(realEngine);
    const store = await openIndexedDBStore('amended');
    const keeper = new WorkspaceKeeper(live, async () => store);
    await live.openWithFiles(GRAIN, HARVEST, { amendments: [cell('9')] });
    expect(await total(live)).toBe('9');
    expect(live.status.data?.merged?.imports[0]?.amendments).toEqual([cell('9')]);

    const report = await live.amendImport(idOf(live, 0), [cell('8'), cell('', '', 3)], { reason: '电话核实' });
    expect(report).toMatchObject({ entered: true, observations: { read: 2, accepted: 1, refused: 1 } });
    expect(await total(live)).toBe('8');
    expect(await total(live, 'v2')).not.toBe('6');
    await keeper.settled();
    expect(keeper.status.journal.at(-1)).toMatchObject({
      reason: '电话核实',
      change: { kind: 'amend import', amendments: [cell('8'), cell('', '', 3)] },
    });

    const again = workspace(realEngine);
    const other = new WorkspaceKeeper(again, async () => store);
    await other.open(keeper.status.workspace!.id);
    expect(await total(again)).toBe('8');
    await other.returnTo(2, '');
    expect(await total(again)).toBe('9');
    await expect(again.amendImport('nobody', [])).rejects.toMatchObject({ code: 'import.unknown' });
  });

  it('rows left out by hand hold nothing back; rows that amendments keep out do', async () => {
    const live = workspace(realEngine);
    await live.openWithFiles(GRAIN, HARVEST);
    const id = idOf(live, 0);
    expect(await live.amendImport(id, [cell('', '', 3)], { holdRefused: true })).toMatchObject({ entered: true });
    const held = await live.amendImport(id, [cell('很多')], { holdRefused: true });
    expect(held).toMatchObject({ entered: false, held: true });
    expect(live.status.data?.merged?.imports[0]?.amendments).toEqual([cell('', '', 3)]);
  });
});

describe('imports in addition', () => {
  it('come to what is there; a contradiction waits for a choice', async () => {
    const live = workspace();
    await live.openWithFiles(SCHEME, FIRST);
    expect(await total(live)).toBe('5');
    const report = await live.addFiles(SECOND);
    expect(report).toMatchObject({ entered: true, files: ['二月.csv'], observations: { accepted: 3 } });
    expect(await total(live)).toBe('6');
    expect(live.status.data?.merged).toMatchObject({
      openConflicts: 1,
      imports: [{ files: ['subjects.csv', '一月.csv'] }, { share: { counted: 1, repeated: 1, setAside: 1 } }],
      conflicts: [{ subject: 'v1', item: 'order', choice: null, claims: [{ value: '5' }, { value: '8' }] }],
    });

    await live.choose(choiceOf(idOf(live, 1)));
    expect(await total(live)).toBe('9');
    expect(live.status.data?.merged).toMatchObject({
      openConflicts: 0,
      conflicts: [{ choice: { reason: '以复核为准' } }],
    });

    await live.removeImport(idOf(live, 1));
    expect(await total(live)).toBe('5');
    expect(live.status.data?.merged).toMatchObject({ openConflicts: 0, conflicts: [] });
    await expect(live.removeImport('nobody')).rejects.toMatchObject({ code: 'import.unknown' });
  });

  it('do not read the same file again', async () => {
    const live = workspace();
    await live.openWithFiles(SCHEME, FIRST);
    expect(await live.addFiles([FIRST[1]!])).toMatchObject({ entered: false, findings: [{ code: 'file.repeated' }] });
    expect(live.status.data?.merged?.imports).toHaveLength(1);
    const report = await live.addFiles([FIRST[1]!, ...SECOND]);
    expect(report).toMatchObject({ entered: true, findings: [{ code: 'file.repeated', severity: 'note' }] });
    expect(live.status.data?.merged?.imports[1]).toMatchObject({ repeatedFiles: ['一月.csv'], share: { accepted: 3 } });
    // The copy counts once the first one is undone.
    await live.importFiles([subjects]);
    expect(live.status.data?.merged?.imports).toHaveLength(1);
  });

  it('are held back where they would leave rows out, and change nothing then', async () => {
    const live = workspace();
    await live.openWithFiles(SCHEME, FIRST);
    const files = [rows('二月.csv', 'v1,fee,refuse me', 'v2,fee,1')];
    expect(await live.addFiles(files, { holdRefused: true })).toMatchObject({ entered: false, held: true });
    expect(live.status.data?.observations).toBe(2);
    expect(await live.addFiles(files)).toMatchObject({ entered: true, observations: { accepted: 1, refused: 1 } });
    // What was left out before does not hold back what comes later.
    const more = [rows('三月.csv', 'v1,fee,2')];
    expect(await live.addFiles(more, { holdRefused: true })).toMatchObject({ entered: true });
  });

  it('are read once: a choice or a correction reads no file again', async () => {
    let reads = 0;
    const live = workspace({
      ...fakeEngine,
      importFiles: (...given) => {
        reads += 1;
        return fakeEngine.importFiles(...given);
      },
    });
    await live.openWithFiles(SCHEME, FIRST);
    await live.addFiles(SECOND);
    expect(reads).toBe(2);
    await live.correct(correction());
    await live.choose(choiceOf(idOf(live, 1)));
    await live.removeImport(idOf(live, 1));
    expect(reads).toBe(2);
  });

  it('of real files may speak of subjects that only the first ones list', async () => {
    const live = workspace(realEngine);
    const answer = await live.openWithFiles(GRAIN, [subjects, rows('一月.csv', 'v1,grain,5')]);
    expect(answer.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await live.addFiles([rows('二月.csv', 'v2,grain,6', 'v3,grain,1')])).toMatchObject({
      entered: true,
      observations: { accepted: 1, refused: 1 },
    });
    expect(await live.addFiles([csvFile('新村.csv', ['subject,name,group', 'v3,三村,甲'])])).toMatchObject({
      entered: true,
      subjects: { accepted: 1 },
    });
    await expect(live.correct(correction({ item: 'grain', after: '-1' }))).rejects.toMatchObject({
      code: 'correction.refused',
    });
    const done = await live.correct(correction({ item: 'grain', after: '１２' }));
    expect(done.after).toBe('12');
    // Without the list of subjects the others cannot be read: nothing happens, and the report says why.
    expect(await live.removeImport(idOf(live, 0))).toMatchObject({ entered: false });
    expect(live.status.data?.merged?.imports).toHaveLength(3);
  });
});

describe('one choice for many conflicts', () => {
  /** A village for each number, all of which the second import contradicts in one item, and some in another. */
  const COUNT = 1200;
  const villages = Array.from({ length: COUNT }, (_, at) => `v${at + 1}`);
  const many = [
    csvFile('subjects.csv', ['subject,name,group', ...villages.map((id) => `${id},${id}村,甲`)]),
    rows('一月.csv', ...villages.map((id) => `${id},order,5`), 'v1,fee,1', 'v2,fee,1'),
  ];
  const others = [rows('二月.csv', ...villages.map((id) => `${id},order,8`), 'v1,fee,3', 'v2,fee,3')];
  const place = (subject: string, item = 'order') => ({ period: '2025', subject, item, rater: '', column: '' });

  it('decides all that are open, those beyond the list as well, and leaves alone what was decided', async () => {
    const live = workspace();
    await live.openWithFiles(SCHEME, many);
    await live.addFiles(others);
    const [first, second] = [idOf(live, 0), idOf(live, 1)];
    expect(live.status.data?.merged).toMatchObject({ allConflicts: COUNT + 2, openConflicts: COUNT + 2 });
    expect(live.status.data?.merged?.conflicts).toHaveLength(1000);
    expect(live.status.data?.merged?.openCounts).toEqual(
      expect.arrayContaining([
        { import: second, item: 'order', column: '', open: COUNT },
        { import: second, item: 'fee', column: '', open: 2 },
      ]),
    );
    expect(await live.conflicts({ from: 1000, count: 500 })).toHaveLength(COUNT + 2 - 1000);

    await live.choose({ ...place('v7'), import: first, reason: '复核过' });
    const like = { item: 'order', column: '' };
    expect(await live.chooseForMany({ import: second, like }, '以年报为准', place('v3'))).toBe(COUNT - 1);
    expect([await total(live, 'v7'), await total(live, `v${COUNT}`), await total(live, 'v1')]).toEqual(['5', '8', '9']);
    expect(live.status.data?.merged).toMatchObject({
      openConflicts: 2,
      openCounts: [{ item: 'fee', open: 2 }, { item: 'fee' }],
    });

    // Where it begins at one that was decided, that one is decided anew.
    expect(await live.chooseForMany({ import: second }, '都以年报为准', place('v7'))).toBe(3);
    expect([await total(live, 'v7'), await total(live, 'v1')]).toEqual(['8', '11']);
    expect(live.status.data?.merged?.imports.map(({ chosen }) => chosen)).toEqual([0, COUNT + 2]);
    await expect(live.chooseForMany({ import: second }, ' ', place('v7'))).rejects.toMatchObject({
      code: 'choice.no-reason',
    });
    await live.removeImport(second);
    expect(live.status.data?.merged).toMatchObject({ allConflicts: 0, openCounts: [] });
  });

  it('is one line of the history, with its reason, and is gone in the state before', async () => {
    const live = workspace();
    const keeper = new WorkspaceKeeper(live, () => openIndexedDBStore('many-choices'));
    await live.openWithFiles(SCHEME, many);
    await live.addFiles(others);
    await keeper.settled();
    const before = keeper.status.journal.length;
    await live.chooseForMany({ import: idOf(live, 1) }, '以年报为准', place('v1'));
    await keeper.settled();
    expect(keeper.status.journal).toHaveLength(before + 1);
    const { change, reason } = keeper.status.journal[before]!;
    expect(reason).toBe('以年报为准');
    expect(change).toMatchObject({ kind: 'choose for many', choice: { import: idOf(live, 1) } });

    const again = workspace();
    const second = new WorkspaceKeeper(again, () => openIndexedDBStore('many-choices'));
    await second.open(keeper.status.workspace?.id ?? '');
    expect([await total(again), again.status.data?.merged?.openConflicts]).toEqual(['11', 0]);
    await second.openFile('a.kaoheng', await second.toFile());
    expect([await total(again), again.status.data?.merged?.openConflicts]).toEqual(['11', 0]);
    await second.returnTo(before, '');
    expect([await total(again), again.status.data?.merged?.openConflicts]).toEqual(['6', COUNT + 2]);
  });
});

describe('corrections', () => {
  it("change the score, are taken back, and need a reason and data of one's own", async () => {
    const live = workspace();
    await live.loadSample('villages');
    await expect(live.correct(correction())).rejects.toMatchObject({ code: 'data.not-own' });
    await live.openWithFiles(SCHEME, FIRST);
    await expect(live.correct(correction({ reason: ' ' }))).rejects.toMatchObject({ code: 'correction.no-reason' });
    await expect(live.correct(correction({ after: 'refuse me' }))).rejects.toMatchObject({
      code: 'correction.refused',
    });
    const { id } = await live.correct(correction());
    expect(await total(live)).toBe('7');
    expect(await live.rowsOf({ subject: 'v1', item: 'order' })).toMatchObject([
      { value: '7', origin: { file: '一月.csv', row: 2 }, remark: { zh: '更正：5 → 7，抄错' } },
    ]);
    await live.withdrawCorrection(id);
    expect(await total(live)).toBe('5');
    await expect(live.withdrawCorrection(id)).rejects.toMatchObject({ code: 'correction.unknown' });
  });
});

describe('parameters that limit what a row may say', () => {
  it('have the data read again, as they are when the workspace is opened', async () => {
    const live = workspace(realEngine);
    const text = `
scheme: own
title: { zh: 自有方案, en: Own }
period: year
parameters:
  high: 10
inputs:
  grain: { kind: number, title: 产量, min: 0, max: high }
items:
  - { id: total, title: 总分, max: 20, formula: grain }
`;
    const name = 'own.yaml';
    const answer = await live.openWithFiles({ name, text }, [subjects, rows('一月.csv', 'v1,grain,5', 'v2,grain,8')]);
    expect(answer.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await live.setParameters({ high: '6' });
    expect(live.status.data).toMatchObject({ observations: 1, report: { observations: { refused: 1 } } });
    await live.setParameters({});
    expect(live.status.data).toMatchObject({ observations: 2, report: { observations: { refused: 0 } } });
  });
});

describe('everything that was done', () => {
  async function worked(live: LiveWorkspace): Promise<void> {
    await live.openWithFiles(SCHEME, FIRST);
    await live.addFiles(SECOND);
    await live.choose(choiceOf(idOf(live, 1)));
    await live.correct(correction({ before: '8', after: '9' }));
    await live.setParameters({ factor: '2' });
  }

  it('is told step by step', async () => {
    const live = workspace();
    const steps: WorkspaceStep[] = [];
    live.onStep((step) => steps.push(step));
    await worked(live);
    expect(steps.map(({ kind }) => kind)).toEqual(['scheme and files', 'files', 'choose', 'correct', 'parameters']);
    expect(steps[1]).toMatchObject({ added: true, import: { withoutRefused: false } });
  });

  it('is there again after the worker was started anew', async () => {
    const live = workspace();
    await worked(live);
    const before = [await total(live), live.status.data?.merged];
    await live.restart();
    expect([await total(live), live.status.data?.merged]).toEqual(before);
    expect(before[0]).toBe('20');
  });

  it('is kept, brought back in another tab, and taken back step by step', async () => {
    const live = workspace();
    const keeper = new WorkspaceKeeper(live, () => openIndexedDBStore('several'));
    await worked(live);
    await keeper.settled();
    expect(keeper.status).toMatchObject({ state: 'kept', problem: null });
    expect(keeper.status.journal.map(({ change, reason }) => `${change.kind} ${reason}`)).toEqual([
      'scheme ',
      'import ',
      'import ',
      'choose 以复核为准',
      'correct 抄错',
      'parameters ',
    ]);

    const other = workspace();
    const again = new WorkspaceKeeper(other, () => openIndexedDBStore('several'));
    await again.open((await again.list())[0]?.id ?? '');
    expect(await total(other)).toBe('20');
    expect(other.status.data?.merged).toEqual(live.status.data?.merged);

    await again.returnTo(2, '重新来过');
    expect(await total(other)).toBe('5');
    await again.returnTo(5, '');
    expect(await total(other)).toBe('10');
    await other.removeImport(idOf(other, 1));
    await again.settled();
    expect(again.status.journal.at(-1)?.change).toMatchObject({ kind: 'remove import' });
    expect(other.status.data?.merged?.corrections).toMatchObject([{ state: 'other value', found: '5' }]);
    expect(again.status.state).toBe('kept');
  });
});
