import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again whenever a media query begins or ceases to match. */
export class MediaController implements ReactiveController {
  readonly #query: MediaQueryList;
  readonly #host: ReactiveControllerHost;
  readonly #changed = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#changed);
  }
}
