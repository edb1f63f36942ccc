import type { Subject } from '../../data/dataset.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { ParameterSettings } from '../../scheme/compile/parameters.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import type { Book } from '../book.ts';
import { periodsInName, titledFileName } from '../file-name.ts';
import type { CollectionLanguage } from './allowed.ts';
import { planCollection, withMembers, type CollectionPlan } from './collection-plan.ts';
import { inputUses, type InputUse } from './input-use.ts';
import { itemSheet } from './item-sheet.ts';
import { Lists } from './lists.ts';
import { notesSheet, subjectsSheet } from './other-sheets.ts';
import { rowsSheet } from './rows-sheet.ts';

export type { CollectionLanguage } from './allowed.ts';

/** What is to be collected, for whom and when. */
export interface CollectionRequest {
  /** Empty: not known yet; they are then filled in, too. */
  readonly subjects: readonly Subject[];
  /** Periods in which the data is asked for: of a year also its months where an item is delivered by month. */
  readonly periods: readonly string[];
  readonly language: CollectionLanguage;
  /** One workbook for each who delivers something (`from` of the inputs); otherwise one for all. */
  readonly byDepartment?: boolean;
  /** Members of item families (`key.roads` of `key.*`) that get a column of their own. */
  readonly members?: readonly string[];
  /** Rows made ready on the sheets of events and ratings; more can be written below them. Default: 500. */
  readonly spareRows?: number;
  /** Changed parameters: limits of what may be filled in can depend on them. */
  readonly settings?: ParameterSettings;
}

const SPARE_ROWS = 500;

/** A workbook to be filled in. */
export interface CollectionWorkbook {
  /** Who fills it in; empty where it is for all, or where the scheme does not say. */
  readonly department: string;
  /** Name for its file, without an ending. */
  readonly name: string;
  readonly book: Book;
}

/**
 * The workbooks by which the data of a scheme is collected. Filled in, they are imported as they are, together or one by
 * one.
 */
export function collectionWorkbooks(scheme: CompiledScheme, request: CollectionRequest): CollectionWorkbook[] {
  const uses = withMembers(inputUses(scheme, request.settings), request.members ?? []);
  if (request.byDepartment !== true) return [workbook(scheme, request, uses, '')];
  const departments = [...new Set(uses.map(({ declaration }) => declaration.from))];
  return departments.map((department) =>
    workbook(
      scheme,
      request,
      uses.filter(({ declaration }) => declaration.from === department),
      department,
    ),
  );
}

function workbook(
  scheme: CompiledScheme,
  { subjects, periods, language, byDepartment, spareRows = SPARE_ROWS }: CollectionRequest,
  uses: readonly InputUse[],
  department: string,
): CollectionWorkbook {
  const plan = planCollection(uses, subjects, periods, scheme);
  const lists = new Lists();
  const title = (sheet: LocalText): string => collectionTexts.sheetTitle(scheme.title, sheet, department)[language];
  const named = namedSheets(plan, language);
  const facts = { title: scheme.title, scheme: scheme.id, version: scheme.version, periods, department };
  const where = uses.map((use) => ({ use, sheet: named.sheetOf(use) }));
  const sheets = [
    notesSheet(facts, where, language),
    ...plan.items.map((sheet, at) => itemSheet(sheet, lists, title(sheet.title), named.items[at]!, language)),
    ...plan.rows.map((sheet, at) => rowsSheet(sheet, lists, title(sheet.title), named.rows[at]!, language, spareRows)),
    subjectsSheet(subjects, scheme, title(collectionTexts.subjects), language),
  ];
  const tail = byDepartment !== true ? '' : department === '' ? collectionTexts.others[language] : department;
  return {
    department,
    name: titledFileName(
      scheme.title[language],
      periodsInName(periods, language),
      collectionTexts.file[language],
      tail,
    ),
    book: { title: title(collectionTexts.notes), sheets: [...sheets, lists.sheet] },
  };
}

function namedSheets({ items, rows }: CollectionPlan, language: CollectionLanguage) {
  const all = [...items, ...rows];
  const taken = new Map<string, number>();
  const names = all.map(({ title }) => {
    const count = (taken.get(title[language]) ?? 0) + 1;
    taken.set(title[language], count);
    return count === 1 ? title[language] : `${title[language]} ${count}`;
  });
  return {
    items: names.slice(0, items.length),
    rows: names.slice(items.length),
    sheetOf: (use: InputUse): string => names[all.findIndex(({ uses }) => uses.includes(use))] ?? '',
  };
}
