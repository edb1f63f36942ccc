import { columnLetter } from '../../io/table.ts';
import { markText } from '../../io/template/marks.ts';
import { EMPTY, textCell, type BookCell, type BookSheet } from '../book.ts';

/** Name of the hidden sheet; it is quoted in formulas. */
const NAME = 'kaoheng';
const FIRST_ROW = 2;

/** A list that depends on what stands in another cell. */
export interface DependentList {
  /** A formula that gives the list for the text in `cell`. */
  source(cell: string): string;
}

/** The lists behind the drop-down menus of a workbook: they stand on a hidden sheet, because long ones fit nowhere else. */
export class Lists {
  readonly #columns: (readonly string[])[] = [];
  readonly #known = new Map<string, string>();

  /** A list as a range for a validation. Equal lists are kept once. */
  add(values: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const range = this.#column(values);
    this.#known.set(key, range);
    return range;
  }

  /** One list for each key; `null` where there is none at all. */
  addDependent(lists: ReadonlyMap<string, readonly string[]>): DependentList | null {
    const entries = [...lists].filter(([, values]) => values.length > 0);
    if (entries.length === 0) return null;
    const keys = this.#column(entries.map(([key]) => key));
    const starts = this.#column(starting(entries.map(([, values]) => values.length)).map(String));
    const counts = this.#column(entries.map(([, values]) => String(values.length)));
    const values = this.#column(entries.flatMap(([, own]) => own));
    const first = values.replace(/:.*$/, '');
    return {
      source: (cell) => {
        const at = `MATCH(${cell},${keys},0)`;
        return `OFFSET(${first},VALUE(INDEX(${starts},${at})),0,VALUE(INDEX(${counts},${at})),1)`;
      },
    };
  }

  get sheet(): BookSheet {
    const height = Math.max(0, ...this.#columns.map((column) => column.length));
    const head: BookCell[] = [textCell(markText({ kind: 'aside' }))];
    const rows = Array.from({ length: height }, (_, row) => ({
      cells: this.#columns.map((column) => (column[row] === undefined ? EMPTY : textCell(column[row]))),
    }));
    return { name: NAME, hidden: true, locked: true, rows: [{ cells: head }, ...rows] };
  }

  #column(values: readonly string[]): string {
    const letter = columnLetter(this.#columns.length);
    this.#columns.push(values);
    return `'${NAME}'!$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + Math.max(values.length, 1) - 1}`;
  }
}

/** How many come before each. */
function starting(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    const start = sum;
    sum += length;
    return start;
  });
}
