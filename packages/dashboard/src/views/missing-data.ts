import type { Problem } from '@kaoheng/engine/live';
import type { LocalText, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './missing-data.css?inline';
import { missingItems } from './missing-items.ts';

/** Sheets are asked for one by one, so a long list comes in portions. */
const PORTION = 50;

/**
 * The subjects of a period that have not delivered everything, and what each of them still owes.
 *
 * @element kh-missing-data
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 * @fires {CustomEvent<string>} correct-open - The user wants to enter a value of a subject.
 */
@customElement('kh-missing-data')
export class MissingDataElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** Part of the scheme; empty: the first. */
  @property({ attribute: 'scheme-part' }) schemePart = '';
  @property() period = '';
  @property() group = '';
  /** Everybody of the period. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];

  /** Values can be entered by hand. */
  @property({ type: Boolean, attribute: 'may-correct' }) mayCorrect = false;

  @state() private owed: ReadonlyMap<string, readonly LocalText[]> = new Map();
  @state() private shown = PORTION;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('group')) this.shown = PORTION;
    if (!changed.has('rows')) return;
    this.owed = new Map();
    this.problem = null;
  }

  protected override updated(): void {
    void this.#ask();
  }

  get #incomplete(): readonly RankingRow[] {
    return this.rows.filter(({ complete, group }) => complete === false && (!this.group || group === this.group));
  }

  async #ask(): Promise<void> {
    const { workspace, rows, period } = this;
    const unknown = this.#incomplete.slice(0, this.shown).filter(({ subject }) => !this.owed.has(subject));
    if (!workspace || this.problem || unknown.length === 0) return;
    const part = this.schemePart ? { part: this.schemePart } : {};
    try {
      const sheets = await Promise.all(unknown.map(({ subject }) => workspace.sheet({ ...part, period, subject })));
      // An answer about another period comes too late.
      if (rows !== this.rows) return;
      const found = sheets.map((sheet): [string, readonly LocalText[]] => [sheet.label.subject, missingItems(sheet)]);
      this.owed = new Map([...this.owed, ...found]);
    } catch (error) {
      if (rows === this.rows) this.problem = problemFrom(error);
    }
  }

  /** That nothing is missing is said only where the scheme says what would be. */
  get #nothingMissing(): string {
    const { words } = this;
    const rows = this.rows.filter(({ group }) => !this.group || group === this.group);
    if (rows.length === 0) return words.nobodyTakesPart;
    return rows.some(({ complete }) => complete === null) ? words.missingUnknown : words.nothingMissing;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const incomplete = this.#incomplete;
    if (incomplete.length === 0) return html`<p class="quiet">${this.#nothingMissing}</p>`;
    const hidden = incomplete.length - this.shown;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${words.missingList}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.subject}</th>
              <th scope="col">${words.group}</th>
              <th scope="col">${words.owes}</th>
              ${
                this.mayCorrect
                  ? html`<th scope="col" class="screen-only"><span class="visually-hidden">${words.correctRow}</span></th>`
                  : nothing
              }
            </tr>
          </thead>
          <tbody>
            ${incomplete.slice(0, this.shown).map((row) => this.#renderRow(row))}
          </tbody>
        </table>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      ${
        hidden > 0
          ? html`<button type="button" class="button small screen-only" @click=${() => (this.shown += PORTION)}>
            ${words.moreSubjects(this.count(hidden))}
          </button>`
          : nothing
      }
    `;
  }

  #renderRow({ subject, name, group }: RankingRow): TemplateResult {
    const owed = this.owed.get(subject);
    return html`<tr>
      <th scope="row">
        <button type="button" class="link" @click=${() => this.fire('subject-show', subject)}>${name}</button>
      </th>
      <td>${group}</td>
      <td>${owed ? owed.map((title) => this.pick(title)).join(this.words.comma) || '—' : '…'}</td>
      ${
        this.mayCorrect
          ? html`<td class="screen-only">
            <button
              type="button"
              class="button small"
              aria-label=${this.words.correctOf(name)}
              @click=${() => this.fire('correct-open', subject)}
            >
              ${this.words.correctRow}
            </button>
          </td>`
          : nothing
      }
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-missing-data': MissingDataElement;
  }
}
