import type { Fault } from '../plan/cell.ts';
import type { LocalText } from '../reader/figure.ts';

/** Why a figure cannot be computed, with its place. */
export function faultText(
  fault: Fault,
  place: { period: string; subject: string; title: LocalText; clause: string },
): LocalText {
  const reason = faultReason(fault);
  const clause = place.clause === '' ? '' : `，条款 ${place.clause}`;
  const clauseEn = place.clause === '' ? '' : `, clause ${place.clause}`;
  return {
    zh: `${place.period} ${place.subject}“${place.title.zh}”无法计算${clause}：${reason.zh}`,
    en: `"${place.title.en}" of ${place.subject} in ${place.period} cannot be computed${clauseEn}: ${reason.en}`,
  };
}

/** Why a value cannot be computed where a rule then says what stands in its place: `the divisor is 0`. */
export function faultReason({ code, detail }: Fault): LocalText {
  return code === 'division-by-zero' ? { zh: '除数为 0', en: 'the divisor is 0' } : REASONS[code](detail);
}

const REASONS: Readonly<Record<Fault['code'], (detail: string) => LocalText>> = {
  'division-by-zero': () => ({
    zh: '除数为 0，方案没有规定这种情形',
    en: 'a divisor is 0, and the scheme does not say what that means',
  }),
  'not-a-number': (detail) => ({ zh: `“${detail}”不是数值`, en: `"${detail}" is no number` }),
  'unknown-word': (detail) => ({
    zh: `方案没有规定“${detail}”这个词`,
    en: `the scheme has no rule for the word "${detail}"`,
  }),
  'off-scale': (detail) => ({
    zh: `“${detail}”不在等级序列里`,
    en: `the word "${detail}" is not on the scale`,
  }),
  'not-a-step': (detail) => ({
    zh: `等级只能整级升降，得到的级次是 ${detail}`,
    en: `a scale goes by whole steps, and this leads to ${detail}`,
  }),
  'no-band': (detail) => ({ zh: `数值 ${detail} 不在任何一档内`, en: `no band holds the value ${detail}` }),
  'no-case': () => ({
    zh: '各种情形都不符合，方案没有规定其他情形',
    en: 'none of the cases holds, and the scheme does not say what holds otherwise',
  }),
  'root-of-negative': () => ({ zh: '不能对负数开方', en: 'the root of a negative number' }),
  'not-a-date': (detail) => ({ zh: `“${detail}”不是日期`, en: `"${detail}" is no date` }),
  'several-values': (detail) => ({
    zh: `这里只能有一个值，数据中有 ${detail} 个：请在各对象所在的部分汇总，或者只留一个`,
    en: `one value is needed here, and the data have ${detail}: draw them together in a part of those subjects, or leave one`,
  }),
  'parameter-unset': (detail) => unsetText(detail.split(';')),
};

/** The names of parameters that nobody has set. */
function unsetText(names: readonly string[]): LocalText {
  const listed = names.map((name) => `"${name}"`).join(', ');
  const en = names.length === 1 ? `the parameter ${listed} is not set` : `the parameters ${listed} are not set`;
  return { zh: `参数${names.map((name) => `“${name}”`).join('、')}尚未设定`, en };
}

/** Why the scoring cannot start, or a scheme cannot be computed with these data. */
export const scoreTexts = {
  severalHolders: (part: LocalText, subjects: readonly string[]): LocalText => ({
    zh: `“${part.zh}”应当只有一个对象，名单中有 ${subjects.length} 个：${subjects.join('、')}`,
    en: `"${part.en}" must have one subject only; the subjects table has ${subjects.length}: ${subjects.join(', ')}`,
  }),
  itemNotPlain: (item: string, family: string): LocalText => ({
    zh: `数据项“${item}”的名称不能用：${family} 一族的名称只能由字母、汉字、数字和 _ 组成，不能以数字开头`,
    en: `The item "${item}" cannot be used: names of ${family} hold letters, digits and _ alone, and begin with no digit`,
  }),
  tooManyItems: (family: string, count: number, most: number): LocalText => ({
    zh: `${family} 一族有 ${count} 个不同的数据项，最多 ${most} 个：请检查数据项的名称`,
    en: `There are ${count} different items of ${family}, more than ${most}: check the names of the items`,
  }),
  itemsDoNotFit: (reason: LocalText): LocalText => ({
    zh: `方案不能用于这些数据项：${reason.zh}`,
    en: `The scheme does not work with the items of these data: ${reason.en}`,
  }),
  unknownParameter: (name: string): LocalText => ({
    zh: `方案没有名为“${name}”的参数`,
    en: `The scheme has no parameter "${name}"`,
  }),
  parameterNotANumber: (title: LocalText, text: string): LocalText => ({
    zh: `参数“${title.zh}”应为数值，“${text}”不是`,
    en: `The parameter "${title.en}" takes a number; "${text}" is none`,
  }),
  parameterPercent: (title: LocalText, text: string, written: string): LocalText => ({
    zh: `参数“${title.zh}”的值 ${text} 大于 1，方案原值是 ${written}：请写 ${text}%，或写成不大于 1 的数`,
    en: `The value ${text} of the parameter "${title.en}" is above 1, and the scheme has ${written}: write ${text}%, or a number up to 1`,
  }),
  parameterBeyond: (title: LocalText, text: string, min: string, max: string): LocalText => ({
    zh: `参数“${title.zh}”的值 ${text} 超出规定范围（${min === '' ? '不限' : min} 至 ${max === '' ? '不限' : max}）`,
    en: `The value ${text} of the parameter "${title.en}" is outside its limits (${min === '' ? 'none' : min} to ${max === '' ? 'none' : max})`,
  }),
} as const;
