import '@kaoheng/components/score-sheet.js';
import type { RankingRow, ScoreSheet } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownPages, setOwnPageFeet } from '../app/page-foot.ts';
import { START, type Place } from '../app/place.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import printHeadStyles from '../app/print-head.css?inline';
import styles from './print-sheets.css?inline';

/**
 * Score sheets of everybody or of one as one job for the printer, each on a page of its own. Made when it is printed, and gone after.
 *
 * @element kh-print-sheets
 */
@customElement('kh-print-sheets')
export class PrintSheetsElement extends DashboardElement {
  static override styles = dashboardStyles(printHeadStyles, styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) place: Place = START;
  /** What stands above every sheet. */
  @property({ attribute: false }) head: () => unknown = () => nothing;

  @state() private sheets: readonly ScoreSheet[] = [];
  /** As it was when printing was asked for: the user may look at another period by now. */
  #headNow: unknown = nothing;
  @state() private preparing = false;

  /** Prints the sheets of these; done when the print window is closed. `openWindow` replaces the browser's, for tests. */
  async print(rows: readonly RankingRow[], openWindow: () => void = () => window.print()): Promise<void> {
    const { workspace } = this;
    if (!workspace || this.preparing) return;
    this.preparing = true;
    this.#headNow = this.head();
    const { part, period } = this.place;
    const paper = document.documentElement.dataset;
    const before = paper['paper'];
    try {
      const sheets: ScoreSheet[] = [];
      for (const { subject } of rows) {
        // The worker answers one after the other.
        // oxlint-disable-next-line no-await-in-loop
        sheets.push(await workspace.sheet({ ...(part !== '' && { part }), period, subject }));
      }
      this.sheets = sheets;
      setOwnPageFeet(sheets.map(({ label }) => this.words.sheetPage(label.name || label.subject)));
      await this.updateComplete;
      await Promise.all([...this.renderRoot.querySelectorAll('score-sheet')].map((sheet) => sheet.updateComplete));
      paper['paper'] = 'portrait';
      openWindow();
    } finally {
      this.preparing = false;
      this.sheets = [];
      setOwnPageFeet([]);
      if (before !== undefined) paper['paper'] = before;
    }
  }

  protected override render(): TemplateResult {
    const { words, sheets } = this;
    return html`${this.preparing && sheets.length === 0 ? html`<p class="note screen-only" role="status">${words.preparingSheets}</p>` : nothing}
      <div class="sheets print-only">
        ${sheets.map(
          (sheet, at) =>
            html`<article .style=${`page: ${ownPages(at)}`}>
              ${this.#headNow}
              <score-sheet .sheet=${sheet} hide-toolbar density="compact"></score-sheet>
            </article>`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-print-sheets': PrintSheetsElement;
  }
}
