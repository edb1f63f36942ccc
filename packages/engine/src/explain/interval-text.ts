import type { Band, BandEdge } from '../plan/plan.ts';
import { edgeNumber } from '../plan/operators/bands.ts';

/**
 * A band as an interval: `[75, 90)`. The first band that holds a value counts, so the lower edges of earlier bands bound
 * a band from above where it has no upper edge of its own, and the other way round.
 */
export function intervalText(bands: readonly Band[], number: number): string {
  const band = bands[number];
  if (band === undefined) return '∅';
  const earlier = bands.slice(0, number);
  const upper =
    band.upper ??
    opposite(
      nearest(
        earlier.map(({ lower }) => lower),
        band.lower,
        1,
      ),
    );
  const lower =
    band.lower ??
    opposite(
      nearest(
        earlier.map((other) => (other.lower === null ? other.upper : null)),
        band.upper,
        -1,
      ),
    );
  const left = lower === null ? '(−∞' : `${lower.included ? '[' : '('}${lower.value}`;
  const right = upper === null ? '+∞)' : `${upper.value}${upper.included ? ']' : ')'}`;
  return `${left}, ${right}`;
}

/** The edge nearest to `from` on its side: the lowest above it (`side` 1) or the highest below it (−1). */
function nearest(edges: readonly (BandEdge | null)[], from: BandEdge | null, side: 1 | -1): BandEdge | null {
  const beyond = edges.filter(
    (edge): edge is BandEdge =>
      edge !== null && (from === null || side * edgeNumber(edge).compare(edgeNumber(from)) > 0),
  );
  return beyond.reduce<BandEdge | null>(
    (a, b) => (a === null || side * edgeNumber(b).compare(edgeNumber(a)) < 0 ? b : a),
    null,
  );
}

/** Where one band ends including its edge, the next begins without it. */
function opposite(edge: BandEdge | null): BandEdge | null {
  return edge === null ? null : { value: edge.value, included: !edge.included };
}
