import type { ExplainQuery, Explanation, LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { KaohengElement, widgetStyles } from '../shared/base-element.ts';
import { fire } from '../shared/fire.ts';
import { QueryController } from '../shared/controllers/query-controller.ts';
import { errorState, loadingState } from '../shared/states.ts';
import { renderTrail } from '../shared/trail.ts';
import trailStyles from '../shared/trail.css?inline';
import styles from './explanation-panel.css?inline';
import type { ExplanationViewElement, ReferenceOpenDetail } from '../explanation-view/explanation-view.element.ts';

/** A figure to be explained, with its title and with what can be said where the source has no explanation. */
export interface ExplanationRequest {
  readonly query: ExplainQuery;
  readonly title: LocalText;
  /** Shown with a remark when the source carries no explanations. */
  readonly sketch: Explanation | null;
}

export type ExplainFunction = (query: ExplainQuery) => Promise<Explanation | null>;

/**
 * A panel at the side that explains a figure, then the figures it was made from, with the way back.
 *
 * @summary Dialog around `<explanation-view>` with a trail.
 * @element explanation-panel
 * @dependency explanation-view
 * @fires {CustomEvent} panel-close - After the panel was closed.
 * @csspart panel - The dialog.
 */
export class ExplanationPanelElement extends KaohengElement {
  static override styles = widgetStyles(trailStyles, styles);

  /** Where explanations come from; unset: the store's reader. */
  @property({ attribute: false }) explain: ExplainFunction | null = null;

  /** Offers to correct rows of the data; see `explanation-view`. */
  @property({ type: Boolean }) correctable = false;

  /** The figures opened one out of the other; the last one is shown. */
  @state() private trail: readonly ExplanationRequest[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('explanation-view') private view!: ExplanationViewElement | null;

  readonly #query = new QueryController<Explanation | null>(this);
  #opener: HTMLElement | null = null;
  #focusHeading = false;
  /** What had the focus when the figure was asked for: from anywhere else the user is not torn away. */
  #focusBefore: Element | null = null;

  /** Opens the panel; `opener` gets the focus back when it is closed. */
  async show(request: ExplanationRequest, opener: HTMLElement | null = null): Promise<void> {
    this.#opener = opener;
    this.#go([request]);
    await this.updateComplete;
    if (!this.isConnected || this.dialog.open) return;
    // Browsers of this kind without modal dialogs are below the floor, but a plain one is better than none.
    if (typeof this.dialog.showModal === 'function') this.dialog.showModal();
    else this.dialog.setAttribute('open', '');
    this.#focusBefore = this.#focused;
  }

  /** Moves the focus to the heading of the open explanation; does nothing when none is open. */
  focusExplanation(): void {
    this.view?.focusHeading();
  }

  close(): void {
    this.dialog?.close?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.removeAttribute('open');
    this.trail = [];
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const request = this.trail[this.trail.length - 1];
    if (!request) {
      this.#query.reset();
      return;
    }
    const store = this.connectedStore;
    const explain = this.explain ?? ((asked: ExplainQuery) => store?.reader?.explain(asked) ?? Promise.resolve(null));
    const source = this.explain ?? store?.reader;
    this.#query.ask(source, JSON.stringify([store?.revision, request.query]), () => explain(request.query));
  }

  protected override updated(): void {
    if (!this.#focusHeading || this.#query.state.status === 'loading' || !this.view) return;
    this.#focusHeading = false;
    void this.#focusNews(this.view);
  }

  async #focusNews(view: ExplanationViewElement): Promise<void> {
    await view.updateComplete;
    if (this.#focused === null || this.#focused === this.#focusBefore) view.focusHeading();
  }

  get #focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  #go(trail: readonly ExplanationRequest[]): void {
    this.trail = trail;
    this.#focusHeading = true;
    this.#focusBefore = this.#focused;
  }

  #handleReference(event: CustomEvent<ReferenceOpenDetail>): void {
    event.stopPropagation();
    const { part, period, subject, node, title } = event.detail.reference;
    this.#go([...this.trail, { query: { part, period, subject, node }, title, sketch: null }]);
  }

  #handleClose(): void {
    this.trail = [];
    this.#opener?.focus();
    this.#opener = null;
    fire(this, 'panel-close', null);
  }

  /** A click on the backdrop reaches the dialog itself, with a place outside its box. */
  #handleClick(event: MouseEvent): void {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const isOutside =
      event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
    if (isOutside) this.close();
  }

  protected override render(): TemplateResult {
    const { messages, trail } = this;
    return html`<dialog
      part="panel"
      aria-label=${messages.explanation}
      @close=${this.#handleClose}
      @click=${this.#handleClick}
      @reference-open=${this.#handleReference}
    >
      <div class="bar">
        ${
          trail.length > 1
            ? html`<button type="button" class="button" @click=${() => this.#go(trail.slice(0, -1))}>
              <span aria-hidden="true">←</span> ${messages.back}
            </button>`
            : html`<span class="bar-title">${messages.explanation}</span>`
        }
        <button type="button" class="button" @click=${this.close}>${messages.close}</button>
      </div>
      ${trail.length > 1 ? this.#renderTrail() : nothing}
      <div class="content">${this.#renderContent()}</div>
    </dialog>`;
  }

  #renderTrail(): TemplateResult {
    const steps = this.trail.map(({ title }, index) => ({
      text: this.localize.pick(title),
      go: () => this.#go(this.trail.slice(0, index + 1)),
    }));
    return renderTrail(this.messages.trail, steps);
  }

  #renderContent(): TemplateResult | typeof nothing {
    const { state: query } = this.#query;
    const request = this.trail[this.trail.length - 1];
    if (!request || query.status === 'idle') return nothing;
    if (query.status === 'error') {
      return errorState(this.messages, this.errorText(query.error), () => this.#query.retry());
    }
    const explanation = query.status === 'ready' ? query.answer : query.stale;
    if (query.status === 'loading' && !explanation) return loadingState(this.messages);
    const shown = explanation ?? request.sketch;
    if (!shown) return html`<p class="quiet">${this.messages.notPublished}</p>`;
    return html`<explanation-view
      .explanation=${shown}
      ?unexplained=${explanation === null}
      ?correctable=${this.correctable}
      .theme=${this.theme}
      .density=${this.density}
      .store=${this.store}
      .texts=${this.texts}
    ></explanation-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'explanation-panel': ExplanationPanelElement;
  }
}
