import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import styles from './keep-form.css?inline';

/**
 * Asks whether a workspace file shall be sealed, and with what.
 *
 * @element kh-save-workspace
 * @fires {CustomEvent<string>} workspace-save - The passphrase; empty: the file is not sealed.
 */
@customElement('kh-save-workspace')
export class SaveWorkspaceElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  /** Something is under way. */
  @property({ type: Boolean }) working = false;

  @state() private isSealed = false;
  @state() private passphrase = '';
  @state() private repeated = '';

  /** What is wrong with the passphrase; empty: nothing. */
  get #fault(): string {
    if (!this.isSealed) return '';
    if (this.passphrase === '') return this.words.passphraseMissing;
    return this.passphrase === this.repeated ? '' : this.words.passphraseDiffers;
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.#fault === '') this.fire('workspace-save', this.isSealed ? this.passphrase : '');
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const fault = this.#fault;
    return html`<form @submit=${this.#submit}>
      <p class="quiet small">${words.fileHolds}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.isSealed}
          @change=${(event: Event) => (this.isSealed = (event.target as HTMLInputElement).checked)}
        />
        <span>${words.sealFile}</span>
      </label>
      ${
        this.isSealed
          ? html`${this.#renderSecret(words.passphrase, this.passphrase, (value) => (this.passphrase = value))}
            ${this.#renderSecret(words.passphraseAgain, this.repeated, (value) => (this.repeated = value))}
            <p class="quiet small">${words.passphraseLost}</p>
            <p class="small" role="status">${this.repeated === '' ? nothing : fault}</p>`
          : html`<p class="warning">${words.fileIsOpen}</p>`
      }
      <div>
        <button type="submit" class="button primary" ?disabled=${this.working || fault !== ''}>
          ${words.saveFileNow}
        </button>
      </div>
    </form>`;
  }

  #renderSecret(label: string, value: string, set: (value: string) => void): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <input
        type="password"
        autocomplete="new-password"
        .value=${value}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-save-workspace': SaveWorkspaceElement;
  }
}
