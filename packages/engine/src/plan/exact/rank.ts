import { Fraction } from '../../number/fraction.ts';
import { Fault, MISSING } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Operation } from '../plan.ts';

type RankOperation = Extract<Operation, { kind: 'rank' }>;

/**
 * Places within groups. `ties: 'first'` is the competition rank (1, 2, 2, 4): one more than those who are better.
 * `ties: 'last'` counts those at least as good, itself included (1, 3, 3, 4): the place that is surely reached.
 *
 * A missing value ranks as 0. What does not apply, or is masked out, is not ranked and does not apply.
 */
export function rankColumn(
  operation: RankOperation,
  values: readonly Cell[],
  keys: readonly Cell[],
  mask: readonly Cell[] | null,
  unranked: Cell,
): Cell[] {
  const ranks: Cell[] = new Array<Cell>(values.length).fill(unranked);
  for (const members of groupMembers(values, keys, mask)) {
    // Whether somebody competes is open where the condition cannot be computed: then so is the order.
    const numbered = members.map((at) => {
      const competes = mask === null ? true : (mask[at] as Cell);
      return { at, value: competes instanceof Fault ? competes : rankValue(values[at] as Cell) };
    });
    const fault = numbered.find(({ value }) => value instanceof Fault);
    if (fault !== undefined) {
      for (const { at } of numbered) ranks[at] = fault.value;
      continue;
    }
    const sorted = numbered as { at: number; value: Fraction }[];
    const direction = operation.direction === 'highest first' ? -1 : 1;
    sorted.sort((a, b) => direction * a.value.compare(b.value));
    assignPlaces(sorted, operation.ties, ranks);
  }
  return ranks;
}

function assignPlaces(sorted: readonly { at: number; value: Fraction }[], ties: 'first' | 'last', ranks: Cell[]): void {
  let start = 0;
  while (start < sorted.length) {
    let end = start + 1;
    const value = sorted[start]?.value as Fraction;
    while (end < sorted.length && sorted[end]?.value.equals(value) === true) end += 1;
    const place = Fraction.of(ties === 'first' ? start + 1 : end);
    for (let at = start; at < end; at += 1) ranks[sorted[at]?.at as number] = place;
    start = end;
  }
}

function rankValue(cell: Cell): Fraction | Fault {
  if (cell instanceof Fraction || cell instanceof Fault) return cell;
  if (cell === MISSING) return Fraction.ZERO;
  return new Fault('not-a-number', String(cell));
}

/** Cell numbers of each group, without those masked out and those whose value does not apply. */
function groupMembers(values: readonly Cell[], keys: readonly Cell[], mask: readonly Cell[] | null): number[][] {
  const groups = new Map<string, number[]>();
  values.forEach((value, at) => {
    if (mask !== null && mask[at] !== true && !(mask[at] instanceof Fault)) return;
    if (typeof value === 'object' && 'state' in value && value.state === 'na') return;
    const key = keyText(keys[at] as Cell);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

/** A key cell as text, so that equal cells make one group. */
export function keyText(cell: Cell): string {
  if (cell instanceof Fraction) return `${cell.numerator}/${cell.denominator}`;
  return typeof cell === 'object' ? 'state' : String(cell);
}
