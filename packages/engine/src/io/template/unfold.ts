import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import type { Header, ObservationColumn } from '../header.ts';
import type { ItemIndex } from '../item-index.ts';
import { NO_FAULTS, placeIn, type CellFault, type RowVisitor, type Table } from '../table.ts';
import { categoryOfLabel, readNamedId, valueOfLabel } from './labels.ts';
import type { MarkedTable } from './marked-table.ts';

/** Columns of the rows that a collection workbook is read as. */
const FIELDS: readonly ObservationColumn[] = [
  'period',
  'subject',
  'name',
  'item',
  'value',
  'category',
  'rater',
  'matter',
  'date',
  'note',
];

const PLACE = new Map(FIELDS.map((field, index) => [field, index]));

export const ROW_HEADER: Header = {
  kind: 'observations',
  row: 0,
  width: FIELDS.length,
  columns: PLACE,
  others: [],
  twice: null,
};

const at = (field: ObservationColumn): number => PLACE.get(field)!;

/** A sheet with one column for each item as a table with one row for each value that is there. */
export function itemsAsRows(marked: MarkedTable, items: ItemIndex, log: FindingLog): Table {
  const { table, row: marksRow, marks } = marked;
  const fields = fieldColumns(marked);
  const values = [...marks].flatMap(([index, mark]) => (mark.kind === 'item' ? [{ index, item: mark.item }] : []));
  const stray = new StrayColumns(marked, log);
  const place = new Places(fields);
  const eachRow = (visit: RowVisitor): void => {
    table.eachRow((cells, row, faults) => {
      if (row <= marksRow) return true;
      stray.look(cells, row);
      const common = FIELDS.map((field) => cellOf(cells, fields.get(field)));
      for (const { index, item } of values) {
        const text = cells[index] ?? '';
        const isFaulty = faults.some(({ column }) => column === index);
        if (trimText(text) === '' && !isFaulty) continue;
        place.value = index;
        const unfolded = [...common];
        unfolded[at('item')] = item;
        unfolded[at('value')] = translated(text, item, items);
        if (visit(unfolded, row, place.faults(faults)) === false) return false;
      }
      return true;
    });
  };
  return { ...table, source: 'sheet', hidden: false, eachRow, columnOf: (index) => place.columnOf(index) };
}

/** A sheet with one row for each event or rating, with the ids and words behind what its drop-down lists show. */
export function labelsAsWords(marked: MarkedTable, items: ItemIndex, log: FindingLog): Table {
  const { table, row: marksRow } = marked;
  const fields = fieldColumns(marked);
  const place = new Places(fields);
  const stray = new StrayColumns(marked, log);
  const eachRow = (visit: RowVisitor): void => {
    table.eachRow((cells, row, faults) => {
      if (row <= marksRow) return true;
      stray.look(cells, row);
      const given = FIELDS.map((field) => cellOf(cells, fields.get(field)));
      const own = place.faults(faults);
      const isFilled = FIELDS.some(
        (field, index) =>
          field !== 'period' && (trimText(given[index]!) !== '' || own.some(({ column }) => column === index)),
      );
      return isFilled ? visit(wordsOf(given, items), row, own) : true;
    });
  };
  return { ...table, source: 'sheet', hidden: false, eachRow, columnOf: (index) => place.columnOf(index) };
}

function wordsOf(given: readonly string[], items: ItemIndex): string[] {
  const cells = [...given];
  const subject = readNamedId(trimText(given[at('subject')]!));
  if (subject.name !== '') {
    cells[at('subject')] = subject.id;
    if (cells[at('name')] === '') cells[at('name')] = subject.name;
  }
  const found = itemOf(trimText(given[at('item')]!), items);
  if (found === null) return cells;
  cells[at('item')] = found.item;
  cells[at('value')] = valueOfLabel(given[at('value')]!, found.rules.declaration);
  cells[at('category')] = categoryOfLabel(given[at('category')]!, found.rules.declaration);
  return cells;
}

function itemOf(text: string, items: ItemIndex): ReturnType<ItemIndex['find']> {
  return items.find(text) ?? items.find(readNamedId(text).id);
}

function translated(text: string, item: string, items: ItemIndex): string {
  const found = items.find(item);
  return found === null ? text : valueOfLabel(text, found.rules.declaration);
}

function cellOf(cells: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '');
}

function fieldColumns({ marks }: MarkedTable): ReadonlyMap<ObservationColumn, number> {
  const columns = new Map<ObservationColumn, number>();
  for (const [index, mark] of marks) {
    if (mark.kind === 'field' && !columns.has(mark.field)) columns.set(mark.field, index);
  }
  return columns;
}

/** Where the cells of the row that is being visited stand in the sheet. */
class Places {
  /** Column of the value that is being visited, where the sheet has one column for each item. */
  value: number | null = null;
  readonly #fields: ReadonlyMap<ObservationColumn, number>;

  constructor(fields: ReadonlyMap<ObservationColumn, number>) {
    this.#fields = fields;
  }

  columnOf(index: number): number {
    const field = FIELDS[index];
    if (this.value !== null && (field === 'value' || field === 'item')) return this.value;
    return (field === undefined ? undefined : this.#fields.get(field)) ?? -1;
  }

  /** What was said about cells of the sheet, as far as they belong to the row. */
  faults(faults: readonly CellFault[]): readonly CellFault[] {
    if (faults.length === 0) return NO_FAULTS;
    return FIELDS.flatMap((field, index) => {
      if (field === 'item' && this.value !== null) return [];
      const column = this.columnOf(index);
      return column < 0
        ? []
        : faults.filter((fault) => fault.column === column).map((fault) => ({ ...fault, column: index }));
    });
  }
}

/** Notes, once each, columns with content that the marks say nothing about. */
class StrayColumns {
  readonly #marked: MarkedTable;
  readonly #log: FindingLog;
  readonly #noted = new Set<number>();

  constructor(marked: MarkedTable, log: FindingLog) {
    this.#marked = marked;
    this.#log = log;
  }

  look(cells: readonly string[], row: number): void {
    const { table, marks, titles } = this.#marked;
    cells.forEach((cell, index) => {
      if (marks.has(index) || this.#noted.has(index) || trimText(cell) === '') return;
      this.#noted.add(index);
      const title = titles.get(index);
      const place = placeIn(table, row, index);
      if (title === undefined) this.#log.add('column.unnamed', place, undefined);
      else this.#log.add('column.unknown', place, { title });
    });
  }
}
