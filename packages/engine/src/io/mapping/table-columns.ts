import type { ItemRules } from '../item-index.ts';
import { isNumeric, share } from './column-values.ts';
import type { SheetContext } from './find-context.ts';
import { needsYear, withYear } from './find-period.ts';
import {
  knownField,
  type assignItems,
  type ColumnChoice,
  type ColumnFacts,
  type SubjectColumns,
} from './propose-columns.ts';
import type { RatingColumn } from './rating-columns.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { titleWord } from './title-word.ts';
import type { ColumnMeaning, InCommon } from './sheet-mapping.ts';
import { titledSubject } from './subject-titles.ts';

export const IGNORE: ColumnMeaning = { kind: 'ignore' };

/** Columns that sum up, number or rank the others are no figures, unless their very title is an item. */
export function isFigure({ known, matches }: ColumnFacts): boolean {
  const best = matches[0]?.confidence ?? 0;
  return best >= 0.97 || (best > 0 && !known.some((meaning) => meaning === 'ignore' || meaning === 'note'));
}

/** Whether only words that anything could be called by say what the figures of a column are. */
export function isVague(facts: ColumnFacts): boolean {
  return isFigure(facts) && facts.matches.length > 0 && facts.matches.every((match) => match.isVague === true);
}

/** It stays out until somebody has said what it is. */
export function vagueChoice(facts: ColumnFacts): ColumnChoice {
  return { facts, means: IGNORE, confidence: 0.5, reason: 'alike', isVague: true };
}

/** What the columns of figures are, found before all others. */
export interface FoundFigures {
  readonly items: ReturnType<typeof assignItems>;
  readonly ratings: ReadonlyMap<ColumnFacts, RatingColumn>;
  /** The item of columns whose titles name only a period. */
  readonly fixedItem: string | undefined;
}

const NO_FIELDS = [] as const;
const RATING_FIELDS = ['rater', 'category'] as const;

export function wideColumns(draft: SheetDraft, { items, ratings, fixedItem }: FoundFigures): ColumnChoice[] {
  const used = new Set<string>();
  return draft.facts.map((facts): ColumnChoice => {
    const subject = subjectChoice(facts, draft.subject);
    if (subject) return subject;
    const period = periodOf(facts, draft.around);
    const rating = ratings.get(facts);
    if (rating) return ratingChoice(facts, rating, period);
    const match = items.get(facts);
    if (match?.contested !== undefined) {
      return { facts, means: IGNORE, confidence: match.confidence, reason: match.reason, contested: match.contested };
    }
    if (match) return { facts, means: figure(match.item, period), confidence: match.confidence, reason: match.reason };
    if (period !== '' && facts.title.spellings.length === 0 && fixedItem !== undefined) {
      return { facts, means: figure(fixedItem, period), confidence: 0.85, reason: 'title' };
    }
    if (isVague(facts)) return vagueChoice(facts);
    const fields = ['period', ...(ratings.size > 0 ? RATING_FIELDS : NO_FIELDS), 'note', 'group', 'parent'] as const;
    return fieldChoice(facts, fields, used) ?? leftOver(facts);
  });
}

/** Subjects side by side: a row is about an item, or is the marks of a rater. */
export function besideColumns(
  draft: SheetDraft,
  {
    item,
    isRated,
    ratings,
  }: { item: ColumnFacts | null; isRated: boolean; ratings: ReadonlyMap<ColumnFacts, RatingColumn> },
): ColumnChoice[] {
  const used = new Set<string>();
  const raters = isRated ? raterColumn(draft) : null;
  return draft.facts.map((facts): ColumnChoice => {
    if (facts === item) return { facts, means: { kind: 'item' }, confidence: 0.95, reason: 'values' };
    const subject = titledSubject(facts, draft.context);
    if (subject !== null) {
      const rating = ratings.get(facts);
      const more = rating ? { item: rating.item, ...inCommon(facts, rating, '') } : {};
      return { facts, means: { kind: 'of-subject', subject, ...more }, confidence: 0.9, reason: 'title' };
    }
    if (facts === raters) return { facts, means: { kind: 'rater' }, confidence: 0.8, reason: 'known' };
    return fieldChoice(facts, ['period', 'unit', 'category', 'note'], used) ?? leftOver(facts);
  });
}

/** Who rated stands before the marks, whatever its column is called. */
function raterColumn({ facts, context }: SheetDraft): ColumnFacts | null {
  const first = facts.findIndex((one) => titledSubject(one, context) !== null);
  const before = facts.slice(0, first).filter(({ values }) => values.filled > 0);
  const isCalled = ({ known }: ColumnFacts, ...names: readonly string[]): boolean =>
    known.some((one) => names.includes(one));
  return (
    before.find((one) => isCalled(one, 'rater')) ??
    before.find((one) => isCalled(one, 'name', 'subject') && share(one.values, isNumeric) < 0.5) ??
    before.find((one) => !isCalled(one, 'category', 'note', 'period') && share(one.values, isNumeric) < 0.5) ??
    before.find((one) => isCalled(one, 'ignore')) ??
    null
  );
}

export function longColumns(
  draft: SheetDraft,
  item: ColumnFacts | null,
  value: ColumnFacts | null,
  fixedItem?: string,
): ColumnChoice[] {
  const used = new Set<string>();
  const columns = draft.facts.map((facts): ColumnChoice => {
    const subject = subjectChoice(facts, draft.subject);
    if (subject) return subject;
    if (facts === item) return { facts, means: { kind: 'item' }, confidence: 0.95, reason: 'values' };
    if (facts === value) return { facts, means: { kind: 'value' }, confidence: 0.9, reason: 'known' };
    const fields = ['period', 'unit', 'date', 'category', 'rater', 'matter', 'note'] as const;
    return fieldChoice(facts, fields, used) ?? leftOver(facts);
  });
  const rules = fixedItem === undefined ? undefined : draft.context.items.find(fixedItem)?.rules;
  return rules ? withFieldsByValues(columns, rules, value === null) : columns;
}

/** Columns whose titles nobody knows, by what stands in them: the classes of the item, or the only figures. */
function withFieldsByValues(columns: ColumnChoice[], rules: ItemRules, needsValue: boolean): ColumnChoice[] {
  const { declaration, categories } = rules;
  const isOpen = ({ means, facts }: ColumnChoice): boolean =>
    means.kind === 'ignore' && facts.known.length === 0 && facts.values.filled > 0;
  const isClass = (text: string): boolean =>
    categories.find(text) !== null || titleWord(text, declaration.categoryTitles) !== null;
  const hasCategory = columns.some(({ means }) => means.kind === 'category');
  const open = columns.filter(isOpen);
  const category = hasCategory ? undefined : open.find(({ facts }) => share(facts.values, isClass) >= 0.5);
  const figures = open.filter((one) => one !== category && share(one.facts.values, isNumeric) >= 0.5);
  const [value] = needsValue && declaration.needsValue && figures.length === 1 ? figures : [];
  return columns.map((one) => {
    if (one === category) return { ...one, means: { kind: 'category' }, confidence: 0.85, reason: 'values' };
    return one === value ? { ...one, means: { kind: 'value' }, confidence: 0.7, reason: 'values' } : one;
  });
}

export function subjectsColumns({ facts: all, subject }: SheetDraft): ColumnChoice[] {
  const used = new Set<string>();
  return all.map((facts): ColumnChoice => {
    const chosen = subjectChoice(facts, subject) ?? fieldChoice(facts, ['group', 'parent'], used);
    if (chosen) return chosen;
    if (facts.known.includes('ignore') || facts.title.text === '')
      return { facts, means: IGNORE, confidence: 0.9, reason: 'known' };
    return { facts, means: { kind: 'attribute', name: facts.title.text }, confidence: 0.9, reason: 'known' };
  });
}

export function unreadColumns({ facts }: SheetDraft): ColumnChoice[] {
  return facts.map((column) => ({ facts: column, means: IGNORE, confidence: 0, reason: 'none' }));
}

function fieldChoice(
  facts: ColumnFacts,
  fields: Parameters<typeof knownField>[1],
  used: Set<string>,
): ColumnChoice | null {
  const field = knownField(facts, fields, used);
  if (field === null) return null;
  used.add(field);
  return { facts, means: { kind: field } as ColumnMeaning, confidence: 0.9, reason: 'known' };
}

function subjectChoice(
  facts: ColumnFacts,
  { subject, by, name, confidence, reason }: SubjectColumns,
): ColumnChoice | null {
  if (facts === subject) return { facts, means: { kind: 'subject', by }, confidence, reason };
  return facts === name ? { facts, means: { kind: 'name' }, confidence, reason } : null;
}

function leftOver(facts: ColumnFacts): ColumnChoice {
  const isKnown = facts.known.length > 0 || facts.values.filled === 0;
  return { facts, means: IGNORE, confidence: isKnown ? 0.9 : 0, reason: isKnown ? 'known' : 'none' };
}

function figure(item: string, period: string): ColumnMeaning {
  return period === '' ? { kind: 'figure', item } : { kind: 'figure', item, period };
}

/** Where several items can be meant, the column stays out until somebody has said which. */
function ratingChoice(facts: ColumnFacts, rating: RatingColumn, period: string): ColumnChoice {
  const { says, alternatives } = rating;
  const meaningOf = (one: RatingColumn): ColumnMeaning => ({
    kind: 'figure',
    item: one.item,
    ...inCommon(facts, one, period),
  });
  const isClass = says.category !== undefined && says.rater === undefined && says.word === undefined;
  return {
    facts,
    means: (alternatives?.length ?? 1) > 1 ? IGNORE : meaningOf(rating),
    confidence: 0.9,
    reason: 'title',
    ...(alternatives ? { alternatives: alternatives.map(meaningOf) } : {}),
    ...(isClass ? { isClass } : {}),
  };
}

/** A class that has one column for all of its marks counts as one rater of that class. */
function inCommon({ title }: ColumnFacts, { says }: RatingColumn, period: string): InCommon {
  const { category, word } = says;
  const ofClass = category === undefined || word !== undefined ? undefined : title.parts.at(-1);
  const rater = says.rater ?? ofClass;
  return {
    ...(period === '' ? {} : { period }),
    ...(category === undefined ? {} : { category }),
    ...(rater === undefined ? {} : { rater }),
    ...(word === undefined ? {} : { word }),
  };
}

function periodOf({ title }: ColumnFacts, { year }: SheetContext): string {
  if (title.period === '' || !needsYear(title.period)) return title.period;
  return year === '' ? '' : withYear(title.period, year);
}
