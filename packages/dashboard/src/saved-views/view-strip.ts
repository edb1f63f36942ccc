import type { SavedView } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { placeOf, samePlace, START, writePlace, type Place } from '../app/place.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './view-strip.css?inline';

/**
 * The saved views, each a click away, and the way to save another.
 *
 * @element kh-view-strip
 * @fires {CustomEvent<SavedView>} view-open - The user wants to see a view.
 * @fires {CustomEvent} views-open - The user wants to save a view, or to change those there are.
 */
@customElement('kh-view-strip')
export class ViewStripElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) views: readonly SavedView[] = [];
  @property({ attribute: false }) place: Place = START;

  protected override render(): TemplateResult {
    const words = this.words.savedViews;
    return html`${
      this.views.length === 0
        ? nothing
        : html`<nav aria-label=${words.heading}>
            <ul>
              ${this.views.map((view) => this.#renderView(view))}
            </ul>
          </nav>`
    }<button type="button" class="button small" @click=${() => this.fire('views-open')}>${words.save}</button>`;
  }

  #renderView(view: SavedView): TemplateResult {
    const place = { ...placeOf(view.look), scheme: this.place.scheme };
    return html`<li>
      <a
        href=${writePlace(place)}
        aria-current=${samePlace(place, this.place) ? 'true' : nothing}
        @click=${(event: MouseEvent) => this.#open(event, view)}
        >${view.name}</a
      >
    </li>`;
  }

  /** A click with a key held opens another tab, as with any link. */
  #open(event: MouseEvent, view: SavedView): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    this.fire('view-open', view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-view-strip': ViewStripElement;
  }
}
