import type { LocalText } from '@kaoheng/engine/reader';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../locales/en.ts';
import type { Messages } from '../locales/messages.ts';
import { zhCn } from '../locales/zh-cn.ts';

const known = new Map<string, Messages>([
  ['zh', zhCn],
  ['en', en],
]);

/** Adds a language, or replaces single texts of one: `registerMessages('en', { grade: 'Band' })`. */
export function registerMessages(language: string, messages: Partial<Messages>): void {
  const primary = primaryTag(language);
  known.set(primary, { ...(known.get(primary) ?? zhCn), ...messages });
}

function primaryTag(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** Something whose language can be asked for. */
export interface LocalizedHost extends ReactiveControllerHost, Element {
  /** Texts that this one element says differently. */
  readonly texts?: Partial<Messages>;
}

/** One observer per document or shadow root, however many elements watch it. */
const watchedRoots = new Map<Node, { readonly observer: MutationObserver; readonly listeners: Set<() => void> }>();

function watchLanguageOf(root: Node, listener: () => void): () => void {
  let watched = watchedRoots.get(root);
  if (!watched) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => listeners.forEach((notify) => notify()));
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    watched = { observer, listeners };
    watchedRoots.set(root, watched);
  }
  watched.listeners.add(listener);
  return () => {
    watched.listeners.delete(listener);
    if (watched.listeners.size > 0) return;
    watched.observer.disconnect();
    watchedRoots.delete(root);
  };
}

/** Follows the closest `lang` across shadow roots, up to the page's; a language that is not known reads as Chinese. */
export class LocalizeController implements ReactiveController {
  readonly #host: LocalizedHost;
  #stopWatching: (() => void)[] = [];
  #language = '';

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const update = () => {
      const before = this.#language;
      this.#language = closestLanguage(this.#host);
      if (before !== this.#language) this.#host.requestUpdate();
    };
    for (let root: Node = this.#host.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
      this.#stopWatching.push(watchLanguageOf(root, update));
      if (!(root instanceof ShadowRoot)) break;
    }
    update();
  }

  hostDisconnected(): void {
    this.#stopWatching.forEach((stop) => stop());
    this.#stopWatching = [];
  }

  /** The language in force, as a tag fit for `Intl`. */
  get language(): string {
    return this.#language || closestLanguage(this.#host);
  }

  get messages(): Messages {
    const messages = known.get(primaryTag(this.language)) ?? zhCn;
    return this.#host.texts ? { ...messages, ...this.#host.texts } : messages;
  }

  /** The half of a bilingual text that fits; schemes without English are shown in Chinese. */
  pick(text: LocalText): string {
    return primaryTag(this.language) === 'en' ? text.en || text.zh : text.zh || text.en;
  }
}

function closestLanguage(element: Element): string {
  for (let current: Element | null = element; current;) {
    const marked: Element | null = current.closest('[lang]');
    const language = marked?.getAttribute('lang');
    if (language) return language;
    const root: Node = (marked?.parentElement ?? current).getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return 'zh-CN';
}
