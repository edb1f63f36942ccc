import type { ImportFinding } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { cellOf } from '../load/report-model.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './amend.css?inline';
import {
  asInFile,
  asRead,
  draftFrom,
  waitingFor,
  withoutRow,
  withText,
  type AmendmentDraft,
  type Waiting,
} from './amendment-draft.ts';

/** Findings about amendments themselves: they can only be taken back. */
const OWN_CODES = new Set(['cell.amended', 'row.left-out', 'amendment.not-applied']);

/**
 * Sets the cell of a finding right, or leaves its row out. Changes a draft only; reading again is somebody else's.
 *
 * @element kh-amend-finding
 * @fires {CustomEvent<AmendmentDraft>} draft-change - The draft with what the user did.
 */
@customElement('kh-amend-finding')
export class AmendFindingElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) finding: ImportFinding | null = null;
  @property({ attribute: false }) draft: AmendmentDraft = draftFrom([]);

  @state() private text: string | null = null;

  @query('input') private field!: HTMLInputElement | null;

  protected override render(): TemplateResult | typeof nothing {
    const { finding } = this;
    if (!finding || finding.origin.row === 0) return nothing;
    const waiting = waitingFor(this.draft, finding);
    if (waiting) return this.#renderWaiting(waiting, finding);
    if (this.text !== null) return this.#renderField(this.text, finding);
    return this.#renderActions(finding);
  }

  #renderActions(finding: ImportFinding): TemplateResult {
    const words = this.words.amend;
    const place = cellOf(finding.origin);
    const button = (text: string, label: string, run: () => void) =>
      html`<button type="button" class="button small" aria-label=${label} @click=${run}>${text}</button>`;
    if (OWN_CODES.has(finding.code)) {
      return button(words.undo, words.undoOf(place), () => this.#change(asInFile(this.draft, finding)));
    }
    return html`${
      finding.origin.column === '' ? nothing : button(words.cell, words.cellOf(place), () => void this.#edit(finding))
    }
    ${button(words.row, words.rowOf(place), () => this.#change(withoutRow(this.draft, finding)))}`;
  }

  #renderField(text: string, finding: ImportFinding): TemplateResult {
    const { words } = this;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.text = null;
        this.#change(withText(this.draft, finding, text.trim()));
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        // Closes the field, not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        this.text = null;
      }}
    >
      <input
        type="text"
        autocomplete="off"
        aria-label=${words.amend.newText(cellOf(finding.origin))}
        .value=${text}
        @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
      />
      <button type="submit" class="button small primary">${words.amend.take}</button>
      <button type="button" class="button small" @click=${() => (this.text = null)}>${words.cancel}</button>
    </form>`;
  }

  #renderWaiting(waiting: NonNullable<Waiting>, finding: ImportFinding): TemplateResult {
    const words = this.words.amend;
    return html`<span class="waiting">${this.#says(waiting)}</span>
      <button
        type="button"
        class="button small"
        aria-label=${words.undoOf(cellOf(finding.origin))}
        @click=${() => this.#change(asRead(this.draft, finding))}
      >
        ${words.undo}
      </button>`;
  }

  #says(waiting: NonNullable<Waiting>): string {
    const words = this.words.amend;
    if (waiting.kind === 'row out') return words.willStayOut;
    if (waiting.kind === 'as in file') return words.willBeAsInFile;
    return waiting.text === '' ? words.willBeEmpty : words.willRead(waiting.text);
  }

  async #edit({ cell, before }: ImportFinding): Promise<void> {
    this.text = cell ?? before ?? '';
    await this.updateComplete;
    this.field?.select();
  }

  #change(draft: AmendmentDraft): void {
    this.fire('draft-change', draft);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-amend-finding': AmendFindingElement;
  }
}
