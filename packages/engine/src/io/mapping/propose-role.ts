import { isNumeric, share } from './column-values.ts';
import { CERTAIN } from './match-items.ts';
import { assignItems, findItemColumn, isSubjectWord, type ColumnFacts } from './propose-columns.ts';
import { findRatings, type RatingColumns } from './rating-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import type { SheetDraft, Verdict } from './sheet-draft.ts';
import type { SheetRole } from './sheet-mapping.ts';
import { areSubjectsBeside } from './subject-titles.ts';
import {
  besideColumns,
  isFigure,
  isVague,
  longColumns,
  subjectsColumns,
  unreadColumns,
  wideColumns,
  type FoundFigures,
} from './table-columns.ts';

/** What a table probably is, by all that is known about it. */
export function proposeRole(draft: SheetDraft): Verdict {
  const { facts, subject, context, around, header } = draft;
  const found = findAll(draft);
  const { item, value, figures, ratings, sureFigures, byPeriod } = found;
  if (subject.subject === null && areSubjectsBeside(facts, context)) {
    const beside = subjectsBeside(draft, found);
    if (beside !== null) return beside;
  }
  if (item !== null && subject.subject !== null && value !== null && sureFigures < 2 && ratings.columns.size === 0) {
    return { role: 'long', columns: longColumns(draft, item, value), confidence: 0.9, reason: 'values', isSure: true };
  }
  const isWide =
    sureFigures > 0 ||
    ratings.columns.size > 0 ||
    (figures.items.size > 0 && (found.fixedItem === undefined || isNamedTwice(found))) ||
    (found.fixedItem === undefined && context.subjects.size > 0 && found.free.some(isVague)) ||
    (byPeriod && found.fixedItem !== undefined);
  if (isWide) {
    // Where it is known who the rows are about, the columns are asked about one by one.
    const isSure = sureFigures > 0 || ratings.columns.size > 0 || byPeriod || subject.confidence > 0.9;
    return {
      role: 'wide',
      columns: wideColumns(draft, figures),
      confidence: isSure ? 0.9 : 0.6,
      reason: 'title',
      isSure,
      doubts: ratings.doubts,
    };
  }
  const onlyFigures = found.fixedItem === undefined ? [] : figuresOf(found.fixedItem, value, found.free, context);
  if (onlyFigures.length > 0 && subject.subject !== null) {
    const [only] = onlyFigures.length === 1 ? onlyFigures : [];
    const items = only
      ? new Map([[only, { item: found.fixedItem!, confidence: 0.7, reason: 'alike' as const }]])
      : new Map();
    return {
      role: 'wide',
      columns: wideColumns(draft, { ...figures, items }),
      confidence: 0.8,
      reason: 'title',
      isSure: true,
    };
  }
  if (found.fixedItem !== undefined && subject.subject !== null) {
    return {
      role: 'long',
      columns: longColumns(draft, null, value, found.fixedItem),
      confidence: 0.85,
      reason: 'title',
      isSure: true,
      more: { fixed: { item: found.fixedItem } },
    };
  }
  const isCalledList = around.texts.some(isSubjectWord);
  if (
    subject.subject !== null &&
    header.known >= 1 &&
    (isCalledList || (context.subjects.size === 0 && mayBeList(draft)))
  ) {
    return {
      role: 'subjects',
      columns: subjectsColumns(draft),
      confidence: 0.8,
      reason: 'known',
      isSure: isCalledList,
    };
  }
  // A cover or a page of explanations has no table in it.
  const isText =
    header.known < 1 || draft.dataRows.length === 0 || !draft.dataRows.some(({ cells }) => cells.some(isNumeric));
  return {
    role: 'ignore',
    columns: unreadColumns(draft),
    confidence: isText ? 0.8 : 0,
    reason: 'none',
    isSure: isText && subject.subject === null,
    fitsNothing: !isText,
  };
}

/** Columns of numbers without a usual title, in a table whose title names an item that is no event. */
function figuresOf(
  item: string,
  value: ColumnFacts | null,
  free: readonly ColumnFacts[],
  { items }: ProposeContext,
): readonly ColumnFacts[] {
  if (value !== null || items.find(item)?.rules.declaration.kind === 'event') return [];
  return free.filter(({ known, values }) => known.length === 0 && share(values, isNumeric) >= 0.5);
}

/** Subjects stand side by side, and each row says what its values are: an item, or the marks of a rater. */
function subjectsBeside(draft: SheetDraft, { item, fixedItem, ratings }: Found): Verdict | null {
  const named = fixedItem ?? [...ratings.columns.values()][0]?.item;
  const possible = named === undefined ? ratedItems(draft) : [named];
  if (item === null && possible.length === 0) return null;
  const [fixed] = item === null && possible.length === 1 ? possible : [];
  const isRated = item === null && draft.context.items.find(possible[0]!)?.rules.declaration.kind === 'rating';
  return {
    role: 'wide',
    columns: besideColumns(draft, { item, isRated, ratings: ratings.columns }),
    confidence: 0.85,
    reason: 'title',
    isSure: true,
    doubts: { items: item === null && named === undefined ? possible : [], areRaters: false },
    ...(fixed === undefined ? {} : { more: { fixed: { item: fixed } } }),
  };
}

/** The table as somebody says that it is. */
export function inRole(draft: SheetDraft, role: SheetRole, proposed: Verdict): Verdict {
  if (role === proposed.role) return proposed;
  const base = { role, confidence: 1, reason: 'none', isSure: proposed.isSure } as const;
  const { item, value, figures, ratings, fixedItem } = findAll(draft);
  switch (role) {
    case 'wide':
      return { ...base, columns: wideColumns(draft, figures), doubts: ratings.doubts };
    case 'long':
      return {
        ...base,
        columns: longColumns(draft, item, value, item === null ? fixedItem : undefined),
        ...(item === null && fixedItem !== undefined ? { more: { fixed: { item: fixedItem } } } : {}),
      };
    case 'subjects':
      return { ...base, columns: subjectsColumns(draft) };
    default:
      return { ...base, columns: unreadColumns(draft) };
  }
}

/** A column of figures is called like the item that the title of the table names. */
function isNamedTwice({ figures, fixedItem }: Found): boolean {
  return [...figures.items].some(
    ([{ values }, { item, contested }]) =>
      item === fixedItem && contested === undefined && share(values, isNumeric) >= 0.5,
  );
}

interface Found {
  /** Columns that say neither who nor which item. */
  readonly free: readonly ColumnFacts[];
  readonly item: ColumnFacts | null;
  readonly value: ColumnFacts | null;
  readonly figures: FoundFigures;
  readonly ratings: RatingColumns;
  readonly fixedItem: string | undefined;
  readonly sureFigures: number;
  /** Some titles name nothing but a period. */
  readonly byPeriod: boolean;
}

/** Everything that may be figures, whatever the table is. */
function findAll({ facts, subject, context, around }: SheetDraft): Found {
  const subjectFacts = [subject.subject, subject.name].filter((column) => column !== null);
  const item = findItemColumn(facts, context, subjectFacts);
  const free = facts.filter((column) => !subjectFacts.includes(column) && column !== item);
  const ratings = findRatings(free, around, context);
  const [fixedItem] = around.items.length === 1 ? around.items : [];
  const items = sureOfTitle(
    assignItems(free.filter((column) => isFigure(column) && !ratings.columns.has(column))),
    fixedItem,
  );
  const value =
    free.find((column) => column.known.includes('value') && (items.get(column)?.confidence ?? 0) < 0.97) ?? null;
  const figures: FoundFigures = { items, ratings: ratings.columns, fixedItem };
  const sureFigures = [...items.values()].filter(({ confidence }) => confidence >= CERTAIN).length;
  const byPeriod = free.some(({ title }) => title.period !== '' && title.spellings.length === 0);
  return { free, item, value, figures, ratings, fixedItem, sureFigures, byPeriod };
}

/** A column that is called like the item that the title of the table names need not be asked about. */
function sureOfTitle(items: FoundFigures['items'], fixedItem: string | undefined): FoundFigures['items'] {
  const like = [...items].filter(([, { item }]) => item === fixedItem);
  const [only] = like.length === 1 ? like : [];
  if (only === undefined || only[1].confidence >= CERTAIN) return items;
  return new Map([...items, [only[0], { ...only[1], confidence: CERTAIN, reason: 'title' }]]);
}

function ratedItems({ context }: SheetDraft): readonly string[] {
  return context.inputs.filter(({ kind }) => kind === 'rating').map(({ item }) => item);
}

/** Ids beside names, groups, or nothing but texts: a table of figures is no list of those who are scored. */
function mayBeList({ facts, subject, dataRows }: SheetDraft): boolean {
  if (subject.name !== null || facts.some(({ known }) => known.includes('group') || known.includes('parent')))
    return true;
  const others = facts.filter((one) => one !== subject.subject && !one.known.includes('ignore'));
  return dataRows.length > 0 && others.every(({ values }) => ![...values.texts.keys()].some(isNumeric));
}
