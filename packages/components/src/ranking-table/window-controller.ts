import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { visibleRange, type RowRange } from './row-window.ts';

const SPARE_ROWS = 12;

/** Follows the scrolling of a table body whose rows are all of one height. */
export class WindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #scroller: HTMLElement | null = null;
  #rowHeight = 44;
  #headHeight = 0;
  #frame = 0;
  #drawn: RowRange = { first: 0, end: 0 };
  readonly #resize = new ResizeObserver(() => this.#schedule());

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#scroller?.removeEventListener('scroll', this.#schedule);
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#scroller = null;
    this.#frame = 0;
  }

  /** Rows to draw now. */
  range(rows: number): RowRange {
    const height = this.#scroller?.clientHeight || 600;
    // After a search the table may be much shorter than where it was scrolled to; the browser corrects that later.
    const lowest = rows * this.#rowHeight - height;
    const top = Math.max(0, Math.min(lowest, (this.#scroller?.scrollTop ?? 0) - this.#headHeight));
    this.#drawn = visibleRange(top, height, this.#rowHeight, rows, SPARE_ROWS);
    return this.#drawn;
  }

  heightOf(rows: number): number {
    return rows * this.#rowHeight;
  }

  /** Rows that fit into sight: how far PageDown goes. */
  get page(): number {
    const height = (this.#scroller?.clientHeight ?? 600) - this.#headHeight;
    return Math.max(1, Math.floor(height / this.#rowHeight) - 1);
  }

  /** Takes the measures of what was rendered; call it from `updated`. */
  attach(scroller: HTMLElement | null, head: Element | null, row: Element | null): void {
    if (scroller !== this.#scroller) {
      this.#scroller?.removeEventListener('scroll', this.#schedule);
      this.#resize.disconnect();
      this.#scroller = scroller;
      scroller?.addEventListener('scroll', this.#schedule, { passive: true });
      if (scroller) this.#resize.observe(scroller);
    }
    if (head) this.#headHeight = head.getBoundingClientRect().height;
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - this.#rowHeight) > 0.1) {
      this.#rowHeight = height;
      this.#host.requestUpdate();
    }
  }

  /** Scrolls as little as needed to bring a row into sight, clear of the sticky head. */
  reveal(index: number): void {
    if (!this.#scroller) return;
    const top = index * this.#rowHeight;
    const room = this.#scroller.clientHeight - this.#headHeight - this.#rowHeight;
    const lowest = this.#captionHeight + top;
    if (this.#scroller.scrollTop > lowest) this.#scroller.scrollTop = lowest;
    else if (this.#scroller.scrollTop < lowest - room) this.#scroller.scrollTop = lowest - room;
  }

  /** What stands above the body and scrolls away: the caption. */
  get #captionHeight(): number {
    const body = this.#scroller?.querySelector('tbody');
    if (!body || !this.#scroller) return 0;
    const fromTop = body.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
    return fromTop + this.#scroller.scrollTop - this.#headHeight;
  }

  readonly #schedule = (): void => {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#scroller) return;
      const top = Math.max(0, this.#scroller.scrollTop - this.#headHeight);
      const bottom = top + this.#scroller.clientHeight;
      const drawnTop = this.#drawn.first * this.#rowHeight;
      const drawnBottom = this.#drawn.end * this.#rowHeight;
      // Half of the spare rows are used up: time to draw others.
      const reserve = (SPARE_ROWS / 2) * this.#rowHeight;
      const needsAbove = this.#drawn.first > 0 && top - reserve < drawnTop;
      if (needsAbove || bottom + reserve > drawnBottom) this.#host.requestUpdate();
    });
  };
}
