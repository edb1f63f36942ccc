import type { InputDeclaration } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';

/** A word that the scheme has for a value. */
export interface ValueSuggestion {
  readonly value: string;
  /** What it is called, where that is not the word itself. */
  readonly title?: LocalText;
}

/** The words that a value can be; numbers are not guessed. */
export function valueSuggestions(input: InputDeclaration | undefined): readonly ValueSuggestion[] {
  if (!input) return [];
  const { kind, words, wordTitles, mayBeNA } = input;
  const own = kind === 'flag' ? ['true', 'false'] : words;
  return [...own, ...(mayBeNA ? ['NA'] : [])].map((value) => {
    const title = wordTitles[value];
    return title ? { value, title } : { value };
  });
}
