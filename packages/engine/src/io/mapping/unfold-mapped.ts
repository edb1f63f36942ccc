import type { FindingFacts } from '../../locale/import-texts.ts';
import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import type { Header, KnownColumn, ObservationColumn } from '../header.ts';
import type { ItemIndex } from '../item-index.ts';
import type { RecognisedTable } from '../recognise.ts';
import type { ChangeCode } from '../row-in-check.ts';
import type { SubjectIndex } from '../subject-index.ts';
import { placeIn, type CellFault, type RowVisitor, type Table, type ValueReading } from '../table.ts';
import { at, cellOf, FIELDS, Places, ROW_HEADER } from '../unfolded-row.ts';
import { likelySubject, subjectCandidates } from './match-subjects.ts';
import { CellReader } from './read-cell.ts';
import { RowKinds } from './row-kind.ts';
import type { SheetCounter } from './sheet-counter.ts';
import { subjectOf } from './subject-of.ts';
import type { ColumnMapping, ColumnMeaning, SheetMapping } from './sheet-mapping.ts';

/** What the rows of a mapped sheet are read against. */
export interface MappedContext {
  readonly items: ItemIndex;
  /** The subjects of the import; filled before observations are visited. */
  readonly subjects: SubjectIndex;
  readonly log: FindingLog;
}

const PLAIN: ValueReading = { refused: null, likelySubject: null };
/** A likely name is a courtesy: a sheet full of strangers must not cost minutes of comparing. */
const MOST_LIKELY = 200;

type Figure = Extract<ColumnMeaning, { kind: 'figure' }>;

/** A sheet in a foreign layout as a table with one row for each observation, every cell with the place it stands in. */
export class MappedSheet {
  readonly #table: Table;
  readonly #mapping: SheetMapping;
  readonly #context: MappedContext;
  readonly #cells: CellReader;
  readonly #byField = new Map<ObservationColumn, ColumnMapping>();
  readonly #figures: readonly { readonly column: ColumnMapping; readonly means: Figure }[];
  readonly #place: Places;
  readonly #counter: SheetCounter;
  readonly #log: FindingLog;
  #reading: ValueReading = PLAIN;
  /** Whom the row is probably about, where its name is nobody's. */
  #likelySubject: string | null = null;
  readonly #likely = new Map<string, string | null>();

  constructor(table: Table, mapping: SheetMapping, context: MappedContext, counter: SheetCounter) {
    this.#table = table;
    this.#mapping = mapping;
    this.#context = context;
    this.#counter = counter;
    this.#log = context.log;
    this.#cells = new CellReader(mapping, context.items);
    for (const column of mapping.columns) {
      const field = FIELDS.find((name) => name === column.means.kind);
      if (field !== undefined && !this.#byField.has(field)) this.#byField.set(field, column);
    }
    this.#figures = mapping.columns.flatMap((column) =>
      column.means.kind === 'figure' ? [{ column, means: column.means }] : [],
    );
    this.#place = new Places(new Map([...this.#byField].map(([field, { column }]) => [field, column])));
  }

  asObservations(): RecognisedTable {
    const table: Table = {
      ...this.#table,
      source: 'sheet',
      hidden: false,
      eachRow: (visit) => this.#visit(visit),
      columnOf: (index) => this.#place.columnOf(index),
      readingOf: () =>
        this.#likelySubject === null ? this.#reading : { ...this.#reading, likelySubject: this.#likelySubject },
    };
    return { kind: 'observations', table, header: { ...ROW_HEADER, row: 0 } };
  }

  #visit(visit: RowVisitor): void {
    const { subjects } = this.#context;
    const kinds = new RowKinds(this.#mapping, (text) => subjectOf(text, this.#mapping, subjects).id !== null);
    this.#counter.begin();
    this.#table.eachRow((cells, row, faults) => {
      const kind = kinds.of(cells, row);
      this.#counter.row(kind, cells, row);
      if (kind !== 'data') return true;
      return this.#mapping.role === 'wide'
        ? this.#figuresOf(cells, row, faults, visit)
        : this.#rowOf(cells, row, faults, visit);
    });
    this.#counter.end();
  }

  #figuresOf(cells: readonly string[], row: number, faults: readonly CellFault[], visit: RowVisitor): boolean {
    const said = this.#figures.filter(
      ({ column }) =>
        trimText(cells[column.column] ?? '') !== '' ||
        column.empty !== undefined ||
        faults.some((fault) => fault.column === column.column),
    );
    this.#counter.empty(this.#figures.length - said.length);
    if (said.length === 0) {
      this.#counter.withoutFigures(row);
      return true;
    }
    const common = this.#common(cells, row);
    if (common === null) {
      this.#counter.noSubject(row);
      return true;
    }
    for (const { column, means } of said) {
      this.#place.value = column.column;
      const unfolded = [...common];
      unfolded[at('item')] = means.item;
      if (means.period !== undefined) unfolded[at('period')] = means.period;
      if (means.category !== undefined) unfolded[at('category')] = means.category;
      if (means.rater !== undefined) unfolded[at('rater')] = means.rater;
      const own = this.#place.faults(faults);
      unfolded[at('value')] = this.#value(cells[column.column] ?? '', means.item, column, row, own);
      this.#counter.value();
      if (visit(unfolded, row, own) === false) return false;
    }
    return true;
  }

  #rowOf(cells: readonly string[], row: number, faults: readonly CellFault[], visit: RowVisitor): boolean {
    this.#place.value = null;
    this.#reading = PLAIN;
    const own = this.#place.faults(faults);
    const unfolded = this.#common(cells, row);
    if (unfolded === null) {
      this.#counter.noSubject(row);
      return true;
    }
    const value = this.#byField.get('value');
    if (value) {
      const item = unfolded[at('item')]!;
      unfolded[at('value')] = this.#value(cells[value.column] ?? '', item, value, row, own);
    } else {
      // Where a row only says that something happened, it is its subject that the figure is followed back to.
      this.#place.value = this.#byField.get('subject')?.column ?? null;
    }
    this.#counter.value();
    return visit(unfolded, row, own) !== false;
  }

  /** The fields that all values of a row share; `null`: the row is about nobody who is scored. */
  #common(cells: readonly string[], row: number): string[] | null {
    const { fixed } = this.#mapping;
    const common = FIELDS.map((field) => {
      const column = this.#byField.get(field);
      const raw = cellOf(cells, column?.column);
      if (column === undefined) return (fixed as Partial<Record<string, string>>)[field] ?? '';
      if (field === 'value') return raw;
      const read = this.#cells.word(raw, column);
      if (read !== raw)
        this.#changed(field === 'item' ? 'item.from-title' : 'cell.word-mapped', row, column.column, raw, read);
      return read;
    });
    const subject = this.#byField.get('subject');
    this.#likelySubject = null;
    if (subject === undefined) return common;
    const raw = cells[subject.column] ?? '';
    const found = subjectOf(raw, this.#mapping, this.#context.subjects);
    if (found.by === 'nobody') return null;
    if (found.id === null) this.#likelySubject = this.#likelyOf(trimText(raw));
    if (found.id !== null && found.by !== 'id') {
      common[at('subject')] = found.id;
      const code = found.by === 'alias' ? 'subject.confirmed' : 'subject.from-name';
      this.#changed(code, row, subject.column, raw, found.id);
      // The name beside the id has been decided on together with it.
      if (found.by === 'alias') common[at('name')] = '';
    }
    return common;
  }

  #likelyOf(text: string): string | null {
    const known = this.#likely.get(text);
    if (known !== undefined || this.#likely.size >= MOST_LIKELY) return known ?? null;
    const likely = likelySubject(subjectCandidates(text, this.#context.subjects.all()));
    const named = likely === null ? null : likely.name === likely.id ? likely.id : `${likely.name}(${likely.id})`;
    this.#likely.set(text, named);
    return named;
  }

  #value(raw: string, item: string, column: ColumnMapping, row: number, faults: readonly CellFault[]): string {
    this.#reading = PLAIN;
    // What is said about an unreadable cell is said by the checks.
    if (faults.some(({ column: index, kind }) => index === at('value') && kind !== 'rounded')) return raw;
    const { text, code, refused = null } = this.#cells.value(raw, item, column);
    if (refused !== null) this.#reading = { ...PLAIN, refused };
    if (code !== null) this.#changed(code, row, column.column, raw, text);
    return text;
  }

  #changed(code: ChangeCode, row: number, column: number, before: string, after: string): void {
    const { file, sheet } = this.#table;
    const change = { before, after };
    this.#log.add(code, placeIn({ file, sheet }, row, column), change as FindingFacts<ChangeCode>, change);
  }
}

/** The list of subjects of a mapped sheet. */
export function mappedSubjects(
  table: Table,
  mapping: SheetMapping,
  subjects: SubjectIndex,
  counter: SheetCounter | null,
): RecognisedTable {
  const header = subjectsHeader(mapping);
  const key = header.columns.get('subject') ?? -1;
  const read = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  const eachRow: Table['eachRow'] = (visit) => {
    const kinds = new RowKinds(mapping, (text) => subjects.find(text) !== null);
    const seen = new Set<string>();
    counter?.begin();
    table.eachRow((cells, row, faults) => {
      const kind = kinds.of(cells, row);
      counter?.row(kind, cells, row);
      if (kind !== 'data') return true;
      // Beside figures a subject may stand in many rows; a list that has one twice is refused there.
      if (counter === null) {
        const id = trimText(cells[key] ?? '');
        if (id === '' || seen.has(id)) return true;
        seen.add(id);
      }
      counter?.value();
      // The other columns are known too: they are figures, or are to be ignored.
      return visit(
        cells.map((cell, index) => (read.has(index) ? cell : '')),
        row,
        faults,
      );
    });
    counter?.end();
  };
  return { kind: 'subjects', table: { ...table, source: 'sheet', hidden: false, eachRow }, header };
}

function subjectsHeader({ columns }: SheetMapping): Header {
  const known = new Map<KnownColumn, number>();
  const others: { title: string; index: number }[] = [];
  let width = 0;
  for (const { column, means } of columns) {
    width = Math.max(width, column + 1);
    if (means.kind === 'subject' || means.kind === 'name' || means.kind === 'group' || means.kind === 'parent') {
      if (!known.has(means.kind)) known.set(means.kind, column);
    } else if (means.kind === 'attribute' && !others.some(({ title }) => title === means.name)) {
      others.push({ title: means.name, index: column });
    }
  }
  return { kind: 'subjects', row: 0, width, columns: known, others, twice: null };
}
