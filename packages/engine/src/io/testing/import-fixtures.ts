import { utils, write, type WorkSheet } from '@e965/xlsx';

import type { ImportFinding } from '../../data/import-report.ts';
import type { InputDeclaration, InputKind } from '../../scheme/input.ts';
import { importFiles, type FileBytes, type ImportOptions, type ImportResult } from '../import.ts';

/** A declaration as a scheme gives it, with the defaults of its kind. */
export function declare(item: string, kind: InputKind, more: Partial<InputDeclaration> = {}): InputDeclaration {
  return {
    item,
    kind,
    title: { zh: item, en: item },
    unit: '',
    from: '',
    words: [],
    categories: [],
    takesAnyWord: false,
    categoryTitles: {},
    wordTitles: {},
    min: null,
    max: null,
    mayBeNA: true,
    needsValue: false,
    needsDate: false,
    needsMatter: false,
    needsCategory: false,
    needsRater: kind === 'rating',
    ...more,
  };
}

/** One input of every kind. */
export const INPUTS: readonly InputDeclaration[] = [
  declare('grain', 'number', { title: { zh: '粮食产量', en: 'Grain' }, unit: '吨' }),
  declare('rate', 'number', { unit: '%' }),
  declare('work', 'score', { min: '0', max: '100', mayBeNA: false }),
  declare('survey', 'rating', { min: '0', max: '100', categories: ['群众', '领导'] }),
  declare('ballot', 'rating', { words: ['好', '较好', '一般', '差'] }),
  declare('petition', 'event', { categories: ['city', 'province'], needsCategory: true }),
  declare('fine', 'event', { needsValue: true, min: '0', max: '1000', mayBeNA: false }),
  declare('late', 'event', { needsDate: true, needsMatter: true }),
  declare('pension', 'flag'),
  declare('venue', 'level', { words: ['good', 'fair', 'poor'] }),
  declare('key.*', 'number'),
];

export const SUBJECTS_CSV = 'subject,name,group,parent\nv1,张村,东,\n0012,李村,西,v1\n';
export const HEADER = 'period,subject,item,value,category,rater,matter,date,note';

export function textFile(name: string, text: string): FileBytes {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Two CSV files: the usual subjects, and observations with these rows below the usual header. */
export function csvFiles(...rows: string[]): FileBytes[] {
  return [textFile('subjects.csv', SUBJECTS_CSV), textFile('observations.csv', [HEADER, ...rows].join('\n'))];
}

export function importRows(rows: readonly string[], options?: ImportOptions): Promise<ImportResult> {
  return importFiles(csvFiles(...rows), INPUTS, options);
}

type CellValue = string | number | boolean | null;

/** A sheet from rows of values; `change` may then set formats, formulas and merges. */
export function sheet(rows: readonly (readonly CellValue[])[], change?: (sheet: WorkSheet) => void): WorkSheet {
  const made = utils.aoa_to_sheet(rows as CellValue[][]);
  change?.(made);
  return made;
}

export function workbook(
  name: string,
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx',
  props?: { date1904?: boolean; hidden?: readonly string[] },
): FileBytes {
  const book = utils.book_new();
  for (const [title, content] of Object.entries(sheets)) utils.book_append_sheet(book, content, title);
  book.Workbook = {
    WBProps: { date1904: props?.date1904 ?? false },
    Sheets: Object.keys(sheets).map((title) => ({ name: title, Hidden: props?.hidden?.includes(title) ? 1 : 0 })),
  };
  return { name, bytes: new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer) };
}

export const SUBJECT_ROWS = [
  ['subject', 'name', 'group', 'parent'],
  ['v1', '张村', '东', ''],
  ['0012', '李村', '西', 'v1'],
];

/** A workbook whose observations sheet holds these rows below the usual header. */
export function workbookWith(rows: readonly (readonly CellValue[])[], change?: (sheet: WorkSheet) => void): FileBytes {
  const observations = sheet([HEADER.split(','), ...rows], change);
  return workbook('data.xlsx', { subjects: sheet(SUBJECT_ROWS), observations });
}

export function codes({ report }: ImportResult): string[] {
  return report.findings.map(({ code }) => code);
}

/** Findings as `code cell`, which is what most tests ask about. */
export function places(findings: readonly ImportFinding[]): string[] {
  return findings.map(({ code, origin }) => `${code} ${origin.column}${origin.row}`);
}
