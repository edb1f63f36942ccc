import type { DeliveryLine, SubjectDelivery } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './delivery-matrix.css?inline';
import type { DeliverySubject } from './delivery-model.ts';

/**
 * Deliveries as a table: a row for each line that the scheme asks for, a column for each subject.
 *
 * @element kh-delivery-matrix
 * @fires {CustomEvent<string>} subject-show - The user wants to see a subject's sheet.
 */
@customElement('kh-delivery-matrix')
export class DeliveryMatrixElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) lines: readonly DeliveryLine[] = [];
  /** The columns, in order. */
  @property({ attribute: false }) subjects: readonly DeliverySubject[] = [];
  /** The period that is looked at; lines of others name theirs. */
  @property() period = '';

  protected override render(): TemplateResult {
    const { words } = this;
    // Schemes that name nobody need no column for that.
    const isOwned = this.lines.some(({ from }) => from !== '');
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.deliveries}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="line">${words.deliveryLine}</th>
            ${isOwned ? html`<th scope="col">${words.deliveredBy}</th>` : nothing}
            ${this.subjects.map(
              ({ subject, name }) =>
                html`<th scope="col" class="subject">
                  <button type="button" class="link" @click=${() => this.fire('subject-show', subject)}>${name}</button>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.lines.map((line) => this.#renderLine(line, isOwned))}
        </tbody>
      </table>
    </div>`;
  }

  #renderLine({ title, item, from, period, subjects }: DeliveryLine, isOwned: boolean): TemplateResult {
    const bySubject = new Map(subjects.map((delivery) => [delivery.subject, delivery]));
    return html`<tr>
      <th scope="row" class="line">
        ${this.pick(title)}
        <span class="quiet small"
          >${item}${period === this.period ? nothing : html` · ${this.words.periodName(period)}`}</span
        >
      </th>
      ${isOwned ? html`<td class="small">${from || '—'}</td>` : nothing}
      ${this.subjects.map(({ subject }) => this.#renderCell(bySubject.get(subject)))}
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
