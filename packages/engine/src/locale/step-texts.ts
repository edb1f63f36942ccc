import type { RoundingMode } from '../number/rounding.ts';
import type { LocalText } from '../reader/figure.ts';

const MODES: Readonly<Record<RoundingMode, LocalText>> = {
  'half up': { zh: '四舍五入', en: 'rounded half up' },
  'half down': { zh: '五舍六入', en: 'rounded half down' },
  'half even': { zh: '四舍六入五成双', en: 'rounded half to even' },
  up: { zh: '进位', en: 'rounded up' },
  down: { zh: '舍去', en: 'cut off' },
  floor: { zh: '向下取整', en: 'rounded down' },
  ceiling: { zh: '向上取整', en: 'rounded up' },
};

/** Texts of the steps that explanations show. */
export const stepTexts = {
  notAboveMax: { zh: '不超过满分', en: 'Not above full marks' } as LocalText,
  notBelowZero: { zh: '扣完为止，不低于 0', en: 'Not below 0' } as LocalText,
  atMost: { zh: '封顶', en: 'Ceiling' } as LocalText,
  atLeast: { zh: '保底', en: 'Floor' } as LocalText,
  rounded: (places: number, mode: RoundingMode): LocalText => ({
    zh: `${MODES[mode].zh}，保留 ${places} 位小数`,
    en: `${MODES[mode].en} to ${places} decimals`,
  }),
  significant: (digits: number): LocalText => ({
    zh: `四舍五入，取 ${digits} 位有效数字`,
    en: `Rounded half up to ${digits} significant digits`,
  }),
  applies: (condition: LocalText): LocalText => ({ zh: `适用条件：${condition.zh}`, en: `Applies if ${condition.en}` }),
  missingIf: (condition: LocalText): LocalText => ({
    zh: `视为缺数据的情形：${condition.zh}`,
    en: `Missing if ${condition.en}`,
  }),
  existsIf: (condition: LocalText): LocalText => ({
    zh: `有此项的条件：${condition.zh}`,
    en: `Exists if ${condition.en}`,
  }),
  ofPeriodBefore: (title: LocalText): LocalText => ({
    zh: `上期“${title.zh}”`,
    en: `${title.en} of the period before`,
  }),
  groupMean: { zh: '同组平均', en: 'Mean of the group' } as LocalText,
  completionNotBelowZero: { zh: '完成率为负的按 0 计', en: 'Completion below 0 counts 0' } as LocalText,
  completionCeiling: {
    zh: '完成率超过上限的按上限计',
    en: 'Completion above its ceiling counts as the ceiling',
  } as LocalText,
  completion: { zh: '完成率', en: 'Completion' } as LocalText,
  step: { zh: '计算', en: 'Calculation' } as LocalText,
  places: { zh: '名额', en: 'Places' } as LocalText,
  candidates: { zh: '参加人数', en: 'Number taking part' } as LocalText,
  placeReached: { zh: '名次（并列取末位）', en: 'Place (of a tie the last)' } as LocalText,
  place: { zh: '名次', en: 'Place' } as LocalText,
  competes: { zh: '参加评比', en: 'Competes' } as LocalText,
  itemCategory: (item: LocalText, category: LocalText): LocalText => ({
    zh: `${item.zh}（${category.zh}）`,
    en: `${item.en} (${category.en})`,
  }),
  withinPlaces: { zh: '名次在名额内（含并列）', en: 'Within the places, ties included' } as LocalText,
  ballotOfOthers: (raters: LocalText): LocalText => ({
    zh: `不是${raters.zh}的票`,
    en: `not a ballot of ${raters.en}`,
  }),
  ownBallot: { zh: '本人对本人的评分', en: 'a ballot about oneself' } as LocalText,
  rowUnlike: (condition: LocalText): LocalText => ({
    zh: `不符合条件：${condition.zh}`,
    en: `does not meet the condition: ${condition.en}`,
  }),
  ballotOfNA: { zh: '“不适用”的票不计', en: 'a ballot of NA does not count' } as LocalText,
  meanOf: (title: LocalText): LocalText => ({ zh: `${title.zh}平均`, en: `Mean of ${title.en}` }),
  value: { zh: '判定值', en: 'Value judged' } as LocalText,
} as const;
