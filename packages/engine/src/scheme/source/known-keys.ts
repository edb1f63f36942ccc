import { suggestName } from '../../formula/suggest.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { shapeTexts } from '../../locale/shape-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { RULES } from '../../rules/registry.ts';
import { joinTexts } from '../texts.ts';
import { keyInEnglish } from './chinese-keys.ts';
import { formerKey } from './former-keys.ts';

/** Keys that are listed; a node knows more than anybody reads. */
const MOST_LISTED = 20;

/** What a node nearly always has. */
const COMMON = ['id', 'title', 'max', 'clause', 'items'];

/** What to write instead of a key that a map does not know: the nearest one that it knows, and those that it knows. */
export function knownKeys(key: string, known: readonly string[]): LocalText {
  const former = formerKey(key, known);
  if (former !== null) return former;
  const near = keyInEnglish(key, known) || suggestName(key, known);
  const isLong = known.length > MOST_LISTED;
  const listed = isLong ? byUse(known).slice(0, MOST_LISTED) : known;
  const list = shapeTexts.allowedKeys(listed, isLong);
  return near === '' ? list : joinTexts([didYouMean(near), list], ' ', ' ');
}

/** The common ones, then the rules, then the rest. */
function byUse(known: readonly string[]): readonly string[] {
  const order = [...COMMON, ...RULES.keys()].filter((key) => known.includes(key));
  return [...new Set([...order, ...known])];
}
