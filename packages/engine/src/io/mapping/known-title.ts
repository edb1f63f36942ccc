import { readTitle } from './column-title.ts';
import { splitTitle } from './generic-words.ts';
import type { KnownTitle } from './header-rows.ts';
import { knownMeanings } from './known-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { readRatingTitle } from './rating-titles.ts';

const LONGEST_TITLE = 60;

/** How well texts are known as titles of columns: of items and fields well, of subjects and raters less. */
export function knownTitles(context: ProposeContext): KnownTitle {
  const known = new Map<string, number>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = knownTitle(text, context);
      known.set(text, found);
    }
    return found;
  };
}

function knownTitle(text: string, { inputs, items, titles, subjects }: ProposeContext): number {
  if (text.length > LONGEST_TITLE) return 0;
  const title = readTitle([text]);
  const spellings = title.spellings;
  if (spellings.some((spelling) => titles.exact(spelling) !== null)) return 1.2;
  if (spellings.some((spelling) => knownMeanings(spelling).length > 0)) return 1;
  if (title.period !== '' && spellings.length === 0) return 0.7;
  // A subject is a title where subjects stand side by side; in a row of data there are fewer of them.
  if (subjects.named(text) !== null) return 0.6;
  const rated = inputs.filter(({ kind }) => kind === 'rating' || kind === 'level');
  const says = rated.flatMap(({ item }) => {
    const rules = items.find(item)?.rules;
    return rules ? [readRatingTitle([text], rules)] : [];
  });
  if (says.some(({ rater, isOfRaters }) => rater !== undefined || isOfRaters === true)) return 0.6;
  if (says.some(({ word, category }) => word !== undefined || category !== undefined)) return 0.4;
  // 任务, 完成率 and 数量 are titles of something, whatever stands above them.
  if (title.leaf !== '' && splitTitle(title.leaf).specific === '') return 0.5;
  const best = titles.match(title, { texts: new Map(), filled: 0, empty: 0 })[0]?.confidence ?? 0;
  return best >= 0.6 ? 0.5 : 0;
}
