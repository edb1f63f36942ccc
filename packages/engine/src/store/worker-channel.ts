import { ReaderError } from '../reader/results-reader.ts';
import { cancelled, WorkspaceError, type Problem } from './workspace-error.ts';
import type { StoreStatus, WorkerStatus } from './workspace-status.ts';
import type { PageMessage, Progress, RequestName, Requests, WorkerMessage } from './worker/protocol.ts';

/** What a caller may give along with a request. */
export interface RequestOptions {
  /** Gives the request up: the promise rejects with the code `cancelled` at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the page is told without having asked. */
export interface ChannelEvents {
  status(status: WorkerStatus): void;
  store(store: StoreStatus): void;
  changed(): void;
  /** The worker is gone; every open request has been rejected. */
  lost(problem: Problem): void;
}

interface OpenRequest {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Requests after which other things are open than before. */
const CHANGING: ReadonlySet<RequestName> = new Set([
  'openScheme',
  'openContent',
  'loadSample',
  'setParameters',
  'score',
] satisfies RequestName[]);

const READER_CODES: ReadonlySet<string> = new Set([
  'unknown-period',
  'unknown-subject',
  'unknown-node',
  'unknown-part',
  'source',
  'busy',
]);

/** Matches answers to requests over one worker, until that worker is gone. */
export class WorkerChannel {
  readonly #worker: Worker;
  readonly #events: ChannelEvents;
  readonly #open = new Map<number, OpenRequest>();
  /** Requests that were given up, and whether each changes something. */
  readonly #givenUp = new Map<number, boolean>();
  #nextId = 1;
  #end: Problem | null = null;
  /** Whether the worker has said anything yet, and when it last did, for the watch. */
  heard = false;
  lastHeard = Date.now();
  /** The worker has done what was given up: the word about it came too late. */
  isAhead = false;

  constructor(worker: Worker, events: ChannelEvents) {
    this.#worker = worker;
    this.#events = events;
    worker.addEventListener('message', (event: MessageEvent<WorkerMessage>) => this.#receive(event.data));
    // Before the first message an error means that the worker did not start; later it is one exception of a worker
    // that lives on, unless the watch finds otherwise.
    worker.addEventListener('error', (event) => {
      if (!this.heard) this.lose(workerDidNotStart(event.message || ''));
    });
    worker.addEventListener('messageerror', () => this.lose(workerFailed('messageerror')));
  }

  get waiting(): boolean {
    return this.#open.size > 0;
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  request<Name extends RequestName>(
    name: Name,
    ask: Requests[Name]['ask'],
    options: RequestOptions = {},
  ): Promise<Requests[Name]['answer']> {
    const { signal, onProgress } = options;
    return new Promise<unknown>((resolve, reject) => {
      if (this.#end) return reject(errorOf(this.#end));
      if (signal?.aborted) return reject(cancelled());
      const id = this.#nextId++;
      const cancel = (): void => {
        this.#open.delete(id);
        this.#givenUp.set(id, CHANGING.has(name));
        this.#post({ type: 'cancel', id });
        reject(cancelled());
      };
      const done = (): void => signal?.removeEventListener('abort', cancel);
      this.#open.set(id, {
        resolve: (answer) => (done(), resolve(answer)),
        reject: (error) => (done(), reject(error)),
        onProgress,
      });
      signal?.addEventListener('abort', cancel, { once: true });
      if (this.#open.size === 1) this.lastHeard = Date.now();
      this.#post({ type: 'request', id, name, ask } as PageMessage);
    }) as Promise<Requests[Name]['answer']>;
  }

  /** Ends the channel: the worker is stopped, and every open request is rejected with the problem. */
  lose(problem: Problem): void {
    if (this.#end) return;
    this.close(problem);
    this.#events.lost(problem);
  }

  /** Ends the channel without telling anybody but those who wait. */
  close(problem: Problem): void {
    this.#end ??= problem;
    this.#worker.terminate();
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const request of open) request.reject(errorOf(problem));
  }

  #post(message: PageMessage): void {
    this.#worker.postMessage(message);
  }

  #receive(message: WorkerMessage): void {
    if (this.#end) return;
    this.heard = true;
    this.lastHeard = Date.now();
    switch (message.type) {
      case 'status':
        return this.#events.status(message.status);
      case 'store':
        return this.#events.store(message.store);
      case 'changed':
        return this.#events.changed();
      case 'progress':
        return this.#open.get(message.id)?.onProgress?.(message.progress);
      case 'answer':
        if (this.#givenUp.get(message.id)) this.isAhead = true;
        this.#take(message.id)?.resolve(message.answer);
        return;
      case 'failure':
        this.#take(message.id)?.reject(errorOf(message.problem));
        return;
    }
  }

  /** A request that was cancelled is no longer there: its late answer is dropped. */
  #take(id: number): OpenRequest | undefined {
    const request = this.#open.get(id);
    this.#open.delete(id);
    this.#givenUp.delete(id);
    return request;
  }
}

/** The problem as the error that a reader promises. */
function errorOf({ code, text }: Problem): Error {
  return READER_CODES.has(code) ? new ReaderError(code as ReaderError['code'], text) : new WorkspaceError(code, text);
}

export function workerFailed(reason: string): Problem {
  const detail = reason ? `:${reason}` : '';
  return {
    code: 'worker.lost',
    text: {
      zh: `后台计算进程停止了${detail}。可以重新启动，已打开的方案和数据会重新装入。`,
      en: `The background worker has stopped${reason ? `: ${reason}` : ''}. It can be started again; scheme and data are then loaded anew.`,
    },
  };
}

export function workerDidNotStart(reason: string): Problem {
  const detail = reason ? ` (${reason})` : '';
  return {
    code: 'worker.start',
    text: {
      zh: `后台计算进程没有启动${detail}。请检查：worker 文件是否在服务器上、其类型（Content-Type）是否为 text/javascript、是否与网页同源、网页的 Content-Security-Policy 中 worker-src 是否包含 'self'。`,
      en: `The background worker did not start${detail}. Check that the worker file is on the server, is served as text/javascript and from the page's own origin, and that worker-src in the page's Content-Security-Policy contains 'self'.`,
    },
  };
}
