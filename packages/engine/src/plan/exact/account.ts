import { containingPeriod } from '../../data/period.ts';
import type { PeriodKind } from '../../data/period.ts';
import { Fraction } from '../../number/fraction.ts';
import { Fault, isState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Population } from './population.ts';

/** Cells whose accounts hang together: of one subject, in the order of periods, until the account starts again. */
export function accountChains({ part, size, periods, subjects }: Population, again: PeriodKind | null): number[][] {
  const chains = new Map<string, number[]>();
  for (let cell = 0; cell < size; cell += 1) {
    const period = { kind: part.periodKind, index: periods[cell] ?? 0 };
    const span = again === null ? null : containingPeriod(period, again);
    const key = `${subjects[cell]} ${span?.index ?? ''}`;
    const chain = chains.get(key);
    if (chain === undefined) chains.set(key, [cell]);
    else chain.push(cell);
  }
  return [...chains.values()];
}

/** Columns that an account is kept with. */
export interface AccountColumns {
  readonly paidIn: readonly Cell[];
  readonly wanted: readonly Cell[];
  /** What is there at the beginning of each chain. */
  readonly opening: readonly Cell[];
}

/**
 * The balance with which each cell begins. From cell to cell: the balance, with what is paid in, less what is drawn.
 * Drawn is what is wanted, as far as there was a balance at the beginning. What is missing or NA is nothing.
 */
export function broughtForward(chains: readonly number[][], { paidIn, wanted, opening }: AccountColumns): Cell[] {
  const column = new Array<Cell>(paidIn.length);
  for (const chain of chains) {
    let balance = amount(opening[chain[0] ?? 0]);
    for (const cell of chain) {
      column[cell] = balance;
      balance = carried(balance, amount(paidIn[cell]), amount(wanted[cell]));
    }
  }
  return column;
}

function carried(before: Fraction | Fault, paidIn: Fraction | Fault, wanted: Fraction | Fault): Fraction | Fault {
  if (before instanceof Fault) return before;
  if (paidIn instanceof Fault) return paidIn;
  if (wanted instanceof Fault) return wanted;
  const most = wanted.compare(before) < 0 ? wanted : before;
  const drawn = most.sign < 0 ? Fraction.ZERO : most;
  return before.plus(paidIn).minus(drawn);
}

function amount(cell: Cell | undefined): Fraction | Fault {
  if (cell instanceof Fraction || cell instanceof Fault) return cell;
  return cell === undefined || isState(cell) ? Fraction.ZERO : new Fault('not-a-number', String(cell));
}
