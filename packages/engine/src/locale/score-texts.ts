import type { Fault } from '../plan/cell.ts';
import type { LocalText } from '../reader/figure.ts';

/** Why a figure cannot be computed, with its place. */
export function faultText(
  { code, detail }: Fault,
  place: { period: string; subject: string; title: LocalText; clause: string },
): LocalText {
  const reason = REASONS[code];
  const clause = place.clause === '' ? '' : `，条款 ${place.clause}`;
  const clauseEn = place.clause === '' ? '' : `, clause ${place.clause}`;
  return {
    zh: `${place.period} ${place.subject}“${place.title.zh}”无法计算${clause}：${reason(detail).zh}`,
    en: `"${place.title.en}" of ${place.subject} in ${place.period} cannot be computed${clauseEn}: ${reason(detail).en}`,
  };
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
  'no-band': (detail) => ({ zh: `数值 ${detail} 不在任何一档内`, en: `no band holds the value ${detail}` }),
  'no-case': () => ({
    zh: '各种情形都不符合，方案没有规定其他情形',
    en: 'none of the cases holds, and the scheme does not say what holds otherwise',
  }),
  'root-of-negative': () => ({ zh: '不能对负数开方', en: 'the root of a negative number' }),
  'not-a-date': (detail) => ({ zh: `“${detail}”不是日期`, en: `"${detail}" is no date` }),
  'parameter-unset': (detail) => ({ zh: `参数“${detail}”尚未设定`, en: `the parameter "${detail}" is not set` }),
};
