import type { RefusedRow } from '../../data/import-report.ts';
import type { ObservationColumn } from '../../io/header.ts';
import { ItemIndex } from '../../io/item-index.ts';
import { FLAG_LABELS, namedId, NOT_APPLICABLE_LABEL, wordLabels } from '../../io/template/labels.ts';
import type { Mark } from '../../io/template/marks.ts';
import { collectionTexts } from '../../locale/workbook-texts.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { isFamily } from '../../data/item-pattern.ts';
import type { Lists } from '../collection/lists.ts';
import type { RefusalsContext } from './refusals-workbook.ts';

/** A column of a sheet of refused rows that is read again. */
export interface RefusedColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly mark: Mark;
  /** What the cell of a row shows. */
  text(row: RefusedRow): string;
  /** Range of what may be chosen; it only helps. */
  readonly list?: string;
}

const OBSERVATION_WIDTHS: Readonly<Record<ObservationColumn, number>> = {
  period: 10,
  subject: 22,
  name: 14,
  item: 26,
  value: 12,
  category: 16,
  rater: 12,
  matter: 14,
  date: 12,
  note: 24,
};

/** Columns that every row of data has to have; the others are there where a row or an item has to do with them. */
const ALWAYS: readonly ObservationColumn[] = ['period', 'subject', 'item', 'value'];

/** The columns of refused data. Items, subjects and words are shown as collection workbooks show them. */
export function observationColumns(
  rows: readonly RefusedRow[],
  { inputs, subjects, language }: RefusalsContext,
  lists: Lists,
): readonly RefusedColumn[] {
  const index = new ItemIndex(inputs);
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const declarationOf = ({ cells }: RefusedRow): InputDeclaration | null =>
    index.find(cells['item'] ?? '')?.rules.declaration ?? null;
  const texts: Partial<Record<ObservationColumn, (row: RefusedRow) => string>> = {
    subject: ({ cells }) => {
      const id = cells['subject'] ?? '';
      // A name that stands beside the id may be what is wrong: both stay as they are.
      return cells['name'] === undefined ? namedId(names.get(id) ?? '', id) : id;
    },
    item: (row) => {
      const item = row.cells['item'] ?? '';
      const declaration = declarationOf(row);
      return declaration === null || isFamily(declaration.item) ? item : namedId(declaration.title[language], item);
    },
    value: (row) => {
      const value = row.cells['value'] ?? '';
      const declaration = declarationOf(row);
      if (declaration === null) return value;
      if (value === 'NA') return NOT_APPLICABLE_LABEL[language];
      if (declaration.kind === 'flag' && (value === 'true' || value === 'false')) return FLAG_LABELS[value][language];
      return labelOf(value, declaration.words, declaration.wordTitles, language);
    },
    category: (row) => {
      const category = row.cells['category'] ?? '';
      const declaration = declarationOf(row);
      if (declaration === null) return category;
      return labelOf(category, declaration.categories, declaration.categoryTitles, language);
    },
  };
  const offered: Partial<Record<ObservationColumn, readonly string[]>> = {
    subject: subjects.map(({ id, name }) => namedId(name, id)),
    item: inputs.filter(({ item }) => !isFamily(item)).map(({ item, title }) => namedId(title[language], item)),
  };
  return (Object.keys(OBSERVATION_WIDTHS) as ObservationColumn[])
    .filter((key) => ALWAYS.includes(key) || isConcerned(key, rows, inputs))
    .map((key) => ({
      key,
      title: collectionTexts.fields[key][language],
      width: OBSERVATION_WIDTHS[key],
      mark: { kind: 'field', field: key },
      text: texts[key] ?? (({ cells }) => cells[key] ?? ''),
      ...((offered[key]?.length ?? 0) > 0 && { list: lists.add(offered[key]!) }),
    }));
}

/** Whether a row fills the column, was refused for its sake, or an item of the scheme demands it. */
function isConcerned(
  key: ObservationColumn,
  rows: readonly RefusedRow[],
  inputs: readonly InputDeclaration[],
): boolean {
  const isDemanded = inputs.some(
    ({ needsCategory, needsRater, needsMatter, needsDate }) =>
      (key === 'category' && needsCategory) ||
      (key === 'rater' && needsRater) ||
      (key === 'matter' && needsMatter) ||
      (key === 'date' && needsDate),
  );
  return (
    isDemanded ||
    rows.some(
      ({ cells, reasons }) =>
        cells[key] !== undefined || reasons.some(({ finding }) => finding.code.startsWith(`${key}.`)),
    )
  );
}

function labelOf(
  word: string,
  words: readonly string[],
  titles: InputDeclaration['wordTitles'],
  language: RefusalsContext['language'],
): string {
  const at = words.indexOf(word);
  return at < 0 ? word : wordLabels(words, titles, language)[at]!;
}

/** The columns of refused subjects: those that every list has, and all that these or the accepted ones have. */
export function subjectColumns(
  rows: readonly RefusedRow[],
  { subjects, language }: RefusalsContext,
): readonly RefusedColumn[] {
  const { id, name, group, parent } = collectionTexts.fields;
  const known = { subject: id, name, group, parent };
  const keys = new Set([
    ...Object.keys(known),
    ...subjects.flatMap(({ attributes }) => Object.keys(attributes)),
    ...rows.flatMap(({ cells }) => Object.keys(cells)),
  ]);
  return [...keys].map((key) => ({
    key,
    title: Object.entries(known).find(([column]) => column === key)?.[1][language] ?? key,
    width: key === 'name' ? 24 : 14,
    mark: { kind: 'subjects', column: key },
    text: ({ cells }) => cells[key] ?? '',
  }));
}
