import '@kaoheng/components/radar-breakdown.js';
import '@kaoheng/components/ranking-table.js';
import '@kaoheng/components/score-sheet.js';
import type {
  RadarBreakdownElement,
  RankingArrangement,
  RankingTableElement,
  ScoreSheetElement,
  SheetArrangement,
  SourceCorrectDetail,
} from '@kaoheng/components';
import type { RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { START, type Place } from '../app/place.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import '../export/sheet-actions.ts';
import '../imports/correct-dialog.ts';
import type { CorrectDialogElement } from '../imports/correct-dialog.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { backIcon, correctIcon, downIcon, upIcon } from '../ui/icons.ts';
import styles from './results-view.css?inline';

/** Below this width a unit's sheet takes the place of the ranking. */
const ONE_COLUMN = '(max-width: 1099px)';

/**
 * The ranking, and beside it the chosen unit's score sheet and radar. Without a choice the ranking has all the room.
 *
 * @element kh-results-view
 * @fires {CustomEvent<Partial<Place>>} look-change - The user has arranged what is shown in another way.
 */
@customElement('kh-results-view')
export class ResultsViewElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  /** Everybody of the period, in the order of the ranking. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];
  @property() subject = '';
  @property() group = '';
  @property() period = '';
  /** Order of the ranking, and what is searched for in it. */
  @property() sort = '';
  @property() search = '';
  /** `all`: beside a sheet, too, the ranking shows all its columns. */
  @property() columns = '';
  /** `yes`: the sheet shows only what cost marks. */
  @property() loss = '';
  /** Where the page is: the open unit's sheet can be exported and printed. */
  @property({ attribute: false }) place: Place = START;
  /** What the open unit's sheet is exported from. */
  @property({ attribute: false }) source: WorkspacePort | null = null;
  /** Given: values of the open unit can be corrected. */
  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** Keeps what is corrected; `null`: nobody does. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;

  @query('ranking-table') private ranking!: RankingTableElement;
  @query('score-sheet') private sheet!: ScoreSheetElement | null;
  @query('kh-correct-dialog') private correctDialog!: CorrectDialogElement;
  @query('.detail') private detail!: HTMLElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('subject')) return;
    const before = changed.get('subject');
    // On one column the sheet takes the ranking's place: reading goes on at its top.
    if (this.subject && !before && before !== undefined && matchMedia(ONE_COLUMN).matches) {
      window.scrollTo({ top: 0 });
      this.detail?.focus({ preventScroll: true });
    }
  }

  /** The chart that is shown, as a file. */
  chartFile(): string | null {
    return this.renderRoot.querySelector<RadarBreakdownElement>('radar-breakdown')?.toSvg() ?? null;
  }

  /** The units as they stand in the ranking that is shown. */
  get #shown(): readonly RankingRow[] {
    return this.group ? this.rows.filter(({ group }) => group === this.group) : this.rows;
  }

  #select(subject: string): void {
    this.ranking.connectedStore?.select({ subject });
  }

  async #close(): Promise<void> {
    const left = this.subject;
    this.#select('');
    await this.updateComplete;
    await this.ranking.updateComplete;
    this.ranking.focusRow(left);
  }

  protected override render(): TemplateResult {
    const { words, subject } = this;
    return html`<div class="layout ${subject ? 'split' : ''}">
      <section class="ranking panel" aria-label=${words.ranking}>
        <ranking-table
          density=${subject ? 'compact' : 'comfortable'}
          ?fit-columns=${subject !== ''}
          .allColumns=${this.columns === 'all'}
          .sort=${this.sort}
          .search=${this.search}
          @arrangement-change=${({ detail: { sort, search, allColumns } }: CustomEvent<RankingArrangement>) =>
            this.fire<Partial<Place>>('look-change', { sort, search, columns: allColumns ? 'all' : '' })}
        ></ranking-table>
        <p class="signatures print-only">
          ${words.signatures.map((signature) => html`<span>${signature}</span>`)}
        </p>
      </section>
      ${subject ? this.#renderDetail() : nothing}
      ${
        this.workspace
          ? html`<kh-correct-dialog
            .workspace=${this.workspace}
            .keeper=${this.keeper}
            .rows=${this.rows}
            .period=${this.period}
            @correct-done=${() => this.sheet?.focusExplanation()}
          ></kh-correct-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderDetail(): TemplateResult {
    const { words } = this;
    const rows = this.#shown;
    const index = rows.findIndex((row) => row.subject === this.subject);
    const step = (label: string, icon: unknown, row: RankingRow | undefined) =>
      html`<button
        type="button"
        class="button plain step"
        ?disabled=${!row}
        @click=${() => row && this.#select(row.subject)}
      >
        ${icon}${label}
      </button>`;
    return html`<section class="detail" tabindex="-1" aria-label=${words.unit(rows[index]?.name ?? '')}>
      <div class="detail-bar screen-only">
        <button type="button" class="button plain" @click=${this.#close}>${backIcon}${words.backToRanking}</button>
        <span class="tools">
          <kh-sheet-actions .workspace=${this.source} .place=${this.place}></kh-sheet-actions>
          ${
            this.workspace
              ? html`<button
                type="button"
                class="button plain step"
                @click=${() => void this.correctDialog.show({ subject: this.subject })}
              >
                ${correctIcon}${words.correct}
              </button>`
              : nothing
          }
        </span>
        <span class="steps">
          ${step(words.previousUnit, upIcon, index > 0 ? rows[index - 1] : undefined)}
          ${step(words.nextUnit, downIcon, index >= 0 ? rows[index + 1] : undefined)}
        </span>
      </div>
      <div class="panel">
        <score-sheet
          ?correctable=${this.workspace !== null}
          @source-correct=${({ detail }: CustomEvent<SourceCorrectDetail>) => void this.correctDialog.show(detail)}
          .byLoss=${this.loss === 'yes'}
          @arrangement-change=${({ detail: { byLoss } }: CustomEvent<SheetArrangement>) =>
            this.fire<Partial<Place>>('look-change', { loss: byLoss ? 'yes' : '' })}
          ><radar-breakdown slot="overview"></radar-breakdown></score-sheet>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-results-view': ResultsViewElement;
  }
}
