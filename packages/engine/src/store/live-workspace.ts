import type { InputDeclaration } from '../scheme/input.ts';
import type { DeliveryLine } from '../workbook/collection/deliveries.ts';
import type { Observation } from '../data/dataset.ts';
import type { Amendment } from '../io/amend/amendment.ts';
import type { ImportFinding, ImportReport } from '../data/import-report.ts';
import type { CheckedRow } from '../io/check-observations.ts';
import { mergeTexts } from '../locale/workspace-texts.ts';
import { choiceForMany, choicesOf, placeKey, withChoices } from '../workspace/conflict-choices.ts';
import type { ChoiceForMany, ConflictChoice, ConflictPlace, Correction } from '../workspace/content.ts';
import type { Conflict } from '../workspace/merge/merged.ts';
import type { ConflictScope } from '../workspace/merge/open-conflicts.ts';
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
import type { RequestOptions } from './worker-channel.ts';
import { WorkerLife, type Ask, type WorkerLifeOptions } from './worker-life.ts';
import { WorkspaceError } from './workspace-error.ts';
import type { WorkspaceStatus } from './workspace-status.ts';
import type {
  CollectionOrder,
  ConflictPage,
  ContentToOpen,
  Holding,
  ImportToRead,
  MappingRequest,
  NamedFile,
  Published,
  PublishRequest,
  RefusalsRequest,
  RowsOf,
  SchemeChecked,
  SchemeOpened,
  SchemeSource,
} from './worker/protocol.ts';
import type { SubjectRequest } from '../workbook/subject/subject-book.ts';
import type { ExportFormat, ExportRequest } from '../workbook/tables/export-results.ts';
import { readingOf, type Reading } from './worker/reading.ts';

export type LiveWorkspaceOptions = WorkerLifeOptions;

/** A file to import: as the browser gives it, or bytes with a name. */
export type ImportableFile = File | { readonly name: string; readonly bytes: Uint8Array };

/** How to import. */
export interface ImportOptions extends RequestOptions, Holding, Reading {}

/** What is known before foreign files are looked at. */
export interface ProposeMappingOptions extends RequestOptions, Omit<MappingRequest, 'files'> {}

function holding(options: ImportOptions | undefined): Holding {
  return options?.holdRefused ? { holdRefused: true } : {};
}

/** What must be said again to a new worker. */
interface Memory {
  scheme: SchemeSource | null;
  data: OwnData | 'sample' | null;
  parameters: ParameterSettings;
}

/** The user's own data, and what was decided about them. */
type OwnData = Pick<ContentToOpen, 'imports' | 'corrections' | 'choices'>;

/** Something that was done to a workspace and has taken place: what keeping it needs to know. */
export type WorkspaceStep =
  | { readonly kind: 'scheme'; readonly scheme: SchemeSource }
  /** A scheme and the data for it, together: something new has been begun. */
  | { readonly kind: 'scheme and files'; readonly scheme: SchemeSource; readonly import: ImportedFiles }
  /** `added`: the files came to those that were there; otherwise they took the place of all data. */
  | { readonly kind: 'files'; readonly import: ImportedFiles; readonly added?: true }
  | { readonly kind: 'remove import'; readonly import: string }
  | {
      readonly kind: 'amend import';
      readonly import: string;
      readonly amendments: readonly Amendment[];
      readonly reason: string;
    }
  | { readonly kind: 'correct'; readonly correction: Correction }
  | { readonly kind: 'withdraw correction'; readonly correction: string }
  | { readonly kind: 'choose'; readonly choice: ConflictChoice }
  | { readonly kind: 'choose for many'; readonly choice: ChoiceForMany }
  | { readonly kind: 'sample'; readonly scheme: SchemeSource }
  | { readonly kind: 'parameters'; readonly parameters: ParameterSettings };

/** Files that entered. */
export interface ImportedFiles extends ImportToRead {
  /** `true`: rows of them were refused and stayed out. */
  readonly withoutRefused: boolean;
}

/** A value to be set right: which row, what it says, what it should say, and why. */
export type NewCorrection = Omit<Correction, 'id' | 'time'>;

const PAGE_KEY = Symbol.for('kaoheng.workspace');

/**
 * The page's live workspace: scheme, data and results, computed in the page's one worker. Widgets read it as a
 * `ResultsReader` and cannot tell it from published results.
 *
 * The worker starts with the first request. Every method rejects with an error whose `code` and `text` are fit for the user.
 */
export class LiveWorkspace implements ResultsReader {
  readonly #changeListeners = new Set<() => void>();
  readonly #statusListeners = new Set<(status: WorkspaceStatus) => void>();
  readonly #stepListeners = new Set<(step: WorkspaceStep) => void>();
  readonly #memory: Memory = { scheme: null, data: null, parameters: {} };
  readonly #life: WorkerLife;

  constructor(options: LiveWorkspaceOptions = {}) {
    this.#life = new WorkerLife(options, {
      status: (status) => this.#statusListeners.forEach((listener) => listener(status)),
      changed: () => this.#changeListeners.forEach((listener) => listener()),
      replay: (ask) => this.#replay(ask),
    });
  }

  /** The one workspace of this page, whoever asks and from whichever copy of the library. Options count for the first. */
  static shared(options: LiveWorkspaceOptions = {}): LiveWorkspace {
    const page = globalThis as { [PAGE_KEY]?: LiveWorkspace };
    return (page[PAGE_KEY] ??= new LiveWorkspace(options));
  }

  /** How everything stands now. A new object after every change. */
  get status(): WorkspaceStatus {
    return this.#life.status;
  }

  /** The files of the user's own data that are open. */
  get ownFiles(): readonly File[] {
    const { data } = this.#memory;
    return data === null || data === 'sample' ? [] : data.imports.flatMap(({ files }) => files);
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
    return this.#life.request('listSchemes', null);
  }

  /** Looks at a scheme without opening it. */
  checkScheme(source: SchemeSource): Promise<SchemeChecked> {
    return this.#life.request('checkScheme', source);
  }

  /** Opens a scheme and imports files as one step: when `opened` is `false`, everything is as it was. */
  async openWithFiles(
    scheme: SchemeSource,
    files: Iterable<ImportableFile>,
    options?: ImportOptions,
  ): Promise<SchemeOpened> {
    const one = await newImport(files, options);
    const data = onlyImport(one);
    const answer = await this.#life.request(
      'openContent',
      { scheme, ...data, parameters: {}, ...holding(options) },
      options,
    );
    if (answer.opened) {
      Object.assign(this.#memory, { scheme, data, parameters: {} });
      this.#tell({ kind: 'scheme and files', scheme, import: imported(one, answer.report) });
    }
    return answer;
  }

  /** Opens everything that a workspace holds, as it was kept: all of it, or nothing. Nobody has to keep it again. */
  async openContent(content: ContentToOpen, options?: ImportOptions): Promise<SchemeOpened> {
    const answer = await this.#life.request('openContent', { ...content, ...holding(options) }, options);
    const { scheme, imports, corrections, choices, parameters } = content;
    const data = imports.length > 0 ? { imports, corrections, choices } : null;
    if (answer.opened) Object.assign(this.#memory, { scheme, data, parameters });
    return answer;
  }

  /** Opens a scheme. Files that are loaded are read again with its inputs; its parameters start as the scheme has them. */
  async openScheme(source: SchemeSource, options?: ImportOptions): Promise<SchemeOpened> {
    const answer = await this.#life.request('openScheme', { ...source, ...holding(options) }, options);
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
    const one = await newImport(files, options);
    const { report } = await this.#openData(onlyImport(one), options);
    if (report.entered) this.#tell({ kind: 'files', import: imported(one, report) });
    return report;
  }

  /**
   * What the sheets of files in foreign layouts probably are, and what only a person can know. Changes nothing. The
   * mappings of the answer, as a person has corrected them, go into `importFiles`. The files are kept in memory as they
   * were read, until they are imported or others are looked at; no file: nothing is kept any longer.
   */
  proposeMapping(files: Iterable<ImportableFile>, options: ProposeMappingOptions = {}): Promise<MappingProposal> {
    const { scheme, earlier, period, given, adding } = options;
    const ask = {
      files: Array.from(files, asFile),
      ...(scheme && { scheme }),
      ...(earlier && { earlier }),
      ...(period !== undefined && { period }),
      ...(given && { given }),
      ...(adding && { adding }),
    };
    return this.#life.request('proposeMapping', ask, options);
  }

  /**
   * Imports files in addition to the data that are there. What they say twice counts once; where they contradict what is
   * there, that stays until somebody chooses. The report is about the new files alone.
   */
  async addFiles(files: Iterable<ImportableFile>, options?: ImportOptions): Promise<ImportReport> {
    const { data } = this.#memory;
    if (data === null || data === 'sample') return this.importFiles(files, options);
    const one = await newImport(files, options);
    const answer = await this.#openData({ ...data, imports: [...data.imports, one] }, options);
    const { entered, held } = answer.report;
    if (entered) this.#tell({ kind: 'files', import: imported(one, answer.reports?.[one.id] ?? null), added: true });
    return { ...(answer.reports?.[one.id] ?? answer.report), entered, ...(held ? { held } : {}) };
  }

  /** Takes an import out again, with the choices for it. Others that cannot be read without it keep it from going. */
  async removeImport(id: string, options?: ImportOptions): Promise<ImportReport> {
    const data = this.#ownData();
    const imports = data.imports.filter((one) => one.id !== id);
    if (imports.length === data.imports.length) throw new WorkspaceError('import.unknown', mergeTexts.noImport);
    const choices = data.choices.filter((choice) => choice.import !== id);
    const { report } = await this.#openData({ ...data, imports, choices }, options);
    if (report.entered) this.#tell({ kind: 'remove import', import: id });
    return report;
  }

  /**
   * Reads an import again with other amendments: cells of its files that say something else, rows that stay out. They
   * take the place of the amendments before; when the report says `entered: false`, everything is as it was.
   */
  async amendImport(
    id: string,
    amendments: readonly Amendment[],
    { reason = '', ...options }: ImportOptions & { readonly reason?: string } = {},
  ): Promise<ImportReport> {
    const data = this.#ownData();
    if (!data.imports.some((one) => one.id === id)) throw new WorkspaceError('import.unknown', mergeTexts.noImport);
    const imports = data.imports.map((one) => (one.id === id ? { ...one, amendments } : one));
    const { report } = await this.#openData({ ...data, imports }, options);
    if (report.entered) this.#tell({ kind: 'amend import', import: id, amendments, reason });
    return report;
  }

  // What people decide ---------------------------------------------------------------------------------------------

  /** Looks at a value with the rules of an import, before it is entered by `correct`. */
  checkCorrection(what: NewCorrection): Promise<CheckedRow> {
    const { period, subject, item, category, rater, matter, date, after } = what;
    return this.#life.request('checkCorrection', {
      period,
      subject,
      item,
      category,
      rater,
      matter,
      date,
      value: after,
    });
  }

  /** Sets a value right, or enters one that is missing (`before` is empty then). Rejects when an import would refuse it. */
  async correct(what: NewCorrection, options?: RequestOptions): Promise<Correction> {
    const data = this.#ownData();
    if (what.reason.trim() === '') throw new WorkspaceError('correction.no-reason', mergeTexts.noReason);
    const { observation, findings } = await this.checkCorrection(what);
    if (observation === null) {
      const refused = findings.find(({ severity }) => severity === 'refused');
      throw new WorkspaceError('correction.refused', refused?.message ?? mergeTexts.noOwnData);
    }
    const correction = { ...what, ...stamp(), after: observation.value };
    await this.#decide({ ...data, corrections: [...data.corrections, correction] }, options);
    this.#tell({ kind: 'correct', correction });
    return correction;
  }

  async withdrawCorrection(id: string, options?: RequestOptions): Promise<void> {
    const data = this.#ownData();
    const corrections = data.corrections.filter((one) => one.id !== id);
    if (corrections.length === data.corrections.length) {
      throw new WorkspaceError('correction.unknown', mergeTexts.noCorrection);
    }
    await this.#decide({ ...data, corrections }, options);
    this.#tell({ kind: 'withdraw correction', correction: id });
  }

  /** Says which import counts in a conflict; a choice made before for the same value is replaced. */
  async choose(choice: ConflictChoice, options?: RequestOptions): Promise<void> {
    const data = this.#ownData();
    await this.#decide({ ...data, choices: withChoices(data.choices, [choice]) }, options);
    this.#tell({ kind: 'choose', choice });
  }

  /**
   * Says that an import counts in all conflicts of a scope that nobody has decided yet, and in the one that was `looked at`.
   * Gives their number. Rejects without a reason: it stands for many.
   */
  async chooseForMany(
    scope: ConflictScope,
    reason: string,
    lookedAt: ConflictPlace,
    options?: RequestOptions,
  ): Promise<number> {
    const data = this.#ownData();
    if (reason.trim() === '') throw new WorkspaceError('choice.no-reason', mergeTexts.noReasonForMany);
    const open = await this.#life.request('openConflicts', scope, options);
    const isAmong = open.some((place) => placeKey(place) === placeKey(lookedAt));
    const choice = choiceForMany(scope.import, reason.trim(), isAmong ? open : [lookedAt, ...open]);
    await this.#decide({ ...data, choices: withChoices(data.choices, choicesOf(choice)) }, options);
    this.#tell({ kind: 'choose for many', choice });
    return choice.places.length;
  }

  /** Conflicts between imports, the open ones first; the status tells the first thousand by itself. */
  conflicts(page: ConflictPage, options?: RequestOptions): Promise<readonly Conflict[]> {
    return this.#life.request('conflicts', page, options);
  }

  /** Rows of the data as they count now, with corrections; without the database. */
  rowsOf(query: RowsOf, options?: RequestOptions): Promise<readonly Observation[]> {
    return this.#life.request('rowsOf', query, options);
  }

  #ownData(): OwnData {
    const { data } = this.#memory;
    if (data === null || data === 'sample') throw new WorkspaceError('data.not-own', mergeTexts.noOwnData);
    return data;
  }

  /** Opens the same data with other decisions; when they cannot be opened, says why, and everything is as it was. */
  async #decide(data: OwnData, options: RequestOptions | undefined): Promise<void> {
    const { opened, findings, report } = await this.#openData(data, options);
    if (opened) return;
    const [reason] = [...report.findings, ...findings];
    throw new WorkspaceError('content.not-opened', reason?.message ?? mergeTexts.noOwnData);
  }

  /** Opens other data with the scheme and the parameters that are open. */
  async #openData(
    data: OwnData,
    options: ImportOptions | undefined,
  ): Promise<SchemeOpened & { readonly report: ImportReport }> {
    const { scheme, parameters } = this.#memory;
    if (scheme === null) throw new WorkspaceError('source', mergeTexts.notYetOpen);
    const answer = await this.#life.request(
      'openContent',
      { scheme, ...data, parameters, ...holding(options) },
      options,
    );
    if (answer.opened) this.#memory.data = data.imports.length > 0 ? data : null;
    return { ...answer, report: answer.report ?? emptyReport(answer.opened) };
  }

  /** Loads the sample data of the open scheme, or opens another scheme with its sample. */
  async loadSample(scheme?: string, options?: RequestOptions): Promise<ImportReport> {
    const report = await this.#life.request('loadSample', scheme === undefined ? {} : { scheme }, options);
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
    await this.#life.request('setParameters', parameters, options);
    this.#memory.parameters = parameters;
    this.#tell({ kind: 'parameters', parameters });
  }

  /** Scores again. Not needed after the methods above: they score by themselves. */
  async score(options?: RequestOptions): Promise<void> {
    await this.#life.request('score', null, options);
  }

  /** What the last import refused, cell by cell. */
  refusals(): Promise<readonly ImportFinding[]> {
    return this.#life.request('refusals', null);
  }

  // Results --------------------------------------------------------------------------------------------------------

  describe(): Promise<ResultsDescription> {
    return this.#life.request('describe', null);
  }

  ranking(query: RankingQuery): Promise<Ranking> {
    return this.#life.request('ranking', query);
  }

  sheet(query: SheetQuery): Promise<ScoreSheet> {
    return this.#life.request('sheet', query);
  }

  profile(query: ProfileQuery): Promise<Profile> {
    return this.#life.request('profile', query);
  }

  explain(query: ExplainQuery): Promise<Explanation | null> {
    return this.#life.request('explain', query);
  }

  // Slicing: these start the database ------------------------------------------------------------------------------

  /** One read-only SQL statement over the tables of docs/tables.md. Brings at most `limit` rows (default 10,000). */
  query(sql: string, options: RequestOptions & { readonly limit?: number } = {}): Promise<QueryResult> {
    const { limit } = options;
    return this.#life.request('query', limit === undefined ? { sql } : { sql, limit }, options);
  }

  /** The imported rows behind a figure. */
  rowsBehind(query: RowsQuery, options?: RequestOptions): Promise<readonly SourceObservation[]> {
    return this.#life.request('rowsBehind', query, options);
  }

  /** How many rows each input has in a period. */
  itemCounts(period: string, options?: RequestOptions): Promise<readonly ItemCount[]> {
    return this.#life.request('itemCounts', { period }, options);
  }

  /** What each subject has delivered, input by input. */
  completeness(
    query: { readonly period: string; readonly group?: string },
    options?: RequestOptions,
  ): Promise<readonly ItemDelivery[]> {
    return this.#life.request('completeness', query, options);
  }

  // Files to keep --------------------------------------------------------------------------------------------------

  /** The published results file, and what was held back of it. */
  publish(request: PublishRequest, options?: RequestOptions): Promise<Published> {
    return this.#life.request('publish', request, options);
  }

  /** The workbooks by which the data of a scheme is collected; they are imported as they are once they are filled in. */
  collectionWorkbooks(order: CollectionOrder, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.#life.request('collectionWorkbooks', order, options);
  }

  /**
   * Who has delivered what for a period and those within it, as the scheme asks for it: a line for each item and period.
   * Needs no database. Events are left out: nothing that happened is no gap.
   */
  deliveries(period: string): Promise<readonly DeliveryLine[]> {
    return this.#life.request('deliveries', { period });
  }

  /** Every item that rows may be about: families are replaced by the members that the scheme or the data know. */
  knownItems(): Promise<readonly InputDeclaration[]> {
    return this.#life.request('knownItems', null);
  }

  /** Results as a workbook with a sheet for each view, or as CSV: one file, or several in one `.zip`. */
  exportResults(request: ExportRequest & ExportFormat, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.#life.request('exportResults', request, options);
  }

  /** One subject's sheet as a workbook: the sheet with lines to sign, its reasons, and the rows of the data behind it. */
  exportSheet(request: SubjectRequest, options?: RequestOptions): Promise<NamedFile> {
    return this.#life.request('exportSheet', request, options);
  }

  /** A table of docs/tables.md as CSV that Excel opens (UTF-8 with mark). */
  exportTable(table: TableName, options?: RequestOptions): Promise<Uint8Array> {
    return this.#life.request('exportTable', { table }, options);
  }

  /**
   * What the last import refused, to send back to those who filled in the file: a workbook with every refused row, which is
   * imported as it is once it is set right, or the list of findings as CSV.
   */
  exportRefusals(request: RefusalsRequest, options?: RequestOptions): Promise<Uint8Array> {
    return this.#life.request('exportRefusals', request, options);
  }

  // Life of the worker ---------------------------------------------------------------------------------------------

  /** Starts a new worker and loads scheme, data and parameters into it again. */
  restart(): Promise<void> {
    return this.#life.restart();
  }

  /** Stops the worker. The next request starts a new, empty one. */
  close(): void {
    Object.assign(this.#memory, { scheme: null, data: null, parameters: {} });
    this.#life.close();
  }

  async #replay(ask: Ask): Promise<void> {
    const { scheme, data, parameters } = this.#memory;
    if (!scheme) return void (await ask('ping', null));
    if (data !== null && data !== 'sample') {
      requireOpened(await ask('openContent', { scheme, ...data, parameters }));
      return;
    }
    requireOpened(await ask('openScheme', scheme));
    if (data === 'sample') await ask('loadSample', {});
    if (Object.keys(parameters).length > 0) await ask('setParameters', parameters);
  }

  #tell(step: WorkspaceStep): void {
    for (const listener of this.#stepListeners) listener(step);
  }
}

async function newImport(files: Iterable<ImportableFile>, options: Reading = {}): Promise<ImportToRead> {
  return { ...stamp(), files: await Promise.all(Array.from(files, heldFile)), ...readingOf(options) };
}

/**
 * The file as it is now: what is on the user's disk may be another one tomorrow, or gone, when it has to be read again.
 * Where it cannot be read at all, the worker says so.
 */
async function heldFile(file: ImportableFile): Promise<File> {
  if (!(file instanceof File)) return asFile(file);
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type, lastModified: file.lastModified });
  } catch {
    return file;
  }
}

/** A name that no other has, and the time. Pages without a secure context lack `crypto.randomUUID`. */
function stamp(): { readonly id: string; readonly time: string } {
  const time = new Date().toISOString();
  return { id: `${time} ${Math.random().toString(36).slice(2, 10)}`, time };
}

function onlyImport(one: ImportToRead): OwnData {
  return { imports: [one], corrections: [], choices: [] };
}

function imported(one: ImportToRead, report: ImportReport | null): ImportedFiles {
  const refused = report === null ? 0 : report.subjects.refused + report.observations.refused;
  return { ...one, withoutRefused: refused > 0 };
}

/** What was open once is not opened any more: that is said, rather than nothing being open in silence. */
function requireOpened({ opened, findings, report }: SchemeOpened): void {
  if (opened) return;
  const [reason] = [...findings.filter(({ severity }) => severity === 'error'), ...(report?.findings ?? [])];
  throw new WorkspaceError('content.not-opened', reason?.message ?? mergeTexts.notYetOpen);
}

function emptyReport(entered: boolean): ImportReport {
  const none = { read: 0, accepted: 0, refused: 0 };
  return { files: [], subjects: none, observations: none, findings: [], entered };
}

function asFile(file: ImportableFile): File {
  return file instanceof File ? file : new File([file.bytes as Uint8Array<ArrayBuffer>], file.name);
}

function isBuiltIn(source: SchemeSource | null, id: string): boolean {
  return source !== null && 'builtIn' in source && source.builtIn === id;
}
