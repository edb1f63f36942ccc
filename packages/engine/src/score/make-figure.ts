import { Fraction } from '../number/fraction.ts';
import { formatNumber } from '../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import type { Figure } from '../reader/figure.ts';

const MISSING_FIGURE: Figure = Object.freeze({ state: 'missing', text: '0', number: null, exact: true });
const NA_FIGURE: Figure = Object.freeze({ state: 'na', text: 'NA', number: null, exact: true });

/** A value of the plan as the readers show it. A fault has no figure: it must have stopped the scoring before. */
export function makeFigure(cell: Cell): Figure {
  if (cell === MISSING) return MISSING_FIGURE;
  if (cell === NOT_APPLICABLE) return NA_FIGURE;
  if (cell instanceof Fraction) {
    const { text, exact } = formatNumber(cell);
    return { state: 'value', text, number: cell.toNumber(), exact };
  }
  if (cell instanceof Fault) throw new Error(`A fault (${cell.code}) cannot be shown as a figure.`);
  return { state: 'value', text: String(cell), number: null, exact: true };
}
