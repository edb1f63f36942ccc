import type { EnginePort } from '../engine-port.ts';
import { LiveWorkspace } from '../live-workspace.ts';
import { WorkspaceError } from '../workspace-error.ts';
import type { MessageChannelEnd } from '../worker/message-server.ts';
import type { PageMessage, WorkerMessage } from '../worker/protocol.ts';
import { serveWorkspace } from '../worker/serve-workspace.ts';
import { both, fakeEngine, fakeLibrary } from './fake-engine.ts';

/** A worker that is none: it runs beside the page, and has no database. For tests without a browser. */
class InProcessWorker extends EventTarget {
  readonly #inner = new EventTarget();
  #ended = false;

  constructor(engine: EnginePort) {
    super();
    const channel = Object.assign(this.#inner, {
      postMessage: (message: WorkerMessage) => this.#later(this, message),
    }) as unknown as MessageChannelEnd;
    serveWorkspace(channel, {
      engine,
      library: fakeLibrary,
      startDatabase: () => () =>
        Promise.reject(new WorkspaceError('database', both('测试里没有数据库', 'no database in tests'))),
    });
  }

  postMessage(message: PageMessage): void {
    this.#later(this.#inner, message);
  }

  terminate(): void {
    this.#ended = true;
  }

  #later(target: EventTarget, data: unknown): void {
    queueMicrotask(() => {
      if (!this.#ended) target.dispatchEvent(Object.assign(new Event('message'), { data }));
    });
  }
}

export function inProcessWorkspace(engine: EnginePort = fakeEngine): LiveWorkspace {
  return new LiveWorkspace({ startWorker: () => new InProcessWorker(engine) as unknown as Worker });
}
