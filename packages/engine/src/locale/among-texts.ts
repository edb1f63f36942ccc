import type { LocalText } from '../reader/figure.ts';
import type { Literal } from '../scheme/schema/common.ts';
import { wordFormula } from './formula-words.ts';
import { joinTexts } from '../scheme/texts.ts';
import { amount, both } from './rule-words.ts';
import type { Title } from './rule-words.ts';

/** Within what a ranking is made: the part's groups unless a column is named. */
function withinText(within: string | undefined, titleOf: Title): LocalText {
  if (within === undefined) return both('组内', 'in the group');
  if (within === 'everybody') return both('全部对象中', 'among all');
  const column = titleOf(within);
  return both(`同一“${column.zh}”内`, `within the same ${column.en}`);
}

/** Rules among others, in words: ranks, prizes, shares. */
export const amongTexts = {
  shareSum: both('分配依据合计', 'Sum of what the pool is shared by'),
  share: (
    config: { pool: string | number; by: string; among?: string; within?: string },
    titleOf: Title,
  ): LocalText => {
    const pool = amount(config.pool, titleOf);
    const by = wordFormula(config.by, titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const who = among.zh === '' ? both('', '') : both(`，只分给${among.zh}的`, `, among those with ${among.en}`);
    const where = withinText(config.within, titleOf);
    return both(
      `“${pool.zh}”在${where.zh}按“${by.zh}”的比例分配，先乘后除${who.zh}`,
      `${pool.en} shared ${where.en} in proportion to ${by.en}, multiplied before it is divided${who.en}`,
    );
  },
  rank: (
    config: { by?: string; within?: string; among?: string; from?: string; ties?: string },
    titleOf: Title,
  ): LocalText => {
    const where = withinText(config.within, titleOf);
    const by = wordFormula(config.by ?? 'total', titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const order = config.from === 'lowest' ? both('从低到高', 'lowest first') : both('从高到低', 'highest first');
    const who = among.zh === '' ? both('', '') : both(`，只排${among.zh}的`, `, among those with ${among.en}`);
    return both(
      `${where.zh}按“${by.zh}”${order.zh}排名，${config.ties === 'last' ? '并列取末位' : '并列同名次'}${who.zh}`,
      `Rank ${where.en} by ${by.en}, ${order.en}, ${config.ties === 'last' ? 'a tie has the last of its places' : 'ties share a rank'}${who.en}`,
    );
  },
  prizes: (
    config: {
      ranks: readonly Literal[];
      by?: string;
      within?: string;
      among?: string;
      ties?: 'drop' | 'admit';
      else?: Literal;
    },
    titleOf: Title,
  ): LocalText => {
    const where = withinText(config.within, titleOf);
    const by = wordFormula(config.by ?? 'total', titleOf);
    const among = config.among === undefined ? both('', '') : wordFormula(config.among, titleOf);
    const who = among.zh === '' ? both('', '') : both(`在${among.zh}的对象中`, `among those with ${among.en}, `);
    const list = config.ranks.map((prize, at) =>
      both(`第 ${at + 1} 名 ${String(prize)}`, `rank ${at + 1} ${String(prize)}`),
    );
    const places = config.ranks.length;
    const ties =
      config.ties === 'admit'
        ? both('并列的都按该名次得奖', 'those who tie all have the prize of their rank')
        : both(
            `共 ${places} 个名额，并列同奖，超出名额的该名次不设奖`,
            `${places} places in all, ties share the prize unless they exceed the places`,
          );
    return both(
      `${where.zh}${who.zh}按“${by.zh}”排名：${joinTexts(list, '、', ', ').zh}；${ties.zh}`,
      `${where.en}, ${who.en}by ${by.en}: ${joinTexts(list, '、', ', ').en}; ${ties.en}`,
    );
  },
} as const;
