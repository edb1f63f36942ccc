import type { Origin } from '../../data/dataset.ts';
import type { RefusedRow } from '../../data/import-report.ts';
import { columnLetter } from '../../io/table.ts';
import { markText, type Mark } from '../../io/template/marks.ts';
import { refusalTexts } from '../../locale/refusal-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { textCell, type BookRow, type BookSheet } from '../book.ts';
import { rowHeight, textWidth } from '../collection/text-size.ts';
import type { RefusedColumn } from './refused-columns.ts';

export type RefusalLanguage = keyof LocalText;

/** Row of the marks, hidden, right above the data. */
const MARKS_ROW = 4;

/** Rows below the data that the lists are offered for as well. */
const SPARE_ROWS = 200;

/** What stands beside a row: not read again. */
interface Remark {
  readonly title: string;
  readonly width: number;
  text(row: RefusedRow): string;
}

/** Refused rows as a sheet: on the left what is read again, on the right where the row stood and what is wrong with it. */
export function refusedSheet(
  rows: readonly RefusedRow[],
  columns: readonly RefusedColumn[],
  title: string,
  language: RefusalLanguage,
): BookSheet {
  const remarks = remarksOf(rows, language);
  const widths = [...columns, ...remarks].map(({ width, title: heading }) => Math.max(width, textWidth(heading) + 2));
  const titles = [...columns, ...remarks].map((column) => column.title);
  const marks: readonly Mark[] = [
    ...columns.map(({ mark }) => mark),
    ...remarks.map((): Mark => ({ kind: 'refusal' })),
  ];
  const last = MARKS_ROW + rows.length + SPARE_ROWS;
  return {
    name: title,
    widths,
    frozen: { rows: MARKS_ROW, columns: 0 },
    printTitles: { first: 3, last: 3 },
    fitsPage: true,
    rows: [
      { cells: [textCell(title, 'title')], height: 24 },
      { cells: [textCell(refusalTexts.hint[language], 'hint')] },
      { cells: titles.map((heading) => textCell(heading, 'header')), height: 20 },
      { cells: marks.map((mark) => textCell(markText(mark))), hidden: true },
      ...rows.map((row) => rowOf(row, columns, remarks, widths)),
    ],
    validations: columns.flatMap(({ list }, at) => {
      const letter = columnLetter(at);
      const range = `${letter}${MARKS_ROW + 1}:${letter}${last}`;
      return list === undefined ? [] : [{ range, rule: { kind: 'list', source: list } } as const];
    }),
  };
}

function rowOf(
  row: RefusedRow,
  columns: readonly RefusedColumn[],
  remarks: readonly Remark[],
  widths: readonly number[],
): BookRow {
  const texts = [...columns, ...remarks].map((column) => column.text(row));
  const isWrong = (key: string): boolean => row.reasons.some((reason) => isAtFault(key, reason));
  return {
    height: rowHeight(texts, widths, 'usual'),
    cells: texts.map((text, at) => {
      const column = columns[at];
      return textCell(text, column === undefined ? 'cell' : isWrong(column.key) ? 'faulty' : 'entry-text');
    }),
  };
}

function isAtFault(key: string, { column, finding }: RefusedRow['reasons'][number]): boolean {
  if (column === key) return true;
  // Id and name do not belong together: either may be wrong.
  if (key === 'name') return finding.code === 'subject.name-differs';
  return column === '' && finding.code.startsWith(`${key}.`);
}

function remarksOf(rows: readonly RefusedRow[], language: RefusalLanguage): readonly Remark[] {
  const { place, reason, remedy, beyond } = refusalTexts;
  const lines = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('\n');
  return [
    ...(rows.some((row) => row.beyond.length > 0)
      ? [{ title: beyond[language], width: 20, text: (row: RefusedRow) => row.beyond.join('；') }]
      : []),
    {
      title: reason[language],
      width: 44,
      text: ({ reasons }) => lines(reasons.map((one) => one.finding.message[language])),
    },
    {
      title: remedy[language],
      width: 40,
      text: ({ reasons }) => lines(reasons.map((one) => one.finding.remedy[language])),
    },
    { title: place[language], width: 26, text: ({ origin }) => placeText(origin) },
  ];
}

/** `附表.xlsx › 指标 › D12`. */
export function placeText({ file, sheet, row, column }: Origin): string {
  // Files that are named on the command line come with their folders.
  return [file.replace(/^.*[\\/]/, ''), sheet, row > 0 ? `${column}${row}` : '']
    .filter((text) => text !== '')
    .join(' › ');
}
