import type { DeliveryLine, Problem, SubjectDelivery } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './delivery-matrix.css?inline';

/** Lines of a large scheme come in portions. */
const PORTION = 40;

/**
 * Who has delivered what: a row for each line that the scheme asks for, a column for each subject.
 *
 * @element kh-delivery-matrix
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 */
@customElement('kh-delivery-matrix')
export class DeliveryMatrixElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property() period = '';

  @state() private lines: readonly DeliveryLine[] = [];
  @state() private problem: Problem | null = null;
  @state() private from = '';
  @state() private onlyGaps = true;
  @state() private shown = PORTION;

  readonly #live = new WorkspaceController(this);
  /** What was asked last: the data as they stood, and the period. */
  #asked: readonly unknown[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('period')) this.shown = PORTION;
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

  get #shownLines(): readonly DeliveryLine[] {
    return this.lines.filter(
      ({ from, subjects }) =>
        (this.from === '' || from === this.from) &&
        (!this.onlyGaps || subjects.some((delivery) => delivery.state === 'missing')),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (this.problem) return html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>`;
    if (this.lines.length === 0) return nothing;
    const all = this.lines.flatMap(({ subjects }) => subjects).filter(({ state }) => state !== 'not needed');
    const missing = all.filter(({ state }) => state === 'missing').length;
    return html`<p class="quiet">${words.deliveredOf(this.count(all.length - missing), this.count(all.length))}</p>
      ${this.#renderFilters()} ${this.#renderTable()}`;
  }

  #renderFilters(): TemplateResult {
    const { words } = this;
    const owners = [...new Set(this.lines.map(({ from }) => from))].filter((from) => from !== '').sort();
    return html`<div class="filters screen-only">
      ${
        owners.length > 0
          ? html`<label>
            <span>${words.deliveredBy}</span>
            <select
              @change=${(event: Event) => {
                this.from = (event.target as HTMLSelectElement).value;
                this.shown = PORTION;
              }}
            >
              <option value="">${words.everybodyOwing}</option>
              ${owners.map((from) => html`<option value=${from} .selected=${from === this.from}>${from}</option>`)}
            </select>
          </label>`
          : nothing
      }
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.onlyGaps}
          @change=${(event: Event) => {
            this.onlyGaps = (event.target as HTMLInputElement).checked;
            this.shown = PORTION;
          }}
        />
        <span>${words.onlyGaps}</span>
      </label>
    </div>`;
  }

  #renderTable(): TemplateResult {
    const { words } = this;
    const lines = this.#shownLines;
    if (lines.length === 0) return html`<p class="quiet">${words.noGaps}</p>`;
    const visible = lines.slice(0, this.shown);
    const names = new Map(visible.flatMap(({ subjects }) => subjects.map(({ subject, name }) => [subject, name])));
    const hidden = lines.length - visible.length;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.deliveries}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="line">${words.deliveryLine}</th>
              <th scope="col">${words.deliveredBy}</th>
              ${[...names].map(
                ([subject, name]) =>
                  html`<th scope="col" class="subject">
                    <button type="button" class="link" @click=${() => this.fire('subject-show', subject)}>${name}</button>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${visible.map((line) => this.#renderLine(line, [...names.keys()]))}
          </tbody>
        </table>
      </div>
      ${
        hidden > 0
          ? html`<button type="button" class="button small screen-only" @click=${() => (this.shown += PORTION)}>
            ${words.moreLines(this.count(hidden))}
          </button>`
          : nothing
      }`;
  }

  #renderLine({ title, item, from, period, subjects }: DeliveryLine, columns: readonly string[]): TemplateResult {
    const bySubject = new Map(subjects.map((delivery) => [delivery.subject, delivery]));
    return html`<tr>
      <th scope="row" class="line">
        ${this.pick(title)}
        <span class="quiet small">${item}${period === this.period ? nothing : html` · ${period}`}</span>
      </th>
      <td class="small">${from || '—'}</td>
      ${columns.map((subject) => this.#renderCell(bySubject.get(subject)))}
    </tr>`;
  }

  #renderCell(delivery: SubjectDelivery | undefined): TemplateResult {
    const { words } = this;
    if (delivery === undefined)
      return html`<td class="not-asked"><span class="visually-hidden">${words.notAsked}</span></td>`;
    const { state, rows } = delivery;
    return html`<td class=${state.replace(' ', '-')}>${rows > 1 ? words.rowCount(this.count(rows)) : words.deliveryStates[state]}</td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-delivery-matrix': DeliveryMatrixElement;
  }
}
