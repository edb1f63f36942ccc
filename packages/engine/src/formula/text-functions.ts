import { defineFunction } from './define-function.ts';
import type { FormulaFunction } from './define-function.ts';
import type { Expression } from './syntax.ts';

/** Functions over words. */
export const TEXT_FUNCTIONS: readonly FormulaFunction[] = [
  // Is the second part of the first? For cells in which somebody writes several words: `产假+晚育`.
  defineFunction('contains', 2, 2, (operands, compiler) => {
    const columns = operands.map((operand) => compiler.typed(operand as Expression, 'word'));
    return compiler.plan.add(compiler.scope.frame, 'flag', { kind: 'contains' }, columns);
  }),
];
