import type { Origin } from '../data/dataset.ts';
import type { RefusedRow } from '../data/import-report.ts';
import { placeName } from '../data/place-name.ts';
import type { Earlier } from '../locale/import-row-texts.ts';
import type { FindingCode, FindingFacts } from '../locale/import-texts.ts';
import type { FindingLog } from './findings.ts';
import { trimText } from './fold-text.ts';
import type { Header, KnownColumn } from './header.ts';
import { readDate } from './normalise/date.ts';
import { NO_FAULTS, placeIn, type CellFault, type Table } from './table.ts';

/** Codes that change a value and need no further facts than the value before and after. */
export type ChangeCode = {
  [Code in FindingCode]: { before: string; after: string } extends FindingFacts<Code> ? Code : never;
}[FindingCode];

/**
 * The row that is being checked: its cells by column, and what the checks have to say about it.
 *
 * One object serves all rows of a table, one after the other, because an import may have a million of them.
 */
export class RowInCheck<Column extends KnownColumn> {
  readonly table: Table;
  readonly header: Header;
  readonly log: FindingLog;
  row = 0;
  cells: readonly string[] = [];
  faults: readonly CellFault[] = NO_FAULTS;
  refused = false;
  /** Columns whose cell cannot be read at all; nothing more is said about them. */
  readonly #unreadable = new Set<number>();
  readonly #columns = new Map<Column, number>();
  #reasons: RefusedRow['reasons'][number][] = [];

  constructor(table: Table, header: Header, log: FindingLog) {
    this.table = table;
    this.header = header;
    this.log = log;
    for (const [column, index] of header.columns) this.#columns.set(column as Column, index);
  }

  start(cells: readonly string[], row: number, faults: readonly CellFault[]): void {
    this.cells = cells;
    this.row = row;
    this.faults = faults;
    this.refused = false;
    if (this.#unreadable.size > 0) this.#unreadable.clear();
    if (this.#reasons.length > 0) this.#reasons = [];
  }

  index(column: Column): number {
    return this.#columns.get(column) ?? -1;
  }

  /** The cell as it stands in the file; empty where there is none. */
  raw(column: Column): string {
    return this.cells[this.index(column)] ?? '';
  }

  /** The cell without spaces around it; removing them is said when `announced`. */
  text(column: Column, announced = false): string {
    const raw = this.raw(column);
    const trimmed = trimText(raw);
    if (announced && trimmed !== raw && trimmed !== '') this.change('text.trimmed', column, trimmed);
    return trimmed;
  }

  isReadable(column: Column): boolean {
    return this.#unreadable.size === 0 || !this.#unreadable.has(this.index(column));
  }

  /** Place of a cell of this row, or of the row where the table has no such column. */
  place(column: Column): Origin {
    return placeIn(this.table, this.row, this.index(column));
  }

  /** How to name the place of an earlier row: its number, and all of it where it is in another sheet or file. */
  earlier(origin: Origin): Earlier {
    const isHere = origin.file === this.table.file && origin.sheet === this.table.sheet;
    return { row: origin.row, elsewhere: isHere ? '' : placeName(origin) };
  }

  refuse<Code extends FindingCode>(code: Code, column: Column, facts: FindingFacts<Code>): void {
    this.refuseAt(code, this.index(column), facts);
  }

  refuseAt<Code extends FindingCode>(code: Code, index: number, facts: FindingFacts<Code>): void {
    this.refused = true;
    if (index >= 0) this.#unreadable.add(index);
    const said = index >= 0 ? { cell: this.cells[index] ?? '' } : undefined;
    const finding = this.log.add(code, placeIn(this.table, this.row, index), facts, said);
    if (finding !== null) this.#reasons.push({ column: this.#nameOf(index), finding });
  }

  /** The row as it came, when it is refused; `null` where its findings are only counted. */
  refusedRow(table: RefusedRow['table'], key: Column): RefusedRow | null {
    if (this.#reasons.length === 0) return null;
    const { columns, others, width } = this.header;
    const named = [...columns, ...others.map(({ title, index }) => [title, index] as const)];
    const cells = named.flatMap(([name, index]) => {
      const text = this.cells[index] ?? '';
      return text === '' ? [] : [[name, name === 'date' ? this.#dateOf(text) : text] as const];
    });
    return {
      table,
      origin: this.place(key),
      // From entries and not by assignment: a column may be called `__proto__`.
      cells: Object.fromEntries(cells),
      beyond: this.cells.slice(width).filter((text) => trimText(text) !== ''),
      reasons: this.#reasons,
    };
  }

  /** A number that stands for a date means another one in the workbook that the row is written into. */
  #dateOf(text: string): string {
    return this.table.epoch === 1904 ? (readDate(trimText(text), 1904) ?? text) : text;
  }

  #nameOf(index: number): string {
    for (const [name, at] of this.header.columns) if (at === index) return name;
    return this.header.others.find((other) => other.index === index)?.title ?? '';
  }

  /** Says that the cell enters as `after`. */
  change(code: ChangeCode, column: Column, after: string): void {
    const change = { before: this.raw(column), after };
    this.log.add(code, this.place(column), change as FindingFacts<ChangeCode>, change);
  }

  note<Code extends FindingCode>(code: Code, column: Column, facts: FindingFacts<Code>): void {
    this.log.add(code, this.place(column), facts);
  }
}
