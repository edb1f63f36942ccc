import { closest, distance } from 'fastest-levenshtein';

/** The known name that is most like `name`, when it is like enough to be what was meant; otherwise empty. */
export function suggestName(name: string, known: readonly string[]): string {
  const others = known.filter((other) => other !== name);
  if (others.length === 0) return '';
  const best = closest(name, others);
  return distance(name, best) <= Math.max(1, Math.round(name.length / 3)) ? best : '';
}
