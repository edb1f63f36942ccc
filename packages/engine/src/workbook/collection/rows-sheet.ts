import { isFamily } from '../../data/item-pattern.ts';
import type { ObservationColumn } from '../../io/header.ts';
import { columnLetter } from '../../io/table.ts';
import { namedId, wordLabels } from '../../io/template/labels.ts';
import { markText } from '../../io/template/marks.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import { textCell, type BookCell, type BookRow, type BookSheet, type Look, type Validation } from '../book.ts';
import { itemTitle, listOf, type CollectionLanguage } from './allowed.ts';
import type { RowsSheetPlan } from './collection-plan.ts';
import type { InputUse } from './input-use.ts';
import { LAST_ROW } from './item-sheet.ts';
import type { Lists } from './lists.ts';
import { rowHeight } from './text-size.ts';

const MARKS_ROW = 5;

type Field = Exclude<ObservationColumn, 'name'>;

const WIDTHS: Readonly<Record<Field, number>> = {
  period: 11,
  subject: 24,
  item: 30,
  value: 12,
  category: 18,
  rater: 14,
  matter: 14,
  date: 13,
  note: 30,
};

/** A sheet with a row for each event or rating. */
export function rowsSheet(
  plan: RowsSheetPlan,
  lists: Lists,
  title: string,
  name: string,
  language: CollectionLanguage,
  spareRows: number,
): BookSheet {
  const fields: readonly Field[] = [
    'period',
    'subject',
    'item',
    ...plan.fields.filter((field) => field !== 'rater'),
    ...plan.fields.filter((field) => field === 'rater'),
    'value',
    'note',
  ];
  const widths = fields.map((field) => WIDTHS[field]);
  const hints = fields.map((field) => hint(field, plan)[language]);
  const only = plan.periods.length === 1 ? plan.periods[0]! : '';
  const spare = fields.map((field): BookCell => textCell(field === 'period' ? only : '', lookOf(field)));
  const families = plan.uses.map(({ item }) => item).filter(isFamily);
  const lead = [
    collectionTexts.rowsHint[language],
    ...(families.length > 0 ? [collectionTexts.families(families)[language]] : []),
  ].join(language === 'zh' ? '' : ' ');
  return {
    name,
    widths,
    locked: true,
    below: fields.map(lookOf),
    frozen: { rows: MARKS_ROW, columns: 3 },
    printTitles: { first: 3, last: 3 },
    rows: [
      { cells: [textCell(title, 'title')], height: 24 },
      { cells: [textCell(lead, 'hint')] },
      { cells: fields.map((field) => textCell(collectionTexts.fields[field][language], 'header')), height: 20 },
      {
        cells: hints.map((text) => textCell(text, 'header-detail')),
        height: rowHeight(hints, widths, 'small'),
      },
      { cells: fields.map((field) => textCell(markText({ kind: 'field', field }))), hidden: true },
      ...Array.from({ length: spareRows }, (): BookRow => ({ cells: spare })),
    ],
    validations: validations(plan, fields, lists, language, Math.max(LAST_ROW, MARKS_ROW + spareRows)),
  };
}

function hint(field: Field, { kind }: RowsSheetPlan) {
  const { fieldHints } = collectionTexts;
  return field === 'value' && kind !== 'events' ? fieldHints.ratingValue : fieldHints[field];
}

function lookOf(field: Field): Look {
  return field === 'date' ? 'entry-date' : field === 'value' ? 'entry' : 'entry-text';
}

function validations(
  { periods, subjects, uses }: RowsSheetPlan,
  fields: readonly Field[],
  lists: Lists,
  language: CollectionLanguage,
  last: number,
): Validation[] {
  const letterOf = (field: Field): string => columnLetter(fields.indexOf(field));
  const range = (field: Field): string => {
    const letter = letterOf(field);
    return `${letter}${MARKS_ROW + 1}:${letter}${last}`;
  };
  const title = collectionTexts.notAllowed[language];
  const choose = { title, text: collectionTexts.chooseFromList[language] };
  const chosen = uses.filter(({ item }) => !isFamily(item));
  const labelOf = (use: InputUse): string => namedId(itemTitle(use, language), use.item);
  const item = `$${letterOf('item')}${MARKS_ROW + 1}`;
  const dependent = (field: Field, listFor: (use: InputUse) => readonly string[]): Validation[] => {
    if (!fields.includes(field)) return [];
    const found = lists.addDependent(new Map(chosen.map((use) => [labelOf(use), listFor(use)])));
    // The list only helps: what an item takes is checked when the workbook is read.
    return found === null ? [] : [{ range: range(field), rule: { kind: 'list', source: found.source(item) } }];
  };
  return [
    { range: range('period'), rule: { kind: 'list', source: lists.add(periods) }, refusal: choose },
    ...(subjects.length === 0
      ? []
      : [
          {
            range: range('subject'),
            rule: { kind: 'list', source: lists.add(subjects.map(({ id, name }) => namedId(name, id))) },
          } as const,
        ]),
    ...(chosen.length === 0
      ? []
      : [{ range: range('item'), rule: { kind: 'list', source: lists.add(chosen.map(labelOf)) } } as const]),
    ...dependent('category', ({ declaration }) =>
      wordLabels(declaration.categories, declaration.categoryTitles, language),
    ),
    ...dependent('value', ({ declaration }) => listOf(declaration, language) ?? []),
    ...(fields.includes('date')
      ? [
          {
            range: range('date'),
            rule: { kind: 'date' },
            refusal: { title, text: collectionTexts.dateForm[language] },
          } as const,
        ]
      : []),
  ];
}
