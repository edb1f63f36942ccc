import { Fraction } from '../../number/fraction.ts';
import { Fault, NOT_APPLICABLE, isState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { RowPeers, Running } from '../plan.ts';
import { keyText } from './rank.ts';
import type { RowTable } from './row-table.ts';

/** For every row the rows that stand beside it, itself included, in the order of the frame. Lists are shared. */
export function rowPeers(
  { keys: count, across, emptyAlone }: RowPeers,
  keys: readonly (readonly Cell[])[],
  table: RowTable,
  periods: Int32Array,
): (readonly number[])[] {
  if (keys.length !== count) throw new Error(`${count} keys are needed.`);
  const groups = new Map<string, number[]>();
  const lists: number[][] = [];
  for (let row = 0; row < table.size; row += 1) {
    const cell = table.cells[row] ?? -1;
    const isAlone = emptyAlone && keys[0]?.[row] === '';
    const place = across === 'cell' ? cell : `p${periods[cell]}`;
    const text = isAlone ? `row ${row}` : JSON.stringify([place, ...keys.map((key) => keyText(key[row] as Cell))]);
    let group = groups.get(text);
    if (group === undefined) groups.set(text, (group = []));
    group.push(row);
    lists.push(group);
  }
  return lists;
}

/**
 * Running sums along an order. Unknown values stand first from below; an amount that is missing or NA counts 0. A row
 * that the mask leaves out is NA. A fault in the order or the amounts of a group is the result of all of it.
 */
export function runningColumn(
  { order, latestFirst }: Running,
  groups: readonly (readonly number[])[],
  columns: {
    readonly amount: readonly Cell[];
    readonly order: readonly (readonly Cell[])[];
    readonly mask: readonly Cell[] | null;
  },
): Cell[] {
  const results = new Array<Cell>(groups.length).fill(NOT_APPLICABLE);
  for (const group of new Set(groups)) {
    const open = group.map((row) => columns.mask?.[row]).find((cell) => cell instanceof Fault);
    const rows = columns.mask === null ? [...group] : group.filter((row) => columns.mask?.[row] === true);
    const read = [columns.amount, ...columns.order];
    const fault =
      open ?? rows.flatMap((row) => read.map((column) => column[row])).find((cell) => cell instanceof Fault);
    if (fault !== undefined) {
      for (const row of open === undefined ? rows : group) results[row] = fault;
      continue;
    }
    if (latestFirst) rows.reverse();
    rows.sort((a, b) => {
      for (const [at, column] of columns.order.entries()) {
        const found = compareCells(column[a] as Cell, column[b] as Cell);
        if (found !== 0) return order[at] === 'highest first' ? -found : found;
      }
      return 0;
    });
    let sum = Fraction.ZERO;
    for (const row of rows) {
      const amount = columns.amount[row];
      if (amount instanceof Fraction) sum = sum.plus(amount);
      results[row] = sum;
    }
  }
  return results;
}

function compareCells(a: Cell, b: Cell): number {
  if (isState(a) || isState(b)) return Number(isState(b)) - Number(isState(a));
  if (a instanceof Fraction && b instanceof Fraction) return a.compare(b);
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
