import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { closeIcon, fileIcon, uploadIcon } from '../ui/icons.ts';
import styles from './file-choice.css?inline';
import { TABLE_FILES } from './file-kinds.ts';

/**
 * Takes files, dropped or picked, of any kind that the import reads.
 *
 * @element kh-file-choice
 * @fires {CustomEvent<readonly File[]>} files-choose - The chosen files are others.
 */
@customElement('kh-file-choice')
export class FileChoiceElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) files: readonly File[] = [];

  @state() private dragging = false;
  @query('input[type=file]') private picker!: HTMLInputElement;
  @query('.pick') private pickButton!: HTMLElement;

  /** A file of the same name takes the place of the one before. */
  #add(added: Iterable<File>): void {
    const files = new Map([...this.files, ...added].map((file) => [file.name, file]));
    this.fire('files-choose', [...files.values()]);
  }

  #remove(name: string): void {
    this.fire(
      'files-choose',
      this.files.filter((file) => file.name !== name),
    );
    this.pickButton.focus();
  }

  #handlePick(): void {
    this.#add([...(this.picker.files ?? [])]);
    this.picker.value = '';
  }

  #handleDrag(event: DragEvent): void {
    event.preventDefault();
    this.dragging = event.type === 'dragover';
  }

  #handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    this.#add([...(event.dataTransfer?.files ?? [])]);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<div
        class="zone ${this.dragging ? 'dragging' : ''}"
        @dragover=${this.#handleDrag}
        @dragleave=${this.#handleDrag}
        @drop=${this.#handleDrop}
      >
        ${uploadIcon}
        <p>${words.dropHere}</p>
        <input
          type="file"
          multiple
          accept=${TABLE_FILES}
          class="visually-hidden"
          tabindex="-1"
          aria-hidden="true"
          @change=${this.#handlePick}
        />
        <button type="button" class="button pick" @click=${() => this.picker.click()}>${words.chooseFiles}</button>
        <p class="quiet small">${words.fileKinds}</p>
      </div>
      ${
        this.files.length > 0
          ? html`<ul aria-label=${words.chosenFiles}>
            ${this.files.map((file) => this.#renderFile(file))}
          </ul>`
          : nothing
      }`;
  }

  #renderFile({ name, size }: File): TemplateResult {
    const kilobytes = Math.max(1, Math.round(size / 1024));
    return html`<li>
      ${fileIcon}<span class="name">${name}</span>
      <span class="quiet numeric">${this.count(kilobytes)} KB</span>
      <button
        type="button"
        class="button plain small remove"
        aria-label=${this.words.removeFile(name)}
        @click=${() => this.#remove(name)}
      >
        ${closeIcon}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-file-choice': FileChoiceElement;
  }
}
