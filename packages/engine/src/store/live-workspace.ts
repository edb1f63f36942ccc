import type { ImportReport } from '../data/import-report.ts';
import type { Amendment } from '../io/amend/amendment.ts';
import type { CheckedRow } from '../io/check-observations.ts';
import type { MappingProposal } from '../io/mapping/mapping-proposal.ts';
import { mergeTexts } from '../locale/workspace-texts.ts';
import { choiceForMany, choicesOf, placeKey, withChoices } from '../workspace/conflict-choices.ts';
import type { ConflictChoice, ConflictPlace, Correction } from '../workspace/content.ts';
import type { ConflictScope } from '../workspace/merge/open-conflicts.ts';
import type { ParameterSettings, SchemeEntry } from './engine-port.ts';
import { LiveResults } from './live-results.ts';
import { asFile, newImport, stamp, type ImportableFile } from './new-import.ts';
import {
  onlyImport,
  withAmendments,
  withCorrection,
  withoutCorrection,
  withoutImport,
  type OwnData,
} from './own-data.ts';
import type { RequestOptions } from './worker-channel.ts';
import { WorkerLife, type Ask, type WorkerLifeOptions } from './worker-life.ts';
import type {
  ContentToOpen,
  Holding,
  MappingRequest,
  SchemeChecked,
  SchemeOpened,
  SchemeSource,
} from './worker/protocol.ts';
import type { Reading } from './worker/reading.ts';
import { WorkspaceError } from './workspace-error.ts';
import { WorkspaceMemory } from './workspace-memory.ts';
import type { WorkspaceStatus } from './workspace-status.ts';
import { importedFiles, type WorkspaceStep } from './workspace-step.ts';

export type LiveWorkspaceOptions = WorkerLifeOptions;

/** How to import. */
export interface ImportOptions extends RequestOptions, Holding, Reading {}

/** What is known before foreign files are looked at. */
export interface ProposeMappingOptions extends RequestOptions, Omit<MappingRequest, 'files'> {}

/** A value to be set right: which row, what it says, what it should say, and why. */
export type NewCorrection = Omit<Correction, 'id' | 'time'>;

const PAGE_KEY = Symbol.for('kaoheng.workspace');

/**
 * The page's live workspace: scheme, data and results, computed in the page's one worker. Widgets read it as a
 * `ResultsReader` and cannot tell it from published results.
 *
 * The worker starts with the first request. Every method rejects with an error whose `code` and `text` are fit for the user.
 */
export class LiveWorkspace extends LiveResults {
  readonly #changeListeners = new Set<() => void>();
  readonly #statusListeners = new Set<(status: WorkspaceStatus) => void>();
  readonly #stepListeners = new Set<(step: WorkspaceStep) => void>();
  readonly #memory = new WorkspaceMemory();
  readonly #life: WorkerLife;
  protected override readonly ask: Ask = (name, ask, options) => this.#life.request(name, ask, options);

  constructor(options: LiveWorkspaceOptions = {}) {
    super();
    this.#life = new WorkerLife(options, {
      status: (status) => this.#statusListeners.forEach((listener) => listener(status)),
      changed: () => this.#changeListeners.forEach((listener) => listener()),
      replay: (ask) => this.#memory.replay(ask),
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
    return this.#memory.ownData?.imports.flatMap(({ files }) => files) ?? [];
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
    return this.ask('listSchemes', null);
  }

  /** Looks at a scheme without opening it. */
  checkScheme(source: SchemeSource): Promise<SchemeChecked> {
    return this.ask('checkScheme', source);
  }

  /** Opens a scheme and imports files as one step: when `opened` is `false`, everything is as it was. */
  async openWithFiles(
    scheme: SchemeSource,
    files: Iterable<ImportableFile>,
    options?: ImportOptions,
  ): Promise<SchemeOpened> {
    const one = await newImport(files, options);
    const data = onlyImport(one);
    const answer = await this.ask('openContent', { scheme, ...data, parameters: {}, ...holding(options) }, options);
    if (answer.opened) {
      this.#memory.open(scheme, data, {});
      this.#tell({ kind: 'scheme and files', scheme, import: importedFiles(one, answer.report) });
    }
    return answer;
  }

  /** Opens everything that a workspace holds, as it was kept: all of it, or nothing. Nobody has to keep it again. */
  async openContent(content: ContentToOpen, options?: ImportOptions): Promise<SchemeOpened> {
    const answer = await this.ask('openContent', { ...content, ...holding(options) }, options);
    const { scheme, imports, corrections, choices, parameters } = content;
    const data = imports.length > 0 ? { imports, corrections, choices } : null;
    if (answer.opened) this.#memory.open(scheme, data, parameters);
    return answer;
  }

  /** Opens a scheme. Files that are loaded are read again with its inputs; its parameters start as the scheme has them. */
  async openScheme(source: SchemeSource, options?: ImportOptions): Promise<SchemeOpened> {
    const answer = await this.ask('openScheme', { ...source, ...holding(options) }, options);
    if (answer.opened) {
      this.#memory.openScheme(source);
      if (this.#memory.data === 'sample' && !answer.report) this.#memory.data = null;
      this.#tell({ kind: this.#memory.data === 'sample' ? 'sample' : 'scheme', scheme: source });
    }
    return answer;
  }

  /** Imports files in place of the data before; when the report says `entered: false`, everything is as it was. */
  async importFiles(files: Iterable<ImportableFile>, options?: ImportOptions): Promise<ImportReport> {
    const one = await newImport(files, options);
    const { report } = await this.#openData(onlyImport(one), options);
    if (report.entered) this.#tell({ kind: 'files', import: importedFiles(one, report) });
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
    return this.ask('proposeMapping', ask, options);
  }

  /**
   * Imports files in addition to the data that are there. What they say twice counts once; where they contradict what is
   * there, that stays until somebody chooses. The report is about the new files alone.
   */
  async addFiles(files: Iterable<ImportableFile>, options?: ImportOptions): Promise<ImportReport> {
    const data = this.#memory.ownData;
    if (data === null) return this.importFiles(files, options);
    const one = await newImport(files, options);
    const answer = await this.#openData({ ...data, imports: [...data.imports, one] }, options);
    const { entered, held } = answer.report;
    const report = answer.reports?.[one.id];
    if (entered) this.#tell({ kind: 'files', import: importedFiles(one, report ?? null), added: true });
    return { ...(report ?? answer.report), entered, ...(held ? { held } : {}) };
  }

  /** Takes an import out again, with the choices for it. Others that cannot be read without it keep it from going. */
  async removeImport(id: string, options?: ImportOptions): Promise<ImportReport> {
    const { report } = await this.#openData(withoutImport(this.#memory.requireOwnData(), id), options);
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
    const data = withAmendments(this.#memory.requireOwnData(), id, amendments);
    const { report } = await this.#openData(data, options);
    if (report.entered) this.#tell({ kind: 'amend import', import: id, amendments, reason });
    return report;
  }

  // What people decide ---------------------------------------------------------------------------------------------

  /** Looks at a value with the rules of an import, before it is entered by `correct`. */
  checkCorrection(what: NewCorrection): Promise<CheckedRow> {
    const { period, subject, item, category, rater, matter, date, after } = what;
    const row = { period, subject, item, category, rater, matter, date, value: after };
    return this.ask('checkCorrection', row);
  }

  /** Sets a value right, or enters one that is missing (`before` is empty then). Rejects when an import would refuse it. */
  async correct(what: NewCorrection, options?: RequestOptions): Promise<Correction> {
    const data = this.#memory.requireOwnData();
    if (what.reason.trim() === '') throw new WorkspaceError('correction.no-reason', mergeTexts.noReason);
    const { observation, findings } = await this.checkCorrection(what);
    if (observation === null) {
      const refused = findings.find(({ severity }) => severity === 'refused');
      throw new WorkspaceError('correction.refused', refused?.message ?? mergeTexts.noOwnData);
    }
    const correction = { ...what, ...stamp(), after: observation.value };
    await this.#decide(withCorrection(data, correction), options);
    this.#tell({ kind: 'correct', correction });
    return correction;
  }

  async withdrawCorrection(id: string, options?: RequestOptions): Promise<void> {
    await this.#decide(withoutCorrection(this.#memory.requireOwnData(), id), options);
    this.#tell({ kind: 'withdraw correction', correction: id });
  }

  /** Says which import counts in a conflict; a choice made before for the same value is replaced. */
  async choose(choice: ConflictChoice, options?: RequestOptions): Promise<void> {
    const data = this.#memory.requireOwnData();
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
    const data = this.#memory.requireOwnData();
    if (reason.trim() === '') throw new WorkspaceError('choice.no-reason', mergeTexts.noReasonForMany);
    const open = await this.ask('openConflicts', scope, options);
    const isAmong = open.some((place) => placeKey(place) === placeKey(lookedAt));
    const choice = choiceForMany(scope.import, reason.trim(), isAmong ? open : [lookedAt, ...open]);
    await this.#decide({ ...data, choices: withChoices(data.choices, choicesOf(choice)) }, options);
    this.#tell({ kind: 'choose for many', choice });
    return choice.places.length;
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
    const answer = await this.ask('openContent', { scheme, ...data, parameters, ...holding(options) }, options);
    if (answer.opened) this.#memory.data = data.imports.length > 0 ? data : null;
    return { ...answer, report: answer.report ?? emptyReport(answer.opened) };
  }

  /** Loads the sample data of the open scheme, or opens another scheme with its sample. */
  async loadSample(scheme?: string, options?: RequestOptions): Promise<ImportReport> {
    const report = await this.ask('loadSample', scheme === undefined ? {} : { scheme }, options);
    if (report.entered) {
      if (scheme !== undefined && !isBuiltIn(this.#memory.scheme, scheme)) {
        this.#memory.openScheme({ builtIn: scheme });
      }
      this.#memory.data = 'sample';
      if (this.#memory.scheme) this.#tell({ kind: 'sample', scheme: this.#memory.scheme });
    }
    return report;
  }

  /** Scores with these parameters; those left out are as the scheme has them. A refusal leaves everything as it was. */
  async setParameters(parameters: ParameterSettings, options?: RequestOptions): Promise<void> {
    await this.ask('setParameters', parameters, options);
    this.#memory.parameters = parameters;
    this.#tell({ kind: 'parameters', parameters });
  }

  /** Scores again. Not needed after the methods above: they score by themselves. */
  async score(options?: RequestOptions): Promise<void> {
    await this.ask('score', null, options);
  }

  // Life of the worker ---------------------------------------------------------------------------------------------

  /** Starts a new worker and loads scheme, data and parameters into it again. */
  restart(): Promise<void> {
    return this.#life.restart();
  }

  /** Stops the worker. The next request starts a new, empty one. */
  close(): void {
    this.#memory.clear();
    this.#life.close();
  }

  #tell(step: WorkspaceStep): void {
    for (const listener of this.#stepListeners) listener(step);
  }
}

function holding(options: ImportOptions | undefined): Holding {
  return options?.holdRefused ? { holdRefused: true } : {};
}

function emptyReport(entered: boolean): ImportReport {
  const none = { read: 0, accepted: 0, refused: 0 };
  return { files: [], subjects: none, observations: none, findings: [], entered };
}

function isBuiltIn(source: SchemeSource | null, id: string): boolean {
  return source !== null && 'builtIn' in source && source.builtIn === id;
}
