import type { JournalEntry, KeepStatus, SavedView, WorkspaceRecord } from '@kaoheng/engine/live';
import type { KeeperPort } from '../keep/keeper-port.ts';

export const record = (id: string, title: string, entries = 1): WorkspaceRecord => ({
  id,
  title,
  created: '2026-01-05T08:00:00Z',
  changed: '2026-01-06T08:00:00Z',
  entries,
});

export const journal: readonly JournalEntry[] = [
  {
    number: 1,
    time: '2026-01-05T08:00:00Z',
    reason: '',
    change: { kind: 'scheme', scheme: { builtIn: 'sample-villages' } },
  },
  {
    number: 2,
    time: '2026-01-05T08:01:00Z',
    reason: '县里要求',
    change: { kind: 'parameters', parameters: { 'quota.share': '20%' } },
  },
];

/** A keeper without a store: every state at the test's command. */
export class FakeKeeper implements KeeperPort {
  status: KeepStatus = { workspace: null, state: 'nothing', problem: null, journal: [], views: [] };
  /** What was asked of it. */
  readonly calls: (readonly unknown[])[] = [];
  others: WorkspaceRecord[] = [];
  /** Thrown by the next call. */
  nextFailure: Error | null = null;
  readonly #listeners = new Set<() => void>();

  async mappings() {
    return [];
  }

  set(change: Partial<KeepStatus>): void {
    this.status = { ...this.status, ...change };
    this.#listeners.forEach((listener) => listener());
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  because(reason: string): void {
    this.calls.push(['because', reason]);
  }

  list = async (): Promise<readonly WorkspaceRecord[]> => this.others;
  open = (id: string): Promise<void> => this.#call('open', id);
  rename = (id: string, title: string): Promise<void> => this.#call('rename', id, title);
  returnTo = (number: number, reason: string): Promise<void> => this.#call('returnTo', number, reason);
  retry = (): Promise<void> => this.#call('retry');
  keepAsNew = (title: string): Promise<void> => this.#call('keepAsNew', title);
  openFile = (name: string, bytes: Uint8Array, passphrase = ''): Promise<void> =>
    this.#call('openFile', name, bytes.length, passphrase);

  async saveView(view: SavedView): Promise<void> {
    await this.#call('saveView', view);
    const { views } = this.status;
    const isKnown = views.some(({ id }) => id === view.id);
    this.set({ views: isKnown ? views.map((known) => (known.id === view.id ? view : known)) : [...views, view] });
  }

  async removeView(id: string): Promise<void> {
    await this.#call('removeView', id);
    this.set({ views: this.status.views.filter((view) => view.id !== id) });
  }

  async remove(id: string): Promise<void> {
    await this.#call('remove', id);
    this.others = this.others.filter((other) => other.id !== id);
  }

  async toFile(passphrase = ''): Promise<Uint8Array> {
    await this.#call('toFile', passphrase);
    return new Uint8Array(4);
  }

  async #call(...call: unknown[]): Promise<void> {
    this.calls.push(call);
    const failure = this.nextFailure;
    this.nextFailure = null;
    if (failure) throw failure;
  }
}
