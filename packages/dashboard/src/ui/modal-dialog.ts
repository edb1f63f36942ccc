import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from './dashboard-element.ts';
import { closeIcon } from './icons.ts';
import styles from './modal-dialog.css?inline';

/**
 * A native modal dialog with a heading, a scrolling middle and a row of actions. Focus goes to the heading and back to
 * where it came from; Escape closes unless `locked`.
 *
 * @element kh-modal
 * @fires {CustomEvent} modal-close - After the dialog was closed, however.
 * @slot - What the dialog is about.
 * @slot actions - Buttons below it.
 */
@customElement('kh-modal')
export class ModalDialogElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property() heading = '';

  /** Something is under way that has its own way to be stopped. */
  @property({ type: Boolean }) locked = false;

  /** As wide as the window lets it be. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('h2') private headline!: HTMLElement;
  @query('.middle') private middle!: HTMLElement;

  #opener: HTMLElement | null = null;

  async show(): Promise<void> {
    await this.updateComplete;
    if (this.dialog.open) return;
    this.#opener = focused();
    this.dialog.showModal();
    this.headline.focus();
  }

  close(): void {
    if (this.dialog.open) this.dialog.close();
  }

  /** What is new stands at the top. */
  scrollToTop(): void {
    this.middle.scrollTop = 0;
    this.headline.focus();
  }

  #handleCancel(event: Event): void {
    if (this.locked) event.preventDefault();
  }

  #handleClose(): void {
    this.#opener?.focus();
    this.#opener = null;
    this.fire('modal-close');
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this.#handleCancel} @close=${this.#handleClose}>
      <div class="head">
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button
          type="button"
          class="button plain close"
          aria-label=${this.words.close}
          ?disabled=${this.locked}
          @click=${this.close}
        >
          ${closeIcon}
        </button>
      </div>
      <div class="middle"><slot></slot></div>
      <div class="foot"><slot name="actions"></slot></div>
    </dialog>`;
  }
}

/** The focused element, through shadow roots. */
function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-modal': ModalDialogElement;
  }
}
