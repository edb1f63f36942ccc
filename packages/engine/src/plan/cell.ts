import type { Fraction } from '../number/fraction.ts';

/** A figure that has not been delivered yet. */
export const MISSING = Object.freeze({ state: 'missing' as const });
/** A figure that does not apply to its subject in its period. */
export const NOT_APPLICABLE = Object.freeze({ state: 'na' as const });

export type Missing = typeof MISSING;
export type NotApplicable = typeof NOT_APPLICABLE;

/** Why a figure cannot be computed at all. It stops the scoring when it reaches a figure that is shown. */
export type FaultCode =
  | 'division-by-zero'
  | 'not-a-number'
  | 'unknown-word'
  | 'off-scale'
  | 'not-a-step'
  | 'no-band'
  | 'no-case'
  | 'root-of-negative'
  | 'not-a-date'
  | 'several-values'
  | 'parameter-unset';

/** A computation that has no result. Travels like a value, so that a branch not taken does no harm. */
export class Fault {
  readonly code: FaultCode;
  /** The value or name that shows the fault. */
  readonly detail: string;
  constructor(code: FaultCode, detail = '') {
    this.code = code;
    this.detail = detail;
  }
}

/** Between the names of several parameters in the detail of one fault. */
export const BETWEEN_NAMES = ';';

/** The names of the parameters for want of which there is no result; none where something else is at fault. */
export function unsetNames(cell: Cell): readonly string[] {
  return cell instanceof Fault && cell.code === 'parameter-unset' ? cell.detail.split(BETWEEN_NAMES) : [];
}

/**
 * The fault of an operator that has one among its operands: the first. Where that is a parameter that nobody has set,
 * all such parameters are named, so that one look says what must be set. `null`: there is none.
 */
export function faultAmong(cells: readonly Cell[]): Fault | null {
  const first = cells.find((cell) => cell instanceof Fault);
  if (first === undefined || first.code !== 'parameter-unset') return first ?? null;
  const names = new Set(cells.flatMap(unsetNames));
  const detail = [...names].join(BETWEEN_NAMES);
  return detail === first.detail ? first : new Fault('parameter-unset', detail);
}

/** One value of a column: a number, a word (or date, as ISO text), a yes/no, or one of the states. */
export type Cell = Fraction | string | boolean | Missing | NotApplicable | Fault;

/** What a column holds. Dates are words in ISO form: they compare and sort as they should. */
export type ValueType = 'number' | 'word' | 'flag';

/** `true` for missing, not applicable and faults: there is nothing to calculate with. */
export function isState(cell: Cell): cell is Missing | NotApplicable | Fault {
  return cell === MISSING || cell === NOT_APPLICABLE || cell instanceof Fault;
}

/**
 * The state that a strict operation takes from its operands: a fault first, then NA, then missing.
 * `null` when all of them are values.
 */
export function strictState(cells: readonly Cell[]): Missing | NotApplicable | Fault | null {
  let state: Missing | NotApplicable | null = null;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === NOT_APPLICABLE) state = NOT_APPLICABLE;
    else if (cell === MISSING) state ??= MISSING;
    else if (cell instanceof Fault) return faultAmong(cells);
  }
  return state;
}
