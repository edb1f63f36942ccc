import { Fraction } from '../../number/fraction.ts';
import { parseExact } from '../../number/text.ts';
import type { Band, BandEdge } from '../plan.ts';

/** Number of the first band that holds the value; −1 where none does. */
export function findBand(bands: readonly Band[], value: Fraction): number {
  return bands.findIndex((band) => isInside(band, value));
}

function isInside(band: Band, value: Fraction): boolean {
  if (band.lower !== null) {
    const side = value.compare(edgeNumber(band.lower));
    if (side < 0 || (side === 0 && !band.lower.included)) return false;
  }
  if (band.upper !== null) {
    const side = value.compare(edgeNumber(band.upper));
    if (side > 0 || (side === 0 && !band.upper.included)) return false;
  }
  return true;
}

const edges = new WeakMap<BandEdge, Fraction>();

/** The number of an edge, parsed once. */
export function edgeNumber(edge: BandEdge): Fraction {
  let number = edges.get(edge);
  if (number === undefined) {
    number = parseExact(edge.value) ?? Fraction.ZERO;
    edges.set(edge, number);
  }
  return number;
}
