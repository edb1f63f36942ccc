import type { LocalText } from '../reader/figure.ts';
import type { Title } from './schema/common.ts';

/** A title of the file in both languages; where there is no English the Chinese stands in for it. */
export function localText(title: Title | undefined, fallback: string): LocalText {
  if (title === undefined) return { zh: fallback, en: fallback };
  if (typeof title === 'string') return { zh: title, en: title };
  return { zh: title.zh, en: title.en ?? title.zh };
}

/** The same text in both languages: ids, numbers, formulas. */
export function plain(text: string): LocalText {
  return { zh: text, en: text };
}

/** Joins texts language by language. */
export function joinTexts(texts: readonly LocalText[], zhSeparator: string, enSeparator: string): LocalText {
  return {
    zh: texts.map((text) => text.zh).join(zhSeparator),
    en: texts.map((text) => text.en).join(enSeparator),
  };
}
