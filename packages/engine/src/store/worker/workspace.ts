import type { InputDeclaration } from '../../scheme/input.ts';
import type { DeliveryLine } from '../../workbook/collection/deliveries.ts';
import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import { unwantedRefusals, type ImportReport } from '../../data/import-report.ts';
import type { MappingProposal } from '../../io/mapping/mapping-proposal.ts';
import type { CheckedRow, WrittenRow } from '../../io/check-observations.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { makePublication } from '../../reader/publish.ts';
import { writeCodes } from '../../io/write-codes.ts';
import { writeRefusals } from '../../io/write-refusals.ts';
import { ReaderError, type ExplainQuery, type ResultsReader } from '../../reader/results-reader.ts';
import { scoredReader } from '../../reader/scored-reader.ts';
import type { Finding } from '../../scheme/finding.ts';
import type { SubjectRequest } from '../../workbook/subject/subject-book.ts';
import type { ExportFormat, ExportRequest } from '../../workbook/tables/export-results.ts';
import type {
  EnginePort,
  LoadedScheme,
  ParameterSettings,
  SchemeEntry,
  SchemeLibrary,
  Scoring,
} from '../engine-port.ts';
import type { ConflictPlace } from '../../workspace/content.ts';
import type { Conflict } from '../../workspace/merge/merged.ts';
import { openConflicts, type ConflictScope } from '../../workspace/merge/open-conflicts.ts';
import type { StoreContents } from '../table-rows.ts';
import { cancelled, problemOf, stopIfCancelled, WorkspaceError, type Problem } from '../workspace-error.ts';
import type { DataSummary, MergeSummary, SchemeSummary, WorkerStatus } from '../workspace-status.ts';
import { bytesOf, ContentReader, type FilesToRead, type ImportRead } from './content-reader.ts';
import type {
  CollectionOrder,
  ConflictPage,
  ContentToOpen,
  MappingRequest,
  NamedFile,
  Progress,
  Published,
  PublishRequest,
  RefusalsRequest,
  RowsOf,
  SchemeChecked,
  SchemeOpened,
  SchemeSource,
} from './protocol.ts';

/** What a long operation may be told, and tells. */
export interface Run {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Where the data came from: kept, so that it can be read again with the inputs of another scheme. */
export type DataSource =
  ({ readonly kind: 'files' } & FilesToRead) | { readonly kind: 'sample'; readonly scheme: string };

/** Data that have been read: `data` is `null` when they cannot be used. */
interface Attempt {
  readonly data: Data | null;
  readonly report: ImportReport;
  /** The single imports, where there may be several. */
  readonly imports?: readonly ImportRead[];
}

interface Data {
  readonly source: DataSource;
  readonly dataset: Dataset;
  readonly report: ImportReport;
  readonly merged: MergeSummary | null;
  /** What imports contradict each other in; empty for a sample. */
  readonly conflicts: readonly Conflict[];
}

/** Everything that is open at one moment. Never changed: every operation makes the next one and puts it in its place. */
interface State {
  readonly scheme: LoadedScheme | null;
  /** Where the scheme came from and what was found in it: the same one is not loaded again. */
  readonly opened: { readonly from: SchemeSource; readonly findings: readonly Finding[] } | null;
  readonly source: DataSource | null;
  readonly data: Data | null;
  readonly parameters: ParameterSettings;
  readonly scoring: Scoring | null;
  readonly scoringProblem: Problem | null;
  /** The last attempt to import, whether it entered or not. */
  readonly lastReport: ImportReport | null;
}

const EMPTY: State = {
  scheme: null,
  opened: null,
  source: null,
  data: null,
  parameters: {},
  scoring: null,
  scoringProblem: null,
  lastReport: null,
};

/**
 * Scheme, data and results of one page. Operations that change something run one after the other, and each either
 * takes place as a whole or leaves everything as it was. Knows neither messages nor the database.
 */
export class Workspace {
  readonly #engine: EnginePort;
  readonly #library: SchemeLibrary;
  readonly #changed: () => void;
  readonly #contents: ContentReader;
  #state: State = EMPTY;
  #reader: ResultsReader | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(engine: EnginePort, library: SchemeLibrary, changed: () => void) {
    this.#engine = engine;
    this.#contents = new ContentReader(engine);
    this.#library = library;
    this.#changed = changed;
  }

  listSchemes(): Promise<readonly SchemeEntry[]> {
    return this.#library.list();
  }

  /** Looks at a scheme and opens nothing. */
  async checkScheme(source: SchemeSource): Promise<SchemeChecked> {
    const { scheme, findings } = this.#engine.loadScheme(await this.#textOf(source));
    return { scheme: scheme && summary(scheme), findings };
  }

  /** Opens a whole content, whatever was open: all of it enters, or everything stays as it was. */
  openContent(content: ContentToOpen, run: Run, holdRefused = false): Promise<SchemeOpened> {
    return this.#inTurn(run, async () => {
      const { scheme, findings, isOpen } = await this.#schemeOf(content.scheme);
      if (!scheme) return { opened: false, scheme: null, findings, report: null };
      requireKnown(scheme, content.parameters);
      const { imports, corrections, choices, parameters } = content;
      const opened = { from: content.scheme, findings };
      if (imports.length === 0) {
        this.#enter({ ...EMPTY, scheme, opened, parameters }, run);
        return { opened: true, scheme: summary(scheme), findings, report: null };
      }
      const source: DataSource = { kind: 'files', imports, corrections, choices };
      const attempt = await this.#read(source, scheme, parameters, run);
      const { data, report } = holdRefused ? held(attempt, isOpen ? this.#state.data : null) : attempt;
      if (data) this.#enter({ ...EMPTY, scheme, opened, source, data, parameters, lastReport: report }, run);
      else this.#state = { ...this.#state, lastReport: report };
      const reports = Object.fromEntries(attempt.imports?.map((one) => [one.id, one.report]) ?? []);
      return { opened: data !== null, scheme: summary(scheme), findings, report, reports };
    });
  }

  /** Looks at a row as somebody would have it, by the rules of an import. */
  async checkCorrection(row: WrittenRow): Promise<CheckedRow> {
    const { data, parameters } = this.#state;
    if (!data) throw noData();
    const inputs = this.#requireScheme().inputsUnder(parameters);
    const [checked] = await this.#engine.checkObservations([row], inputs, data.dataset.subjects);
    return checked ?? { observation: null, findings: [] };
  }

  /** Rows of the data as they count now. */
  rowsOf({ subject, period, item }: RowsOf): readonly Observation[] {
    return (this.#state.data?.dataset.observations ?? []).filter(
      (row) =>
        row.subject === subject &&
        (period === undefined || row.period === period || row.period.startsWith(`${period}-`)) &&
        (item === undefined || row.item === item),
    );
  }

  /** Conflicts between imports, the open ones first: `count` of them from number `from` on. */
  conflicts({ from, count }: ConflictPage): readonly Conflict[] {
    return (this.#state.data?.conflicts ?? []).slice(from, from + count);
  }

  /** Where the conflicts of a scope are that nobody has decided. */
  openConflicts(scope: ConflictScope): readonly ConflictPlace[] {
    const found = openConflicts(this.#state.data?.conflicts ?? [], scope);
    return found.map(({ period, subject, item, rater, column }) => ({ period, subject, item, rater, column }));
  }

  openScheme(source: SchemeSource, run: Run, holdRefused = false): Promise<SchemeOpened> {
    return this.#inTurn(run, async () => {
      const { scheme, findings } = this.#engine.loadScheme(await this.#textOf(source));
      if (!scheme) return { opened: false, scheme: null, findings, report: null };
      const kept = await this.#sourceFor(scheme.id);
      const read = kept && (await this.#read(kept, scheme, {}, run));
      const attempt = read && holdRefused ? held(read, null) : read;
      if (holdRefused && attempt && !attempt.data) {
        const report = { ...attempt.report, held: true };
        this.#state = { ...this.#state, lastReport: report };
        return { opened: false, scheme: summary(scheme), findings, report };
      }
      const report = attempt?.report ?? null;
      const opened = { from: source, findings };
      this.#enter({ ...EMPTY, scheme, opened, source: kept, data: attempt?.data ?? null, lastReport: report }, run);
      return { opened: true, scheme: summary(scheme), findings, report };
    });
  }

  /** Looks at files in foreign layouts and changes nothing. */
  async proposeMapping(request: MappingRequest, run: Run): Promise<MappingProposal> {
    const { files, scheme, earlier, period, given, adding } = request;
    const loaded = scheme ? this.#engine.loadScheme(await this.#textOf(scheme)).scheme : this.#state.scheme;
    if (!loaded && files.length > 0) this.#requireScheme();
    const bytes = await bytesOf(files, run);
    const { data } = this.#state;
    const proposal = await this.#engine.proposeMapping(bytes, loaded?.inputs ?? [], {
      ...(earlier && { earlier }),
      ...(period !== undefined && { period }),
      ...(given && { given }),
      // A sample's subjects are nobody's.
      ...(adding && data?.source.kind === 'files' && { subjects: data.dataset.subjects }),
    });
    stopIfCancelled(run.signal);
    return proposal;
  }

  /** Loads the sample of the open scheme, or of another one, which is then opened. */
  async loadSample(scheme: string | undefined, run: Run): Promise<ImportReport> {
    if (scheme === undefined || scheme === this.#state.scheme?.id) {
      return this.#inTurn(run, async () => {
        const open = this.#requireScheme();
        const source: DataSource = { kind: 'sample', scheme: open.id };
        const { data, report } = await this.#read(source, open, this.#state.parameters, run);
        if (data) this.#enter({ ...this.#state, source, data, lastReport: report }, run);
        else this.#state = { ...this.#state, lastReport: report };
        return report;
      });
    }
    return this.#inTurn(run, async () => {
      const { scheme: loaded, findings } = this.#engine.loadScheme(await this.#library.read(scheme));
      if (!loaded) {
        throw schemeFaulty(scheme, findings);
      }
      const source: DataSource = { kind: 'sample', scheme };
      const { data, report } = await this.#read(source, loaded, {}, run);
      const opened = { from: { builtIn: scheme }, findings };
      if (data) this.#enter({ ...EMPTY, scheme: loaded, opened, source, data, lastReport: report }, run);
      else this.#state = { ...this.#state, lastReport: report };
      return report;
    });
  }

  setParameters(parameters: ParameterSettings, run: Run): Promise<null> {
    return this.#inTurn(run, async () => {
      const scheme = this.#requireScheme();
      requireKnown(scheme, parameters);
      // Unlike new data, a parameter that cannot be scored is refused: the results before it stay.
      const next = this.#scored(
        { ...this.#state, ...(await this.#underLimits(scheme, parameters, run)), parameters },
        run,
      );
      if (next.scoringProblem) throw new WorkspaceError(next.scoringProblem.code, next.scoringProblem.text);
      this.#commit(next, run);
      return null;
    });
  }

  /** Parameters may limit what a row may say: then the data are read again, for a kept workspace would be read like that. */
  async #underLimits(scheme: LoadedScheme, parameters: ParameterSettings, run: Run): Promise<Partial<State>> {
    const { source, parameters: before } = this.#state;
    const limits = (settings: ParameterSettings) => JSON.stringify(scheme.inputsUnder(settings));
    if (source === null || limits(parameters) === limits(before)) return {};
    const { data, report } = await this.#read(source, scheme, parameters, run);
    return data ? { data, lastReport: report } : {};
  }

  /** Scores again with what is there. */
  score(run: Run): Promise<null> {
    return this.#inTurn(run, async () => {
      this.#requireScheme();
      if (!this.#state.data) throw noData();
      this.#enter(this.#state, run);
      return null;
    });
  }

  /** The results, to be asked. */
  get reader(): ResultsReader {
    if (this.#reader) return this.#reader;
    const { scheme, data, scoringProblem } = this.#state;
    if (scoringProblem) throw new WorkspaceError(scoringProblem.code, scoringProblem.text);
    if (!scheme) throw noScheme();
    if (!data) throw noData();
    throw noResults();
  }

  /** What the last import did, whether it entered or not. */
  get lastReport(): ImportReport | null {
    return this.#state.lastReport;
  }

  /** What belongs into the tables now; `null` while no data is loaded. */
  get contents(): StoreContents | null {
    const { scheme, data, scoring } = this.#state;
    return scheme && data ? { dataset: data.dataset, inputs: scheme.inputs, scored: scoring && scoring.scored } : null;
  }

  /** Whether the data are the user's own: they go into the database at once, a sample only when somebody asks. */
  get holdsFiles(): boolean {
    return this.#state.data?.source.kind === 'files';
  }

  get status(): Omit<WorkerStatus, 'store'> {
    const { scheme, data, parameters, scoring, scoringProblem } = this.#state;
    return {
      scheme: scheme && summary(scheme),
      data: data && summaryOfData(data),
      parameters,
      scored: scoring !== null,
      scoringProblem,
    };
  }

  /** The published file, and what those who publish must know. */
  async publish(request: PublishRequest, run: Run): Promise<Published> {
    const { scoring } = this.#state;
    if (!scoring) throw noResults();
    const { notice, selection, explanations, codeKey, language = 'zh' } = request;
    const explain = explanations ? explainInTurns(scoring, run) : null;
    const { file, codes, ...known } = await makePublication(scoring.scored, {
      notice,
      ...(selection ? { selection } : {}),
      ...(explain ? { explain } : {}),
      ...(scoring.raters ? { raters: scoring.raters } : {}),
      ...(codeKey === undefined ? {} : { codeKey }),
    });
    stopIfCancelled(run.signal);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    return {
      ...known,
      bytes: bytes(JSON.stringify(file)),
      integrity: file.integrity,
      codeList: codes.length === 0 ? null : bytes(writeCodes(codes, language)),
    };
  }

  /** Workbooks by which the data of a scheme is collected. Changes nothing. */
  async collectionWorkbooks(order: CollectionOrder, run: Run): Promise<readonly NamedFile[]> {
    const { scheme: source, subjects: files, ...rest } = order;
    const scheme = source === undefined ? this.#requireScheme() : await this.#loaded(source);
    const loaded = this.#state.data?.dataset.subjects ?? [];
    const subjects = files === undefined ? loaded : files.length === 0 ? [] : await this.#listed(files, scheme, run);
    const settings = source === undefined ? this.#state.parameters : {};
    return scheme.collect({ settings, ...rest, subjects });
  }

  /** Who has delivered what for a period. */
  async deliveries(period: string): Promise<readonly DeliveryLine[]> {
    const { scheme, data, scoring } = this.#state;
    if (!scheme || !data || !scoring) throw noResults();
    return scheme.deliveries(data.dataset, scoring.scored, period);
  }

  /** Every item that rows may be about. */
  async knownItems(): Promise<readonly InputDeclaration[]> {
    const { scheme, data } = this.#state;
    if (!scheme) throw noScheme();
    return data ? scheme.knownItems(data.dataset) : scheme.inputs;
  }

  /** Results as a workbook or as CSV files. */
  async exportResults(request: ExportRequest & ExportFormat, run: Run): Promise<readonly NamedFile[]> {
    const { scheme, data, scoring } = this.#state;
    if (!scheme || !data || !scoring) throw noResults();
    const reader = scoredReader(scoring.scored, explainInTurns(scoring, run));
    const { report, conflicts } = data;
    const doubts = {
      refusedRows: report.subjects.refused + report.observations.refused,
      openConflicts: conflicts.filter(({ choice }) => choice === null).length,
    };
    const files = await scheme.exportFiles(data.dataset, scoring.scored, reader, { ...request, doubts });
    stopIfCancelled(run.signal);
    return files;
  }

  /** One subject's sheet as a workbook, with its reasons and source rows. */
  async exportSheet(request: SubjectRequest, run: Run): Promise<NamedFile> {
    const { scoring } = this.#state;
    if (!scoring) throw noResults();
    const file = await this.#engine.subjectFile(scoredReader(scoring.scored, explainInTurns(scoring, run)), request);
    stopIfCancelled(run.signal);
    return file;
  }

  /** What the last import refused; without a report an empty file. */
  async exportRefusals({ language, format }: RefusalsRequest): Promise<Uint8Array> {
    const { scheme, data, parameters, lastReport } = this.#state;
    if (!lastReport) return new Uint8Array();
    if (format === 'csv') {
      return new TextEncoder().encode(writeRefusals(lastReport, language, { newline: '\r\n' }));
    }
    const inputs = scheme?.inputsUnder(parameters) ?? [];
    return this.#engine.refusals(lastReport, { inputs, subjects: data?.dataset.subjects ?? [], language });
  }

  async #loaded(source: SchemeSource): Promise<LoadedScheme> {
    const { scheme, findings } = this.#engine.loadScheme(await this.#textOf(source));
    if (scheme) return scheme;
    throw schemeFaulty('builtIn' in source ? source.builtIn : source.name, findings);
  }

  /** The subjects of a list; one that cannot be read in full is refused. */
  async #listed(files: readonly File[], scheme: LoadedScheme, run: Run): Promise<readonly Subject[]> {
    const { dataset, report } = await this.#engine.importFiles(await bytesOf(files, run), scheme.inputs, {
      subjectsOnly: true,
      attributes: scheme.attributes,
    });
    const fault = report.findings.find(({ severity }) => severity === 'refused');
    if (dataset && fault === undefined) return dataset.subjects;
    throw new WorkspaceError('subjects.faulty', {
      zh: `考核对象表没有全部读入：${fault?.message.zh ?? ''}${fault?.remedy.zh ?? ''}`,
      en: `The subjects could not be read in full: ${fault?.message.en ?? ''} ${fault?.remedy.en ?? ''}`,
    });
  }

  async #textOf(source: SchemeSource): Promise<string> {
    return 'builtIn' in source ? this.#library.read(source.builtIn) : source.text;
  }

  /** The user's own files stay for any scheme; a sample belongs to its scheme and gives way to the next one's. */
  async #sourceFor(scheme: string): Promise<DataSource | null> {
    const { source } = this.#state;
    if (source?.kind !== 'sample') return source;
    const entry = (await this.#library.list()).find(({ id }) => id === scheme);
    return entry?.hasSample ? { kind: 'sample', scheme } : null;
  }

  /** The scheme, as it is open already or loaded. */
  async #schemeOf(source: SchemeSource): Promise<{
    readonly scheme: LoadedScheme | null;
    readonly findings: readonly Finding[];
    readonly isOpen: boolean;
  }> {
    const { scheme, opened } = this.#state;
    const isOpen = scheme !== null && opened !== null && JSON.stringify(opened.from) === JSON.stringify(source);
    if (isOpen) return { scheme, findings: opened.findings, isOpen };
    return { ...this.#engine.loadScheme(await this.#textOf(source)), isOpen };
  }

  async #read(source: DataSource, scheme: LoadedScheme, settings: ParameterSettings, run: Run): Promise<Attempt> {
    const inputs = scheme.inputsUnder(settings);
    if (source.kind === 'files') {
      const asked = { inputs, attributes: scheme.attributes };
      const { dataset, report, imports, merged, conflicts } = await this.#contents.read(source, asked, run);
      return { data: dataset && { source, dataset, report, merged, conflicts }, report, imports };
    }
    const { dataset, report } = await this.#engine.importFiles(await this.#library.sample(source.scheme), inputs, {
      attributes: scheme.attributes,
      onProgress: ({ phase, share }) => run.progress({ stage: phase, done: Math.round(share * 100), total: 100 }),
    });
    stopIfCancelled(run.signal);
    return { data: dataset && { source, dataset, report, merged: null, conflicts: [] }, report };
  }

  /** Scores and puts the new state in place, unless cancelled on the way. */
  #enter(next: State, run: Run): void {
    this.#commit(this.#scored(next, run), run);
  }

  #scored(state: State, run: Run): State {
    if (!state.scheme || !state.data) return { ...state, scoring: null, scoringProblem: null };
    run.progress({ stage: 'scoring', done: 0, total: null });
    try {
      return { ...state, scoring: state.scheme.score(state.data.dataset, state.parameters), scoringProblem: null };
    } catch (error) {
      return { ...state, scoring: null, scoringProblem: problemOf(error) };
    }
  }

  #commit(next: State, run: Run): void {
    stopIfCancelled(run.signal);
    this.#state = next;
    const { scoring } = next;
    this.#reader = scoring && scoredReader(scoring.scored, (query) => scoring.explain(query));
    this.#changed();
  }

  #inTurn<T>(run: Run, operation: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (run.signal.aborted) throw cancelled();
      return operation();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #requireScheme(): LoadedScheme {
    if (!this.#state.scheme) throw noScheme();
    return this.#state.scheme;
  }
}

/** Explanations between them let the worker hear others, so that a long publication can be cancelled. */
const EXPLANATIONS_PER_TURN = 200;

function explainInTurns(scoring: Scoring, run: Run): (query: ExplainQuery) => Promise<Explanation | null> {
  let done = 0;
  return async (query) => {
    if (++done % EXPLANATIONS_PER_TURN === 0) {
      run.progress({ stage: 'publishing', done, total: null });
      await new Promise((resolve) => setTimeout(resolve));
      stopIfCancelled(run.signal);
    }
    return scoring.explain(query);
  };
}

/** Holds back what would leave rows out that nobody has agreed to leave out: those that are not out already. */
function held(attempt: Attempt, before: Data | null): Attempt {
  const { data, report } = attempt;
  const known = new Map(before?.merged?.imports.map((one) => [one.id, unwantedRefusals(one.report)]));
  const isMore = data?.merged
    ? data.merged.imports.some((one) => unwantedRefusals(one.report) > (known.get(one.id) ?? 0))
    : unwantedRefusals(report) > 0;
  return data && isMore ? { ...attempt, data: null, report: { ...report, entered: false, held: true } } : attempt;
}

function requireKnown(scheme: LoadedScheme, parameters: ParameterSettings): void {
  const known = new Set(scheme.parameters.map(({ name }) => name));
  const unknown = Object.keys(parameters).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new WorkspaceError('parameter.unknown', {
      zh: `方案没有名为“${unknown}”的参数。现有:${[...known].join('、') || '无'}。`,
      en: `The scheme has no parameter “${unknown}”. It has: ${[...known].join(', ') || 'none'}.`,
    });
  }
}

function summary({ id, title, version, inputs, attributes, parameters }: LoadedScheme): SchemeSummary {
  return { id, title, version, inputs, attributes, parameters };
}

function summaryOfData({ source, dataset, report, merged }: Data): DataSummary {
  return {
    source: source.kind,
    files: report.files,
    subjects: dataset.subjects.length,
    observations: dataset.observations.length,
    report,
    merged,
  };
}

function schemeFaulty(name: string, findings: readonly Finding[]): WorkspaceError {
  return new WorkspaceError('scheme.faulty', {
    zh: `方案 ${name} 有错误:${findings[0]?.message.zh ?? ''}`,
    en: `The scheme ${name} has errors: ${findings[0]?.message.en ?? ''}`,
  });
}

function noScheme(): ReaderError {
  return new ReaderError('source', { zh: '还没有打开考核方案。', en: 'No scheme has been opened yet.' });
}

function noData(): ReaderError {
  return new ReaderError('source', { zh: '还没有导入数据。', en: 'No data has been imported yet.' });
}

function noResults(): ReaderError {
  return new ReaderError('source', { zh: '还没有考核结果。', en: 'There are no results yet.' });
}
