import { foldText } from '../fold-text.ts';
import type { KnownColumn } from '../header.ts';
import { readTitle, titleKey, type ColumnTitle } from './column-title.ts';
import { isDate, isNumeric, share, subjectShare, valuesOf, type ColumnValues } from './column-values.ts';
import { knownMeanings, type KnownMeaning } from './known-columns.ts';
import type { ProposalReason } from './mapping-proposal.ts';
import { CERTAIN, type ItemMatch } from './match-items.ts';
import type { ProposeContext } from './propose-context.ts';
import { isTotal } from './row-kind.ts';
import type { GridRow } from './sheet-grid.ts';
import type { ColumnMapping, ColumnMeaning, SheetMapping } from './sheet-mapping.ts';
import { isUnit } from './units.ts';

/** A column of a sheet, and all that can be said about it. */
export interface ColumnFacts {
  readonly column: number;
  readonly title: ColumnTitle;
  readonly values: ColumnValues;
  readonly known: readonly KnownMeaning[];
  readonly matches: readonly ItemMatch[];
}

/** What a column is taken for. */
export interface ColumnChoice {
  readonly facts: ColumnFacts;
  readonly means: ColumnMeaning;
  readonly confidence: number;
  readonly reason: ProposalReason;
  /** The same column of an earlier mapping, with its words and its factor. */
  readonly earlier?: ColumnMapping;
  /** Another column fits the same item as well. */
  readonly contested?: string;
  /** What it may be; nothing on the sheet says which. */
  readonly alternatives?: readonly ColumnMeaning[];
  /** Nothing but words that anything could be called by says what it is. */
  readonly isVague?: boolean;
  /** It holds the marks of a whole class of raters. */
  readonly isClass?: boolean;
}

export function columnFacts(
  titles: readonly (readonly string[])[],
  rows: readonly GridRow[],
  width: number,
  { titles: items }: ProposeContext,
): ColumnFacts[] {
  const facts: ColumnFacts[] = [];
  for (let column = 0; column < width; column += 1) {
    const title = readTitle(titles[column] ?? []);
    const values = valuesOf(rows, column);
    if (title.text === '' && values.filled === 0) continue;
    const meanings = new Set(title.spellings.flatMap((spelling) => [...knownMeanings(spelling)]));
    // 单位 is who is scored, or what is counted in.
    meanings.delete(values.filled > 0 && share(values, isUnit) >= 0.8 ? 'name' : 'unit');
    if (isTotal(title.parts.at(-1) ?? '')) meanings.add('ignore');
    const known = [...meanings];
    facts.push({ column, title, values, known, matches: title.text === '' ? [] : items.match(title, values) });
  }
  return facts;
}

export interface SubjectColumns {
  readonly subject: ColumnFacts | null;
  readonly by: 'id' | 'name';
  readonly name: ColumnFacts | null;
  readonly confidence: number;
  readonly reason: ProposalReason;
}

const NOT_SUBJECTS: readonly KnownMeaning[] = ['parent', 'group', 'rater', 'unit'];

/** Which column says who a row is about: the one whose values are subjects, or whose title says so. */
export function findSubjectColumns(facts: readonly ColumnFacts[], { subjects }: ProposeContext): SubjectColumns {
  const possible = facts.filter(
    ({ known, matches }) =>
      !known.some((meaning) => NOT_SUBJECTS.includes(meaning)) && (matches[0]?.confidence ?? 0) < 0.97,
  );
  const scored = possible.map((column) => ({
    column,
    id: subjectShare(column.values, subjects, 'id') + (column.known.includes('subject') ? 0.3 : 0),
    name: subjectShare(column.values, subjects, 'name') + (column.known.includes('name') ? 0.3 : 0),
  }));
  const isText = ({ column }: (typeof scored)[number]) => share(column.values, isNumeric) < 0.5;
  const best = (by: 'id' | 'name', least: number, not?: ColumnFacts) =>
    scored
      .filter((one) => one[by] >= least && one.column !== not && (by === 'id' || isText(one)))
      .sort((a, b) => b[by] - a[by])[0]?.column ?? null;
  const byId = best('id', 0.5) ?? (subjects.size === 0 ? best('id', 0.3) : null);
  const byName = best('name', 0.5, byId ?? undefined) ?? best('name', 0.3, byId ?? undefined);
  if (byId !== null)
    return { subject: byId, by: 'id', name: byName, confidence: 0.95, reason: subjects.size > 0 ? 'values' : 'known' };
  if (byName !== null) {
    const isSure = subjectShare(byName.values, subjects, 'name') >= 0.5;
    return {
      subject: byName,
      by: 'name',
      name: null,
      confidence: isSure ? 0.95 : 0.8,
      reason: isSure ? 'values' : 'known',
    };
  }
  const byTitle = best('id', 0.3);
  return {
    subject: byTitle,
    by: 'id',
    name: null,
    confidence: byTitle === null ? 0 : 0.6,
    reason: byTitle === null ? 'none' : 'known',
  };
}

/** The column that says which item a row is about: by its values, or by its title where some of them are items. */
export function findItemColumn(
  facts: readonly ColumnFacts[],
  { titles }: ProposeContext,
  not: readonly ColumnFacts[],
): ColumnFacts | null {
  const shares = facts
    .filter((column) => !not.includes(column) && column.values.filled > 0)
    .map((column) => ({
      column,
      items: share(column.values, (text) => !isNumeric(text) && titles.named(text) !== null),
    }));
  const best = shares.sort((a, b) => b.items - a.items)[0];
  if (best && best.items >= 0.6) return best.column;
  const titled = shares.find(({ column, items }) => column.known.includes('item') && items > 0.2);
  return titled?.column ?? null;
}

/** Gives each item to the column that fits it best; columns that fit it alike are left to a person. */
export function assignItems(
  facts: readonly ColumnFacts[],
): ReadonlyMap<ColumnFacts, ItemMatch & { contested?: string }> {
  const given = new Map<ColumnFacts, ItemMatch & { contested?: string }>();
  const taken = new Map<string, number>();
  // A title above the columns of other items is the heading of a section, and no item.
  const headings = new Set(
    facts.flatMap(({ title, matches: [best] }) =>
      best && !best.byGroup && best.confidence >= CERTAIN ? title.groups : [],
    ),
  );
  const isHeading = ({ title }: ColumnFacts, match: ItemMatch): boolean =>
    match.byGroup === true && title.groups.some((group) => headings.has(group));
  const open = facts.filter(({ matches }) => matches.length > 0);
  const all = open
    .flatMap((column) => column.matches.flatMap((match) => (match.isVague ? [] : [{ column, match }])))
    .filter(({ column, match }) => !isHeading(column, match))
    .sort((a, b) => b.match.confidence - a.match.confidence);
  const key = (column: ColumnFacts, item: string) => `${item} ${column.title.period}`;
  for (const { column, match } of all) {
    if (given.has(column)) continue;
    const before = taken.get(key(column, match.item));
    if (before === undefined) {
      taken.set(key(column, match.item), match.confidence);
      given.set(column, match);
    } else if (before - match.confidence < 0.1) given.set(column, { ...match, contested: match.item });
  }
  const contested = new Set(
    [...given].flatMap(([column, { contested: item }]) => (item === undefined ? [] : [key(column, item)])),
  );
  for (const [column, match] of given) {
    if (contested.has(key(column, match.item))) given.set(column, { ...match, contested: match.item });
  }
  return given;
}

/** What an earlier mapping of such a sheet says of a column. */
export function earlierColumn(earlier: SheetMapping | null, title: ColumnTitle): ColumnMapping | null {
  if (earlier === null || title.text === '') return null;
  const key = titleKey(title.text);
  const same = earlier.columns.filter((column) => titleKey(column.title) === key);
  return same.length === 1 ? same[0]! : null;
}

/** Fields of rows that the words of a title speak for, in the order of the sheet. */
export function knownField(
  facts: ColumnFacts,
  wanted: readonly (KnownColumn | 'unit')[],
  used: ReadonlySet<string>,
): KnownColumn | 'unit' | null {
  const field = wanted.find((one) => facts.known.includes(one) && !used.has(one));
  if (field === undefined) return null;
  if (field === 'date') return share(facts.values, isDate) >= 0.5 || facts.values.filled === 0 ? field : null;
  return field;
}

export function isSubjectWord(text: string): boolean {
  return /名单|花名册|对象|名册|基本情况|基本信息|人员信息|单位表/.test(foldText(text));
}
