import { Fraction } from '../../number/fraction.ts';
import { Fault, MISSING, NOT_APPLICABLE, faultAmong, isState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Aggregate } from '../plan.ts';
import { keyText } from './rank.ts';

/**
 * Draws many values together into one. What does not apply is left out. `missing` says whether a missing value is left
 * out as well or counts 0; `allNA` what the result is when nothing is left though there were values.
 *
 * With nothing at all: a sum and a count are 0, `any` is false, `all` is true, everything else is missing.
 */
export function aggregate(
  how: Aggregate,
  values: readonly Cell[],
  missing: 'zero' | 'leave out',
  allNA: 'missing' | 'na',
): Cell {
  if (how === 'count') return Fraction.of(values.length);
  const fault = faultAmong(values);
  if (fault !== null) return fault;
  if (how === 'only' && values.length > 1) return new Fault('several-values', String(values.length));
  if (how === 'only' || how === 'first') return values[0] ?? MISSING;
  if (how === 'last') return values.at(-1) ?? MISSING;
  if (how === 'count distinct') return Fraction.of(distinct(values));
  if (how === 'any') return values.includes(true);
  if (how === 'all') return values.every((value) => value === true);
  const words = values.filter((value): value is string => typeof value === 'string');
  if (words.length > 0 && (how === 'minimum' || how === 'maximum')) return extremeWord(how, words);
  const numbers: Fraction[] = [];
  for (const value of values) {
    if (value instanceof Fraction) numbers.push(value);
    else if (value === MISSING && missing === 'zero') numbers.push(Fraction.ZERO);
  }
  if (how === 'sum') return numbers.reduce((a, b) => a.plus(b), Fraction.ZERO);
  const [first, ...rest] = numbers;
  if (first === undefined)
    return values.length > 0 && allNA === 'na' && values.includes(NOT_APPLICABLE) ? NOT_APPLICABLE : MISSING;
  if (how === 'minimum') return rest.reduce((a, b) => (b.compare(a) < 0 ? b : a), first);
  if (how === 'maximum') return rest.reduce((a, b) => (b.compare(a) > 0 ? b : a), first);
  return rest.reduce((a, b) => a.plus(b), first).dividedBy(Fraction.of(numbers.length));
}

/**
 * What counts of the values at some places: where the mask is true. A condition that cannot be computed leaves open what
 * counts, so its fault is the result.
 */
export function masked(
  values: readonly Cell[],
  mask: readonly Cell[] | null,
  places: Iterable<number>,
): Cell[] | Fault {
  const chosen: Cell[] = [];
  for (const place of places) {
    const condition = mask === null ? true : mask[place];
    if (condition instanceof Fault) return condition;
    if (condition === true) chosen.push(values[place] as Cell);
  }
  return chosen;
}

/** How many different values there are; the empty word is none. */
function distinct(values: readonly Cell[]): number {
  const known = new Set<string>();
  for (const value of values) if (!isState(value) && value !== '') known.add(keyText(value));
  return known.size;
}

/** The first or last word by code points: the earliest or latest of ISO dates. */
function extremeWord(how: 'minimum' | 'maximum', words: readonly string[]): string {
  return words.reduce((a, b) => (how === 'minimum' ? (b < a ? b : a) : b > a ? b : a));
}
