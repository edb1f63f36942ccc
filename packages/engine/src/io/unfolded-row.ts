import type { Header, ObservationColumn } from './header.ts';
import { NO_FAULTS, type CellFault } from './table.ts';

/** Columns of the rows that a sheet of another shape is read as. */
export const FIELDS: readonly ObservationColumn[] = [
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

export const at = (field: ObservationColumn): number => PLACE.get(field)!;

export function cellOf(cells: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '');
}

/** Where the cells of the row that is being visited stand in the sheet. */
export class Places {
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
