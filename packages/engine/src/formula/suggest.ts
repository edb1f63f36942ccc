import { closest, distance } from 'fastest-levenshtein';

/** The known name that is most like `name`, when it is like enough to be what was meant; otherwise empty. */
export function suggestName(name: string, known: readonly string[]): string {
  const others = known.filter((other) => other !== name);
  if (others.length === 0) return '';
  const nearest = distance(name, closest(name, others));
  const equals = others.filter((other) => distance(name, other) === nearest);
  // Of several that are as near, the one of the same letters: two of them were typed in the wrong order.
  const best = equals.find((other) => letters(other) === letters(name)) ?? equals[0] ?? '';
  return distance(name, best) <= Math.max(1, Math.round(name.length / 3)) ? best : '';
}

function letters(name: string): string {
  return [...name].sort().join('');
}
