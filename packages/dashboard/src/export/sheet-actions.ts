import type { Problem } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { START, type Place } from '../app/place.ts';
import { preferences } from '../app/preferences.ts';
import { problemFrom } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { localDate } from '../ui/local-date.ts';
import { download, XLSX } from '../ui/download.ts';
import { exportIcon, printIcon } from '../ui/icons.ts';
import styles from './sheet-actions.css?inline';

/**
 * Takes the open unit's sheet away: as a workbook with its reasons and source rows, or on paper.
 *
 * @element kh-sheet-actions
 * @fires {CustomEvent} sheet-print - The user wants this unit's sheet printed.
 */
@customElement('kh-sheet-actions')
export class SheetActionsElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** Where the page is; its subject is the one meant. */
  @property({ attribute: false }) place: Place = START;

  @state() private working = false;
  @state() private problem: Problem | null = null;

  async #export(): Promise<void> {
    const { workspace, working } = this;
    if (!workspace || working) return;
    const { part, period, subject } = this.place;
    Object.assign(this, { working: true, problem: null });
    try {
      const { name, bytes } = await workspace.exportSheet({
        ...(part !== '' && { part }),
        period,
        subject,
        language: preferences.language === 'en' ? 'en' : 'zh',
        date: localDate(new Date()),
      });
      download(bytes, name, XLSX);
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  protected override render(): TemplateResult {
    const { words, problem } = this;
    return html`<button type="button" class="button plain" ?disabled=${this.working} @click=${this.#export}>
        ${exportIcon}${words.exportSheet}
      </button>
      <button type="button" class="button plain" @click=${() => this.fire('sheet-print')}>
        ${printIcon}${words.printSheet}
      </button>
      ${problem ? html`<p class="problem" role="alert">${this.pick(problem.text)}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-sheet-actions': SheetActionsElement;
  }
}
