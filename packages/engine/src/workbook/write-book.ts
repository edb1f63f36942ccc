import type { Cell, CellStyle, DataValidation, NamedRange, WriteSheet } from 'hucre';

import { columnLetter } from '../io/table.ts';
import type { Book, BookCell, BookRow, BookSheet, Look, Validation } from './book.ts';
import { openColumns } from './open-columns.ts';
import { sheetNames } from './sheet-names.ts';

/** The program that a file says it was made by. */
const CREATOR = 'Kaoheng';

/** Points; a row of one line. */
const LINE_HEIGHT = 16;

/** Texts that the library would take for error values: they are written as rich text, which is never anything but text. */
const ERROR_LOOK = /^#/;

/** Readers take `_x0041_` for the character of that number; the library leaves such a text as it is. */
const ESCAPE_LOOK = /_(?=x[\da-f]{4}_)/gi;

/** No characters at all: a file with one of them is refused as damaged. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/** Excel takes no longer texts in the messages of a validation. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** Longest text of a cell. */
const LONGEST_TEXT = 32_767;

/**
 * The bytes of an `.xlsx` file: the same book gives the same bytes. The library behind it is loaded with the first call.
 * Uses neither workers nor generated code.
 */
export async function writeBook({ sheets, title }: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, at) => writeSheet(sheet, names[at]!));
  const first = Math.max(
    0,
    sheets.findIndex(({ hidden }) => hidden !== true),
  );
  // A fixed time, so that equal contents are equal files.
  const created = new Date('2000-01-01T00:00:00Z');
  const bytes = await writeXlsx({
    sheets: written,
    activeSheet: first,
    namedRanges: sheets.flatMap((sheet, at) => printTitles(sheet, names[at]!)),
    defaultFont: { name: '等线', size: 11 },
    properties: {
      creator: CREATOR,
      created,
      modified: created,
      ...(title === undefined ? {} : { title: title.replace(NO_CHARACTER, '') }),
    },
  });
  const open = sheets.flatMap(({ below, rows }, at) =>
    below === undefined ? [] : [{ at, row: rows.length + 1, columns: below.length }],
  );
  return openColumns(bytes, open);
}

function writeSheet(sheet: BookSheet, name: string): WriteSheet {
  const { widths = [], frozen, below, validations = [], locked, hidden } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>();
  // One row more says in its cells how the columns go on.
  const next = below === undefined ? [] : [{ cells: below.map((look): BookCell => ({ kind: 'empty', look })) }];
  [...sheet.rows, ...next].forEach((row: BookRow, at) => {
    // Where the columns are open, cells that are not there are open too: those above the data are closed one by one.
    const isHead = at < (frozen?.rows ?? 0);
    const all = isHead && below ? below.map((_, column) => row.cells[column] ?? CLOSED) : row.cells;
    all.forEach((cell, column) => {
      const written = cell === CLOSED ? { value: null, style: CLOSED_STYLE } : writeCell(cell);
      if (written !== null) cells.set(`${at},${column}`, written);
    });
    if (row.height !== undefined || row.hidden === true) {
      rowDefs.set(at, { height: row.height ?? LINE_HEIGHT, ...(row.hidden === true ? { hidden: true } : {}) });
    }
  });
  return {
    name,
    rows: [],
    cells,
    rowDefs,
    columns: widths.map((width) => ({ width })),
    dataValidations: validations.map(writeValidation),
    ...(frozen && { freezePane: frozen }),
    ...(hidden === true && { hidden: true }),
    ...(locked === true && { protection: PROTECTION }),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.portrait === true ? 'portrait' : 'landscape',
      ...(isWide(widths) && sheet.fitsPage !== true ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
}

/** Characters; what is wider would be too small to read on one page. */
const PAGE_WIDTH = 200;

function isWide(widths: readonly number[]): boolean {
  return widths.reduce((sum, width) => sum + width, 0) > PAGE_WIDTH;
}

/** Rows and columns that every printed page repeats. Quoted here: the library leaves out quotes that Excel wants. */
function printTitles({ printTitles: rows, frozen }: BookSheet, name: string): NamedRange[] {
  if (rows === undefined) return [];
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const ranges = [
    ...(frozen && frozen.columns > 0 ? [`${sheet}$A:$${columnLetter(frozen.columns - 1)}`] : []),
    `${sheet}$${rows.first}:$${rows.last}`,
  ];
  return [{ name: '_xlnm.Print_Titles', range: ranges.join(','), scope: name }];
}

/** What stays possible on a locked sheet. */
const PROTECTION: WriteSheet['protection'] = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
};

function writeCell(cell: BookCell): Partial<Cell> | null {
  const comment =
    cell.comment === undefined ? {} : { comment: { author: CREATOR, text: cell.comment.replace(NO_CHARACTER, '') } };
  const style = aligned(STYLES[cell.look], cell.align);
  switch (cell.kind) {
    case 'empty':
      return cell.look === 'plain' ? null : { value: null, style, ...comment };
    case 'number':
      return { value: cell.number, style: { ...style, numFmt: numberFormat(cell) }, ...comment };
    case 'text': {
      const text = cell.text.slice(0, LONGEST_TEXT).replace(NO_CHARACTER, '').replace(ESCAPE_LOOK, '_x005F_');
      const value = ERROR_LOOK.test(text) ? { richText: [{ text }] } : { value: text };
      return { ...value, style: asText(style), ...comment };
    }
  }
}

function writeValidation({ range, rule, prompt, refusal }: Validation): DataValidation {
  const messages = {
    allowBlank: true,
    ...(prompt && {
      showInputMessage: true,
      inputTitle: prompt.title.slice(0, LONGEST_TITLE),
      inputMessage: prompt.text.slice(0, LONGEST_MESSAGE),
    }),
    ...(refusal && {
      showErrorMessage: true,
      errorStyle: 'stop' as const,
      errorTitle: refusal.title.slice(0, LONGEST_TITLE),
      errorMessage: refusal.text.slice(0, LONGEST_MESSAGE),
    }),
  };
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formula1: rule.source, range, ...messages };
    case 'formula':
      return { type: 'custom', formula1: rule.formula, range, ...messages };
    case 'date':
      // Day 1 of the calendar of spreadsheets: anything that is a date.
      return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1', range, ...messages };
  }
}

const EDGE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BOX = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });
const DOUBTFUL = fill('FDF0D0');
const OPEN = { locked: false };
const MIDDLE = { vertical: 'center' } as const;

/** A cell of the head that nothing stands in. */
const CLOSED: BookCell = { kind: 'empty', look: 'plain' };
const CLOSED_STYLE: CellStyle = { protection: { locked: true } };

const STYLES: Readonly<Record<Look, CellStyle>> = {
  plain: {},
  title: { font: { name: '等线', bold: true, size: 14 } },
  hint: { font: { name: '等线', color: { rgb: '595959' } } },
  header: {
    font: { name: '等线', bold: true, size: 11 },
    fill: fill('DDE7F3'),
    border: BOX,
    alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  },
  'header-detail': {
    font: { name: '等线', size: 9 },
    fill: fill('EEF3F9'),
    border: BOX,
    alignment: { wrapText: true, vertical: 'top' },
  },
  'header-label': {
    font: { name: '等线', size: 9, color: { rgb: '595959' } },
    fill: fill('EEF3F9'),
    border: BOX,
    alignment: { vertical: 'top', horizontal: 'right' },
  },
  faulty: { fill: fill('FBDAD7'), border: BOX, alignment: { wrapText: true, vertical: 'center' } },
  cell: { border: BOX, alignment: { wrapText: true, vertical: 'center' } },
  'cell-strong': {
    font: { name: '等线', bold: true, size: 11 },
    border: BOX,
    alignment: { wrapText: true, vertical: 'center' },
  },
  'cell-doubtful': { fill: DOUBTFUL, border: BOX, alignment: { wrapText: true, vertical: 'center' } },
  'cell-strong-doubtful': {
    font: { name: '等线', bold: true, size: 11 },
    fill: DOUBTFUL,
    border: BOX,
    alignment: { wrapText: true, vertical: 'center' },
  },
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
  entry: { border: BOX, alignment: MIDDLE, protection: OPEN },
  'entry-text': { border: BOX, alignment: MIDDLE, protection: OPEN, numFmt: '@' },
  'entry-date': { border: BOX, alignment: MIDDLE, protection: OPEN, numFmt: 'yyyy-mm-dd' },
};

function aligned(style: CellStyle, horizontal: BookCell['align']): CellStyle {
  return horizontal === undefined ? style : { ...style, alignment: { ...style.alignment, horizontal } };
}

/** Texts around a number need a second form for what is below 0: its sign would stand in front of them. */
function numberFormat({ places, before = '', after = '' }: Extract<BookCell, { kind: 'number' }>): string {
  const number = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
  if (before === '' && after === '') return number;
  const [first, last] = [before, after].map((text) => (text === '' ? '' : `"${text.replaceAll('"', '')}"`));
  return `${first}${number}${last};${first}-${number}${last}`;
}

/** A text stays a text when its cell is edited: `=1+1` is not run then either. */
function asText(style: CellStyle): CellStyle {
  return style.numFmt === undefined ? { ...style, numFmt: '@' } : style;
}
