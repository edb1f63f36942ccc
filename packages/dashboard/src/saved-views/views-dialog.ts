import type { Problem, SavedView } from '@kaoheng/engine/live';
import type { ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { placeOf, samePlace, START, textsOf, type Place } from '../app/place.ts';
import { problemFrom } from '../data/problem.ts';
import { KeeperController } from '../keep/keeper-controller.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import { freeName, lookInWords } from './propose-name.ts';
import styles from './views-dialog.css?inline';

/**
 * Saves what the user looks at as a view, and opens, renames, overwrites and deletes those there are.
 *
 * @element kh-views-dialog
 * @fires {CustomEvent<SavedView>} view-open - The user wants to see a view.
 */
@customElement('kh-views-dialog')
export class ViewsDialogElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) keeper: KeeperPort | null = null;
  /** What the user looks at. */
  @property({ attribute: false }) place: Place = START;
  /** Of the open results, for titles. */
  @property({ attribute: false }) description: ResultsDescription | null = null;
  /** What subjects are called. */
  @property({ attribute: false }) nameOf: (subject: string) => string = (subject) => subject;
  /** A sample is open, and nothing of it is kept. */
  @property({ type: Boolean }) sample = false;

  @state() private name = '';
  /** Id of the view that is being renamed, and what it shall be called. */
  @state() private renaming = '';
  @state() private newName = '';
  @state() private done = '';
  @state() private problem: Problem | null = null;
  @state() private deleted: SavedView | null = null;
  @state() private working = false;

  @query('kh-modal') private modal!: ModalDialogElement;

  readonly #kept = new KeeperController(this);

  async show(): Promise<void> {
    this.name = freeName(this.#inWords(this.place), this.#names);
    this.renaming = '';
    this.done = '';
    this.problem = null;
    this.deleted = null;
    await this.updateComplete;
    await this.modal.show();
    // To save is one Enter away, under the name that was proposed.
    (this.#find('#name') as HTMLInputElement | null)?.select();
  }

  get #views(): readonly SavedView[] {
    return this.#kept.status?.views ?? [];
  }

  get #names(): readonly string[] {
    return this.#views.map(({ name }) => name);
  }

  #inWords(place: Place): string {
    const { words, description, nameOf } = this;
    return lookInWords(place, { words, description, nameOf, pick: (text) => this.pick(text) });
  }

  /** The scheme belongs to the workspace, not to the view. */
  get #look(): SavedView['look'] {
    return textsOf({ ...this.place, scheme: '' });
  }

  /** Does one thing and says so; `focus` finds what the user goes on with, for what was pressed may be gone. */
  async #try(work: (keeper: KeeperPort) => Promise<string>, focus?: () => HTMLElement | null): Promise<void> {
    const { keeper } = this;
    if (!keeper || this.working) return;
    this.working = true;
    this.problem = null;
    this.deleted = null;
    this.done = '';
    try {
      this.done = await work(keeper);
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
    await this.updateComplete;
    if (!this.problem) focus?.()?.focus();
  }

  #save(event: Event): void {
    event.preventDefault();
    const { name: typed } = this;
    const name = typed.trim();
    if (name === '' || this.#names.includes(name)) return;
    void this.#try(
      async (keeper) => {
        await keeper.saveView({ id: newId(), name, look: this.#look });
        // The user may be typing the next name already.
        if (this.name === typed) this.name = '';
        return this.words.savedViews.saved(name);
      },
      () => this.#find('#name'),
    );
  }

  #overwrite(view: SavedView): void {
    void this.#try(async (keeper) => {
      await keeper.saveView({ ...view, look: this.#look });
      return this.words.savedViews.overwritten(view.name);
    });
  }

  #rename(event: Event, view: SavedView): void {
    event.preventDefault();
    const name = this.newName.trim();
    if (name === '' || this.#isTaken(name, view)) return;
    void this.#try(
      async (keeper) => {
        if (name !== view.name) await keeper.saveView({ ...view, name });
        this.renaming = '';
        return this.words.savedViews.renamed(name);
      },
      () => this.#findIn(view, '.rename'),
    );
  }

  #isTaken(name: string, but: SavedView): boolean {
    return this.#views.some((view) => view.id !== but.id && view.name === name);
  }

  #remove(view: SavedView): void {
    void this.#try(
      async (keeper) => {
        await keeper.removeView(view.id);
        this.deleted = view;
        return this.words.savedViews.removed(view.name);
      },
      () => this.#find('.undo'),
    );
  }

  #bringBack(view: SavedView): void {
    void this.#try(
      async (keeper) => {
        await keeper.saveView(view);
        return this.words.savedViews.saved(view.name);
      },
      () => this.#findIn(view, '.remove'),
    );
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #findIn({ id }: SavedView, selector: string): HTMLElement | null {
    return this.#find(`li[data-view="${CSS.escape(id)}"] ${selector}`);
  }

  // -- rendering

  protected override render(): TemplateResult {
    const words = this.words.savedViews;
    const views = this.#views;
    return html`<kh-modal .heading=${words.heading} ?locked=${this.working}>
      <p class="quiet">${words.lead}</p>
      ${this.sample ? html`<p class="hint">${words.sampleHint}</p>` : nothing}
      ${this.#renderForm()}
      <div class="said" role="status">
        ${
          this.done
            ? html`<p class="done">
              <span>${this.done}</span>
              ${
                this.deleted
                  ? html`<button type="button" class="button small undo" @click=${() => this.#bringBack(this.deleted!)}>
                    ${words.undo}
                  </button>`
                  : nothing
              }
            </p>`
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      <h3>${words.list(views.length)}</h3>
      ${
        views.length === 0
          ? html`<p class="quiet">${words.none}</p>`
          : html`<ul>${views.map((view) => this.#renderView(view))}</ul>`
      }
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>${this.words.close}</button>
    </kh-modal>`;
  }

  #renderForm(): TemplateResult {
    const words = this.words.savedViews;
    const name = this.name.trim();
    const isTaken = this.#names.includes(name);
    return html`<form @submit=${(event: Event) => this.#save(event)}>
      <p><span class="quiet">${words.now}</span> ${this.#inWords(this.place)}</p>
      <div class="row">
        <label class="field">
          <span>${words.name}</span>
          <input
            id="name"
            type="text"
            autocomplete="off"
            maxlength="80"
            aria-describedby="taken"
            .value=${this.name}
            @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          />
        </label>
        <button type="submit" class="button primary" ?disabled=${this.working || name === '' || isTaken}>
          ${words.saveNow}
        </button>
      </div>
      <p id="taken" class="wrong" role="status">${isTaken ? words.nameTaken : nothing}</p>
    </form>`;
  }

  #renderView(view: SavedView): TemplateResult {
    const words = this.words.savedViews;
    const { id, name, look } = view;
    const place = { ...placeOf(look), scheme: this.place.scheme };
    const isShown = samePlace(place, this.place);
    return html`<li data-view=${id}>
      ${
        this.renaming === id
          ? this.#renderRenaming(view)
          : html`<div class="grow">
            <button type="button" class="link" aria-label=${words.open(name)} @click=${() => this.#open(view)}>${name}</button>
            ${isShown ? html`<span class="mark plain">${words.isShown}</span>` : nothing}
            <span class="quiet small about">${this.#inWords(place)}</span>
          </div>`
      }
      ${this.renaming === id ? nothing : this.#renderButtons(view, isShown)}
    </li>`;
  }

  #renderButtons(view: SavedView, isShown: boolean): TemplateResult {
    const words = this.words.savedViews;
    const { name } = view;
    return html`<div class="buttons">
      <button
        type="button"
        class="button small rename"
        aria-label=${words.renameOf(name)}
        ?disabled=${this.working}
        @click=${() => this.#startRenaming(view)}
      >
        ${words.rename}
      </button>
      <button
        type="button"
        class="button small"
        aria-label=${words.overwriteOf(name)}
        ?disabled=${this.working || isShown}
        @click=${() => this.#overwrite(view)}
      >
        ${words.overwrite}
      </button>
      <button
        type="button"
        class="button small remove"
        aria-label=${words.removeOf(name)}
        ?disabled=${this.working}
        @click=${() => this.#remove(view)}
      >
        ${this.words.deleteIt}
      </button>
    </div>`;
  }

  #startRenaming({ id, name }: SavedView): void {
    this.renaming = id;
    this.newName = name;
    this.done = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.renaming input')?.select());
  }

  #renderRenaming(view: SavedView): TemplateResult {
    const words = this.words.savedViews;
    const name = this.newName.trim();
    const isTaken = this.#isTaken(name, view);
    return html`<form class="renaming grow" @submit=${(event: Event) => this.#rename(event, view)}>
      <input
        type="text"
        autocomplete="off"
        maxlength="80"
        aria-label=${words.newName(view.name)}
        aria-describedby="new-taken"
        .value=${this.newName}
        @input=${(event: Event) => (this.newName = (event.target as HTMLInputElement).value)}
      />
      <button type="submit" class="button small" ?disabled=${this.working || name === '' || isTaken}>
        ${words.renameNow}
      </button>
      <button
        type="button"
        class="button small"
        @click=${() => {
          this.renaming = '';
          void this.updateComplete.then(() => this.#findIn(view, '.rename')?.focus());
        }}
      >
        ${this.words.cancel}
      </button>
      <p id="new-taken" class="wrong" role="status">${isTaken ? words.nameTaken : nothing}</p>
    </form>`;
  }

  #open(view: SavedView): void {
    this.modal.close();
    this.fire('view-open', view);
  }
}

/** Random enough among the views of one workspace, also on pages without a secure context. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-views-dialog': ViewsDialogElement;
  }
}
