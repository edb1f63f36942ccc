import type { Ranking, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { KaohengElement, widgetStyles } from '../shared/base-element.ts';
import { fire } from '../shared/fire.ts';
import { named } from '../shared/everybody.ts';
import { AnswerController } from '../shared/controllers/answer-controller.ts';
import { markNarrow } from '../shared/controllers/narrow-controller.ts';
import { PrintController } from '../shared/controllers/print-controller.ts';
import { rovingTarget } from '../shared/roving.ts';
import { emptyState } from '../shared/states.ts';
import { trialMark } from '../shared/trial-mark.ts';
import { copyByEvent } from './copy-by-event.ts';
import { rowsAsText } from './copy-rows.ts';
import { FitController } from './fit-controller.ts';
import { rankingColumns, type RankingColumn } from './ranking-columns.ts';
import { hasSections, rankingView, type RankingView } from './ranking-model.ts';
import { nextSort, readSort, writeSort } from './ranking-sort.ts';
import styles from './ranking-table.css?inline';
import type { CellContext } from './render-cell.ts';
import { renderHeader } from './render-header.ts';
import { renderNotice } from './render-notice.ts';
import { renderGap, renderGroupRow, renderSubjectRow } from './render-row.ts';
import { renderToolbar } from './render-toolbar.ts';
import { pieceKey, sectionPieces, windowPieces, type RowRange } from './row-window.ts';
import { WindowController } from './window-controller.ts';

/** Detail of `row-select`. */
export interface RowSelectDetail {
  readonly subject: string;
  readonly period: string;
  readonly row: RankingRow;
}

/** Detail of `arrangement-change`: what the table is to show again another time. */
export interface RankingArrangement {
  readonly sort: string;
  readonly search: string;
  readonly allColumns: boolean;
}

/** Tables of more rows draw only those in sight. */
const WINDOW_FROM = 300;
/** Longer tables get a height of their own, so that their header stays in sight. */
const LONG_FROM = 40;
const NARROW_BELOW = 600;

const NO_VIEW: RankingView = { rows: [], shown: 0, all: 0 };

/**
 * Who stands where: a native table with shared places, groups ranked apart, and the marks that belong beside a rank.
 *
 * @summary Ranked table of subjects.
 * @element ranking-table
 * @fires {CustomEvent<RowSelectDetail>} row-select - After the user picked a row.
 * @fires {CustomEvent<RankingArrangement>} arrangement-change - After the user sorted the rows, searched among them, or asked for more or fewer columns.
 * @slot caption - Replaces the caption.
 * @slot toolbar - More controls beside the search box.
 * @slot empty - Replaces the words shown when there is nothing to show.
 * @csspart toolbar - Search box, count and copy button.
 * @csspart table - The native table.
 * @csspart header - A column's header cell.
 * @csspart row - A subject's row.
 * @csspart cell - Any cell of the body.
 * @csspart name - The name's button.
 * @csspart bar - The bar below a total.
 * @csspart notice - What published results say about themselves.
 * @csspart state - Loading, empty and error messages.
 * @cssprop [--kaoheng-row-height=44px] - Height of a row; 32px when compact.
 * @cssprop [--kaoheng-table-height=min(80vh, 760px)] - Height beyond which a table of more than 40 rows scrolls.
 * @cssprop [--kaoheng-accent=#1d5a94] - Colour of focus, selection and links.
 * @cssprop [--kaoheng-bar=#8fb3d4] - Colour of the bars.
 */
export class RankingTableElement extends KaohengElement {
  static override styles = widgetStyles(styles);

  /** The ranking to show; without it the table asks its store. */
  @property({ attribute: false }) ranking: Ranking | null = null;

  /** Node ids to show as columns; empty: the main items of the scheme. As an attribute separated by spaces. */
  @property({ converter: (value) => (value ?? '').split(/\s+/).filter(Boolean) }) columns: readonly string[] = [];

  /** One list in the order of the groups with a column for the group, instead of a section for each group. */
  @property({ type: Boolean, attribute: 'one-list' }) oneList = false;

  /** Leaves out the last items where there is no room for them, and says how many; they come at a click. */
  @property({ type: Boolean, attribute: 'fit-columns' }) fitColumns = false;

  /** Leaves out search box, count and copy button. */
  @property({ type: Boolean, attribute: 'hide-toolbar' }) hideToolbar = false;

  /**
   * Column by which the rows are sorted (`rank`, `name`, `group`, `total`, `grade`, `change`, or `item:` and the id of a
   * node), with ` descending` behind it for the highest first; empty: the ranking's own order. The headers change it.
   */
  @property() sort = '';

  /** Shows only subjects whose name, id or group holds this text. The search box changes it. */
  @property() search = '';

  /** With `fit-columns`: shows all columns, whatever fits. The button below the table changes it. */
  @property({ type: Boolean, attribute: 'all-columns' }) allColumns = false;

  /** Id of the selected subject where there is no store. */
  @property() selected = '';

  @state() private announcement = '';
  /** The row that Tab leads to. */
  @state() private activeSubject = '';

  @query('.scroll') private scroller!: HTMLElement | null;

  readonly #answers = new AnswerController<Ranking>(this);
  readonly #window = new WindowController(this);
  readonly #fit = new FitController(this);
  readonly #print = new PrintController(this, () => this.performUpdate());
  #columns: readonly RankingColumn[] = [];
  #view: RankingView = NO_VIEW;
  #cells: CellContext | null = null;
  #viewKey: readonly unknown[] = [];
  #focusAfterUpdate = false;

  constructor() {
    super();
    markNarrow(this, NARROW_BELOW);
  }

  /** Moves the focus to a subject's row; does nothing when it is not shown. */
  focusRow(subject: string): void {
    const index = this.#indexOf(subject);
    if (index >= 0) this.#focusIndex(index);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#answers.find(this.ranking, ({ part, period, group }) => {
      // Subjects without any data have results of no period: nothing went wrong.
      if (period === '') return null;
      const columns = this.columns.length > 0 ? this.columns : undefined;
      return {
        about: [part, period, group, columns],
        ask: (reader) => reader.ranking({ part, period, group, ...(columns && { columns }) }),
      };
    });
    const { shown } = this.#answers;
    if (shown) this.#deriveView(shown);
  }

  protected override updated(): void {
    const root = this.renderRoot;
    if (this.#fits)
      this.#fit.measure(this.#columns, this.scroller, [...root.querySelectorAll<HTMLElement>('thead th')]);
    const row = root.querySelector('tbody tr.subject:not(.kept)');
    this.#window.attach(this.scroller, root.querySelector('thead'), this.#isWindowed ? row : null);
    if (!this.#focusAfterUpdate) return;
    this.#focusAfterUpdate = false;
    root.querySelector<HTMLElement>('button.name[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Sorting ten thousand rows is quick, but not so quick that every scroll step should do it. */
  #deriveView(ranking: Ranking): void {
    const sections = !this.oneList && hasSections(ranking);
    const { messages } = this;
    const { printing } = this.#print;
    const key = [ranking, messages, this.localize.language, this.oneList, this.sort, this.search, printing];
    if (key.every((part, position) => part === this.#viewKey[position])) return;
    this.#viewKey = key;
    // On paper a group's heading is left behind with its page, so every row says its group.
    const showGroup = hasSections(ranking) && (!sections || printing);
    this.#columns = rankingColumns(ranking, messages, (text) => this.localize.pick(text), showGroup);
    const collator = new Intl.Collator([this.localize.language, 'zh'], { numeric: true });
    const { search } = this;
    const sort = readSort(this.sort);
    const rows = ranking.rows.map((row) => named(row, messages));
    this.#view = rankingView({ ...ranking, rows }, { columns: this.#columns, sort, search, sections, collator });
    const totals = ranking.rows.map((row) => row.total?.number ?? 0);
    const highest = totals.reduce((most, total) => Math.max(most, total), 0);
    this.#cells = { messages, barMaximum: Math.max(highest, Number(ranking.part.fullMarks ?? 0)) };
    if (this.#indexOf(this.activeSubject) < 0) this.activeSubject = '';
  }

  /** Paper has all columns, and so has whoever asked for them. */
  get #fits(): boolean {
    return this.fitColumns && !this.allColumns && !this.#print.printing;
  }

  get #drawnColumns(): readonly RankingColumn[] {
    return this.#fits ? this.#fit.fitting(this.#columns) : this.#columns;
  }

  get #isWindowed(): boolean {
    return this.#view.rows.length > WINDOW_FROM && !this.#print.printing;
  }

  get #selectedSubject(): string {
    return this.connectedStore?.selection.subject || this.selected;
  }

  /** The row that Tab leads to: the one last focused, else the selected one, else the first. */
  get #activeIndex(): number {
    for (const subject of [this.activeSubject, this.#selectedSubject]) {
      const index = subject ? this.#indexOf(subject) : -1;
      if (index >= 0) return index;
    }
    return this.#view.rows.findIndex(({ kind }) => kind === 'subject');
  }

  #indexOf(subject: string): number {
    return this.#view.rows.findIndex((row) => row.kind === 'subject' && row.row.subject === subject);
  }

  // -- handlers

  #handleSort(column: RankingColumn): void {
    this.sort = writeSort(nextSort(readSort(this.sort), column.id, column.descendingFirst));
    this.#tellArrangement();
  }

  #handleColumns(): void {
    this.allColumns = !this.allColumns;
    this.#tellArrangement();
  }

  #changeSearch(search: string): void {
    this.search = search;
    this.#tellArrangement();
  }

  #tellArrangement(): void {
    const { sort, search, allColumns } = this;
    const detail: RankingArrangement = { sort, search, allColumns };
    fire(this, 'arrangement-change', detail);
  }

  #handleKey(event: KeyboardEvent): void {
    const isEdge = event.key === 'Home' || event.key === 'End';
    // Ctrl+Home and Ctrl+End go to the first and last row, as in any grid.
    if (event.altKey || event.metaKey || (event.ctrlKey && !isEdge)) return;
    if (!(event.target as Element).classList.contains('name')) return;
    const stops = this.#view.rows.flatMap((row, index) => (row.kind === 'subject' ? [index] : []));
    const current = stops.indexOf(this.#activeIndex);
    const target = rovingTarget(event.key, current, stops.length, this.#window.page);
    if (target === null) return;
    event.preventDefault();
    this.#focusIndex(stops[target]!);
  }

  #focusIndex(index: number): void {
    const row = this.#view.rows[index];
    if (row?.kind !== 'subject') return;
    this.activeSubject = row.row.subject;
    this.#focusAfterUpdate = true;
    this.requestUpdate();
    if (this.#isWindowed) this.#window.reveal(index);
    else void this.updateComplete.then(() => this.#revealFocused());
  }

  #revealFocused(): void {
    const focused = this.renderRoot.querySelector('button.name:focus');
    focused?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }

  #handleRowClick(row: RankingRow): void {
    // Marking text in a row with the mouse ends in a click that means no choice.
    if (getSelection()?.type === 'Range' && String(getSelection()).trim() !== '') return;
    this.#select(row);
  }

  #select(row: RankingRow): void {
    this.activeSubject = row.subject;
    if (this.connectedStore) this.connectedStore.select({ subject: row.subject });
    else this.selected = row.subject;
    const detail: RowSelectDetail = { subject: row.subject, period: this.#answers.shown?.period ?? '', row };
    fire(this, 'row-select', detail);
  }

  #handleCopy(event: ClipboardEvent): void {
    if (event.target instanceof HTMLInputElement || String(getSelection()).trim() !== '') return;
    event.clipboardData?.setData('text/plain', rowsAsText(this.#view.rows, this.#columns, this.messages));
    event.preventDefault();
    this.announcement = this.messages.copied(this.#view.shown);
  }

  #handleCopyButton(): void {
    copyByEvent((event) => this.#handleCopy(event));
  }

  // -- rendering

  protected override render(): TemplateResult {
    const { shown } = this.#answers;
    return shown ? this.#renderRanking(shown) : this.#answers.renderState(this.localize, this.messages.noPeriods);
  }

  #renderRanking(ranking: Ranking): TemplateResult {
    const { messages } = this;
    if (ranking.rows.length === 0) {
      return emptyState(ranking.part.periods.length > 1 ? messages.noRowsHere : messages.noRows);
    }
    const isWindowed = this.#isWindowed;
    const columns = this.#drawnColumns;
    const sort = readSort(this.sort);
    const description = this.ranking ? null : this.connectedStore?.description;
    const trial = trialMark(description, messages, (text) => this.localize.pick(text));
    const { known } = ranking.part;
    const title = known.rank || known.total ? messages.ranking : messages.standing;
    const caption = messages.rankingOf(title, messages.periodName(ranking.period), ranking.group);
    return html`
      ${this.hideToolbar ? nothing : this.#renderToolbar()}
      <div
        class="scroll ${this.#view.rows.length > LONG_FROM ? 'long' : ''}"
        aria-busy=${this.#answers.isBusy}
        @copy=${this.#handleCopy}
        @keydown=${this.#handleKey}
      >
        <table
          part="table"
          class=${isWindowed ? 'windowed' : ''}
          aria-rowcount=${isWindowed ? this.#view.rows.length + 1 : nothing}
        >
          <caption>
            <div><slot name="caption">${caption}</slot>${trial}${this.#renderMore(columns)}</div>
          </caption>
          <thead>
            <tr aria-rowindex=${isWindowed ? 1 : nothing}>
              ${columns.map((column) => renderHeader(column, sort, this.#print.printing ? null : () => this.#handleSort(column)))}
            </tr>
          </thead>
          ${this.#renderBody(isWindowed, columns)}
        </table>
        ${this.#view.shown === 0 ? html`<p class="no-match quiet">${messages.noMatch}</p>` : nothing}
      </div>
      ${renderNotice(description, messages, ranking.part)}
    `;
  }

  /** What did not fit is a click away. */
  #renderMore({ length }: readonly RankingColumn[]): TemplateResult | typeof nothing {
    const hidden = this.#columns.length - length;
    if (!this.fitColumns || (hidden === 0 && !this.allColumns)) return nothing;
    return html`<button
      type="button"
      class="button more-columns screen-only"
      aria-expanded=${this.allColumns}
      @click=${this.#handleColumns}
    >
      ${this.allColumns ? this.messages.fewerColumns : this.messages.moreColumns(hidden)}
    </button>`;
  }

  #renderToolbar(): TemplateResult {
    return renderToolbar({
      messages: this.messages,
      shown: this.#view.shown,
      all: this.#view.all,
      search: this.search,
      announcement: this.announcement,
      changeSearch: (search) => this.#changeSearch(search),
      copy: () => this.#handleCopyButton(),
    });
  }

  #renderBody(isWindowed: boolean, columns: readonly RankingColumn[]): TemplateResult {
    const { rows } = this.#view;
    const active = this.#activeIndex;
    const range = isWindowed ? this.#window.range(rows.length) : { first: 0, end: rows.length };
    const sections = sectionPieces(rows, windowPieces(rows.length, range, active));
    return html`${repeat(
      sections,
      ({ group }) => group,
      ({ pieces }) =>
        html`<tbody>
          ${repeat(
            pieces,
            (piece) => pieceKey(piece, rows),
            (piece) =>
              piece.kind === 'gap'
                ? renderGap(this.#window.heightOf(piece.to - piece.from), columns.length)
                : this.#renderRow(piece.index, active, isWindowed, range, columns),
          )}
        </tbody>`,
    )}`;
  }

  #renderRow(
    index: number,
    active: number,
    isWindowed: boolean,
    range: RowRange,
    columns: readonly RankingColumn[],
  ): TemplateResult {
    const row = this.#view.rows[index]!;
    const position = isWindowed ? index + 2 : null;
    if (row.kind === 'group') return renderGroupRow(row, position, columns.length, this.messages);
    const { subject } = row.row;
    return renderSubjectRow(row.row, {
      ...this.#cells!,
      columns,
      position,
      isSelected: subject === this.#selectedSubject,
      isTabStop: index === active,
      isKept: index < range.first || index >= range.end,
      select: () => this.#select(row.row),
      clickRow: () => this.#handleRowClick(row.row),
      focus: () => (this.activeSubject = subject),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ranking-table': RankingTableElement;
  }
}
