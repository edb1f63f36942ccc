import { Fraction } from '../../number/fraction.ts';
import { formatNumber } from '../../number/text.ts';
import { foldText } from '../fold-text.ts';

const PREFIXES: readonly (readonly [string, number])[] = [
  ['千万', 10_000_000],
  ['百万', 1_000_000],
  ['十万', 100_000],
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1_000],
  ['百', 100],
];

/** Units that are another one in other words: how many of it. */
const SAME_AS: Readonly<Record<string, readonly [string, number, number]>> = {
  kg: ['克', 1000, 1],
  公斤: ['克', 1000, 1],
  g: ['克', 1, 1],
  斤: ['克', 500, 1],
  吨: ['克', 1_000_000, 1],
  t: ['克', 1_000_000, 1],
  公里: ['米', 1000, 1],
  km: ['米', 1000, 1],
  m: ['米', 1, 1],
  公顷: ['亩', 15, 1],
  ha: ['亩', 15, 1],
  平方公里: ['亩', 1500, 1],
  '㎡': ['平方米', 1, 1],
  m2: ['平方米', 1, 1],
  平方: ['平方米', 1, 1],
  rmb: ['元', 1, 1],
  人民币元: ['元', 1, 1],
  百分比: ['%', 1, 1],
  百分数: ['%', 1, 1],
  百分之: ['%', 1, 1],
  percent: ['%', 1, 1],
  '‰': ['%', 1, 10],
  千分比: ['%', 1, 10],
  个百分点: ['%', 1, 1],
  points: ['分', 1, 1],
  h: ['小时', 1, 1],
};

/** Units that a header may name without saying so. */
const PLAIN = ['元', '克', '米', '亩', '平方米', '%', '分', '人', '户', '件', '个', '次', '人次', '家', '起', '天', '小时', '项', '篇', '场', '例', '张', '辆', '台', '宗', '条', '立方米', '千瓦时', '度', '公斤', '学时', '名', '处', '份', '只', '头', '所', '套', '间', '册', '位']; // prettier-ignore

interface Measure {
  readonly base: string;
  readonly size: Fraction;
}

function measureOf(unit: string): Measure {
  const folded = foldText(unit);
  const same = Object.prototype.hasOwnProperty.call(SAME_AS, folded) ? SAME_AS[folded] : undefined;
  if (same) return { base: same[0], size: Fraction.of(same[1], same[2]) };
  for (const [prefix, times] of PREFIXES) {
    if (!folded.startsWith(prefix) || folded.length === prefix.length) continue;
    const rest = measureOf(folded.slice(prefix.length));
    return { base: rest.base, size: rest.size.times(Fraction.of(times)) };
  }
  return { base: folded, size: Fraction.ONE };
}

/** Whether a text in brackets is a unit, and not a remark. */
export function isUnit(text: string): boolean {
  return text !== '' && PLAIN.includes(measureOf(text).base);
}

/** What values in the unit `from` are multiplied with to be in the unit `to`; `null`: that is not known, or not exact. */
export function unitFactor(from: string, to: string): string | null {
  const [a, b] = [measureOf(from), measureOf(to)];
  if (a.base !== b.base) return null;
  const { text, exact } = formatNumber(a.size.dividedBy(b.size));
  return exact ? text : null;
}
