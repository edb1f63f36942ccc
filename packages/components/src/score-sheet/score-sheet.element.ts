import type { Figure, ScoreSheet, SheetLine } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ExplainFunction, ExplanationPanelElement } from '../explanation-panel/explanation-panel.element.ts';
import { KaohengElement, widgetStyles } from '../shared/base-element.ts';
import { fire } from '../shared/fire.ts';
import { AnswerController } from '../shared/controllers/answer-controller.ts';
import { markNarrow } from '../shared/controllers/narrow-controller.ts';
import { PrintController } from '../shared/controllers/print-controller.ts';
import { renderHead } from './render-head.ts';
import { columnPlaces, type ColumnPlaces, type LineContext, type SheetStop } from './render-line.ts';
import { renderResults } from './render-results.ts';
import { renderTable } from './render-table.ts';
import { sheetMove, type SheetPosition } from './sheet-keys.ts';
import {
  branchIds,
  initiallyCollapsed,
  linesOf,
  rowsByLoss,
  sheetColumns,
  sheetRows,
  sketchOf,
  type SheetColumns,
  type SheetRow,
} from './sheet-model.ts';
import { sinceBefore } from './since-before.ts';
import styles from './score-sheet.css?inline';

/** Detail of `figure-open`. */
export interface FigureOpenDetail {
  readonly part: string;
  readonly period: string;
  readonly subject: string;
  readonly node: string;
}

/** Detail of `arrangement-change`: what the sheet is to show again another time. */
export interface SheetArrangement {
  readonly byLoss: boolean;
}

const NARROW_BELOW = 640;
const PAGE_ROWS = 10;
const NOTHING_COLLAPSED: ReadonlySet<string> = new Set();

/**
 * One subject's score sheet: the tree of indicators with score, full marks, loss and comparison, then bonuses and
 * deductions, then results. Every figure opens its explanation.
 *
 * @summary Score sheet of one subject.
 * @element score-sheet
 * @dependency explanation-panel
 * @fires {CustomEvent<FigureOpenDetail>} figure-open - Before a figure's explanation opens; cancel it to show the explanation elsewhere.
 * @fires {CustomEvent<SourceCorrectDetail>} source-correct - After the user asked, in an explanation, to correct a row or to enter one that is missing.
 * @fires {CustomEvent<SheetArrangement>} arrangement-change - After the user turned to the lines that cost marks, or back.
 * @slot overview - Between the head and the table, such as a radar.
 * @slot toolbar - More controls beside the buttons.
 * @slot empty - Replaces the words shown when there is nothing to show.
 * @csspart head - Name, total, rank and grade.
 * @csspart toolbar - Buttons above the table.
 * @csspart table - A native table.
 * @csspart row - A line.
 * @csspart cell - Any cell of the body.
 * @csspart bar - The bar below a score.
 * @csspart state - Loading, empty and error messages.
 * @cssprop [--kaoheng-row-height=44px] - Height of a row; 32px when compact.
 * @cssprop [--kaoheng-accent=#1d5a94] - Colour of focus, selection and links.
 * @cssprop [--kaoheng-bar=#8fb3d4] - Colour of the bars.
 */
export class ScoreSheetElement extends KaohengElement {
  static override styles = widgetStyles(styles);

  /** The sheet to show; without it the element asks its store for the selected subject. */
  @property({ attribute: false }) sheet: ScoreSheet | null = null;

  /** Where explanations come from; unset: the store's reader. */
  @property({ attribute: false }) explain: ExplainFunction | null = null;

  /** Id of the subject to show; empty: the one selected in the store. */
  @property() subject = '';

  /** Leaves out the buttons above the table. */
  @property({ type: Boolean, attribute: 'hide-toolbar' }) hideToolbar = false;

  /** Shows only what cost marks (indicators, what is missing, deductions), without the tree, the largest loss first. */
  @property({ type: Boolean, attribute: 'by-loss' }) byLoss = false;

  /** Explanations offer to correct rows of the data and to enter missing ones; the page does it on `source-correct`. */
  @property({ type: Boolean }) correctable = false;

  @state() private collapsed: ReadonlySet<string> = NOTHING_COLLAPSED;
  @state() private position: SheetPosition | null = null;

  @query('explanation-panel') private panel!: ExplanationPanelElement;

  readonly #answers = new AnswerController<ScoreSheet>(this);
  readonly #print = new PrintController(this, () => this.performUpdate());
  #rows: readonly SheetRow[] = [];
  #collapsedFor = '';
  #focusAfterUpdate = false;

  constructor() {
    super();
    markNarrow(this, NARROW_BELOW);
  }

  /** Opens the explanation of a node's figure; does nothing when the sheet has no such line. */
  openFigure(node: string): void {
    const line = this.#answers.shown?.lines.find((candidate) => candidate.node.id === node);
    if (line) this.#open(line, 'score', null);
  }

  /** Moves the focus to the heading of the open explanation; does nothing when none is open. */
  focusExplanation(): void {
    this.panel.focusExplanation();
  }

  expandAll(): void {
    this.collapsed = NOTHING_COLLAPSED;
  }

  collapseAll(): void {
    const { shown } = this.#answers;
    if (shown) this.collapsed = branchIds(linesOf(shown, 'item'));
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#answers.find(this.sheet, ({ part, period, subject: selected }) => {
      const subject = this.subject || selected;
      if (!subject) return null;
      return { about: [part, period, subject], ask: (reader) => reader.sheet({ part, period, subject }) };
    });
    const { shown } = this.#answers;
    if (shown) this.#deriveRows(shown);
  }

  #deriveRows(sheet: ScoreSheet): void {
    const { part, lines } = sheet;
    const items = linesOf(sheet, 'item');
    // What the reader opened and closed holds for the scheme, not for one subject.
    const scheme = `${part.id} ${part.nodes.length}`;
    if (scheme !== this.#collapsedFor) {
      this.#collapsedFor = scheme;
      this.collapsed = initiallyCollapsed(items);
    }
    const collapsed = this.#print.printing ? NOTHING_COLLAPSED : this.collapsed;
    const adjustments = linesOf(sheet, 'adjustment');
    this.#rows = this.byLoss
      ? rowsByLoss([...items, ...adjustments])
      : [...sheetRows(items, collapsed), ...sheetRows(adjustments, NOTHING_COLLAPSED)];
    if (this.position && !lines.some(({ node }) => node.id === this.position!.node)) this.position = null;
  }

  protected override updated(): void {
    if (!this.#focusAfterUpdate || !this.position) return;
    this.#focusAfterUpdate = false;
    const { node, stop } = this.position;
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>('tr[data-node]')].find(
      (candidate) => candidate.dataset['node'] === node,
    );
    row?.querySelector<HTMLElement>(`[data-stop="${stop}"]`)?.focus();
  }

  /** Where Tab leads to: the last place, else the first figure. */
  get #tabStop(): SheetPosition | null {
    const { position } = this;
    if (position && this.#rows.some(({ line }) => line.node.id === position.node)) return position;
    const [first] = this.#rows;
    return first ? { node: first.line.node.id, stop: 'score' } : null;
  }

  // -- handlers

  #handleKey(event: KeyboardEvent): void {
    const isEdge = event.key === 'Home' || event.key === 'End';
    if (event.altKey || event.metaKey || (event.ctrlKey && !isEdge)) return;
    const stop = (event.target as HTMLElement).dataset['stop'];
    const position = this.#tabStop;
    if (!stop || !position) return;
    const move = sheetMove(event.key, this.#rows, position, PAGE_ROWS);
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'focus') {
      this.position = move.position;
      this.#focusAfterUpdate = true;
    } else {
      this.#toggle(move.node);
    }
  }

  #handleFocus(event: FocusEvent): void {
    const target = event.target as HTMLElement;
    const node = target.closest<HTMLElement>('tr[data-node]')?.dataset['node'];
    const stop = target.dataset['stop'] as SheetStop | undefined;
    if (node === undefined || !stop) return;
    if (this.position?.node !== node || this.position.stop !== stop) this.position = { node, stop };
  }

  #toggle(node: string): void {
    const collapsed = new Set(this.collapsed);
    if (!collapsed.delete(node)) collapsed.add(node);
    this.collapsed = collapsed;
  }

  #handleByLoss(): void {
    this.byLoss = !this.byLoss;
    const detail: SheetArrangement = { byLoss: this.byLoss };
    fire(this, 'arrangement-change', detail);
  }

  #open(line: SheetLine, which: 'score' | 'previous', opener: HTMLElement | null): void {
    const sheet = this.#answers.shown;
    if (!sheet) return;
    const { periods } = sheet.part;
    const period = which === 'score' ? sheet.period : (periods[periods.indexOf(sheet.period) - 1] ?? sheet.period);
    const figure: Figure = which === 'score' ? line.figure : (line.previous ?? line.figure);
    const query: FigureOpenDetail = { part: sheet.part.id, period, subject: sheet.label.subject, node: line.node.id };
    if (!fire(this, 'figure-open', query, true)) return;
    void this.panel.show({ query, title: line.node.title, sketch: sketchOf(sheet, line, period, figure) }, opener);
  }

  // -- rendering

  protected override render(): TemplateResult {
    const store = this.connectedStore;
    const { messages } = this;
    const { shown } = this.#answers;
    return html`${shown ? this.#renderSheet(shown) : this.#answers.renderState(this.localize, messages.noSubject)}
      <explanation-panel
        .explain=${this.explain}
        ?correctable=${this.correctable}
        .store=${this.store || store?.id || ''}
        .theme=${this.theme}
        .density=${this.density}
        .texts=${this.texts}
        lang=${this.localize.language}
        aria-label=${messages.explanation}
      ></explanation-panel>`;
  }

  #renderSheet(sheet: ScoreSheet): TemplateResult {
    const { messages } = this;
    const columns = sheetColumns(sheet);
    return html`
      ${renderHead(sheet, {
        messages,
        pick: (text) => this.localize.pick(text),
        description: this.connectedStore?.description ?? null,
        open: (line, opener) => this.#open(line, 'score', opener),
      })}
      ${this.#renderSinceBefore(sheet)}
      <slot name="overview"></slot>
      ${this.hideToolbar ? nothing : this.#renderToolbar(columns)}
      ${this.#renderTable(sheet, columns)}
      <div class="closing">
        ${renderResults(sheet, { messages, pick: (text) => this.localize.pick(text), open: (line, opener) => this.#open(line, 'score', opener) })}
        <p class="signature print-only"><span>${messages.signature}</span><span>${messages.date}</span></p>
      </div>
    `;
  }

  #renderSinceBefore(sheet: ScoreSheet): TemplateResult | typeof nothing {
    const since = sinceBefore(sheet);
    if (!since) return nothing;
    const most = since.most.map(({ line, text }) => `${this.localize.pick(line.node.title)} ${text}`);
    return html`<p class="since">${this.messages.sinceBefore(since.total.text, most)}</p>`;
  }

  #renderToolbar(columns: SheetColumns): TemplateResult {
    const { messages } = this;
    const hasBranches = this.#rows.some(({ hasChildren }) => hasChildren);
    const treeButtons = html`<button type="button" class="button" @click=${this.expandAll}>${messages.expandAll}</button>
      <button type="button" class="button" @click=${this.collapseAll}>${messages.collapseAll}</button>`;
    const lossButton = html`<button
      type="button"
      class="button"
      aria-pressed=${this.byLoss}
      @click=${this.#handleByLoss}
    >
      ${messages.byLoss}
    </button>`;
    return html`<div class="toolbar screen-only" part="toolbar">
      ${hasBranches ? treeButtons : nothing} ${columns.lost ? lossButton : nothing}
      <slot name="toolbar"></slot>
    </div>`;
  }

  #renderTable(sheet: ScoreSheet, columns: SheetColumns): TemplateResult | typeof nothing {
    if (this.#rows.length === 0) return nothing;
    const places = columnPlaces(this.#rows);
    return html`<div
      class="scroll"
      @keydown=${this.#handleKey}
      @focusin=${this.#handleFocus}
      aria-busy=${this.#answers.isBusy}
    >
      ${renderTable(sheet, this.#rows, { messages: this.messages, columns, byLoss: this.byLoss }, (row) => this.#contextOf(row, columns, places))}
    </div>`;
  }

  #contextOf(row: SheetRow, columns: SheetColumns, places: ColumnPlaces): LineContext {
    const { node } = row.line;
    const position = this.#tabStop;
    return {
      messages: this.messages,
      columns,
      places,
      title: this.localize.pick(node.title),
      activeStop: position?.node === node.id ? position.stop : null,
      isCurrent: node.id !== '' && node.id === this.connectedStore?.selection.node,
      toggle: () => this.#toggle(node.id),
      open: (which, opener) => this.#open(row.line, which, opener),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'score-sheet': ScoreSheetElement;
  }
}
