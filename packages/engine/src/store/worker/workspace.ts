import type { Observation } from '../../data/dataset.ts';
import type { ImportReport } from '../../data/import-report.ts';
import type { CheckedRow, WrittenRow } from '../../io/check-observations.ts';
import type { MappingProposal } from '../../io/mapping/mapping-proposal.ts';
import type { ResultsReader } from '../../reader/results-reader.ts';
import { scoredReader } from '../../reader/scored-reader.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { DeliveryLine } from '../../workbook/collection/deliveries.ts';
import type { ConflictPlace } from '../../workspace/content.ts';
import type { Conflict } from '../../workspace/merge/merged.ts';
import { openConflicts, type ConflictScope } from '../../workspace/merge/open-conflicts.ts';
import type { EnginePort, LoadedScheme, ParameterSettings, SchemeEntry, SchemeLibrary } from '../engine-port.ts';
import type { StoreContents } from '../table-rows.ts';
import { Turns } from '../turns.ts';
import { cancelled, problemOf, stopIfCancelled, WorkspaceError } from '../workspace-error.ts';
import type { WorkerStatus } from '../workspace-status.ts';
import { DataReader, held } from './data-reader.ts';
import { bytesOf } from './file-bytes.ts';
import { FilesOut } from './files-out.ts';
import type {
  ConflictPage,
  ContentToOpen,
  MappingRequest,
  RowsOf,
  SchemeChecked,
  SchemeOpened,
  SchemeSource,
} from './protocol.ts';
import type { Run } from './run.ts';
import { SchemeShelf, type SchemeRead } from './scheme-shelf.ts';
import {
  contentsOf,
  EMPTY,
  requireData,
  requireResults,
  requireScheme,
  statusOf,
  summaryOfScheme,
  type DataSource,
  type WorkspaceState,
} from './workspace-state.ts';

/**
 * Scheme, data and results of one page. Operations that change something run one after the other, and each either
 * takes place as a whole or leaves everything as it was. Knows neither messages nor the database.
 */
export class Workspace {
  /** What leaves it as files. */
  readonly files: FilesOut;
  readonly #engine: EnginePort;
  readonly #schemes: SchemeShelf;
  readonly #data: DataReader;
  readonly #changed: () => void;
  readonly #turns = new Turns();
  #state: WorkspaceState = EMPTY;
  #reader: ResultsReader | null = null;

  constructor(engine: EnginePort, library: SchemeLibrary, changed: () => void) {
    this.#engine = engine;
    this.#schemes = new SchemeShelf(engine, library);
    this.#data = new DataReader(engine, this.#schemes);
    this.#changed = changed;
    this.files = new FilesOut(engine, this.#schemes, () => this.#state);
  }

  listSchemes(): Promise<readonly SchemeEntry[]> {
    return this.#schemes.list();
  }

  /** Looks at a scheme and opens nothing. */
  async checkScheme(source: SchemeSource): Promise<SchemeChecked> {
    const { scheme, findings } = await this.#schemes.load(source);
    return { scheme: scheme && summaryOfScheme(scheme), findings };
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
        return { opened: true, scheme: summaryOfScheme(scheme), findings, report: null };
      }
      const source: DataSource = { kind: 'files', imports, corrections, choices };
      const attempt = await this.#data.read(source, scheme, parameters, run);
      const { data, report } = holdRefused ? held(attempt, isOpen ? this.#state.data : null) : attempt;
      if (data) this.#enter({ ...EMPTY, scheme, opened, source, data, parameters, lastReport: report }, run);
      else this.#state = { ...this.#state, lastReport: report };
      const reports = Object.fromEntries(attempt.imports?.map((one) => [one.id, one.report]) ?? []);
      return { opened: data !== null, scheme: summaryOfScheme(scheme), findings, report, reports };
    });
  }

  /** Looks at a row as somebody would have it, by the rules of an import. */
  async checkCorrection(row: WrittenRow): Promise<CheckedRow> {
    const { subjects } = requireData(this.#state).dataset;
    const inputs = requireScheme(this.#state).inputsUnder(this.#state.parameters);
    const [checked] = await this.#engine.checkObservations([row], inputs, subjects);
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
      const { scheme, findings } = await this.#schemes.load(source);
      if (!scheme) return { opened: false, scheme: null, findings, report: null };
      const kept = await this.#sourceFor(scheme.id);
      const read = kept && (await this.#data.read(kept, scheme, {}, run));
      const attempt = read && holdRefused ? held(read, null) : read;
      if (holdRefused && attempt && !attempt.data) {
        const report = { ...attempt.report, held: true };
        this.#state = { ...this.#state, lastReport: report };
        return { opened: false, scheme: summaryOfScheme(scheme), findings, report };
      }
      const report = attempt?.report ?? null;
      const opened = { from: source, findings };
      this.#enter({ ...EMPTY, scheme, opened, source: kept, data: attempt?.data ?? null, lastReport: report }, run);
      return { opened: true, scheme: summaryOfScheme(scheme), findings, report };
    });
  }

  /** Looks at files in foreign layouts and changes nothing. */
  async proposeMapping(request: MappingRequest, run: Run): Promise<MappingProposal> {
    const { files, scheme, earlier, period, given, adding } = request;
    const loaded = scheme ? (await this.#schemes.load(scheme)).scheme : this.#state.scheme;
    if (!loaded && files.length > 0) requireScheme(this.#state);
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
        const open = requireScheme(this.#state);
        const source: DataSource = { kind: 'sample', scheme: open.id };
        const { data, report } = await this.#data.read(source, open, this.#state.parameters, run);
        if (data) this.#enter({ ...this.#state, source, data, lastReport: report }, run);
        else this.#state = { ...this.#state, lastReport: report };
        return report;
      });
    }
    return this.#inTurn(run, async () => {
      const { scheme: loaded, findings } = await this.#schemes.loadSound({ builtIn: scheme });
      const source: DataSource = { kind: 'sample', scheme };
      const { data, report } = await this.#data.read(source, loaded, {}, run);
      const opened = { from: { builtIn: scheme }, findings };
      if (data) this.#enter({ ...EMPTY, scheme: loaded, opened, source, data, lastReport: report }, run);
      else this.#state = { ...this.#state, lastReport: report };
      return report;
    });
  }

  setParameters(parameters: ParameterSettings, run: Run): Promise<null> {
    return this.#inTurn(run, async () => {
      const scheme = requireScheme(this.#state);
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
  async #underLimits(scheme: LoadedScheme, parameters: ParameterSettings, run: Run): Promise<Partial<WorkspaceState>> {
    const { source, parameters: before } = this.#state;
    const limits = (settings: ParameterSettings) => JSON.stringify(scheme.inputsUnder(settings));
    if (source === null || limits(parameters) === limits(before)) return {};
    const { data, report } = await this.#data.read(source, scheme, parameters, run);
    return data ? { data, lastReport: report } : {};
  }

  /** Scores again with what is there. */
  score(run: Run): Promise<null> {
    return this.#inTurn(run, async () => {
      requireScheme(this.#state);
      requireData(this.#state);
      this.#enter(this.#state, run);
      return null;
    });
  }

  /** The results, to be asked. */
  get reader(): ResultsReader {
    if (this.#reader) return this.#reader;
    const { scoringProblem } = this.#state;
    if (scoringProblem) throw new WorkspaceError(scoringProblem.code, scoringProblem.text);
    requireScheme(this.#state);
    requireData(this.#state);
    const { scoring } = requireResults(this.#state);
    return (this.#reader = scoredReader(scoring.scored, (query) => scoring.explain(query)));
  }

  /** What the last import did, whether it entered or not. */
  get lastReport(): ImportReport | null {
    return this.#state.lastReport;
  }

  /** What belongs into the tables now; `null` while no data is loaded. */
  get contents(): StoreContents | null {
    return contentsOf(this.#state);
  }

  /** Whether the data are the user's own: they go into the database at once, a sample only when somebody asks. */
  get holdsFiles(): boolean {
    return this.#state.data?.source.kind === 'files';
  }

  get status(): Omit<WorkerStatus, 'store'> {
    return statusOf(this.#state);
  }

  /** Who has delivered what for a period. */
  async deliveries(period: string): Promise<readonly DeliveryLine[]> {
    const { scheme, data, scoring } = requireResults(this.#state);
    return scheme.deliveries(data.dataset, scoring.scored, period);
  }

  /** Every item that rows may be about. */
  async knownItems(): Promise<readonly InputDeclaration[]> {
    const { data } = this.#state;
    const scheme = requireScheme(this.#state);
    return data ? scheme.knownItems(data.dataset) : scheme.inputs;
  }

  /** The user's own files stay for any scheme; a sample belongs to its scheme and gives way to the next one's. */
  async #sourceFor(scheme: string): Promise<DataSource | null> {
    const { source } = this.#state;
    if (source?.kind !== 'sample') return source;
    return (await this.#schemes.hasSample(scheme)) ? { kind: 'sample', scheme } : null;
  }

  /** The scheme, as it is open already or loaded. */
  async #schemeOf(source: SchemeSource): Promise<SchemeRead & { readonly isOpen: boolean }> {
    const { scheme, opened } = this.#state;
    const isOpen = scheme !== null && opened !== null && JSON.stringify(opened.from) === JSON.stringify(source);
    if (isOpen) return { scheme, findings: opened.findings, isOpen };
    return { ...(await this.#schemes.load(source)), isOpen };
  }

  /** Scores and puts the new state in place, unless cancelled on the way. */
  #enter(next: WorkspaceState, run: Run): void {
    this.#commit(this.#scored(next, run), run);
  }

  #scored(state: WorkspaceState, run: Run): WorkspaceState {
    if (!state.scheme || !state.data) return { ...state, scoring: null, scoringProblem: null };
    run.progress({ stage: 'scoring', done: 0, total: null });
    try {
      return { ...state, scoring: state.scheme.score(state.data.dataset, state.parameters), scoringProblem: null };
    } catch (error) {
      return { ...state, scoring: null, scoringProblem: problemOf(error) };
    }
  }

  #commit(next: WorkspaceState, run: Run): void {
    stopIfCancelled(run.signal);
    this.#state = next;
    this.#reader = null;
    this.#changed();
  }

  #inTurn<Answer>(run: Run, operation: () => Promise<Answer>): Promise<Answer> {
    return this.#turns.take(() => {
      if (run.signal.aborted) throw cancelled();
      return operation();
    });
  }
}

function requireKnown(scheme: LoadedScheme, parameters: ParameterSettings): void {
  const known = new Set(scheme.parameters.map(({ name }) => name));
  const unknown = Object.keys(parameters).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new WorkspaceError('parameter.unknown', {
      zh: `方案没有名为“${unknown}”的参数。现有：${[...known].join('、') || '无'}。`,
      en: `The scheme has no parameter “${unknown}”. It has: ${[...known].join(', ') || 'none'}.`,
    });
  }
}
