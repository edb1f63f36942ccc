import { Rational } from './rational.ts';

/** One of the two states in which there is no value. */
export class State {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Not delivered yet. */
export const MISSING = new State('missing');
/** Does not apply. */
export const NA = new State('NA');

/** What cannot be computed, by the word of the documents. */
export class Fault {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** A value of the language: a number, a word, a flag, one of the two states, or a fault. */
export type Value = Rational | string | boolean | State | Fault;

export function isGiven(value: Value): value is Rational | string | boolean {
  return !(value instanceof State || value instanceof Fault);
}

/** The strongest state among operands: a fault before NA, NA before missing; `null` where all are given. */
export function stateOf(values: readonly Value[]): Value | null {
  const fault = values.find((value) => value instanceof Fault);
  if (fault !== undefined) return fault;
  if (values.includes(NA)) return NA;
  return values.includes(MISSING) ? MISSING : null;
}

export function numberOf(value: Value): Rational {
  if (!(value instanceof Rational)) throw new Error(`A number was needed, not ${shown(value)}.`);
  return value;
}

/** Operands that must all be there; the strongest state where one is not. */
export function strict(values: readonly Value[], compute: (numbers: Rational[]) => Value): Value {
  return stateOf(values) ?? compute(values.map(numberOf));
}

export function compareValues(a: Value, b: Value): number {
  if (a instanceof Rational && b instanceof Rational) return a.compare(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  throw new Error(`${shown(a)} and ${shown(b)} cannot be compared.`);
}

/** Parts of a whole: missing counts 0, NA is left out; NA where no part applies, 0 where there is none. */
export function sumOfParts(values: readonly Value[]): Value {
  return ofParts(values, (total) => total);
}

/** The same, divided by how many apply. */
export function meanOfParts(values: readonly Value[]): Value {
  if (values.length === 0) return NA;
  return ofParts(values, (total, count) => total.over(new Rational(BigInt(count))));
}

function ofParts(values: readonly Value[], finish: (total: Rational, count: number) => Rational): Value {
  const fault = values.find((value) => value instanceof Fault);
  if (fault !== undefined) return fault;
  const applying = values.filter((value) => value !== NA);
  if (applying.length === 0 && values.length > 0) return NA;
  const given = applying.filter((value) => value !== MISSING).map(numberOf);
  const total = given.reduce((sum, value) => sum.plus(value), new Rational(0n));
  return finish(total, applying.length);
}

/** As tables of results show it, but with the state of what is missing. */
export function shown(value: Value): string {
  if (value instanceof State) return value.name;
  return value instanceof Fault ? `fault ${value.code}` : String(value);
}
