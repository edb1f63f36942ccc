import { placeName, type CorrectionOutcome, type MergeSummary, type Problem } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './imports.css?inline';

/**
 * What was set right by hand, whether it is in effect, and a way to take it back.
 *
 * @element kh-correction-list
 * @fires {CustomEvent} correct-open - The user wants to correct or enter a value.
 */
@customElement('kh-correction-list')
export class CorrectionListElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) merged: MergeSummary | null = null;
  /** What subjects are called. */
  @property({ attribute: false }) nameOf: (subject: string) => string = (subject) => subject;

  @state() private working = false;
  @state() private problem: Problem | null = null;
  @state() private done = false;

  readonly #live = new WorkspaceController(this);

  async #withdraw(id: string): Promise<void> {
    const { workspace } = this;
    if (!workspace || this.working) return;
    this.working = true;
    this.problem = null;
    this.done = false;
    try {
      await workspace.withdrawCorrection(id);
      this.done = true;
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, merged } = this;
    if (!merged) return nothing;
    return html`<p class="quiet">${words.correctionsLead}</p>
      ${
        merged.corrections.length === 0
          ? html`<p class="quiet">${words.noCorrections}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label=${words.correctionsHeading}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${words.correctedValue}</th>
                  <th scope="col">${words.oldValue}</th>
                  <th scope="col">${words.newValue}</th>
                  <th scope="col">${words.reasonColumn}</th>
                  <th scope="col">${words.correctionState}</th>
                  <th scope="col" class="screen-only"><span class="visually-hidden">${words.withdraw}</span></th>
                </tr>
              </thead>
              <tbody>
                ${merged.corrections.map((outcome) => this.#renderCorrection(outcome))}
              </tbody>
            </table>
          </div>`
      }
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      <div class="actions screen-only">
        <button type="button" class="button" @click=${() => this.fire('correct-open', '')}>${words.correct}</button>
        <span class="done" role="status">${this.done ? words.withdrawn : nothing}</span>
      </div>`;
  }

  #renderCorrection({ correction, state: how, found, origin, why }: CorrectionOutcome): TemplateResult {
    const { words } = this;
    const { id, period, subject, item, rater, category, matter, date, before, after, reason } = correction;
    const input = this.#live.status?.scheme?.inputs.find((one) => one.item === item);
    const title = input ? this.pick(input.title) : item;
    const what = [period, this.nameOf(subject), title, rater, category, matter, date].filter((text) => text !== '');
    return html`<tr>
      <th scope="row">
        ${what.join(' · ')}<span class="file quiet">${origin ? placeName(origin) || words.byHand : nothing}</span>
      </th>
      <td class="numeric">${before || words.emptyValue}</td>
      <td class="numeric">${after || words.emptyValue}</td>
      <td>${reason}</td>
      <td>
        <span class="mark ${how === 'applied' ? 'good' : 'bad'}">${words.correctionStates[how]}</span>
        ${how === 'other value' ? html`<span class="file">${words.foundValue(found || words.emptyValue)}</span>` : nothing}
        ${why ? html`<span class="file">${this.pick(why)}</span>` : nothing}
      </td>
      <td class="screen-only">
        <button
          type="button"
          class="button small"
          aria-label=${words.withdrawOf(what.join(' '))}
          ?disabled=${this.working}
          @click=${() => void this.#withdraw(id)}
        >
          ${words.withdraw}
        </button>
      </td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-correction-list': CorrectionListElement;
  }
}
