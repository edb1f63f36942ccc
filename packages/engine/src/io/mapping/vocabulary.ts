import type { LocalText } from '../../reader/figure.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { isFamily } from '../../data/item-pattern.ts';
import { isNotApplicable, readFlag, WordList } from '../normalise/words.ts';
import { saysNotApplicable } from './not-applicable.ts';
import type { ColumnMapping, SheetMapping } from './sheet-mapping.ts';
import { titleWord } from './title-word.ts';

/** The words that the texts of a column may stand for. */
export interface Vocabulary {
  readonly kind: 'words' | 'flags' | 'categories' | 'items';
  readonly words: readonly { readonly word: string; readonly title: LocalText | null }[];
  /** `NA` may be said as well. */
  readonly mayBeNA: boolean;
}

const FLAGS: Vocabulary['words'] = [
  { word: 'true', title: { zh: '是', en: 'Yes' } },
  { word: 'false', title: { zh: '否', en: 'No' } },
];

/** What a column may say; `null`: it holds figures, free text, or nothing that is read. */
export function vocabularyOf(
  { means }: ColumnMapping,
  mapping: SheetMapping,
  inputs: readonly InputDeclaration[],
): Vocabulary | null {
  switch (means.kind) {
    case 'figure':
    case 'of-subject':
      // What a tick says, its column says.
      return means.word === undefined
        ? ofValues(means.item === undefined ? rowItems(mapping, inputs) : [means.item], inputs)
        : null;
    case 'value':
      return ofValues(rowItems(mapping, inputs), inputs);
    case 'category':
      return ofCategories(rowItems(mapping, inputs), inputs);
    case 'item':
      return {
        kind: 'items',
        words: inputs.filter(({ item }) => !isFamily(item)).map(({ item, title }) => ({ word: item, title })),
        mayBeNA: false,
      };
    default:
      return null;
  }
}

/** What a text is read as, if no word is set down for it; `null`: as none of the words. */
export function readsAs(text: string, { kind, words, mayBeNA }: Vocabulary): string | null {
  if (kind === 'flags') return readFlag(text) ?? notApplicable(text, mayBeNA);
  const list = new WordList(words.map(({ word }) => word));
  return list.find(text) ?? notApplicable(text, mayBeNA);
}

/** Texts that are the titles of words, and these words: to be set down for a column when its meaning is another. */
export function wordsByTitle(texts: readonly string[], vocabulary: Vocabulary): Readonly<Record<string, string>> {
  const titles = Object.fromEntries(vocabulary.words.flatMap(({ word, title }) => (title ? [[word, title]] : [])));
  const pairs = texts.flatMap((text) => {
    const word = readsAs(text, vocabulary) === null ? titleWord(text, titles) : null;
    return word === null ? [] : [[text, word] as const];
  });
  return Object.fromEntries(pairs);
}

function notApplicable(text: string, mayBeNA: boolean): string | null {
  return isNotApplicable(text) || (mayBeNA && saysNotApplicable(text)) ? 'NA' : null;
}

/** The items of the rows of a table: the one that it is about, or those that a column names. */
function rowItems({ fixed, columns }: SheetMapping, inputs: readonly InputDeclaration[]): readonly string[] {
  if (fixed.item !== undefined) return [fixed.item];
  const column = columns.find(({ means }) => means.kind === 'item');
  if (column === undefined) return [];
  const named = new Set(Object.values(column.words ?? {}));
  // Ids stand for themselves, and need no word.
  return named.size > 0 ? [...named] : inputs.map(({ item }) => item);
}

function declared(items: readonly string[], inputs: readonly InputDeclaration[]): readonly InputDeclaration[] {
  return items.flatMap((item) => inputs.find((input) => input.item === item) ?? []);
}

function ofValues(items: readonly string[], inputs: readonly InputDeclaration[]): Vocabulary | null {
  const all = declared(items, inputs);
  const words = all.flatMap((input) => input.words.map((word) => ({ word, title: input.wordTitles[word] ?? null })));
  const mayBeNA = all.some((input) => input.mayBeNA);
  if (words.length > 0) return { kind: 'words', words: distinct(words), mayBeNA };
  return all.length > 0 && all.every(({ kind }) => kind === 'flag') ? { kind: 'flags', words: FLAGS, mayBeNA } : null;
}

function ofCategories(items: readonly string[], inputs: readonly InputDeclaration[]): Vocabulary | null {
  const words = declared(items, inputs).flatMap((input) =>
    input.categories.map((word) => ({ word, title: input.categoryTitles[word] ?? null })),
  );
  return words.length > 0 ? { kind: 'categories', words: distinct(words), mayBeNA: false } : null;
}

function distinct(words: Vocabulary['words']): Vocabulary['words'] {
  return words.filter(({ word }, at) => words.findIndex((other) => other.word === word) === at);
}
