import { LiveWorkspace, type LiveWorkspaceOptions } from '../live-workspace.ts';

/** A live workspace whose worker has a fake engine; see `fake-engine.ts` for what it understands. */
export function fakeWorkspace(options: LiveWorkspaceOptions = {}): LiveWorkspace {
  return new LiveWorkspace({
    startWorker: () =>
      new Worker(new URL('./fake.worker.ts', import.meta.url), { type: 'module', name: 'kaoheng-fake' }),
    ...options,
  });
}
