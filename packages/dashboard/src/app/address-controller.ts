import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readPlace, samePlace, writePlace, type Place } from './place.ts';

/** Keeps the place in the page's address, so that reload, back, forward and bookmarks work. */
export class AddressController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #place = readPlace(location.hash);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get place(): Place {
    return this.#place;
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    window.addEventListener('hashchange', this.#read);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
    window.removeEventListener('hashchange', this.#read);
  }

  /** The user went somewhere: back leads here again. */
  go(change: Partial<Place>): void {
    this.#move(change, (address) => history.pushState(null, '', address));
  }

  /** The place turned out to be another one (defaults filled in, a unit that is not there): back skips it. */
  correct(change: Partial<Place>): void {
    this.#move(change, (address) => history.replaceState(null, '', address));
  }

  #move(change: Partial<Place>, enter: (address: string) => void): void {
    const place = { ...this.#place, ...change };
    if (samePlace(place, this.#place)) return;
    this.#place = place;
    enter(writePlace(place));
    this.#host.requestUpdate();
  }

  readonly #read = (): void => {
    const place = readPlace(location.hash);
    if (samePlace(place, this.#place)) return;
    this.#place = place;
    this.#host.requestUpdate();
  };
}
