import type { InputDeclaration } from '../scheme/input.ts';
import { isFamily, itemPattern, ownLetters } from '../data/item-pattern.ts';
import { parseNumber } from '../number/text.ts';
import type { Fraction } from '../number/fraction.ts';
import { foldText } from './fold-text.ts';
import { WordList } from './normalise/words.ts';
import { Suggestions } from './suggest.ts';

/** A declaration made ready for looking at many rows. */
export interface ItemRules {
  readonly declaration: InputDeclaration;
  readonly words: WordList;
  readonly categories: WordList;
  readonly min: Limit | null;
  readonly max: Limit | null;
}

export interface Limit {
  readonly text: string;
  readonly exact: Fraction;
}

/** An item id of a row and the rules it falls under. */
export interface FoundItem {
  readonly item: string;
  readonly rules: ItemRules;
}

/** Finds the declaration of an item: by its id, or by the most exact family (`key.*`) that holds it. */
export class ItemIndex {
  readonly #exact = new Map<string, ItemRules>();
  readonly #families: { readonly pattern: RegExp; readonly letters: number; readonly rules: ItemRules }[] = [];
  readonly #folded = new Map<string, string | null>();
  readonly #found = new Map<string, FoundItem | null>();
  readonly #byTitle = new Map<string, string>();
  readonly #suggestions: Suggestions;

  constructor(declarations: readonly InputDeclaration[]) {
    for (const declaration of declarations) {
      const rules = readyRules(declaration);
      const { item } = declaration;
      if (isFamily(item)) {
        this.#families.push({ pattern: itemPattern(item), letters: ownLetters(item), rules });
      } else if (!this.#exact.has(item)) {
        this.#exact.set(item, rules);
        const folded = foldText(item);
        this.#folded.set(folded, this.#folded.has(folded) ? null : item);
      }
    }
    for (const [item, { declaration }] of this.#exact) {
      for (const title of [declaration.title.zh, declaration.title.en]) this.#byTitle.set(foldText(title), item);
    }
    this.#suggestions = new Suggestions([...this.#exact.keys()]);
    this.#families.sort((a, b) => b.letters - a.letters);
  }

  find(trimmed: string): FoundItem | null {
    let found = this.#found.get(trimmed);
    if (found === undefined) {
      found = this.#lookUp(trimmed);
      this.#found.set(trimmed, found);
    }
    return found;
  }

  /** The known item that an unknown one is probably meant to be: nearest by id, or the one with that title. */
  suggest(trimmed: string): string | null {
    return this.#byTitle.get(foldText(trimmed)) ?? this.#suggestions.nearest(trimmed);
  }

  #lookUp(trimmed: string): FoundItem | null {
    const exact = this.#exact.get(trimmed);
    if (exact) return { item: trimmed, rules: exact };
    const spelled = this.#folded.get(foldText(trimmed)) ?? null;
    const rules = spelled === null ? undefined : this.#exact.get(spelled);
    if (spelled !== null && rules) return { item: spelled, rules };
    const family = this.#families.find(({ pattern }) => pattern.test(trimmed));
    return family ? { item: trimmed, rules: family.rules } : null;
  }
}

function readyRules(declaration: InputDeclaration): ItemRules {
  return {
    declaration,
    words: new WordList(declaration.words, declaration.wordTitles),
    categories: new WordList(declaration.categories, declaration.categoryTitles),
    min: limit(declaration.min),
    max: limit(declaration.max),
  };
}

function limit(text: string | null): Limit | null {
  const exact = text === null ? null : parseNumber(text);
  return text === null || exact === null ? null : { text, exact };
}
