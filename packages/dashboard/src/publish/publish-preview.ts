import '@kaoheng/components/group-picker.js';
import '@kaoheng/components/part-picker.js';
import '@kaoheng/components/period-picker.js';
import '@kaoheng/components/radar-breakdown.js';
import '@kaoheng/components/ranking-table.js';
import '@kaoheng/components/score-sheet.js';
import '@kaoheng/components/score-store.js';
import { parsePublishedText, publishedReader, type PublishedFile, type ResultsReader } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { preferences } from '../app/preferences.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './publish-preview.css?inline';

/**
 * The page of a visitor: the widgets over the very bytes that are published, and nothing else.
 *
 * @element kh-publish-preview
 */
@customElement('kh-publish-preview')
export class PublishPreviewElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) bytes: Uint8Array | null = null;
  @property() integrity = '';

  @state() private reader: ResultsReader | null = null;
  @state() private parts = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('bytes')) return;
    const { bytes, integrity } = this;
    if (!bytes) {
      this.reader = null;
      return;
    }
    const file = parsePublishedText(new TextDecoder().decode(bytes), this.words.preview) as PublishedFile;
    this.parts = file.parts.length;
    this.reader = publishedReader(file, { integrity });
  }

  /** What the visitor chooses in the preview is none of the page around it. */
  #keepInside(event: Event): void {
    event.stopPropagation();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.reader) return nothing;
    return html`<div
      class="page"
      @selection-change=${this.#keepInside}
      @results-load=${this.#keepInside}
      @results-error=${this.#keepInside}
    >
      <score-store .theme=${preferences.resolvedTheme} .reader=${this.reader}>
        <div class="pickers">
          ${this.parts > 1 ? html`<part-picker></part-picker>` : nothing}
          <period-picker></period-picker>
          <group-picker></group-picker>
        </div>
        <ranking-table density="compact"></ranking-table>
        <score-sheet></score-sheet>
        <radar-breakdown></radar-breakdown>
      </score-store>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-publish-preview': PublishPreviewElement;
  }
}
