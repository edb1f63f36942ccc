import type { RequestName, Requests, WorkerSettings } from './worker/protocol.ts';
import { PROTOCOL_VERSION } from './worker/protocol.ts';
import { startWorker } from './worker/start-worker.ts';
import { WorkerChannel, workerDidNotStart, workerFailed, type RequestOptions } from './worker-channel.ts';
import { WorkerWatch, type WatchLimits } from './worker-watch.ts';
import { cancelled, problemOf, WorkspaceError, type Problem } from './workspace-error.ts';
import { EMPTY_WORKER_STATUS, type StoreStatus, type WorkerStatus, type WorkspaceStatus } from './workspace-status.ts';

/** How the worker is started and watched. */
export interface WorkerLifeOptions extends WatchLimits {
  /** Address of the built worker file; default: beside this module. */
  readonly workerUrl?: string | URL;
  /** Where DuckDB's files lie and how long they may take; defaults: beside the worker. */
  readonly settings?: Omit<WorkerSettings, 'lifeLock'>;
  /** Starts the worker in another way (Trusted Types, tests). */
  readonly startWorker?: () => Worker;
}

/** Puts a question to the worker. */
export type Ask = <Name extends RequestName>(
  name: Name,
  ask: Requests[Name]['ask'],
  options?: RequestOptions,
) => Promise<Requests[Name]['answer']>;

/** Those who have to do with the worker. */
export interface WorkerLifeEvents {
  status(status: WorkspaceStatus): void;
  /** The results are others than before. */
  changed(): void;
  /** Tells a new worker what was open. */
  replay(ask: Ask): Promise<void>;
}

/** How long a worker may take to hear that a request was given up. */
const CANCEL_MS = 700;

/** What an open request ends with when its worker is replaced: it is asked again of the next one. */
const REPLACED: Problem = { code: 'worker.replaced', text: { zh: '', en: '' } };

/** A request that is not asked yet. */
interface Waiting {
  goOn(): void;
  giveUp(reason: Error): void;
}

/** What the page has not been told yet. */
interface Untold {
  readonly status: WorkerStatus | null;
  /** How the database stands since then. */
  readonly store: StoreStatus | null;
  readonly changed: boolean;
}

const NOTHING_UNTOLD: Untold = { status: null, store: null, changed: false };

const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * The page's one worker from start to end, whichever worker that is: it starts with the first request, and is replaced
 * by a new one when it must be. Those who ask do not notice: what the old one has not answered, the new one does.
 */
export class WorkerLife {
  readonly #options: WorkerLifeOptions;
  readonly #events: WorkerLifeEvents;
  #status: WorkspaceStatus = { ...EMPTY_WORKER_STATUS, worker: 'starting', workerProblem: null };
  #channel: WorkerChannel | null = null;
  #watch: WorkerWatch | null = null;
  /** Until it is clear which worker answers next. */
  #pause: Promise<void> | null = null;
  /** Requests that wait for that, by the turn in which they were first asked. */
  readonly #waiting = new Map<number, Waiting>();
  #turns = 0;
  /** What workers have told since then: the page hears it when everything is in its place again. */
  #untold: Untold = NOTHING_UNTOLD;

  constructor(options: WorkerLifeOptions, events: WorkerLifeEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** How everything stands now. A new object after every change. */
  get status(): WorkspaceStatus {
    return this.#status;
  }

  readonly request: Ask = (name, ask, options) => this.#inTurn(this.#turns++, name, ask, options);

  /** Starts a new worker in place of the one before, and tells it what was open. Rejects when that fails. */
  async restart(): Promise<void> {
    while (this.#pause) await this.#pause; // oxlint-disable-line no-await-in-loop
    let failure: unknown = null;
    await this.#pausing(async () => {
      this.#setStatus({ ...EMPTY_WORKER_STATUS, worker: 'starting', workerProblem: null });
      failure = await this.#replace();
    });
    if (failure !== null) throw failure;
  }

  /** Stops the worker. The next request starts a new, empty one. */
  close(): void {
    const problem = workerFailed('');
    this.#end(problem);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { giveUp } of waiting) giveUp(new WorkspaceError(problem.code, problem.text));
    this.#setStatus({ ...EMPTY_WORKER_STATUS, worker: 'closed', workerProblem: null });
  }

  // -- which worker answers

  async #inTurn<Name extends RequestName>(
    turn: number,
    name: Name,
    ask: Requests[Name]['ask'],
    options: RequestOptions | undefined,
  ): Promise<Requests[Name]['answer']> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      if (this.#pause) await this.#untilClear(turn, options?.signal);
      try {
        // oxlint-disable-next-line no-await-in-loop
        return await this.#send(name, ask, options);
      } catch (error) {
        if (!isReplaced(error)) throw error;
      }
    }
  }

  #send: Ask = (name, ask, options) => {
    try {
      const channel = (this.#channel ??= this.#open());
      const answer = channel.request(name, ask, options);
      if (options?.signal) this.#freeWhenCancelled(channel, options.signal, answer);
      return answer;
    } catch (error) {
      const problem = workerDidNotStart(error instanceof Error ? error.message : String(error));
      this.#setStatus({ ...this.#status, worker: 'lost', workerProblem: problem });
      return Promise.reject(new WorkspaceError(problem.code, problem.text));
    }
  };

  #untilClear(turn: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const handleAbort = (): void => {
        this.#waiting.delete(turn);
        reject(cancelled());
      };
      if (signal?.aborted) return handleAbort();
      signal?.addEventListener('abort', handleAbort, { once: true });
      const done = (): void => signal?.removeEventListener('abort', handleAbort);
      this.#waiting.set(turn, {
        goOn: () => (done(), resolve()),
        giveUp: (reason) => (done(), reject(reason)),
      });
    });
  }

  /** Lets nobody ask until `work` is done; then those who waited ask in the order in which they came. */
  #pausing(work: () => Promise<void>): Promise<void> {
    this.#pause = work().finally(() => {
      const { status, store, changed } = this.#untold;
      this.#untold = NOTHING_UNTOLD;
      if (this.#channel && !this.#channel.ended) {
        if (status) this.#take(status);
        if (store) this.#setStatus({ ...this.#status, store });
        if (changed) this.#events.changed();
      }
      this.#pause = null;
      const waiting = [...this.#waiting].sort(([one], [other]) => one - other);
      this.#waiting.clear();
      for (const [, { goOn }] of waiting) goOn();
    });
    return this.#pause;
  }

  // -- one worker after the other

  /**
   * A worker in the middle of a large file hears nothing until it has read it. One that does not answer soon after a
   * request was given up is replaced, and so is one that had done it before it heard. What was open is shown meanwhile.
   */
  #freeWhenCancelled(channel: WorkerChannel, signal: AbortSignal, answer: Promise<unknown>): void {
    const free = async (): Promise<void> => {
      const ping = channel.request('ping', null).then(
        () => true,
        () => true,
      );
      const isFree = await Promise.race([ping, after(CANCEL_MS).then(() => false)]);
      if (this.#channel === channel && !channel.ended && (!isFree || channel.isAhead)) await this.#replace();
    };
    const handle = (): void => {
      if (this.#pause === null) void this.#pausing(free);
    };
    signal.addEventListener('abort', handle, { once: true });
    const forget = (): void => {
      if (!signal.aborted) signal.removeEventListener('abort', handle);
    };
    answer.then(forget, forget);
  }

  /** The new worker takes over with everything, or is given up, and the status says why. Returns what went wrong. */
  async #replace(): Promise<unknown> {
    this.#end(REPLACED);
    this.#untold = NOTHING_UNTOLD;
    try {
      await this.#events.replay(this.#send);
      return null;
    } catch (error) {
      // Half of what was open is not what was open.
      this.#channel?.lose(problemOf(error));
      return error;
    }
  }

  #open(): WorkerChannel {
    const { startWorker: start = () => startWorker(this.#options.workerUrl) } = this.#options;
    const channel: WorkerChannel = new WorkerChannel(start(), {
      status: (status) => {
        if (this.#pause) this.#untold = { ...this.#untold, status, store: null };
        else this.#take(status);
      },
      store: (store) => {
        if (this.#pause) this.#untold = { ...this.#untold, store };
        else this.#setStatus({ ...this.#status, store });
      },
      changed: () => {
        if (this.#pause) this.#untold = { ...this.#untold, changed: true };
        else this.#events.changed();
      },
      lost: (problem) => {
        watch.stop();
        this.#setStatus({ ...this.#status, worker: 'lost', workerProblem: problem });
      },
    });
    const watch = new WorkerWatch(channel, this.#options);
    this.#watch = watch;
    void this.#greet(channel, watch);
    return channel;
  }

  /** First words to a new worker: where its files lie, and how its end will be noticed. */
  async #greet(channel: WorkerChannel, watch: WorkerWatch): Promise<void> {
    const lifeLock = `kaoheng.worker.${Math.random().toString(36).slice(2)}`;
    try {
      const { protocol, lockHeld } = await channel.request('configure', { ...this.#options.settings, lifeLock });
      if (protocol !== PROTOCOL_VERSION)
        channel.lose(workerDidNotStart(`protocol ${protocol}, expected ${PROTOCOL_VERSION}`));
      else if (lockHeld) watch.waitForLock(lifeLock);
    } catch {
      // The channel has ended before it began; those who wait are told by it.
    }
  }

  #end(problem: Problem): void {
    this.#watch?.stop();
    this.#channel?.close(problem);
    this.#watch = null;
    this.#channel = null;
  }

  #take(status: WorkerStatus): void {
    this.#setStatus({ ...status, worker: 'ready', workerProblem: null });
  }

  #setStatus(status: WorkspaceStatus): void {
    this.#status = status;
    this.#events.status(status);
  }
}

function isReplaced(error: unknown): boolean {
  return error instanceof WorkspaceError && error.code === REPLACED.code;
}
