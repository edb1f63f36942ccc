import { Fraction } from '../../../number/fraction.ts';
import type { Rung } from '../../../plan/plan.ts';
import * as ranges from './range.ts';
import type { Range } from './range.ts';

/** Where words can stand on a scale; `known`: which words can occur, `null` for any. */
export function rungs({ from, words }: Rung, known: ReadonlySet<string> | null): Range {
  const reached = words.flatMap((word, at) => {
    if (known !== null && !known.has(word)) return [];
    return [ranges.point(Fraction.of(from === 'best' ? at + 1 : words.length - at))];
  });
  const whole = {
    low: ranges.closed(Fraction.ONE),
    high: ranges.closed(Fraction.of(words.length)),
    step: Fraction.ONE,
  };
  return reached.length === 0 ? whole : { ...ranges.hull(reached), step: Fraction.ONE };
}

/** Words of a scale on rungs of a range, counted from the worst; beyond the ends the ends. */
export function wordsWithin(words: readonly string[], { low, high }: Range): string[] {
  const highest = Fraction.of(words.length);
  const clamp = (rung: Fraction): Fraction =>
    rung.compare(Fraction.ONE) < 0 ? Fraction.ONE : rung.compare(highest) > 0 ? highest : rung;
  const [least, most] = [low === null ? Fraction.ONE : clamp(low.value), high === null ? highest : clamp(high.value)];
  return words.filter((_, at) => {
    const rung = Fraction.of(words.length - at);
    return rung.compare(least) >= 0 && rung.compare(most) <= 0;
  });
}
