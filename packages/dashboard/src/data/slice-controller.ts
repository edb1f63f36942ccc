import type { Ranking, RankingRow } from '@kaoheng/engine/reader';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspacePort } from './workspace-port.ts';

const NOBODY: readonly RankingRow[] = [];

/** Who takes part in the chosen period, all groups: what the shell itself must know of the results. */
export class SliceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key = '';
  #answeredKey = '';
  #ranking: Ranking | null = null;
  readonly #names = new Map<string, string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Everybody of the period in the order of the ranking; empty until the answer is there. */
  get rows(): readonly RankingRow[] {
    return this.#ranking?.rows ?? NOBODY;
  }

  /** Whether `rows` answer the last question, not the one before it. */
  get isCurrent(): boolean {
    return this.#ranking !== null && this.#answeredKey === this.#key;
  }

  /** The name of a subject that was seen in any period; its id otherwise. */
  nameOf(subject: string): string {
    return this.#names.get(subject) ?? subject;
  }

  /** Those who have not delivered everything. */
  get incomplete(): readonly RankingRow[] {
    return this.rows.filter(({ complete }) => complete === false);
  }

  /** Whether there is somebody, and nobody's score lacks data. Where the scheme does not say when it would, nobody knows. */
  get isComplete(): boolean {
    return this.rows.length > 0 && this.rows.every(({ complete }) => complete === true);
  }

  /** Asks unless this was asked last. `revision` grows with every change of the results. */
  async ask(workspace: WorkspacePort, part: string, period: string, revision: number): Promise<void> {
    const key = JSON.stringify([part, period, revision]);
    if (key === this.#key) return;
    this.#key = key;
    try {
      const ranking = await workspace.ranking({ part, period });
      if (key !== this.#key) return;
      this.#ranking = ranking;
      this.#answeredKey = key;
      for (const { subject, name } of ranking.rows) this.#names.set(subject, name);
    } catch {
      // The ranking table asks the same and says what is wrong.
      if (key === this.#key) this.#ranking = null;
    }
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#key = '';
    this.#ranking = null;
    this.#names.clear();
  }
}
