import { exportTexts } from '../../locale/export-texts.ts';
import type { ResultsReader } from '../../reader/results-reader.ts';
import { distinctNames, fileName, periodsInName, titledFileName } from '../file-name.ts';
import type { GapOwner } from '../collection/gaps.ts';
import type { NamedFile } from '../named-file.ts';
import { zipFiles } from '../zip-files.ts';
import { incompleteUnits, type DataDoubts } from './data-doubts.ts';
import type { ExportTable, TableLanguage } from './table.ts';
import { resultTable } from './views.ts';
import { tableCsv, tablesWorkbook, type TableEncoding } from './write-tables.ts';

/** All views that can be exported, in the order of the sheets. */
export const EXPORT_VIEWS = ['ranking', 'matrix', 'sheets', 'completeness', 'gaps', 'explanations'] as const;
export type ExportView = (typeof EXPORT_VIEWS)[number];

/** Explanations are long and take their time, and gaps are sent to those who owe them: both come when they are asked for. */
export const USUAL_VIEWS: readonly ExportView[] = ['ranking', 'matrix', 'sheets', 'completeness'];

/** Which tables are wanted. What is left out stands for everything. */
export interface ExportRequest {
  /** Default: `USUAL_VIEWS`. */
  readonly views?: readonly ExportView[];
  readonly periods?: readonly string[];
  readonly parts?: readonly string[];
  readonly language: TableLanguage;
  /** Of the view `gaps`: only what they owe. */
  readonly owner?: GapOwner;
  /** Of the data behind the results: told in the notes of a workbook. */
  readonly doubts?: DataDoubts;
}

/** Where the tables come from. Without `completeness` and `gaps` (published results) there are no such views. */
export interface ExportSource {
  readonly reader: ResultsReader;
  completeness?(period: string): ExportTable | Promise<ExportTable>;
  gaps?(period: string, owner?: GapOwner): readonly ExportTable[];
}

/** The tables asked for: view by view, period by period, part by part. Unknown periods and parts have none. */
export async function exportTables(source: ExportSource, request: ExportRequest): Promise<ExportTable[]> {
  const { reader } = source;
  const { views = USUAL_VIEWS, periods: asked, parts: wanted, language, owner } = request;
  const all = (await reader.describe()).parts;
  const parts = all.filter(({ id }) => wanted === undefined || wanted.includes(id));
  const known = [...new Set(parts.flatMap(({ periods }) => periods))];
  const periods = known.filter((period) => asked === undefined || asked.includes(period));
  const tables: ExportTable[] = [];
  for (const view of EXPORT_VIEWS.filter((one) => views.includes(one))) {
    for (const period of periods) {
      if (view === 'completeness') {
        // One after the other: a reader may be in a worker, and answers in order.
        // oxlint-disable-next-line no-await-in-loop
        if (source.completeness !== undefined) tables.push(await source.completeness(period));
        continue;
      }
      if (view === 'gaps') {
        tables.push(...(source.gaps?.(period, owner) ?? []));
        continue;
      }
      for (const part of parts) {
        if (!part.periods.includes(period)) continue;
        // oxlint-disable-next-line no-await-in-loop
        tables.push(await resultTable(view, reader, { part: part.id, period }, language));
      }
    }
  }
  return tables;
}

/** How tables are written: all in one workbook, or each as CSV; several CSV files come in one `.zip`. */
export type ExportFormat = { readonly format: 'xlsx' } | { readonly format: 'csv'; readonly encoding?: TableEncoding };

/** Tables as CSV files, each with the name of its table; equal names are told apart. */
export function tableFiles(
  tables: readonly ExportTable[],
  language: TableLanguage,
  encoding?: TableEncoding,
): readonly NamedFile[] {
  const names = distinctNames(tables.map(({ name }) => `${fileName(name)}.csv`));
  return tables.map((table, at) => ({ name: names[at]!, bytes: tableCsv(table, language, encoding) }));
}

/** Tables as files to be saved. */
export async function exportFiles(
  source: ExportSource,
  request: ExportRequest & ExportFormat,
): Promise<readonly NamedFile[]> {
  const tables = await exportTables(source, request);
  const description = await source.reader.describe();
  const name = bookName(tables, request, description.title[request.language]);
  if (request.format === 'csv') {
    const files = tableFiles(tables, request.language, request.encoding);
    return files.length < 2 ? files : [{ name: `${name}.zip`, bytes: zipFiles(files) }];
  }
  const incomplete = await incompleteUnits(source.reader, description, request);
  const notes = { incomplete, ...(request.doubts && { doubts: request.doubts }) };
  return [{ name: `${name}.xlsx`, bytes: await tablesWorkbook(tables, request.language, description, notes) }];
}

/** Called after the scheme and what is in it; what is sent to somebody who owes it says so. */
function bookName(
  tables: readonly ExportTable[],
  { views, periods = [], language }: ExportRequest,
  title: string,
): string {
  const inName = periodsInName(periods, language);
  if (views?.length !== 1 || views[0] !== 'gaps') {
    return titledFileName(title, inName, exportTexts.resultsFile[language]);
  }
  const [only] = tables;
  return only !== undefined && tables.length === 1
    ? fileName(only.name)
    : titledFileName(exportTexts.views.gaps[language], inName);
}
