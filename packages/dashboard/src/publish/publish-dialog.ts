import { pageFiles, publishedName, zipFiles, type NamedFile, type Problem } from '@kaoheng/engine/live';
import type { ChangedParameter, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { isCancelled, problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download, ZIP } from '../ui/download.ts';
import { localDate } from '../ui/local-date.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import { chosenParts, firstChoice, hasCodes, isEmpty, selectionOf, type PublishChoice } from './publish-choice.ts';
import factStyles from './publication-facts.css?inline';
import styles from './publish-dialog.css?inline';
import { incompleteChoice, type IncompleteChoice } from './incomplete-choice.ts';
import {
  isUnconfirmed,
  NOTHING_CONFIRMED,
  publishDoubts,
  type Confirmed,
  type PublishDoubts,
} from './publish-doubts.ts';
import './publish-preview.ts';
import { loadPageScripts } from './load-page-scripts.ts';
import { publicationFacts } from './publication-facts.ts';
import './publish-result.ts';
import type { MadeFile } from './publish-result.ts';
import './publish-scope.ts';
import { publishSummary } from './publish-summary.ts';

type Stage = 'form' | 'done';

/** What the user decides. */
interface Chosen {
  readonly from: string;
  readonly to: string;
  readonly objections: string;
  readonly explanations: boolean;
  readonly choice: PublishChoice;
}

/**
 * Makes the published results file: what goes into it, what visitors will see of it, and how a page carries it.
 *
 * @element kh-publish-dialog
 */
@customElement('kh-publish-dialog')
export class PublishDialogElement extends DashboardElement {
  static override styles = dialogStyles(factStyles, styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** The period that is shown, offered as the only one to publish. */
  @property() period = '';
  /** Parameters that differ from the scheme's: to be published only after the user has said so. */
  @property({ attribute: false }) changed: readonly ChangedParameter[] = [];

  /** Gets the scripts that go with the results; replaced in tests. */
  @property({ attribute: false }) loadScripts: () => Promise<readonly NamedFile[]> = loadPageScripts;

  @state() private from = '';
  @state() private to = '';
  @state() private objections = '';
  @state() private explanations = true;
  @state() private choice: PublishChoice = firstChoice('');
  @state() private description: ResultsDescription | null = null;
  @state() private confirmed: Confirmed = NOTHING_CONFIRMED;
  @state() private incomplete: readonly IncompleteChoice[] = [];
  @state() private stage: Stage = 'form';
  @state() private made: MadeFile | null = null;
  @state() private problem: Problem | null = null;
  @state() private working = false;
  @state() private page: NamedFile | null = null;
  @state() private pageProblem: Problem | null = null;

  @query('kh-modal') private modal!: ModalDialogElement;

  #work: AbortController | null = null;
  readonly #live = new WorkspaceController(this);

  async show(): Promise<void> {
    this.stage = 'form';
    this.made = null;
    this.problem = null;
    this.page = null;
    this.pageProblem = null;
    this.confirmed = NOTHING_CONFIRMED;
    this.incomplete = [];
    this.choice = { ...firstChoice(this.period), codeKey: this.choice.codeKey };
    this.description = null;
    await this.updateComplete;
    // Opened at once, whatever the worker is busy with: later it might open over something else.
    await this.modal.show();
    try {
      this.description = (await this.workspace?.describe()) ?? null;
      void this.#askIncomplete();
    } catch (error) {
      this.problem = problemFrom(error);
    }
  }

  get #endsBeforeItBegins(): boolean {
    return this.from !== '' && this.to !== '' && this.to < this.from;
  }

  get #doubts(): PublishDoubts {
    return { status: this.#live.status, changed: this.changed, incomplete: this.incomplete };
  }

  /** Another choice, other data, other gaps. What comes too late about an earlier one is left. */
  async #askIncomplete(): Promise<void> {
    const { workspace, description, choice } = this;
    if (!workspace || !description) return;
    try {
      const incomplete = await incompleteChoice(workspace, description, choice);
      if (choice === this.choice && description === this.description) this.incomplete = incomplete;
    } catch (error) {
      if (choice === this.choice) this.problem = problemFrom(error);
    }
  }

  get #isBlocked(): boolean {
    const { description } = this;
    const hasChoice = description !== null && !isEmpty(description, this.choice);
    return this.working || !hasChoice || this.#endsBeforeItBegins || isUnconfirmed(this.#doubts, this.confirmed);
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
          ...(hasCodes(description, choice) && choice.codeKey !== '' && { codeKey: choice.codeKey }),
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
    await this.updateComplete;
    this.renderRoot.querySelector('.preview')?.scrollIntoView({ block: 'nearest' });
  }

  /** What was previewed is what is published. */
  async #publish(event: Event): Promise<void> {
    event.preventDefault();
    const made = this.made ?? (await this.#make());
    if (!made) return;
    this.made = made;
    await this.#makePage(made);
    if (this.page) download(this.page.bytes, this.page.name, ZIP);
    else download(made.bytes, made.name, 'application/json');
    this.#show('done');
  }

  /** The results with all that a web site needs to show them; where that fails, they are handed out alone. */
  async #makePage({ name, bytes, integrity, hasParts }: MadeFile): Promise<void> {
    this.page = null;
    this.pageProblem = null;
    this.working = true;
    try {
      const title = this.description?.title ?? { zh: '', en: '' };
      const language = preferences.language === 'en' ? 'en' : 'zh';
      const scripts = await this.loadScripts();
      const files = pageFiles({ results: { name, bytes }, integrity, title, hasParts, scripts, language });
      this.page = { name: name.replace(/\.json$/, '.zip'), bytes: zipFiles(files) };
    } catch (error) {
      this.pageProblem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  /** What was previewed is out of date as soon as something else is chosen. */
  #choose(change: Partial<Chosen>): void {
    Object.assign(this, change);
    this.made = null;
    if (change.choice) void this.#askIncomplete();
  }

  #show(stage: Stage): void {
    this.stage = stage;
    void this.updateComplete.then(() => this.modal.scrollToTop());
  }

  protected override render(): TemplateResult {
    const { words, stage, made } = this;
    return html`<kh-modal
      .heading=${words.publishHeading}
      ?wide=${stage === 'form'}
      @modal-close=${() => this.#work?.abort()}
    >
      ${
        stage === 'done'
          ? html`<kh-publish-result .made=${made} .page=${this.page} .problem=${this.pageProblem}></kh-publish-result>`
          : html`<div class="columns">${this.#renderForm()} ${this.#renderPreview()}</div>`
      }
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>
        ${stage === 'done' ? words.close : words.cancel}
      </button>
      ${
        stage === 'form'
          ? html`<button slot="actions" type="button" class="button" ?disabled=${this.#isBlocked} @click=${this.#preview}>
              ${words.preview}
            </button>
            <button slot="actions" type="submit" form="publish" class="button primary" ?disabled=${this.#isBlocked}>
              ${this.working ? words.publishing : words.publishNow}
            </button>`
          : nothing
      }
    </kh-modal>`;
  }

  #renderPreview(): TemplateResult {
    const { words, made } = this;
    return html`<section class="preview" aria-label=${words.preview}>
      ${
        made
          ? html`<p class="quiet">${words.previewLead}</p>
            ${publicationFacts(made, words, (text) => this.pick(text))}
            <kh-publish-preview .bytes=${made.bytes} integrity=${made.integrity}></kh-publish-preview>`
          : html`<div class="empty">
            <p>${words.previewEmpty}</p>
            <button type="button" class="button" ?disabled=${this.#isBlocked} @click=${this.#preview}>
              ${words.previewShow}
            </button>
          </div>`
      }
    </section>`;
  }

  #renderForm(): TemplateResult {
    const { words, description, choice } = this;
    const set = (event: Event) => event.target as HTMLInputElement;
    const summary = description && publishSummary(description, choice, words, ({ title }) => this.pick(title));
    const scope = (section: 'scope' | 'subjects'): TemplateResult =>
      html`<kh-publish-scope
        .section=${section}
        .description=${description}
        .choice=${choice}
        @choice-change=${(event: CustomEvent<PublishChoice>) => this.#choose({ choice: event.detail })}
      ></kh-publish-scope>`;
    return html`<form id="publish" ?inert=${this.working} @submit=${this.#publish}>
      <p class="quiet">${words.publishLead}</p>
      ${publishDoubts(this.#doubts, this.confirmed, words, {
        pick: (text) => this.pick(text),
        count: (number) => this.count(number),
        partTitle: (id) => this.#partTitle(id),
        confirm: (change) => (this.confirmed = { ...this.confirmed, ...change }),
      })}
      ${this.#renderSection(words.publishScope, summary?.scope ?? '', scope('scope'))}
      ${
        description && isEmpty(description, choice)
          ? html`<p class="problem" role="alert">${words.nothingChosen}</p>`
          : nothing
      }
      ${this.#renderSection(words.publishSubjects, summary?.subjects ?? '', scope('subjects'))}
      ${this.#renderSection(words.notice, words.noticeIs(this.from, this.to, this.objections.trim()), this.#renderNotice())}
      <p class="problem" id="dates-wrong" role="alert">${this.#endsBeforeItBegins ? words.noticeOrder : nothing}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.explanations}
          @change=${(event: Event) => this.#choose({ explanations: set(event).checked })}
        />
        <span>${words.withExplanations}<span class="quiet small">${words.withExplanationsHint}</span></span>
      </label>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
    </form>`;
  }

  /** A part of the choice: what it says in one line, and when it is opened, all of it. */
  #renderSection(title: string, line: string, content: TemplateResult): TemplateResult {
    return html`<details>
      <summary><b>${title}</b> <span class="line">${line}</span></summary>
      <div class="content">${content}</div>
    </details>`;
  }

  /** Empty where there is only one. */
  #partTitle(id: string): string {
    const parts = this.description?.parts ?? [];
    const part = parts.length > 1 ? parts.find((one) => one.id === id) : undefined;
    return part ? this.pick(part.title) : '';
  }

  #renderNotice(): TemplateResult {
    const { words } = this;
    const set = (event: Event) => event.target as HTMLInputElement;
    const isWrong = this.#endsBeforeItBegins;
    return html`<fieldset class="dates">
        <legend class="visually-hidden">${words.notice}</legend>
        <label class="field">
          <span>${words.noticeFrom}</span>
          <input type="date" .value=${this.from} @change=${(event: Event) => this.#choose({ from: set(event).value })} />
        </label>
        <label class="field">
          <span>${words.noticeTo}</span>
          <input
            type="date"
            .value=${this.to}
            aria-invalid=${isWrong ? 'true' : nothing}
            aria-describedby="dates-wrong"
            @change=${(event: Event) => this.#choose({ to: set(event).value })}
          />
        </label>
      </fieldset>
      <label class="field">
        <span>${words.objections}</span>
        <textarea
          rows="2"
          placeholder=${words.objectionsHint}
          .value=${this.objections}
          @input=${(event: Event) => this.#choose({ objections: set(event).value })}
        ></textarea>
      </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-publish-dialog': PublishDialogElement;
  }
}
