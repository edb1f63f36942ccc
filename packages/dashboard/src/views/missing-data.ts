import type { InputDeclaration, ItemDelivery, Problem } from '@kaoheng/engine/live';
import type { RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './missing-data.css?inline';

/**
 * The subjects of a period that have not delivered everything; on demand, what each of them still owes.
 *
 * @element kh-missing-data
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 */
@customElement('kh-missing-data')
export class MissingDataElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) inputs: readonly InputDeclaration[] = [];
  @property() period = '';
  @property({ attribute: false }) rows: readonly RankingRow[] = [];

  @state() private owed: ReadonlyMap<string, readonly string[]> | null = null;
  @state() private asking = false;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('period') && !changed.has('rows')) return;
    this.owed = null;
    this.problem = null;
  }

  get #incomplete(): readonly RankingRow[] {
    return this.rows.filter(({ complete }) => complete === false);
  }

  async #ask(): Promise<void> {
    const { workspace, period } = this;
    if (!workspace || this.asking) return;
    this.asking = true;
    this.problem = null;
    try {
      const deliveries = await workspace.completeness({ period });
      if (period === this.period) this.owed = this.#owedItems(deliveries);
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.asking = false;
    }
  }

  /** No row of an event means that nothing happened; of anything else, that it is owed. */
  #owedItems(deliveries: readonly ItemDelivery[]): ReadonlyMap<string, readonly string[]> {
    const titles = new Map(
      this.inputs.filter(({ kind }) => kind !== 'event').map((input) => [input.item, this.pick(input.title)]),
    );
    const owed = new Map<string, string[]>();
    for (const { subject, item, state } of deliveries) {
      const title = titles.get(item);
      if (state !== 'none' || title === undefined) continue;
      owed.set(subject, [...(owed.get(subject) ?? []), title]);
    }
    return owed;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const incomplete = this.#incomplete;
    if (incomplete.length === 0) return html`<p class="quiet">${words.nothingMissing}</p>`;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${words.missingList}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.subject}</th>
              <th scope="col">${words.group}</th>
              ${this.owed ? html`<th scope="col">${words.owes}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${incomplete.map((row) => this.#renderRow(row))}
          </tbody>
        </table>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      ${this.owed
        ? nothing
        : html`<button type="button" class="button screen-only" ?disabled=${this.asking} @click=${this.#ask}>
            ${this.asking ? words.asking : words.showOwed}
          </button>`}
    `;
  }

  #renderRow({ subject, name, group }: RankingRow): TemplateResult {
    return html`<tr>
      <th scope="row">
        <button type="button" class="link" @click=${() => this.fire('subject-show', subject)}>${name}</button>
      </th>
      <td>${group}</td>
      ${this.owed ? html`<td>${(this.owed.get(subject) ?? []).join(this.words.comma) || '—'}</td>` : nothing}
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-missing-data': MissingDataElement;
  }
}
