import type { AttributeDeclaration } from '../scheme/attribute.ts';
import type { DeliveryLine } from '../workbook/collection/deliveries.ts';
import type { Dataset, Subject } from '../data/dataset.ts';
import type { ImportReport } from '../data/import-report.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { CheckedRow, WrittenRow } from '../io/check-observations.ts';
import type { FileBytes, ImportOptions } from '../io/import.ts';
import type { MappingProposal } from '../io/mapping/mapping-proposal.ts';
import type { ProposeOptions } from '../io/mapping/propose-mapping.ts';
import type { LocalText } from '../reader/figure.ts';
import type { ExplainQuery, ResultsReader } from '../reader/results-reader.ts';
import type { ParameterDeclaration, ParameterSettings } from '../scheme/compile/parameters.ts';
import type { Finding } from '../scheme/finding.ts';
import type { SchemeBody } from '../scheme/schema/bodies.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import type { RaterCounts } from '../reader/publish-scope.ts';
import type { Scored } from '../score/scored.ts';
import type { CollectionRequest } from '../workbook/collection/collection-workbooks.ts';
import type { RefusalsContext } from '../workbook/refusals/refusals-workbook.ts';
import type { SubjectRequest } from '../workbook/subject/subject-book.ts';
import type { SubjectFilesRequest } from '../workbook/subject/subject-files.ts';
import type { ExportFormat, ExportRequest } from '../workbook/tables/export-results.ts';

/**
 * What the worker needs of the rest of the engine, and nothing more. The one implementation is `worker/real-engine.ts`;
 * tests put `testing/fake-engine.ts` in its place.
 */
export interface EnginePort {
  /** `scheme` is `null` when the findings hold an error. */
  loadScheme(text: string): { readonly scheme: LoadedScheme | null; readonly findings: readonly Finding[] };
  /** `dataset` is `null` when the files cannot be used; the report says why. */
  importFiles(
    files: readonly FileBytes[],
    inputs: readonly InputDeclaration[],
    options: ImportOptions,
  ): Promise<{ readonly dataset: Dataset | null; readonly report: ImportReport }>;
  /** What the sheets of files in foreign layouts probably are, and what only a person can know. */
  proposeMapping(
    files: readonly FileBytes[],
    inputs: readonly InputDeclaration[],
    options: ProposeOptions,
  ): Promise<MappingProposal>;
  /** Rows that are entered by hand, looked at with the rules of an import. */
  checkObservations(
    rows: readonly WrittenRow[],
    inputs: readonly InputDeclaration[],
    subjects: readonly Subject[],
  ): Promise<readonly CheckedRow[]>;
  /** One subject's sheet as a workbook. */
  subjectFile(reader: ResultsReader, request: SubjectRequest): Promise<FileBytes>;
  subjectsFile(reader: ResultsReader, scored: Scored, request: SubjectFilesRequest): Promise<FileBytes | null>;
  /** Refused rows as a workbook to be set right. */
  refusals(report: ImportReport, context: RefusalsContext): Promise<Uint8Array>;
}

/** A scheme without faults, ready to score. */
export interface LoadedScheme {
  readonly id: string;
  readonly title: LocalText;
  readonly version: string;
  readonly inputs: readonly InputDeclaration[];
  readonly attributes: readonly AttributeDeclaration[];
  readonly parameters: readonly ParameterDeclaration[];
  /** The inputs with the limits that changed parameters give them. */
  inputsUnder(settings: ParameterSettings): readonly InputDeclaration[];
  score(dataset: Dataset, settings: ParameterSettings): Scoring;
  /** The workbooks by which its data is collected, as files. */
  collect(request: CollectionRequest): Promise<readonly FileBytes[]>;
  /** Who has delivered what for a period. */
  deliveries(dataset: Dataset, scored: Scored, period: string): Promise<readonly DeliveryLine[]>;
  /** Every item that rows may be about, families replaced by their known members. */
  knownItems(dataset: Dataset): Promise<readonly InputDeclaration[]>;
  /** Tables of results, and of who has delivered what, as files. */
  exportFiles(
    dataset: Dataset,
    scored: Scored,
    reader: ResultsReader,
    request: ExportRequest & ExportFormat,
  ): Promise<readonly FileBytes[]>;
}

/** Scores, and how each of them came about. */
export interface Scoring {
  readonly scored: Scored;
  explain(query: ExplainQuery): Explanation | null;
  /** How many people rated what a figure was made from; `null`: nobody. */
  readonly raters?: RaterCounts;
}

export type { FileBytes } from '../io/import.ts';
export type { ParameterDeclaration, ParameterSettings } from '../scheme/compile/parameters.ts';

/** The schemes that come with the product, and their sample data. */
export interface SchemeLibrary {
  list(): Promise<readonly SchemeEntry[]>;
  /** The text of a scheme file; rejects when there is no such scheme. */
  read(id: string): Promise<string>;
  /** Sample data as files that could have been imported; rejects when the scheme has none. */
  sample(id: string): Promise<readonly FileBytes[]>;
}

export interface SchemeEntry {
  readonly id: string;
  readonly title: LocalText;
  /** Kind of body that it appraises; `other` where the file does not say. */
  readonly body: SchemeBody;
  readonly hasSample: boolean;
}
