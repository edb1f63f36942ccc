import { parsePeriod } from '../../data/period.ts';
import { toHalfWidth } from '../fold-text.ts';

export interface FoundPeriod {
  /** `2024-Q3`; without a year `Q3`, `H1` or `03`. */
  readonly period: string;
  /** The text around it. */
  readonly rest: string;
}

const DIGITS = '〇一二三四五六七八九';
const YEAR = String.raw`(?<!\d)((?:19|20)\d\d)(?!\d)`;
const RANGE = String.raw`(\d{1,2})月?份?[-—–~～至](\d{1,2})月份?`;
/** A day is when a sheet was filled in, not what it is about. */
const DAY = /(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}[日号]|[-./]\d{1,2}[-./]\d{1,2})/g;
const WHOLE: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  [new RegExp(`${YEAR}年?度?${RANGE}`), (m) => spanOf(m[1]!, Number(m[2]), Number(m[3]))],
  [new RegExp(`${YEAR}年?度?[-_]?第?([一二三四1-4])季度?`), (m) => `${m[1]}-Q${quarter(m[2]!)}`],
  [new RegExp(`${YEAR}年?度?[-_]?Q([1-4])(?!\\d)`, 'i'), (m) => `${m[1]}-Q${m[2]}`],
  [new RegExp(`${YEAR}年?度?([上下])半年`), (m) => `${m[1]}-H${m[2] === '上' ? 1 : 2}`],
  [new RegExp(`${YEAR}年?度?[-_]?H([12])(?!\\d)`, 'i'), (m) => `${m[1]}-H${m[2]}`],
  [new RegExp(`${YEAR}年(\\d{1,2})月份?`), (m) => `${m[1]}-${m[2]!.padStart(2, '0')}`],
  [/(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])(?!\d)/, (m) => `${m[1]}-${m[2]}`],
  [new RegExp(`${YEAR}(?:年度?)?`), (m) => m[1]!],
];
const PARTS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/第?([一二三四1-4])季度/, (m) => `Q${quarter(m[1]!)}`],
  [/^Q([1-4])$/i, (m) => `Q${m[1]}`],
  [/([上下])半年/, (m) => `H${m[1] === '上' ? 1 : 2}`],
  [/(?<!\d)(1[0-2]|[1-9])月份?(?!\d)/, (m) => m[1]!.padStart(2, '0')],
];

/** The periods that a text names. One without a year stands for a part of a year that is named elsewhere. */
export function findPeriods(source: string): FoundPeriod[] {
  let text = toHalfWidth(source)
    .replace(/\s+/g, '')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((digit) => DIGITS.indexOf(digit.replace(/[○零]/, '〇'))).join(''),
    )
    .replace(DAY, '');
  const found: FoundPeriod[] = [];
  for (let turns = 0; turns < 8; turns += 1) {
    const next = firstOf(text, WHOLE);
    if (next === null) break;
    text = next.rest;
    if (next.period !== null && parsePeriod(next.period) !== null) found.push({ period: next.period, rest: text });
  }
  if (found.length > 0) return distinct(found.map(({ period }) => ({ period, rest: text })));
  const part = firstOf(text, PARTS);
  return part === null || part.period === null ? [] : [{ period: part.period, rest: part.rest }];
}

/** A part of a year with its year: `2024` and `Q1` are `2024-Q1`. */
export function withYear(part: string, year: string): string {
  return /^\d{4}/.test(part) ? part : `${year.slice(0, 4)}-${part}`;
}

export function needsYear(period: string): boolean {
  return !/^\d{4}/.test(period);
}

function firstOf(
  text: string,
  forms: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[],
): { period: string | null; rest: string } | null {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    return { period: read(match), rest };
  }
  return null;
}

/** January to March is a quarter; January to September is no period of an appraisal. */
function spanOf(year: string, from: number, to: number): string | null {
  if (from === 1 && to === 12) return year;
  if (to - from === 5 && (from === 1 || from === 7)) return `${year}-H${from === 1 ? 1 : 2}`;
  if (to - from === 2 && (from - 1) % 3 === 0 && to <= 12) return `${year}-Q${(from + 2) / 3}`;
  return null;
}

function quarter(word: string): number {
  const at = '一二三四'.indexOf(word);
  return at < 0 ? Number(word) : at + 1;
}

function distinct(found: readonly FoundPeriod[]): FoundPeriod[] {
  return found.filter(({ period }, index) => found.findIndex((other) => other.period === period) === index);
}
