import { columnLetter } from '../../io/table.ts';
import { markText, type Mark } from '../../io/template/marks.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import { textCell, type BookCell, type BookRow, type BookSheet, type Look, type Validation } from '../book.ts';
import {
  allowedText,
  clauseText,
  itemTitle,
  listOf,
  maxText,
  numberFormula,
  ruleText,
  type CollectionLanguage,
} from './allowed.ts';
import type { ItemSheetPlan } from './collection-plan.ts';
import type { InputUse } from './input-use.ts';
import type { Lists } from './lists.ts';
import { rowHeight, textWidth } from './text-size.ts';

/** Row of the marks, hidden, right above the data. */
const MARKS_ROW = 9;
const FIRST_ITEM = 3;
const KEY_WIDTHS = [10, 12, 18] as const;
/** Points; longer rules are cut here and stand in full among the notes. */
const HIGHEST_RULE = 150;

/** Rows for subjects that are not known beforehand; more can be written below them. */
export const BLANK_ROWS = 100;

/** Where the lists end on a sheet that can be filled in below its rows: as far as the oldest format of workbooks goes. */
export const LAST_ROW = 65_536;

/** A sheet with a row for each period and subject, and a column for each item. */
export function itemSheet(
  plan: ItemSheetPlan,
  lists: Lists,
  title: string,
  name: string,
  language: CollectionLanguage,
): BookSheet {
  const { uses, subjects, periods } = plan;
  const widths = [...KEY_WIDTHS, ...uses.map((use) => columnWidth(use, language))];
  // Without a list of subjects they are filled in here as well.
  const keys = subjects.length > 0 ? subjects : Array.from({ length: BLANK_ROWS }, () => ({ id: '', name: '' }));
  const looks = uses.map((use) => entryLook(use, language));
  const body: BookRow[] = periods.flatMap((period) =>
    keys.map(({ id, name: subject }) => ({
      cells: [
        textCell(period, 'entry-text'),
        textCell(id, 'entry-text'),
        textCell(subject, 'entry-text'),
        ...looks.map((look): BookCell => ({ kind: 'empty', look })),
      ],
    })),
  );
  const isBlank = subjects.length === 0;
  const last = isBlank ? LAST_ROW : MARKS_ROW + Math.max(body.length, 1);
  return {
    name,
    widths,
    locked: true,
    ...(isBlank && { below: [...KEY_WIDTHS.map((): Look => 'entry-text'), ...looks] }),
    frozen: { rows: MARKS_ROW, columns: FIRST_ITEM },
    printTitles: { first: 3, last: 3 },
    rows: [
      { cells: [textCell(title, 'title')], height: 24 },
      { cells: [textCell(collectionTexts.itemsHint[language], 'hint')] },
      ...headerRows(uses, widths, language),
      { cells: marks(uses), hidden: true },
      ...body,
    ],
    validations: [
      keyValidation('A', last, lists.add(periods), language),
      keyValidation('B', last, lists.add(subjects.map(({ id }) => id)), language),
      ...uses.flatMap((use, at) => itemValidation(use, columnLetter(FIRST_ITEM + at), last, lists, language)),
    ],
  };
}

function headerRows(uses: readonly InputUse[], widths: readonly number[], language: CollectionLanguage): BookRow[] {
  const { fields, rows } = collectionTexts;
  const titles = [fields.period, fields.id, fields.name].map((text) => text[language]);
  const titleTexts = [...titles, ...uses.map((use) => itemTitle(use, language))];
  const detail = (label: string, texts: readonly string[], most?: number): BookRow => ({
    height: rowHeight(['', '', label, ...texts], widths, 'small', most),
    cells: [
      textCell('', 'header-label'),
      textCell('', 'header-label'),
      textCell(label, 'header-label'),
      ...texts.map((text) => textCell(text, 'header-detail')),
    ],
  });
  return [
    {
      height: rowHeight(titleTexts, widths, 'usual'),
      cells: titleTexts.map((text) => textCell(text, 'header')),
    },
    detail(
      rows.clause[language],
      uses.map((use) => clauseText(use, language)),
    ),
    detail(
      rows.max[language],
      uses.map((use) => maxText(use, language)),
    ),
    detail(
      rows.unit[language],
      uses.map(({ declaration }) => declaration.unit),
    ),
    detail(
      rows.limits[language],
      uses.map(({ declaration }) => allowedText(declaration, language)),
      80,
    ),
    detail(
      rows.rule[language],
      uses.map((use) => ruleText(use, language)),
      HIGHEST_RULE,
    ),
  ];
}

function marks(uses: readonly InputUse[]): BookCell[] {
  const keys = (['period', 'subject', 'name'] as const).map((field): Mark => ({ kind: 'field', field }));
  const items = uses.map(({ item }): Mark => ({ kind: 'item', item }));
  return [...keys, ...items].map((mark) => textCell(markText(mark)));
}

function columnWidth(use: InputUse, language: CollectionLanguage): number {
  const title = textWidth(itemTitle(use, language));
  const rule = textWidth(ruleText(use, language));
  return Math.min(30, Math.max(12, Math.ceil(title / 2) + 2, rule > 80 ? 26 : rule > 30 ? 18 : 0));
}

function entryLook({ declaration }: InputUse, language: CollectionLanguage): Look {
  return declaration.takesAnyWord || listOf(declaration, language) !== null ? 'entry-text' : 'entry';
}

function keyValidation(column: string, last: number, source: string, language: CollectionLanguage): Validation {
  return {
    range: `${column}${MARKS_ROW + 1}:${column}${last}`,
    rule: { kind: 'list', source },
    refusal: { title: collectionTexts.notAllowed[language], text: collectionTexts.chooseFromList[language] },
  };
}

function itemValidation(
  { declaration }: InputUse,
  column: string,
  last: number,
  lists: Lists,
  language: CollectionLanguage,
): Validation[] {
  const first = `${column}${MARKS_ROW + 1}`;
  const list = listOf(declaration, language);
  const formula = list === null ? numberFormula(first, declaration) : null;
  if (list === null && formula === null) return [];
  const allowed = allowedText(declaration, language);
  return [
    {
      range: `${first}:${column}${last}`,
      rule: list === null ? { kind: 'formula', formula: formula! } : { kind: 'list', source: lists.add(list) },
      refusal: {
        title: collectionTexts.notAllowed[language],
        text: collectionTexts.allowed({ zh: allowed, en: allowed })[language],
      },
    },
  ];
}
