import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type * as Registry from './registry.ts';
import type { Chart, ChartEvent, ChartOption } from './registry.ts';

export interface ChartHost extends ReactiveControllerHost, Element {
  /** The element to draw in, once it is rendered. */
  chartContainer(): HTMLElement | null;
  /** What to draw, from the tokens in force; `null`: nothing. */
  chartOption(): ChartOption | null;
  handleChartClick(event: ChartEvent): void;
}

const RESIZE_PAUSE = 100;

/**
 * Owns one ECharts instance: loads the library when the first chart is drawn, draws after layout, follows size, disposes
 * on disconnect and starts anew on reconnect.
 */
export class ChartController implements ReactiveController {
  readonly #host: ChartHost;
  #chart: Chart | null = null;
  #container: HTMLElement | null = null;
  #failed = false;
  #drawn: ChartOption | null = null;
  #timer = 0;
  #width = 0;
  #height = 0;
  readonly #observer = new ResizeObserver(([entry]) => this.#measure(entry!.contentRect));

  constructor(host: ChartHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The library could not be loaded: the host shows its table instead. */
  get failed(): boolean {
    return this.#failed;
  }

  hostDisconnected(): void {
    this.#dispose();
  }

  hostUpdated(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const container = this.#host.chartContainer();
    if (container !== this.#container) {
      this.#dispose();
      this.#container = container;
      if (container) this.#observer.observe(container);
    }
    if (!container) return;
    if (!this.#chart) {
      const registry = await this.#load();
      // The host may have gone, or drawn elsewhere, while the library was on its way.
      if (!registry || this.#container !== container || !this.#host.isConnected || this.#chart) return;
      if (container.clientWidth === 0) return;
      this.#chart = registry.initChart(container, null, { renderer: 'svg' });
      this.#chart.on('click', (event) => this.#host.handleChartClick(event as ChartEvent));
      this.#drawn = null;
    }
    const option = this.#host.chartOption();
    if (!option || option === this.#drawn) return;
    this.#drawn = option;
    this.#chart.setOption(option, { notMerge: true });
  }

  async #load(): Promise<typeof Registry | null> {
    try {
      return await import('./registry.ts');
    } catch {
      if (!this.#failed) {
        this.#failed = true;
        this.#host.requestUpdate();
      }
      return null;
    }
  }

  #measure({ width, height }: { readonly width: number; readonly height: number }): void {
    // A hidden element reports no size; the first report repeats what the chart was made with.
    if (width === 0 || height === 0) return;
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    if (!this.#chart) {
      void this.#draw();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#chart?.resize();
      this.#host.requestUpdate();
    }, RESIZE_PAUSE);
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
    this.#container = null;
    this.#drawn = null;
    this.#width = 0;
    this.#height = 0;
  }
}
