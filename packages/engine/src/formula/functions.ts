import { Fraction } from '../number/fraction.ts';
import type { RoundingMode } from '../number/rounding.ts';
import type { Aggregate, NodeId, Operation } from '../plan/plan.ts';
import { DATE_FUNCTIONS } from './date-functions.ts';
import { defineFunction as define, wholeNumber } from './define-function.ts';
import type { FormulaFunction } from './define-function.ts';
import { LIST_FUNCTIONS } from './list-functions.ts';
import { SCALE_FUNCTIONS } from './scale-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

const MANY = 100;

/** One number in, one number out. */
function ofNumber(name: string, operation: Operation): FormulaFunction {
  return define(name, 1, 1, ([operand], compiler) =>
    compiler.plan.add(compiler.scope.frame, 'number', operation, [compiler.typed(operand as Expression, 'number')]),
  );
}

/** `round half up(x, 2)`: to written places, or to as many as a number of the data says. */
function rounding(name: string, mode: RoundingMode): FormulaFunction {
  return define(name, 1, 2, ([operand, places], compiler) => {
    const { frame } = compiler.scope;
    const value = compiler.typed(operand as Expression, 'number');
    const isWritten = places === undefined || places.kind === 'number' || places.kind === 'negate';
    if (!isWritten)
      return compiler.plan.add(frame, 'number', { kind: 'round to', mode }, [value, compiler.typed(places, 'number')]);
    const number = places === undefined ? 0 : wholeNumber(places);
    return compiler.plan.add(frame, 'number', { kind: 'round', places: number, mode }, [value]);
  });
}

/** With how many decimals an input was written: a question to its text, which its value does not answer. */
const decimals = define('decimals', 1, 1, ([operand], { scope }) => {
  const { span, ...expression } = operand as Expression;
  const column = expression.kind === 'name' ? scope.resolveDecimals?.(expression.name) : null;
  if (column == null) throw new FormulaError('unsupported', span, 'decimals');
  return column;
});

/** `significant(x, 6)`: rounded half up to six digits that count. */
const significant = define('significant', 2, 2, ([operand, count], compiler) => {
  const digits = wholeNumber(count as Expression);
  if (digits < 1) throw new FormulaError('unsupported', (count as Expression).span, `significant(…, ${digits})`);
  return compiler.plan.add(compiler.scope.frame, 'number', { kind: 'significant', digits }, [
    compiler.typed(operand as Expression, 'number'),
  ]);
});

/** Over a list (`sum(petition)`), or over several values (`max(a, b)`). */
function overListOrValues(name: string, aggregate: Aggregate, ofValues: Operation): FormulaFunction {
  return define(name, 1, MANY, (operands, compiler) => {
    const list = operands.length === 1 ? compiler.listOrNull(operands[0] as Expression) : null;
    if (list !== null) {
      if (aggregate === 'sum' || aggregate === 'mean') requireNumbers(list.list.type, operands[0] as Expression);
      return list.list.draw(aggregate, list.list.values, list.mask);
    }
    const columns = operands.map((operand) => compiler.typed(operand, 'number'));
    return compiler.plan.add(compiler.scope.frame, 'number', ofValues, columns);
  });
}

function requireNumbers(type: string, expression: Expression): void {
  if (type !== 'number') throw new FormulaError('wrong-type', expression.span, 'number', type);
}

/** What a name's state is: `given(x)`, `missing(x)`. */
function stateOf(state: 'missing' | 'given'): FormulaFunction {
  return define(state, 1, 1, ([operand], compiler) => compiler.plan.is(state, compiler.raw(operand as Expression)));
}

const LIST: readonly FormulaFunction[] = [
  define('count', 1, 1, ([operand], compiler) => {
    const { list, mask } = compiler.list(operand as Expression);
    return list.draw('count', list.values, mask);
  }),
  define('exists', 1, 1, ([operand], compiler) => {
    const { list, mask } = compiler.list(operand as Expression);
    const { plan, scope } = compiler;
    return plan.compare('>', list.draw('count', list.values, mask), plan.number(scope.frame, Fraction.ZERO));
  }),
  overListOrValues('sum', 'sum', { kind: 'combine', how: 'sum' }),
  overListOrValues('mean', 'mean', { kind: 'combine', how: 'mean' }),
  overListOrValues('min', 'minimum', { kind: 'smallest' }),
  overListOrValues('max', 'maximum', { kind: 'largest' }),
];

const NUMBERS: readonly FormulaFunction[] = [
  ofNumber('floor', { kind: 'round', places: 0, mode: 'floor' }),
  ofNumber('ceiling', { kind: 'round', places: 0, mode: 'ceiling' }),
  ofNumber('abs', { kind: 'absolute' }),
  ofNumber('sqrt', { kind: 'square root' }),
  rounding('round half up', 'half up'),
  rounding('round half down', 'half down'),
  rounding('round half even', 'half even'),
  rounding('round up', 'up'),
  rounding('round down', 'down'),
  decimals,
  significant,
  define('not', 1, 1, ([operand], compiler) => compiler.plan.not(compiler.typed(operand as Expression, 'flag'))),
];

const STATES: readonly FormulaFunction[] = [
  stateOf('given'),
  stateOf('missing'),
  // Of rows narrowed by a condition: is none of these NA? Only where a row of NA decides over the others.
  define('applies', 1, 1, ([operand], compiler) => {
    const expression = operand as Expression;
    const { plan } = compiler;
    if (expression.kind !== 'filter') return plan.not(plan.is('na', compiler.raw(expression)));
    const { list, mask } = compiler.overridden(expression);
    return plan.not(list.draw('any', plan.is('na', list.values), mask));
  }),
];

const CHOICES: readonly FormulaFunction[] = [
  // y where x is missing or does not apply. Like a question about a state, it does not need x.
  define('or else', 2, 2, ([operand, otherwise], compiler) => {
    const value = compiler.raw(operand as Expression);
    const standIn = compiler.value(otherwise as Expression);
    const type = compiler.plan.typeOf(value);
    if (!compiler.plan.isStateConstant(standIn) && compiler.plan.typeOf(standIn) !== type) {
      throw new FormulaError('wrong-type', (otherwise as Expression).span, type, compiler.plan.typeOf(standIn));
    }
    return compiler.plan.replace(['missing', 'na'], value, standIn);
  }),
  // The part of x that lies between a and b: a bracket of a scale.
  define('portion', 3, 3, ([x, a, b], compiler) => {
    const { plan, scope } = compiler;
    const [value, low, high] = [x, a, b].map((operand) => compiler.typed(operand as Expression, 'number')) as [
      NodeId,
      NodeId,
      NodeId,
    ];
    const reached = plan.arithmetic('smallest', value, high);
    return plan.arithmetic('largest', plan.arithmetic('subtract', reached, low), plan.number(scope.frame, 0));
  }),
];

const PERIODS: readonly FormulaFunction[] = [
  define('previous', 1, 2, ([operand, back], compiler) => {
    const expression = operand as Expression;
    const steps = back === undefined ? 1 : wholeNumber(back);
    // Figures of later periods are not there yet, and the figure of the period itself needs no function.
    if (back !== undefined && steps < 1) throw new FormulaError('unsupported', back.span, `previous(…, ${steps})`);
    const own = expression.kind === 'name' ? compiler.scope.resolvePrevious(expression.name, steps) : null;
    if (own !== null) return own;
    const values = compiler.value(expression);
    return compiler.plan.gather(compiler.scope.frame, { kind: 'previous', back: steps }, 'only', { values });
  }),
];

/** All functions by name. A new function is one entry here. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [
    ...LIST,
    ...NUMBERS,
    ...STATES,
    ...CHOICES,
    ...PERIODS,
    ...LIST_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...SCALE_FUNCTIONS,
  ].map((definition) => [definition.name, definition]),
);
