import { Fraction } from '../../number/fraction.ts';
import { Fault, MISSING, NOT_APPLICABLE, faultAmong } from '../cell.ts';
import type { Cell } from '../cell.ts';

/**
 * Puts parts together. A part that does not apply is left out; a missing part counts 0 and keeps its place. When no
 * part applies, the whole does not apply.
 */
export function combineSum(parts: readonly Cell[]): Cell {
  let sum = Fraction.ZERO;
  let applies = parts.length === 0;
  for (const part of parts) {
    if (part instanceof Fault) return faultAmong(parts) ?? part;
    if (part === NOT_APPLICABLE) continue;
    applies = true;
    if (part instanceof Fraction) sum = sum.plus(part);
  }
  return applies ? sum : NOT_APPLICABLE;
}

/** Plain mean of the parts that apply; missing ones count 0. */
export function combineMean(parts: readonly Cell[]): Cell {
  const sum = combineSum(parts);
  if (!(sum instanceof Fraction)) return sum;
  const count = parts.reduce<number>((n, part) => (part === NOT_APPLICABLE ? n : n + 1), 0);
  return count === 0 ? NOT_APPLICABLE : sum.dividedBy(Fraction.of(count));
}

/** Weighted mean of the parts that apply, with the weights of just those. Operands: value, weight, value, weight, … */
export function combineWeightedMean(pairs: readonly Cell[]): Cell {
  let sum = Fraction.ZERO;
  let weights = Fraction.ZERO;
  let applies = false;
  for (let at = 0; at < pairs.length; at += 2) {
    const value = pairs[at] as Cell;
    const weight = pairs[at + 1] as Cell;
    if (value instanceof Fault) return faultAmong(pairs) ?? value;
    if (value === NOT_APPLICABLE) continue;
    if (!(weight instanceof Fraction)) return weight;
    applies = true;
    weights = weights.plus(weight);
    if (value instanceof Fraction) sum = sum.plus(value.times(weight));
  }
  if (!applies) return NOT_APPLICABLE;
  return weights.isZero ? new Fault('division-by-zero') : sum.dividedBy(weights);
}

/** Sum of the `count` best parts. What does not apply or is missing is not among them, unless nothing else is there. */
export function bestOf(parts: readonly Cell[], count: number): Cell {
  const fault = faultAmong(parts);
  if (fault !== null) return fault;
  const numbers = parts.filter((part): part is Fraction => part instanceof Fraction);
  if (numbers.length === 0) return parts.every((part) => part === NOT_APPLICABLE) ? NOT_APPLICABLE : MISSING;
  numbers.sort((a, b) => b.compare(a));
  return numbers.slice(0, count).reduce((a, b) => a.plus(b), Fraction.ZERO);
}
