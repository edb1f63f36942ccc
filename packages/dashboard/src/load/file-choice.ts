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

  /**
   * The same file is not taken twice; another one of the same name is, for departments have names in common. One that
   * cannot be read any longer was changed since, and gives way to its new version.
   */
  async #add(added: Iterable<File>): Promise<void> {
    const fresh = [...added];
    const stale = await Promise.all(
      this.files.map(async (file) => fresh.some(({ name }) => name === file.name) && !(await isReadable(file))),
    );
    const kept = this.files.filter((_, at) => !stale[at]);
    const files = new Map([...kept, ...fresh].map((file) => [identity(file), file]));
    this.fire('files-choose', [...files.values()]);
  }

  #remove(gone: File): void {
    this.fire(
      'files-choose',
      this.files.filter((file) => file !== gone),
    );
    this.pickButton.focus();
  }

  #handlePick(): void {
    void this.#add([...(this.picker.files ?? [])]);
    this.picker.value = '';
  }

  #handleDrag(event: DragEvent): void {
    event.preventDefault();
    this.dragging = event.type === 'dragover';
  }

  #handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    void this.#add([...(event.dataTransfer?.files ?? [])]);
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
          </ul>
          ${this.files.some((file) => this.#hasNamesake(file)) ? html`<p class="namesakes">${words.namesakes}</p>` : nothing}`
          : nothing
      }`;
  }

  #hasNamesake({ name }: File): boolean {
    return this.files.filter((file) => file.name === name).length > 1;
  }

  #renderFile(file: File): TemplateResult {
    const { name, size, lastModified } = file;
    const kilobytes = Math.max(1, Math.round(size / 1024));
    return html`<li>
      ${fileIcon}<span class="name">${name}</span>
      ${
        this.#hasNamesake(file)
          ? html`<span class="quiet small">${this.words.moment(new Date(lastModified))}</span>`
          : nothing
      }
      <span class="quiet numeric">${this.count(kilobytes)} KB</span>
      <button
        type="button"
        class="button plain small remove"
        aria-label=${this.words.removeFile(name)}
        @click=${() => this.#remove(file)}
      >
        ${closeIcon}
      </button>
    </li>`;
  }
}

function identity({ name, size, lastModified }: File): string {
  return JSON.stringify([name, size, lastModified]);
}

/** A file on disk that was changed after it was chosen cannot be read. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-file-choice': FileChoiceElement;
  }
}
