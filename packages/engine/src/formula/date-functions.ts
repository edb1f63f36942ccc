import type { ValueType } from '../plan/cell.ts';
import type { DateOperation } from '../plan/plan.ts';
import { requireDay } from './date-words.ts';
import { defineFunction } from './define-function.ts';
import type { FormulaFunction } from './define-function.ts';

function dates(
  how: DateOperation['how'],
  name: string,
  operands: readonly ValueType[],
  result: ValueType,
): FormulaFunction {
  return defineFunction(name, operands.length, operands.length, (given, compiler) => {
    const columns = given.map((operand, at) => {
      if (operands[at] === 'word') requireDay(operand, { besideDays: how !== 'year of', ordered: true });
      return compiler.typed(operand, operands[at] as ValueType);
    });
    return compiler.plan.add(compiler.scope.frame, result, { kind: 'date', how }, columns);
  });
}

/** Functions over dates; an empty date is missing. */
export const DATE_FUNCTIONS: readonly FormulaFunction[] = [
  dates('date', 'date', ['number', 'number', 'number'], 'word'),
  dates('year of', 'year of', ['word'], 'number'),
  dates('month of', 'month of', ['word'], 'number'),
  dates('week of', 'week of', ['word'], 'word'),
  dates('week year of', 'week year of', ['word'], 'number'),
  dates('weeks in', 'weeks of', ['number'], 'number'),
  dates('years after', 'years after', ['word', 'number'], 'word'),
  dates('days between', 'days from', ['word', 'word'], 'number'),
  defineFunction('period of', 1, 1, ([operand], compiler) => {
    const { plan, scope } = compiler;
    const operation = { kind: 'date', how: 'period of', period: scope.periodKind ?? 'year' } as const;
    return plan.add(scope.frame, 'word', operation, [compiler.typed(operand as never, 'word')]);
  }),
];
