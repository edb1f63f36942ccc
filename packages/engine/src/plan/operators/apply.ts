import { Fraction } from '../../number/fraction.ts';
import { exactText } from '../../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE, isState, strictState } from '../cell.ts';
import type { Cell, Missing, NotApplicable } from '../cell.ts';
import type { Operation } from '../plan.ts';
import { arithmetic } from './arithmetic.ts';
import { findBand } from './bands.ts';
import { bestOf, combineMean, combineSum, combineWeightedMean } from './combine.ts';
import { dateOperator } from './dates.ts';
import { rungOf, wordOnRung } from './scales.ts';
import { namesUnset } from './unset.ts';
import { compare, conjunction, disjunction, negation, stateIs } from './conditions.ts';

/**
 * The result of an operator that works value by value. The one definition of what the plan means: the exact reader
 * calls it for every cell of a column, the explanation for a single one.
 *
 * Sources and the operators between frames are not value by value; calling this with one of them is a programming error.
 */
export function applyOperator(operation: Operation, operands: readonly Cell[]): Cell {
  switch (operation.kind) {
    case 'constant':
      return operation.value;
    case 'combine':
      if (operation.how === 'sum') return combineSum(operands);
      return operation.how === 'mean' ? combineMean(operands) : combineWeightedMean(operands);
    case 'best':
      return bestOf(operands, operation.count);
    case 'compare':
      return compare(operation.relation, operands);
    case 'and':
      return conjunction(operands);
    case 'or':
      return disjunction(operands);
    case 'not':
      return negation(operands[0] as Cell);
    case 'contains':
      return contains(operands);
    case 'join':
      return joinWords(operation.between, operands);
    case 'select':
      return select(operands);
    case 'bands':
      return chooseBand(operation, operands);
    case 'match':
      return matchWord(operation, operands);
    case 'rung':
      return rungOf(operation, operands[0] as Cell);
    case 'on rung':
      return wordOnRung(operation.words, operands[0] as Cell);
    case 'is':
      return stateIs(operation.state, operands[0] as Cell);
    case 'replace':
      return replaces(operation.states, operands[0] as Cell) ? (operands[1] as Cell) : (operands[0] as Cell);
    case 'guard':
      return guard(operands);
    case 'unset names':
      return namesUnset(operands);
    case 'date':
      return dateOperator(operation, operands);
    case 'same':
      return operands[0] as Cell;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'negate':
    case 'absolute':
    case 'square root':
    case 'power':
    case 'smallest':
    case 'largest':
    case 'round':
    case 'round to':
    case 'significant':
    case 'two-sided p':
      return arithmetic(operation, operands);
    default:
      throw new Error(`The operator "${operation.kind}" does not work value by value.`);
  }
}

/** Operands: condition, value if it holds, value if not. Only the branch taken counts; an unknown condition is the result. */
function select(operands: readonly Cell[]): Cell {
  const [condition, ifTrue, ifFalse] = operands as readonly [Cell, Cell, Cell];
  if (isState(condition)) return condition;
  return condition === true ? ifTrue : ifFalse;
}

/** Operands: the value, then one result per band. */
function chooseBand(operation: Extract<Operation, { kind: 'bands' }>, operands: readonly Cell[]): Cell {
  const value = operands[0] as Cell;
  if (isState(value)) return value;
  if (!(value instanceof Fraction)) return new Fault('not-a-number', String(value));
  const band = findBand(operation.bands, value);
  return band < 0 ? new Fault('no-band', exactText(value)) : (operands[band + 1] as Cell);
}

/** Operands: the word, one result per word of the operation, and, with `otherwise`, the result for any other word. */
function matchWord(operation: Extract<Operation, { kind: 'match' }>, operands: readonly Cell[]): Cell {
  const word = operands[0] as Cell;
  if (isState(word)) return word;
  const text = wordText(word);
  const at = operation.words.indexOf(text);
  if (at >= 0) return operands[at + 1] as Cell;
  return operation.otherwise ? (operands[operation.words.length + 1] as Cell) : new Fault('unknown-word', text);
}

/** A value as the word that a table has for it: `true`, `3`, `优秀`. */
function wordText(value: Exclude<Cell, Missing | NotApplicable | Fault>): string {
  return value instanceof Fraction ? exactText(value) : String(value);
}

/** Faults that a scheme can put something in the place of. */
const MENDED: ReadonlySet<string> = new Set(['division-by-zero', 'parameter-unset']);

function replaces(states: readonly string[], cell: Cell): boolean {
  if (cell === MISSING) return states.includes('missing');
  if (cell === NOT_APPLICABLE) return states.includes('na');
  return cell instanceof Fault && MENDED.has(cell.code) && states.includes(cell.code);
}

/** The first operand, provided that all others are given: one that does not apply or is missing takes its place. */
function guard(operands: readonly Cell[]): Cell {
  const state = strictState(operands.slice(1));
  return state ?? (operands[0] as Cell);
}

/** Words one after the other; empty ones are left out. Strict. */
function joinWords(between: string, operands: readonly Cell[]): Cell {
  return strictState(operands) ?? operands.filter((word) => word !== '').join(between);
}

/** Is the second word a part of the first? Strict. */
function contains(operands: readonly Cell[]): Cell {
  const [text, part] = operands;
  return strictState(operands) ?? String(text).includes(String(part));
}
