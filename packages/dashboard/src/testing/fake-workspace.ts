import type {
  Conflict,
  DeliveryLine,
  ImportReport,
  InputDeclaration,
  MappingProposal,
  Observation,
  ParameterSettings,
  Problem,
  Published,
  SchemeChecked,
  SchemeOpened,
  WorkspaceStatus,
} from '@kaoheng/engine/live';
import { makePublication, scoredReader, type ResultsReader } from '@kaoheng/engine/reader';
import { villageExplainer } from '../../../../stories/fixtures/village-explanations.ts';
import { villageResults, type VillageOptions } from '../../../../stories/fixtures/village-results.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';

/** One input with what a page shows of it. */
const INPUT = {
  item: 'econ.income',
  kind: 'number',
  title: { zh: '集体收入', en: 'Income' },
  unit: '万元',
  from: '财政所',
  words: [],
  categories: [],
  wordTitles: {},
  categoryTitles: {},
  min: '0',
  max: null,
  mayBeNA: true,
} as Partial<InputDeclaration> as InputDeclaration;

/** A workspace without a worker: made-up villages, and every state at the test's command. */
export class FakeWorkspace implements WorkspacePort {
  status: WorkspaceStatus = {
    worker: 'starting',
    workerProblem: null,
    scheme: null,
    data: null,
    parameters: {},
    scored: false,
    scoringProblem: null,
    store: { state: 'idle', problem: null },
  };
  /** What was asked of it, for tests to look at. */
  readonly calls: { readonly name: string; readonly with: readonly unknown[] }[] = [];
  /** Answers that a test puts in the place of the usual ones. */
  nextReport: ImportReport | null = null;
  nextRows: readonly Observation[] = [];
  nextCount = 40;
  nextConflicts: readonly Conflict[] = [];
  nextChecked: SchemeChecked | null = null;
  nextProposal: MappingProposal = { sheets: [], questions: [], subjects: [], isOwnLayout: true };
  nextOpened: SchemeOpened | null = null;
  nextFailure: (Problem & { readonly of: string }) | null = null;
  /** Resolves what waits: loading stands still until a test says so. */
  hold: Promise<void> | null = null;

  /** What `deliveries` answers. */
  lines: readonly DeliveryLine[] = [];

  readonly #statusListeners = new Set<() => void>();
  readonly #changeListeners = new Set<() => void>();
  #reader: ResultsReader;
  #scored = villageResults();

  constructor(options?: VillageOptions) {
    if (options) this.#scored = villageResults(options);
    this.#reader = scoredReader(this.#scored, villageExplainer(this.#scored));
  }

  /** Other results in the place of those there are, as other data bring them. */
  answerWith(options: VillageOptions): void {
    this.#scored = villageResults(options);
    this.#reader = scoredReader(this.#scored, villageExplainer(this.#scored));
    this.#changeListeners.forEach((listener) => listener());
  }

  set(change: Partial<WorkspaceStatus>): void {
    this.status = { ...this.status, ...change };
    this.#statusListeners.forEach((listener) => listener());
  }

  onStatus(listener: (status: WorkspaceStatus) => void): () => void {
    const call = (): void => listener(this.status);
    this.#statusListeners.add(call);
    return () => this.#statusListeners.delete(call);
  }

  subscribe(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  describe: ResultsReader['describe'] = () => this.#reader.describe();
  ranking: ResultsReader['ranking'] = (asked) => this.#reader.ranking(asked);
  sheet: ResultsReader['sheet'] = (asked) => this.#reader.sheet(asked);
  profile: ResultsReader['profile'] = (asked) => this.#reader.profile(asked);
  explain: ResultsReader['explain'] = (asked) => this.#reader.explain(asked);

  /** What `knownItems` answers besides the scheme's input. */
  items: readonly InputDeclaration[] = [];
  knownItems = async (): Promise<readonly InputDeclaration[]> => [INPUT, ...this.items];

  deliveries = async (): Promise<readonly DeliveryLine[]> => this.lines;

  async listSchemes() {
    return [
      { id: 'sample-villages', title: { zh: '村级考核', en: 'Villages' }, body: 'village' as const, hasSample: true },
      {
        id: 'teacher-ethics',
        title: { zh: '师德考核', en: 'Teacher ethics' },
        body: 'school' as const,
        hasSample: false,
      },
    ];
  }

  async checkScheme(): Promise<SchemeChecked> {
    return this.nextChecked ?? { scheme: this.#summary(), findings: [] };
  }

  async openScheme(...given: unknown[]): Promise<SchemeOpened> {
    await this.#called('openScheme', given);
    return this.nextOpened ?? { opened: true, scheme: this.#summary(), findings: [], report: goodReport() };
  }

  async openWithFiles(...given: unknown[]): Promise<SchemeOpened> {
    await this.#called('openWithFiles', given);
    return this.nextOpened ?? { opened: true, scheme: this.#summary(), findings: [], report: goodReport() };
  }

  importFiles: WorkspacePort['importFiles'] = async (files, options) => {
    await this.#called(
      'importFiles',
      [files, ...(options?.mappings ? [options.mappings] : []), ...(options?.amendments ? [options.amendments] : [])],
      options?.signal,
    );
    const report = this.#held(this.nextReport ?? goodReport(), options?.holdRefused);
    if (report.entered) this.#enter('files', report);
    return report;
  };

  addFiles: WorkspacePort['addFiles'] = async (files, options) => {
    await this.#called('addFiles', [files], options?.signal);
    const report = this.#held(this.nextReport ?? goodReport(), options?.holdRefused);
    if (report.entered) this.#enter('files', report);
    return report;
  };

  removeImport: WorkspacePort['removeImport'] = async (id, options) => {
    await this.#called('removeImport', [id]);
    return this.#held(this.nextReport ?? goodReport(), options?.holdRefused);
  };

  amendImport: WorkspacePort['amendImport'] = async (id, amendments, options) => {
    await this.#called('amendImport', [id, amendments, options?.reason]);
    return this.#held(this.nextReport ?? goodReport(), options?.holdRefused);
  };

  correct: WorkspacePort['correct'] = async (what) => {
    await this.#called('correct', [what]);
    return { ...what, id: 'k', time: '2026-01-01T00:00:00Z' };
  };

  async withdrawCorrection(id: string): Promise<void> {
    await this.#called('withdrawCorrection', [id]);
  }

  choose: WorkspacePort['choose'] = async (choice) => {
    await this.#called('choose', [choice]);
  };

  chooseForMany: WorkspacePort['chooseForMany'] = async (scope, reason, lookedAt) => {
    await this.#called('chooseForMany', [scope, reason, lookedAt]);
    return this.nextCount;
  };

  conflicts: WorkspacePort['conflicts'] = async (page) => {
    await this.#called('conflicts', [page]);
    return this.nextConflicts;
  };

  rowsOf: WorkspacePort['rowsOf'] = async (query) => {
    await this.#called('rowsOf', [query]);
    return this.nextRows;
  };

  proposeMapping: WorkspacePort['proposeMapping'] = async (files, options) => {
    await this.#called('proposeMapping', [files, options], options?.signal);
    return this.nextProposal;
  };

  async loadSample(...given: unknown[]): Promise<ImportReport> {
    await this.#called('loadSample', given);
    const report = goodReport();
    this.#enter('sample', report);
    return report;
  }

  async setParameters(parameters: ParameterSettings): Promise<void> {
    await this.#called('setParameters', [parameters]);
    this.set({ parameters });
    const changedParameters = this.#summary()
      .parameters.filter(({ name }) => name in parameters)
      .map(({ name, title, unit, value }) => ({ name, title, unit, value: parameters[name] ?? '', written: value }));
    const description = { ...this.#scored.description, changedParameters };
    this.#scored = { ...this.#scored, description };
    this.#reader = scoredReader(this.#scored, villageExplainer(this.#scored));
    this.#changeListeners.forEach((listener) => listener());
  }

  async collectionWorkbooks(order: Parameters<WorkspacePort['collectionWorkbooks']>[0]) {
    await this.#called('collectionWorkbooks', [order]);
    return [{ name: `sample-${order.periods.join('-')}.xlsx`, bytes: new Uint8Array(1) }];
  }

  async exportSheets(...given: Parameters<WorkspacePort['exportSheets']>): ReturnType<WorkspacePort['exportSheets']> {
    await this.#called('exportSheets', given);
    return { name: 'sheets.zip', bytes: new Uint8Array(1) };
  }

  exportSheet: WorkspacePort['exportSheet'] = async (request) => {
    await this.#called('exportSheet', [request]);
    return { name: `sheet-${request.subject}.xlsx`, bytes: new Uint8Array(1) };
  };

  async exportRefusals(...given: Parameters<WorkspacePort['exportRefusals']>): Promise<Uint8Array> {
    await this.#called('exportRefusals', given);
    return new TextEncoder().encode('file');
  }

  async publish(request: Parameters<WorkspacePort['publish']>[0]): Promise<Published> {
    await this.#called('publish', [request]);
    const { notice, selection, codeKey } = request;
    const made = await makePublication(this.#scored, {
      notice,
      ...(selection && { selection }),
      ...(codeKey !== undefined && { codeKey }),
      ...(request.explanations && { explain: villageExplainer(this.#scored) }),
    });
    const bytes = new TextEncoder().encode(JSON.stringify(made.file));
    const { held, derivable, tellers, codeKey: key } = made;
    const codeList = made.codes.length + made.groupCodes.length === 0 ? null : new TextEncoder().encode('codes');
    return { bytes, integrity: made.file.integrity, held, derivable, tellers, codeKey: key, codeList };
  }

  exportResults: WorkspacePort['exportResults'] = async (request, options) => {
    await this.#called('exportResults', [request], options?.signal);
    const bytes = new TextEncoder().encode('table');
    const { format, views = [] } = request;
    if (format === 'csv' && views.length === 1) return [{ name: `${views[0]}.csv`, bytes }];
    return [{ name: `sample-villages-2024.${format === 'xlsx' ? 'xlsx' : 'zip'}`, bytes }];
  };

  async restart(): Promise<void> {
    await this.#called('restart', []);
    this.set({ worker: 'ready', workerProblem: null });
  }

  #held(report: ImportReport, holdRefused = false): ImportReport {
    const isPartial = report.subjects.refused + report.observations.refused > 0;
    return holdRefused && isPartial ? { ...report, entered: false, held: true } : report;
  }

  async #called(name: string, given: readonly unknown[], signal?: AbortSignal): Promise<void> {
    this.calls.push({ name, with: given });
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(failure('cancelled', '操作已取消。', 'Cancelled.')));
    });
    if (this.hold) await Promise.race([this.hold, aborted]);
    if (this.nextFailure?.of === name) {
      const { code, text } = this.nextFailure;
      this.nextFailure = null;
      throw failure(code, text.zh, text.en);
    }
  }

  #summary() {
    const { scheme, title, version } = this.#scored.description;
    return {
      id: scheme,
      title,
      version,
      inputs: [INPUT],
      attributes: [],
      parameters: [
        {
          name: 'share',
          title: { zh: '优秀比例', en: 'Share of excellent' },
          unit: '%',
          clause: '九(一)',
          type: 'number' as const,
          value: '30',
          dated: {},
          min: null,
          max: null,
        },
        {
          name: 'strict',
          title: { zh: '从严', en: 'Strict' },
          unit: '',
          clause: '',
          type: 'flag' as const,
          value: 'true',
          dated: {},
          min: null,
          max: null,
        },
      ],
    };
  }

  #enter(source: 'files' | 'sample', report: ImportReport): void {
    const data = { source, files: report.files, subjects: 30, observations: 1200, report, merged: null };
    this.set({ worker: 'ready', scheme: this.#summary(), data, scored: true, scoringProblem: null });
    this.#changeListeners.forEach((listener) => listener());
  }
}

export function failure(code: string, zh: string, en: string): Error {
  return Object.assign(new Error(en), { code, text: { zh, en } });
}

export function goodReport(change: Partial<ImportReport> = {}): ImportReport {
  return {
    files: ['subjects.csv', 'observations.csv'],
    subjects: { read: 30, accepted: 30, refused: 0 },
    observations: { read: 1200, accepted: 1200, refused: 0 },
    findings: [],
    entered: true,
    ...change,
  };
}
