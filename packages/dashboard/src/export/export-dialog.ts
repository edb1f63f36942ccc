import type { ExportView, Problem } from '@kaoheng/engine/live';
import type { RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { START, type Place } from '../app/place.ts';
import { preferences } from '../app/preferences.ts';
import { isCancelled, problemFrom } from '../data/problem.ts';
import { refusedRows } from '../data/refused-rows.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download, typeOf } from '../ui/download.ts';
import { localDate } from '../ui/local-date.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import styles from './export-dialog.css?inline';
import './sheets-export.ts';
import { svgToPng } from './svg-to-png.ts';

const VIEWS: readonly ExportView[] = ['ranking', 'matrix', 'sheets', 'completeness', 'explanations'];
const FORMATS = ['xlsx', 'utf-8', 'gb18030'] as const;
type Format = (typeof FORMATS)[number];

/**
 * Takes results away: tables as workbook or CSV, the chart as a picture, everybody's sheets on paper.
 *
 * @element kh-export-dialog
 * @fires {CustomEvent<readonly RankingRow[]>} sheets-print - The user wants the sheets of these printed.
 */
@customElement('kh-export-dialog')
export class ExportDialogElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) place: Place = START;
  /** Those who have sheets. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];
  /** The chart that is shown, as SVG; `null`: none. */
  @property({ attribute: false }) chart: () => string | null = () => null;

  @state() private views: ReadonlySet<ExportView> = new Set(VIEWS.slice(0, 4));
  @state() private format: Format = 'xlsx';
  @state() private periods: 'this' | 'all' = 'this';
  @state() private svg: string | null = null;
  @state() private files: readonly string[] = [];
  @state() private problem: Problem | null = null;
  @state() private working = false;

  @query('kh-modal') private modal!: ModalDialogElement;

  #work: AbortController | null = null;
  readonly #live = new WorkspaceController(this);

  async show(): Promise<void> {
    this.files = [];
    this.problem = null;
    this.svg = this.chart();
    await this.updateComplete;
    await this.modal.show();
  }

  async #run(task: (signal: AbortSignal) => Promise<readonly string[]>): Promise<void> {
    if (this.working) return;
    this.#work = new AbortController();
    Object.assign(this, { working: true, problem: null, files: [] });
    try {
      this.files = await task(this.#work.signal);
    } catch (error) {
      if (!isCancelled(error)) this.problem = problemFrom(error);
    } finally {
      this.working = false;
      this.#work = null;
    }
  }

  #exportTables(event: Event): void {
    event.preventDefault();
    const { workspace, format, place } = this;
    if (!workspace || this.views.size === 0) return;
    void this.#run(async (signal) => {
      const files = await workspace.exportResults(
        {
          views: VIEWS.filter((view) => this.views.has(view)),
          ...(this.periods === 'this' && place.period !== '' && { periods: [place.period] }),
          language: preferences.language === 'en' ? 'en' : 'zh',
          ...(format === 'xlsx' ? { format } : { format: 'csv' as const, encoding: format }),
        },
        { signal },
      );
      for (const { name, bytes } of files) download(bytes, name, typeOf(name));
      return files.map(({ name }) => name);
    });
  }

  /** Called after the scheme, the period and who it shows. */
  get #chartName(): string {
    const scheme = this.workspace?.status.scheme?.id ?? 'chart';
    return [scheme, this.place.period, this.place.subject]
      .filter(Boolean)
      .join('_')
      .replace(/[^\w.-]+/g, '-');
  }

  #exportChart(kind: 'svg' | 'png'): void {
    const { svg } = this;
    if (svg === null) return;
    void this.#run(async () => {
      const name = `${this.#chartName}.${kind}`;
      if (kind === 'svg') download(new TextEncoder().encode(svg), name, 'image/svg+xml');
      else download(await svgToPng(svg), name, 'image/png');
      return [name];
    });
  }

  #exportRefusals(format: 'xlsx' | 'csv'): void {
    const { workspace } = this;
    if (!workspace) return;
    void this.#run(async (signal) => {
      const language = preferences.language === 'en' ? 'en' : 'zh';
      const bytes = await workspace.exportRefusals({ language, format }, { signal });
      const name = `${workspace.status.scheme?.id ?? 'data'}_refused.${format}`;
      download(bytes, name, typeOf(name));
      return [name];
    });
  }

  /** A workbook for each, in one `.zip`. */
  #saveSheets(rows: readonly RankingRow[]): void {
    const { workspace } = this;
    if (!workspace) return;
    const { part, period } = this.place;
    void this.#run(async (signal) => {
      const file = await workspace.exportSheets(
        {
          ...(part !== '' && { parts: [part] }),
          periods: [period],
          subjects: rows.map(({ subject }) => subject),
          language: preferences.language === 'en' ? 'en' : 'zh',
          date: localDate(new Date()),
        },
        { signal },
      );
      if (!file) return [];
      download(file.bytes, file.name, typeOf(file.name));
      return [file.name];
    });
  }

  #toggle(view: ExportView, isChosen: boolean): void {
    const views = new Set(this.views);
    if (isChosen) views.add(view);
    else views.delete(view);
    this.views = views;
  }

  protected override render(): TemplateResult {
    const { words, files, problem } = this;
    return html`<kh-modal .heading=${words.exportHeading} @modal-close=${() => this.#work?.abort()}>
      <div class="sections">
        <p class="done" role="status">${
          this.working ? words.exporting : files.length > 0 ? words.exported(files) : nothing
        }</p>
        ${problem ? html`<p class="problem" role="alert">${this.pick(problem.text)}</p>` : nothing}
        ${this.#renderTables()} ${this.#renderRefused()} ${this.#renderPages()} ${this.#renderChart()}
      </div>
      <button slot="actions" type="button" class="button" @click=${() => this.modal.close()}>${words.close}</button>
    </kh-modal>`;
  }

  #renderTables(): TemplateResult {
    const { words } = this;
    return html`<form @submit=${this.#exportTables}>
      <fieldset>
        <legend>${words.exportViews}</legend>
        ${VIEWS.map(
          (view) =>
            html`<label class="check"
              ><input
                type="checkbox"
                name=${view}
                .checked=${this.views.has(view)}
                @change=${(event: Event) => this.#toggle(view, (event.target as HTMLInputElement).checked)}
              /><span
                >${words.exportViewNames[view]}${
                  view === 'explanations'
                    ? html` <span class="quiet small">${words.exportExplanationsHint}</span>`
                    : nothing
                }</span
              ></label
            >`,
        )}
      </fieldset>
      <div class="choices">
        <label class="field">
          <span>${words.exportFormat}</span>
          <select
            name="format"
            @change=${(event: Event) => (this.format = (event.target as HTMLSelectElement).value as Format)}
          >
            ${FORMATS.map(
              (format) =>
                html`<option value=${format} .selected=${format === this.format}>${words.exportFormats[format]}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span>${words.publishPeriods}</span>
          <select
            name="periods"
            @change=${(event: Event) => (this.periods = (event.target as HTMLSelectElement).value as 'this' | 'all')}
          >
            ${(['this', 'all'] as const).map(
              (which) =>
                html`<option value=${which} .selected=${which === this.periods}>${words.exportPeriods[which]}</option>`,
            )}
          </select>
        </label>
      </div>
      <p class="actions">
        <button type="submit" class="button primary" ?disabled=${this.working || this.views.size === 0}>
          ${words.exportNow}
        </button>
      </p>
    </form>`;
  }

  /** Rows that were not read: to be set right and imported again, or as a list. */
  #renderRefused(): TemplateResult | typeof nothing {
    const { words } = this;
    const refused = refusedRows(this.#live.status?.data?.report);
    if (refused === 0) return nothing;
    return html`<section>
      <h3>${words.exportRefusedRows(this.count(refused))}</h3>
      <p class="quiet small">${words.refusalsHint}</p>
      <p class="actions">
        ${(['xlsx', 'csv'] as const).map(
          (format) =>
            html`<button
              type="button"
              class="button"
              ?disabled=${this.working}
              @click=${() => this.#exportRefusals(format)}
            >
              ${words.refusalsFormats[format]}
            </button>`,
        )}
      </p>
    </section>`;
  }

  #renderChart(): TemplateResult {
    const { words } = this;
    return html`<section>
      <h3>${words.exportChart}</h3>
      ${
        this.svg === null
          ? html`<p class="quiet">${words.noChart}</p>`
          : html`<p class="quiet small">${words.exportChartHint}</p>
            <p class="actions">
              ${(['png', 'svg'] as const).map(
                (kind) =>
                  html`<button
                    type="button"
                    class="button"
                    ?disabled=${this.working}
                    @click=${() => this.#exportChart(kind)}
                  >
                    ${kind.toUpperCase()}
                  </button>`,
              )}
            </p>`
      }
    </section>`;
  }

  #renderPages(): TemplateResult {
    return html`<section>
      <kh-sheets-export
        .rows=${this.rows}
        .working=${this.working}
        @sheets-save=${(event: CustomEvent<readonly RankingRow[]>) => this.#saveSheets(event.detail)}
        @sheets-print=${() => this.modal.close()}
      ></kh-sheets-export>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-export-dialog': ExportDialogElement;
  }
}
