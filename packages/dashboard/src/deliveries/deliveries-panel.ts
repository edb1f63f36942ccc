import type { DeliveryLine, Problem } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { MediaController } from '../ui/media-controller.ts';
import styles from './deliveries-panel.css?inline';
import './delivery-lists.ts';
import './delivery-matrix.ts';
import { filteredLines, ownersOf, subjectsOf, type DeliveryFilter } from './delivery-model.ts';
import './gap-dialog.ts';
import type { GapDialogElement } from './gap-dialog.ts';

/** Lines of a large scheme come in portions. */
const PORTION = 40;

/** Detail of `arrangement-change`: what is listed, and how. */
export interface DeliveriesArrangement extends DeliveryFilter {
  readonly layout: string;
}

const LAYOUTS = ['table', 'lines', 'subjects'] as const;
type Layout = (typeof LAYOUTS)[number];

/** Another list begins with its first portion. */
const REARRANGING = ['period', 'from', 'onlyGaps', 'layout'] as const;

/**
 * Who has delivered what, as a table or as lists of gaps, and the way to ask for what is missing.
 *
 * @element kh-deliveries
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 * @fires {CustomEvent<DeliveriesArrangement>} arrangement-change - After the user chose whose lines are listed, which, or how.
 */
@customElement('kh-deliveries')
export class DeliveriesPanelElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property() period = '';
  /** Lines of one who delivers; empty: of everybody. The choice above the lines changes it. */
  @property() from = '';
  /** Only lines with gaps. The box above the lines changes it. */
  @property({ attribute: false }) onlyGaps = true;
  /** `table`, `lines` or `subjects`; anything else: what the screen has room for. The choice above the lines changes it. */
  @property() layout = '';

  @state() private lines: readonly DeliveryLine[] = [];
  @state() private problem: Problem | null = null;
  @state() private shown = PORTION;

  @query('kh-gap-dialog') private gapDialog!: GapDialogElement;

  readonly #live = new WorkspaceController(this);
  readonly #narrow = new MediaController(this, '(max-width: 700px)');
  /** What was asked last: the data as they stood, and the period. */
  #asked: readonly unknown[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (REARRANGING.some((property) => changed.has(property))) this.shown = PORTION;
  }

  protected override updated(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { workspace, period } = this;
    const data = this.#live.status?.data;
    if (!workspace || !data || period === '') return;
    const asked = [data, period];
    if (asked.every((part, at) => part === this.#asked[at])) return;
    this.#asked = asked;
    try {
      const lines = await workspace.deliveries(period);
      // An answer about other data comes too late.
      if (asked !== this.#asked) return;
      this.lines = lines;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemFrom(error);
    }
  }

  get #chosenLayout(): Layout {
    return LAYOUTS.find((layout) => layout === this.layout) ?? (this.#narrow.matches ? 'lines' : 'table');
  }

  /** Other data may know nobody of the name that was chosen: then everybody is listed. */
  get #knownFrom(): string {
    return this.lines.some(({ from }) => from === this.from) ? this.from : '';
  }

  #arrange(change: Partial<DeliveriesArrangement>): void {
    Object.assign(this, change);
    const { from, onlyGaps, layout } = this;
    this.fire<DeliveriesArrangement>('arrangement-change', { from, onlyGaps, layout });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (this.problem) return html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>`;
    if (this.lines.length === 0) return nothing;
    const all = this.lines.flatMap(({ subjects }) => subjects).filter(({ state }) => state !== 'not needed');
    const missing = all.filter(({ state }) => state === 'missing').length;
    return html`<p class="quiet">${words.deliveredOf(this.count(all.length - missing), this.count(all.length))}</p>
      ${this.#renderFilters(missing)} ${this.#renderLines()}
      <kh-gap-dialog .workspace=${this.workspace} .lines=${this.lines} .period=${this.period}></kh-gap-dialog>`;
  }

  #renderFilters(missing: number): TemplateResult {
    const { words } = this;
    const owners = ownersOf(this.lines);
    return html`<div class="filters screen-only">
      ${
        owners.length > 0
          ? this.#renderSelect(
              words.deliveredBy,
              this.#knownFrom,
              ['', ...owners],
              (from) => from || words.everybodyOwing,
              (from) => this.#arrange({ from }),
            )
          : nothing
      }
      ${this.#renderSelect(
        words.gaps.layout,
        this.#chosenLayout,
        LAYOUTS,
        (layout) => words.gaps.layouts[layout],
        (layout) => this.#arrange({ layout }),
      )}
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.onlyGaps}
          @change=${(event: Event) => this.#arrange({ onlyGaps: (event.target as HTMLInputElement).checked })}
        />
        <span>${words.onlyGaps}</span>
      </label>
      ${
        missing > 0
          ? html`<button type="button" class="button" @click=${() => void this.gapDialog.show(this.#knownFrom)}>
            ${words.gaps.remind}
          </button>`
          : nothing
      }
      ${
        this.from === this.#knownFrom
          ? nothing
          : html`<p class="quiet" role="status">${words.savedViews.goneOwner(this.from)}</p>`
      }
    </div>`;
  }

  #renderSelect<Value extends string>(
    label: string,
    chosen: Value,
    values: readonly Value[],
    nameOf: (value: Value) => string,
    choose: (value: Value) => void,
  ): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
        ${values.map((value) => html`<option value=${value} .selected=${value === chosen}>${nameOf(value)}</option>`)}
      </select>
    </label>`;
  }

  #renderLines(): TemplateResult {
    const { words, period, onlyGaps } = this;
    const from = this.#knownFrom;
    const layout = this.#chosenLayout;
    const lines = filteredLines(this.lines, { from, onlyGaps });
    if (lines.length === 0) return html`<p class="quiet">${words.noGaps}</p>`;
    // What a subject has delivered is counted over all its lines.
    if (layout === 'subjects')
      return html`<kh-delivery-lists
        by="subjects"
        .lines=${filteredLines(this.lines, { from, onlyGaps: false })}
        .period=${period}
        ?only-gaps=${onlyGaps}
      ></kh-delivery-lists>`;
    const visible = lines.slice(0, this.shown);
    const hidden = lines.length - visible.length;
    return html`${
      layout === 'table'
        ? html`<kh-delivery-matrix
            .lines=${visible}
            .subjects=${subjectsOf(visible, onlyGaps)}
            .period=${period}
          ></kh-delivery-matrix>`
        : html`<kh-delivery-lists by="lines" .lines=${visible} .period=${period}></kh-delivery-lists>`
    }
      ${
        hidden > 0
          ? html`<button type="button" class="button small more screen-only" @click=${() => (this.shown += PORTION)}>
            ${words.moreLines(this.count(hidden))}
          </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-deliveries': DeliveriesPanelElement;
  }
}
