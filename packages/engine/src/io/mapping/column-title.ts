import { foldText, toHalfWidth } from '../fold-text.ts';
import { findPeriods, needsYear, withYear } from './find-period.ts';
import { TITLE_SEPARATOR } from './row-kind.ts';
import { isUnit } from './units.ts';

/** The title of a column, taken apart. */
export interface ColumnTitle {
  /** From the top of the header to its last row. */
  readonly parts: readonly string[];
  /** All parts as one text, for people. */
  readonly text: string;
  /** The unit that the title names; empty: none. */
  readonly unit: string;
  /** The period that the title names, `2024-Q1`, or a quarter, half or month without a year, `Q1`; empty: none. */
  readonly period: string;
  /** Spellings by which the title may be known, the most exact first; folded, without unit and period. */
  readonly spellings: readonly string[];
  /** The title of the column alone, without brackets and numbers before it; folded. */
  readonly leaf: string;
  /** Titles over several columns that stand above it, the nearest first; folded. */
  readonly groups: readonly string[];
}

const BRACKETS = /[([（【〔]([^()[\]（）【】〔〕]*)[)\]）】〕]/g;
const NUMBERING = /^(?:[一二三四五六七八九十]+[、.．]|[(（]?\d{1,2}[)）、.．]\s*(?!\d)|[①-⑳])/;

export function readTitle(parts: readonly string[]): ColumnTitle {
  let unit = '';
  let period = '';
  const bare: string[] = [];
  for (const part of parts) {
    const found = takeUnit(part);
    if (found.unit !== '') unit = found.unit;
    // A row of units below the titles.
    if (found.unit !== '' && found.rest === part && parts.length > 1) continue;
    const periods = findPeriods(found.rest);
    const [only] = periods.length === 1 ? periods : [];
    if (only !== undefined && only.rest.replace(/[()（）\s]/g, '').length === 0) {
      // A year above, its quarters below.
      period = /^\d{4}$/.test(period) ? withYear(only.period, period) : only.period;
      continue;
    }
    // 2023年产量 beside 2024年产量: one item in two years.
    const isYear = only !== undefined && !needsYear(only.period) && only.rest.length > 1;
    if (isYear) period = only.period;
    const rest = isYear ? only.rest : found.rest;
    if (rest !== '') bare.push(rest);
  }
  const leaf = bare.at(-1) ?? '';
  const groups = bare.slice(0, -1).reverse();
  const spellings = [
    bare.join(''),
    leaf,
    bare.join('').replace(BRACKETS, ''),
    leaf.replace(BRACKETS, ''),
    leaf.replace(NUMBERING, ''),
    leaf.replace(BRACKETS, '').replace(NUMBERING, ''),
  ].map((text) => foldText(text));
  return {
    parts,
    text: parts.join(TITLE_SEPARATOR),
    unit,
    period,
    spellings: [...new Set(spellings)].filter((text) => text !== ''),
    leaf: foldText(leaf.replace(BRACKETS, '').replace(NUMBERING, '')),
    groups: groups.map(foldText),
  };
}

function takeUnit(part: string): { unit: string; rest: string } {
  for (const match of part.matchAll(BRACKETS)) {
    const inside = toHalfWidth(match[1] ?? '').replace(/^单位[:：]?/, '');
    if (isUnit(inside)) return { unit: inside, rest: part.replace(match[0], '') };
  }
  const tail = /^(.+?)[/／,，:：、](.{1,5})$/.exec(part);
  if (tail && isUnit(toHalfWidth(tail[2]!))) return { unit: toHalfWidth(tail[2]!), rest: tail[1]! };
  if (/[%％‰]$/.test(part) && part.length > 1) return { unit: toHalfWidth(part.slice(-1)), rest: part.slice(0, -1) };
  if (isUnit(toHalfWidth(part)) && part !== '') return { unit: toHalfWidth(part), rest: part };
  return { unit: '', rest: part };
}

/** A header in a form that stays the same from year to year. */
export function fingerprintOf(titles: readonly string[]): string {
  return titles.map(titleKey).join('|');
}

export function titleKey(title: string): string {
  return foldText(title).replace(/(?:19|20)\d\d/g, '#');
}
