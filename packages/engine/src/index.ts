/** Kaoheng's engine: schemes, exact scores, explanations. No DOM; runs in Node and in the browser. */
export { loadScheme } from './scheme/load-scheme.ts';
export type { SchemeLoad } from './scheme/load-scheme.ts';
export { checkScheme } from './scheme/checks/check-scheme.ts';
export type { CompiledPart, CompiledScheme } from './scheme/compiled-scheme.ts';
export type { ParameterDeclaration, ParameterSettings } from './scheme/compile/parameters.ts';
export type { Finding, SchemePath, SourcePosition } from './scheme/finding.ts';
export type { InputDeclaration, InputKind } from './scheme/input.ts';
export { scoreDataset } from './score/score-dataset.ts';
export type { Scoring } from './score/score-dataset.ts';
export { branchesOf, explanationTree } from './explain/explanation-tree.ts';
export type { ExplanationTree, ExplanationTreeOptions } from './explain/explanation-tree.ts';
export { ScoreError } from './score/score-error.ts';
export type { Scored, ScoredKey, ScoredPart } from './score/scored.ts';
export { collectionWorkbooks } from './workbook/collection/collection-workbooks.ts';
export type {
  CollectionLanguage,
  CollectionRequest,
  CollectionWorkbook,
} from './workbook/collection/collection-workbooks.ts';
export { completenessTable } from './workbook/tables/completeness.ts';
export { exportFiles, exportTables } from './workbook/tables/export-results.ts';
export type { ExportFormat, ExportRequest, ExportSource, ExportView } from './workbook/tables/export-results.ts';
export type { ExportCell, ExportColumn, ExportTable, TableLanguage } from './workbook/tables/table.ts';
export { resultTable } from './workbook/tables/views.ts';
export type { ResultView } from './workbook/tables/views.ts';
export { tableCsv, tablesWorkbook } from './workbook/tables/write-tables.ts';
export type { TableEncoding } from './workbook/tables/write-tables.ts';
export type { Book, BookCell, BookRow, BookSheet, Look, Validation } from './workbook/book.ts';
export { writeBook } from './workbook/write-book.ts';
export type { Dataset, Observation, Origin, Subject } from './data/dataset.ts';
export type { ImportFinding, ImportReport } from './data/import-report.ts';
export { importFiles } from './io/import.ts';
export type { FileBytes, ImportOptions, ImportProgress, ImportResult } from './io/import.ts';
export { changeMapping } from './io/mapping/answer.ts';
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
} from './io/mapping/mapping-proposal.ts';
export { proposeMapping } from './io/mapping/propose-mapping.ts';
export type { ProposeOptions } from './io/mapping/propose-mapping.ts';
export type { GivenTable } from './io/mapping/propose-context.ts';
export { readsAs, vocabularyOf, wordsByTitle, type Vocabulary } from './io/mapping/vocabulary.ts';
export { NOT_APPLICABLE_WORDS, tableKey } from './io/mapping/sheet-mapping.ts';
export type {
  ColumnMapping,
  ColumnMeaning,
  InCommon,
  SheetMapping,
  SheetRole,
  TableArea,
  ValueMeaning,
} from './io/mapping/sheet-mapping.ts';
export type { SheetCount } from './data/import-report.ts';
export { Fraction } from './number/fraction.ts';
export { formatNumber, parseNumber } from './number/text.ts';
export * from './reader/index.ts';
