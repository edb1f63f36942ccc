import { Fraction } from '../../number/fraction.ts';
import { squareRoot } from '../../number/functions.ts';
import { round, roundSignificant } from '../../number/rounding.ts';
import { MOST_DEGREES, twoSidedP } from '../../number/student.ts';
import { exactText } from '../../number/text.ts';
import { Fault, strictState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Operation } from '../plan.ts';

/** Calculates with numbers. Strict: a state among the operands is the result. */
export function arithmetic(operation: Operation, operands: readonly Cell[]): Cell {
  const first = operands[0];
  const second = operands[1];
  if (!(first instanceof Fraction) || operands.length > 2 || (operands.length === 2 && !(second instanceof Fraction))) {
    const state = strictState(operands);
    if (state !== null) return state;
  }
  if (!(first instanceof Fraction)) return new Fault('not-a-number', String(first));
  switch (operation.kind) {
    case 'negate':
      return first.negated();
    case 'absolute':
      return first.absolute();
    case 'square root':
      return squareRoot(first) ?? new Fault('root-of-negative');
    case 'round':
      return round(first, operation.places, operation.mode);
    case 'significant':
      return roundSignificant(first, operation.digits);
    case 'smallest':
      return (operands as readonly Fraction[]).reduce((a, b) => (b.compare(a) < 0 ? b : a));
    case 'largest':
      return (operands as readonly Fraction[]).reduce((a, b) => (b.compare(a) > 0 ? b : a));
    default:
      break;
  }
  if (!(second instanceof Fraction)) return new Fault('not-a-number', String(second));
  switch (operation.kind) {
    case 'add':
      return first.plus(second);
    case 'subtract':
      return first.minus(second);
    case 'multiply':
      return first.times(second);
    case 'divide':
      return second.isZero ? new Fault('division-by-zero') : first.dividedBy(second);
    case 'power':
      return power(first, second);
    case 'two-sided p':
      return isDegrees(second)
        ? twoSidedP(first, Number(second.numerator))
        : new Fault('not-a-number', exactText(second));
    case 'round to':
      return isPlaces(second)
        ? round(first, Number(second.numerator), operation.mode)
        : new Fault('not-a-number', 'round');
    default:
      return new Fault('not-a-number', operation.kind);
  }
}

/** More places than anybody writes would only be a mistake. */
const MOST_PLACES = Fraction.of(100);

function isPlaces(places: Fraction): boolean {
  return places.isWhole && places.absolute().compare(MOST_PLACES) <= 0;
}

function isDegrees(degrees: Fraction): boolean {
  return degrees.isWhole && degrees.sign > 0 && degrees.compare(Fraction.of(MOST_DEGREES)) <= 0;
}

const LARGEST_POWER = 1000n;

function power(base: Fraction, exponent: Fraction): Cell {
  if (!exponent.isWhole) return new Fault('not-a-number', 'power');
  const times = exponent.floor();
  if (times > LARGEST_POWER || times < -LARGEST_POWER) return new Fault('not-a-number', 'power');
  if (times < 0n && base.isZero) return new Fault('division-by-zero');
  const size = times < 0n ? -times : times;
  const raised = Fraction.of(base.numerator ** size, base.denominator ** size);
  return times < 0n ? Fraction.ONE.dividedBy(raised) : raised;
}
