import { closest, distance } from 'fastest-levenshtein';

/** The known name that is most like `name`, when it is like enough to be what was meant; otherwise empty. */
export function suggestName(name: string, known: readonly string[]): string {
  const others = known.filter((other) => other !== name);
  const sameBut = others.find((other) => other.toLowerCase() === name.toLowerCase());
  if (sameBut !== undefined) return sameBut;
  // A name of one letter has nothing in common with another one of one letter.
  if (others.length === 0 || name.length < 2) return '';
  const nearest = distance(name, closest(name, others));
  const equals = others.filter((other) => distance(name, other) === nearest);
  // Of several that are as near, the one of the same letters: two of them were typed in the wrong order.
  const best = equals.find((other) => letters(other) === letters(name)) ?? equals[0] ?? '';
  const isNear = distance(name, best) <= Math.max(1, Math.round(name.length / 3));
  return isNear && distance(name, best) < Math.max(name.length, best.length) ? best : '';
}

function letters(name: string): string {
  return [...name].sort().join('');
}
