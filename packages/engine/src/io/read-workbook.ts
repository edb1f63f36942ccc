import { read, SSF, type CellObject, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx';

import { trimText } from './fold-text.ts';
import { MergedCells, type MergedRange } from './merged-cells.ts';
import { dateCell, type DateCodes } from './sheet-date.ts';
import { howShown } from './number-format.ts';
import { numberCell } from './sheet-number.ts';
import { columnLetter, NO_FAULTS, type CellFault, type MergedArea, type RowVisitor, type Table } from './table.ts';

/** A workbook that cannot be read, and why. */
export class WorkbookError extends Error {
  readonly reason: 'password' | 'damaged';

  constructor(reason: 'password' | 'damaged', message: string) {
    super(message);
    this.reason = reason;
  }
}

const ERROR_NAMES: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** All sheets of an `.xlsx` or `.xls`, in their order. This module brings the whole spreadsheet library: import it lazily. */
export function readWorkbook(file: string, bytes: Uint8Array): Table[] {
  const book = parse(bytes);
  const codes = SSF as DateCodes;
  const epoch = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return book.SheetNames.map((name, index) => {
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheetTable(file, name, hidden, book.Sheets[name], epoch, codes);
  });
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true, // an array per row; half the time and memory of one object per sheet
      cellNF: true, // number formats: they tell dates and percentages from numbers
      cellText: false,
      cellHTML: true, // of texts within cells: nothing else tells which letters are struck out or raised
      cellFormula: true,
      cellStyles: true, // of rows and columns: which of them are hidden
      sheetStubs: true, // without stubs a formula that was never calculated would vanish in silence
    });
    if (!Array.isArray(book.SheetNames)) throw new Error('no sheets');
    return book;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new WorkbookError(/password/i.test(message) ? 'password' : 'damaged', message);
  }
}

function sheetTable(
  file: string,
  sheet: string,
  hidden: boolean,
  content: WorkSheet | undefined,
  epoch: 1900 | 1904,
  codes: DateCodes,
): Table {
  // Never the stated range `!ref`: a stray format can make it a million rows by sixteen thousand columns.
  const rows = (content?.['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
  const over = mergedOver(content?.['!merges'] ?? []);
  const merges = mergedRanges(content?.['!merges'] ?? [], (row, column) => rows[row]?.[column], epoch, codes);
  return {
    file,
    sheet,
    source: 'sheet',
    hidden,
    epoch,
    merges: (content?.['!merges'] ?? []).map(areaOf),
    hiddenRows: hiddenOf(content?.['!rows'], 1),
    hiddenColumns: hiddenOf(content?.['!cols'], 0),
    expectedRows: rows.length,
    eachRow(visit: RowVisitor) {
      const merged = new MergedCells(merges);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        if (row === undefined || row === null) continue;
        const { cells, faults } = readRow(row, epoch, codes);
        if (!cells.some((cell) => trimText(cell) !== '') && faults.length === 0) continue;
        const own = over.get(index)?.filter(({ column }) => (cells[column] ?? '') !== '') ?? [];
        const more = [...merged.fill(index, cells), ...own];
        if (visit(cells, index + 1, more.length === 0 ? faults : [...faults, ...more]) === false) return;
      }
    },
  };
}

function areaOf({ s: start, e: end }: Range): MergedArea {
  return { top: start.r + 1, bottom: end.r + 1, left: start.c, right: end.c };
}

/** The cells that hold the text of a merged range, by their rows. */
function mergedOver(ranges: readonly Range[]): ReadonlyMap<number, readonly CellFault[]> {
  const byRow = new Map<number, CellFault[]>();
  for (const range of ranges) {
    const { s: start, e: end } = range;
    const detail = `${columnLetter(start.c)}${start.r + 1}:${columnLetter(end.c)}${end.r + 1}`;
    const fault = { column: start.c, kind: 'merged-over', detail, over: areaOf(range) } as const;
    byRow.set(start.r, [...(byRow.get(start.r) ?? []), fault]);
  }
  return byRow;
}

/** Which rows or columns are hidden, counted from `first`. */
function hiddenOf(all: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, first: number) {
  // Sparse: a sheet may say something of its last row alone.
  const hidden = new Set<number>();
  all?.forEach((one, index) => {
    if (one?.hidden === true) hidden.add(index + first);
  });
  return hidden;
}

function readRow(
  row: readonly (CellObject | undefined)[],
  epoch: 1900 | 1904,
  codes: DateCodes,
): { cells: string[]; faults: readonly CellFault[] } {
  const cells: string[] = [];
  let faults: CellFault[] | null = null;
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (cell === undefined || cell === null) {
      cells.push('');
      continue;
    }
    const { text, fault } = cellText(cell, epoch, codes);
    cells.push(text);
    const found = fault ?? remarkOn(cell);
    if (found !== null) (faults ??= []).push({ column, ...found });
  }
  return { cells, faults: faults ?? NO_FAULTS };
}

/** What a cell that is read as it stands says besides its text. */
function remarkOn({ t: type, v: value, f: formula, z: format, r: rich, h: html }: CellObject): CellRemark | null {
  if (type === 's') {
    const isMarked = typeof value === 'string' && (hasMarkedRuns(rich) || hasMarkedHtml(html));
    return isMarked ? { kind: 'marked-text', detail: value } : null;
  }
  if (type !== 'n' || typeof value !== 'number') return null;
  const shown = typeof format === 'string' ? howShown(format, value) : null;
  if (shown !== null) return { kind: shown, detail: format as string };
  return formula !== undefined && isExternal(formula) ? { kind: 'external', detail: formula } : null;
}

/** Runs of a shared text that are struck out, raised or lowered: 12 with a raised 2 is no 122. */
function hasMarkedRuns(rich: unknown): boolean {
  if (typeof rich !== 'string' || !MARK.test(rich)) return false;
  return [...rich.matchAll(/<r>(.*?)<\/r>/gs)].some(
    ([, run = '']) => MARK.test(run) && /<t[^>]*>[^<]*\S[^<]*<\/t>/.test(run),
  );
}

const MARK = /<strike(?:\s*\/>|\s+val="(?:1|true)")|<vertAlign\s+val="(?:super|sub)script"/;

/** The same of a text that stands in its cell. */
function hasMarkedHtml(html: unknown): boolean {
  return typeof html === 'string' && /<(?:s|sup|sub|superscript|subscript)>/.test(html);
}

function isExternal(formula: string): boolean {
  return /\[(?:\d+|[^[\]]+\.(?:xl|et|od)\w*)\][^!]*!/i.test(formula);
}

type CellRemark = Pick<CellFault, 'kind' | 'detail'>;

interface CellText {
  readonly text: string;
  readonly fault: Pick<CellFault, 'kind' | 'detail'> | null;
}

const EMPTY_CELL: CellText = { text: '', fault: null };

function cellText(cell: CellObject, epoch: 1900 | 1904, codes: DateCodes): CellText {
  const { v: value, f: formula } = cell;
  // A formula without a computed value comes as a stub that holds 0.
  if (cell.t === 'z' || value === undefined || value === null) {
    return formula === undefined ? EMPTY_CELL : { text: '', fault: { kind: 'formula-without-value', detail: formula } };
  }
  if (cell.t === 'e') {
    const name = ERROR_NAMES[Number(value)] ?? '#ERROR';
    return { text: name, fault: { kind: 'error', detail: name } };
  }
  if (typeof value === 'boolean') return { text: value ? 'true' : 'false', fault: null };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), fault: null };
  if (typeof value === 'string') return { text: value, fault: null };
  if (!Number.isFinite(value)) return { text: String(value), fault: null };
  const format = typeof cell.z === 'string' ? cell.z : '';
  const date = format === '' || format === 'General' ? null : dateCell(value, format, epoch, codes);
  return date === null ? numberCell(value, format) : { text: date, fault: null };
}

function mergedRanges(
  ranges: readonly Range[],
  cellAt: (row: number, column: number) => CellObject | undefined,
  epoch: 1900 | 1904,
  codes: DateCodes,
): MergedRange[] {
  const merged: MergedRange[] = [];
  for (const range of ranges) {
    const { s: start, e: end } = range;
    if (end.r === start.r) continue; // across one row: nothing stands below it
    const cell = cellAt(start.r, start.c);
    const text = cell ? cellText(cell, epoch, codes).text : '';
    if (text === '') continue;
    const address = `${columnLetter(start.c)}${start.r + 1}`;
    merged.push({ first: start.r, last: end.r, column: start.c, text, address, over: areaOf(range) });
  }
  return merged;
}
