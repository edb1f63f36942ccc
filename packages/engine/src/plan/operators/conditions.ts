import { Fraction } from '../../number/fraction.ts';
import { Fault, MISSING, NOT_APPLICABLE, faultAmong, isState, strictState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Comparison } from '../plan.ts';

/** Compares two numbers, words, dates or yes/no values. Strict. Words are compared by code points, as ISO dates need it. */
export function compare(relation: Comparison, operands: readonly Cell[]): Cell {
  const state = strictState(operands);
  if (state !== null) return state;
  const [a, b] = operands as readonly [Cell, Cell];
  const order = a instanceof Fraction && b instanceof Fraction ? a.compare(b) : compareWords(String(a), String(b));
  switch (relation) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `false` decides an "and", whatever is unknown beside it; otherwise what is unknown makes the whole unknown. */
export function conjunction(operands: readonly Cell[]): Cell {
  return operands.includes(false) ? (faultAmong(operands) ?? false) : (strictState(operands) ?? true);
}

/** `true` decides an "or", whatever is unknown beside it. */
export function disjunction(operands: readonly Cell[]): Cell {
  return operands.includes(true) ? (faultAmong(operands) ?? true) : (strictState(operands) ?? false);
}

export function negation(operand: Cell): Cell {
  return isState(operand) ? operand : operand !== true;
}

/** Is the operand missing, not applicable, or given (neither of them)? Never unknown itself. */
export function stateIs(state: 'missing' | 'na' | 'given', operand: Cell): Cell {
  // A parameter that nobody has set is missing: schemes may ask for it before they use it.
  if (operand instanceof Fault) return operand.code === 'parameter-unset' ? state === 'missing' : operand;
  if (state === 'missing') return operand === MISSING;
  if (state === 'na') return operand === NOT_APPLICABLE;
  return operand !== MISSING && operand !== NOT_APPLICABLE;
}
