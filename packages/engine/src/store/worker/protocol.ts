import type { NamedFile } from '../../workbook/named-file.ts';
import type { SubjectRequest } from '../../workbook/subject/subject-book.ts';
import type { SubjectFilesRequest } from '../../workbook/subject/subject-files.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { DeliveryLine } from '../../workbook/collection/deliveries.ts';
import type { ImportFinding, ImportReport } from '../../data/import-report.ts';
import type { Explanation } from '../../explain/explanation.ts';
import type {
  ExplainQuery,
  Profile,
  ProfileQuery,
  PublicationNotice,
  Ranking,
  RankingQuery,
  ResultsDescription,
  ScoreSheet,
  SheetQuery,
} from '../../reader/results-reader.ts';
import type { Publication, PublishSelection } from '../../reader/publish.ts';
import type { DuckDBFiles } from '../duckdb/bundle.ts';
import type { Finding } from '../../scheme/finding.ts';
import type { ParameterSettings, SchemeEntry } from '../engine-port.ts';
import type { QueryResult } from '../result-rows.ts';
import type { ItemCount, ItemDelivery, RowsQuery, SourceObservation } from '../queries.ts';
import type { TableName } from '../schema.ts';
import type { Problem } from '../workspace-error.ts';
import type { CollectionRequest } from '../../workbook/collection/collection-workbooks.ts';
import type { ExportFormat, ExportRequest } from '../../workbook/tables/export-results.ts';
import type { SchemeSummary, StoreStatus, WorkerStatus } from '../workspace-status.ts';
import type { MappingProposal } from '../../io/mapping/mapping-proposal.ts';
import type { Reading } from './reading.ts';
import type { GivenTable } from '../../io/mapping/propose-context.ts';
import type { SheetMapping } from '../../io/mapping/sheet-mapping.ts';
import type { ConflictChoice, ConflictPlace, Correction, SchemeSource } from '../../workspace/content.ts';
import type { Conflict } from '../../workspace/merge/merged.ts';
import type { ConflictScope } from '../../workspace/merge/open-conflicts.ts';
import type { CheckedRow, WrittenRow } from '../../io/check-observations.ts';
import type { Observation } from '../../data/dataset.ts';

/** Raised whenever a message changes its meaning: page and worker of different versions then refuse each other. */
export const PROTOCOL_VERSION = 5;

export type { SchemeSource } from '../../workspace/content.ts';

export interface WorkerSettings {
  /** Where DuckDB's files lie; what is left out is found beside the worker. */
  readonly duckdbFiles?: Partial<DuckDBFiles>;
  readonly stallSeconds?: number;
  readonly memoryLimit?: string;
  /** Name of a web lock that the worker shall hold as long as it lives. */
  readonly lifeLock?: string;
}

/** What a look at a scheme found. */
export interface SchemeChecked {
  /** `null` when the findings hold an error. */
  readonly scheme: SchemeSummary | null;
  readonly findings: readonly Finding[];
}

/** What opening a scheme did. */
export interface SchemeOpened {
  /** `false`: the scheme has errors, and what was open before stays open. */
  readonly opened: boolean;
  readonly scheme: SchemeSummary | null;
  readonly findings: readonly Finding[];
  /** The data that was loaded, read again with the inputs of this scheme; `null` when there was none. */
  readonly report: ImportReport | null;
  /** Where there may be several imports: the report of each by itself. */
  readonly reports?: Readonly<Record<string, ImportReport>>;
}

export interface PublishRequest {
  readonly notice: PublicationNotice;
  readonly selection?: PublishSelection;
  readonly explanations?: boolean;
  /** Where codes stand for subjects or groups: the same key gives the same codes. */
  readonly codeKey?: string;
  /** Language of the list of codes. */
  readonly language?: 'zh' | 'en';
}

/** A published file and what those who publish must know. */
export interface Published extends Pick<Publication, 'held' | 'derivable' | 'tellers' | 'codeKey'> {
  /** The file: JSON in UTF-8. */
  readonly bytes: Uint8Array;
  /** The digest that the file carries. */
  readonly integrity: string;
  /** Whose code is whose, as CSV; `null` where no codes stand for anything. */
  readonly codeList: Uint8Array | null;
}

/** How an import treats refused rows. */
export interface Holding {
  /** Nothing enters when a single row is refused; the report says `held`, and the user can be asked. */
  readonly holdRefused?: boolean;
}

export type { Reading } from './reading.ts';

export type { NamedFile } from '../../workbook/named-file.ts';

/** Which collection workbooks are wanted. */
export interface CollectionOrder extends Omit<CollectionRequest, 'subjects'> {
  /** The scheme; left out: the one that is open. */
  readonly scheme?: SchemeSource;
  /**
   * Files that list the subjects; left out: the subjects that are loaded. No file, or nobody loaded: the subjects are
   * filled in, too.
   */
  readonly subjects?: readonly File[];
  /** How these files are read, where they are in foreign layouts. */
  readonly mappings?: readonly SheetMapping[];
}

/** Asks what the sheets of files are. */
export interface MappingRequest {
  readonly files: readonly File[];
  /** The scheme whose items are looked for; left out: the open one. */
  readonly scheme?: SchemeSource;
  /** Mappings of earlier imports. */
  readonly earlier?: readonly SheetMapping[];
  /** The period that is being worked on, for sheets that name none. */
  readonly period?: string;
  /** What a person has said of tables of an earlier proposal for the same files: their columns are proposed anew. */
  readonly given?: readonly GivenTable[];
  /** The files are to come to the data that is loaded: its subjects are known, and need no list. */
  readonly adding?: boolean;
}

/** Files that came in together. */
export interface ImportToRead extends Reading {
  readonly id: string;
  /** When, as ISO 8601. */
  readonly time: string;
  readonly files: readonly File[];
}

/** Everything that a workspace of the user's own data is made of; see `WorkspaceContent`. */
export interface ContentToOpen {
  readonly scheme: SchemeSource;
  /** The oldest first; none: only the scheme is opened. */
  readonly imports: readonly ImportToRead[];
  readonly corrections: readonly Correction[];
  readonly choices: readonly ConflictChoice[];
  readonly parameters: ParameterSettings;
}

/** Which rows of the data: those of one subject, in all periods or one, of all items or one. */
export interface RowsOf {
  readonly subject: string;
  readonly period?: string;
  readonly item?: string;
}

/** Which conflicts are asked for. */
export interface ConflictPage {
  /** Number of the first one; the open ones come first. */
  readonly from: number;
  readonly count: number;
}

/** Every request with its question and its answer. */
export interface Requests {
  configure: { ask: WorkerSettings; answer: { readonly protocol: number; readonly lockHeld: boolean } };
  ping: { ask: null; answer: null };
  listSchemes: { ask: null; answer: readonly SchemeEntry[] };
  checkScheme: { ask: SchemeSource; answer: SchemeChecked };
  openScheme: { ask: SchemeSource & Holding; answer: SchemeOpened };
  openContent: { ask: ContentToOpen & Holding; answer: SchemeOpened };
  checkCorrection: { ask: WrittenRow; answer: CheckedRow };
  conflicts: { ask: ConflictPage; answer: readonly Conflict[] };
  openConflicts: { ask: ConflictScope; answer: readonly ConflictPlace[] };
  rowsOf: { ask: RowsOf; answer: readonly Observation[] };
  proposeMapping: { ask: MappingRequest; answer: MappingProposal };
  loadSample: { ask: { readonly scheme?: string }; answer: ImportReport };
  setParameters: { ask: ParameterSettings; answer: null };
  score: { ask: null; answer: null };
  describe: { ask: null; answer: ResultsDescription };
  ranking: { ask: RankingQuery; answer: Ranking };
  sheet: { ask: SheetQuery; answer: ScoreSheet };
  profile: { ask: ProfileQuery; answer: Profile };
  explain: { ask: ExplainQuery; answer: Explanation | null };
  refusals: { ask: null; answer: readonly ImportFinding[] };
  query: { ask: { readonly sql: string; readonly limit?: number }; answer: QueryResult };
  rowsBehind: { ask: RowsQuery; answer: readonly SourceObservation[] };
  itemCounts: { ask: { readonly period: string }; answer: readonly ItemCount[] };
  completeness: { ask: { readonly period: string; readonly group?: string }; answer: readonly ItemDelivery[] };
  publish: { ask: PublishRequest; answer: Published };
  exportTable: { ask: { readonly table: TableName }; answer: Uint8Array };
  collectionWorkbooks: { ask: CollectionOrder; answer: readonly NamedFile[] };
  knownItems: { ask: null; answer: readonly InputDeclaration[] };
  deliveries: { ask: { readonly period: string }; answer: readonly DeliveryLine[] };
  exportResults: { ask: ExportRequest & ExportFormat; answer: readonly NamedFile[] };
  exportSheets: { ask: SubjectFilesRequest; answer: NamedFile | null };
  exportSheet: { ask: SubjectRequest; answer: NamedFile };
  exportRefusals: { ask: RefusalsRequest; answer: Uint8Array };
}

/** How refused rows leave: as a workbook that can be corrected and imported again, or as a list of what was found. */
export interface RefusalsRequest {
  readonly language: 'zh' | 'en';
  readonly format: 'xlsx' | 'csv';
}

export type RequestName = keyof Requests;

export type RequestMessage = {
  [Name in RequestName]: {
    readonly type: 'request';
    readonly id: number;
    readonly name: Name;
    readonly ask: Requests[Name]['ask'];
  };
}[RequestName];

export type PageMessage = RequestMessage | { readonly type: 'cancel'; readonly id: number };

/** How far a long request has come, in units of its stage. `total` is `null` where nobody knows. */
export interface Progress {
  /** `reading`: files are opened; `checking`: their rows are looked at; the rest says itself. */
  readonly stage: 'reading' | 'checking' | 'scoring' | 'starting-database' | 'storing' | 'publishing';
  readonly done: number;
  readonly total: number | null;
}

export type WorkerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly problem: Problem }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'status'; readonly status: WorkerStatus }
  /** Only the database stands otherwise: everything else is what it was, and need not travel again. */
  | { readonly type: 'store'; readonly store: StoreStatus }
  /** The results are others than before. */
  | { readonly type: 'changed' };
