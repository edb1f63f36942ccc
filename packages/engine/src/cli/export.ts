import { join } from 'node:path';

import { suggestName } from '../formula/suggest.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { scoredReader } from '../reader/scored-reader.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import type { Scored } from '../score/scored.ts';
import type { NamedFile } from '../workbook/named-file.ts';
import { subjectFiles } from '../workbook/subject/subject-files.ts';
import { zipFiles } from '../workbook/zip-files.ts';
import { deliveryLines } from '../workbook/collection/deliveries.ts';
import { completenessTable } from '../workbook/tables/completeness.ts';
import {
  EXPORT_VIEWS,
  exportTables,
  tableFiles,
  USUAL_VIEWS,
  type ExportView,
} from '../workbook/tables/export-results.ts';
import { incompleteUnits } from '../workbook/tables/data-doubts.ts';
import { gapTables } from '../workbook/tables/gaps.ts';
import type { ExportTable } from '../workbook/tables/table.ts';
import { tablesWorkbook, type TableEncoding } from '../workbook/tables/write-tables.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, loadData } from './data-options.ts';
import { writeNamedFile } from './files.ts';
import { today } from './dates.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

const ENCODINGS: readonly TableEncoding[] = ['utf-8', 'gb18030'];

/** `kaoheng export`: results as a workbook with a sheet for each view, or as CSV. */
export const exportCommand: Command = {
  name: 'export',
  summary: cliHelpTexts.export,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    view: { value: cliHelpTexts.viewValue, many: true, help: cliHelpTexts.view },
    period: { value: cliHelpTexts.periodValue, many: true, help: cliHelpTexts.exportedPeriod },
    subject: { value: cliHelpTexts.idValue, many: true, help: cliHelpTexts.exportedSubject },
    'sheet-each': { help: cliHelpTexts.sheetEach },
    part: { value: cliHelpTexts.idValue, many: true, help: cliHelpTexts.exportedPart },
    encoding: { value: cliHelpTexts.encodingValue, help: cliHelpTexts.encoding },
    out: { value: cliHelpTexts.pathValue, required: true, help: cliHelpTexts.outTables },
  },
  examples: [
    'kaoheng export --scheme edu-talent --data 2024.xlsx --out results.xlsx',
    'kaoheng export --scheme edu-talent --data 2024.xlsx --view ranking --period 2024 --encoding gb18030 --out ranking.csv',
    'kaoheng export --scheme township-9-villages --data 2024.xlsx --subject v1 --period 2024 --out v1.xlsx',
    'kaoheng export --scheme township-9-villages --data 2024.xlsx --sheet-each --period 2024 --out sheets.zip',
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
    const out = call.text('out') ?? '';
    const subjects = chosenSubjects(scored, call);
    if (subjects.length > 0 || call.isSet('sheet-each')) {
      const whose = subjects.length > 0 ? { subjects } : {};
      const files = await subjectFiles(reader, scored, { ...whose, parts, periods, language, date: today() });
      await writeFiles(out, files, /\.xlsx$/i);
      return 0;
    }
    const completeness = (period: string): ExportTable => completenessTable(scheme, dataset, scored, period, language);
    const gaps = (period: string): readonly ExportTable[] =>
      gapTables(scheme, deliveryLines(scheme, dataset, period, scored), period, language);
    const tables = await exportTables({ reader, completeness, gaps }, { views, parts, periods, language });
    if (/\.xlsx$/i.test(out)) {
      const description = await reader.describe();
      const incomplete = await incompleteUnits(reader, description, { parts, periods });
      await writeNamedFile(out, await tablesWorkbook(tables, language, description, { incomplete }));
    } else await writeFiles(out, tableFiles(tables, language, encoding), /\.(?:csv|txt)$/i);
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

/** One file is the file named, where `single` is its ending; several are a `.zip`, or files in the folder named. */
async function writeFiles(out: string, files: readonly NamedFile[], single: RegExp): Promise<void> {
  const [only] = files;
  if (single.test(out)) {
    if (files.length !== 1 || only === undefined) throw new UsageError(cliTexts.severalTables(files.length));
    return writeNamedFile(out, only.bytes);
  }
  if (/\.zip$/i.test(out)) return writeNamedFile(out, zipFiles(files));
  // One after the other, so that what is written stands in order before a fault.
  // oxlint-disable-next-line no-await-in-loop
  for (const { name, bytes } of files) await writeNamedFile(join(out, name), bytes);
}

function chosenSubjects({ subjects }: Scored, { texts }: CommandCall): readonly string[] {
  const asked = texts('subject');
  const ids = subjects.map(({ subject }) => subject);
  const unknown = asked.find((subject) => !ids.includes(subject));
  if (unknown !== undefined) throw new CliError(cliTexts.unknownSubject(unknown, suggestName(unknown, ids)));
  return asked;
}
