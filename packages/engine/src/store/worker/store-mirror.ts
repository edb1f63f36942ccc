import type { Database } from '../database.ts';
import type { StoreContents } from '../table-rows.ts';
import { problemOf, type Problem } from '../workspace-error.ts';
import type { StoreStatus } from '../workspace-status.ts';
import type { Progress } from './protocol.ts';

/** Starts a database; `note` is something its keeper should know although it works. */
export type DatabaseStarter = (
  onProgress: (progress: Progress) => void,
) => Promise<{ database: Database; note: Problem | null }>;

const IGNORE = (): void => undefined;

/**
 * Keeps the database filled with what the workspace holds. It starts with the first wish, is filled one content at a
 * time (the newest wins), and when it is lost the next wish starts another one. Scoring never waits for it.
 */
export class StoreMirror {
  readonly #start: DatabaseStarter;
  readonly #report: (status: StoreStatus) => void;
  #database: Promise<Database> | null = null;
  #note: Problem | null = null;
  #contents: StoreContents | null = null;
  /** What the tables hold; `undefined` while there are no tables. */
  #stored: StoreContents | null | undefined = undefined;
  #filling: Promise<unknown> = Promise.resolve();

  constructor(start: DatabaseStarter, report: (status: StoreStatus) => void) {
    this.#start = start;
    this.#report = report;
  }

  /** Whether a database runs or is starting. */
  get running(): boolean {
    return this.#database !== null;
  }

  /** Says what the database is to hold; it is filled when somebody asks. */
  hold(contents: StoreContents | null): void {
    this.#contents = contents;
  }

  /** The database, holding what it is to hold. Rejects with a problem fit for the user. */
  async ready(onProgress: (progress: Progress) => void = IGNORE): Promise<Database> {
    try {
      const database = await (this.#database ??= this.#open(onProgress));
      const turn = this.#filling.then(() => this.#fill(database, onProgress));
      this.#filling = turn.catch(IGNORE);
      await turn;
      return database;
    } catch (error) {
      this.#report({ state: 'failed', problem: problemOf(error) });
      throw error;
    }
  }

  async #open(onProgress: (progress: Progress) => void): Promise<Database> {
    this.#report({ state: 'starting', problem: null });
    this.#stored = undefined;
    try {
      const { database, note } = await this.#start(onProgress);
      this.#note = note;
      void database.lost.then((error) => this.#forget(database, problemOf(error)));
      return database;
    } catch (error) {
      this.#database = null;
      throw error;
    }
  }

  async #fill(database: Database, onProgress: (progress: Progress) => void): Promise<void> {
    const contents = this.#contents;
    if (contents !== this.#stored) {
      this.#report({ state: 'storing', problem: this.#note });
      // Brings Arrow along, which nothing before the database needs.
      const { fillStore } = await import('../load.ts');
      await fillStore(database, contents, this.#stored ?? null, (done, total) =>
        onProgress({ stage: 'storing', done, total }),
      );
      this.#stored = contents;
    }
    this.#report({ state: 'ready', problem: this.#note });
  }

  #forget(database: Database, problem: Problem): void {
    this.#database = null;
    this.#stored = undefined;
    void database.close().catch(IGNORE);
    this.#report({ state: 'failed', problem });
  }
}
