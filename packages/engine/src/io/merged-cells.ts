import type { CellFault, MergedArea } from './table.ts';

/** A merged range that reaches over several rows; its text stands in the first of them only. */
export interface MergedRange {
  readonly first: number;
  readonly last: number;
  readonly column: number;
  readonly text: string;
  /** Address of the cell that holds the text. */
  readonly address: string;
  readonly over: MergedArea;
}

const NONE: readonly CellFault[] = [];

/** Walks down a sheet beside its rows and puts the texts of merged ranges into the cells that they cover. */
export class MergedCells {
  readonly #waiting: MergedRange[];
  #open: MergedRange[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.#waiting = [...ranges].sort((a, b) => b.first - a.first);
  }

  /** Fills `cells` of a row further down than the one before, and says which cells were filled. */
  fill(row: number, cells: string[]): readonly CellFault[] {
    let next = this.#waiting[this.#waiting.length - 1];
    while (next !== undefined && next.first < row) {
      this.#open.push(next);
      this.#waiting.pop();
      next = this.#waiting[this.#waiting.length - 1];
    }
    if (this.#open.length === 0) return NONE;
    this.#open = this.#open.filter((range) => range.last >= row);
    const faults: CellFault[] = [];
    for (const range of this.#open) {
      if ((cells[range.column] ?? '') !== '') continue;
      while (cells.length <= range.column) cells.push('');
      cells[range.column] = range.text;
      faults.push({ column: range.column, kind: 'merged', detail: range.address, over: range.over });
    }
    return faults;
  }
}
