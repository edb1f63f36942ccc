import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RankingColumn } from './ranking-columns.ts';

/** Finds out how many columns a table has room for. Only items give way, the last first. */
export class FitController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: ResizeObserver;
  /** Items that fit; `null`: not measured yet, all are drawn. */
  #items: number | null = null;
  #measured: readonly unknown[] = [];
  #frame = 0;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#observer = new ResizeObserver(() => this.#schedule());
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The columns that fit, in their order; all of them as long as nobody has measured. */
  fitting(columns: readonly RankingColumn[]): readonly RankingColumn[] {
    const room = this.#items;
    if (room === null) return columns;
    const items = columns.filter(({ kind }) => kind === 'item').slice(0, room);
    return columns.filter((column) => column.kind !== 'item' || items.includes(column));
  }

  /** Takes the measures of what was rendered; call it from `updated` with the cells of the header. */
  measure(columns: readonly RankingColumn[], scroller: HTMLElement | null, headers: readonly HTMLElement[]): void {
    const width = scroller?.clientWidth ?? 0;
    // A hidden table has no width and says nothing.
    if (width === 0) return;
    const key = [columns, width];
    if (this.#items === null && headers.length === columns.length) {
      this.#measured = key;
      const room = roomFor(columns, headers, width);
      if (room === columns.filter(({ kind }) => kind === 'item').length) return;
      this.#items = room;
      this.#host.requestUpdate();
    } else if (!key.every((part, at) => part === this.#measured[at])) {
      // Other columns, or another width: all are drawn once to be measured, and nobody sees that.
      this.#items = null;
      this.#host.requestUpdate();
    }
  }

  /** A frame later: changing the layout while it is being observed makes browsers report a loop. */
  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }
}

function roomFor(columns: readonly RankingColumn[], headers: readonly HTMLElement[], width: number): number {
  const widths = headers.map((header) => header.getBoundingClientRect().width);
  const isItem = columns.map(({ kind }) => kind === 'item');
  let left = width - widths.filter((_, at) => !isItem[at]).reduce((sum, own) => sum + own, 0);
  let room = 0;
  for (const own of widths.filter((_, at) => isItem[at])) {
    left -= own;
    // Widths are fractions of pixels, and the table is as wide as its box.
    if (left < -0.5) break;
    room += 1;
  }
  return room;
}
