import { Fraction } from '../number/fraction.ts';
import { MISSING } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import type { Aggregate } from '../plan/plan.ts';
import { STRENGTH, type Strength } from './strength.ts';
import { cellText } from './value-text.ts';

/** Most values of a list that are written out. */
const MOST_VALUES = 12;

/** The calculation that draws a list of values together; `own`, the result alone, where there is none to show. */
export function drawn(aggregate: Aggregate, cells: readonly Cell[], strength: Strength, own: string): string {
  const counted = cells.filter((cell) => cell === MISSING || cell instanceof Fraction);
  if (counted.length < 2) return own;
  const isLong = counted.length > MOST_VALUES;
  switch (aggregate) {
    case 'sum':
    case 'mean': {
      const sum = isLong ? cellText(totalOf(counted)) : counted.map(cellText).join(' + ');
      if (aggregate === 'sum') return isLong || strength === STRENGTH.sum ? sum : `(${sum})`;
      const mean = `${isLong ? sum : `(${sum})`} ÷ ${counted.length}`;
      return strength > STRENGTH.product ? `(${mean})` : mean;
    }
    case 'minimum':
    case 'maximum':
      return isLong ? own : `${aggregate === 'minimum' ? 'min' : 'max'}(${counted.map(cellText).join(', ')})`;
    default:
      return own;
  }
}

function totalOf(cells: readonly Cell[]): Fraction {
  return cells.reduce<Fraction>((sum, cell) => (cell instanceof Fraction ? sum.plus(cell) : sum), Fraction.ZERO);
}
