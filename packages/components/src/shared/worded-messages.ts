import type { ResultsDescription } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';
import type { LocalizeController } from './localize.ts';

/** Messages together with what the words of the results that are shown are called. */
export class WordedMessages {
  #key: readonly unknown[] = [];
  #worded: Messages | null = null;

  /** The same object as long as nothing has changed, so that what was made with it still holds. */
  of(localize: LocalizeController, description: ResultsDescription | null): Messages {
    const { messages, language } = localize;
    const key = [messages, language, description];
    if (this.#worded && key.every((part, at) => part === this.#key[at])) return this.#worded;
    this.#key = key;
    const words = new Map<string, string>();
    for (const { nodes } of description?.parts ?? []) {
      for (const { wordTitles } of nodes) {
        for (const [word, title] of Object.entries(wordTitles ?? {})) words.set(word, localize.pick(title));
      }
    }
    this.#worded = words.size === 0 ? messages : { ...messages, words };
    return this.#worded;
  }
}
