/** The live entry of the engine (`@kaoheng/engine/live`): a workspace computed in the page's worker. */
export { LiveWorkspace } from './live-workspace.ts';
export type { ImportOptions, LiveWorkspaceOptions, NewCorrection, ProposeMappingOptions } from './live-workspace.ts';
export type { ImportableFile } from './new-import.ts';
export type { ImportedFiles, WorkspaceStep } from './workspace-step.ts';
export type { RequestOptions } from './worker-channel.ts';
export { WorkspaceError } from './workspace-error.ts';
export type { Problem } from './workspace-error.ts';
export type {
  DataSummary,
  ImportSummary,
  MergeSummary,
  SchemeSummary,
  StoreStatus,
  WorkspaceStatus,
} from './workspace-status.ts';
export type {
  CollectionOrder,
  ConflictPage,
  NamedFile,
  ContentToOpen,
  ImportToRead,
  Progress,
  Published,
  PublishRequest,
  RefusalsRequest,
  RowsOf,
  SchemeChecked,
  SchemeOpened,
  SchemeSource,
  WorkerSettings,
} from './worker/protocol.ts';
export type { ParameterDeclaration, ParameterSettings, SchemeEntry } from './engine-port.ts';
export { SCHEME_BODIES } from '../scheme/schema/bodies.ts';
export type { SchemeBody } from '../scheme/schema/bodies.ts';
export type { DuckDBFiles } from './duckdb/bundle.ts';
export type { ItemCount, ItemDelivery, RowsQuery, SourceObservation } from './queries.ts';
export type { QueryCell, QueryColumn, QueryResult } from './result-rows.ts';
export { TABLES } from './schema.ts';
export type { ColumnKind, TableColumn, TableName, TableSchema } from './schema.ts';
export { unwantedRefusals } from '../data/import-report.ts';
export type { ImportFinding, ImportReport } from '../data/import-report.ts';
export { isOfSamePlace, withAmendment } from '../io/amend/amendment.ts';
export type { Amendment } from '../io/amend/amendment.ts';
export { changeMapping } from '../io/mapping/answer.ts';
export type {
  ColumnProposal,
  MappingAnswer,
  MappingChange,
  MappingProposal,
  MappingQuestion,
  ProposalReason,
  QuestionCode,
  RowKind,
  SheetProposal,
} from '../io/mapping/mapping-proposal.ts';
export type { GivenTable } from '../io/mapping/propose-context.ts';
export { readsAs, vocabularyOf, wordsByTitle, type Vocabulary } from '../io/mapping/vocabulary.ts';
export { NOT_APPLICABLE_WORDS, tableKey } from '../io/mapping/sheet-mapping.ts';
export type {
  ColumnMapping,
  ColumnMeaning,
  InCommon,
  SheetMapping,
  SheetRole,
  TableArea,
  ValueMeaning,
} from '../io/mapping/sheet-mapping.ts';
export type { SheetCount } from '../data/import-report.ts';
export type { Finding } from '../scheme/finding.ts';
export type { AttributeDeclaration } from '../scheme/attribute.ts';
export type { InputDeclaration } from '../scheme/input.ts';
export { WorkspaceKeeper } from '../workspace/workspace-keeper.ts';
export type { KeepStatus, KeptLive } from '../workspace/workspace-keeper.ts';
export { openIndexedDBStore } from '../workspace/indexed-db-store.ts';
export { isEncrypted, WORKSPACE_FILE_ENDING } from '../workspace/workspace-file.ts';
export type { WorkspaceRecord, WorkspaceStore } from '../workspace/workspace-store.ts';
export { contentAfter } from '../workspace/change.ts';
export type { Change, JournalEntry } from '../workspace/change.ts';
export type {
  ChoiceForMany,
  ConflictChoice,
  ConflictPlace,
  Correction,
  ImportRecord,
  KeptFile,
  SavedView,
  WorkspaceContent,
} from '../workspace/content.ts';
export type { SubjectRequest } from '../workbook/subject/subject-book.ts';
export type { SubjectFilesRequest } from '../workbook/subject/subject-files.ts';
export type { ExportFormat, ExportRequest, ExportView } from '../workbook/tables/export-results.ts';
export type { Claim, Conflict, CorrectionOutcome, ImportShare, Likeness } from '../workspace/merge/merged.ts';
export type { ConflictScope, OpenCount } from '../workspace/merge/open-conflicts.ts';
export type { CheckedRow } from '../io/check-observations.ts';
export type { Observation, Origin } from '../data/dataset.ts';
export { PAGE_SCRIPTS, pageFiles } from '../page/page-files.ts';
export type { PageContent } from '../page/page-files.ts';
export { pageSnippet, publishedName } from '../page/page-snippet.ts';
export { zipFiles } from '../workbook/zip-files.ts';
export { placeName } from '../data/place-name.ts';
export type { DeliveryLine, SubjectDelivery } from '../workbook/collection/deliveries.ts';
export { gapGroups, isSameOwner } from '../workbook/collection/gaps.ts';
export type { GapGroup, GapLine, GapOwner } from '../workbook/collection/gaps.ts';
export { readPeriod } from '../io/normalise/period.ts';
