import type { KnownColumn } from '../header.ts';
import type { RowInCheck } from '../row-in-check.ts';
import { placeIn } from '../table.ts';

/** Notes, once per column, content that stands under no title and is therefore not read. */
export class UntitledColumns {
  readonly #titled: ReadonlySet<number>;
  readonly #noted = new Set<number>();

  constructor({ header }: RowInCheck<KnownColumn>) {
    this.#titled = new Set([...header.columns.values(), ...header.others.map(({ index }) => index)]);
  }

  check(row: RowInCheck<KnownColumn>): void {
    // Most tables have a title above every cell.
    if (row.cells.length <= this.#titled.size && this.#titled.size === row.header.width) return;
    for (let index = 0; index < row.cells.length; index += 1) {
      if (this.#titled.has(index) || this.#noted.has(index) || row.cells[index].trim() === '') continue;
      this.#noted.add(index);
      row.log.add('column.unnamed', placeIn(row.table, row.row, index), undefined);
    }
  }
}
