import type { Aggregate, NodeId, Span as PeriodSpan } from '../plan/plan.ts';
import { Fraction } from '../number/fraction.ts';
import type { FormulaCompiler, NarrowedList } from './compile.ts';
import { defineFunction, wholeNumber } from './define-function.ts';
import type { FormulaFunction } from './define-function.ts';
import { FormulaError } from './syntax.ts';
import type { Expression } from './syntax.ts';

/** One value of a list. */
function ofList(name: string, aggregate: Aggregate): FormulaFunction {
  return defineFunction(name, 1, 1, ([operand], compiler) => {
    const { list, mask } = compiler.list(operand as Expression);
    return list.draw(aggregate, list.values, mask);
  });
}

/** `all(list[condition])`: does the condition hold for all of the list? True for an empty list. */
function holdsForAll(operand: Expression, compiler: FormulaCompiler): NodeId {
  if (operand.kind !== 'filter') throw new FormulaError('needs-list', operand.span);
  const { list, mask } = compiler.list(operand.list);
  return list.draw('all', compiler.within(list).typed(operand.condition, 'flag'), mask);
}

/** A list of values of several periods: `recent(x, 3)`, `earlier(x)`, `year to date(x)`. */
function overPeriods(
  name: string,
  most: 1 | 2,
  spanOf: (count: Expression | undefined) => PeriodSpan,
): FormulaFunction {
  const list = (operands: readonly Expression[], compiler: FormulaCompiler): NarrowedList => {
    const [operand, count] = operands as readonly [Expression, Expression | undefined];
    return { list: compiler.pastList(operand, spanOf(count)), mask: null };
  };
  const refuse = (operands: readonly Expression[]): never => {
    throw new FormulaError('needs-value', (operands[0] as Expression).span, name);
  };
  return { ...defineFunction(name, most, most, refuse), list };
}

function recentCount(expression: Expression | undefined): PeriodSpan {
  const count = expression === undefined ? 0 : wholeNumber(expression);
  if (expression !== undefined && count < 1)
    throw new FormulaError('unsupported', expression.span, `recent(…, ${count})`);
  return { kind: 'recent', count };
}

/** Functions over lists of rows, subjects and periods. */
export const LIST_FUNCTIONS: readonly FormulaFunction[] = [
  ofList('first', 'first'),
  ofList('last', 'last'),
  ofList('count distinct', 'count distinct'),
  defineFunction('all', 1, 1, ([operand], compiler) => holdsForAll(operand as Expression, compiler)),
  overPeriods('recent', 2, recentCount),
  overPeriods('earlier', 1, () => ({ kind: 'earlier' })),
  overPeriods('year to date', 1, () => ({ kind: 'year to date' })),
  defineFunction('took part', 1, 1, ([back], compiler) => {
    const { plan, scope } = compiler;
    const steps = wholeNumber(back as Expression);
    if (steps < 0) throw new FormulaError('unsupported', (back as Expression).span, `took part(${steps})`);
    const values = plan.constant(scope.frame, true);
    const found = plan.gather(scope.frame, { kind: 'previous', back: steps }, 'count', { values });
    return plan.compare('>', found, plan.number(scope.frame, Fraction.ZERO));
  }),
];
