/** The last number of a clause: `二(三)4` is the 4th, in Arabic signs, of what stands in `二(三)`. */
export interface ClauseNumber {
  /** What stands before the number, sign of its style included. */
  readonly before: string;
  readonly style: 'chinese' | 'arabic' | 'circled';
  readonly number: number;
  readonly after: string;
}

const CHINESE = '零一二三四五六七八九';
const LAST = /^(.*?)([一二三四五六七八九十百]+|\d+|[①-⑳])([^一二三四五六七八九十百\d①-⑳]*)$/u;

/** `null` for a clause without a number (`附件`). */
export function clauseNumber(clause: string): ClauseNumber | null {
  const [, before = '', sign = '', after = ''] = LAST.exec(clause.trim()) ?? [];
  if (sign === '') return null;
  if (/^\d+$/.test(sign)) return { before, style: 'arabic', number: Number(sign), after };
  const circled = sign.codePointAt(0) as number;
  if (circled >= 0x2460 && circled <= 0x2473) return { before, style: 'circled', number: circled - 0x245f, after };
  return { before, style: 'chinese', number: chineseNumber(sign), after };
}

/** The clause that has another number at the same place. */
export function clauseWith({ before, style, after }: ClauseNumber, number: number): string {
  const sign = style === 'arabic' ? String(number) : style === 'chinese' ? chinese(number) : circledSign(number);
  return `${before}${sign}${after}`;
}

/** 三, 十, 十二, 二十, 二十三: as far as clauses are numbered. */
export function chineseNumber(sign: string): number {
  const [tens, ones] = sign.includes('十') ? sign.split('十') : ['', sign];
  const digit = (text: string | undefined): number => Math.max(0, CHINESE.indexOf(text === '' ? '零' : (text ?? '零')));
  return sign.includes('十') ? Math.max(1, digit(tens)) * 10 + digit(ones) : digit(ones);
}

function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const last = ones === 0 ? '' : (CHINESE[ones] as string);
  if (tens === 0) return CHINESE[ones] as string;
  return `${tens === 1 ? '' : (CHINESE[tens] as string)}十${last}`;
}

function circledSign(number: number): string {
  return String.fromCodePoint(0x245f + number);
}
