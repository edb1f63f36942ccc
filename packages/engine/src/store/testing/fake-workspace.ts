import { LiveWorkspace, type LiveWorkspaceOptions } from '../live-workspace.ts';

/** Limits for what hangs: a machine with other work to do starts workers and databases slowly. */
export const PATIENT = { startSeconds: 240, settings: { stallSeconds: 240 } };

/** A live workspace whose worker has a fake engine; see `fake-engine.ts` for what it understands. */
export function fakeWorkspace(options: LiveWorkspaceOptions = {}): LiveWorkspace {
  return new LiveWorkspace({
    startWorker: () =>
      new Worker(new URL('./fake.worker.ts', import.meta.url), { type: 'module', name: 'kaoheng-fake' }),
    ...PATIENT,
    ...options,
    settings: { ...PATIENT.settings, ...options.settings },
  });
}
