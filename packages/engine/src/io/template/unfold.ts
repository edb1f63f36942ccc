import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import type { ObservationColumn } from '../header.ts';
import type { ItemIndex } from '../item-index.ts';
import { placeIn, type RowVisitor, type Table } from '../table.ts';
import { at, cellOf, FIELDS, Places } from '../unfolded-row.ts';
import { categoryOfLabel, readNamedId, valueOfLabel } from './labels.ts';
import type { MarkedTable } from './marked-table.ts';

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

function fieldColumns({ marks }: MarkedTable): ReadonlyMap<ObservationColumn, number> {
  const columns = new Map<ObservationColumn, number>();
  for (const [index, mark] of marks) {
    if (mark.kind === 'field' && !columns.has(mark.field)) columns.set(mark.field, index);
  }
  return columns;
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
