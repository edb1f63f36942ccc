import type { RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import styles from './sheets-export.css?inline';

/** So many are listed; others are found by their name. */
const LISTED = 100;

/**
 * Whose score sheets are taken away, each as a workbook or on paper. All of those shown unless some are chosen.
 *
 * @element kh-sheets-export
 * @fires {CustomEvent<readonly RankingRow[]>} sheets-save - A workbook for each of these is wanted.
 * @fires {CustomEvent<readonly RankingRow[]>} sheets-print - The sheets of these are wanted on paper.
 */
@customElement('kh-sheets-export')
export class SheetsExportElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  /** Those who have sheets. */
  @property({ attribute: false }) rows: readonly RankingRow[] = [];
  @property({ type: Boolean }) working = false;

  /** Ids of those left out, so that whoever is new is in. */
  @state() private out: ReadonlySet<string> = new Set();
  @state() private search = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows')) return;
    const known = new Set(this.rows.map(({ subject }) => subject));
    const out = [...this.out].filter((subject) => known.has(subject));
    if (out.length < this.out.size) this.out = new Set(out);
  }

  get #chosen(): readonly RankingRow[] {
    return this.rows.filter(({ subject }) => !this.out.has(subject));
  }

  /** Those that the search box finds. */
  get #found(): readonly RankingRow[] {
    const wanted = this.search.trim().toLowerCase();
    if (wanted === '') return this.rows;
    return this.rows.filter(({ name, subject, group }) =>
      [name, subject, group].some((text) => text.toLowerCase().includes(wanted)),
    );
  }

  #choose(rows: readonly RankingRow[], isChosen: boolean): void {
    const out = new Set(this.out);
    for (const { subject } of rows) {
      if (isChosen) out.delete(subject);
      else out.add(subject);
    }
    this.out = out;
  }

  protected override render(): TemplateResult {
    const { words, rows } = this;
    const chosen = this.#chosen;
    const isIdle = chosen.length > 0 && !this.working;
    return html`<h3>${words.exportPages}</h3>
      <details>
        <summary>
          ${
            chosen.length === rows.length
              ? words.sheetsOfAll(this.count(rows.length))
              : words.sheetsOfSome(this.count(chosen.length), this.count(rows.length))
          }
        </summary>
        ${this.#renderChoice()}
      </details>
      <p class="quiet small">${words.exportPagesHint}</p>
      <p class="actions">
        <button type="button" class="button" ?disabled=${!isIdle} @click=${() => this.fire('sheets-save', chosen)}>
          ${words.saveSheets(this.count(chosen.length))}
        </button>
        <button type="button" class="button" ?disabled=${!isIdle} @click=${() => this.fire('sheets-print', chosen)}>
          ${words.printSheets(this.count(chosen.length))}
        </button>
      </p>`;
  }

  #renderChoice(): TemplateResult {
    const { words } = this;
    const found = this.#found;
    return html`<div class="choice">
      <label class="field">
        <span>${words.sheetsSearch}</span>
        <input
          type="search"
          name="sheets-search"
          autocomplete="off"
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </label>
      <p class="actions">
        <button type="button" class="button small" @click=${() => this.#choose(found, true)}>${words.chooseAll}</button>
        <button type="button" class="button small" @click=${() => this.#choose(found, false)}>${words.chooseNone}</button>
      </p>
      <ul aria-label=${words.exportPages}>
        ${found.slice(0, LISTED).map((row) => this.#renderRow(row))}
      </ul>
      ${
        found.length > LISTED
          ? html`<p class="quiet small">${words.sheetsNotListed(this.count(found.length - LISTED))}</p>`
          : nothing
      }
    </div>`;
  }

  #renderRow(row: RankingRow): TemplateResult {
    return html`<li>
      <label class="check"
        ><input
          type="checkbox"
          data-subject=${row.subject}
          .checked=${!this.out.has(row.subject)}
          @change=${(event: Event) => this.#choose([row], (event.target as HTMLInputElement).checked)}
        /><span>${row.name || row.subject}${row.group ? html` <span class="quiet small">${row.group}</span>` : nothing}</span></label
      >
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-sheets-export': SheetsExportElement;
  }
}
