import { BETWEEN_NAMES, Fault, unsetNames } from '../cell.ts';
import type { Cell } from '../cell.ts';

/**
 * The parameters that somebody must set before the operands have a result, each once, in the order of their names. Words
 * are such lists already. Another fault is the result; values and states need nothing.
 */
export function namesUnset(operands: readonly Cell[]): Cell {
  const other = operands.find((cell) => cell instanceof Fault && cell.code !== 'parameter-unset');
  if (other !== undefined) return other;
  const names = operands.flatMap((cell) =>
    typeof cell === 'string' && cell !== '' ? cell.split(BETWEEN_NAMES) : unsetNames(cell),
  );
  return [...new Set(names)].sort(compareNames).join(BETWEEN_NAMES);
}

/** As people number clauses: 7.2.9 before 7.2.10, and what is shorter first. */
function compareNames(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one, other] = [left[at] as string, right[at] as string];
    if (one === other) continue;
    const [first, second] = [Number(one), Number(other)];
    if (Number.isNaN(first) || Number.isNaN(second)) return one < other ? -1 : 1;
    if (first !== second) return first - second;
  }
  return left.length - right.length;
}

function partsOf(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? [];
}
