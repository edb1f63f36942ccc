import { ReaderError } from '@kaoheng/engine/reader';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type QueryState<Answer> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly stale: Answer | null }
  | { readonly status: 'ready'; readonly answer: Answer }
  | { readonly status: 'error'; readonly error: ReaderError };

/**
 * Asks each question once and drops answers that come too late. While a new answer is under way the old one stays at hand
 * (`stale`), so that a widget need not flicker.
 */
export class QueryController<Answer> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key = '';
  #source: unknown = null;
  /** Number of the last question; answers to earlier ones come too late. */
  #asked = 0;
  #state: QueryState<Answer> = { status: 'idle' };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): QueryState<Answer> {
    return this.#state;
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Asks unless `source` was asked this very question last. Call it from `willUpdate`. */
  ask(source: unknown, key: string, question: () => Promise<Answer>): void {
    if (key === this.#key && source === this.#source) return;
    this.#key = key;
    this.#source = source;
    const asked = (this.#asked += 1);
    this.#state = { status: 'loading', stale: this.#lastAnswer() };
    question().then(
      (answer) => this.#settle(asked, { status: 'ready', answer }),
      (error: unknown) => this.#settle(asked, { status: 'error', error: asReaderError(error) }),
    );
  }

  /** Forgets question and answer. */
  reset(): void {
    this.#key = '';
    this.#source = null;
    this.#asked += 1;
    this.#state = { status: 'idle' };
  }

  /** Asks the last question again at the next update. */
  retry(): void {
    this.#key = '';
    this.#host.requestUpdate();
  }

  #lastAnswer(): Answer | null {
    if (this.#state.status === 'ready') return this.#state.answer;
    return this.#state.status === 'loading' ? this.#state.stale : null;
  }

  #settle(asked: number, state: QueryState<Answer>): void {
    if (asked !== this.#asked) return;
    this.#state = state;
    this.#host.requestUpdate();
  }
}

function asReaderError(error: unknown): ReaderError {
  if (error instanceof ReaderError) return error;
  // A reader in another script (or across a worker) has a class of its own; its text is what matters.
  const other = error as Partial<ReaderError> | null;
  if (other?.text && other.code) return new ReaderError(other.code, other.text);
  const message = error instanceof Error ? error.message : String(error);
  return new ReaderError('source', { zh: `读取失败：${message}`, en: `Reading failed: ${message}` });
}
