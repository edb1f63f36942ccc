import type { LocalText } from '../reader/figure.ts';
import type { BandRow } from '../rules/band-rows.ts';
import { exactNumber } from '../scheme/exact.ts';
import type { Literal } from '../scheme/schema/common.ts';
import { joinTexts } from '../scheme/texts.ts';
import { wordFormula } from './formula-words.ts';

// What the wordings of rules have in common.

/** What a name in a formula is called. */
export type Title = (id: string) => LocalText;

export function both(zh: string, en: string): LocalText {
  return { zh, en };
}

/** Sentences of a list, in the usual marks of each language. */
export function sentences(texts: readonly LocalText[]): LocalText {
  return joinTexts(texts, '；', '; ');
}

/** A number as it is written, or a formula in words. */
export function amount(value: string | number | undefined, titleOf: Title): LocalText {
  if (value === undefined) return both('', '');
  return exactNumber(value) === null ? wordFormula(String(value), titleOf) : both(String(value), String(value));
}

export function literalZh(value: Literal): string {
  return { NA: '不适用', none: '无', true: '是', false: '否' }[String(value)] ?? String(value);
}

export function literalEn(value: Literal): string {
  return { NA: 'not applicable', true: 'yes', false: 'no' }[String(value)] ?? String(value);
}

/** A row of bands: where it begins and ends, and what it gives. */
export function bandText(row: BandRow, titleOf: Title): LocalText {
  const result =
    row.marks === undefined ? both(String(row.is ?? ''), String(row.is ?? '')) : amount(row.marks, titleOf);
  const ends = ([sign, end]: readonly [string, string | number | undefined]): LocalText[] => {
    if (end === undefined) return [];
    const words = amount(end, titleOf);
    return [both(`${sign} ${words.zh}`, `${sign} ${words.en}`)];
  };
  const range = joinTexts(
    (
      [
        ['≥', row.from],
        ['>', row.above],
        ['≤', row.to],
        ['<', row.below],
      ] as const
    ).flatMap(ends),
    ' 且 ',
    ' and ',
  );
  return range.zh === ''
    ? both(`其他 ${result.zh}`, `otherwise ${result.en}`)
    : both(`${range.zh} 为 ${result.zh}`, `${range.en}: ${result.en}`);
}
