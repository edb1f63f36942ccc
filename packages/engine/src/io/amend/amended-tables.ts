import type { FindingLog } from '../findings.ts';
import { trimText } from '../fold-text.ts';
import { NO_FAULTS, type CellFault, type RowVisitor, type Table } from '../table.ts';
import type { Amendment } from './amendment.ts';

/** What became of an amendment. */
interface Effect {
  readonly amendment: Amendment;
  /** What the cell said, or nothing in particular where a row stays out; `null`: there is no such place. */
  before: string | null;
}

/** What is amended in one row of a sheet. */
interface AmendedRow {
  leftOut: Effect | null;
  /** By column, from 0. */
  readonly cells: Map<number, Effect>;
}

/**
 * Amendments, applied while tables are read. Everything behind it, headers and mappings included, sees the amended
 * cells; a row that a person left out is refused where rows are checked, so that the counts still add up.
 */
export class AmendedTables {
  readonly #sheets = new Map<string, Map<number, AmendedRow>>();
  readonly #effects: readonly Effect[];
  /** Names that several files of the import have: nobody can tell which of them is meant, so they are read as they are. */
  readonly #ambiguous: ReadonlySet<string>;

  /** `files`: the names of all files of the import. */
  constructor(amendments: readonly Amendment[], files: readonly string[]) {
    this.#ambiguous = new Set(files.filter((name, at) => files.indexOf(name) !== at));
    this.#effects = amendments.map((amendment) => ({ amendment, before: null }));
    for (const effect of this.#effects) if (!this.#ambiguous.has(effect.amendment.file)) this.#enter(effect);
  }

  #enter(effect: Effect): void {
    const { file, sheet, row, column } = effect.amendment;
    const key = keyOf(file, sheet);
    const rows = this.#sheets.get(key) ?? new Map<number, AmendedRow>();
    this.#sheets.set(key, rows);
    const amended = rows.get(row) ?? { leftOut: null, cells: new Map<number, Effect>() };
    rows.set(row, amended);
    if (column === '') amended.leftOut = effect;
    else amended.cells.set(columnIndex(column), effect);
  }

  /** The table with its amended cells. A row of which nothing is left is no row. */
  amend(table: Table): Table {
    const rows = this.#sheets.get(keyOf(table.file, table.sheet));
    if (rows === undefined) return table;
    const eachRow = (visit: RowVisitor) =>
      table.eachRow((cells, row, faults) => {
        const amended = rows.get(row)?.cells;
        if (amended === undefined || amended.size === 0) return visit(cells, row, faults);
        const changed = changedCells(cells, amended);
        const left = faults.length === 0 ? NO_FAULTS : faults.filter(({ column }) => !amended.has(column));
        return isEmpty(changed, left) ? undefined : visit(changed, row, left);
      });
    return { ...table, eachRow };
  }

  /** Whether a person said that a row stays out. */
  leavesOut({ file, sheet }: Pick<Table, 'file' | 'sheet'>, row: number): boolean {
    const effect = this.#sheets.get(keyOf(file, sheet))?.get(row)?.leftOut;
    if (!effect) return false;
    effect.before = '';
    return true;
  }

  /** Says of every amended cell what it said before, and of every amendment without effect that it had none. */
  report(log: FindingLog): void {
    for (const { amendment, before } of this.#effects) {
      const { file, sheet, row, column, text: after } = amendment;
      const place = { file, sheet, row, column };
      if (before === null) log.add('amendment.not-applied', place, { isAmbiguous: this.#ambiguous.has(file) });
      else if (column !== '') log.add('cell.amended', place, { before, after }, { before, after });
    }
  }
}

function changedCells(cells: readonly string[], amended: ReadonlyMap<number, Effect>): readonly string[] {
  const changed = [...cells];
  for (const [column, effect] of amended) {
    effect.before = cells[column] ?? '';
    while (changed.length <= column) changed.push('');
    changed[column] = effect.amendment.text;
  }
  return changed;
}

const keyOf = (file: string, sheet: string): string => `${file}\u0000${sheet}`;

function isEmpty(cells: readonly string[], faults: readonly CellFault[]): boolean {
  return faults.length === 0 && cells.every((cell) => trimText(cell) === '');
}

/** `A` → `0`, `AA` → `26`. */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}
