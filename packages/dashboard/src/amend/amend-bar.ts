import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './amend-bar.css?inline';

/**
 * How many amendments wait to be read, why they were made, and reading again with them.
 *
 * @element kh-amend-bar
 * @fires {CustomEvent<string>} amend-read - Read again; the detail is the reason that was given, or empty.
 * @fires {CustomEvent} amend-discard - Forget what waits.
 */
@customElement('kh-amend-bar')
export class AmendBarElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ type: Number }) waiting = 0;
  @property({ type: Boolean }) working = false;

  @state() private reason = '';

  protected override render(): TemplateResult | typeof nothing {
    const { words, waiting, working } = this;
    if (waiting === 0) return nothing;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!working) this.fire('amend-read', this.reason.trim());
      }}
    >
      <strong role="status">${words.amend.waiting(waiting)}</strong>
      <label>
        <span>${words.reasonAsked}</span>
        <input
          type="text"
          autocomplete="off"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
        />
      </label>
      <button type="submit" class="button small primary" ?disabled=${working}>${words.amend.readAgain}</button>
      <button type="button" class="button small" ?disabled=${working} @click=${() => this.fire('amend-discard')}>
        ${words.amend.discard}
      </button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-amend-bar': AmendBarElement;
  }
}
