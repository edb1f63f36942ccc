import type { SchemeSource } from '@kaoheng/engine/live';
import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { copyFrom } from '../ui/copy-text.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import { download } from '../ui/download.ts';
import './collection-order.ts';
import type { CollectionOrderElement } from './collection-order.ts';
import { inputTable, inputText, NOTHING_NEEDED, type NeededInputs } from './input-table.ts';
import styles from './needed-data.css?inline';
import { observationsTemplate, subjectsTemplate } from './templates.ts';

/**
 * What a scheme asks for, before there is any data: to read, to copy into a letter, and as workbooks to fill in.
 *
 * @element kh-needed-data
 */
@customElement('kh-needed-data')
export class NeededDataElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  /** The scheme; `null`: the one that is open. */
  @property({ attribute: false }) scheme: SchemeSource | null = null;
  @property({ attribute: false }) needed: NeededInputs = NOTHING_NEEDED;
  /** Unfolded from the start. */
  @property({ type: Boolean }) open = false;

  @state() private said = '';
  @query('textarea') private text!: HTMLTextAreaElement;
  @query('details') private details!: HTMLDetailsElement;
  @query('kh-collection-order') private order!: CollectionOrderElement;

  /** Unfolds the list and brings the collection workbooks into view. */
  showCollection(): void {
    this.details.open = true;
    this.order.reveal();
  }

  async #copy(): Promise<void> {
    this.said = (await copyFrom(this.text)) ? this.words.copied : this.words.copyFailed;
  }

  #downloadTemplates(): void {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const type = 'text/csv;charset=utf-8';
    download(bytes(subjectsTemplate(this.needed.attributes)), 'subjects.csv', type);
    download(bytes(observationsTemplate(this.needed.inputs, '2024')), 'observations.csv', type);
  }

  protected override render(): TemplateResult {
    const { words, needed } = this;
    const pick = this.pick.bind(this);
    return html`<details ?open=${this.open}>
      <summary>${words.inputsHeading}</summary>
      <p class="quiet">${words.inputsLead}</p>
      ${inputTable(needed, words, pick)}
      <kh-collection-order .workspace=${this.workspace} .scheme=${this.scheme} .inputs=${needed.inputs}></kh-collection-order>
      <div class="actions">
        <button type="button" class="button small" @click=${this.#copy}>${words.copyInputs}</button>
        <button type="button" class="button small" @click=${this.#downloadTemplates}>${words.templates}</button>
        <span class="said" role="status">${this.said}</span>
      </div>
      <p class="quiet small">${words.templatesHint}</p>
      <textarea
        class="visually-hidden"
        readonly
        tabindex="-1"
        aria-hidden="true"
        .value=${inputText(needed, words, pick)}
      ></textarea>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-needed-data': NeededDataElement;
  }
}
