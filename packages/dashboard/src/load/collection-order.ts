import { readPeriod, type InputDeclaration, type Problem, type SchemeSource } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import styles from './collection-order.css?inline';
import { TABLE_FILES } from './file-kinds.ts';
import { ListReading } from './list-reading.ts';
import './mapping/mapping-questions.ts';
import type { DraftEdit } from './mapping/mapping-draft.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Orders the workbooks by which the data of a scheme is collected: for which periods and subjects, one for all or one
 * for each who delivers.
 *
 * @element kh-collection-order
 */
@customElement('kh-collection-order')
export class CollectionOrderElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) inputs: readonly InputDeclaration[] = [];
  /** The scheme; `null`: the one that is open. */
  @property({ attribute: false }) scheme: SchemeSource | null = null;

  @state() private periods = '';
  @state() private byDepartment = false;
  /** Who the workbooks are for, where the user has said so. */
  @state() private chosen: File | 'loaded' | 'blank' | null = null;
  @state() private working = false;
  @state() private problem: Problem | null = null;
  @state() private isPeriodMissing = false;
  @state() private said = '';

  @query('input[type=file]') private picker!: HTMLInputElement;
  @query('.periods input') private periodField!: HTMLInputElement;
  @query('h4') private headline!: HTMLElement;

  readonly #live = new WorkspaceController(this);
  readonly #list = new ListReading(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scheme') || changed.has('workspace')) {
      this.said = '';
      this.problem = null;
    }
    if (changed.has('scheme') && this.chosen instanceof File) {
      void this.#list.choose(this.workspace, this.chosen, this.scheme);
    }
    if (this.periods === '' && changed.has('workspace')) void this.#proposePeriod();
  }

  /** The newest period of the results, else this year. */
  async #proposePeriod(): Promise<void> {
    let newest: string | undefined;
    try {
      if (this.#live.status?.scored) newest = (await this.workspace?.describe())?.parts[0]?.periods.at(-1);
    } catch {
      // There are no results to go by.
    }
    if (this.periods === '') this.periods = newest ?? String(new Date().getFullYear());
  }

  /** Brings this into view; the keyboard goes on from here. */
  reveal(): void {
    this.headline.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  async #make(): Promise<void> {
    const { workspace, subjects } = this;
    const periods = periodsOf(this.periods);
    this.isPeriodMissing = periods === null;
    this.problem = null;
    this.said = '';
    if (periods === null) return this.periodField.focus();
    if (!workspace || this.working) return;
    this.working = true;
    try {
      const files = await workspace.collectionWorkbooks({
        ...(this.scheme && { scheme: this.scheme }),
        ...(subjects !== 'loaded' && { subjects: subjects === 'blank' ? [] : [subjects] }),
        ...(subjects instanceof File && this.#list.draft && { mappings: this.#list.mappings }),
        periods,
        language: preferences.language === 'en' ? 'en' : 'zh',
        byDepartment: this.byDepartment && this.#hasDepartments,
      });
      for (const { name, bytes } of files) download(bytes, name, WORKBOOK);
      this.said = this.words.collection.made(files.map(({ name }) => name));
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  #handleList(): void {
    const file = this.picker.files?.[0];
    this.picker.value = '';
    if (file) this.#choose(file);
  }

  #choose(chosen: File | 'loaded' | 'blank'): void {
    this.chosen = chosen;
    this.problem = null;
    void this.#list.choose(this.workspace, chosen instanceof File ? chosen : null, this.scheme);
  }

  /** The subjects that are loaded, where they may be those of the scheme: a sample is of its own scheme alone. */
  get #loaded(): { readonly source: string; readonly subjects: number } | null {
    const data = this.#live.status?.data ?? null;
    return data?.source === 'sample' && this.scheme !== null ? null : data;
  }

  private get subjects(): File | 'loaded' | 'blank' {
    const { chosen } = this;
    if (chosen instanceof File) return chosen;
    return this.#loaded === null || chosen === 'blank' ? 'blank' : 'loaded';
  }

  get #hasDepartments(): boolean {
    return new Set(this.inputs.map(({ from }) => from)).size > 1;
  }

  protected override render(): TemplateResult {
    const { collection } = this.words;
    return html`<h4 tabindex="-1">${collection.heading}</h4>
      <p class="quiet small">${collection.lead}</p>
      <div class="fields">
        <label class="field periods">
          <span>${collection.periods}</span>
          <input
            type="text"
            autocomplete="off"
            .value=${this.periods}
            aria-describedby="periods-hint"
            aria-invalid=${this.isPeriodMissing}
            @input=${(event: Event) => (this.periods = (event.target as HTMLInputElement).value)}
          />
          <span id="periods-hint" class="quiet small">${collection.periodsHint}</span>
        </label>
        <div class="field">
          <span>${collection.subjects}</span>
          <div class="list">
            ${this.#renderSubjects()}
            <input
              type="file"
              accept=${TABLE_FILES}
              class="visually-hidden"
              tabindex="-1"
              aria-hidden="true"
              @change=${this.#handleList}
            />
            <button type="button" class="button small" @click=${() => this.picker.click()}>
              ${collection.chooseList}
            </button>
          </div>
        </div>
      </div>
      ${
        this.#list.draft && this.#list.draft.proposal.questions.length > 0
          ? html`<kh-mapping-questions
            .draft=${this.#list.draft}
            @draft-edit=${(event: CustomEvent<DraftEdit>) => this.#list.edit(event.detail)}
          ></kh-mapping-questions>`
          : nothing
      }
      ${
        this.#hasDepartments
          ? html`<label class="check">
            <input
              type="checkbox"
              .checked=${this.byDepartment}
              @change=${(event: Event) => (this.byDepartment = (event.target as HTMLInputElement).checked)}
            />
            <span>${collection.byDepartment}</span>
          </label>`
          : nothing
      }
      <div class="actions">
        <button type="button" class="button small make" ?disabled=${this.working || this.#list.isLooking} @click=${this.#make}>
          ${this.working ? collection.making : collection.make}
        </button>
      </div>
      <p class="said small" role="status">${this.said}</p>
      ${this.isPeriodMissing ? html`<p class="problem" role="alert">${collection.periodsMissing}</p>` : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}`;
  }

  #renderSubjects(): TemplateResult {
    const { subjects } = this;
    const { collection } = this.words;
    const loaded = this.#loaded;
    const said =
      subjects instanceof File
        ? subjects.name
        : subjects === 'blank' || loaded === null
          ? collection.blankSubjects
          : collection.loadedSubjects(this.count(loaded.subjects), loaded.source === 'sample');
    const instead = (choice: 'loaded' | 'blank', text: string) =>
      html`<button type="button" class="button small" @click=${() => this.#choose(choice)}>${text}</button>`;
    return html`<span>${said}</span>
      ${loaded !== null && subjects !== 'loaded' ? instead('loaded', collection.useLoaded) : nothing}
      ${subjects === 'blank' ? nothing : instead('blank', collection.leaveBlank)}`;
  }
}

/** The periods of a text, written in any way that imports read, each once; `null`: none, or one that is no period. */
export function periodsOf(text: string): readonly string[] | null {
  const periods = text
    .normalize('NFKC')
    .split(/[,;、]+/)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      // “2024 年 1 月” is one, “2024 2025” are two.
      const whole = readPeriod(part.trim());
      return whole === null ? part.trim().split(/\s+/).map(readPeriod) : [whole];
    });
  return periods.length > 0 && periods.every((period) => period !== null) ? [...new Set(periods)] : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-collection-order': CollectionOrderElement;
  }
}
