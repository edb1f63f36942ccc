import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { LocalText } from '../../reader/figure.ts';

/** A key that the language had once: the map in which it stood is told by another key that it knows. */
interface FormerKey {
  readonly key: string;
  readonly beside: string;
  /** What is written now. */
  readonly now: string;
}

const FORMER_KEYS: readonly FormerKey[] = [
  { key: 'class', beside: 'except own', now: 'categories: …' },
  { key: 'places', beside: 'ranks', now: 'ties: admit' },
  { key: 'order', beside: 'ties', now: 'from: lowest' },
  { key: 'at zero', beside: 'pool', now: 'if dividing by zero: …' },
];

/** What to write instead of a key that the language no longer has; `null`: it never had it in such a map. */
export function formerKey(key: string, known: readonly string[]): LocalText | null {
  const found = FORMER_KEYS.find((former) => former.key === key && known.includes(former.beside));
  return found === undefined ? null : schemeTexts.writtenNow(found.now);
}
