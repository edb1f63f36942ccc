import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { ImportReport } from '../data/import-report.ts';
import type { SheetMapping } from '../io/mapping/sheet-mapping.ts';
import type { WorkspaceStep } from '../store/workspace-step.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import type { ContentToOpen, SchemeOpened } from '../store/worker/protocol.ts';
import type { JournalEntry } from './change.ts';
import { openIndexedDBStore } from './indexed-db-store.ts';
import { WorkspaceKeeper, type KeptLive } from './workspace-keeper.ts';
import type { WorkspaceStore } from './workspace-store.ts';

const REPORT: ImportReport = {
  files: [],
  subjects: { read: 1, accepted: 1, refused: 0 },
  observations: { read: 1, accepted: 1, refused: 0 },
  findings: [],
  entered: true,
};

/** A workspace without a worker: it remembers what is open, and tells its steps as the real one does. */
class FakeLive {
  open = '';
  parameters: Readonly<Record<string, string>> = {};
  accepts = true;
  mappings: readonly SheetMapping[] = [];
  ownFiles: readonly File[] = [];
  readonly #listeners: ((step: WorkspaceStep) => void)[] = [];
  readonly status = { scheme: { title: { zh: '人才考核', en: '' } } } as KeptLive['status'];

  onStep(listener: (step: WorkspaceStep) => void): () => void {
    this.#listeners.push(listener);
    return () => undefined;
  }

  async openWithFiles(
    scheme: object,
    files: Iterable<File | { name: string; bytes: Uint8Array }>,
  ): Promise<SchemeOpened> {
    const given = Array.from(files, (file) =>
      file instanceof File ? file : new File([file.bytes as Uint8Array<ArrayBuffer>], file.name),
    );
    if (this.accepts)
      this.open = `${JSON.stringify(scheme)} ${(await Promise.all(given.map((file) => file.text()))).join(' ')}`;
    if (this.accepts) this.parameters = {};
    if (this.accepts) this.ownFiles = given;
    if (this.accepts)
      this.#tell({
        kind: 'scheme and files',
        scheme: scheme as never,
        import: {
          id: 'one',
          time: '2026-01-01T00:00:00Z',
          files: given,
          withoutRefused: false,
          mappings: this.mappings,
        },
      });
    return { opened: this.accepts, scheme: null, findings: [], report: REPORT };
  }

  async openContent({ scheme, imports, parameters }: ContentToOpen): Promise<SchemeOpened> {
    if (this.accepts) {
      const files = imports.flatMap((one) => one.files);
      this.open = `${JSON.stringify(scheme)} ${(await Promise.all(files.map((file) => file.text()))).join(' ')}`;
      this.parameters = parameters;
      this.ownFiles = files;
    }
    return { opened: this.accepts, scheme: null, findings: [], report: REPORT };
  }

  async loadSample(scheme?: string): Promise<ImportReport> {
    this.open = `sample ${scheme}`;
    this.#tell({ kind: 'sample', scheme: { builtIn: scheme ?? '' } });
    return REPORT;
  }

  async setParameters(parameters: Readonly<Record<string, string>>): Promise<void> {
    this.parameters = parameters;
    this.#tell({ kind: 'parameters', parameters });
  }

  #tell(step: WorkspaceStep): void {
    for (const listener of this.#listeners) listener(step);
  }
}

const scheme = { builtIn: 'edu-talent' };
const file = (text: string): File => new File([text], `${text}.csv`);
const SHOWN = '{"builtIn":"edu-talent"} 一月';

const mapping = (sheet: string): SheetMapping => ({
  file: 'a.xlsx',
  sheet,
  fingerprint: sheet,
  role: 'wide',
  header: { first: 1, last: 1 },
  data: { first: 2, last: null },
  fixed: {},
  columns: [],
  notApplicable: [],
  subjects: {},
});

let name = '';
let live: FakeLive;
let keeper: WorkspaceKeeper;
let count = 0;

/** Another tab, or this one after a reload. */
function tab(openStore: () => Promise<WorkspaceStore> = () => openIndexedDBStore(name)): [FakeLive, WorkspaceKeeper] {
  const own = new FakeLive();
  return [own, new WorkspaceKeeper(own, openStore)];
}

beforeEach(() => {
  name = `keeper-${(count += 1)}`;
  [live, keeper] = tab();
});

describe('keeping a workspace', () => {
  it('does not keep samples', async () => {
    await live.loadSample('edu-talent');
    await live.setParameters({ quota: '0.2' });
    await keeper.settled();
    expect(await keeper.list()).toEqual([]);
    expect(keeper.status).toMatchObject({ workspace: null, state: 'nothing' });
  });

  it('remembers how foreign tables were read, in all workspaces, the open one last', async () => {
    live.mappings = [mapping('一月')];
    await live.openWithFiles(scheme, [file('一月')]);
    live.mappings = [mapping('二月')];
    await live.openWithFiles(scheme, [file('二月')]);
    await keeper.settled();
    expect((await keeper.mappings()).map(({ sheet }) => sheet)).toEqual(['一月', '二月']);
    const [, again] = tab();
    expect(await again.mappings()).toHaveLength(2);
  });

  it('keeps own data with everything done to it, and brings it back in another tab', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    keeper.because('按会议决定');
    await live.setParameters({ quota: '0.2' });
    await keeper.settled();
    expect(keeper.status).toMatchObject({ state: 'kept', problem: null, workspace: { title: '人才考核', entries: 3 } });

    const [other, again] = tab();
    const [record] = await again.list();
    await again.open(record?.id ?? '');
    expect(other.open).toBe(SHOWN);
    expect(other.parameters).toEqual({ quota: '0.2' });
    expect(again.status.journal.map(({ change, reason }) => `${change.kind} ${reason}`)).toEqual([
      'scheme ',
      'import ',
      'parameters 按会议决定',
    ]);
    // Opening is not a change.
    expect(again.status.journal).toEqual(keeper.status.journal);
  });

  it('is not called kept while what was done last waits to be', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    expect(keeper.status.state).toBe('kept');
    void live.setParameters({ quota: '0.2' });
    expect(keeper.status.state).toBe('keeping');
    await keeper.settled();
    expect(keeper.status.state).toBe('kept');
  });

  describe('when a file cannot be read any more that should be kept', () => {
    let isGone = true;
    /** A file on a stick that is pulled out and put back. */
    const onStick = (): File =>
      Object.assign(file('一月'), {
        text: async () => '一月',
        arrayBuffer: async () => {
          if (isGone) throw new DOMException('', 'NotReadableError');
          return new TextEncoder().encode('一月').buffer;
        },
      });
    const kinds = (): readonly string[] => keeper.status.journal.map(({ change }) => change.kind);

    beforeEach(() => {
      isGone = true;
    });

    it('says so with its name, also for what was done since, and does not write a file without it', async () => {
      await live.openWithFiles(scheme, [onStick()]);
      await live.setParameters({ quota: '0.2' });
      await keeper.settled();
      expect(keeper.status).toMatchObject({
        workspace: null,
        state: 'not kept',
        problem: { code: 'keep.unreadable-file', text: { zh: expect.stringContaining('一月.csv') as string } },
      });
      await keeper.retry();
      expect(keeper.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.unreadable-file' } });
      await expect(keeper.toFile()).rejects.toMatchObject({ code: 'keep.unreadable-file' });
    });

    it('is not called kept because something else could be', async () => {
      await live.openWithFiles(scheme, [onStick()]);
      await keeper.settled();
      const saving = keeper.saveView({ id: 'v', name: '一季度', look: {} });
      await expect(saving).rejects.toMatchObject({ code: 'keep.unreadable-file' });
      expect(keeper.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.unreadable-file' } });
    });

    it('keeps everything in its order once the file is there again', async () => {
      await live.openWithFiles(scheme, [onStick()]);
      await live.setParameters({ quota: '0.2' });
      await keeper.settled();
      isGone = false;
      await keeper.retry();
      expect(kinds()).toEqual(['scheme', 'import', 'parameters']);
      expect(keeper.status).toMatchObject({ state: 'kept', problem: null, workspace: { entries: 3 } });
    });

    it('goes on without it when something new is begun', async () => {
      await live.openWithFiles(scheme, [onStick()]);
      await live.openWithFiles(scheme, [file('二月')]);
      await keeper.settled();
      expect(kinds()).toEqual(['scheme', 'import']);
      expect(keeper.status).toMatchObject({ state: 'kept', problem: null });
    });
  });

  it('goes back to an earlier state, and from there to the later one', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await live.setParameters({ quota: '0.2' });
    await keeper.settled();
    await keeper.returnTo(2, '看原来的');
    expect([live.open, live.parameters]).toEqual([SHOWN, {}]);
    await keeper.returnTo(3, '');
    expect(live.parameters).toEqual({ quota: '0.2' });
    expect(keeper.status).toMatchObject({ state: 'kept', workspace: { entries: 5 } });
  });

  it('begins another workspace with another scheme and its files', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await live.openWithFiles({ builtIn: 'land-conservation' }, [file('二月')]);
    await keeper.settled();
    expect(await keeper.list()).toHaveLength(2);
  });

  it('deletes what is open without taking it away', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    await keeper.remove(keeper.status.workspace?.id ?? '');
    expect(keeper.status).toMatchObject({ workspace: null, state: 'nothing' });
    expect([live.open, await keeper.list()]).toEqual([SHOWN, []]);
  });
});

describe('views', () => {
  const view = { id: 'v', name: '一季度', look: { view: 'data', period: '2025-Q1' } };

  it('are kept, changed and deleted without touching the data, and are there in another tab and from a file', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.saveView(view);
    await keeper.saveView({ ...view, id: 'w', name: '另一个' });
    await keeper.saveView({ ...view, name: '改名' });
    await keeper.removeView('w');
    expect(keeper.status).toMatchObject({ state: 'kept', workspace: { entries: 6 } });
    expect(keeper.status.views).toEqual([{ ...view, name: '改名' }]);
    expect(live.open).toBe(SHOWN);

    const [, again] = tab();
    const [record] = await again.list();
    await again.open(record?.id ?? '');
    expect(again.status.views).toEqual(keeper.status.views);
    const packed = await keeper.toFile();
    name = `${name}-elsewhere`;
    const [, elsewhere] = tab();
    await elsewhere.openFile('a.kaoheng', packed);
    expect(elsewhere.status.views).toEqual(keeper.status.views);

    await keeper.returnTo(4, '');
    expect(keeper.status.views.map(({ name: called }) => called)).toEqual(['一季度', '另一个']);
  });

  it('of a sample last for the visit, and keep nothing', async () => {
    await live.loadSample('edu-talent');
    await keeper.saveView(view);
    expect(keeper.status).toMatchObject({ workspace: null, state: 'nothing', views: [view] });
    expect(await keeper.list()).toEqual([]);
    await live.loadSample('edu-talent');
    await keeper.settled();
    expect(keeper.status.views).toEqual([]);
  });
});

describe('when something goes wrong', () => {
  const full = new WorkspaceError('keep.full', { zh: '满', en: 'full' });

  it('says that the disk is full, loses nothing, and keeps it when there is room', async () => {
    const store = await openIndexedDBStore(name);
    let isFull = true;
    const crowded: WorkspaceStore = Object.assign(Object.create(store) as WorkspaceStore, {
      create: (...given: Parameters<WorkspaceStore['create']>) =>
        isFull ? Promise.reject(full) : store.create(...given),
      list: () => store.list(),
      append: (...given: Parameters<WorkspaceStore['append']>) => store.append(...given),
      onOthersChange: () => undefined,
    });
    const [own, crowdedKeeper] = tab(async () => crowded);
    await own.openWithFiles(scheme, [file('一月')]);
    await crowdedKeeper.settled();
    expect(crowdedKeeper.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.full' } });
    await own.setParameters({ quota: '0.2' });

    const packed = await crowdedKeeper.toFile();
    isFull = false;
    await crowdedKeeper.retry();
    expect(crowdedKeeper.status).toMatchObject({ state: 'kept', problem: null, workspace: { entries: 3 } });
    await keeper.openFile('保存.kaoheng', packed);
    expect([live.open, live.parameters]).toEqual([SHOWN, { quota: '0.2' }]);
  });

  it('does not overwrite what another tab did; the user may take either', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const id = keeper.status.workspace?.id ?? '';
    const [other, second] = tab();
    await second.open(id);
    await live.setParameters({ quota: '0.2' });
    await keeper.settled();
    await other.setParameters({ quota: '0.5' });
    await second.settled();

    expect(second.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.conflict' } });
    await second.keepAsNew('我的一份');
    expect((await second.list()).map(({ title }) => title).sort()).toEqual(['人才考核', '我的一份'].sort());
    await second.open(id);
    expect(other.parameters).toEqual({ quota: '0.2' });
  });

  it('can be kept again after another tab has deleted it, from what is open', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const [other, second] = tab();
    await second.open(keeper.status.workspace?.id ?? '');
    await keeper.remove(keeper.status.workspace?.id ?? '');
    await other.setParameters({ quota: '0.5' });
    await second.settled();
    expect(second.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.gone' } });

    const packed = await second.toFile();
    await second.keepAsNew('又一份');
    expect(second.status).toMatchObject({ state: 'kept', workspace: { title: '又一份', entries: 3 } });
    await keeper.openFile('保存.kaoheng', packed);
    expect([live.open, live.parameters]).toEqual([SHOWN, { quota: '0.5' }]);
  });

  it('hears at once that another tab went on', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const id = keeper.status.workspace?.id ?? '';
    const [other, second] = tab();
    await second.open(id);
    await other.setParameters({ quota: '0.5' });
    await vi.waitFor(() => expect(keeper.status).toMatchObject({ state: 'behind', problem: { code: 'keep.behind' } }));
    expect([second.status.state, keeper.status.journal.length]).toEqual(['kept', 2]);

    await keeper.open(id);
    expect(keeper.status).toMatchObject({ state: 'kept', problem: null });
    expect(live.parameters).toEqual({ quota: '0.5' });
    await live.setParameters({ quota: '0.2' });
    await vi.waitFor(() => expect(second.status.state).toBe('behind'));
    await second.keepAsNew('人才考核（副本）');
    expect([second.status.state, second.status.problem]).toEqual(['kept', null]);
  });

  it('is not told of other workspaces, and a change made behind is a conflict', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const id = keeper.status.workspace?.id ?? '';
    const [other, second] = tab();
    await other.openWithFiles(scheme, [file('二月')]);
    await other.setParameters({ quota: '0.1' });
    await second.settled();
    await second.open(id);
    expect(keeper.status.state).toBe('kept');
    await other.setParameters({ quota: '0.5' });
    await vi.waitFor(() => expect(keeper.status.state).toBe('behind'));
    await live.setParameters({ quota: '0.2' });
    await keeper.settled();
    expect(keeper.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.conflict' } });
  });

  it('works on in memory where the browser keeps nothing', async () => {
    const forbidden = new WorkspaceError('keep.forbidden', { zh: '不允许', en: 'forbidden' });
    const [own, unkept] = tab(() => Promise.reject(forbidden));
    await own.openWithFiles(scheme, [file('一月')]);
    await unkept.settled();
    expect(unkept.status).toMatchObject({ state: 'not kept', problem: { code: 'keep.forbidden' } });
    expect((await unkept.toFile()).length).toBeGreaterThan(100);
  });

  it('leaves everything as it was when a kept workspace cannot be opened any more', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const id = keeper.status.workspace?.id ?? '';
    const [other, second] = tab();
    await other.openWithFiles(scheme, [file('二月')]);
    await second.settled();
    const before = second.status;
    other.accepts = false;
    await expect(second.open(id)).rejects.toMatchObject({ code: 'keep.not-accepted' });
    await expect(second.open('nobody')).rejects.toMatchObject({ code: 'keep.gone' });
    expect(second.status).toEqual(before);
    expect(other.open).toBe('{"builtIn":"edu-talent"} 二月');
  });

  it('says which entry of a newer program it cannot understand, and opens nothing', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    await keeper.settled();
    const id = keeper.status.workspace?.id ?? '';
    const store = await openIndexedDBStore(name);
    const change = { kind: 'of next year' } as unknown as JournalEntry['change'];
    await store.append(id, { number: 3, time: '', reason: '', change }, new Map());
    const [other, second] = tab();
    await expect(second.open(id)).rejects.toMatchObject({
      code: 'keep.damaged',
      text: { zh: expect.stringContaining('第 3 条读不懂') as string },
    });
    expect(other.open).toBe('');
  });

  it('takes a sealed file to another machine', async () => {
    await live.openWithFiles(scheme, [file('一月')]);
    const packed = await keeper.toFile('口令');
    name = `${name}-elsewhere`;
    const [other, second] = tab();
    await expect(second.openFile('a.kaoheng', packed, '不对')).rejects.toMatchObject({ code: 'keep.passphrase' });
    expect(await second.list()).toEqual([]);
    await second.openFile('a.kaoheng', packed, '口令');
    expect(other.open).toBe(SHOWN);
    expect(second.status.journal).toEqual(keeper.status.journal);
    expect(await second.list()).toMatchObject([{ title: '人才考核', entries: 2 }]);
  });
});
