import type { Formula } from './formula-text.ts';
import { counting } from './lists.ts';
import { meaningOf, stateOfName } from './names.ts';
import { shifted } from './periods.ts';
import { Rational, ZERO } from './rational.ts';
import {
  compareValues,
  Fault,
  isGiven,
  meanOfParts,
  MISSING,
  NA,
  numberOf,
  stateOf,
  strict,
  sumOfParts,
} from './value.ts';
import type { Value } from './value.ts';
import type { Context, Entry, World } from './world.ts';

/** How a function gets at its operands. */
export interface Operands {
  readonly value: (formula: Formula) => Value;
  /** The entries of an operand that is a list, otherwise `null`. */
  readonly list: (formula: Formula) => Entry[] | null;
  readonly elsewhere: (formula: Formula, context: Context) => Value;
  readonly world: World;
  readonly context: Context;
}

const ROUNDINGS: Readonly<Record<string, string>> = {
  'round half up': 'half up',
  'round half down': 'half down',
  'round half even': 'half even',
  'round up': 'up',
  'round down': 'down',
  floor: 'floor',
  ceiling: 'ceiling',
};

export function callFunction(operands: Operands, name: string, given: readonly Formula[]): Value {
  const [first, second, third] = given as [Formula, Formula, Formula];
  const list = given.length > 0 ? operands.list(first) : null;
  if (list !== null) return ofList(name, list);
  const value = operands.value;
  const mode = ROUNDINGS[name];
  if (mode !== undefined) {
    const places = second === undefined ? ZERO : value(second);
    return strict([value(first), places], ([x, n]) => {
      if ((n as Rational).bottom !== 1n) return new Fault('not-a-step');
      return (x as Rational).rounded(Number((n as Rational).top), mode);
    });
  }
  switch (name) {
    case 'sum':
      return sumOfParts(given.map(value));
    case 'mean':
      return meanOfParts(given.map(value));
    case 'min':
      return extreme(given.map(value), -1);
    case 'max':
      return extreme(given.map(value), 1);
    case 'significant':
      return strict([value(first), value(second)], ([x, n]) =>
        (x as Rational).significant(Number((n as Rational).top)),
      );
    case 'abs':
      return strict([value(first)], ([x]) => ((x as Rational).top < 0n ? ZERO.minus(x as Rational) : (x as Rational)));
    case 'not': {
      const condition = value(first);
      return isGiven(condition) ? condition !== true : condition;
    }
    case 'given':
      return asked(operands, first, isGiven);
    case 'missing':
      return asked(operands, first, (state) => state === MISSING);
    case 'applies':
      return asked(operands, first, (state) => state !== NA);
    case 'or else': {
      const state = stated(operands, first);
      return state === MISSING || state === NA ? value(second) : state;
    }
    case 'portion':
      return strict([value(first), value(second), value(third)], ([x, a, b]) => portion(x!, a!, b!));
    case 'previous':
      return previous(operands, first, second);
    case 'took part': {
      const back = Number(numberOf(value(first)).top);
      return tookPart(operands, shifted(operands.context.period, -back));
    }
    default:
      throw new Error(`There is no function ${name}.`);
  }
}

function ofList(name: string, entries: readonly Entry[]): Value {
  const unknown = entries.find(({ isOpen }) => isOpen === true);
  if (unknown !== undefined) return unknown.value;
  if (name === 'count') return new Rational(BigInt(entries.length));
  if (name === 'exists') return entries.length > 0;
  const fault = entries.find(({ value }) => value instanceof Fault);
  if (fault !== undefined) return fault.value;
  const counted = counting(entries);
  const values = counted.map(({ value }) => value);
  if (name === 'count distinct') {
    return new Rational(BigInt(new Set(values.filter((value) => value !== '' && isGiven(value)).map(String)).size));
  }
  if (name === 'first' || name === 'last') return (name === 'first' ? entries[0] : entries.at(-1))?.value ?? MISSING;
  const numbers = values.map((value) => (value === MISSING ? ZERO : numberOf(value)));
  const sum = numbers.reduce((total, number) => total.plus(number), ZERO);
  if (name === 'sum') return sum;
  if (numbers.length === 0) return MISSING;
  switch (name) {
    case 'mean':
      return sum.over(new Rational(BigInt(numbers.length)));
    case 'min':
      return extreme(numbers, -1);
    case 'max':
      return extreme(numbers, 1);
    default:
      throw new Error(`There is no function ${name} of lists.`);
  }
}

function extreme(values: readonly Value[], side: number): Value {
  const state = stateOf(values);
  if (state !== null) return state;
  return values.reduce((best, value) => (compareValues(value, best) * side > 0 ? value : best));
}

function portion(x: Rational, a: Rational, b: Rational): Rational {
  const upTo = x.compare(b) < 0 ? x : b;
  return upTo.compare(a) > 0 ? upTo.minus(a) : ZERO;
}

/** The state that something named is in: a figure does not count 0 here, and an input is what was delivered. */
function stated({ world, context, value }: Operands, formula: Formula): Value {
  const meaning = formula.kind === 'name' ? meaningOf(world, formula.name, context) : null;
  if (meaning?.kind === 'input') return world.data.delivered(meaning.item, context);
  return formula.kind === 'name' && formula.name !== 'NA' && formula.name !== 'missing'
    ? stateOfName(world, formula.name, context)
    : value(formula);
}

function asked(operands: Operands, formula: Formula, question: (state: Value) => boolean): Value {
  const { world, context } = operands;
  if (formula.kind === 'name') {
    const meaning = meaningOf(world, formula.name, context);
    if (meaning.kind === 'rows') return question(world.data.applies(meaning.item, context) ? true : NA);
  }
  const state = stated(operands, formula);
  return state instanceof Fault ? state : question(state);
}

function previous({ world, context, elsewhere }: Operands, what: Formula, back: Formula | undefined): Value {
  const count = back?.kind === 'number' ? Number(back.text) : 1;
  const moved: Context = { ...context, period: shifted(context.period, -count) };
  const isInput = what.kind === 'name' && meaningOf(world, what.name, context).kind === 'input';
  return isInput || tookPart({ world, context }, moved.period) ? elsewhere(what, moved) : MISSING;
}

function tookPart({ world, context }: Pick<Operands, 'world' | 'context'>, period: string): boolean {
  return world.cells(context.part).some((cell) => cell.period === period && cell.subject === context.subject);
}
