import { html, render, type TemplateResult } from 'lit';
import { afterEach, beforeEach } from 'vitest';

const stages: HTMLElement[] = [];

afterEach(() => {
  for (const stage of stages.splice(0)) stage.remove();
});

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

/** Puts a template on the page until the test ends. */
export function mount(template: TemplateResult): HTMLElement {
  const stage = document.createElement('div');
  stages.push(stage);
  document.body.append(stage);
  render(template, stage);
  return stage;
}

/** A page with one store and whatever is given. */
export function mountPage(
  reader: unknown,
  content: TemplateResult,
  selection: Readonly<Record<string, string>> = {},
): HTMLElement {
  return mount(html`<score-store
    .reader=${reader}
    .subject=${selection['subject'] ?? ''}
    .period=${selection['period'] ?? ''}
    .group=${selection['group'] ?? ''}
    .node=${selection['node'] ?? ''}
    >${content}</score-store
  >`);
}

/** Resolves when `condition` gives something; fails after a minute, which is for what hangs. */
export async function until<Value>(condition: () => Value | null | undefined | false): Promise<Value> {
  const end = performance.now() + 60_000;
  for (;;) {
    const value = condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain for ${String(condition)}`);
    await new Promise(requestAnimationFrame);
  }
}

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** How many things on the page listen to stores: grows if a widget does not let go. */
export function storeListeners(): number {
  const registry = (globalThis as unknown as Record<symbol, { listeners: Set<unknown> } | undefined>)[
    Symbol.for('kaoheng.stores')
  ];
  return registry?.listeners.size ?? 0;
}
