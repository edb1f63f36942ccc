import type { LocalText } from '../../reader/figure.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { trimText } from '../fold-text.ts';

/** Between what something is called and its id: `张村｜v1`. */
const BETWEEN = '｜';

const LANGUAGES = ['zh', 'en'] as const;

/** What is shown for "does not apply" in the drop-down lists of a collection workbook. */
export const NOT_APPLICABLE_LABEL: LocalText = { zh: '不适用', en: 'NA' };
export const FLAG_LABELS: Readonly<Record<'true' | 'false', LocalText>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

/** A name and an id as one text of a drop-down list. */
export function namedId(name: string, id: string): string {
  return name === '' || name === id ? id : `${name}${BETWEEN}${id}`;
}

/** Takes such a text apart again; a text without a name is an id. */
export function readNamedId(text: string): { readonly name: string; readonly id: string } {
  const at = text.lastIndexOf(BETWEEN);
  if (at < 0) return { name: '', id: text };
  return { name: trimText(text.slice(0, at)), id: trimText(text.slice(at + BETWEEN.length)) };
}

type Titles = Readonly<Record<string, LocalText>>;

/** The words of a vocabulary as a drop-down list shows them: by their titles where these tell them apart. */
export function wordLabels(words: readonly string[], titles: Titles, language: keyof LocalText): string[] {
  return words.map((word) => {
    const title = titleOf(word, titles, language);
    const isClear = words.every((other) => other === word || (other !== title && !hasTitle(other, title, titles)));
    return isClear ? title : namedId(title, word);
  });
}

function titleOf(word: string, titles: Titles, language: keyof LocalText): string {
  return trimText(titles[word]?.[language] ?? '') || word;
}

function hasTitle(word: string, title: string, titles: Titles): boolean {
  return LANGUAGES.some((language) => titleOf(word, titles, language) === title);
}

/** The value that a text of a collection workbook stands for; any other text stays as it is. */
export function valueOfLabel(text: string, declaration: InputDeclaration): string {
  const trimmed = trimText(text);
  const { kind, words, wordTitles } = declaration;
  const word = wordOfLabel(trimmed, words, wordTitles);
  if (word !== null) return word;
  if (trimmed === NOT_APPLICABLE_LABEL.zh) return 'NA';
  if (kind === 'flag') {
    for (const flag of ['true', 'false'] as const) {
      if (Object.values(FLAG_LABELS[flag]).includes(trimmed)) return flag;
    }
  }
  return text;
}

/** The category that a text of a collection workbook stands for. */
export function categoryOfLabel(text: string, { categories, categoryTitles }: InputDeclaration): string {
  return wordOfLabel(trimText(text), categories, categoryTitles) ?? text;
}

/** The one word that a text names by its title in either language; `null` where it names none or several, or is a word. */
function wordOfLabel(trimmed: string, words: readonly string[], titles: Titles): string | null {
  if (trimmed === '' || words.includes(trimmed)) return null;
  const named = words.filter(
    (word) =>
      hasTitle(word, trimmed, titles) ||
      LANGUAGES.some((language) => namedId(titleOf(word, titles, language), word) === trimmed),
  );
  return named.length === 1 ? named[0]! : null;
}
