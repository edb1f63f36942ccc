import { foldText } from '../fold-text.ts';
import { findPeriods, needsYear, withYear } from './find-period.ts';
import type { ProposeContext } from './propose-context.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { isUnit } from './units.ts';

/** What stands around a table and holds for all of it. */
export interface SheetContext {
  /** Periods that are named; where there is more than one, a person must say. */
  readonly periods: readonly string[];
  /** The year of months and quarters that stand without one; empty: not known. */
  readonly year: string;
  /** The year is that of the period that is being worked on: nothing on the sheet says so. */
  readonly isYearAssumed: boolean;
  /** Items whose whole title is named above the table or by the sheet. */
  readonly items: readonly string[];
  /** The units of all figures: "单位:万元、吨" above the table, or （万元） behind its title. */
  readonly units: readonly string[];
  readonly texts: readonly string[];
}

export function sheetContext(grid: SheetGrid, headerFirst: number, context: ProposeContext): SheetContext {
  const { table, rows, around } = grid;
  const own = rows.filter(({ row }) => row < headerFirst).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  const above = [...own, ...around];
  const file = table.file.replace(/\.[^.]*$/, '');
  // What stands nearer to the table is meant: a copied file keeps its old name.
  const texts = [...above, table.sheet, file];
  const named = texts.map((text) => findPeriods(text).map(({ period }) => period));
  const year = named.flat().find((period) => !needsYear(period)) ?? context.period;
  const isYearAssumed = year !== '' && named.flat().every(needsYear);
  const periods = periodsIn(named, year);
  return {
    periods,
    year: (periods[0] ?? year).slice(0, 4),
    isYearAssumed,
    items: itemsIn(texts, context),
    units: unitsIn([...above, table.sheet]),
    texts,
  };
}

function periodsIn(named: readonly (readonly string[])[], year: string): string[] {
  for (const periods of named) {
    if (periods.length === 0) continue;
    const whole = periods.filter((period) => !needsYear(period));
    if (whole.length > 0) {
      // A sheet 第三季度 in a file of the year.
      const part = named.flat().find(needsYear);
      if (whole.length === 1 && /^\d{4}$/.test(whole[0]!) && part !== undefined) return [withYear(part, whole[0]!)];
      return whole;
    }
    if (year !== '') return periods.map((period) => withYear(period, year));
  }
  return [];
}

function itemsIn(texts: readonly string[], { inputs, items }: ProposeContext): string[] {
  const named = inputs
    .filter(({ item }) => !item.includes('*'))
    .map(({ item, title }) => ({
      item,
      names: [title.zh, title.en, item].map(foldText).filter((name) => name.length > 1),
    }));
  for (const text of texts) {
    const folded = foldText(text);
    const found = named.filter(({ names }) => names.some((name) => folded.includes(name)));
    // 信访 lies within 信访积案: the longer title is meant.
    const longest = Math.max(
      0,
      ...found.flatMap(({ names }) => names.filter((name) => folded.includes(name)).map((name) => name.length)),
    );
    const meant = found.filter(({ names }) => names.some((name) => name.length === longest && folded.includes(name)));
    if (meant.length > 0) return meant.map(({ item }) => items.find(item)?.item ?? item);
  }
  return [];
}

const NAMED_UNITS = /单位\s*[:：]\s*([^\s;；)）]+)/g;
const IN_BRACKETS = /[(（]\s*([^()（）]{1,8}?)\s*[)）]/g;

function unitsIn(above: readonly string[]): readonly string[] {
  const units = above.flatMap((text) => {
    const named = [...text.matchAll(NAMED_UNITS)].flatMap(([, all = '']) => all.split(/[、/／,，和及与]/));
    const inBrackets = [...text.matchAll(IN_BRACKETS)].map(([, inside = '']) => inside);
    return [...named, ...inBrackets].filter(isUnit);
  });
  return [...new Set(units)];
}
