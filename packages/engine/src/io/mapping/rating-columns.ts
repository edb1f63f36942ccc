import { parseNumber } from '../../number/text.ts';
import type { ItemRules } from '../item-index.ts';
import { readFlag } from '../normalise/words.ts';
import { fits, isNumeric, type ColumnValues } from './column-values.ts';
import { saysNotApplicable } from './not-applicable.ts';
import type { SheetContext } from './find-context.ts';
import type { ColumnFacts } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { readRatingTitle, type RatingTitle } from './rating-titles.ts';
import { titledSubject } from './subject-titles.ts';
import { isTick } from './value-groups.ts';

/** A column of the marks of one rater or of a class of raters, or of ticks for one word. */
export interface RatingColumn {
  readonly item: string;
  readonly says: RatingTitle;
  /** What it is where nobody knows the item; left out: the item is named. */
  readonly alternatives?: readonly RatingColumn[];
}

/** What a person should say of columns of ratings. */
export interface RatingDoubts {
  /** Nothing names the item: it is one of these. */
  readonly items: readonly string[];
  /** Titles that nobody knows, above marks: are they raters? */
  readonly areRaters: boolean;
}

export interface RatingColumns {
  readonly columns: ReadonlyMap<ColumnFacts, RatingColumn>;
  readonly doubts: RatingDoubts;
}

export const NO_RATINGS: RatingColumns = { columns: new Map(), doubts: { items: [], areRaters: false } };

/** Finds columns of ratings among those whose titles are no item. */
export function findRatings(
  facts: readonly ColumnFacts[],
  around: SheetContext,
  context: ProposeContext,
): RatingColumns {
  const rated = context.inputs.filter(({ kind, words }) => kind === 'rating' || (kind === 'level' && words.length > 0));
  if (rated.length === 0) return NO_RATINGS;
  const isRated = (item: string): boolean => rated.some((one) => one.item === item);
  const named = around.items.filter(isRated);
  const marks = facts.filter(
    ({ known, title, matches, values }) =>
      (!known.includes('ignore') || title.groups.length > 0) &&
      !known.includes('rater') &&
      (matches[0]?.confidence ?? 0) < 0.97 &&
      values.filled > 0,
  );
  const possible = named.length > 0 ? named : rated.map(({ item }) => item);
  const readings = marks.map((column) => {
    const own = column.title.parts.flatMap((part) => context.titles.exact(part) ?? []).filter(isRated);
    const candidates = own.length === 1 ? own : possible;
    const found = candidates.flatMap((item) => {
      const says = saysOf(column, item, context);
      return says === null ? [] : [{ item, says }];
    });
    return { column, found, isNamed: own.length === 1 || named.length === 1 };
  });
  // Items of one scheme often share their words and classes: then a person says which one is meant.
  const open = readings.filter(({ isNamed, found }) => !isNamed && found.length > 0);
  const items = open.length === 0 ? [] : likeliest(possible, open, context);
  const columns = new Map<ColumnFacts, RatingColumn>();
  for (const { column, found, isNamed } of readings) {
    if (isNamed && found[0]) columns.set(column, found[0]);
    const alternatives = found.filter(({ item }) => items.includes(item));
    if (!isNamed && alternatives[0]) columns.set(column, { ...alternatives[0], alternatives });
  }
  const sure = withoutLoneColumns(columns);
  if (sure.size > 0) return { columns: sure, doubts: { items, areRaters: false } };
  return guessed(marks, named, context);
}

interface Reading {
  readonly column: ColumnFacts;
  readonly found: readonly RatingColumn[];
}

/** Items that all columns can be of; those that take the values and explain the classes come before the others. */
function likeliest(
  possible: readonly string[],
  open: readonly Reading[],
  { items }: ProposeContext,
): readonly string[] {
  let left = possible.filter((item) => open.every(({ found }) => found.some((one) => one.item === item)));
  const takes = (item: string): boolean => {
    const rules = items.find(item)?.rules;
    return rules !== undefined && open.some(({ column: { values } }) => areTicks(values) || fits(values, rules) >= 0.5);
  };
  const explains = (item: string): boolean =>
    open.some(({ found }) => found.some((one) => one.item === item && one.says.category !== undefined));
  for (const holds of [takes, explains]) if (left.some(holds)) left = left.filter(holds);
  return left;
}

/** What a column says as one of ratings of an item; `null`: it is none. */
function saysOf({ title, values }: ColumnFacts, item: string, { items, titles }: ProposeContext): RatingTitle | null {
  const rules = items.find(item)?.rules;
  if (!rules) return null;
  const parts = title.parts.filter((part) => titles.exact(part) !== item);
  const says = readRatingTitle(parts, rules);
  if (says.rater === undefined && says.category === undefined && says.word === undefined) return null;
  // Nobody in particular says a level: its columns can only be ticked.
  if (rules.declaration.kind === 'level' && (says.word === undefined || says.rater !== undefined)) return null;
  if (says.word !== undefined) return areTicks(values) ? says : null;
  // Of somebody who is called a rater even what is no mark is for the checks to refuse.
  return says.rater !== undefined || fits(values, rules) >= 0.5 ? says : null;
}

/** Ticks, crosses and gaps; where some are ticks, a stray text between them is for the checks to refuse. */
function areTicks({ texts }: ColumnValues): boolean {
  const said = [...texts.keys()].filter((text) => !saysNotApplicable(text) && readFlag(text) !== 'false');
  return said.every(isTick) || (said.some(isTick) && !said.some((text) => !isTick(text) && isNumeric(text)));
}

/** One rater alone, or one word alone, is more likely some other column. */
function withoutLoneColumns(columns: ReadonlyMap<ColumnFacts, RatingColumn>): ReadonlyMap<ColumnFacts, RatingColumn> {
  const all = [...columns];
  const raters = new Set(all.map(([, { says }]) => says.rater ?? ''));
  const words = new Set(all.map(([, { says }]) => says.word ?? ''));
  const singles = new Set(all.flatMap(([, { says }]) => (says.rater === undefined ? [] : [says.category])));
  const kept = all.filter(([{ known }, { says }]) => {
    if (says.word !== undefined) return words.size > 1;
    // The mean of a class counts only where the marks of its raters are not there.
    if (known.includes('ignore') && (says.rater !== undefined || singles.has(says.category))) return false;
    return says.category !== undefined || says.isOfRaters === true || raters.size > 1;
  });
  return new Map(kept);
}

/** Marks under titles that nobody knows, in a table of ratings: probably the names of those who rated. */
function guessed(marks: readonly ColumnFacts[], named: readonly string[], context: ProposeContext): RatingColumns {
  const [item] = named.length === 1 ? named : [];
  const rules = item === undefined ? undefined : context.items.find(item)?.rules;
  if (item === undefined || rules?.declaration.kind !== 'rating') return NO_RATINGS;
  const unknown = marks.filter((column) => titledSubject(column, context) === null && isOfSomebody(column, rules));
  if (unknown.length < 2) return NO_RATINGS;
  const columns = unknown.map((column) => [column, { item, says: { rater: column.title.parts.at(-1)! } }] as const);
  return { columns: new Map(columns), doubts: { items: [], areRaters: true } };
}

function isOfSomebody({ known, title, values, matches }: ColumnFacts, rules: ItemRules): boolean {
  const isTitle = title.text !== '' && title.period === '' && !isNumeric(title.text);
  return isTitle && known.length === 0 && matches.length === 0 && isWithin(values, rules);
}

/** All values are marks that the item would take. */
function isWithin({ texts }: ColumnValues, { words, min, max }: ItemRules): boolean {
  const said = [...texts.keys()].filter((text) => !saysNotApplicable(text));
  if (said.length === 0) return false;
  if (words.words.length > 0) return said.every((text) => words.find(text) !== null);
  return said.every((text) => {
    const value = parseNumber(text);
    return value !== null && !(min && value.compare(min.exact) < 0) && !(max && value.compare(max.exact) > 0);
  });
}
