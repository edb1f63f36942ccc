import type { Formula } from './formula-text.ts';
import { parseFormula } from './formula-text.ts';
import { callFunction } from './functions.ts';
import { isList, listIn } from './lists.ts';
import { valueOfName } from './names.ts';
import { Rational } from './rational.ts';
import { compareValues, Fault, isGiven, MISSING, NA, stateOf, strict } from './value.ts';
import type { Value } from './value.ts';
import type { Context, World } from './world.ts';

export function evaluateText(world: World, text: string, context: Context): Value {
  return evaluate(world, parseFormula(text), context);
}

/** A condition of the scheme: it holds only where it is known to hold; a fault stays one. */
export function holds(world: World, text: string, context: Context): boolean | Fault {
  const value = evaluateText(world, text, context);
  return value instanceof Fault ? value : value === true;
}

/** The value of a formula in one place. */
export function evaluate(world: World, formula: Formula, context: Context): Value {
  const at = (part: Formula): Value => evaluate(world, part, context);
  switch (formula.kind) {
    case 'number':
      return Rational.parse(formula.text);
    case 'word':
      return formula.text;
    case 'flag':
      return formula.value;
    case 'name':
      if (formula.name === 'NA') return NA;
      if (formula.name === 'missing') return MISSING;
      if (isList(world, formula, context)) throw new Error(`${formula.name} is a list.`);
      return valueOfName(world, formula.name, context);
    case 'negative':
      return strict([at(formula.of)], ([a]) => new Rational(0n).minus(a as Rational));
    case 'if': {
      const condition = at(formula.condition);
      if (!isGiven(condition)) return condition;
      return condition === true ? at(formula.then) : at(formula.otherwise);
    }
    case 'between':
      return and([compare('>=', at(formula.of), at(formula.low)), compare('<=', at(formula.of), at(formula.high))]);
    case 'in': {
      const value = at(formula.of);
      return or(formula.options.map((option) => compare('=', value, at(option))));
    }
    case 'operator':
      return operate(formula.sign, at(formula.left), at(formula.right));
    case 'filter':
      throw new Error('A list must be drawn together.');
    case 'call':
      return callFunction(
        {
          value: at,
          list: (part) => (isList(world, part, context) ? listIn(world, part, context, evaluate) : null),
          elsewhere: (part, moved) => evaluate(world, part, moved),
          world,
          context,
        },
        formula.name,
        formula.operands,
      );
  }
}

function operate(sign: string, a: Value, b: Value): Value {
  if (sign === 'and') return and([a, b]);
  if (sign === 'or') return or([a, b]);
  if (['=', '!=', '<', '<=', '>', '>='].includes(sign)) return compare(sign, a, b);
  return strict([a, b], ([x, y]) => arithmetic(sign, x as Rational, y as Rational));
}

function arithmetic(sign: string, x: Rational, y: Rational): Value {
  switch (sign) {
    case '+':
      return x.plus(y);
    case '-':
      return x.minus(y);
    case '*':
      return x.times(y);
    case '/':
      return y.top === 0n ? new Fault('division-by-zero') : x.over(y);
    default:
      return power(x, y);
  }
}

function power(x: Rational, y: Rational): Value {
  const exponent = Number(y.top);
  if (y.bottom !== 1n || Math.abs(exponent) > 1000) return new Fault('not-a-step');
  if (exponent < 0 && x.top === 0n) return new Fault('division-by-zero');
  let result = new Rational(1n);
  for (let count = 0; count < Math.abs(exponent); count += 1) result = result.times(x);
  return exponent < 0 ? new Rational(1n).over(result) : result;
}

function compare(sign: string, a: Value, b: Value): Value {
  const state = stateOf([a, b]);
  if (state !== null) return state;
  const side = compareValues(a, b);
  switch (sign) {
    case '=':
      return side === 0;
    case '!=':
      return side !== 0;
    case '<':
      return side < 0;
    case '<=':
      return side <= 0;
    case '>':
      return side > 0;
    default:
      return side >= 0;
  }
}

function and(values: readonly Value[]): Value {
  const fault = values.find((value) => value instanceof Fault);
  return fault ?? (values.includes(false) ? false : (stateOf(values) ?? true));
}

function or(values: readonly Value[]): Value {
  const fault = values.find((value) => value instanceof Fault);
  return fault ?? (values.includes(true) ? true : (stateOf(values) ?? false));
}
