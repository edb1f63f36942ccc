import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps `data-narrow` on the host while it is narrower than `limit` pixels. */
export function markNarrow(host: ReactiveControllerHost & Element, limit: number): void {
  host.addController(new NarrowController(host, limit));
}

/** The supported browsers have no container queries, so the width is observed. */
class NarrowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #limit: number;
  readonly #observer: ResizeObserver;
  #narrow = false;

  constructor(host: ReactiveControllerHost & Element, limit: number) {
    this.#host = host;
    this.#limit = limit;
    this.#observer = new ResizeObserver(([entry]) => this.#measure(entry!.contentRect.width));
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
    // A frame later: changing the layout while it is being observed makes browsers report a loop.
    requestAnimationFrame(() => this.#host.toggleAttribute('data-narrow', this.#narrow));
  }
}
