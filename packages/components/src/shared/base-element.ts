import type { ReaderError } from '@kaoheng/engine/reader';
import { LitElement, unsafeCSS, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Messages } from '../locales/messages.ts';
import baseStyles from './base.css?inline';
import { StoreController } from './controllers/store-controller.ts';
import { LocalizeController } from './localize.ts';
import type { ScoreStore } from './store-registry.ts';
import tokenStyles from './tokens.css?inline';
import { WordedMessages } from './worded-messages.ts';

export type Theme = 'light' | 'dark' | 'auto';
export type Density = 'comfortable' | 'compact';

/** Style sheets of a widget behind the shared ones. */
export function widgetStyles(...sheets: string[]): CSSResultGroup {
  return [unsafeCSS(tokenStyles), unsafeCSS(baseStyles), ...sheets.map((sheet) => unsafeCSS(sheet))];
}

/**
 * What every widget has: a store to follow, a language, a theme and a density. Theme and density are taken from the
 * store where the widget says nothing itself.
 */
export abstract class KaohengElement extends LitElement {
  /** Id of the `<score-store>` to follow; empty: the closest ancestor, or the only one on the page. */
  @property()
  get store(): string {
    return this.#storeId;
  }
  set store(id: string | null) {
    this.#storeId = id ?? '';
    this.storeController.resolve();
  }

  /** `light`, `dark`, or `auto` (follows the system); unset: as the store says, else light. */
  @property() theme: Theme | '' = '';

  /** `comfortable` or `compact`; unset: as the store says, else comfortable. */
  @property() density: Density | '' = '';

  /** Texts that this element says differently, by the keys of `Messages`. */
  @property({ attribute: false }) texts?: Partial<Messages>;

  protected readonly localize = new LocalizeController(this);
  protected readonly storeController = new StoreController(this);
  readonly #worded = new WordedMessages();
  #storeId = '';
  readonly #darkSystem = matchMedia('(prefers-color-scheme: dark)');

  /** The store this widget follows, if there is one. */
  get connectedStore(): ScoreStore | null {
    return this.storeController.store;
  }

  /** Texts in the language of this element, and what the words of the results are called. */
  protected get messages(): Messages {
    return this.#worded.of(this.localize, this.connectedStore?.description ?? null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#darkSystem.addEventListener('change', this.#handleSystemTheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#darkSystem.removeEventListener('change', this.#handleSystemTheme);
  }

  protected override update(changed: PropertyValues): void {
    // Before rendering, so that charts read the tokens that hold.
    this.#applyAppearance();
    super.update(changed);
  }

  /** The error's words in the language of this element. */
  protected errorText(error: ReaderError): string {
    return this.localize.pick(error.text);
  }

  /** Style sheets read the resolved appearance from the host, because it may come from the store or the system. */
  #applyAppearance(): void {
    const theme = this.theme || this.connectedStore?.theme || 'light';
    const dark = theme === 'dark' || (theme === 'auto' && this.#darkSystem.matches);
    const density = this.density || this.connectedStore?.density;
    this.toggleAttribute('data-dark', dark);
    this.toggleAttribute('data-compact', density === 'compact');
  }

  readonly #handleSystemTheme = (): void => this.requestUpdate();
}
