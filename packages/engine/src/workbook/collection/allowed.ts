import { FLAG_LABELS, NOT_APPLICABLE_LABEL, wordLabels } from '../../io/template/labels.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { InputUse } from './input-use.ts';

export type CollectionLanguage = keyof LocalText;

/** What may be filled in for an item, in words. */
export function allowedText(declaration: InputDeclaration, language: CollectionLanguage): string {
  const { kind, words, wordTitles, min, max, unit, mayBeNA, takesAnyWord } = declaration;
  const inWords = words.length > 0 ? collectionTexts.words(wordLabels(words, wordTitles, language)) : null;
  const allowed =
    inWords ??
    (takesAnyWord
      ? collectionTexts.anyWord
      : kind === 'flag'
        ? collectionTexts.flag
        : collectionTexts.range(min, max, unit));
  return (mayBeNA ? collectionTexts.orNA(allowed) : allowed)[language];
}

/** The texts of the drop-down list of an item; `null` where its value is a number or any word. */
export function listOf(declaration: InputDeclaration, language: CollectionLanguage): string[] | null {
  const { kind, words, wordTitles, mayBeNA } = declaration;
  const ending = mayBeNA ? [NOT_APPLICABLE_LABEL[language]] : [];
  if (words.length > 0) return [...wordLabels(words, wordTitles, language), ...ending];
  if (kind === 'flag') return [FLAG_LABELS.true[language], FLAG_LABELS.false[language], ...ending];
  return null;
}

/** A formula that is true for what may be typed into the cell; `null` where anything may. */
export function numberFormula(cell: string, { min, max, mayBeNA, takesAnyWord }: InputDeclaration): string | null {
  if (takesAnyWord) return null;
  const limits = [
    `ISNUMBER(${cell})`,
    ...(min === null ? [] : [`${cell}>=${min}`]),
    ...(max === null ? [] : [`${cell}<=${max}`]),
  ];
  const isNumber = limits.length === 1 ? limits[0]! : `AND(${limits.join(',')})`;
  if (!mayBeNA) return isNumber;
  const words = [...new Set(['NA', ...Object.values(NOT_APPLICABLE_LABEL)])].map((word) => `${cell}="${word}"`);
  return `OR(${[isNumber, ...words].join(',')})`;
}

/** What an item is called: a member of a family with its own id. */
export function itemTitle({ item, declaration }: InputUse, language: CollectionLanguage): string {
  const title = declaration.title[language];
  return item === declaration.item ? title : `${title} (${item})`;
}

const MOST_RULES = 6;

/** The rules that an item goes into, in words: those of several figures each with the figure's title. */
export function ruleText({ nodes }: InputUse, language: CollectionLanguage): string {
  const shown = nodes.filter(({ rule }) => rule[language] !== '');
  const only = shown.length === 1 ? shown[0] : undefined;
  if (only !== undefined) return only.rule[language];
  const between = language === 'zh' ? '：' : ': ';
  const lines = shown.slice(0, MOST_RULES).map(({ title, rule }) => title[language] + between + rule[language]);
  return [...lines, ...(shown.length > MOST_RULES ? ['…'] : [])].join('\n');
}

/** The clauses that an item is there for. */
export function clauseText({ nodes }: InputUse, language: CollectionLanguage): string {
  const clauses = [...new Set(nodes.map(({ clause }) => clause).filter((clause) => clause !== ''))];
  return clauses.join(language === 'zh' ? '、' : ', ');
}

/** Full marks of the figures that an item is there for; where they differ, each with the figure's title. */
export function maxText({ nodes }: InputUse, language: CollectionLanguage): string {
  const marked = nodes.filter(({ max }) => max !== null);
  const maxima = [...new Set(marked.map(({ max }) => max))];
  if (maxima.length <= 1) return maxima[0] ?? '';
  return marked.map(({ title, max }) => `${title[language]} ${max}`).join(language === 'zh' ? '、' : ', ');
}
