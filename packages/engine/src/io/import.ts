import type { Dataset, Observation, Subject } from '../data/dataset.ts';
import type { ImportReport } from '../data/import-report.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import { AmendedTables } from './amend/amended-tables.ts';
import type { Amendment } from './amend/amendment.ts';
import { ofCopy, withCopies } from './file-copies.ts';
import { FileShelf } from './file-shelf.ts';
import type { AttributeDeclaration } from '../scheme/attribute.ts';
import { AttributeIndex } from './attribute-index.ts';
import { FindingLog, ImportRefused } from './findings.ts';
import { ItemIndex } from './item-index.ts';
import { readObservations, type RowCounts } from './read-observations.ts';
import { noteUnknownParents, readSubjects } from './read-subjects.ts';
import type { FileBytes } from './read-tables.ts';
import { recogniseTables, type RecognisedTable } from './recognise.ts';
import { applyMapping, type MappedTables } from './mapping/apply-mapping.ts';
import type { SheetMapping } from './mapping/sheet-mapping.ts';
import { Slots } from './slots.ts';
import { readTemplates, withoutCopies } from './template/read-templates.ts';
import { SubjectIndex } from './subject-index.ts';
import { columnLetter, placeIn, type Table } from './table.ts';

export type { FileBytes } from './read-tables.ts';

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'reading' | 'checking';
  /** The file that is being worked on. */
  readonly file: string;
  /** Rows checked so far, of all tables. */
  readonly rows: number;
  /** Part of the rows that are checked, 0 to 1; an estimate. */
  readonly share: number;
}

export interface ImportOptions {
  /** Any refused row makes the whole import fail. */
  readonly strict?: boolean;
  /** Findings of one code that are listed one by one; all of them are counted. */
  readonly findingsPerCode?: number;
  /** How sheets in foreign layouts are read; those without a mapping are read as in the program's own layout. */
  readonly mappings?: readonly SheetMapping[];
  /** Cells and rows that a person had set right. */
  readonly amendments?: readonly Amendment[];
  /** Subjects that earlier imports list: rows may speak of them, and a list of subjects is not needed then. */
  readonly known?: readonly Subject[];
  /** Where files stand that have been read before. */
  readonly shelf?: FileShelf;
  /** Columns of the subjects that the scheme looks at: known by their titles too, and checked. */
  readonly attributes?: readonly AttributeDeclaration[];
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Only the subjects are wanted: tables of observations are neither needed nor read. */
  readonly subjectsOnly?: boolean;
}

/** The new data as a whole, or none of it, and what happened. */
export interface ImportResult {
  /** `null`: the import cannot be used; `report.entered` is `false` and the first finding says why. */
  readonly dataset: Dataset | null;
  readonly report: ImportReport;
}

const FINDINGS_PER_CODE = 10_000;
const ROWS_BETWEEN_PROGRESS = 20_000;

/**
 * Reads subjects and observations from workbooks and CSV files.
 *
 * Never changes anything that is there: the result is a whole new dataset, or nothing. Bad files and bad rows are
 * findings, never exceptions.
 */
export async function importFiles(
  files: readonly FileBytes[],
  inputs: readonly InputDeclaration[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const run = new ImportRun(files, inputs, options);
  return run.finish(await run.read());
}

class ImportRun {
  readonly #files: readonly FileBytes[];
  readonly #items: ItemIndex;
  readonly #options: ImportOptions;
  readonly #log: FindingLog;
  readonly #roll = new SubjectIndex();
  readonly #amended: AmendedTables;
  #mapped: MappedTables | null = null;
  readonly #subjects: RowCounts = { read: 0, refused: 0, rows: [] };
  readonly #observations: RowCounts = { read: 0, refused: 0, rows: [] };
  #rows = 0;
  #expectedRows = 1;

  constructor(files: readonly FileBytes[], inputs: readonly InputDeclaration[], options: ImportOptions) {
    this.#files = files;
    this.#items = new ItemIndex(inputs);
    this.#options = options;
    this.#amended = new AmendedTables(
      options.amendments ?? [],
      files.map(({ name }) => name),
    );
    this.#log = new FindingLog(options.findingsPerCode ?? FINDINGS_PER_CODE);
  }

  async read(): Promise<Dataset | null> {
    try {
      const tables: Table[] = [];
      const { shelf = new FileShelf() } = this.#options;
      for (const file of withCopies(this.#files)) {
        this.#report('reading', file.name);
        // One after the other: a workbook in memory is heavy.
        // oxlint-disable-next-line no-await-in-loop
        const opened = await shelf.open(file);
        tables.push(...ofCopy(opened(this.#log), file).map((table) => this.#amended.amend(table)));
      }
      const recognised = this.#recognise(tables);
      this.#expectedRows = Math.max(
        1,
        recognised.reduce((sum, { table }) => sum + table.expectedRows, 0),
      );
      const dataset = this.#check(recognised);
      this.#amended.report(this.#log);
      return this.#isStrictlyGood() ? dataset : null;
    } catch (cause) {
      if (cause instanceof ImportRefused) return null;
      throw cause;
    }
  }

  /** Collection workbooks say themselves what they are; of all other tables the header or the name tells. */
  #recognise(tables: readonly Table[]): readonly RecognisedTable[] {
    const { mappings = [], known = [], subjectsOnly = false } = this.#options;
    const earlier = new SubjectIndex();
    for (const subject of known) earlier.add(subject);
    const context = { items: this.#items, subjects: this.#roll, log: this.#log, known: earlier };
    const mapped = applyMapping(tables, mappings, context);
    this.#mapped = mapped;
    const templates = readTemplates(mapped.others, this.#items, this.#log);
    const found = (['subjects', 'observations'] as const).filter(
      (kind) =>
        templates[kind].length > 0 ||
        mapped[kind].length > 0 ||
        (subjectsOnly && kind === 'observations') ||
        known.length > 0,
    );
    const others = recogniseTables(templates.others, this.#log, found);
    const lists = [...mapped.subjects, ...others];
    const all = [
      ...withoutCopies(templates.subjects, lists, this.#log),
      ...mapped.subjects,
      ...templates.observations,
      ...mapped.observations,
      ...others,
      ...templates.corrected,
    ];
    // To what is known, either of the two may come alone; but one of them must.
    if (all.length === 0 && known.length > 0) {
      this.#log.refuseImport('table.missing', placeIn(tables[0] ?? { file: this.#files[0]?.name ?? '', sheet: '' }), {
        table: 'observations',
        found: [],
      });
    }
    return subjectsOnly ? all.filter(({ kind }) => kind === 'subjects') : all;
  }

  finish(dataset: Dataset | null): ImportResult {
    const sheets = this.#mapped?.counts() ?? [];
    const refusedRows = [...this.#subjects.rows, ...this.#observations.rows];
    const report: ImportReport = {
      files: this.#files.map(({ name }) => name),
      subjects: counted(this.#subjects),
      observations: counted(this.#observations),
      ...(sheets.length > 0 ? { sheets } : {}),
      findings: this.#log.findings(),
      ...(refusedRows.length > 0 ? { refusedRows } : {}),
      counts: this.#log.counts(),
      entered: dataset !== null,
    };
    return { dataset, report };
  }

  #check(tables: readonly RecognisedTable[]): Dataset {
    const subjects = this.#roll;
    const attributes = new AttributeIndex(this.#options.attributes ?? []);
    const parentColumns = new Map<string, string>();
    for (const found of tables.filter(({ kind }) => kind === 'subjects')) {
      const { file, sheet } = found.table;
      parentColumns.set(`${file}/${sheet}`, columnLetter(found.header.columns.get('parent') ?? -1));
      readSubjects(found, {
        subjects,
        log: this.#log,
        counts: this.#subjects,
        attributes,
        onRow: this.#counter(file),
        isLeftOut: this.#leftOut(found.table),
      });
    }
    const own = subjects.all();
    for (const subject of this.#options.known ?? []) if (!subjects.get(subject.id)) subjects.add(subject);
    if (subjects.size === 0) {
      const table = tables[0]?.table;
      this.#log.refuseImport(
        'table.empty',
        { file: table?.file ?? '', sheet: table?.sheet ?? '', row: 0, column: '' },
        undefined,
      );
    }
    noteUnknownParents(own, subjects, parentColumns, this.#log);

    const accepted: Observation[] = [];
    const context = { subjects, items: this.#items, slots: new Slots(), accepted };
    for (const found of tables.filter(({ kind }) => kind === 'observations')) {
      const { file, sheet } = found.table;
      const before = this.#observations.read;
      const counter = this.#counter(file);
      const isLeftOut = this.#leftOut(found.table);
      readObservations(found, context, accepted, this.#log, this.#observations, counter, isLeftOut);
      if (this.#observations.read === before) {
        this.#log.add('table.no-rows', { file, sheet, row: found.header.row, column: '' }, undefined);
      }
    }
    return { subjects: own, observations: accepted };
  }

  #leftOut(table: Table): (row: number) => boolean {
    return (row) => this.#amended.leavesOut(table, row);
  }

  #isStrictlyGood(): boolean {
    const refused = this.#subjects.refused + this.#observations.refused;
    if (this.#options.strict !== true || refused === 0) return true;
    this.#log.addReason(
      'import.strict',
      { file: this.#files[0]?.name ?? '', sheet: '', row: 0, column: '' },
      { refused },
    );
    return false;
  }

  #counter(file: string): () => void {
    return () => {
      this.#rows += 1;
      if (this.#rows % ROWS_BETWEEN_PROGRESS === 0) this.#report('checking', file);
    };
  }

  #report(phase: ImportProgress['phase'], file: string): void {
    const share = Math.min(1, this.#rows / this.#expectedRows);
    this.#options.onProgress?.({ phase, file, rows: this.#rows, share: phase === 'reading' ? 0 : share });
  }
}

function counted({ read, refused }: RowCounts): ImportReport['subjects'] {
  return { read, accepted: read - refused, refused };
}
