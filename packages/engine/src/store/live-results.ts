import type { Observation } from '../data/dataset.ts';
import type { ImportFinding } from '../data/import-report.ts';
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
import type { InputDeclaration } from '../scheme/input.ts';
import type { DeliveryLine } from '../workbook/collection/deliveries.ts';
import type { SubjectRequest } from '../workbook/subject/subject-book.ts';
import type { SubjectFilesRequest } from '../workbook/subject/subject-files.ts';
import type { ExportFormat, ExportRequest } from '../workbook/tables/export-results.ts';
import type { Conflict } from '../workspace/merge/merged.ts';
import type { ItemCount, ItemDelivery, RowsQuery, SourceObservation } from './queries.ts';
import type { QueryResult } from './result-rows.ts';
import type { TableName } from './schema.ts';
import type {
  CollectionOrder,
  ConflictPage,
  NamedFile,
  Published,
  PublishRequest,
  RefusalsRequest,
  RowsOf,
} from './worker/protocol.ts';
import type { RequestOptions } from './worker-channel.ts';
import type { Ask } from './worker-life.ts';

/** Everything that can be asked of a live workspace without changing it: results, rows, slices, files to keep. */
export abstract class LiveResults implements ResultsReader {
  /** Puts a question to the worker. */
  protected abstract readonly ask: Ask;

  abstract subscribe(listener: () => void): () => void;

  // Results --------------------------------------------------------------------------------------------------------

  describe(): Promise<ResultsDescription> {
    return this.ask('describe', null);
  }

  ranking(query: RankingQuery): Promise<Ranking> {
    return this.ask('ranking', query);
  }

  sheet(query: SheetQuery): Promise<ScoreSheet> {
    return this.ask('sheet', query);
  }

  profile(query: ProfileQuery): Promise<Profile> {
    return this.ask('profile', query);
  }

  explain(query: ExplainQuery): Promise<Explanation | null> {
    return this.ask('explain', query);
  }

  // Rows of the data -------------------------------------------------------------------------------------------------

  /** What the last import refused, cell by cell. */
  refusals(): Promise<readonly ImportFinding[]> {
    return this.ask('refusals', null);
  }

  /** Conflicts between imports, the open ones first; the status tells the first thousand by itself. */
  conflicts(page: ConflictPage, options?: RequestOptions): Promise<readonly Conflict[]> {
    return this.ask('conflicts', page, options);
  }

  /** Rows of the data as they count now, with corrections; without the database. */
  rowsOf(query: RowsOf, options?: RequestOptions): Promise<readonly Observation[]> {
    return this.ask('rowsOf', query, options);
  }

  // Slicing: these start the database ------------------------------------------------------------------------------

  /** One read-only SQL statement over the tables of docs/tables.md. Brings at most `limit` rows (default 10,000). */
  query(sql: string, options: RequestOptions & { readonly limit?: number } = {}): Promise<QueryResult> {
    const { limit } = options;
    return this.ask('query', limit === undefined ? { sql } : { sql, limit }, options);
  }

  /** The imported rows behind a figure. */
  rowsBehind(query: RowsQuery, options?: RequestOptions): Promise<readonly SourceObservation[]> {
    return this.ask('rowsBehind', query, options);
  }

  /** How many rows each input has in a period. */
  itemCounts(period: string, options?: RequestOptions): Promise<readonly ItemCount[]> {
    return this.ask('itemCounts', { period }, options);
  }

  /** What each subject has delivered, input by input. */
  completeness(
    query: { readonly period: string; readonly group?: string },
    options?: RequestOptions,
  ): Promise<readonly ItemDelivery[]> {
    return this.ask('completeness', query, options);
  }

  // Files to keep --------------------------------------------------------------------------------------------------

  /** The published results file, and what was held back of it. */
  publish(request: PublishRequest, options?: RequestOptions): Promise<Published> {
    return this.ask('publish', request, options);
  }

  /** The workbooks by which the data of a scheme is collected; they are imported as they are once they are filled in. */
  collectionWorkbooks(order: CollectionOrder, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.ask('collectionWorkbooks', order, options);
  }

  /**
   * Who has delivered what for a period and those within it, as the scheme asks for it: a line for each item and period.
   * Needs no database. Events are left out: nothing that happened is no gap.
   */
  deliveries(period: string): Promise<readonly DeliveryLine[]> {
    return this.ask('deliveries', { period });
  }

  /** Every item that rows may be about: families are replaced by the members that the scheme or the data know. */
  knownItems(): Promise<readonly InputDeclaration[]> {
    return this.ask('knownItems', null);
  }

  /** Results as a workbook with a sheet for each view, or as CSV: one file, or several in one `.zip`. */
  exportResults(request: ExportRequest & ExportFormat, options?: RequestOptions): Promise<readonly NamedFile[]> {
    return this.ask('exportResults', request, options);
  }

  /** One subject's sheet as a workbook: the sheet with lines to sign, its reasons, and the rows of the data behind it. */
  exportSheet(request: SubjectRequest, options?: RequestOptions): Promise<NamedFile> {
    return this.ask('exportSheet', request, options);
  }

  /** The sheets of several subjects as `exportSheet` makes them, in one `.zip`; `null` where none of them has a sheet. */
  exportSheets(request: SubjectFilesRequest, options?: RequestOptions): Promise<NamedFile | null> {
    return this.ask('exportSheets', request, options);
  }

  /** A table of docs/tables.md as CSV that Excel opens (UTF-8 with mark). */
  exportTable(table: TableName, options?: RequestOptions): Promise<Uint8Array> {
    return this.ask('exportTable', { table }, options);
  }

  /**
   * What the last import refused, to send back to those who filled in the file: a workbook with every refused row, which is
   * imported as it is once it is set right, or the list of findings as CSV.
   */
  exportRefusals(request: RefusalsRequest, options?: RequestOptions): Promise<Uint8Array> {
    return this.ask('exportRefusals', request, options);
  }
}
