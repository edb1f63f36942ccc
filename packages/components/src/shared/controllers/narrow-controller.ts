import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Sets `data-narrow` on the host while it is narrower than `limit`; the supported browsers have no container queries. */
export class NarrowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #limit: number;
  readonly #observer: ResizeObserver;
  #narrow = false;

  constructor(host: ReactiveControllerHost & Element, limit: number) {
    this.#host = host;
    this.#limit = limit;
    this.#observer = new ResizeObserver(([entry]) => this.#measure(entry!.contentRect.width));
    host.addController(this);
  }

  get narrow(): boolean {
    return this.#narrow;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    // A hidden element has no width and says nothing about the layout.
    if (width === 0) return;
    const narrow = width < this.#limit;
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    this.#host.toggleAttribute('data-narrow', narrow);
    this.#host.requestUpdate();
  }
}
