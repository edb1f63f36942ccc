import { distance } from 'fastest-levenshtein';

import { foldText } from './fold-text.ts';

/** Further away than this share of its letters, a word is another word and no slip. */
const MOST_DIFFERENT = 0.4;

/** The known word nearest to `text`; `null` when none is near. */
export function nearestWord(text: string, words: Iterable<string>): string | null {
  const wanted = foldText(text).slice(0, 200);
  if (wanted === '') return null;
  let nearest: string | null = null;
  let least = Infinity;
  for (const word of words) {
    const folded = foldText(word);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) * MOST_DIFFERENT));
    if (Math.abs(folded.length - wanted.length) > allowed) continue;
    const steps = distance(wanted, folded);
    if (steps <= allowed && steps < least && steps < Math.max(wanted.length, folded.length)) {
      least = steps;
      nearest = word;
    }
  }
  return nearest;
}
