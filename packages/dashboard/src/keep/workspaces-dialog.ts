import {
  isEncrypted,
  WORKSPACE_FILE_ENDING,
  type InputDeclaration,
  type Problem,
  type SchemeEntry,
  type WorkspaceRecord,
} from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { localDate } from '../ui/local-date.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import { fileIcon } from '../ui/icons.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import { KeeperController } from './keeper-controller.ts';
import type { KeeperPort } from './keeper-port.ts';
import formStyles from './keep-form.css?inline';
import './save-workspace.ts';
import './workspace-history.ts';
import styles from './workspaces-dialog.css?inline';

/** A workspace file that waits for its passphrase. */
interface SealedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The open workspace with its history, the others on this machine, and workspace files in and out.
 *
 * @element kh-workspaces-dialog
 * @fires {CustomEvent} loaded - Another workspace, or another state of this one, is open.
 */
@customElement('kh-workspaces-dialog')
export class WorkspacesDialogElement extends DashboardElement {
  static override styles = dialogStyles(formStyles, styles);

  @property({ attribute: false }) keeper: KeeperPort | null = null;
  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** What subjects are called. */
  @property({ attribute: false }) nameOf: (subject: string) => string = (subject) => subject;

  @state() private schemes: readonly SchemeEntry[] = [];
  @state() private items: readonly InputDeclaration[] = [];
  @state() private others: readonly WorkspaceRecord[] = [];
  @state() private problem: Problem | null = null;
  @state() private done = '';
  @state() private working = false;
  @state() private isSealing = false;
  @state() private passphrase = '';
  @state() private deleting = '';
  @state() private sealedFile: SealedFile | null = null;

  @query('kh-modal') private modal!: ModalDialogElement;
  @query('input[type=file]') private picker!: HTMLInputElement;
  @query('form.passphrase input') private passphraseField!: HTMLInputElement | null;

  /** A new name is on its way; what is done next waits for it. */
  #renaming: Promise<void> = Promise.resolve();
  readonly #live = new WorkspaceController(this);
  readonly #kept = new KeeperController(this);

  async show(): Promise<void> {
    this.problem = null;
    this.done = '';
    this.deleting = '';
    this.passphrase = '';
    this.sealedFile = null;
    this.isSealing = false;
    await this.updateComplete;
    await this.modal.show();
    await this.#list();
  }

  /** Titles for the history; without them it shows ids. */
  async #listItems(): Promise<void> {
    this.items = (await this.workspace?.knownItems().catch(() => null)) ?? [];
  }

  async #list(): Promise<void> {
    void this.#listItems();
    try {
      this.schemes = (await this.workspace?.listSchemes()) ?? [];
      this.others = (await this.keeper?.list()) ?? [];
    } catch (error) {
      this.problem = problemFrom(error);
    }
  }

  /** Does one thing; whatever goes wrong is said, and everything is as it was. */
  async #try(work: (keeper: KeeperPort) => Promise<string>, isOther = false): Promise<void> {
    const { keeper } = this;
    if (!keeper || this.working) return;
    const { passphrase } = this;
    this.working = true;
    this.problem = null;
    this.done = '';
    try {
      await this.#renaming;
      this.done = await work(keeper);
      if (isOther) this.fire('loaded');
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
    // Focus moves in the same breath as the word about it: later it would be torn from a field somebody types in again.
    await this.updateComplete;
    if (!this.problem || !this.sealedFile) this.modal.scrollToTop();
    else if (this.passphrase === passphrase) this.passphraseField?.select();
    await this.#list();
  }

  #save(passphrase: string): void {
    void this.#try(async (keeper) => {
      const bytes = await keeper.toFile(passphrase);
      const name = `${fileName(this.#title)}-${localDate(new Date())}${WORKSPACE_FILE_ENDING}`;
      download(bytes, name, 'application/octet-stream');
      this.isSealing = false;
      return this.words.savedAs(name);
    });
  }

  #return(number: number): void {
    void this.#try(async (keeper) => {
      await keeper.returnTo(number, '');
      return this.words.returned(number);
    }, true);
  }

  async #choose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    this.passphrase = '';
    if (isEncrypted(bytes)) this.sealedFile = { name: file.name, bytes };
    else await this.#openFile({ name: file.name, bytes });
  }

  #openFile({ name, bytes }: SealedFile): Promise<void> {
    return this.#try(async (keeper) => {
      await keeper.openFile(name, bytes, this.passphrase);
      this.sealedFile = null;
      this.passphrase = '';
      return this.words.workspaceOpened(keeper.status.workspace?.title ?? name);
    }, true);
  }

  get #title(): string {
    const scheme = this.#live.status?.scheme?.title;
    return this.#kept.status?.workspace?.title ?? (scheme ? this.pick(scheme) : '');
  }

  // -- rendering

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<kh-modal .heading=${words.workspaces} ?locked=${this.working}>
      ${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
      ${this.sealedFile ? nothing : this.#renderProblem()} ${this.#renderOpen()} ${this.#renderOthers()} ${this.#renderOpenFile()}
      <button slot="actions" type="button" class="button" ?disabled=${this.working} @click=${() => this.modal.close()}>
        ${words.close}
      </button>
    </kh-modal>`;
  }

  #renderProblem(): TemplateResult | typeof nothing {
    return this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing;
  }

  #renderOpen(): TemplateResult {
    const { words } = this;
    const status = this.#kept.status;
    const hasOwn = status !== null && (status.workspace !== null || status.state === 'not kept');
    if (!hasOwn) {
      return html`<section>
        <h3>${words.thisWorkspace}</h3>
        <p class="quiet">${words.sampleNotKept}</p>
      </section>`;
    }
    const { workspace, state } = status;
    const isBad = state === 'not kept' || state === 'behind';
    return html`<section>
      <h3>${words.thisWorkspace}</h3>
      <div class="row">
        <input
          class="title-field"
          aria-label=${words.workspaceTitle}
          .value=${this.#title}
          ?disabled=${workspace === null || this.working}
          @change=${(event: Event) => this.#rename((event.target as HTMLInputElement).value.trim())}
        />
        <span class="mark ${isBad ? 'bad' : 'plain'}" role="status">${words.keepStates[state]}</span>
        <button
          type="button"
          class="button small"
          aria-expanded=${this.isSealing}
          @click=${() => (this.isSealing = !this.isSealing)}
        >
          ${words.saveAsFile}
        </button>
      </div>
      ${isBad && status.problem ? this.#renderNotKept(status.problem) : nothing}
      ${
        this.isSealing
          ? html`<kh-save-workspace
            .working=${this.working}
            @workspace-save=${(event: CustomEvent<string>) => this.#save(event.detail)}
          ></kh-save-workspace>`
          : nothing
      }
      <kh-workspace-history
        .journal=${status.journal}
        .schemes=${this.schemes}
        .items=${this.items}
        .subjectName=${this.nameOf}
        .parameters=${this.#live.status?.scheme?.parameters ?? []}
        .working=${this.working}
        @history-return=${(event: CustomEvent<number>) => this.#return(event.detail)}
      ></kh-workspace-history>
    </section>`;
  }

  #renderNotKept(problem: Problem): TemplateResult {
    const { words } = this;
    const id = this.#kept.status?.workspace?.id;
    const button = (text: string, work: (keeper: KeeperPort) => Promise<string>, isOther = false): TemplateResult =>
      html`<button type="button" class="button small" ?disabled=${this.working} @click=${() => this.#try(work, isOther)}>
        ${text}
      </button>`;
    return html`<div class="problem" role="alert">
      <p>${this.pick(problem.text)}</p>
      <div class="row">
        ${
          (problem.code === 'keep.conflict' || problem.code === 'keep.behind') && id !== undefined
            ? button(
                words.takeTheirs,
                async (keeper) => {
                  await keeper.open(id);
                  return words.workspaceOpened(keeper.status.workspace?.title ?? '');
                },
                true,
              )
            : button(words.keepAgain, async (keeper) => {
                await keeper.retry();
                return keeper.status.state === 'kept' ? words.keepStates.kept : '';
              })
        }
        ${button(words.keepAsNew, async (keeper) => {
          await keeper.keepAsNew(words.copyOf(this.#title));
          return words.keepStates.kept;
        })}
      </div>
    </div>`;
  }

  /**
   * A field tells its new value when it is left, mostly for a button: nothing is locked, or the button would be just when
   * it is pressed, and the focus goes where the user sends it.
   */
  #rename(title: string): void {
    const { keeper } = this;
    const id = this.#kept.status?.workspace?.id;
    if (!keeper || id === undefined || title === '') return this.requestUpdate();
    this.problem = null;
    this.#renaming = keeper.rename(id, title).catch((error: unknown) => {
      this.problem = problemFrom(error);
    });
  }

  #renderOthers(): TemplateResult | typeof nothing {
    const { words } = this;
    const open = this.#kept.status?.workspace?.id;
    const others = this.others.filter(({ id }) => id !== open);
    return html`<section>
      <h3>${words.otherWorkspaces}</h3>
      ${
        others.length === 0
          ? html`<p class="quiet">${words.noOtherWorkspaces}</p>`
          : html`<ul class="list">
            ${others.map((record) => this.#renderOther(record))}
          </ul>`
      }
      <p class="quiet small">${words.keptOnThisMachine}</p>
    </section>`;
  }

  #renderOther({ id, title, changed, entries }: WorkspaceRecord): TemplateResult {
    const { words } = this;
    const isDeleting = this.deleting === id;
    return html`<li class="row">
      <div class="grow">
        <strong>${title}</strong>
        <span class="quiet small">${words.workspaceFacts(words.moment(new Date(changed)), entries)}</span>
      </div>
      ${
        isDeleting
          ? html`<span class="small">${words.deleteForGood}</span>
            <button
              type="button"
              class="button small primary"
              @click=${() =>
                this.#try(async (keeper) => {
                  await keeper.remove(id);
                  this.deleting = '';
                  return words.workspaceDeleted(title);
                })}
            >
              ${words.deleteNow}
            </button>
            <button type="button" class="button small" @click=${() => (this.deleting = '')}>${words.cancel}</button>`
          : html`<button
              type="button"
              class="button small"
              ?disabled=${this.working}
              aria-label=${words.openWorkspace(title)}
              @click=${() =>
                this.#try(async (keeper) => {
                  await keeper.open(id);
                  return words.workspaceOpened(title);
                }, true)}
            >
              ${words.open}
            </button>
            <button
              type="button"
              class="button small"
              aria-label=${words.deleteWorkspace(title)}
              @click=${() => (this.deleting = id)}
            >
              ${words.deleteIt}
            </button>`
      }
    </li>`;
  }

  #renderOpenFile(): TemplateResult {
    const { words, sealedFile } = this;
    return html`<section>
      <h3 id="workspace-file">${words.openWorkspaceFile}</h3>
      <input
        type="file"
        accept=${WORKSPACE_FILE_ENDING}
        class="visually-hidden"
        tabindex="-1"
        aria-hidden="true"
        @change=${this.#choose}
      />
      <button
        type="button"
        class="button"
        aria-describedby="workspace-file"
        ?disabled=${this.working}
        @click=${() => this.picker.click()}
      >
        ${fileIcon}${words.chooseFile}
      </button>
      ${
        sealedFile
          ? html`<form
            class="passphrase"
            @submit=${(event: Event) => {
              event.preventDefault();
              void this.#openFile(sealedFile);
            }}
          >
            <label class="field">
              <span>${words.passphraseOf(sealedFile.name)}</span>
              <input
                type="password"
                autocomplete="off"
                .value=${this.passphrase}
                @input=${(event: Event) => (this.passphrase = (event.target as HTMLInputElement).value)}
              />
            </label>
            ${this.#renderProblem()}
            <div>
              <button type="submit" class="button primary" ?disabled=${this.working || this.passphrase === ''}>
                ${words.open}
              </button>
            </div>
          </form>`
          : nothing
      }
    </section>`;
  }
}

/** A title as part of a file name: what file systems do not take is left out. */
function fileName(title: string): string {
  return title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '').trim() || 'kaoheng';
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-workspaces-dialog': WorkspacesDialogElement;
  }
}
