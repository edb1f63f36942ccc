import { foldText } from '../fold-text.ts';
import type { ItemRules } from '../item-index.ts';
import { titleWord } from './title-word.ts';

/** What the title of a column says about the ratings below it. */
export interface RatingTitle {
  readonly rater?: string;
  readonly category?: string;
  readonly word?: string;
  /** The title says that somebody rated, but nobody in particular. */
  readonly isOfRaters?: boolean;
}

const RATERS =
  '评委|专家|评审|考官|评分人|评价人|打分人|测评人|评议人|投票人|考评人|考评员|考核员|评审员|选票|测评票|评议票|问卷|票|rater|judge|ballot';
const NUMBER = '[0-9一二三四五六七八九十百]+';
const ORDINAL = `(?:${NUMBER}|[a-z]|[甲乙丙丁戊己庚辛壬癸])`;
const PEOPLE = '评委|专家|评审|考官|评分人|打分人|rater|judge';
const SUMS = '(?!.*(?:平均|合计|总|最高|最低|得分|人数|票数|加权|average|total))';
/** 评委1, 3号评委, 第二评委, 专家甲, 评委:张三, 评委张三. */
const RATER = new RegExp(
  `^${SUMS}(?:(?:${RATERS})(?:编?号)?[:：]?${ORDINAL}号?|(?:${RATERS})[:：].{1,8}|(?:${PEOPLE})[\\u4e00-\\u9fff]{2,3}|(?:第?${NUMBER}|${ORDINAL})[号位名]?(?:${RATERS}))$`,
  'i',
);
const GROUP_OF_RATERS = new RegExp(
  `^(?:各|各位|全体)?(?:${RATERS})(?:姓名|评分|打分|评价|测评|评议|投票|意见|情况|组)*(?:情况)?$`,
  'i',
);
/** The mean of a class stands for nobody in particular. */
const MEAN = /^(?:平均分?|平均得分|均分|得分|分数|分值|小计|average|mean|score)$/;
/** What such titles end with, and says nothing. */
const ENDINGS = /(?:评分|打分|评价|测评|评议|考评|评定|得分|平均分|均分|平均|分数|意见|票|分)$/;
const BRACKETS = /[([（【][^()[\]（）【】]*[)\]）】]/g;

/** Reads the parts of a title that name no item. */
export function readRatingTitle(parts: readonly string[], { declaration, words, categories }: ItemRules): RatingTitle {
  let said: RatingTitle = {};
  let underRaters = false;
  for (const part of parts) {
    const bare = part.replace(BRACKETS, '');
    const spellings = [...new Set([part, bare, bare.replace(ENDINGS, '')])].filter((text) => text !== '');
    const word = firstOf(spellings, (text) => words.find(text) ?? titleWord(text, declaration.wordTitles));
    const category = firstOf(spellings, (text) => categories.find(text) ?? titleWord(text, declaration.categoryTitles));
    if (word !== null) said = { ...said, word };
    else if (category !== null) {
      said = { ...said, category };
      // Below a class stand those who belong to it.
      underRaters = true;
    } else if (MEAN.test(foldText(part))) continue;
    else if (spellings.some((text) => GROUP_OF_RATERS.test(foldText(text)))) underRaters = true;
    else if (underRaters || spellings.some((text) => RATER.test(foldText(text)))) said = { ...said, rater: part };
  }
  return underRaters && said.category === undefined ? { ...said, isOfRaters: true } : said;
}

function firstOf(texts: readonly string[], find: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}
