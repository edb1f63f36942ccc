import type { KeepStatus, Problem } from '@kaoheng/engine/live';
import type { ReactiveControllerHost } from 'lit';
import { rememberedFiles, rememberFiles } from '../data/last-files.ts';
import { problemFrom } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { lastWorkspace, rememberWorkspace } from '../keep/last-workspace.ts';
import type { AddressController } from './address-controller.ts';
import { START } from './place.ts';

/** The sample that a visitor sees first. */
export const FIRST_SAMPLE = 'township-9-villages';

/** The shell as its data come and go. */
interface LifeHost extends ReactiveControllerHost {
  readonly workspace: WorkspacePort | null;
  readonly keeper: KeeperPort | null;
}

/** What is opened when the page opens, and again after the worker was lost: the last workspace, else a sample. */
export class DataLife {
  startProblem: Problem | null = null;
  restoreProblem: Problem | null = null;
  restoring = false;
  restarting = false;
  /** Files that were open before the page was loaded again. */
  lostFiles: readonly string[] = rememberedFiles();

  readonly #host: LifeHost;
  readonly #address: AddressController;
  readonly #announce: (what: 'restarting' | 'restarted') => void;

  /** `announce` tells those who listen and do not see. */
  constructor(host: LifeHost, address: AddressController, announce: (what: 'restarting' | 'restarted') => void) {
    this.#host = host;
    this.#address = address;
    this.#announce = announce;
  }

  async start(): Promise<void> {
    const { workspace } = this.#host;
    if (!workspace || workspace.status.scheme) return;
    this.#set({ startProblem: null });
    const { scheme } = this.#address.place;
    if (!scheme && (await this.#restore())) return;
    try {
      await loadSample(workspace, scheme || FIRST_SAMPLE);
    } catch (error) {
      if (scheme && scheme !== FIRST_SAMPLE && workspace.status.worker === 'ready') {
        this.#address.correct(START);
        return this.start();
      }
      this.#set({ startProblem: problemFrom(error) });
    }
  }

  async restart(): Promise<void> {
    const { workspace } = this.#host;
    if (!workspace || this.restarting) return;
    this.#set({ restarting: true });
    this.#announce('restarting');
    try {
      await workspace.restart();
      this.#set({ restarting: false });
      this.#announce('restarted');
      if (!workspace.status.scheme) await this.start();
    } catch {
      // The status says what is wrong, and the notice stays.
    } finally {
      this.#set({ restarting: false });
    }
  }

  /** Other data were opened: what was lost or failed before is of no concern any more. */
  loaded(): void {
    this.#set({ lostFiles: [], restoreProblem: null });
    if (!this.#host.keeper) rememberFiles(this.#ownFiles);
  }

  /** What is kept need not be loaded again after a reload. */
  rememberKept(status: KeepStatus | null): void {
    if (status === null) return;
    if (status.workspace) rememberWorkspace(status.workspace.id);
    else if (status.state === 'nothing') rememberWorkspace('');
    rememberFiles(status.state === 'not kept' ? this.#ownFiles : []);
  }

  get #ownFiles(): readonly string[] {
    const data = this.#host.workspace?.status.data;
    return data?.source === 'files' ? data.files : [];
  }

  /** Opens the workspace of the last time. Where that fails, the user is told, and it is still there. */
  async #restore(): Promise<boolean> {
    const { keeper } = this.#host;
    const id = lastWorkspace();
    if (!keeper || id === '') return false;
    this.#set({ restoring: true });
    try {
      await keeper.open(id);
      this.#set({ lostFiles: [] });
      return true;
    } catch (error) {
      const problem = problemFrom(error);
      // One that was deleted is not missed.
      if (problem.code !== 'keep.gone') this.#set({ restoreProblem: problem });
      return false;
    } finally {
      this.#set({ restoring: false });
    }
  }

  #set(
    change: Partial<Pick<DataLife, 'startProblem' | 'restoreProblem' | 'restoring' | 'restarting' | 'lostFiles'>>,
  ): void {
    const isOther = Object.entries(change).some(([name, value]) => this[name as keyof typeof change] !== value);
    Object.assign(this, change);
    if (isOther) this.#host.requestUpdate();
  }
}

async function loadSample(workspace: WorkspacePort, scheme: string): Promise<void> {
  const report = await workspace.loadSample(scheme);
  const [reason] = report.findings;
  if (!report.entered && reason)
    throw Object.assign(new Error(reason.code), { code: reason.code, text: reason.message });
}
