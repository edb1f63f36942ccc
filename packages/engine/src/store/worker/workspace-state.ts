import type { Dataset } from '../../data/dataset.ts';
import type { ImportReport } from '../../data/import-report.ts';
import { ReaderError } from '../../reader/results-reader.ts';
import type { Finding } from '../../scheme/finding.ts';
import type { Conflict } from '../../workspace/merge/merged.ts';
import type { LoadedScheme, ParameterSettings, Scoring } from '../engine-port.ts';
import type { StoreContents } from '../table-rows.ts';
import type { Problem } from '../workspace-error.ts';
import type { DataSummary, MergeSummary, SchemeSummary, WorkerStatus } from '../workspace-status.ts';
import type { FilesToRead } from './content-reader.ts';
import type { SchemeSource } from './protocol.ts';

/** Where the data came from: kept, so that it can be read again with the inputs of another scheme. */
export type DataSource =
  ({ readonly kind: 'files' } & FilesToRead) | { readonly kind: 'sample'; readonly scheme: string };

/** Data that have been read and can be used. */
export interface OpenData {
  readonly source: DataSource;
  readonly dataset: Dataset;
  readonly report: ImportReport;
  readonly merged: MergeSummary | null;
  /** What imports contradict each other in; empty for a sample. */
  readonly conflicts: readonly Conflict[];
}

/** Everything that is open at one moment. Never changed: every operation makes the next one and puts it in its place. */
export interface WorkspaceState {
  readonly scheme: LoadedScheme | null;
  /** Where the scheme came from and what was found in it: the same one is not loaded again. */
  readonly opened: { readonly from: SchemeSource; readonly findings: readonly Finding[] } | null;
  readonly source: DataSource | null;
  readonly data: OpenData | null;
  readonly parameters: ParameterSettings;
  readonly scoring: Scoring | null;
  readonly scoringProblem: Problem | null;
  /** The last attempt to import, whether it entered or not. */
  readonly lastReport: ImportReport | null;
}

/** Nothing is open. */
export const EMPTY: WorkspaceState = {
  scheme: null,
  opened: null,
  source: null,
  data: null,
  parameters: {},
  scoring: null,
  scoringProblem: null,
  lastReport: null,
};

/** What a page is told of a state. */
export function statusOf({
  scheme,
  data,
  parameters,
  scoring,
  scoringProblem,
}: WorkspaceState): Omit<WorkerStatus, 'store'> {
  return {
    scheme: scheme && summaryOfScheme(scheme),
    data: data && summaryOfData(data),
    parameters,
    scored: scoring !== null,
    scoringProblem,
  };
}

/** What belongs into the tables of the database; `null` while no data is loaded. */
export function contentsOf({ scheme, data, scoring }: WorkspaceState): StoreContents | null {
  return scheme && data ? { dataset: data.dataset, inputs: scheme.inputs, scored: scoring && scoring.scored } : null;
}

/** What a page is told of a scheme. */
export function summaryOfScheme({ id, title, version, inputs, attributes, parameters }: LoadedScheme): SchemeSummary {
  return { id, title, version, inputs, attributes, parameters };
}

function summaryOfData({ source, dataset, report, merged }: OpenData): DataSummary {
  return {
    source: source.kind,
    files: report.files,
    subjects: dataset.subjects.length,
    observations: dataset.observations.length,
    report,
    merged,
  };
}

/** The scheme that is open. Throws while none is. */
export function requireScheme({ scheme }: WorkspaceState): LoadedScheme {
  if (!scheme) throw new ReaderError('source', { zh: '还没有打开考核方案。', en: 'No scheme has been opened yet.' });
  return scheme;
}

/** The data that are open. Throws while none are. */
export function requireData({ data }: WorkspaceState): OpenData {
  if (!data) throw new ReaderError('source', { zh: '还没有导入数据。', en: 'No data has been imported yet.' });
  return data;
}

/** Scores, and all they come from. Throws while there are none. */
export function requireResults({ scheme, data, scoring }: WorkspaceState): {
  readonly scheme: LoadedScheme;
  readonly data: OpenData;
  readonly scoring: Scoring;
} {
  if (!scheme || !data || !scoring) {
    throw new ReaderError('source', { zh: '还没有考核结果。', en: 'There are no results yet.' });
  }
  return { scheme, data, scoring };
}
