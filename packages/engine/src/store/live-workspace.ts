import type { ImportFinding, ImportReport } from '../data/import-report.ts';
import type { Explanation } from '../explain/explanation.ts';
import type {
  ExplainQuery,
  Profile,
  ProfileQuery,
  Ranking,
  RankingQuery,
  ResultsDescription,
  ResultsReader,
  ScoreSheet,
  SheetQuery,
} from '../reader/results-reader.ts';
import type { MappingProposal } from '../io/mapping/mapping-proposal.ts';
import type { ParameterSettings, SchemeEntry } from './engine-port.ts';
import type { ItemCount, ItemDelivery, RowsQuery, SourceObservation } from './queries.ts';
import type { QueryResult } from './result-rows.ts';
import type { TableName } from './schema.ts';
import { WorkerChannel, workerDidNotStart, workerFailed, type RequestOptions } from './worker-channel.ts';
import { WorkerWatch, type WatchLimits } from './worker-watch.ts';
import { WorkspaceError, type Problem } from './workspace-error.ts';
import { EMPTY_WORKER_STATUS, type WorkspaceStatus } from './workspace-status.ts';
import {
  PROTOCOL_VERSION,
  type CollectionOrder,
  type Holding,
  type Mapped,
  type MappingRequest,
  type NamedFile,
  type PublishRequest,
  type RequestName,
  type Requests,
  type SchemeChecked,
  type SchemeOpened,
  type SchemeSource,
  type WorkerSettings,
} from './worker/protocol.ts';
import type { ExportFormat, ExportRequest } from '../workbook/tables/export-results.ts';
import { startWorker } from './worker/start-worker.ts';

export interface LiveWorkspaceOptions extends WatchLimits {
  /** Address of the built worker file; default: beside this module. */
  readonly workerUrl?: string | URL;
  /** Where DuckDB's files lie and how long they may take; defaults: beside the worker. */
  readonly settings?: Omit<WorkerSettings, 'lifeLock'>;
  /** Starts the worker in another way (Trusted Types, tests). */
  readonly startWorker?: () => Worker;
}

/** A file to import: as the browser gives it, or bytes with a name. */
export type ImportableFile = File | { readonly name: string; readonly bytes: Uint8Array };

/** How to import. */
export interface ImportOptions extends RequestOptions, Holding, Mapped {}

/** What is known before foreign files are looked at. */
export interface ProposeMappingOptions extends RequestOptions, Omit<MappingRequest, 'files'> {}

function holding(options: ImportOptions | undefined): Holding {
  return options?.holdRefused ? { holdRefused: true } : {};
}

function mapped(options: Mapped | undefined): Mapped {
  return options?.mappings?.length ? { mappings: options.mappings } : {};
}

/** What must be said again to a new worker. */
interface Memory {
  scheme: SchemeSource | null;
  data: ({ readonly files: readonly File[] } & Mapped) | 'sample' | null;
  parameters: ParameterSettings;
}

/** Something that was done to a workspace and has taken place: what keeping it needs to know. */
export type WorkspaceStep =
  | { readonly kind: 'scheme'; readonly scheme: SchemeSource }
  /** A scheme and the data for it, together: something new has been begun. */
  | { readonly kind: 'scheme and files'; readonly scheme: SchemeSource; readonly import: ImportedFiles }
  | { readonly kind: 'files'; readonly import: ImportedFiles }
  | { readonly kind: 'sample'; readonly scheme: SchemeSource }
  | { readonly kind: 'parameters'; readonly parameters: ParameterSettings };

/** Files that entered. */
export interface ImportedFiles extends Mapped {
  readonly files: readonly File[];
  /** `true`: rows of them were refused and stayed out. */
  readonly withoutRefused: boolean;
}

const PAGE_KEY = Symbol.for('kaoheng.workspace');

/**
 * The page's live workspace: scheme, data and results, computed in the page's one worker. Widgets read it as a
 * `ResultsReader` and cannot tell it from published results.
 *
 * The worker starts with the first request. Every method rejects with an error whose `code` and `text` are fit for the user.
 */
export class LiveWorkspace implements ResultsReader {
  readonly #options: LiveWorkspaceOptions;
  readonly #changeListeners = new Set<() => void>();
  readonly #statusListeners = new Set<(status: WorkspaceStatus) => void>();
  readonly #stepListeners = new Set<(step: WorkspaceStep) => void>();
  readonly #memory: Memory = { scheme: null, data: null, parameters: {} };
  #status: WorkspaceStatus = { ...EMPTY_WORKER_STATUS, worker: 'starting', workerProblem: null };
  #channel: WorkerChannel | null = null;
  #watch: WorkerWatch | null = null;
  /** What is said again to a new worker was done before. */
  #isReplaying = false;

  constructor(options: LiveWorkspaceOptions = {}) {
    this.#options = options;
  }

  /** The one workspace of this page, whoever asks and from whichever copy of the library. Options count for the first. */
  static shared(options: LiveWorkspaceOptions = {}): LiveWorkspace {
    const page = globalThis as { [PAGE_KEY]?: LiveWorkspace };
    return (page[PAGE_KEY] ??= new LiveWorkspace(options));
  }

  /** How everything stands now. A new object after every change. */
  get status(): WorkspaceStatus {
    return this.#status;
  }

  /** Calls `listener` with every change of the status; the returned function ends that. */
  onStatus(listener: (status: WorkspaceStatus) => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  subscribe(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** Calls `listener` with everything that was done and has taken place; the returned function ends that. */
  onStep(listener: (step: WorkspaceStep) => void): () => void {
    this.#stepListeners.add(listener);
    return () => this.#stepListeners.delete(listener);
  }

  // Scheme and data ------------------------------------------------------------------------------------------------

  listSchemes(): Promise<readonly SchemeEntry[]> {
    return this.#request('listSchemes', null);
  }

  /** Looks at a scheme without opening it. */
  checkScheme(source: SchemeSource): Promise<SchemeChecked> {
    return this.#request('checkScheme', source);
  }

  /** Opens a scheme and imports files as one step: when `opened` is `false`, everything is as it was. */
  async openWithFiles(
    scheme: SchemeSource,
    files: Iterable<ImportableFile>,
    options?: ImportOptions,
  ): Promise<SchemeOpened> {
    const given = Array.from(files, asFile);
    const data = { files: given, ...mapped(options) };
    const answer = await this.#request('openWithFiles', { scheme, ...data, ...holding(options) }, options);
    if (answer.opened) {
      Object.assign(this.#memory, { scheme, data, parameters: {} });
      this.#tell({ kind: 'scheme and files', scheme, import: imported(data, answer.report) });
    }
    return answer;
  }

  /** Opens a scheme. Files that are loaded are read again with its inputs; its parameters start as the scheme has them. */
  async openScheme(source: SchemeSource, options?: ImportOptions): Promise<SchemeOpened> {
    const answer = await this.#request('openScheme', { ...source, ...holding(options) }, options);
    if (answer.opened) {
      this.#memory.scheme = source;
      this.#memory.parameters = {};
      if (this.#memory.data === 'sample' && !answer.report) this.#memory.data = null;
      this.#tell({ kind: this.#memory.data === 'sample' ? 'sample' : 'scheme', scheme: source });
    }
    return answer;
  }

  /** Imports files in place of the data before; when the report says `entered: false`, everything is as it was. */
  async importFiles(files: Iterable<ImportableFile>, options?: ImportOptions): Promise<ImportReport> {
    const given = Array.from(files, asFile);
    const data = { files: given, ...mapped(options) };
    const report = await this.#request('importFiles', { ...data, ...holding(options) }, options);
    if (report.entered) {
      this.#memory.data = data;
      this.#tell({ kind: 'files', import: imported(data, report) });
    }
    return report;
  }

  /**
   * What the sheets of files in foreign layouts probably are, and what only a person can know. Changes nothing. The
   * mappings of the answer, as a person has corrected them, go into `importFiles`.
   */
  proposeMapping(files: Iterable<ImportableFile>, options: ProposeMappingOptions = {}): Promise<MappingProposal> {
    const { scheme, earlier, period } = options;
    const ask = {
      files: Array.from(files, asFile),
      ...(scheme && { scheme }),
      ...(earlier && { earlier }),
      ...(period !== undefined && { period }),
    };
    return this.#request('proposeMapping', ask, options);
  }

  /** Loads the sample data of the open scheme, or opens another scheme with its sample. */
  async loadSample(scheme?: string, options?: RequestOptions): Promise<ImportReport> {
    const report = await this.#request('loadSample', scheme === undefined ? {} : { scheme }, options);
    if (report.entered) {
      if (scheme !== undefined && !isBuiltIn(this.#memory.scheme, scheme)) {
        this.#memory.scheme = { builtIn: scheme };
        this.#memory.parameters = {};
      }
      this.#memory.data = 'sample';
      if (this.#memory.scheme) this.#tell({ kind: 'sample', scheme: this.#memory.scheme });
    }
    return report;
  }

  /** Scores with these parameters; those left out are as the scheme has them. A refusal leaves everything as it was. */
  async setParameters(parameters: ParameterSettings, options?: RequestOptions): Promise<void> {
    await this.#request('setParameters', parameters, options);
    this.#memory.parameters = parameters;
    this.#tell({ kind: 'parameters', parameters });
  }

  /** Scores again. Not needed after the methods above: they score by themselves. */
  async score(options?: RequestOptions): Promise<void> {
    await this.#request('score', null, options);
  }

  /** What the last import refused, cell by cell. */
  refusals(): Promise<readonly ImportFinding[]> {
    return this.#request('refusals', null);
  }

  // Results --------------------------------------------------------------------------------------------------------

  describe(): Promise<ResultsDescription> {
    return this.#request('describe', null);
  }

  ranking(query: RankingQuery): Promise<Ranking> {
    return this.#request('ranking', query);
  }

  sheet(query: SheetQuery): Promise<ScoreSheet> {
    return this.#request('sheet', query);
  }

  profile(query: ProfileQuery): Promise<Profile> {
    return this.#request('profile', query);
  }

  explain(query: ExplainQuery): Promise<Explanation | null> {
    return this.#request('explain', query);
  }

  // Slicing: these start the database ------------------------------------------------------------------------------

  /** One read-only SQL statement over the tables of docs/tables.md. Brings at most `limit` rows (default 10,000). */
  query(sql: string, options: RequestOptions & { readonly limit?: number } = {}): Promise<QueryResult> {
    const { limit } = options;
    return this.#request('query', limit === undefined ? { sql } : { sql, limit }, options);
  }

  /** The imported rows behind a figure. */
  rowsBehind(query: RowsQuery, options?: RequestOptions): Promise<readonly SourceObservation[]> {
    return this.#request('rowsBehind', query, options);
  }

  /** How many rows each input has in a period. */
  itemCounts(period: string, options?: RequestOptions): Promise<readonly ItemCount[]> {
    return this.#request('itemCounts', { period }, options);
  }

  /** What each subject has delivered, input by input. */
  completeness(
    query: { readonly period: string; readonly group?: string },
    options?: RequestOptions,
  ): Promise<readonly ItemDelivery[]> {
    return this.#request('completeness', query, options);
  }

  // Files to keep --------------------------------------------------------------------------------------------------

  /** The published results file (JSON, UTF-8). */
  publish(request: PublishRequest, options?: RequestOptions): Promise<Uint8Array> {
    return this.#request('publish', request, options);
  }

  /** The workbooks by which the data of a scheme is collected; they are imported as they are once they are filled in. */
  collectionWorkbooks(order: CollectionOrder, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.#request('collectionWorkbooks', order, options);
  }

  /** Results as a workbook with a sheet for each view, or as CSV files. */
  exportResults(request: ExportRequest & ExportFormat, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.#request('exportResults', request, options);
  }

  /** A table of docs/tables.md as CSV that Excel opens (UTF-8 with mark). */
  exportTable(table: TableName, options?: RequestOptions): Promise<Uint8Array> {
    return this.#request('exportTable', { table }, options);
  }

  /** What the last import refused, as CSV to send back to those who filled in the file. */
  exportRefusals(language: 'zh' | 'en' = 'zh', options?: RequestOptions): Promise<Uint8Array> {
    return this.#request('exportRefusals', { language }, options);
  }

  // Life of the worker ---------------------------------------------------------------------------------------------

  /** Starts a new worker and loads scheme, data and parameters into it again. */
  async restart(): Promise<void> {
    this.#end(workerFailed(''));
    this.#setStatus({ ...EMPTY_WORKER_STATUS, worker: 'starting', workerProblem: null });
    const memory = { ...this.#memory };
    this.#isReplaying = true;
    try {
      await this.#replay(memory);
    } finally {
      this.#isReplaying = false;
      // A replay that failed half-way can be tried again.
      Object.assign(this.#memory, memory);
    }
  }

  /** Stops the worker. The next request starts a new, empty one. */
  close(): void {
    this.#end(workerFailed(''));
    Object.assign(this.#memory, { scheme: null, data: null, parameters: {} });
    this.#setStatus({ ...EMPTY_WORKER_STATUS, worker: 'closed', workerProblem: null });
  }

  async #replay({ scheme, data, parameters }: Memory): Promise<void> {
    if (!scheme) return void (await this.#request('ping', null));
    await this.openScheme(scheme);
    if (data === 'sample') await this.loadSample();
    else if (data) await this.importFiles(data.files, mapped(data));
    if (Object.keys(parameters).length > 0) await this.setParameters(parameters);
  }

  #request<Name extends RequestName>(
    name: Name,
    ask: Requests[Name]['ask'],
    options?: RequestOptions,
  ): Promise<Requests[Name]['answer']> {
    try {
      return (this.#channel ??= this.#open()).request(name, ask, options);
    } catch (error) {
      const problem = workerDidNotStart(error instanceof Error ? error.message : String(error));
      this.#setStatus({ ...this.#status, worker: 'lost', workerProblem: problem });
      return Promise.reject(new WorkspaceError(problem.code, problem.text));
    }
  }

  #open(): WorkerChannel {
    const { startWorker: start = () => startWorker(this.#options.workerUrl) } = this.#options;
    const channel: WorkerChannel = new WorkerChannel(start(), {
      status: (status) => this.#setStatus({ ...status, worker: 'ready', workerProblem: null }),
      changed: () => this.#changeListeners.forEach((listener) => listener()),
      lost: (problem) => {
        watch.stop();
        this.#setStatus({ ...this.#status, worker: 'lost', workerProblem: problem });
      },
    });
    const watch = new WorkerWatch(channel, this.#options);
    this.#watch = watch;
    void this.#greet(channel, watch);
    return channel;
  }

  /** First words to a new worker: where its files lie, and how its end will be noticed. */
  async #greet(channel: WorkerChannel, watch: WorkerWatch): Promise<void> {
    const lifeLock = `kaoheng.worker.${Math.random().toString(36).slice(2)}`;
    try {
      const { protocol, lockHeld } = await channel.request('configure', { ...this.#options.settings, lifeLock });
      if (protocol !== PROTOCOL_VERSION)
        channel.lose(workerDidNotStart(`protocol ${protocol}, expected ${PROTOCOL_VERSION}`));
      else if (lockHeld) watch.waitForLock(lifeLock);
    } catch {
      // The channel has ended before it began; those who wait are told by it.
    }
  }

  #end(problem: Problem): void {
    this.#watch?.stop();
    this.#channel?.close(problem);
    this.#watch = null;
    this.#channel = null;
  }

  #tell(step: WorkspaceStep): void {
    if (!this.#isReplaying) for (const listener of this.#stepListeners) listener(step);
  }

  #setStatus(status: WorkspaceStatus): void {
    this.#status = status;
    for (const listener of this.#statusListeners) listener(status);
  }
}

function imported(data: { readonly files: readonly File[] } & Mapped, report: ImportReport | null): ImportedFiles {
  const refused = report === null ? 0 : report.subjects.refused + report.observations.refused;
  return { ...data, withoutRefused: refused > 0 };
}

function asFile(file: ImportableFile): File {
  return file instanceof File ? file : new File([file.bytes as Uint8Array<ArrayBuffer>], file.name);
}

function isBuiltIn(source: SchemeSource | null, id: string): boolean {
  return source !== null && 'builtIn' in source && source.builtIn === id;
}
