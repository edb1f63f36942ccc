import type { WorkspaceStep } from '../store/workspace-step.ts';
import { changesOf, reasonOf, type ChangeWithFiles } from './step-changes.ts';

interface StepToRecord {
  readonly step: WorkspaceStep;
  readonly reason: string;
}

/**
 * What was done and is not in the history yet, the oldest first. A file that cannot be read at the moment holds up what
 * came after it, because the history has the order in which things were done, and nothing may be missing from it.
 */
export class StepsToRecord {
  #steps: StepToRecord[] = [];

  /** Puts a step behind those that wait. */
  add(step: WorkspaceStep, reason: string): void {
    this.#steps = [...this.#steps.filter((earlier) => !isUndone(earlier.step, step)), { step, reason }];
  }

  /** Forgets them: something new has been begun. */
  clear(): void {
    this.#steps = [];
  }

  /** Gives them to `record`, one after the other. Throws when one cannot be read; it and those after it stay. */
  async recordAll(record: (changes: readonly ChangeWithFiles[], reason: string) => Promise<void>): Promise<void> {
    for (let [next] = this.#steps; next !== undefined; [next] = this.#steps) {
      // oxlint-disable-next-line no-await-in-loop
      const changes = await changesOf(next.step);
      this.#steps.shift();
      // oxlint-disable-next-line no-await-in-loop
      await record(changes, next.reason || reasonOf(next.step));
    }
  }
}

/** Whether files that are not recorded yet are gone again with a later step: it takes their place. */
function isUndone(earlier: WorkspaceStep, later: WorkspaceStep): boolean {
  return earlier.kind === 'files' && later.kind === 'files' && later.added !== true;
}
