import type { FindingFacts } from '../../locale/import-texts.ts';
import type { FindingLog } from '../findings.ts';
import { readingRemarks } from '../../locale/mapping-texts.ts';
import { trimText } from '../fold-text.ts';
import type { ObservationColumn } from '../header.ts';
import type { ItemIndex } from '../item-index.ts';
import type { RecognisedTable } from '../recognise.ts';
import type { ChangeCode } from '../row-in-check.ts';
import type { SubjectIndex } from '../subject-index.ts';
import { isRemark, placeIn, type CellFault, type RowVisitor, type Table, type ValueReading } from '../table.ts';
import { at, cellOf, FIELDS, Places, ROW_HEADER } from '../unfolded-row.ts';
import { likelySubject, subjectCandidates } from './match-subjects.ts';
import { readTitle } from './column-title.ts';
import { CellReader } from './read-cell.ts';
import { RowKinds, TITLE_SEPARATOR } from './row-kind.ts';
import type { SheetCounter } from './sheet-counter.ts';
import { subjectOf } from './subject-of.ts';
import type { ColumnMapping, SheetMapping } from './sheet-mapping.ts';
import { groupsOf, readGroup, type ValueColumn } from './value-groups.ts';

/** What the rows of a mapped sheet are read against. */
export interface MappedContext {
  readonly items: ItemIndex;
  /** The subjects of the import; filled before observations are visited. */
  readonly subjects: SubjectIndex;
  readonly log: FindingLog;
}

const PLAIN: ValueReading = { refused: null, likelySubject: null, isPercentSure: false, remark: null };
/** A likely name is a courtesy: a sheet full of strangers must not cost minutes of comparing. */
const MOST_LIKELY = 200;

/** A sheet in a foreign layout as a table with one row for each observation, every cell with the place it stands in. */
export class MappedSheet {
  readonly #table: Table;
  readonly #mapping: SheetMapping;
  readonly #context: MappedContext;
  readonly #cells: CellReader;
  readonly #byField = new Map<ObservationColumn, ColumnMapping>();
  readonly #unit: ColumnMapping | undefined;
  /** Columns of values; those in which ticks say one word together stand together. */
  readonly #groups: readonly (readonly ValueColumn[])[];
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
    this.#unit = mapping.columns.find(({ means }) => means.kind === 'unit');
    this.#groups = groupsOf(mapping.columns);
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
    const isSubject = (text: string): boolean => subjectOf(text, this.#mapping, subjects).id !== null;
    const kinds = new RowKinds(this.#mapping, isSubject, this.#table.hiddenRows);
    this.#counter.begin();
    this.#table.eachRow((cells, row, faults) => {
      const kind = kinds.of(cells, row);
      this.#counter.row(kind, cells, row);
      if (kind !== 'data') return true;
      return this.#mapping.role === 'wide'
        ? this.#valuesOf(cells, row, faults, visit)
        : this.#rowOf(cells, row, faults, visit);
    });
    this.#counter.end();
  }

  #valuesOf(cells: readonly string[], row: number, faults: readonly CellFault[], visit: RowVisitor): boolean {
    const read = this.#groups
      .flatMap((group) => readGroup(group, cells, faults))
      .filter((one) => !this.#isSame(one, faults));
    const columns = this.#groups.reduce((sum, group) => sum + group.length, 0);
    this.#counter.empty(columns - read.length);
    if (read.length === 0) {
      this.#counter.withoutFigures(row);
      return true;
    }
    const common = this.#common(cells, row);
    if (common === null) {
      this.#counter.noSubject(row);
      return true;
    }
    const unit = this.#unitOf(cells);
    for (const { column, means, text } of read) {
      this.#place.value = column.column;
      const unfolded = [...common];
      if (means.item !== undefined) unfolded[at('item')] = means.item;
      if (means.kind === 'of-subject') {
        unfolded[at('subject')] = means.subject;
        unfolded[at('name')] = '';
      }
      if (means.period !== undefined) unfolded[at('period')] = means.period;
      if (means.category !== undefined) unfolded[at('category')] = means.category;
      if (means.rater !== undefined) unfolded[at('rater')] = means.rater;
      const own = this.#place.faults(this.#aboutValue(faults, column, unit));
      const item = unfolded[at('item')]!;
      unfolded[at('value')] = this.#value(text, item, column, row, own, unit, cells[column.column]);
      this.#counter.value();
      if (visit(unfolded, row, own) === false) return false;
    }
    return true;
  }

  /** The lower rows of somebody who stands in merged rows, as does the value: it has been read. */
  #isSame({ column }: ValueColumn, faults: readonly CellFault[]): boolean {
    const merged = faults.find((fault) => fault.column === column.column && fault.kind === 'merged');
    return merged !== undefined && this.#isOfSubject(merged, faults);
  }

  #isOfSubject({ kind, over }: CellFault, faults: readonly CellFault[]): boolean {
    const subject = this.#byField.get('subject')?.column;
    return faults.some(
      (fault) =>
        fault.column === subject &&
        fault.kind === kind &&
        fault.over?.top === over?.top &&
        fault.over?.bottom === over?.bottom,
    );
  }

  /**
   * What is said about the cell of a value, in the light of the mapping: a cell that is merged with others is meant for
   * several only where these are read, and a number that is shown in another unit cannot be converted once more.
   */
  #aboutValue(faults: readonly CellFault[], { column, factor }: ColumnMapping, unit: string): readonly CellFault[] {
    if (faults.length === 0) return faults;
    return faults.flatMap((fault): CellFault[] => {
      if (fault.column !== column) return [fault];
      if (fault.kind === 'merged-over') {
        const { top, bottom, left, right } = fault.over!;
        const across = this.#groups.flat().filter((one) => one.column.column > left && one.column.column <= right);
        const isForSeveral = across.length > 0 || (bottom > top && !this.#isOfSubject(fault, faults));
        return isForSeveral ? [fault] : [];
      }
      const isConverted = (factor !== undefined && factor !== '1') || unit !== '';
      return [fault.kind === 'format-scaled' && isConverted ? { ...fault, kind: 'format-unit' } : fault];
    });
  }

  #rowOf(cells: readonly string[], row: number, faults: readonly CellFault[], visit: RowVisitor): boolean {
    this.#place.value = null;
    this.#reading = PLAIN;
    const column = this.#byField.get('value');
    const own = this.#place.faults(column ? this.#aboutValue(faults, column, this.#unitOf(cells)) : faults);
    const unfolded = this.#common(cells, row);
    if (unfolded === null) {
      this.#counter.noSubject(row);
      return true;
    }
    const value = this.#byField.get('value');
    if (value) {
      const item = unfolded[at('item')]!;
      unfolded[at('value')] = this.#value(cells[value.column] ?? '', item, value, row, own, this.#unitOf(cells));
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

  /** The unit that the row names for its values; empty: none. */
  #unitOf(cells: readonly string[]): string {
    if (this.#unit !== undefined) {
      const text = trimText(cells[this.#unit.column] ?? '');
      if (text !== '') return this.#cells.word(text, this.#unit);
    }
    const item = this.#byField.get('item');
    const ofItem = item === undefined ? '' : readTitle([trimText(cells[item.column] ?? '')]).unit;
    const value = this.#byField.get('value');
    // Of one item alone the column of values knows its factor.
    if (ofItem !== '' || item === undefined || value === undefined) return ofItem;
    return readTitle(value.title.split(TITLE_SEPARATOR)).unit;
  }

  #value(
    text: string,
    item: string,
    column: ColumnMapping,
    row: number,
    faults: readonly CellFault[],
    unit: string,
    cell = text,
  ): string {
    this.#reading = PLAIN;
    // What is said about an unreadable cell is said by the checks.
    if (faults.some((fault) => fault.column === at('value') && !isRemark(fault))) return text;
    if (text !== cell) {
      this.#changed('value.word-mapped', row, column.column, cell, text);
      this.#reading = { ...PLAIN, remark: readingRemarks.word(trimText(cell), { zh: text, en: text }) };
      return text;
    }
    const read = this.#cells.value(text, item, column, unit);
    const { refused = null, isPercentSure = false, remark = null } = read;
    if (refused !== null || isPercentSure || remark !== null) {
      this.#reading = { refused, likelySubject: null, isPercentSure, remark };
    }
    if (read.code !== null) this.#changed(read.code, row, column.column, text, read.text);
    return read.text;
  }

  #changed(code: ChangeCode, row: number, column: number, before: string, after: string): void {
    const { file, sheet } = this.#table;
    const change = { before, after };
    this.#log.add(code, placeIn({ file, sheet }, row, column), change as FindingFacts<ChangeCode>, change);
  }
}
