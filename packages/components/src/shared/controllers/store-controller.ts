import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { findStore, watchStores, type ScoreStore } from '../store-registry.ts';

/** A widget that follows a store. */
export interface StoreHost extends ReactiveControllerHost, Element {
  /** Id of the store to follow; empty: the closest one, or the only one on the page. */
  readonly store: string;
}

/** Finds the host's store in whatever order the page is built, and updates the host after every change. */
export class StoreController implements ReactiveController {
  readonly #host: StoreHost;
  #store: ScoreStore | null = null;
  #stopListening: (() => void) | null = null;
  #stopWatching: (() => void) | null = null;

  constructor(host: StoreHost) {
    this.#host = host;
    host.addController(this);
  }

  get store(): ScoreStore | null {
    return this.#store;
  }

  hostConnected(): void {
    this.#stopWatching = watchStores(() => this.resolve());
    this.resolve();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#follow(null);
  }

  /** Looks for the store again, after another one was named. */
  resolve(): void {
    if (this.#stopWatching) this.#follow(findStore(this.#host, this.#host.store));
  }

  #follow(store: ScoreStore | null): void {
    if (store === this.#store) return;
    this.#stopListening?.();
    this.#store = store;
    this.#stopListening = store?.listen(() => this.#host.requestUpdate()) ?? null;
    this.#host.requestUpdate();
  }
}
