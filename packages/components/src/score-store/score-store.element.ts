import {
  parsePublishedText,
  publishedReader,
  ReaderError,
  type PublishedFile,
  type ResultsDescription,
  type ResultsReader,
} from '@kaoheng/engine/reader';
import { css, ReactiveElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Density, Theme } from '../shared/base-element.ts';
import { fire } from '../shared/fire.ts';
import { enterStore, leaveStore, type ScoreStore, type Selection, type StoreStatus } from '../shared/store-registry.ts';
import { inlineResultsText } from './inline-results.ts';
import { dropUnknown, NO_SELECTION, resolveSelection } from './selection.ts';

/** Detail of `selection-change`. */
export interface SelectionChangeDetail {
  /** The selection that holds now, defaults filled in. */
  readonly selection: Selection;
  /** What the user changed. */
  readonly change: Partial<Selection>;
}

/** Detail of `results-load`. */
export interface ResultsLoadDetail {
  readonly description: ResultsDescription;
}

/** Detail of `results-error`. */
export interface ResultsErrorDetail {
  readonly error: ReaderError;
}

/**
 * Holds the source of the results and what the page looks at; all widgets that follow it share both.
 *
 * Widgets inside it follow it by themselves, widgets elsewhere name it by `store="id"`; a store that is alone on its
 * page is followed by every widget.
 *
 * @summary The page's results and selection.
 * @element score-store
 * @fires {CustomEvent<SelectionChangeDetail>} selection-change - After the user chose another period, group, part, subject or node.
 * @fires {CustomEvent<ResultsLoadDetail>} results-load - After results were opened or have changed.
 * @fires {CustomEvent<ResultsErrorDetail>} results-error - After the source could not be read.
 * @slot - Widgets and anything else; a child `<script type="application/json">` may carry the published results.
 */
export class ScoreStoreElement extends ReactiveElement implements ScoreStore {
  static override styles = css`
    :host {
      display: contents;
    }

    /* Widgets put one below the other need some air; a page's own rules win over these. */
    ::slotted(ranking-table),
    ::slotted(score-sheet),
    ::slotted(radar-breakdown) {
      margin-bottom: 28px;
    }
  `;

  /** Address of a published results file, of the same origin as the page. */
  @property() src = '';

  /** Digest that the results must have (`sha256-…`), as shown when they were published; empty: any. */
  @property() integrity = '';

  /** Chosen part of the scheme (who is appraised); empty: the first. Not `part`, which HTML keeps for style parts. */
  @property({ attribute: 'scheme-part' }) schemePart = '';

  /** Chosen period (`2024`, `2024-H1`, `2024-Q1`, `2024-03`); empty: the latest. */
  @property() period = '';

  /** Chosen group; empty: all groups, each with its own ranking. */
  @property() group = '';

  /** Id of the chosen subject; empty: none. */
  @property() subject = '';

  /** Id of the node in focus: the branch a radar is opened at; empty: the whole tree. */
  @property() node = '';

  /** Theme of all widgets that follow this store and have none of their own. */
  @property() theme: Theme | '' = '';

  /** Density of all widgets that follow this store and have none of their own. */
  @property() density: Density | '' = '';

  #given: ResultsReader | null = null;
  #active: ResultsReader | null = null;
  #status: StoreStatus = 'empty';
  #error: ReaderError | null = null;
  #description: ResultsDescription | null = null;
  #revision = 0;
  #inlineText: string | null = null;
  #unsubscribe: (() => void) | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #children = new MutationObserver(() => this.#readInline());

  /** Any source of results; wins over `src` and over results written into the page. */
  @property({ attribute: false })
  get reader(): ResultsReader | null {
    return this.#given ?? this.#active;
  }
  set reader(reader: ResultsReader | null) {
    const before = this.#given;
    this.#given = reader;
    this.requestUpdate('reader', before);
  }

  /** `empty` (no source), `loading`, `ready` or `error`. */
  get status(): StoreStatus {
    return this.#status;
  }

  /** Why the source could not be read. */
  get error(): ReaderError | null {
    return this.#error;
  }

  /** Titles, parts, periods, groups and nodes of the open results. */
  get description(): ResultsDescription | null {
    return this.#description;
  }

  /** What holds now: choices where they were made, else the first part and its latest period. */
  get selection(): Selection {
    return resolveSelection(this.#choice, this.#description);
  }

  /** Grows with every change of the results. */
  get revision(): number {
    return this.#revision;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    this.#readInline();
    enterStore(this);
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#close();
    leaveStore(this);
  }

  /** Changes the selection on behalf of the user; fires `selection-change` when something changed. */
  select(change: Partial<Selection>): void {
    const before = this.selection;
    const changed = Object.entries(change).filter(([key, value]) => before[key as keyof Selection] !== value);
    if (changed.length === 0) return;
    let choice: Selection = { ...this.#choice, ...change };
    // Periods, groups and nodes belong to their part; subjects of another part are other subjects.
    if (change.part !== undefined && change.part !== before.part) {
      choice = { ...NO_SELECTION, ...change };
      if (this.#description && before.period && change.period === undefined) {
        choice = dropUnknown({ ...choice, period: before.period }, this.#description);
      }
    }
    this.#choice = choice;
    this.#notify();
    const detail: SelectionChangeDetail = { selection: this.selection, change };
    fire(this, 'selection-change', detail);
  }

  /** Reads the source again. */
  reload(): void {
    this.#open();
  }

  /** Calls `listener` after any change of source or selection; the returned function ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (!root.firstChild) root.append(document.createElement('slot'));
    return root;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('src') || changed.has('integrity') || changed.has('reader')) this.#open();
    else this.#notify();
  }

  get #choice(): Selection {
    const { schemePart: part, period, group, subject, node } = this;
    return { part, period, group, subject, node };
  }

  set #choice(choice: Selection) {
    this.schemePart = choice.part;
    this.period = choice.period;
    this.group = choice.group;
    this.subject = choice.subject;
    this.node = choice.node;
  }

  /** Pages are parsed while scripts already run, so the results may arrive in pieces. */
  #readInline(): void {
    const text = inlineResultsText(this);
    if (text === this.#inlineText) return;
    this.#inlineText = text;
    if (this.hasUpdated) this.#open();
  }

  #close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#active = null;
  }

  #open(): void {
    this.#close();
    try {
      this.#active = this.#given ?? this.#openPublished();
    } catch (error) {
      if (document.readyState === 'loading') this.#settle('loading');
      else this.#fail(error as ReaderError);
      return;
    }
    if (!this.#active) {
      this.#description = null;
      this.#settle('empty');
      return;
    }
    const reader = this.#active;
    this.#unsubscribe = reader.subscribe(() => void this.#describe(reader));
    this.#settle('loading');
    void this.#describe(reader);
  }

  #openPublished(): ResultsReader | null {
    const { integrity } = this;
    if (this.src) return publishedReader(this.src, { integrity });
    if (this.#inlineText === null) return null;
    // `publishedReader` looks into what it is given before it trusts it.
    return publishedReader(parsePublishedText(this.#inlineText, '<script type="application/json">') as PublishedFile, {
      integrity,
    });
  }

  async #describe(reader: ResultsReader): Promise<void> {
    try {
      const description = await reader.describe();
      if (reader !== this.#active) return;
      const isOther = this.#description !== null;
      this.#description = description;
      // What the page was built with stands even if wrong, and is then named; what belonged to other results goes.
      if (isOther) this.#choice = dropUnknown(this.#choice, description);
      this.#revision += 1;
      this.#settle('ready');
      const detail: ResultsLoadDetail = { description };
      fire(this, 'results-load', detail);
    } catch (error) {
      if (reader === this.#active) this.#fail(error as ReaderError);
    }
  }

  #fail(error: ReaderError): void {
    this.#error =
      error.text !== undefined
        ? error
        : new ReaderError('source', { zh: `读取失败：${String(error)}`, en: String(error) });
    this.#settle('error');
    const detail: ResultsErrorDetail = { error: this.#error };
    fire(this, 'results-error', detail);
  }

  #settle(status: StoreStatus): void {
    this.#status = status;
    if (status !== 'error') this.#error = null;
    this.#notify();
  }

  #notify(): void {
    [...this.#listeners].forEach((listener) => listener());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'score-store': ScoreStoreElement;
  }
}
