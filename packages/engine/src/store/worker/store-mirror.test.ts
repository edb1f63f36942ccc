import { describe, expect, test } from 'vitest';
import type { Connection, Database } from '../database.ts';
import { sampleContents } from '../testing/sample-contents.ts';
import { WorkspaceError } from '../workspace-error.ts';
import type { StoreStatus } from '../workspace-status.ts';
import { StoreMirror, type DatabaseStarter } from './store-mirror.ts';

/** A database that only remembers what was written, and can be lost. */
class FakeDatabase implements Database {
  readonly inserts: string[] = [];
  lose!: (error: Error) => void;
  readonly lost = new Promise<Error>((resolve) => (this.lose = resolve));
  closed = false;
  fails = false;

  async connect(): Promise<Connection> {
    return {
      run: async () => undefined,
      check: async () => undefined,
      stream: async function* () {},
      insert: async (table) => {
        if (this.fails) throw new Error('no space');
        this.inserts.push(table);
      },
      close: async () => undefined,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

function mirrorWith(starts: (FakeDatabase | Error)[]) {
  const states: string[] = [];
  const problems: StoreStatus['problem'][] = [];
  const starter: DatabaseStarter = async () => {
    const next = starts.shift()!;
    if (next instanceof Error) throw next;
    return { database: next, note: null };
  };
  const mirror = new StoreMirror(starter, ({ state, problem }) => {
    states.push(state);
    problems.push(problem);
  });
  return { mirror, states, problems };
}

describe('the store beside the workspace', () => {
  test('starts once, however many ask at the same time', async () => {
    const database = new FakeDatabase();
    const { mirror, states } = mirrorWith([database]);
    mirror.hold(await sampleContents(2));
    expect(await Promise.all([mirror.ready(), mirror.ready()])).toEqual([database, database]);
    expect(states.filter((state) => state === 'starting')).toHaveLength(1);
    expect(database.inserts.filter((table) => table === 'staging_scores')).toHaveLength(1);
  });

  test('is filled with the newest contents only', async () => {
    const database = new FakeDatabase();
    const { mirror } = mirrorWith([database]);
    const [older, newer] = [await sampleContents(2), await sampleContents(3)];
    mirror.hold(older);
    const first = mirror.ready();
    mirror.hold(newer);
    await Promise.all([first, mirror.ready()]);
    expect(database.inserts.filter((table) => table === 'staging_scores')).toHaveLength(1);
  });

  test('a start that fails is told, and tried again with the next wish', async () => {
    const problem = new WorkspaceError('duckdb.mime', { zh: '类型不对', en: 'wrong type' });
    const { mirror, states, problems } = mirrorWith([problem, new FakeDatabase()]);
    await expect(mirror.ready()).rejects.toBe(problem);
    expect(states.at(-1)).toBe('failed');
    expect(problems.at(-1)).toMatchObject({ code: 'duckdb.mime' });
    await mirror.ready();
    expect(states.at(-1)).toBe('ready');
  });

  test('a database that is lost is closed, told, and filled anew in another one', async () => {
    const [first, second] = [new FakeDatabase(), new FakeDatabase()];
    const { mirror, states } = mirrorWith([first, second]);
    mirror.hold(await sampleContents(2));
    await mirror.ready();
    first.lose(new WorkspaceError('duckdb.lost', { zh: '停了', en: 'stopped' }));
    await first.lost;
    await Promise.resolve();
    expect(states.at(-1)).toBe('failed');
    expect(first.closed).toBe(true);
    expect(await mirror.ready()).toBe(second);
    expect(second.inserts).toContain('staging_observations');
  });

  test('a filling that fails is told and tried again', async () => {
    const database = new FakeDatabase();
    const { mirror, states } = mirrorWith([database]);
    mirror.hold(await sampleContents(2));
    database.fails = true;
    await expect(mirror.ready()).rejects.toThrow('no space');
    expect(states.at(-1)).toBe('failed');
    database.fails = false;
    await mirror.ready();
    expect(states.at(-1)).toBe('ready');
  });
});
