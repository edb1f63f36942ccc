import type { Fraction } from '../number/fraction.ts';
import { exactText } from '../number/text.ts';
import type { ValueType } from '../plan/cell.ts';
import type { LocalText } from '../reader/figure.ts';
import type { CheckText } from '../scheme/checks/check.ts';
import { both } from './check-texts.ts';

/** Texts of checks about words and wording: kinds of values, cases, clauses, texts of the file. */

const n = exactText;

const KINDS: Readonly<Record<ValueType, LocalText>> = {
  number: { zh: '数', en: 'a number' },
  word: { zh: '词', en: 'a word' },
  flag: { zh: '是否', en: 'yes or no' },
};

export const kindTexts = {
  mixed: (title: LocalText, types: readonly ValueType[]): CheckText =>
    both(
      `“${title.zh}”的结果有时是${types.map((type) => KINDS[type].zh).join('，有时是')}`,
      `"${title.en}" is now ${types.map((type) => KINDS[type].en).join(', now ')}`,
      '各种情形都给同一类值；没有结果时写 NA 或 none',
      'Let all cases give one kind of value; where there is none, write NA or none',
    ),
  needsNumber: (title: LocalText, type: ValueType): CheckText =>
    both(
      `“${title.zh}”要按大小排列、分档或舍入，给它的却是${KINDS[type].zh}`,
      `"${title.en}" orders, bands or rounds, but what it is given is ${KINDS[type].en}`,
      '先用 levels 把词换成分，或换一个数',
      'Turn the words into marks first (levels), or name a number',
    ),
} as const;

export const caseTexts = {
  gap: (title: LocalText, where: LocalText): CheckText =>
    both(
      where.zh === '' ? `“${title.zh}”的各种情形可能都不成立` : `“${title.zh}”没有规定：${where.zh}`,
      where.en === '' ? `"${title.en}" may meet none of its cases` : `"${title.en}" has no case for: ${where.en}`,
      '补上这种情形，或在最后写其余情形的结果',
      'Add the case, or a last one for all the rest',
    ),
  shadowed: (title: LocalText, number: number): CheckText =>
    both(
      `“${title.zh}”的第 ${number} 种情形永远轮不到：凡符合它的，都已符合前面的情形`,
      `Case ${number} of "${title.en}" is never reached: whatever meets it meets an earlier one`,
      '调整先后次序，或改正条件',
      'Change the order, or mend the condition',
    ),
  overlap: (title: LocalText, earlier: number, later: number, where: LocalText): CheckText =>
    both(
      `“${title.zh}”的第 ${earlier} 种和第 ${later} 种情形可以同时成立（${where.zh}），只靠先后次序取第 ${earlier} 种`,
      `Cases ${earlier} and ${later} of "${title.en}" can hold at once (${where.en}); only their order decides for ${earlier}`,
      '核对两种情形的界限；次序有意时不必改',
      'Check where one ends and the other begins; nothing is wrong if the order is meant',
    ),
  otherFigure: (title: LocalText, own: LocalText, others: LocalText): CheckText =>
    both(
      `“${title.zh}”的各档都看${others.zh}，只有这一档看${own.zh}`,
      `The steps of "${title.en}" go by ${others.en}, this one by ${own.en}`,
      '一把尺子用同一个数；核对是否笔误',
      'Let one scale go by one figure; check for a slip',
    ),
} as const;

export const clauseTexts = {
  skipped: (clause: string, expected: string): CheckText =>
    both(
      `条款“${clause}”之前缺“${expected}”`,
      `Before clause "${clause}" there is no "${expected}"`,
      '核对原文编号，是否漏了一条',
      'Look into the document: a clause may be missing',
    ),
  twice: (clause: string): CheckText =>
    both(
      `条款编号“${clause}”出现两次`,
      `The clause number "${clause}" is used twice`,
      '改正编号，以免引用不明',
      'Mend the numbers, or nobody knows which of the two is meant',
    ),
  order: (clause: string, before: string): CheckText =>
    both(
      `条款“${clause}”排在“${before}”之后`,
      `Clause "${clause}" stands after "${before}"`,
      '核对次序或编号',
      'Check the order, or the numbers',
    ),
  alone: (clause: string, expected: string): CheckText =>
    both(
      `有条款“${clause}”，没有“${expected}”`,
      `There is a clause "${clause}", but no "${expected}"`,
      '核对原文，后面是否漏了',
      'Look into the document: something may be missing after it',
    ),
  unknown: (title: LocalText, clause: string): CheckText =>
    both(
      `“${title.zh}”引用条款“${clause}”，outline 里没有`,
      `"${title.en}" names the clause "${clause}", which the outline does not have`,
      '核对条款号',
      'Check the number of the clause',
    ),
} as const;

export const wordingTexts = {
  outOfRange: (title: LocalText, value: Fraction, limits: string): CheckText =>
    both(
      `参数“${title.zh}”的值 ${n(value)} 不在它自己的范围 ${limits} 内`,
      `The parameter "${title.en}" is ${n(value)}, outside of its own limits ${limits}`,
      '核对值，或改 min、max',
      'Check the value, or change min and max',
    ),
  parameterUnset: (name: LocalText): CheckText =>
    both(
      `参数“${name.zh}”没有值，用到它的结果无法计算`,
      `The parameter "${name.en}" has no value; what needs it cannot be computed`,
      '补上 value，或在运行时用 --param 设定',
      'Give it a value, or set it with --param when scoring',
    ),
  vague: (text: string, words: string): CheckText =>
    both(
      `“${text}”里的“${words}”不是确定的数，无法据以衡量`,
      `"${words}" in "${text}" is no figure that anything can be measured by`,
      '写明具体的数或条件',
      'Name the figure or the condition',
    ),
  cut: (text: string): CheckText =>
    both(
      `文字不完整：“${text}”`,
      `The text breaks off: "${text}"`,
      '核对原文，补上缺的字句',
      'Look into the document and add what is missing',
    ),
  blank: (text: string): CheckText =>
    both(
      `文字里有空缺或残缺的数字：“${text}”`,
      `There is a blank or a damaged figure in the text: "${text}"`,
      '按正式文件补全',
      'Complete it from the official document',
    ),
  degree: (title: LocalText, degree: string, item: LocalText): CheckText =>
    both(
      `“${title.zh}”说的是“${degree}”的，而凡有“${item.zh}”都算：什么算“${degree}”没有规定`,
      `"${title.en}" speaks of a degree (${degree}), but any row of ${item.en} will do: what counts as such is not said`,
      '用类别、金额或次数写明界限，或去掉这个词',
      'Say by category, amount or number where it begins, or drop the word',
    ),
  titleMissing: (id: string): CheckText => both(`“${id}”没有标题`, `"${id}" has no title`, '补上 title', 'Add a title'),
  clauseMissing: (title: LocalText): CheckText =>
    both(
      `“${title.zh}”没有注明条款`,
      `"${title.en}" names no clause`,
      '补上 clause，结果才能追溯到文件',
      'Add the clause, so that figures lead back to the document',
    ),
  noClauses: both(
    '整个方案没有注明任何条款',
    'The scheme names no clause at all',
    '给每个指标补上 clause',
    'Give every indicator its clause',
  ),
} as const;

export const timeTexts = {
  beforeEnd: (text: string, day: string): CheckText =>
    both(
      `“${text}”：${day}期间还没有结束，其后发生的不知算在哪一期`,
      `"${text}": on that day (${day}) the period is not over, and what comes after it is in no account`,
      '写明此后发生的算本期还是下一期，或改在期末以后',
      'Say in which period the rest counts, or close the account after the period',
    ),
  fromWhen: (text: string, span: string): CheckText =>
    both(
      `“${text}”没有说明“${span}”从哪一天算起`,
      `"${text}" does not say from which day on`,
      '写明自何时起',
      'Say from when',
    ),
  twoYears: (school: string, calendar: string): CheckText =>
    both(
      `“${school}”按学年，“${calendar}”按自然年：两种年度没有分开`,
      `"${school}" speaks of the school year, "${calendar}" of the calendar year: the two are not told apart`,
      '写明各按哪种年度，分成两个部分',
      'Say which is meant by each, and make them two parts',
    ),
} as const;
