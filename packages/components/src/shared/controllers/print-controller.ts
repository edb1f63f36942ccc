import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells the host when the page is being printed, and renders before the browser takes its picture. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #renderNow: () => void;
  readonly #media = matchMedia('print');
  #printing = false;

  constructor(host: ReactiveControllerHost, renderNow: () => void) {
    this.#host = host;
    this.#renderNow = renderNow;
    host.addController(this);
  }

  get printing(): boolean {
    return this.#printing;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#begin);
    window.addEventListener('afterprint', this.#end);
    this.#media.addEventListener('change', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#begin);
    window.removeEventListener('afterprint', this.#end);
    this.#media.removeEventListener('change', this.#follow);
  }

  readonly #begin = (): void => this.#set(true);
  readonly #end = (): void => this.#set(false);
  readonly #follow = (): void => this.#set(this.#media.matches);

  #set(printing: boolean): void {
    if (printing === this.#printing) return;
    this.#printing = printing;
    this.#host.requestUpdate();
    // Updates are usually put off to the next microtask; printing does not wait for it.
    if (printing) this.#renderNow();
  }
}
