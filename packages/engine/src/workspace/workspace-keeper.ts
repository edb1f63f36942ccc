import { workspaceTexts } from '../locale/workspace-texts.ts';
import type { SheetMapping } from '../io/mapping/sheet-mapping.ts';
import type { LiveWorkspace } from '../store/live-workspace.ts';
import { problemOf, WorkspaceError, type Problem } from '../store/workspace-error.ts';
import { Turns } from '../store/turns.ts';
import type { WorkspaceStep } from '../store/workspace-step.ts';
import { contentAfter, digestsOf, type Change, type JournalEntry } from './change.ts';
import type { SavedView, WorkspaceContent } from './content.ts';
import { digestOf } from './digest.ts';
import { checkedJournal } from './journal-schema.ts';
import { importToRead } from './kept-import.ts';
import { withoutFiles, type ChangeWithFiles } from './step-changes.ts';
import { StepsToRecord } from './steps-to-record.ts';
import { packWorkspace, unpackWorkspace } from './workspace-file.ts';
import type { FilesByDigest, OthersChange, WorkspaceRecord, WorkspaceStore } from './workspace-store.ts';

/** What a keeper needs of the live workspace. */
export type KeptLive = Pick<
  LiveWorkspace,
  'status' | 'onStep' | 'openContent' | 'loadSample' | 'setParameters' | 'ownFiles'
>;

/** How the open workspace is kept. A new object after every change. */
export interface KeepStatus {
  /** The workspace that is kept; `null`: only a sample is open, which needs no keeping. */
  readonly workspace: WorkspaceRecord | null;
  /** `behind`: everything of this page is kept, and another page has gone on from there. */
  readonly state: 'nothing' | 'keeping' | 'kept' | 'behind' | 'not kept';
  /** Why it is not kept, or behind; the user must act on it. */
  readonly problem: Problem | null;
  readonly journal: readonly JournalEntry[];
  /** The views of the open workspace; of a sample, those saved since it was opened. */
  readonly views: readonly SavedView[];
}

const NOTHING: KeepStatus = { workspace: null, state: 'nothing', problem: null, journal: [], views: [] };

/**
 * Keeps what is done in a live workspace, entry by entry, and brings it back. A workspace comes into being when the
 * user's own data or scheme enters; samples are not kept. What could not be kept stays in memory, can be tried again,
 * and can always be saved as a file.
 */
export class WorkspaceKeeper {
  readonly #live: KeptLive;
  readonly #openStore: () => Promise<WorkspaceStore>;
  readonly #listeners = new Set<() => void>();
  #store: Promise<WorkspaceStore> | null = null;
  #status: KeepStatus = NOTHING;
  /** Files of entries that are not kept yet, and of all others of the open workspace that were read. */
  #files = new Map<string, Uint8Array>();
  readonly #toRecord = new StepsToRecord();
  #isOpening = false;
  #reason = '';
  /** Entries are numbered in the order in which things were done. */
  readonly #turns = new Turns();

  constructor(live: KeptLive, openStore: () => Promise<WorkspaceStore>) {
    this.#live = live;
    this.#openStore = openStore;
    live.onStep((step) => {
      if (this.#isOpening) return;
      const reason = this.#reason;
      this.#reason = '';
      // Until its turn comes, and its files are read, nobody shall be told that it is kept.
      if (this.#status.state === 'kept') this.#set({ ...this.#status, state: 'keeping' });
      void this.#turns.take(() => this.#trying(() => this.#record(step, reason)));
    });
  }

  get status(): KeepStatus {
    return this.#status;
  }

  /** Calls `listener` with every change of the status; the returned function ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything that was done so far is kept, or has failed to be. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  /** Why the next thing is done, for the history. */
  because(reason: string): void {
    this.#reason = reason;
  }

  // What is there ---------------------------------------------------------------------------------------------------

  async list(): Promise<readonly WorkspaceRecord[]> {
    return (await this.#opened()).list();
  }

  /** How foreign tables were read in every import that is kept here, the newest last; the open workspace counts last. */
  async mappings(): Promise<readonly SheetMapping[]> {
    const store = await this.#opened();
    const open = this.#status.workspace?.id;
    const others = (await store.list()).filter(({ id }) => id !== open).reverse();
    const journals = await Promise.all(others.map(async ({ id }) => (await store.read(id)).journal));
    return [...journals.flat(), ...this.#status.journal].flatMap(({ change }) =>
      change.kind === 'import' ? (change.import.mappings ?? []) : [],
    );
  }

  /** Opens a kept workspace as it was after its last entry. What was open before stays when that fails. */
  open(id: string): Promise<void> {
    return this.#turns.take(async () => {
      const store = await this.#opened();
      const { record, journal: written } = await store.read(id);
      // A newer program may have kept it in this browser.
      const journal = checkedJournal(written);
      await this.#show(contentAfter(journal), (digest, name) => store.file(digest, name));
      this.#toRecord.clear();
      this.#set({ workspace: record, state: 'kept', problem: null, journal });
      this.#files = new Map();
    });
  }

  async rename(id: string, title: string): Promise<void> {
    await (await this.#opened()).rename(id, title);
    const { workspace } = this.#status;
    if (workspace?.id === id) this.#set({ ...this.#status, workspace: { ...workspace, title } });
  }

  /** Deletes a kept workspace. Where it is the open one, what is open stays in memory and is not kept any more. */
  async remove(id: string): Promise<void> {
    await (await this.#opened()).remove(id);
    if (this.#status.workspace?.id === id) this.#set(NOTHING);
  }

  // History ---------------------------------------------------------------------------------------------------------

  /** Brings back the state after an earlier entry. That is an entry too, so nothing is lost. */
  returnTo(number: number, reason: string): Promise<void> {
    return this.#inOrder(async () => {
      const { journal } = this.#status;
      await this.#show(contentAfter(journal, number), (digest, name) => this.#file(digest, name));
      await this.#append([withoutFiles({ kind: 'return', to: number })], reason);
    });
  }

  // Views -----------------------------------------------------------------------------------------------------------

  /** Saves a look under a name. One with an id that is known takes the place of that one: a new name, or a new look. */
  saveView(view: SavedView): Promise<void> {
    return this.#inOrder(() => this.#append([withoutFiles({ kind: 'save view', view })], ''));
  }

  /** Deletes a view; `saveView` or an earlier state brings it back. */
  removeView(id: string): Promise<void> {
    return this.#inOrder(() => this.#append([withoutFiles({ kind: 'remove view', view: id })], ''));
  }

  // What could not be kept ------------------------------------------------------------------------------------------

  /** Tries again to keep what is not kept: after space was made, for instance. */
  retry(): Promise<void> {
    return this.#turns.take(() =>
      this.#trying(async () => {
        await this.#recordAll();
        await this.#keepRest();
      }),
    );
  }

  /** Keeps everything that is open as a workspace of its own, whatever became of the one before. */
  keepAsNew(title: string): Promise<void> {
    return this.#inOrder(async () => {
      const { journal } = this.#status;
      const files = await this.#allFiles();
      const workspace = await (await this.#opened()).create(title, journal, files);
      this.#set({ workspace, state: 'kept', problem: null, journal });
    });
  }

  // Files -----------------------------------------------------------------------------------------------------------

  /** The open workspace as one file, whether it is kept or not. Rejects where something that was done would be missing. */
  async toFile(passphrase = ''): Promise<Uint8Array> {
    await this.#inOrder(async () => undefined);
    const { journal } = this.#status;
    return packWorkspace({ title: this.#title(), journal, files: await this.#allFiles() }, passphrase);
  }

  /** Opens a workspace file and keeps it as a workspace of its own. */
  openFile(name: string, bytes: Uint8Array, passphrase = ''): Promise<void> {
    return this.#turns.take(async () => {
      const { title, journal, files } = await unpackWorkspace(name, bytes, passphrase);
      await this.#show(contentAfter(journal), async (digest, file) => {
        const found = files.get(digest);
        if (found === undefined) throw new WorkspaceError('keep.damaged', workspaceTexts.missingFile(file));
        return found;
      });
      this.#toRecord.clear();
      this.#files = new Map(files);
      this.#set({ workspace: null, state: 'keeping', problem: null, journal });
      await this.#trying(async () => {
        const workspace = await (await this.#opened()).create(title, journal, files);
        this.#set({ workspace, state: 'kept', problem: null, journal });
      });
    });
  }

  // -----------------------------------------------------------------------------------------------------------------

  async #record(step: WorkspaceStep, reason: string): Promise<void> {
    if (step.kind === 'sample') {
      // A sample is looked at, not worked on: the workspace that was open stays as it was kept.
      this.#toRecord.clear();
      this.#files = new Map();
      return this.#set({ ...NOTHING, journal: [entryAfter(0, step, '')] });
    }
    if (step.kind === 'scheme and files') {
      this.#toRecord.clear();
      this.#files = new Map();
      this.#set(NOTHING);
    }
    this.#toRecord.add(step, reason);
    return this.#recordAll();
  }

  /** Does `work` in its turn. Rejects, and does nothing, where what was done before cannot be recorded. */
  #inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(async () => {
      await this.#recordAll();
      return work();
    });
  }

  /** Brings into the history what is held up. Rejects where it cannot, and the status says why. */
  async #recordAll(): Promise<void> {
    try {
      await this.#toRecord.recordAll((changes, reason) => this.#append(changes, reason));
    } catch (error) {
      this.#set({ ...this.#status, state: 'not kept', problem: problemOf(error) });
      throw error;
    }
  }

  /** Writes entries into the journal in memory, then keeps them. */
  async #append(changes: readonly ChangeWithFiles[], reason: string): Promise<void> {
    const { journal } = this.#status;
    const entries = changes.map(({ change }, at) => entryAfter(journal.length + at, change, reason));
    for (const { files } of changes) for (const [digest, bytes] of files) this.#files.set(digest, bytes);
    this.#set({ ...this.#status, journal: [...journal, ...entries] });
    if (this.#status.workspace !== null || isOwn(contentAfter(this.#status.journal))) await this.#keepRest();
  }

  /** Keeps the entries of the journal that are not kept yet. */
  async #keepRest(): Promise<void> {
    this.#set({ ...this.#status, state: 'keeping', problem: null });
    await this.#trying(async () => {
      const store = await this.#opened();
      let { workspace } = this.#status;
      if (workspace === null) {
        workspace = await store.create(this.#title(), this.#status.journal, this.#files);
        void askToPersist();
      } else {
        const kept = workspace.entries;
        for (const entry of this.#status.journal.slice(kept)) {
          workspace = await store.append(workspace.id, entry, this.#filesOf(entry));
          this.#set({ ...this.#status, workspace });
        }
      }
      this.#set({ ...this.#status, workspace, state: 'kept' });
      this.#files = new Map();
    });
  }

  #filesOf(entry: JournalEntry): FilesByDigest {
    const digests = digestsOf([entry]);
    return new Map([...this.#files].filter(([digest]) => digests.has(digest)));
  }

  /** What fails to be kept is said, and stays in memory. */
  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#set({ ...this.#status, state: 'not kept', problem: problemOf(error) });
    }
  }

  /** Puts a content into the live workspace. Where that fails, what was open is still open. */
  async #show(
    content: WorkspaceContent | null,
    bytesOf: (digest: string, name: string) => Promise<Uint8Array>,
  ): Promise<void> {
    if (content === null) return;
    this.#isOpening = true;
    try {
      const { scheme, data, corrections, choices, parameters } = content;
      if (data === 'sample' && 'builtIn' in scheme) {
        await this.#live.loadSample(scheme.builtIn);
        if (Object.keys(parameters).length > 0) await this.#live.setParameters(parameters);
        return;
      }
      const kept = data === 'sample' ? [] : data;
      const imports = await Promise.all(kept.map((one) => importToRead(one, bytesOf)));
      refuse(await this.#live.openContent({ scheme, imports, corrections, choices, parameters }));
    } finally {
      this.#isOpening = false;
    }
  }

  async #file(digest: string, name: string): Promise<Uint8Array> {
    const known = this.#files.get(digest);
    if (known) return known;
    try {
      return await (await this.#opened()).file(digest, name);
    } catch (error) {
      // Another tab may have deleted the workspace: what is open here is in memory still.
      const open = await this.#openFile(digest);
      if (open) return open;
      throw error;
    }
  }

  async #openFile(digest: string): Promise<Uint8Array | null> {
    for (const file of this.#live.ownFiles) {
      // One after the other: they may be large.
      // oxlint-disable-next-line no-await-in-loop
      const bytes = new Uint8Array(await file.arrayBuffer());
      // oxlint-disable-next-line no-await-in-loop
      if ((await digestOf(bytes)) === digest) return bytes;
    }
    return null;
  }

  async #allFiles(): Promise<FilesByDigest> {
    const files = new Map<string, Uint8Array>();
    for (const { change } of this.#status.journal) {
      if (change.kind !== 'import') continue;
      for (const { digest, name } of change.import.files)
        if (!files.has(digest)) files.set(digest, await this.#file(digest, name));
    }
    return files;
  }

  /** Another page has written. What is not kept anyhow has been told why. */
  #hear({ workspace: id, entries }: OthersChange): void {
    const { workspace, state } = this.#status;
    if (workspace?.id !== id || state === 'not kept' || entries <= workspace.entries) return;
    this.#set({ ...this.#status, state: 'behind', problem: { code: 'keep.behind', text: workspaceTexts.behind } });
  }

  #title(): string {
    return this.#status.workspace?.title ?? this.#live.status.scheme?.title.zh ?? '';
  }

  #opened(): Promise<WorkspaceStore> {
    this.#store ??= this.#openStore().then(
      (store) => {
        store.onOthersChange((change) => void this.#turns.take(async () => this.#hear(change)));
        return store;
      },
      (error: unknown) => {
        this.#store = null; // to be tried again
        throw error;
      },
    );
    return this.#store;
  }

  #set(status: Omit<KeepStatus, 'views'>): void {
    const { journal, views } = this.#status;
    this.#status = { ...status, views: status.journal === journal ? views : viewsOf(status.journal) };
    for (const listener of this.#listeners) listener();
  }
}

function entryAfter(after: number, change: Change, reason: string): JournalEntry {
  return { number: after + 1, time: new Date().toISOString(), reason, change };
}

function viewsOf(journal: readonly JournalEntry[]): readonly SavedView[] {
  return contentAfter(journal)?.views ?? [];
}

/** Whether a content holds something of the user's own. */
function isOwn(content: WorkspaceContent | null): boolean {
  return content !== null && (!('builtIn' in content.scheme) || (content.data !== 'sample' && content.data.length > 0));
}

/** A scheme or files that this version of the program does not accept any more. */
function refuse({ opened, findings, report }: Awaited<ReturnType<KeptLive['openContent']>>): void {
  if (opened) return;
  const [finding] = [...findings.filter(({ severity }) => severity === 'error'), ...(report?.findings ?? [])];
  throw new WorkspaceError('keep.not-accepted', finding?.message ?? workspaceTexts.damaged(''));
}

/** Browsers throw away the data of pages when space runs out, unless they were asked not to. */
async function askToPersist(): Promise<void> {
  const page = globalThis as { navigator?: { storage?: { persist?: () => Promise<boolean> } } };
  try {
    await page.navigator?.storage?.persist?.();
  } catch {
    // It is only a wish.
  }
}
