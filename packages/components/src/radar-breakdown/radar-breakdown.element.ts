import type { Profile } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ChartController, type ChartHost } from '../chart/chart-controller.ts';
import type { ChartEvent, ChartOption } from '../chart/registry.ts';
import { chartFile } from '../chart/chart-file.ts';
import { readTheme } from '../chart/theme.ts';
import { KaohengElement, widgetStyles } from '../shared/base-element.ts';
import { named } from '../shared/everybody.ts';
import { fire } from '../shared/fire.ts';
import { AnswerController } from '../shared/controllers/answer-controller.ts';
import { emptyState } from '../shared/states.ts';
import { renderTrail } from '../shared/trail.ts';
import trailStyles from '../shared/trail.css?inline';
import { branchAxes, outlineOf, seriesName, trailOf, type SeriesKind } from './radar-model.ts';
import { radarOption, SERIES_LOOK } from './radar-option.ts';
import styles from './radar-breakdown.css?inline';
import { legendSample, profileBars, profileTable, type ProfileContext } from './render-profile.ts';

/** Detail of `branch-change`. */
export interface BranchChangeDetail {
  /** Id of the branch that is opened; empty: the whole tree. */
  readonly of: string;
}

/**
 * Where a subject stands strong and weak: shares of full marks along the indicators of a branch, beside the group's mean,
 * its best and the period before. A branch opens from its axis or from the list below the chart.
 *
 * @summary Radar of a subject's profile.
 * @element radar-breakdown
 * @fires {CustomEvent<BranchChangeDetail>} branch-change - After the user opened a branch or went back up.
 * @attr empty - Set while the subject's part has nothing that could be drawn; a page may hide the element then.
 * @slot empty - Replaces the words shown when there is nothing to show.
 * @csspart chart - The drawing.
 * @csspart legend - Buttons that show and hide a series.
 * @csspart table - The chart's data as a table.
 * @csspart state - Loading, empty and error messages.
 * @cssprop [--kaoheng-chart-height=380px] - Height of the drawing.
 * @cssprop [--kaoheng-series-1=#1d5a94] - Colour of the subject.
 * @cssprop [--kaoheng-series-2=#7b6a58] - Colour of the mean.
 * @cssprop [--kaoheng-series-3=#2b7a5b] - Colour of the best.
 * @cssprop [--kaoheng-series-4=#a8562a] - Colour of the period before.
 */
export class RadarBreakdownElement extends KaohengElement implements ChartHost {
  static override styles = widgetStyles(trailStyles, styles);

  /** The profile to show; without it the element asks its store for the selected subject. */
  @property({ attribute: false }) profile: Profile | null = null;

  /** Id of the branch whose items are the axes; empty: as selected in the store, else the top of the tree. */
  @property() of = '';

  /** Id of the subject to show; empty: the one selected in the store. */
  @property() subject = '';

  /** Shows the data as a table instead of the chart. */
  @property({ type: Boolean, attribute: 'as-table' }) asTable = false;

  @state() private hiddenSeries: ReadonlySet<SeriesKind> = new Set();

  readonly #answers = new AnswerController<Profile>(this);
  readonly #chart = new ChartController(this);
  #option: { readonly key: string; readonly profile: Profile; readonly option: ChartOption } | null = null;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#answers.find(this.profile, ({ part, period, subject: selected }) => {
      const subject = this.subject || selected;
      const of = this.#branch;
      if (!subject) return null;
      return {
        about: [part, period, subject, of],
        ask: (reader) => reader.profile({ part, period, subject, ...(of && { of }) }),
      };
    });
  }

  protected override updated(): void {
    this.toggleAttribute('empty', this.#answers.shown?.axes.length === 0);
  }

  /** The branch that is open: a leaf in focus elsewhere on the page shows the branch it belongs to. */
  get #branch(): string {
    if (this.of) return this.of;
    const store = this.connectedStore;
    const node = store?.selection.node;
    const part = store?.description?.parts.find(({ id }) => id === store.selection.part);
    const isBranch = part?.nodes.some(({ parent, role }) => parent === node && role === 'item');
    const isItem = part?.nodes.some(({ id, role }) => id === node && role === 'item');
    return node && isBranch && isItem ? node : '';
  }

  // -- chart

  /** @internal */
  chartContainer(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.chart');
  }

  /** @internal */
  chartOption(): ChartOption | null {
    const profile = this.#answers.shown;
    const container = this.chartContainer();
    if (!profile || !container) return null;
    const theme = readTheme(this);
    const width = container.clientWidth;
    const key = JSON.stringify([theme, this.localize.language, [...this.hiddenSeries], width < 420]);
    // The same option object again tells the controller that there is nothing to draw.
    if (this.#option?.key === key && this.#option.profile === profile) return this.#option.option;
    const context = this.#contextOf(profile);
    const option = radarOption({
      ...context,
      theme,
      width,
      branches: new Set(branchAxes(profile)),
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      description: this.#captionOf(profile),
    });
    this.#option = { key, profile, option };
    return option;
  }

  /** @internal */
  handleChartClick(event: ChartEvent): void {
    const { targetType, name } = event as ChartEvent & { targetType?: string };
    const { shown } = this.#answers;
    if (event.componentType !== 'radar' || targetType !== 'axisName' || !shown) return;
    const names = (this.#option?.option.radar as { indicator?: { name: string }[] } | undefined)?.indicator ?? [];
    const axis = names.findIndex((indicator) => indicator.name === name);
    if (branchAxes(shown).includes(axis)) this.#openBranch(shown.axes[axis]!.node.id);
  }

  /** The chart as an SVG file with title and legend; `null` while none is drawn. */
  toSvg(): string | null {
    const profile = this.#answers.shown;
    const drawing = this.chartContainer()?.querySelector('svg');
    if (!profile || !drawing) return null;
    const theme = readTheme(this);
    const legend = profile.series
      .filter(({ kind }) => !this.hiddenSeries.has(kind))
      .map((series) => {
        const { color, dash } = SERIES_LOOK[series.kind];
        return { label: seriesName(series, profile, this.messages), color: theme.series[color], dash };
      });
    return chartFile(drawing, { title: this.#captionOf(profile), legend, theme });
  }

  // -- handlers

  #openBranch(of: string): void {
    if (this.of || !this.connectedStore) this.of = of;
    else this.connectedStore.select({ node: of });
    const detail: BranchChangeDetail = { of };
    fire(this, 'branch-change', detail);
  }

  #toggleSeries(kind: SeriesKind): void {
    const hidden = new Set(this.hiddenSeries);
    if (!hidden.delete(kind)) hidden.add(kind);
    this.hiddenSeries = hidden;
  }

  // -- rendering

  #contextOf(profile: Profile): ProfileContext {
    const axisTitles = profile.axes.map(({ node }) => this.localize.pick(node.title));
    return { profile, messages: this.messages, axisTitles, hidden: this.hiddenSeries };
  }

  #captionOf(profile: Profile): string {
    const branch = profile.part.nodes.find(({ id }) => id === this.#branch);
    const name = this.messages.profileOf(
      named(profile.label, this.messages).name,
      branch ? this.localize.pick(branch.title) : '',
    );
    return `${this.messages.profile}: ${name}, ${this.messages.periodName(profile.period)}`;
  }

  protected override render(): TemplateResult {
    const { shown } = this.#answers;
    return shown ? this.#renderProfile(shown) : this.#answers.renderState(this.localize, this.messages.noSubject);
  }

  #renderProfile(profile: Profile): TemplateResult {
    const { messages } = this;
    const context = this.#contextOf(profile);
    const caption = this.#captionOf(profile);
    const isTable = this.asTable || this.#chart.failed;
    return html`<section aria-label=${caption} aria-busy=${this.#answers.isBusy}>
      <div class="head">
        ${this.#renderTrail(profile)}
        ${
          this.#chart.failed || profile.axes.length === 0
            ? nothing
            : html`<button
              type="button"
              class="button screen-only"
              @click=${() => (this.asTable = !this.asTable)}
            >
              ${isTable ? messages.showChart : messages.showTable}
            </button>`
        }
      </div>
      ${this.#chart.failed ? html`<p class="quiet">${messages.tooOld}</p>` : nothing}
      ${profile.axes.length === 0 ? emptyState(messages.noAxes) : this.#renderAxes(context, caption, isTable)}
      ${this.#renderBranches(context)}
    </section>`;
  }

  #renderAxes(context: ProfileContext, caption: string, isTable: boolean): TemplateResult {
    if (isTable) return profileTable(context, caption);
    const { profile } = context;
    const isRadar = profile.series.some((series) => series.kind === 'subject' && outlineOf(profile, series) !== null);
    return html`
      ${isRadar ? nothing : html`<p class="quiet few">${context.messages.fewAxes}</p>`}
      ${this.#renderLegend(context)}
      ${isRadar ? html`<div class="chart" part="chart" role="img" aria-label=${caption}></div>` : profileBars(context)}
    `;
  }

  #renderLegend({ profile, messages, hidden }: ProfileContext): TemplateResult {
    return html`<div class="legend" part="legend" role="group" aria-label=${messages.series}>
      ${profile.series.map(
        (series) =>
          html`<button
            type="button"
            aria-pressed=${!hidden.has(series.kind)}
            @click=${() => this.#toggleSeries(series.kind)}
          >
            ${legendSample(series.kind)}<span>${seriesName(series, profile, messages)}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderTrail(profile: Profile): TemplateResult {
    const { messages } = this;
    const trail = trailOf(profile, this.#branch);
    const titleOf = (id: string) => this.localize.pick(profile.part.nodes.find((node) => node.id === id)!.title);
    if (trail.length === 0) {
      return html`<h3>${named(profile.label, this.messages).name} <span class="quiet">${messages.periodName(profile.period)}</span></h3>`;
    }
    const steps = trail.map((id) => ({ text: titleOf(id), go: () => this.#openBranch(id) }));
    return renderTrail(messages.trail, [{ text: messages.allItems, go: () => this.#openBranch('') }, ...steps]);
  }

  #renderBranches({ profile, messages, axisTitles }: ProfileContext): TemplateResult | typeof nothing {
    const branches = branchAxes(profile);
    if (branches.length === 0) return nothing;
    return html`<div class="branches screen-only" role="group" aria-label=${messages.branches}>
      <span class="quiet">${messages.branches}</span>
      ${branches.map(
        (axis) =>
          html`<button
            type="button"
            class="button"
            aria-label=${messages.openBranch(axisTitles[axis]!)}
            @click=${() => this.#openBranch(profile.axes[axis]!.node.id)}
          >
            ${axisTitles[axis]}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'radar-breakdown': RadarBreakdownElement;
  }
}
