import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { closeIcon } from '../ui/icons.ts';
import styles from './notice-list.css?inline';

/** Something the user must know, and what can be done about it. */
export interface Notice {
  readonly id: string;
  readonly tone: 'bad' | 'warn' | 'info';
  readonly title: string;
  readonly text: string;
  readonly dismissable?: boolean;
  /** Stays in sight wherever the user is on the page. */
  readonly stays?: boolean;
  readonly action?: {
    readonly text: string;
    readonly primary?: boolean;
    readonly busy?: boolean;
    readonly run: () => void;
  };
}

/**
 * Notices above the content.
 *
 * @element kh-notices
 * @fires {CustomEvent<string>} notice-dismiss - The user has read a notice.
 */
@customElement('kh-notices')
export class NoticeListElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) notices: readonly Notice[] = [];

  protected override render(): TemplateResult {
    return html`${this.notices.map((notice) => this.#renderNotice(notice))}`;
  }

  #renderNotice({ id, tone, title, text, action, dismissable, stays }: Notice): TemplateResult {
    return html`<div class="notice ${tone} ${dismissable ? 'dismissable' : ''} ${stays ? 'stays' : ''}" role=${tone === 'bad' ? 'alert' : 'status'} data-notice=${id}>
      <p class="text">${title ? html`<strong>${title}</strong> ` : nothing}${text}</p>
      ${
        action
          ? html`<button
            type="button"
            class="button screen-only ${action.primary ? 'primary' : ''}"
            ?disabled=${action.busy}
            @click=${action.run}
          >
            ${action.text}
          </button>`
          : nothing
      }
      ${
        dismissable
          ? html`<button
            type="button"
            class="button plain dismiss screen-only"
            aria-label=${this.words.dismiss}
            @click=${() => this.fire('notice-dismiss', id)}
          >
            ${closeIcon}
          </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-notices': NoticeListElement;
  }
}
