import type { LocalText } from '../reader/figure.ts';

/** Texts of explanations. */
export const explainTexts = {
  noRows: { zh: '没有此类记录', en: 'No such record' } as LocalText,
  rows: (used: number, all: number): LocalText => {
    if (all === 0) return { zh: '没有此类记录', en: 'No such record' };
    if (used === all) return { zh: `${used} 条记录`, en: used === 1 ? '1 record' : `${used} records` };
    return {
      zh: `${all} 条记录，其中符合条件的 ${used} 条`,
      en: `${all === 1 ? '1 record' : `${all} records`}, ${used} of them meeting the condition`,
    };
  },
  passedOver: { zh: '不适用，不计', en: 'Does not apply, passed over' } as LocalText,
  noPeriodBefore: { zh: '上期没有参加考核', en: 'No part taken in the period before' } as LocalText,
  nobodyFound: {
    zh: '没有参加考核且符合条件的相关对象',
    en: 'Nobody concerned takes part and meets the condition',
  } as LocalText,
  conditionNotMet: { zh: '条件不成立', en: 'The condition does not hold' } as LocalText,
  /** A condition on something that is missing. */
  cannotTell: { zh: '缺少数据，无法判断', en: 'Data is missing: this cannot be told' } as LocalText,
  notRanked: { zh: '不参加排名', en: 'Not ranked' } as LocalText,
  standing: (competing: number, better: number, tied: number): LocalText => ({
    zh: `共 ${competing} 个参加排名，高于本对象的 ${better} 个${tied > 0 ? `，并列 ${tied} 个` : ''}`,
    en: `${competing} ranked, ${better} better${tied > 0 ? `, ${tied} tied` : ''}`,
  }),
  missing: (items: readonly LocalText[]): LocalText => ({
    zh: items.length === 0 ? '缺少数据，暂按 0 计' : `缺少：${items.map(({ zh }) => zh).join('、')}；暂按 0 计`,
    en:
      items.length === 0
        ? 'Data is missing; counted as 0 for now'
        : `Missing: ${items.map(({ en }) => en).join(', ')}; counted as 0 for now`,
  }),
  owed: (title: LocalText, from: string): LocalText =>
    from === '' ? title : { zh: `${title.zh}（应由${from}提供）`, en: `${title.en} (owed by ${from})` },
  notApplicable: (items: readonly LocalText[]): LocalText => ({
    zh: items.length === 0 ? '不适用，不计分' : `${items.map(({ zh }) => `“${zh}”`).join('、')}不适用，不计分`,
    en:
      items.length === 0
        ? 'Does not apply, nothing is counted'
        : `${items.map(({ en }) => en).join(', ')} does not apply, nothing is counted`,
  }),
  doesNotApply: (condition: LocalText): LocalText => ({
    zh: `${condition.zh}。现不成立，因此不适用，不计分`,
    en: `Does not apply, nothing is counted: "${condition.en}" does not hold`,
  }),
  unknownFigure: (node: string): LocalText => ({ zh: `没有“${node}”这一项`, en: `There is no figure "${node}"` }),
  unknownSubject: (subject: string, period: string): LocalText => ({
    zh: `“${subject}”在 ${period} 没有参加考核`,
    en: `"${subject}" does not take part in ${period}`,
  }),
  unknownPart: (part: string): LocalText => ({ zh: `没有“${part}”这一部分`, en: `There is no part "${part}"` }),
} as const;
