import { join } from 'node:path';

import type { ImportReport } from '../data/import-report.ts';
import { importFiles } from '../io/import.ts';
import { writeDataset } from '../io/write-dataset.ts';
import { writeRefusals } from '../io/write-refusals.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { inputsUnder } from '../scheme/input-limits.ts';
import { refusalsWorkbook } from '../workbook/refusals/refusals-workbook.ts';
import { CliError } from './cli-error.ts';
import type { Command, CommandCall } from './command.ts';
import { DATA_OPTIONS, readDataFiles, tellChanges, tellRefused } from './data-options.ts';
import { writeNamedFile } from './files.ts';
import { readMappings } from './mapping-option.ts';
import { PARAMETER_OPTION, readParameters } from './parameter-option.ts';
import { loadNamedScheme, SCHEME_OPTION } from './scheme-option.ts';

/** `kaoheng import`: what becomes of files when they are read, and the data as it enters. */
export const importCommand: Command = {
  name: 'import',
  summary: cliHelpTexts.import,
  options: {
    ...SCHEME_OPTION,
    ...DATA_OPTIONS,
    ...PARAMETER_OPTION,
    'accept-refused': { help: cliHelpTexts.acceptRefusedImport },
    json: { help: cliHelpTexts.json },
    refusals: { value: cliHelpTexts.pathValue, help: cliHelpTexts.refusals },
    out: { value: cliHelpTexts.folderValue, help: cliHelpTexts.outDataset },
  },
  examples: [
    'kaoheng import --scheme township-9-villages --data collect/a.xlsx --data collect/b.xlsx',
    'kaoheng import --scheme my-scheme.yaml --data 2024.xlsx --refusals refused.xlsx --accept-refused --out data',
  ],
  async run(call) {
    const scheme = await loadNamedScheme(call);
    const inputs = inputsUnder(scheme.inputs, scheme.parameters, readParameters(call, scheme));
    const mappings = await readMappings(call);
    const { dataset, report } = await importFiles(await readDataFiles(call), inputs, {
      mappings,
      attributes: scheme.attributes,
    });
    const refused = report.subjects.refused + report.observations.refused;
    const isGood = dataset !== null && (refused === 0 || call.isSet('accept-refused'));
    const refusals = call.text('refusals');
    if (refusals !== undefined) {
      const { language } = call;
      const context = { inputs, subjects: dataset?.subjects ?? [], language };
      const isWorkbook = /\.xlsx$/i.test(refusals);
      await writeNamedFile(
        refusals,
        isWorkbook ? await refusalsWorkbook(report, context) : writeRefusals(report, language),
      );
    }
    const folder = call.text('out');
    if (folder !== undefined && isGood) {
      const { subjects, observations } = writeDataset(dataset);
      await writeNamedFile(join(folder, 'subjects.csv'), subjects);
      await writeNamedFile(join(folder, 'observations.csv'), observations);
    }
    if (call.isSet('json')) await call.terminal.write(`${JSON.stringify(report, null, 2)}\n`);
    else await tellReport(report, call);
    if (folder !== undefined && !isGood) throw new CliError(cliTexts.datasetNotWritten);
    return isGood ? 0 : 1;
  },
};

async function tellReport(report: ImportReport, call: CommandCall): Promise<void> {
  const { terminal, language } = call;
  const refused = report.findings.filter(({ severity }) => severity === 'refused');
  if (refused.length > 0) tellRefused(refused, call);
  tellChanges(report, call);
  const { counts = [] } = report;
  const count = (wanted: string): number =>
    counts.filter(({ severity }) => severity === wanted).reduce((sum, { count: own }) => sum + own, 0);
  const lines = [
    cliTexts.rowCounts('subjects', report.subjects),
    cliTexts.rowCounts('observations', report.observations),
    cliTexts.changeCounts(count('normalised'), count('note')),
    ...(report.entered ? [] : [cliTexts.nothingEntered]),
  ];
  await terminal.write(`${lines.map((line) => line[language]).join('\n')}\n`);
}
