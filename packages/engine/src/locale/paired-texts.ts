import type { LocalText } from '../reader/figure.ts';
import type { PairedConfig } from '../rules/paired.ts';
import { wordFormula } from './formula-words.ts';

type Title = (id: string) => LocalText;

const GIVES: Readonly<Record<PairedConfig['give'], LocalText>> = {
  n: { zh: '配对数', en: 'number of pairs' },
  'mean a': { zh: '前一期的平均', en: 'mean of the earlier period' },
  'mean b': { zh: '后一期的平均', en: 'mean of the later period' },
  'sd a': { zh: '前一期的样本标准差', en: 'sample standard deviation of the earlier period' },
  'sd b': { zh: '后一期的样本标准差', en: 'sample standard deviation of the later period' },
  'mean d': { zh: '差值的平均', en: 'mean of the differences' },
  'sd d': { zh: '差值的样本标准差', en: 'sample standard deviation of the differences' },
  t: { zh: 't 值：差值的平均 ÷（标准差 ÷ √配对数）', en: 't: mean difference ÷ (standard deviation ÷ √pairs)' },
  df: { zh: '自由度：配对数减 1', en: 'degrees of freedom: pairs less 1' },
  p: { zh: '双侧 p 值（t 分布）', en: 'two-sided p of Student’s t' },
  significant: { zh: '差异是否显著', en: 'whether the difference is significant' },
};

/** Texts of paired comparisons. */
export const pairedTexts = {
  count: { zh: '配对数', en: 'Pairs' } as LocalText,
  degrees: { zh: '自由度', en: 'Degrees of freedom' } as LocalText,
  meanDifference: { zh: '差值的平均', en: 'Mean of the differences' } as LocalText,
  sum: { zh: '合计', en: 'Sum' } as LocalText,
  squares: { zh: '平方和', en: 'Sum of squares' } as LocalText,
  deviation: { zh: '差值的标准差', en: 'Standard deviation of the differences' } as LocalText,
  t: { zh: 't 值', en: 't' } as LocalText,
  p: { zh: '双侧 p 值', en: 'Two-sided p' } as LocalText,
  spreads: { zh: '差值不全相等', en: 'The differences are not all equal' } as LocalText,
  atLeast: (pairs: number): LocalText => ({
    zh: `至少有 ${pairs} 对`,
    en: pairs === 1 ? 'There is at least one pair' : `There are at least ${pairs} pairs`,
  }),
  rule: ({ 'members of': part, of, back, among, give, level }: PairedConfig, titleOf: Title): LocalText => {
    const [figure, who] = [titleOf(`${part}.${of}`), among === undefined ? null : wordFormula(among, titleOf)];
    const significance = level === undefined ? '5%' : String(level);
    const gives = GIVES[give];
    const below = {
      zh: give === 'significant' ? `（p 小于 ${significance}）` : '',
      en: give === 'significant' ? ` (p below ${significance})` : '',
    };
    return {
      zh: `${figure.zh}与 ${back} 期以前配对比较${who === null ? '' : `，两期都须符合：${who.zh}`}；${gives.zh}${below.zh}`,
      en: `${figure.en}, compared in pairs with ${back} periods earlier${who === null ? '' : `, where in both ${who.en}`}: ${gives.en}${below.en}`,
    };
  },
};
