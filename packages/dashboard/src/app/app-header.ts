import '@kaoheng/components/group-picker.js';
import '@kaoheng/components/part-picker.js';
import '@kaoheng/components/period-picker.js';
import type { KeepStatus, WorkspaceStatus } from '@kaoheng/engine/live';
import type { ChangedParameter } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { refusedRows } from '../data/refused-rows.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { exportIcon, folderIcon, printIcon, productMark, publishIcon, uploadIcon } from '../ui/icons.ts';
import styles from './app-header.css?inline';
import '../saved-views/view-strip.ts';
import { START, writePlace, type Place, type View } from './place.ts';
import { preferences, type ThemeChoice } from './preferences.ts';
import { trialLines } from './trial.ts';

const VIEWS: readonly View[] = ['results', 'data', 'parameters'];
const THEMES: readonly ThemeChoice[] = ['auto', 'light', 'dark'];

/**
 * Product, navigation, what can be done, which rules and data are open, and the choice of period and group.
 *
 * @element kh-header
 * @fires {CustomEvent<View>} view-change - The user goes to another view.
 * @fires {CustomEvent} load-open - The user wants to load data.
 * @fires {CustomEvent} export-open - The user wants to take results away.
 * @fires {CustomEvent} publish-open - The user wants to publish.
 * @fires {CustomEvent<SavedView>} view-open - The user wants to see a saved view.
 * @fires {CustomEvent} views-open - The user wants to save a view, or to change those there are.
 * @fires {CustomEvent} workspaces-open - The user wants to see how the work is kept, its history, or other work.
 */
@customElement('kh-header')
export class AppHeaderElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) status: WorkspaceStatus | null = null;
  @property({ attribute: false }) place: Place = START;
  /** Parameters that differ from the scheme's. */
  @property({ attribute: false }) changed: readonly ChangedParameter[] = [];
  /** How the workspace is kept; `null` where the page keeps nothing. */
  @property({ attribute: false }) kept: KeepStatus | null = null;
  /** How many subjects of the period have not delivered everything. */
  @property({ type: Number }) incomplete = 0;
  /** Nobody's score of the period lacks data. */
  @property({ type: Boolean }) complete = false;

  protected override render(): TemplateResult {
    return html`<header class="screen-only">
      <div class="bar">
        <div class="width">
          <p class="product">${productMark}<span class="name">${this.words.productShort}</span></p>
          ${this.#renderNavigation()} ${this.#renderActions()} ${this.#renderPreferences()}
        </div>
      </div>
      <div class="title-band">
        <div class="width">
          ${this.#renderTitle()}
          ${this.status?.scored && this.place.view !== 'parameters' ? this.#renderPickers() : nothing}
          ${this.status?.scored && this.kept ? this.#renderViews(this.kept) : nothing}
        </div>
      </div>
    </header>`;
  }

  #renderNavigation(): TemplateResult {
    const { words } = this;
    return html`<nav aria-label=${words.navigation}>
      ${VIEWS.map(
        (view) =>
          html`<a
            href=${this.#address(view)}
            aria-current=${view === this.place.view ? 'page' : nothing}
            @click=${(event: MouseEvent) => this.#go(event, view)}
            >${words.views[view]}${
              view === 'data' && this.incomplete > 0
                ? html` <span class="badge" aria-hidden="true">${this.incomplete}</span>`
                : nothing
            }</a
          >`,
      )}
    </nav>`;
  }

  #renderPreferences(): TemplateResult {
    const { words } = this;
    const isEnglish = preferences.language === 'en';
    return html`<div class="preferences">
      <label class="theme">
        <span class="visually-hidden">${words.theme}</span>
        <select
          @change=${(event: Event) => (preferences.theme = (event.target as HTMLSelectElement).value as ThemeChoice)}
        >
          ${THEMES.map(
            (theme) =>
              html`<option value=${theme} .selected=${theme === preferences.theme}>${words.themes[theme]}</option>`,
          )}
        </select>
      </label>
      <button
        type="button"
        class="button plain"
        lang=${isEnglish ? 'zh-CN' : 'en'}
        @click=${() => (preferences.language = isEnglish ? 'zh-CN' : 'en')}
      >
        ${words.otherLanguage}
      </button>
    </div>`;
  }

  #renderTitle(): TemplateResult {
    const { words, status } = this;
    const scheme = status?.scheme;
    return html`<div class="title">
      <h1>
        ${scheme ? this.pick(scheme.title) : words.product}
        ${scheme?.version ? html`<span class="version">${words.version(scheme.version)}</span>` : nothing}
      </h1>
      ${this.#renderDataStatus()} ${this.#renderTrial()}
    </div>`;
  }

  #renderDataStatus(): TemplateResult | typeof nothing {
    const { words, status } = this;
    const data = status?.data;
    if (!data) return nothing;
    const refused = refusedRows(data.report);
    return html`<p class="data-status quiet small">
      <span class="mark ${data.source === 'sample' ? 'warn' : 'plain'}"
        >${data.source === 'sample' ? words.sampleMark : words.ownMark}</span
      >
      <span>${words.filesOf(data.files)}</span>
      <span class="numeric">${words.subjectCount(this.count(data.subjects))}</span>
      <span class="numeric">${words.rowCount(this.count(data.observations))}</span>
      ${this.#renderKept()}
      ${refused > 0 ? this.#renderReportLink(words.rowsNotRead(this.count(refused))) : nothing}
      ${this.incomplete > 0 ? this.#renderReportLink(words.incompleteCount(this.count(this.incomplete))) : nothing}
      ${status.scored && refused === 0 && this.complete ? html`<span>${words.allComplete}</span>` : nothing}
    </p>`;
  }

  /** That the work is kept is said quietly; that it is not, is a way to mend it. */
  #renderKept(): TemplateResult | typeof nothing {
    const { words, kept } = this;
    if (kept === null || kept.state === 'nothing') return nothing;
    const isBad = kept.state === 'not kept' || kept.state === 'behind';
    if (!isBad) return html`<span class="kept">${words.keepStates[kept.state]}</span>`;
    return html`<button type="button" class="mark bad" @click=${() => this.fire('workspaces-open')}>
      ${words.keepStates[kept.state]}
    </button>`;
  }

  /** What is wrong with the data leads to the view that tells it all. */
  #renderReportLink(text: string): TemplateResult {
    return html`<a
      class="incomplete"
      href=${this.#address('data')}
      @click=${(event: MouseEvent) => this.#go(event, 'data')}
      >${text}</a
    >`;
  }

  /** Stays as long as the results are not those of the rules as written. */
  #renderTrial(): TemplateResult | typeof nothing {
    const { words, changed } = this;
    if (changed.length === 0) return nothing;
    return html`<details class="trial small">
      <summary><span class="mark warn">${words.trial(changed.length)}</span></summary>
      <ul>
        ${trialLines(changed, words, (text) => this.pick(text)).map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>`;
  }

  #renderActions(): TemplateResult {
    const { words, status } = this;
    const isSample = status?.data?.source === 'sample';
    return html`<div class="actions">
      <button type="button" class="button small ${isSample ? '' : 'primary'}" @click=${() => this.fire('load-open')}>
        ${uploadIcon}${words.loadData}
      </button>
      ${
        this.kept === null
          ? nothing
          : html`<button type="button" class="button small" @click=${() => this.fire('workspaces-open')}>
            ${folderIcon}${words.workspaces}
          </button>`
      }
      <button type="button" class="button small" ?disabled=${!status?.scored} @click=${() => this.fire('export-open')}>
        ${exportIcon}${words.export}
      </button>
      <button type="button" class="button small" ?disabled=${!status?.scored} @click=${() => this.fire('publish-open')}>
        ${publishIcon}${words.publish}
      </button>
      <button type="button" class="button small" ?disabled=${!status?.scored} @click=${() => window.print()}>
        ${printIcon}${words.print}
      </button>
    </div>`;
  }

  #renderPickers(): TemplateResult {
    return html`<div class="pickers" role="group" aria-label=${this.words.whatIsShown}>
      <part-picker></part-picker>
      <period-picker></period-picker>
      <group-picker></group-picker>
    </div>`;
  }

  #renderViews({ views }: KeepStatus): TemplateResult {
    return html`<kh-view-strip class=${views.length > 0 ? 'wide' : ''} .views=${views} .place=${this.place}></kh-view-strip>`;
  }

  #address(view: View): string {
    return writePlace({ ...this.place, view });
  }

  /** A click with a key held opens another tab, as with any link. */
  #go(event: MouseEvent, view: View): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    this.fire('view-change', view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-header': AppHeaderElement;
  }
}
