import type { Problem } from '@kaoheng/engine/live';
import type { ChangedParameter } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { trialLines } from '../app/trial.ts';
import { isCancelled, problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { copyFrom } from '../ui/copy-text.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import styles from './publish-dialog.css?inline';
import { localDate, pageSnippet, publishedName } from './snippet.ts';

interface Published {
  readonly name: string;
  readonly kilobytes: number;
}

/**
 * Makes the published results file and shows how a page carries it.
 *
 * @element kh-publish-dialog
 */
@customElement('kh-publish-dialog')
export class PublishDialogElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** The period that is shown, offered as the only one to publish. */
  @property() period = '';
  /** Parameters that differ from the scheme's: to be published only after the user has said so. */
  @property({ attribute: false }) changed: readonly ChangedParameter[] = [];

  @state() private from = '';
  @state() private to = '';
  @state() private objections = '';
  @state() private explanations = true;
  @state() private onlyPeriod = true;
  @state() private trialConfirmed = false;
  @state() private published: Published | null = null;
  @state() private problem: Problem | null = null;
  @state() private working = false;
  @state() private copied = '';

  @query('kh-modal') private modal!: ModalDialogElement;
  @query('textarea.snippet') private snippet!: HTMLTextAreaElement;

  #work: AbortController | null = null;
  readonly #live = new WorkspaceController(this);

  async show(): Promise<void> {
    this.published = null;
    this.problem = null;
    this.copied = '';
    this.trialConfirmed = false;
    await this.updateComplete;
    await this.modal.show();
  }

  get #endsBeforeItBegins(): boolean {
    return this.from !== '' && this.to !== '' && this.to < this.from;
  }

  get #isBlocked(): boolean {
    return this.working || this.#endsBeforeItBegins || (this.changed.length > 0 && !this.trialConfirmed);
  }

  async #publish(event: Event): Promise<void> {
    event.preventDefault();
    const { workspace } = this;
    const scheme = workspace?.status.scheme;
    if (!workspace || !scheme || this.#isBlocked) return;
    const date = localDate(new Date());
    const { from, to, period } = this;
    const onlyPeriod = this.onlyPeriod && period !== '';
    this.#work = new AbortController();
    this.working = true;
    this.problem = null;
    try {
      const bytes = await workspace.publish(
        {
          notice: { date, from, to, objections: this.objections.trim() },
          ...(onlyPeriod ? { selection: { periods: [period] } } : {}),
          explanations: this.explanations,
        },
        { signal: this.#work.signal },
      );
      const name = publishedName(scheme.id, onlyPeriod ? period : '', date);
      download(bytes, name, 'application/json');
      this.published = { name, kilobytes: Math.max(1, Math.round(bytes.length / 1024)) };
      void this.updateComplete.then(() => this.modal.scrollToTop());
    } catch (error) {
      if (!isCancelled(error)) this.problem = problemFrom(error);
    } finally {
      this.working = false;
      this.#work = null;
    }
  }

  async #copy(): Promise<void> {
    this.copied = (await copyFrom(this.snippet)) ? this.words.copied : this.words.copyFailed;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<kh-modal .heading=${words.publishHeading} @modal-close=${() => this.#work?.abort()}>
      ${this.published ? this.#renderPublished(this.published) : this.#renderForm()}
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>
        ${this.published ? words.close : words.cancel}
      </button>
      ${
        this.published
          ? nothing
          : html`<button
            slot="actions"
            type="submit"
            form="publish"
            class="button primary"
            ?disabled=${this.#isBlocked}
          >
            ${this.working ? words.publishing : words.publishNow}
          </button>`
      }
    </kh-modal>`;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    const data = this.#live.status?.data;
    const refused = refusedRows(data?.report);
    const set = (event: Event) => event.target as HTMLInputElement;
    return html`<form id="publish" @submit=${this.#publish}>
      <p class="quiet">${words.publishLead}</p>
      ${data?.source === 'sample' ? html`<p class="warning">${words.publishSample}</p>` : nothing}
      ${refused > 0 ? html`<p class="warning">${words.publishRefused(this.count(refused))}</p>` : nothing}
      ${this.changed.length > 0 ? this.#renderTrial() : nothing}
      <fieldset class="dates">
        <legend>${words.notice}</legend>
        <label class="field">
          <span>${words.noticeFrom}</span>
          <input type="date" .value=${this.from} @change=${(event: Event) => (this.from = set(event).value)} />
        </label>
        <label class="field">
          <span>${words.noticeTo}</span>
          <input
            type="date"
            .value=${this.to}
            aria-invalid=${this.#endsBeforeItBegins ? 'true' : nothing}
            aria-describedby="dates-wrong"
            @change=${(event: Event) => (this.to = set(event).value)}
          />
        </label>
        <p class="problem" id="dates-wrong" role="alert">${this.#endsBeforeItBegins ? words.noticeOrder : nothing}</p>
      </fieldset>
      <label class="field">
        <span>${words.objections}</span>
        <textarea
          rows="2"
          placeholder=${words.objectionsHint}
          .value=${this.objections}
          @input=${(event: Event) => (this.objections = set(event).value)}
        ></textarea>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.onlyPeriod}
          @change=${(event: Event) => (this.onlyPeriod = set(event).checked)}
        />
        <span>${words.onlyPeriod(words.periodName(this.period))}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.explanations}
          @change=${(event: Event) => (this.explanations = set(event).checked)}
        />
        <span>${words.withExplanations}<span class="quiet small">${words.withExplanationsHint}</span></span>
      </label>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
    </form>`;
  }

  /** Results of a trial are published only by those who know that they are. */
  #renderTrial(): TemplateResult {
    const { words, changed } = this;
    return html`<div class="warning">
      <p>${words.publishTrial(changed.length)}</p>
      <ul>
        ${trialLines(changed, words, (text) => this.pick(text)).map((line) => html`<li>${line}</li>`)}
      </ul>
      <label class="check">
        <input
          type="checkbox"
          class="confirm-trial"
          .checked=${this.trialConfirmed}
          @change=${(event: Event) => (this.trialConfirmed = (event.target as HTMLInputElement).checked)}
        />
        <span>${words.publishTrialConfirm}</span>
      </label>
    </div>`;
  }

  #renderPublished({ name, kilobytes }: Published): TemplateResult {
    const { words } = this;
    const snippet = pageSnippet(name);
    return html`<p class="done" role="status">${words.publishedAs(name, this.count(kilobytes))}</p>
      <ol class="steps">
        ${words.publishSteps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <textarea
        class="snippet"
        readonly
        spellcheck="false"
        rows=${snippet.split('\n').length}
        aria-label=${words.snippet}
        .value=${snippet}
      ></textarea>
      <div class="actions">
        <button type="button" class="button" @click=${this.#copy}>${words.copySnippet}</button>
        <span class="copied" role="status">${this.copied}</span>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-publish-dialog': PublishDialogElement;
  }
}
