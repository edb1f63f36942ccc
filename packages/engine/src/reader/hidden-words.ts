/**
 * Finds words that must not be read by visitors in texts that are made for them: names and ids of those who are not
 * published, or published by a code; notes and matters of the data.
 */
export class HiddenWords {
  /** By their first two letters, so that a text is gone through once however many words there are. */
  readonly #byStart = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (!isTelling(word)) continue;
      const start = word.slice(0, 2);
      const known = this.#byStart.get(start);
      if (known) known.push(word);
      else this.#byStart.set(start, [word]);
    }
  }

  isIn(text: string): boolean {
    if (this.#byStart.size === 0) return false;
    for (let at = 0; at < text.length - 1; at += 1) {
      const words = this.#byStart.get(text.slice(at, at + 2));
      if (words?.some((word) => text.startsWith(word, at) && standsAlone(text, at, word))) return true;
    }
    return false;
  }
}

/** A single letter or a short number is in every text and tells nobody. */
function isTelling(word: string): boolean {
  return word.length > 1 && !/^[\d.]{1,4}$/.test(word);
}

const LETTER = /[\w]/;

/** `v1` is not in `v12`; in Chinese there are no spaces between words. */
function standsAlone(text: string, at: number, word: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  const startsInWord = LETTER.test(word.charAt(0)) && LETTER.test(before);
  const endsInWord = LETTER.test(word.charAt(word.length - 1)) && LETTER.test(after);
  return !startsInWord && !endsInWord;
}
