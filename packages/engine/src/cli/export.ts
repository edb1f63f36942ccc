import { join } from 'node:path';

import { cliTexts } from '../locale/cli-texts.ts';
import { scoredReader } from '../reader/scored-reader.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import type { Scored } from '../score/scored.ts';
import { fileName } from '../workbook/file-name.ts';
import { deliveryLines } from '../workbook/collection/deliveries.ts';
import { completenessTable } from '../workbook/tables/completeness.ts';
import { EXPORT_VIEWS, exportTables, USUAL_VIEWS, type ExportView } from '../workbook/tables/export-results.ts';
import { gapTables } from '../workbook/tables/gaps.ts';
import type { ExportTable } from '../workbook/tables/table.ts';
import { tableCsv, tablesWorkbook, type TableEncoding } from '../workbook/tables/write-tables.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { writeNamedFile } from './files.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

const ENCODINGS: readonly TableEncoding[] = ['utf-8', 'gb18030'];

/** `kaoheng export`: results as a workbook with a sheet for each view, or as CSV. */
export const exportCommand: Command = {
  name: 'export',
  summary: cliTexts.help.export,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    view: { value: cliTexts.help.viewValue, many: true, help: cliTexts.help.view },
    period: { value: cliTexts.help.periodValue, many: true, help: cliTexts.help.exportedPeriod },
    part: { value: cliTexts.help.idValue, many: true, help: cliTexts.help.exportedPart },
    encoding: { value: cliTexts.help.encodingValue, help: cliTexts.help.encoding },
    out: { value: cliTexts.help.pathValue, required: true, help: cliTexts.help.outTables },
  },
  examples: [
    'kaoheng export --scheme edu-talent --data 2024.xlsx --out results.xlsx',
    'kaoheng export --scheme edu-talent --data 2024.xlsx --view ranking --period 2024 --encoding gb18030 --out ranking.csv',
  ],
  async run(call) {
    const views = readViews(call);
    const encoding = readEncoding(call);
    const scheme = await loadNamedScheme(call);
    const settings = readParameters(call, scheme);
    const dataset = await loadData(call, scheme, settings);
    const { scored, explain } = scoreDataset(scheme, dataset, settings);
    const reader = scoredReader(scored, async (query) => explain(query));
    const parts = chosenParts(scored, call);
    const periods = chosenPeriods(scored, call);
    const { language } = call;
    const completeness = (period: string): ExportTable => completenessTable(scheme, dataset, scored, period, language);
    const gaps = (period: string): readonly ExportTable[] =>
      gapTables(scheme, deliveryLines(scheme, dataset, period, scored), period, language);
    const tables = await exportTables({ reader, completeness, gaps }, { views, parts, periods, language });
    const out = call.text('out') ?? '';
    if (/\.xlsx$/i.test(out)) {
      await writeNamedFile(out, await tablesWorkbook(tables, call.language, await reader.describe()));
      return 0;
    }
    for (const { path, table } of csvFiles(out, tables)) {
      // oxlint-disable-next-line no-await-in-loop
      await writeNamedFile(path, tableCsv(table, encoding));
    }
    return 0;
  },
};

function readViews({ texts }: CommandCall): readonly ExportView[] {
  const given = texts('view');
  if (given.length === 0) return USUAL_VIEWS;
  const wrong = given.find((view) => !EXPORT_VIEWS.some((known) => known === view));
  if (wrong !== undefined) throw new UsageError(cliTexts.unknownView(wrong, EXPORT_VIEWS));
  return EXPORT_VIEWS.filter((view) => given.includes(view));
}

function readEncoding({ text }: CommandCall): TableEncoding {
  const given = (text('encoding') ?? 'utf-8').toLowerCase();
  const known = ENCODINGS.find((encoding) => encoding === given);
  if (known === undefined) throw new UsageError(cliTexts.unknownEncoding(given, ENCODINGS));
  return known;
}

function chosenPeriods({ parts }: Scored, { texts }: CommandCall): readonly string[] {
  const known = [...new Set(parts.flatMap(({ description }) => description.periods))];
  const asked = texts('period');
  const unknown = asked.find((period) => !known.includes(period));
  if (unknown !== undefined) throw new CliError(cliTexts.unknownPeriod(unknown, known));
  return asked.length === 0 ? known : asked;
}

function chosenParts({ parts }: Scored, { texts }: CommandCall): readonly string[] {
  const ids = parts.map(({ description }) => description.id);
  const asked = texts('part');
  const unknown = asked.find((part) => !ids.includes(part));
  if (unknown !== undefined) throw new CliError(cliTexts.unknownPart(unknown, ids));
  return asked.length === 0 ? ids : asked;
}

/** One table is the file named; several are files in the folder named. */
function csvFiles(out: string, tables: readonly ExportTable[]): { path: string; table: ExportTable }[] {
  const [only] = tables;
  if (/\.(?:csv|txt)$/i.test(out)) {
    if (tables.length !== 1 || only === undefined) throw new UsageError(cliTexts.severalTables(tables.length));
    return [{ path: out, table: only }];
  }
  return tables.map((table) => ({ path: join(out, `${fileName(table.name)}.csv`), table }));
}
