import type { InputDeclaration, JournalEntry, ParameterDeclaration, SchemeEntry } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ItemNames } from '../imports/item-names.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { historyLines, type HistoryLine } from './history-lines.ts';
import styles from './workspace-history.css?inline';

/**
 * What was done in a workspace, the newest first, and the way back to any state.
 *
 * @element kh-workspace-history
 * @fires {CustomEvent<number>} history-return - The user wants the state after the entry of that number.
 */
@customElement('kh-workspace-history')
export class WorkspaceHistoryElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) journal: readonly JournalEntry[] = [];
  /** Of the open scheme, for the titles of what was changed. */
  @property({ attribute: false }) parameters: readonly ParameterDeclaration[] = [];
  /** Those that come with the product, for their titles. */
  @property({ attribute: false }) schemes: readonly SchemeEntry[] = [];
  /** What subjects and items are called. */
  @property({ attribute: false }) subjectName: (subject: string) => string = (subject) => subject;
  @property({ attribute: false }) items: readonly InputDeclaration[] = [];
  /** Something is under way. */
  @property({ type: Boolean }) working = false;

  #schemeTitle(id: string): string {
    const title = this.schemes.find((scheme) => scheme.id === id)?.title;
    return title ? this.pick(title) : id;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const names = new ItemNames(this.items, (text) => this.pick(text));
    const lines = historyLines(this.journal, words, (text) => this.pick(text), this.parameters, {
      schemeTitle: (id) => this.#schemeTitle(id),
      subjectName: this.subjectName,
      itemTitle: (item) => names.nameOf(item),
    });
    return html`<details>
      <summary>${words.history(lines.length)}</summary>
      <p class="quiet small">${words.historyHint}</p>
      <ol tabindex="0" aria-label=${words.history(lines.length)} reversed>
        ${lines.map((line, at) => this.#renderLine(line, at === 0))}
      </ol>
    </details>`;
  }

  #renderLine({ number, time, text, details, reason }: HistoryLine, isLast: boolean): TemplateResult {
    const { words } = this;
    return html`<li>
      <div class="what">
        <span class="numeric small">${number} · ${words.moment(time)}</span>
        <div>${text}</div>
        ${details.length > 0 ? html`<ul class="small">${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : nothing}
        ${reason ? html`<p class="quiet small">${words.reasonGiven(reason)}</p>` : nothing}
      </div>
      ${
        isLast
          ? html`<span class="mark plain">${words.stateNow}</span>`
          : html`<button
            type="button"
            class="button small"
            aria-label=${words.returnToEntry(number)}
            ?disabled=${this.working}
            @click=${() => this.fire('history-return', number)}
          >
            ${words.returnHere}
          </button>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-workspace-history': WorkspaceHistoryElement;
  }
}
