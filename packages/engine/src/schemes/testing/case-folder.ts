import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { importFiles } from '../../io/import.ts';
import type { FileBytes, ImportResult } from '../../io/import.ts';
import { readCsv } from '../../io/read-csv.ts';
import { resultRows, type ResultRow } from '../../io/result-table.ts';
import { inputsUnder } from '../../scheme/input-limits.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import type { ParameterSettings } from '../../scheme/compile/parameters.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { scoreDataset, type Scoring } from '../../score/score-dataset.ts';

const SCHEMES = fileURLToPath(new URL('../../../schemes/', import.meta.url));

/**
 * Hand-made data and the results that a scheme must give for it. A folder may hold several cases over the same data:
 * `expected-x.csv` is worked out under the parameters of `settings-x.csv`, `expected.csv` under those of `settings.csv`;
 * without such a file, under those of the scheme.
 */
export interface CaseFolder {
  readonly id: string;
  /** What tells the cases of a folder apart: `x` of `expected-x.csv`; empty for `expected.csv`. */
  readonly variant: string;
  readonly files: readonly FileBytes[];
  readonly settings: ParameterSettings;
  readonly expected: readonly ResultRow[];
  /** How the expected figures were worked out. */
  readonly working: string;
}

/** A case folder put through the whole way: import, scheme, score. */
export interface CaseRun {
  readonly scheme: CompiledScheme;
  readonly imported: ImportResult;
  readonly scoring: Scoring;
  readonly rows: readonly ResultRow[];
}

/** Ids of the built-in schemes. Every one of them has a case folder; a folder may come before its scheme. */
export function caseIds(): string[] {
  const files = readdirSync(SCHEMES).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => name.replace(/\.yaml$/, '')).sort();
}

/** Schemes with a folder `readings`: situations that tell one reading of the document from another. */
export function readingIds(): string[] {
  return caseIds().filter((id) => existsSync(`${SCHEMES}cases/${id}/readings`));
}

/** The folder, within those of all cases, that holds the readings of a scheme. */
export const readingsOf = (id: string): string => `${id}/readings`;

/** The cases of a folder, by what tells them apart. */
export function caseVariants(id: string): string[] {
  const names = readdirSync(`${SCHEMES}cases/${id}/`).map((name) => /^expected(?:-(.+))?\.csv$/.exec(name));
  return names.flatMap((match) => (match === null ? [] : [match[1] ?? ''])).sort();
}

/** Reads a case of a scheme; `within` names another folder than the scheme's own. */
export function readCase(id: string, variant = '', within: string = id): CaseFolder {
  const folder = `${SCHEMES}cases/${within}/`;
  const suffix = variant === '' ? '' : `-${variant}`;
  const file = (name: string): FileBytes => ({ name, bytes: readFileSync(folder + name) });
  const working = existsSync(`${folder}working.md`) ? readFileSync(`${folder}working.md`, 'utf8') : '';
  return {
    id,
    variant,
    settings: readSettings(`${folder}settings${suffix}.csv`),
    files: [file('subjects.csv'), file('observations.csv')],
    expected: readRows(readFileSync(`${folder}expected${suffix}.csv`, 'utf8')),
    working,
  };
}

export function schemeText(id: string): string {
  return readFileSync(`${SCHEMES}${id}.yaml`, 'utf8');
}

export async function runCase({ id, files, settings }: CaseFolder): Promise<CaseRun> {
  const { scheme, findings } = loadScheme(schemeText(id));
  if (scheme === null) {
    const faults = findings.map(({ message, position }) => `${position?.line ?? 0}: ${message.en}`);
    throw new Error(`The scheme ${id} cannot be computed:\n${faults.join('\n')}`);
  }
  const imported = await importFiles(files, inputsUnder(scheme.inputs, scheme.parameters, settings));
  if (imported.dataset === null) throw new Error(imported.report.findings[0]?.message.en);
  const scoring = scoreDataset(scheme, imported.dataset, settings);
  return { scheme, imported, scoring, rows: [...resultRows(scoring.scored)] };
}

/** Settings of a CSV file with the columns `name` and `value`; none where there is no such file. */
function readSettings(path: string): ParameterSettings {
  if (!existsSync(path)) return {};
  const settings: Record<string, string> = {};
  readCsv('settings.csv', readFileSync(path, 'utf8')).eachRow(([name = '', value = ''], row) => {
    if (row > 1) settings[name] = value;
  });
  return settings;
}

/** Result rows of a CSV file with a header. */
export function readRows(text: string): ResultRow[] {
  const rows: ResultRow[] = [];
  readCsv('expected.csv', text).eachRow(([period = '', subject = '', node = '', value = ''], row) => {
    if (row > 1) rows.push([period, subject, node, value]);
  });
  return rows;
}
