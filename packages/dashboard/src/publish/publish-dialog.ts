import type { Problem, Published } from '@kaoheng/engine/live';
import type { ChangedParameter, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { trialLines } from '../app/trial.ts';
import { isCancelled, problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { copyFrom } from '../ui/copy-text.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import { localDate } from '../ui/local-date.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import { chosenParts, firstChoice, isEmpty, selectionOf, type PublishChoice } from './publish-choice.ts';
import styles from './publish-dialog.css?inline';
import './publish-preview.ts';
import { publicationFacts } from './publication-facts.ts';
import './publish-scope.ts';
import { pageSnippet, publishedName } from './snippet.ts';

/** A file that was made, and what it is called. */
interface MadeFile extends Published {
  readonly name: string;
  readonly hasParts: boolean;
}

type Stage = 'form' | 'preview' | 'done';

/**
 * Makes the published results file: what goes into it, what visitors will see of it, and how a page carries it.
 *
 * @element kh-publish-dialog
 */
@customElement('kh-publish-dialog')
export class PublishDialogElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** The period that is shown, offered as the only one to publish. */
  @property() period = '';
  /** Parameters that differ from the scheme's: to be published only after the user has said so. */
  @property({ attribute: false }) changed: readonly ChangedParameter[] = [];

  @state() private from = '';
  @state() private to = '';
  @state() private objections = '';
  @state() private explanations = true;
  @state() private choice: PublishChoice = firstChoice('');
  @state() private description: ResultsDescription | null = null;
  @state() private trialConfirmed = false;
  @state() private stage: Stage = 'form';
  @state() private made: MadeFile | null = null;
  @state() private problem: Problem | null = null;
  @state() private working = false;
  @state() private copied = '';

  @query('kh-modal') private modal!: ModalDialogElement;
  @query('textarea.snippet') private snippet!: HTMLTextAreaElement;

  #work: AbortController | null = null;
  readonly #live = new WorkspaceController(this);

  async show(): Promise<void> {
    this.stage = 'form';
    this.made = null;
    this.problem = null;
    this.copied = '';
    this.trialConfirmed = false;
    this.choice = { ...firstChoice(this.period), codeKey: this.choice.codeKey };
    this.description = null;
    await this.updateComplete;
    // Opened at once, whatever the worker is busy with: later it might open over something else.
    await this.modal.show();
    try {
      this.description = (await this.workspace?.describe()) ?? null;
    } catch (error) {
      this.problem = problemFrom(error);
    }
  }

  get #endsBeforeItBegins(): boolean {
    return this.from !== '' && this.to !== '' && this.to < this.from;
  }

  get #isBlocked(): boolean {
    const { description } = this;
    const hasChoice = description !== null && !isEmpty(description, this.choice);
    return this.working || !hasChoice || this.#endsBeforeItBegins || (this.changed.length > 0 && !this.trialConfirmed);
  }

  /** Makes the file as chosen; `null` when that failed or was stopped. */
  async #make(): Promise<MadeFile | null> {
    const { workspace, description, choice } = this;
    const scheme = workspace?.status.scheme;
    if (!workspace || !scheme || !description || this.#isBlocked) return null;
    const date = localDate(new Date());
    const { from, to } = this;
    const [period = ''] = choice.periods;
    this.#work = new AbortController();
    this.working = true;
    this.problem = null;
    try {
      const published = await workspace.publish(
        {
          notice: { date, from, to, objections: this.objections.trim() },
          selection: selectionOf(description, choice),
          explanations: this.explanations,
          language: preferences.language === 'en' ? 'en' : 'zh',
          ...(choice.subjects === 'codes' && choice.codeKey !== '' && { codeKey: choice.codeKey }),
        },
        { signal: this.#work.signal },
      );
      // What was seen in the preview is what is published: the same codes.
      if (published.codeKey !== '') this.choice = { ...this.choice, codeKey: published.codeKey };
      const name = publishedName(scheme.id, choice.periods.length === 1 ? period : '', date);
      return { ...published, name, hasParts: chosenParts(description, choice).length > 1 };
    } catch (error) {
      if (!isCancelled(error)) this.problem = problemFrom(error);
      return null;
    } finally {
      this.working = false;
      this.#work = null;
    }
  }

  async #preview(): Promise<void> {
    this.made = await this.#make();
    if (this.made) this.#show('preview');
  }

  async #publish(event: Event): Promise<void> {
    event.preventDefault();
    const made = this.stage === 'preview' ? this.made : await this.#make();
    if (!made) return;
    this.made = made;
    download(made.bytes, made.name, 'application/json');
    this.#show('done');
  }

  #show(stage: Stage): void {
    this.stage = stage;
    void this.updateComplete.then(() => this.modal.scrollToTop());
  }

  #downloadCodes({ codeList, name }: MadeFile): void {
    if (codeList) download(codeList, name.replace(/\.json$/, '_codes.csv'), 'text/csv');
  }

  async #copy(): Promise<void> {
    this.copied = (await copyFrom(this.snippet)) ? this.words.copied : this.words.copyFailed;
  }

  protected override render(): TemplateResult {
    const { words, stage, made } = this;
    return html`<kh-modal
      .heading=${stage === 'preview' ? words.preview : words.publishHeading}
      ?wide=${stage === 'preview'}
      @modal-close=${() => this.#work?.abort()}
    >
      ${
        stage === 'preview' && made
          ? this.#renderPreview(made)
          : stage === 'done' && made
            ? this.#renderPublished(made)
            : this.#renderForm()
      }
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>
        ${stage === 'done' ? words.close : words.cancel}
      </button>
      ${this.#renderActions(stage)}
    </kh-modal>`;
  }

  #renderActions(stage: Stage): TemplateResult | typeof nothing {
    const { words } = this;
    if (stage === 'done') return nothing;
    const text = this.working ? words.publishing : words.publishNow;
    if (stage === 'preview') {
      return html`<button slot="actions" type="button" class="button" @click=${() => this.#show('form')}>
          ${words.backToForm}
        </button>
        <button slot="actions" type="button" class="button primary" @click=${this.#publish}>${text}</button>`;
    }
    return html`<button
        slot="actions"
        type="button"
        class="button"
        ?disabled=${this.#isBlocked}
        @click=${this.#preview}
      >
        ${words.preview}
      </button>
      <button slot="actions" type="submit" form="publish" class="button primary" ?disabled=${this.#isBlocked}>
        ${text}
      </button>`;
  }

  #renderPreview(made: MadeFile): TemplateResult {
    return html`<p class="quiet lead">${this.words.previewLead}</p>
      ${publicationFacts(made, this.words, (text) => this.pick(text))}
      <kh-publish-preview .bytes=${made.bytes} integrity=${made.integrity}></kh-publish-preview>`;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    const data = this.#live.status?.data;
    const refused = refusedRows(data?.report);
    const set = (event: Event) => event.target as HTMLInputElement;
    return html`<form id="publish" ?inert=${this.working} @submit=${this.#publish}>
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
      <h3>${words.publishScope}</h3>
      <kh-publish-scope
        .description=${this.description}
        .choice=${this.choice}
        @choice-change=${(event: CustomEvent<PublishChoice>) => (this.choice = event.detail)}
      ></kh-publish-scope>
      ${
        this.description && isEmpty(this.description, this.choice)
          ? html`<p class="problem" role="alert">${words.nothingChosen}</p>`
          : nothing
      }
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

  #renderPublished(made: MadeFile): TemplateResult {
    const { words } = this;
    const { name, integrity, hasParts, codeList } = made;
    const snippet = pageSnippet(name, integrity, hasParts);
    const kilobytes = Math.max(1, Math.round(made.bytes.length / 1024));
    return html`<p class="done" role="status">${words.publishedAs(name, this.count(kilobytes))}</p>
      ${publicationFacts(made, words, (text) => this.pick(text))}
      ${
        codeList
          ? html`<div class="codes">
            <button type="button" class="button" @click=${() => this.#downloadCodes(made)}>
              ${words.codeListDownload}
            </button>
            <p class="quiet small">${words.codeListHint}</p>
          </div>`
          : nothing
      }
      <ol class="steps">
        ${words.publishSteps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <textarea
        class="snippet"
        readonly
        spellcheck="false"
        rows=${snippet.split('\n').length + 1}
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
