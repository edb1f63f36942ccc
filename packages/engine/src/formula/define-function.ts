import type { NodeId } from '../plan/plan.ts';
import type { FormulaCompiler, NarrowedList } from './compile.ts';
import { FormulaError } from './syntax.ts';
import type { Expression, Span } from './syntax.ts';

/** A function of the formula language. */
export interface FormulaFunction {
  readonly name: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  compile(operands: readonly Expression[], compiler: FormulaCompiler, span: Span): NodeId;
  /** For a function whose result is a list. */
  readonly list?: (operands: readonly Expression[], compiler: FormulaCompiler) => NarrowedList;
}

export function defineFunction(
  name: string,
  least: number,
  most: number,
  compile: FormulaFunction['compile'],
): FormulaFunction {
  return { name, least, most, compile };
}

/** A whole number that must be written as a number. */
export function wholeNumber(expression: Expression): number {
  const inner = expression.kind === 'negate' ? expression.operand : expression;
  if (inner.kind !== 'number' || !/^-?\d{1,3}$/.test(inner.text)) {
    throw new FormulaError('wrong-type', expression.span, 'number', expression.kind);
  }
  return expression.kind === 'negate' ? -Number(inner.text) : Number(inner.text);
}
