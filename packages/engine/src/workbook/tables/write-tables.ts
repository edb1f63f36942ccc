import { encodeGb18030 } from '../../io/gb18030.ts';
import { writeCsv } from '../../io/write-csv.ts';
import { exportTexts } from '../../locale/export-texts.ts';
import type { ResultsDescription } from '../../reader/results-reader.ts';
import { textCell, type Book, type BookSheet } from '../book.ts';
import { rowHeight, textWidth } from '../collection/text-size.ts';
import { writeBook } from '../write-book.ts';
import { bookCell, legend, plainText, shownText } from './figure-cell.ts';
import type { DataDoubts, IncompleteUnits } from './data-doubts.ts';
import type { ExportTable, TableLanguage } from './table.ts';

const NARROWEST = 8;
const WIDEST = 40;

/** What the notes tell of the data behind the tables. */
export interface TableNotes {
  readonly doubts?: DataDoubts;
  readonly incomplete?: readonly IncompleteUnits[];
}

/** Tables as the bytes of an `.xlsx` file, a sheet for each, with notes about the results where these are described. */
export function tablesWorkbook(
  tables: readonly ExportTable[],
  language: TableLanguage,
  description?: ResultsDescription,
  notes?: TableNotes,
): Promise<Uint8Array> {
  return writeBook(tablesBook(tables, language, description, notes));
}

/** The same before it is written. */
export function tablesBook(
  tables: readonly ExportTable[],
  language: TableLanguage,
  description?: ResultsDescription,
  notes: TableNotes = {},
): Book {
  const sheets = tables.map((table) => tableSheet(table, language));
  if (description === undefined) return { sheets };
  return { title: description.title[language], sheets: [...sheets, notesSheet(description, notes, language)] };
}

export type TableEncoding = 'utf-8' | 'gb18030';

/** A table as the bytes of a CSV file: UTF-8 with a byte-order mark, by which Excel knows it, or GB18030. */
export function tableCsv(
  { columns, rows }: ExportTable,
  language: TableLanguage,
  encoding: TableEncoding = 'utf-8',
): Uint8Array {
  const header = columns.map(({ title }) => title);
  const texts = rows.map((row) => row.map((cell) => plainText(cell, language)));
  const csv = writeCsv(header, texts, { bom: encoding === 'utf-8', newline: '\r\n' });
  return encoding === 'utf-8' ? new TextEncoder().encode(csv) : encodeGb18030(csv);
}

/** One table as a sheet. */
export function tableSheet(table: ExportTable, language: TableLanguage): BookSheet {
  const { name, title, hint = '', columns, rows, frozen, fitsPage } = table;
  const widths = columns.map(({ width, title: heading }, at) => width ?? fittingWidth(heading, rows, at, language));
  const hasLines = columns.some(({ width }) => width !== undefined);
  const titles = columns.map((column) => column.title);
  const header = hint === '' ? 2 : 3;
  const marks = legend(rows, language);
  return {
    name,
    widths,
    frozen: { rows: header, columns: frozen },
    printTitles: { first: header, last: header },
    ...(fitsPage === true && { fitsPage }),
    rows: [
      { cells: [textCell(title, 'title')], height: 24 },
      ...(hint === '' ? [] : [{ cells: [textCell(hint, 'hint')] }]),
      { cells: titles.map((text) => textCell(text, 'header')), height: rowHeight(titles, widths, 'usual') },
      ...rows.map((row) => ({
        cells: row.map((cell, at) => {
          const align = columns[at]?.align;
          return { ...bookCell(cell, 'cell', language), ...(align !== undefined && { align }) };
        }),
        ...(hasLines
          ? {
              height: rowHeight(
                row.map((cell) => shownText(cell, language)),
                widths,
                'usual',
              ),
            }
          : {}),
      })),
      ...(marks === '' ? [] : [{ cells: [] }, { cells: [textCell(marks, 'hint')] }]),
    ],
  };
}

/** As wide as the longest cell among the first rows; a heading may take two lines. */
function fittingWidth(heading: string, rows: ExportTable['rows'], at: number, language: TableLanguage): number {
  let width = Math.ceil(textWidth(heading) / 2) + 2;
  for (const row of rows.slice(0, 2000)) width = Math.max(width, textWidth(shownText(row[at] ?? null, language)));
  return Math.min(WIDEST, Math.max(NARROWEST, width + 2));
}

function notesSheet(
  { title, scheme, version, changedParameters = [] }: ResultsDescription,
  { doubts, incomplete = [] }: TableNotes,
  language: TableLanguage,
): BookSheet {
  const changed = changedParameters.map((parameter) =>
    `${parameter.title[language]} = ${parameter.value} ${parameter.unit}`.trim(),
  );
  const { refusedRows = 0, openConflicts = 0 } = doubts ?? {};
  const lines = [
    ...exportTexts.noteLines(`${title[language]} (${scheme})`, version, changed),
    ...(refusedRows > 0 ? [exportTexts.refusedRows(refusedRows)] : []),
    ...(openConflicts > 0 ? [exportTexts.openConflicts(openConflicts)] : []),
    ...incomplete.map(({ part, period, names }) => exportTexts.incomplete(part, period, names)),
  ].map((line) => line[language]);
  return {
    name: exportTexts.notes[language],
    widths: [90],
    rows: [
      { cells: [textCell(title[language], 'title')], height: 24 },
      ...lines.map((line) => ({ cells: [textCell(line, 'wrapped')], height: rowHeight([line], [90], 'usual') })),
    ],
  };
}
