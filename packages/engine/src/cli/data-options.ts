import type { Dataset, Subject } from '../data/dataset.ts';
import type { ImportFinding, ImportReport } from '../data/import-report.ts';
import { importFiles, type FileBytes } from '../io/import.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { ParameterSettings } from '../scheme/compile/parameters.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { inputsUnder } from '../scheme/input-limits.ts';
import { CliError, UsageError } from './cli-error.ts';
import type { CommandCall, OptionDefinition } from './command.ts';
import { readNamedFile } from './files.ts';
import { importLine } from './finding-line.ts';
import { MAPPING_OPTION, readMappings } from './mapping-option.ts';

/** Options that say where the data is. */
export const DATA_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  subjects: { value: cliHelpTexts.csvValue, many: true, help: cliHelpTexts.subjects },
  observations: { value: cliHelpTexts.csvValue, many: true, help: cliHelpTexts.observations },
  data: { value: cliHelpTexts.workbookValue, many: true, help: cliHelpTexts.data },
  ...MAPPING_OPTION,
  'accept-refused': { help: cliHelpTexts.acceptRefused },
};

/** Lines of refusals that are printed before the rest is only counted. */
const MOST_LINES = 200;

/**
 * Reads the data that a call names. Every row must be understood, or nothing is computed; with `--accept-refused` the rows
 * that are not are named and left out.
 */
export async function loadData(
  call: CommandCall,
  scheme: CompiledScheme,
  settings: ParameterSettings,
): Promise<Dataset> {
  const inputs = inputsUnder(scheme.inputs, scheme.parameters, settings);
  const mappings = await readMappings(call);
  const { dataset, report } = await importFiles(await readDataFiles(call), inputs, {
    mappings,
    attributes: scheme.attributes,
  });
  const refused = report.findings.filter(({ severity }) => severity === 'refused');
  if (refused.length > 0) tellRefused(refused, call);
  if (dataset === null) throw new CliError(cliTexts.importFailed);
  const count = report.subjects.refused + report.observations.refused;
  if (refused.length > 0 && !call.isSet('accept-refused')) throw new CliError(cliTexts.rowsRefused(count));
  if (refused.length > 0) call.terminal.warn(cliTexts.rowsLeftOut(count)[call.language]);
  tellChanges(report, call);
  return dataset;
}

/** The files that a call names as data. */
export async function readDataFiles(call: CommandCall): Promise<FileBytes[]> {
  return Promise.all(dataPaths(call).map(async (name) => ({ name, bytes: await readNamedFile(name) })));
}

/** The subjects that `--subjects` names; nothing is done with a list that cannot be read in full. */
export async function loadSubjects(call: CommandCall, scheme: CompiledScheme): Promise<readonly Subject[]> {
  const files = await Promise.all(
    call.texts('subjects').map(async (name) => ({ name, bytes: await readNamedFile(name) })),
  );
  const { dataset, report } = await importFiles(files, scheme.inputs, {
    subjectsOnly: true,
    mappings: await readMappings(call),
    attributes: scheme.attributes,
  });
  const refused = report.findings.filter(({ severity }) => severity === 'refused');
  if (refused.length > 0) tellRefused(refused, call);
  if (dataset === null || refused.length > 0) throw new CliError(cliTexts.subjectsFaulty);
  tellChanges(report, call);
  return dataset.subjects;
}

function dataPaths({ texts }: CommandCall): string[] {
  const [subjects, observations, data] = [texts('subjects'), texts('observations'), texts('data')];
  if (data.length === 0) {
    if (subjects.length === 0) throw new UsageError(cliTexts.noData('subjects'));
    if (observations.length === 0) throw new UsageError(cliTexts.noData('observations'));
  }
  return [...new Set([...subjects, ...observations, ...data])];
}

export function tellRefused(refused: readonly ImportFinding[], { terminal, language }: CommandCall): void {
  for (const finding of refused.slice(0, MOST_LINES)) terminal.warn(importLine(finding, language));
  if (refused.length > MOST_LINES) terminal.warn(cliTexts.moreLines(refused.length - MOST_LINES)[language]);
}

/** What entered otherwise than it was written: one line for each kind of change, with the first place. */
export function tellChanges({ findings, counts = [] }: ImportReport, { terminal, language }: CommandCall): void {
  for (const { code, severity, count } of counts) {
    if (severity === 'refused') continue;
    const first = findings.find((finding) => finding.code === code);
    if (first === undefined) continue;
    const more = count > 1 ? cliTexts.andMore(count - 1)[language] : '';
    terminal.warn(`${importLine({ ...first, remedy: { zh: '', en: '' } }, language)}${more}`);
  }
}
