import { placeName, type InputDeclaration, type Observation, type Problem } from '@kaoheng/engine/live';
import type { RankingRow, SourceRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { KeeperController } from '../keep/keeper-controller.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import styles from './imports.css?inline';
import { ItemNames } from './item-names.ts';
import { valueSuggestions } from './value-suggestions.ts';

/** What is to be corrected, where that is known. */
export interface CorrectionAim {
  readonly subject: string;
  readonly item?: string;
  readonly period?: string;
  /** Where its row stands, as explanations say it; `null` or left out: no row in particular. */
  readonly row?: Pick<SourceRow, 'file' | 'sheet' | 'cell' | 'value'> | null;
}

/**
 * Sets one value right, or enters one that is missing: which row, what it says, what it should say, and why.
 *
 * @element kh-correct-dialog
 * @fires {CustomEvent} correct-done - After a value that was aimed at was corrected, and the dialog closed.
 */
@customElement('kh-correct-dialog')
export class CorrectDialogElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** Says whether what was corrected is kept; `null`: nobody keeps anything. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;
  /** Everybody of the period. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];
  @property() period = '';

  @state() private subject = '';
  @state() private item = '';
  @state() private rowPeriod = '';
  /** Rows of the subject and the item; `null`: not looked up yet. */
  @state() private found: readonly Observation[] | null = null;
  /** Every item that rows may be about. */
  @state() private items: readonly InputDeclaration[] = [];
  /** Number of the row that is corrected; behind the last: one that is not there yet. */
  @state() private chosen = 0;
  /** What a new row says beside its value. */
  @state() private details: RowDetails = NO_DETAILS;
  @state() private newValue = '';
  @state() private reason = '';
  @state() private working = false;
  @state() private problem: Problem | null = null;
  @state() private done = false;

  @query('kh-modal') private modal!: ModalDialogElement;

  readonly #live = new WorkspaceController(this);
  readonly #kept = new KeeperController(this);

  /** One value was asked for: when it is corrected, there is nothing more to do here. */
  #isAimed = false;
  #isDone = false;
  /** One that is missing is to be entered: rows of periods within are none of it. */
  #isGap = false;

  /** Opens at a subject, or at one of its rows; with an item the dialog closes when that is corrected. */
  async show({ subject, item = '', period = this.period, row = null }: CorrectionAim = NOBODY): Promise<void> {
    this.#isAimed = item !== '';
    this.#isDone = false;
    this.#isGap = this.#isAimed && row === null;
    this.subject = subject;
    this.item = item;
    this.rowPeriod = period;
    this.found = null;
    this.problem = null;
    this.done = false;
    this.newValue = '';
    this.reason = '';
    this.details = NO_DETAILS;
    await this.updateComplete;
    await this.modal.show();
    void this.#listItems();
    if (!this.#isAimed) return;
    await this.#look();
    // A row that is not where it was is for the user to find: none is chosen for them.
    if (row) this.chosen = this.#rows.findIndex((candidate) => isAt(candidate, row));
    await this.updateComplete;
    const first = period === '' ? '#period' : this.#isNew ? '[id^=new-]' : '#new-value';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  /** Families of items are suggested by their members: those that the rules name and those that the data hold. */
  async #listItems(): Promise<void> {
    try {
      this.items = (await this.workspace?.knownItems()) ?? [];
    } catch {
      // Suggestions only: whatever is wrong is told when the row is looked up.
      this.items = this.#live.status?.scheme?.inputs.filter(({ item }) => !item.includes('*')) ?? [];
    }
  }

  #handleClose(): void {
    if (this.#isDone) this.fire('correct-done');
  }

  get #rows(): readonly Observation[] {
    return this.found ?? [];
  }

  async #look(): Promise<void> {
    this.found = null;
    this.chosen = 0;
    this.done = false;
    this.problem = null;
    await this.#find();
  }

  async #find(): Promise<void> {
    const { workspace, subject, item, rowPeriod: period } = this;
    if (!workspace || subject === '' || item === '' || period === '') return;
    try {
      const found = await workspace.rowsOf({ subject, item, period });
      if (subject !== this.subject || item !== this.item || period !== this.rowPeriod) return;
      this.found = this.#isGap ? found.filter((row) => row.period === period) : found;
    } catch (error) {
      this.problem = problemFrom(error);
    }
  }

  async #correct(event: Event): Promise<void> {
    event.preventDefault();
    const { workspace, found, reason } = this;
    if (!workspace || !found || this.working || !this.#isReady) return;
    const { subject, item, rowPeriod, newValue: after } = this;
    const row = found[this.chosen];
    this.working = true;
    this.problem = null;
    this.done = false;
    try {
      await workspace.correct({
        period: row?.period ?? rowPeriod,
        subject,
        item,
        ...(row ? detailsOf(row) : this.details),
        before: row?.value ?? '',
        after: after.trim(),
        reason: reason.trim(),
      });
      // The user may be writing the next value already.
      if (this.newValue === after) this.newValue = '';
      this.details = NO_DETAILS;
      if (this.#isAimed) {
        this.#isDone = true;
        return this.modal.close();
      }
      this.done = true;
      await this.#find();
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  get #input(): InputDeclaration | undefined {
    const inputs = this.#live.status?.scheme?.inputs ?? [];
    return [...this.items, ...inputs].find(({ item }) => item === this.item);
  }

  get #names(): ItemNames {
    return new ItemNames(this.items, (text) => this.pick(text));
  }

  /** What was typed names no item, and there is no family that it may belong to. */
  get #isUnknown(): boolean {
    const inputs = this.#live.status?.scheme?.inputs ?? [];
    if (this.item === '' || this.items.length === 0 || this.#input) return false;
    return !inputs.some(({ item }) => item.includes('*'));
  }

  get #title(): string {
    return this.#input ? this.pick(this.#input.title) : this.item;
  }

  get #isEvent(): boolean {
    return this.#input?.kind === 'event';
  }

  /** What a new row has to say, and what it may say, beside its value. An event is added by importing it. */
  get #asked(): readonly { readonly field: keyof RowDetails; readonly isNeeded: boolean }[] {
    const input = this.#input;
    if (!input || this.#isEvent) return [];
    const { needsCategory, needsRater, needsMatter, needsDate, categories, kind } = input;
    const fields = [
      { field: 'category', isNeeded: needsCategory, isAsked: needsCategory || categories.length > 0 },
      { field: 'rater', isNeeded: needsRater, isAsked: needsRater || kind === 'rating' },
      { field: 'matter', isNeeded: needsMatter, isAsked: needsMatter },
      { field: 'date', isNeeded: needsDate, isAsked: needsDate },
    ] as const;
    return fields.filter(({ isAsked }) => isAsked);
  }

  /** Whether what is entered is a row of its own. */
  get #isNew(): boolean {
    return this.found !== null && this.chosen === this.found.length && !this.#isEvent;
  }

  get #isReady(): boolean {
    const { found, newValue: after, reason, chosen } = this;
    if (this.#isUnknown || found === null || after.trim() === '' || reason.trim() === '') return false;
    if (!this.#isNew) return found[chosen] !== undefined;
    return this.#asked.every(({ field, isNeeded }) => !isNeeded || this.details[field] !== '');
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const text = (id: string, label: string, value: string, change: (value: string) => void) =>
      html`<label class="field">
        <span>${label}</span>
        <input
          id=${id}
          type="text"
          autocomplete="off"
          list=${id === 'new-value' ? 'values' : nothing}
          .value=${value}
          @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
        />
      </label>`;
    return html`<kh-modal .heading=${words.correctHeading} @modal-close=${this.#handleClose}>
      <p class="quiet">${words.correctLead}</p>
      <form id="correct" @submit=${(event: Event) => void this.#correct(event)}>
        <div class="fields">
          ${this.#renderSubject()} ${this.#renderItem()}
          ${text('period', words.periodOfRow, this.rowPeriod, (value) => ((this.rowPeriod = value.trim()), void this.#look()))}
        </div>
        ${this.#renderRows()}
        ${
          this.found
            ? html`<div class="fields">
              ${this.#isNew ? this.#asked.map(({ field }) => this.#renderDetail(field)) : nothing}
              ${text('new-value', words.valueShall, this.newValue, (value) => ((this.newValue = value), (this.done = false)))}
              <datalist id="values">
                ${valueSuggestions(this.#input).map(
                  ({ value, title }) => html`<option value=${value}>${title ? this.pick(title) : nothing}</option>`,
                )}
              </datalist>
              ${text('reason', words.reasonNeeded, this.reason, (value) => (this.reason = value))}
            </div>`
            : nothing
        }
        ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
        ${this.#renderDone()}
      </form>
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>${words.close}</button>
      <button
        slot="actions"
        type="submit"
        form="correct"
        class="button primary"
        ?disabled=${this.working || !this.#isReady}
      >
        ${words.correctNow}
      </button>
    </kh-modal>`;
  }

  /** Behind a dialog nobody sees what the page says of keeping. */
  #renderDone(): TemplateResult {
    const { words } = this;
    const kept = this.#kept.status;
    const problem = this.done && kept?.state === 'not kept' ? kept.problem : null;
    return html`<p class="done" role="status">${this.done ? words.corrected : nothing}</p>
      ${problem ? html`<p class="problem" role="alert"><strong>${words.notKept}</strong> ${this.pick(problem.text)}</p>` : nothing}`;
  }

  #renderSubject(): TemplateResult {
    const { words } = this;
    return html`<label class="field">
      <span>${words.subject}</span>
      <select
        @change=${(event: Event) => {
          this.subject = (event.target as HTMLSelectElement).value;
          void this.#look();
        }}
      >
        <option value="" .selected=${this.subject === ''}></option>
        ${
          this.subject === '' || this.rows.some(({ subject }) => subject === this.subject)
            ? nothing
            : html`<option value=${this.subject} selected>${this.subject}</option>`
        }
        ${this.rows.map(
          ({ subject, name }) =>
            html`<option value=${subject} .selected=${subject === this.subject}>${name} (${subject})</option>`,
        )}
      </select>
    </label>`;
  }

  #renderItem(): TemplateResult {
    const { words } = this;
    const names = this.#names;
    return html`<label class="field">
      <span>${words.itemOfRow}</span>
      <input
        type="text"
        list="items"
        autocomplete="off"
        .value=${names.nameOf(this.item)}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value.trim();
          this.item = names.itemOf(text) ?? text;
          void this.#look();
        }}
      />
      <datalist id="items">
        ${this.items.map(({ item }) => html`<option value=${names.nameOf(item)}>${item}</option>`)}
      </datalist>
    </label>`;
  }

  #renderRows(): TemplateResult | typeof nothing {
    const { words, found } = this;
    if (this.#isUnknown) return html`<p class="problem" role="alert">${words.noSuchItem(this.item)}</p>`;
    if (!found) return nothing;
    if (found.length === 0) return html`<p role="status">${this.#isEvent ? words.noSuchEvent : words.noSuchRow}</p>`;
    return html`<fieldset>
      <legend>${words.whichRow} <span class="quiet">${this.#title}</span></legend>
      ${found.map(
        (row, at) =>
          html`<label class="claim">
          <input
            type="radio"
            name="row"
            .checked=${this.chosen === at}
            @change=${() => (this.chosen = at)}
          />
          <span><span class="quiet">${words.valueWas}</span> <b class="numeric">${row.value || words.emptyValue}</b></span>
          <span class="quiet">
            ${[row.period, row.category, row.rater, row.matter, row.date].filter((part) => part !== '').join(' · ')}
            ${placeName(row.origin) || words.byHand}
          </span>
          ${row.remark ? html`<span class="remark">${this.pick(row.remark)}</span>` : nothing}
        </label>`,
      )}
      ${
        this.#asked.length > 0
          ? html`<label class="claim">
              <input
                type="radio"
                name="row"
                .checked=${this.#isNew}
                @change=${() => (this.chosen = found.length)}
              />
              <span>${words.anotherRow}</span>
            </label>`
          : nothing
      }
    </fieldset>`;
  }

  /** Categories are suggested where the scheme lists them; days are picked from the calendar. */
  #renderDetail(field: keyof RowDetails): TemplateResult {
    const categories = field === 'category' ? (this.#input?.categories ?? []) : [];
    return html`<label class="field">
      <span>${this.words.rowDetails[field]}</span>
      <input
        id=${`new-${field}`}
        type=${field === 'date' ? 'date' : 'text'}
        autocomplete="off"
        list=${categories.length > 0 ? 'categories' : nothing}
        .value=${this.details[field]}
        @input=${(event: Event) => {
          this.details = { ...this.details, [field]: (event.target as HTMLInputElement).value.trim() };
        }}
      />
      ${
        categories.length > 0
          ? html`<datalist id="categories">
              ${categories.map((category) => {
                const title = this.#input?.categoryTitles[category];
                return html`<option value=${category}>${title ? this.pick(title) : nothing}</option>`;
              })}
            </datalist>`
          : nothing
      }
    </label>`;
  }
}

type RowDetails = Pick<Observation, 'category' | 'rater' | 'matter' | 'date'>;

const NO_DETAILS: RowDetails = { category: '', rater: '', matter: '', date: '' };

function detailsOf({ category, rater, matter, date }: Observation): RowDetails {
  return { category, rater, matter, date };
}

const NOBODY: CorrectionAim = { subject: '' };

/** Whether a row stands there; rows entered by hand stand nowhere, and are known by their value. */
function isAt({ origin, value }: Observation, at: Pick<SourceRow, 'file' | 'sheet' | 'cell' | 'value'>): boolean {
  const cell = origin.row > 0 ? `${origin.column}${origin.row}` : '';
  return origin.file === at.file && origin.sheet === at.sheet && cell === at.cell && value === at.value;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-correct-dialog': CorrectDialogElement;
  }
}
