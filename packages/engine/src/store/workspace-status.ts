import type { Amendment } from '../io/amend/amendment.ts';
import type { LocalText } from '../reader/figure.ts';
import type { ImportReport } from '../data/import-report.ts';
import type { Conflict, CorrectionOutcome, ImportShare, Likeness } from '../workspace/merge/merged.ts';
import type { OpenCount } from '../workspace/merge/open-conflicts.ts';
import type { AttributeDeclaration } from '../scheme/attribute.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import type { ParameterDeclaration, ParameterSettings } from './engine-port.ts';
import type { Problem } from './workspace-error.ts';

/** What a page must know of the open scheme. */
export interface SchemeSummary {
  readonly id: string;
  readonly title: LocalText;
  readonly version: string;
  readonly inputs: readonly InputDeclaration[];
  /** Further columns of the subjects that it looks at. */
  readonly attributes: readonly AttributeDeclaration[];
  readonly parameters: readonly ParameterDeclaration[];
}

/** What data is loaded. */
export interface DataSummary {
  readonly source: 'files' | 'sample';
  readonly files: readonly string[];
  readonly subjects: number;
  readonly observations: number;
  readonly report: ImportReport;
  /** How several imports came together, and what people have decided; `null` for a sample. */
  readonly merged: MergeSummary | null;
}

/** One import of the workspace. */
export interface ImportSummary {
  readonly id: string;
  /** When it took place, as ISO 8601. */
  readonly time: string;
  readonly files: readonly string[];
  /** Those of the files that an earlier import has brought, byte by byte; they were not read again. */
  readonly repeatedFiles: readonly string[];
  /** Cells and rows of its files that a person had set right. */
  readonly amendments: readonly Amendment[];
  readonly report: ImportReport;
  readonly share: ImportShare;
  /** In how many conflicts people have decided for it. */
  readonly chosen: number;
}

/** Several imports, put together. */
export interface MergeSummary {
  /** The oldest first. */
  readonly imports: readonly ImportSummary[];
  /** The open ones first; at most a thousand. `LiveWorkspace.conflicts` has them all. */
  readonly conflicts: readonly Conflict[];
  /** How many there are, decided ones too. */
  readonly allConflicts: number;
  readonly openConflicts: number;
  /** The open ones by import and item. */
  readonly openCounts: readonly OpenCount[];
  readonly likenesses: readonly Likeness[];
  readonly corrections: readonly CorrectionOutcome[];
  /** Rows that corrections added. */
  readonly supplied: number;
}

/** How the database stands. Scoring works in every one of these states. */
export interface StoreStatus {
  readonly state: 'idle' | 'starting' | 'storing' | 'ready' | 'failed';
  /** Why it failed, or what its keeper should mend although it works. */
  readonly problem: Problem | null;
}

/** What the worker tells of itself. */
export interface WorkerStatus {
  readonly scheme: SchemeSummary | null;
  readonly data: DataSummary | null;
  readonly parameters: ParameterSettings;
  /** `true` when there are results to read. */
  readonly scored: boolean;
  /** Why scheme and data give no results although both are there. */
  readonly scoringProblem: Problem | null;
  readonly store: StoreStatus;
}

/** The whole of it, as a page sees it. */
export interface WorkspaceStatus extends WorkerStatus {
  readonly worker: 'starting' | 'ready' | 'lost' | 'closed';
  /** Why the worker was lost. */
  readonly workerProblem: Problem | null;
}

export const EMPTY_WORKER_STATUS: WorkerStatus = {
  scheme: null,
  data: null,
  parameters: {},
  scored: false,
  scoringProblem: null,
  store: { state: 'idle', problem: null },
};
