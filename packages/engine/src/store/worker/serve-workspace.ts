import type { EnginePort, SchemeLibrary } from '../engine-port.ts';
import type { StoreStatus } from '../workspace-status.ts';
import { makeAnswers } from './answers.ts';
import { serveMessages, type MessageChannelEnd } from './message-server.ts';
import type { WorkerSettings } from './protocol.ts';
import { StoreMirror, type DatabaseStarter } from './store-mirror.ts';
import { Workspace } from './workspace.ts';

/** What a worker is put together from; tests put fakes in. */
export interface WorkerParts {
  readonly engine: EnginePort;
  readonly library: SchemeLibrary;
  /** Called anew with every start, with the settings of the page. */
  startDatabase(settings: WorkerSettings): DatabaseStarter;
}

/** Puts workspace and store together and answers the page. */
export function serveWorkspace(channel: MessageChannelEnd, parts: WorkerParts): void {
  let settings: WorkerSettings = {};
  let store: StoreStatus = { state: 'idle', problem: null };

  const tellStatus = (): void => channel.postMessage({ type: 'status', status: { ...workspace.status, store } }, []);

  const mirror = new StoreMirror(
    (onProgress) => parts.startDatabase(settings)(onProgress),
    (status) => {
      if (status.state === store.state && status.problem === store.problem) return;
      store = status;
      channel.postMessage({ type: 'store', store }, []);
    },
  );

  const workspace = new Workspace(parts.engine, parts.library, () => {
    mirror.hold(workspace.contents);
    tellStatus();
    channel.postMessage({ type: 'changed' }, []);
    // In the background: nobody waits, and a failure is told by the status.
    if (workspace.holdsFiles || mirror.running) void mirror.ready().catch(() => undefined);
  });

  const answers = makeAnswers({
    workspace,
    database: (run) => mirror.ready((progress) => run.progress(progress)),
    configure: (next) => {
      settings = next;
    },
  });
  serveMessages(channel, answers);
  tellStatus();
}
