import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from './change.ts';
import { digestOf } from './digest.ts';
import { openIndexedDBStore } from './indexed-db-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const scheme: JournalEntry = {
  number: 1,
  time: '2026-01-05T08:00:00Z',
  reason: '',
  change: { kind: 'scheme', scheme: { builtIn: 'edu-talent' } },
};

async function importing(
  number: number,
  text: string,
): Promise<{ entry: JournalEntry; files: Map<string, Uint8Array> }> {
  const digest = await digestOf(bytes(text));
  const files = [{ name: `${text}.csv`, digest, bytes: text.length }];
  const record = { id: `i${number}`, time: scheme.time, files, withoutRefused: false };
  return {
    entry: { ...scheme, number, change: { kind: 'import', import: record, replace: false } },
    files: new Map([[digest, bytes(text)]]),
  };
}

let store: WorkspaceStore;
let count = 0;
beforeEach(async () => {
  store = await openIndexedDBStore(`test-${(count += 1)}`);
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
});

describe('the store of workspaces in the browser', () => {
  it('keeps a journal entry by entry, with the files, and lists the last changed first', async () => {
    // A fast machine does all this within one millisecond.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 5) });
    const first = await store.create('甲', [scheme], new Map());
    vi.setSystemTime(Date.UTC(2026, 0, 6));
    await store.create('乙', [scheme], new Map());
    const { entry, files } = await importing(2, 'a');
    vi.setSystemTime(Date.UTC(2026, 0, 7));
    await store.append(first.id, entry, files);

    expect((await store.list()).map(({ title, entries }) => [title, entries])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ]);
    expect((await store.read(first.id)).journal).toEqual([scheme, entry]);
    const [digest = ''] = files.keys();
    expect(await store.file(digest, 'a.csv')).toEqual(bytes('a'));
  });

  it('refuses an entry when another tab has written since, and writes nothing of it', async () => {
    const { id } = await store.create('甲', [scheme], new Map());
    const [one, two] = [await importing(2, 'a'), await importing(2, 'b')];
    await store.append(id, one.entry, one.files);

    await expect(store.append(id, two.entry, two.files)).rejects.toMatchObject({ code: 'keep.conflict' });
    expect((await store.read(id)).journal).toHaveLength(2);
    const [digest = ''] = two.files.keys();
    await expect(store.file(digest, 'b.csv')).rejects.toMatchObject({ code: 'keep.damaged' });
  });

  it('deletes a workspace and the files that nobody else needs', async () => {
    const shared = await importing(2, 'shared');
    const own = await importing(3, 'own');
    const gone = await store.create('甲', [scheme, shared.entry, own.entry], new Map([...shared.files, ...own.files]));
    await store.create('乙', [scheme, shared.entry], shared.files);
    await store.remove(gone.id);

    expect((await store.list()).map(({ title }) => title)).toEqual(['乙']);
    expect(await store.file([...shared.files.keys()][0] ?? '', '')).toEqual(bytes('shared'));
    await expect(store.file([...own.files.keys()][0] ?? '', '')).rejects.toMatchObject({ code: 'keep.damaged' });
    await expect(store.append(gone.id, own.entry, own.files)).rejects.toMatchObject({ code: 'keep.gone' });
  });

  it('notices a file that is not what was kept', async () => {
    const { id } = await store.create('甲', [scheme], new Map([['0123', bytes('x')]]));
    expect(id).not.toBe('');
    await expect(store.file('0123', '表.xlsx')).rejects.toMatchObject({
      code: 'keep.damaged',
      text: { zh: expect.stringContaining('表.xlsx') as string },
    });
  });

  it('says so when the disk is full, and leaves everything as it was', async () => {
    const { id } = await store.create('甲', [scheme], new Map());
    const full = await importing(2, 'a');
    const files = new Map([['x', throwing() as unknown as Uint8Array]]);
    await expect(store.append(id, full.entry, files)).rejects.toMatchObject({ code: 'keep.full' });
    expect((await store.read(id)).journal).toEqual([scheme]);
  });

  it('lists a renamed workspace under its new title', async () => {
    const { id } = await store.create('甲', [scheme], new Map());
    await store.rename(id, '2026 年度');
    expect((await store.list())[0]?.title).toBe('2026 年度');
  });
});

/** A value that cannot be written: what the browser throws when there is no room is thrown while it is cloned. */
function throwing(): object {
  return {
    get bytes(): never {
      throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    },
  };
}
