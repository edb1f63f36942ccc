import { distance } from 'fastest-levenshtein';

import { foldText } from './fold-text.ts';

/** Further away than this share of its letters, a word is another word and no slip. */
const MOST_DIFFERENT = 0.4;

/** A suggestion is a courtesy: a file full of unknown words must not cost minutes of searching. */
const MOST_SEARCHES = 500;
const MOST_WORDS = 5000;

/** Finds the known word that a mistyped one was meant to be. */
export class Suggestions {
  readonly #words: readonly { readonly word: string; readonly folded: string }[];
  readonly #found = new Map<string, string | null>();

  constructor(words: readonly string[]) {
    this.#words = words.length > MOST_WORDS ? [] : words.map((word) => ({ word, folded: foldText(word) }));
  }

  /** The nearest word; `null` when none is near, or when enough has been searched. */
  nearest(text: string): string | null {
    let found = this.#found.get(text);
    if (found === undefined) {
      if (this.#found.size >= MOST_SEARCHES) return null;
      found = this.#search(text);
      this.#found.set(text, found);
    }
    return found;
  }

  #search(text: string): string | null {
    const wanted = foldText(text).slice(0, 200);
    let nearest: string | null = null;
    let least = Infinity;
    for (const { word, folded } of this.#words) {
      const longer = Math.max(wanted.length, folded.length);
      const allowed = Math.min(longer - 1, Math.max(1, Math.floor(longer * MOST_DIFFERENT)));
      if (Math.abs(folded.length - wanted.length) > allowed) continue;
      const steps = distance(wanted, folded);
      if (steps <= allowed && steps < least) {
        least = steps;
        nearest = word;
      }
    }
    return nearest;
  }
}
