import type { LocalText } from '../../reader/figure.ts';
import { foldText } from '../fold-text.ts';
import { Suggestions } from '../suggest.ts';

const NOT_APPLICABLE = ['na', 'n/a', '不适用'];
/** Nearly every value is a number, and then need not be folded. */
const STARTS_AS_NUMBER = /^[-\d]/;
const YES = ['true', 'yes', 'y', '1', '是', '√', '✓', '✔'];
const NO = ['false', 'no', 'n', '0', '否', '×', '✗', '✘'];

/** Whether a text says that the item does not apply. Full-width and lower-case spellings count. */
export function isNotApplicable(trimmed: string): boolean {
  if (trimmed === 'NA') return true;
  return trimmed.length < 8 && !STARTS_AS_NUMBER.test(trimmed) && NOT_APPLICABLE.includes(foldText(trimmed));
}

/** A yes/no word as `true` or `false`; `null` for anything else. */
export function readFlag(trimmed: string): 'true' | 'false' | null {
  const folded = foldText(trimmed);
  if (YES.includes(folded)) return 'true';
  return NO.includes(folded) ? 'false' : null;
}

/** Finds a word in a vocabulary: as written, or the only one that differs in width, case and spaces alone. */
export class WordList {
  readonly words: readonly string[];
  readonly #exact: ReadonlySet<string>;
  readonly #folded = new Map<string, string | null>();
  readonly #byTitle = new Map<string, string>();
  readonly #suggestions: Suggestions;

  /** `titles` are what the words are called; they are no words themselves, but tell which one was meant. */
  constructor(words: readonly string[], titles: Readonly<Record<string, LocalText>> = {}) {
    this.words = words;
    this.#exact = new Set(words);
    this.#suggestions = new Suggestions(words);
    for (const word of words) {
      const folded = foldText(word);
      this.#folded.set(folded, this.#folded.has(folded) ? null : word);
    }
    for (const [word, { zh, en }] of Object.entries(titles)) {
      for (const title of [zh, en]) this.#byTitle.set(foldText(title), word);
    }
  }

  find(trimmed: string): string | null {
    return this.#exact.has(trimmed) ? trimmed : (this.#folded.get(foldText(trimmed)) ?? null);
  }

  /** The word that one outside the vocabulary was probably meant to be. */
  suggest(trimmed: string): string | null {
    return this.#byTitle.get(foldText(trimmed)) ?? this.#suggestions.nearest(trimmed);
  }
}
