import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

import { workspaceTexts } from '../locale/workspace-texts.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import { digestsOf, type JournalEntry } from './change.ts';
import { digestOf } from './digest.ts';
import type { FilesByDigest, OthersChange, WorkspaceRecord, WorkspaceStore } from './workspace-store.ts';

/** Raised with every change of the layout below. */
const VERSION = 1;

interface Layout extends DBSchema {
  workspaces: { key: string; value: WorkspaceRecord };
  entries: {
    key: [string, number];
    value: { readonly workspace: string; readonly entry: JournalEntry; readonly number: number };
  };
  files: { key: string; value: Uint8Array };
}

const ALL = ['workspaces', 'entries', 'files'] as const;
type Writing = IDBPTransaction<Layout, (typeof ALL)[number][], 'readwrite'>;

/** Opens the store of this origin. Rejects with `keep.forbidden` where the browser does not let the page keep anything. */
export async function openIndexedDBStore(name = 'kaoheng'): Promise<WorkspaceStore> {
  if (typeof indexedDB === 'undefined') throw new WorkspaceError('keep.forbidden', workspaceTexts.forbidden);
  try {
    const database = await openDB<Layout>(name, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('workspaces', { keyPath: 'id' });
        fresh.createObjectStore('entries', { keyPath: ['workspace', 'number'] });
        fresh.createObjectStore('files');
      },
      // A newer program in another tab wants to change the layout: it must not wait for this one.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return new IndexedDBStore(database, new BroadcastChannel(`${name} workspaces`));
  } catch (error) {
    const { name: kind } = error as Error;
    if (kind === 'VersionError') throw new WorkspaceError('keep.newer', workspaceTexts.newer('?'));
    throw new WorkspaceError('keep.forbidden', workspaceTexts.forbidden);
  }
}

class IndexedDBStore implements WorkspaceStore {
  readonly #database: IDBPDatabase<Layout>;
  /** Between the pages of this origin; a page does not hear itself. */
  readonly #pages: BroadcastChannel;

  constructor(database: IDBPDatabase<Layout>, pages: BroadcastChannel) {
    this.#database = database;
    this.#pages = pages;
  }

  async list(): Promise<readonly WorkspaceRecord[]> {
    const records = await told(() => this.#database.getAll('workspaces'));
    return records.sort((a, b) => b.changed.localeCompare(a.changed));
  }

  create(title: string, journal: readonly JournalEntry[], files: FilesByDigest): Promise<WorkspaceRecord> {
    const created = now();
    const record = { id: newId(), title, created, changed: created, entries: journal.length };
    return this.#write(async (transaction) => {
      await this.#putFiles(transaction, files);
      const entries = transaction.objectStore('entries');
      for (const entry of journal) await entries.add({ workspace: record.id, number: entry.number, entry });
      await transaction.objectStore('workspaces').add(record);
      return record;
    });
  }

  async read(id: string): Promise<{ record: WorkspaceRecord; journal: readonly JournalEntry[] }> {
    const record = await told(() => this.#database.get('workspaces', id));
    if (record === undefined) throw new WorkspaceError('keep.gone', workspaceTexts.gone);
    const rows = await told(() => this.#database.getAll('entries', entriesOf(id)));
    return { record, journal: rows.map(({ entry }) => entry) };
  }

  async append(id: string, entry: JournalEntry, files: FilesByDigest): Promise<WorkspaceRecord> {
    const appended = await this.#write(async (transaction) => {
      const record = await transaction.objectStore('workspaces').get(id);
      if (record === undefined) throw new WorkspaceError('keep.gone', workspaceTexts.gone);
      if (record.entries !== entry.number - 1) throw new WorkspaceError('keep.conflict', workspaceTexts.conflict);
      await this.#putFiles(transaction, files);
      await transaction.objectStore('entries').add({ workspace: id, number: entry.number, entry });
      const changed = { ...record, changed: now(), entries: entry.number };
      await transaction.objectStore('workspaces').put(changed);
      return changed;
    });
    this.#pages.postMessage({ workspace: id, entries: appended.entries } satisfies OthersChange);
    return appended;
  }

  async file(digest: string, name: string): Promise<Uint8Array> {
    const bytes = await told(() => this.#database.get('files', digest));
    if (bytes === undefined) throw new WorkspaceError('keep.damaged', workspaceTexts.missingFile(name));
    if ((await digestOf(bytes)) !== digest) throw new WorkspaceError('keep.damaged', workspaceTexts.damaged(name));
    return bytes;
  }

  rename(id: string, title: string): Promise<void> {
    return this.#write(async (transaction) => {
      const record = await transaction.objectStore('workspaces').get(id);
      if (record === undefined) throw new WorkspaceError('keep.gone', workspaceTexts.gone);
      await transaction.objectStore('workspaces').put({ ...record, title });
    });
  }

  remove(id: string): Promise<void> {
    return this.#write(async (transaction) => {
      await transaction.objectStore('workspaces').delete(id);
      await transaction.objectStore('entries').delete(entriesOf(id));
      const rest = await transaction.objectStore('entries').getAll();
      const needed = digestsOf(rest.map(({ entry }) => entry));
      const files = transaction.objectStore('files');
      for (const digest of await files.getAllKeys()) if (!needed.has(digest)) await files.delete(digest);
    });
  }

  onOthersChange(listener: (change: OthersChange) => void): void {
    this.#pages.addEventListener('message', ({ data }: MessageEvent<OthersChange>) => listener(data));
  }

  close(): void {
    this.#pages.close();
    this.#database.close();
  }

  async #putFiles(transaction: Writing, files: FilesByDigest): Promise<void> {
    const store = transaction.objectStore('files');
    for (const [digest, bytes] of files) if ((await store.count(digest)) === 0) await store.put(bytes, digest);
  }

  /** One transaction: what fails in it leaves nothing behind. */
  #write<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result> {
    return told(async () => {
      const transaction = this.#database.transaction([...ALL], 'readwrite', { durability: 'strict' });
      try {
        const result = await work(transaction);
        await transaction.done;
        return result;
      } catch (error) {
        transaction.done.catch(() => undefined);
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw error;
      }
    });
  }
}

const entriesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Infinity]);

const now = (): string => new Date().toISOString();

/** Random enough for the few workspaces of one machine, also on pages without a secure context. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** Failures of the browser as errors that a user can be told. */
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    const { name, message } = error as Error;
    if (name === 'QuotaExceededError') throw new WorkspaceError('keep.full', workspaceTexts.full);
    throw new WorkspaceError('keep.failed', workspaceTexts.failed(message === '' ? name : message));
  }
}
