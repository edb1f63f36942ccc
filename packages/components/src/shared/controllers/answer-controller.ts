import type { ResultsReader } from '@kaoheng/engine/reader';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { LocalizeController } from '../localize.ts';
import { emptyState, errorState, loadingState } from '../states.ts';
import type { ScoreStore, Selection } from '../store-registry.ts';
import { QueryController } from './query-controller.ts';

/** A widget that shows an answer of its store's results. */
export interface AnswerHost extends ReactiveControllerHost {
  readonly connectedStore: ScoreStore | null;
}

/** What a widget asks of results. */
export interface Question<Answer> {
  /** All that the answer depends on, besides the results themselves. */
  readonly about: readonly unknown[];
  ask(reader: ResultsReader): Promise<Answer>;
}

/** What a widget shows: an answer that the page gave it, or else the one that its store's results give to its question. */
export class AnswerController<Answer> {
  readonly #host: AnswerHost;
  readonly #query: QueryController<Answer>;
  #shown: Answer | null = null;

  constructor(host: AnswerHost) {
    this.#host = host;
    this.#query = new QueryController<Answer>(host);
  }

  /** The answer to show; while a new one is under way the one before. */
  get shown(): Answer | null {
    return this.#shown;
  }

  /** Whether a new answer is under way. */
  get isBusy(): boolean {
    return this.#query.state.status === 'loading';
  }

  /** Finds what to show. Call it from `willUpdate`. `question` gives `null` where nothing can be asked yet. */
  find(own: Answer | null, question: (selection: Selection) => Question<Answer> | null): void {
    const store = this.#host.connectedStore;
    const reader = store?.status === 'ready' ? store.reader : null;
    const asked = !own && store && reader ? question(store.selection) : null;
    if (!store || !reader || !asked) {
      this.#query.reset();
      this.#shown = own;
      return;
    }
    this.#query.ask(reader, JSON.stringify([store.revision, ...asked.about]), () => asked.ask(reader));
    const { state } = this.#query;
    this.#shown = state.status === 'ready' ? state.answer : state.status === 'loading' ? state.stale : null;
  }

  /** Says why nothing is shown. `nothingAsked`: what the question lacks. */
  renderState(localize: Pick<LocalizeController, 'messages' | 'pick'>, nothingAsked: string): TemplateResult {
    const { messages } = localize;
    const { state } = this.#query;
    if (state.status === 'error') {
      return errorState(messages, localize.pick(state.error.text), () => this.#query.retry());
    }
    const store = this.#host.connectedStore;
    if (store?.status === 'error' && store.error) {
      return errorState(messages, localize.pick(store.error.text), () => store.reload());
    }
    if (!store || store.status === 'empty') return emptyState(messages.noSource);
    if (store.status === 'ready' && state.status === 'idle') return emptyState(nothingAsked);
    return loadingState(messages);
  }
}
