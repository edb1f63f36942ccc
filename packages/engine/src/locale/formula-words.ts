import type { LocalText } from '../reader/figure.ts';
import { FormulaError } from '../formula/syntax.ts';
import type { BinaryOperator, Expression } from '../formula/syntax.ts';
import { parseFormula } from '../formula/parse.ts';

type Title = (id: string) => LocalText;
type Language = 'zh' | 'en';

const SIGNS: Readonly<Record<BinaryOperator, Readonly<Record<Language, string>>>> = {
  '+': { zh: '+', en: '+' },
  '-': { zh: '−', en: '−' },
  '*': { zh: '×', en: '×' },
  '/': { zh: '÷', en: '÷' },
  '**': { zh: '^', en: '^' },
  '=': { zh: '=', en: '=' },
  '!=': { zh: '≠', en: '≠' },
  '<': { zh: '<', en: '<' },
  '<=': { zh: '≤', en: '≤' },
  '>': { zh: '>', en: '>' },
  '>=': { zh: '≥', en: '≥' },
  and: { zh: '且', en: 'and' },
  or: { zh: '或', en: 'or' },
};

/** Binding strength, so that brackets stand only where they are needed. */
const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '**': 6,
};

const FUNCTIONS: Readonly<Record<string, (operands: readonly string[], language: Language) => string>> = {
  previous: ([x = ''], language) => (language === 'zh' ? `上期${x}` : `${x} of the period before`),
  given: ([x = ''], language) => (language === 'zh' ? `已有${x}` : `${x} is given`),
  missing: ([x = ''], language) => (language === 'zh' ? `缺少${x}` : `${x} is missing`),
  applies: ([x = ''], language) => (language === 'zh' ? `${x}适用` : `${x} applies`),
  not: ([x = ''], language) => (language === 'zh' ? `非（${x}）` : `not (${x})`),
  date: ([y = '', m = '', d = ''], language) => (language === 'zh' ? `${y} 年 ${m} 月 ${d} 日` : `${y}-${m}-${d}`),
  'year of': ([d = ''], language) => (language === 'zh' ? `${d}所在年份` : `the year of ${d}`),
  'month of': ([d = ''], language) => (language === 'zh' ? `${d}所在月份` : `the month of ${d}`),
  'week of': ([d = ''], language) => (language === 'zh' ? `${d}所在的周` : `the week of ${d}`),
  'week year of': ([d = ''], language) =>
    language === 'zh' ? `${d}所在的周所属年份` : `the year to which the week of ${d} belongs`,
  'weeks of': ([y = ''], language) => (language === 'zh' ? `${y}的周数` : `number of weeks of ${y}`),
  'years after': ([d = '', n = ''], language) =>
    language === 'zh' ? `${d}满 ${n} 年之日` : `the day ${n} years after ${d}`,
  'days from': ([a = '', b = ''], language) => (language === 'zh' ? `${a}至${b}的天数` : `days from ${a} to ${b}`),
  'period of': ([d = ''], language) => (language === 'zh' ? `${d}所在考核期` : `the period of ${d}`),
  'count distinct': ([x = ''], language) =>
    language === 'zh' ? `${x}的不同个数` : `number of different values of ${x}`,
  'or else': ([x = '', y = ''], language) =>
    language === 'zh' ? `${x}（缺少或不适用时为${y}）` : `${x} (or ${y} where it is missing or does not apply)`,
  portion: ([x = '', a = '', b = ''], language) =>
    language === 'zh' ? `${x}在 ${a} 至 ${b} 之间的部分` : `the part of ${x} between ${a} and ${b}`,
  decimals: ([x = ''], language) => (language === 'zh' ? `${x}所写的小数位数` : `the decimals written of ${x}`),
  significant: ([x = '', n = ''], language) =>
    language === 'zh' ? `${x}（取 ${n} 位有效数字）` : `${x} to ${n} significant digits`,
  'round half up': ([x = '', n = '0'], language) =>
    language === 'zh' ? `${x}（四舍五入，小数位数：${n}）` : `${x} rounded half up, places: ${n}`,
  floor: ([x = ''], language) => (language === 'zh' ? `取整（${x}）` : `whole part of (${x})`),
  min: (operands, language) =>
    language === 'zh' ? `较小者（${operands.join('，')}）` : `smaller of (${operands.join(', ')})`,
  max: (operands, language) =>
    language === 'zh' ? `较大者（${operands.join('，')}）` : `larger of (${operands.join(', ')})`,
  sum: (operands, language) => (language === 'zh' ? `${operands.join('、')}合计` : `sum of ${operands.join(', ')}`),
  count: ([x = ''], language) => (language === 'zh' ? `${x}数` : `number of ${x}`),
  mean: ([x = ''], language) => (language === 'zh' ? `${x}平均` : `mean of ${x}`),
  worst: ([, ...words], language) =>
    language === 'zh' ? `${words.join('、')}中最差的等级` : `the worst of ${words.join(', ')}`,
  best: ([, ...words], language) =>
    language === 'zh' ? `${words.join('、')}中最好的等级` : `the best of ${words.join(', ')}`,
  'at least': ([, x = '', limit = ''], language) =>
    language === 'zh' ? `${x}为${limit}及以上` : `${x} is ${limit} or better`,
  'at most': ([, x = '', limit = ''], language) =>
    language === 'zh' ? `${x}为${limit}及以下` : `${x} is ${limit} or worse`,
  step: ([, x = '', steps = ''], language) => stepWords(x, steps, language),
  place: ([, x = ''], language) => (language === 'zh' ? `${x}在等级中的位次` : `the place of ${x} on its scale`),
  contains: ([x = '', y = ''], language) => (language === 'zh' ? `${x}含${y}` : `${x} contains ${y}`),
  exists: ([x = ''], language) => (language === 'zh' ? `有${x}` : `there is ${x}`),
  all: ([x = ''], language) => (language === 'zh' ? `全部符合：${x}` : `all are ${x}`),
  first: ([x = ''], language) => (language === 'zh' ? `首个${x}` : `the first of ${x}`),
  last: ([x = ''], language) => (language === 'zh' ? `最后一个${x}` : `the last of ${x}`),
  ceiling: ([x = ''], language) => (language === 'zh' ? `进一取整（${x}）` : `(${x}) up to a whole number`),
  abs: ([x = ''], language) => (language === 'zh' ? `${x}的绝对值` : `the amount of ${x} without its sign`),
  recent: ([x = '', n = ''], language) => (language === 'zh' ? `近 ${n} 期的${x}` : `${x} of the last ${n} periods`),
  earlier: ([x = ''], language) => (language === 'zh' ? `以往各期的${x}` : `${x} of all earlier periods`),
  'year to date': ([x = ''], language) => (language === 'zh' ? `本年以来的${x}` : `${x} of the year so far`),
  'took part': ([n = ''], language) => (language === 'zh' ? `${n} 期前已参加` : `took part ${n} periods before`),
};

function stepWords(x: string, steps: string, language: Language): string {
  const isDown = /^[−-]/.test(steps);
  const count = isDown ? steps.slice(1) : steps;
  if (language === 'zh') return `${x}${isDown ? '下调' : '上调'} ${count} 级`;
  return `${x}, ${count} ${isDown ? 'worse' : 'better'}`;
}

const NAMES: Readonly<Record<string, LocalText>> = {
  year: { zh: '年份', en: 'the year' },
  half: { zh: '半年', en: 'the half-year' },
  quarter: { zh: '季度', en: 'the quarter' },
  month: { zh: '月份', en: 'the month' },
  days: { zh: '天数', en: 'the days of the period' },
  period: { zh: '期间', en: 'the period' },
  'first period': { zh: '数据的第一期', en: 'the first period of the data' },
  NA: { zh: '不适用', en: 'not applicable' },
  missing: { zh: '缺数据', en: 'missing' },
  complete: { zh: '数据完整', en: 'complete' },
  value: { zh: '该数值', en: 'the value' },
  category: { zh: '类别', en: 'category' },
  matter: { zh: '事项', en: 'matter' },
  date: { zh: '日期', en: 'date' },
  rater: { zh: '评价人', en: 'rater' },
  subject: { zh: '对象', en: 'subject' },
  marks: { zh: '分值', en: 'marks' },
  number: { zh: '次序', en: 'its number' },
  upto: { zh: '次序（至）', en: 'its last number' },
  peers: { zh: '同组参加对象', en: 'those of the group' },
  all: { zh: '全部参加对象', en: 'all subjects' },
};

/** Fields of the row that asks. */
const ROW_NAMES: ReadonlySet<string> = new Set(['category', 'matter', 'date', 'rater', 'value', 'marks', 'number']);

/** A formula with titles in place of ids and mathematical signs: what a person reads. Falls back to the text as written. */
export function wordFormula(text: string, titleOf: Title): LocalText {
  try {
    return wordExpression(parseFormula(text), titleOf);
  } catch (error) {
    if (error instanceof FormulaError) return { zh: text, en: text };
    throw error;
  }
}

/** The same of a formula that was read already, or of a part of one. */
export function wordExpression(expression: Expression, titleOf: Title): LocalText {
  return { zh: word(expression, 'zh', titleOf, 0), en: word(expression, 'en', titleOf, 0) };
}

function word(expression: Expression, language: Language, titleOf: Title, strength: number): string {
  const inner = (part: Expression, bound = 0): string => word(part, language, titleOf, bound);
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'word':
      return language === 'zh' ? `“${expression.text}”` : `"${expression.text}"`;
    case 'flag':
      return language === 'zh' ? (expression.value ? '是' : '否') : String(expression.value);
    case 'name':
      return nameOf(expression.name, titleOf)[language];
    case 'negate':
      return `−${inner(expression.operand, 6)}`;
    case 'binary': {
      const own = STRENGTH[expression.operator];
      const percent = percentage(expression);
      if (percent !== null) return percent;
      const [left, right] = [expression.left, expression.right];
      const text = [
        comparedWord(left, right, titleOf, language) ?? inner(left, own),
        SIGNS[expression.operator][language],
        comparedWord(right, left, titleOf, language) ?? inner(right, own + 1),
      ].join(' ');
      return own < strength ? `(${text})` : text;
    }
    case 'between':
      return language === 'zh'
        ? `${inner(expression.value)}在 ${inner(expression.low)} 至 ${inner(expression.high)} 之间`
        : `${inner(expression.value)} between ${inner(expression.low)} and ${inner(expression.high)}`;
    case 'in': {
      const options = expression.options
        .map((option) => comparedWord(option, expression.value, titleOf, language) ?? inner(option))
        .join(language === 'zh' ? '、' : ', ');
      if (expression.options.length === 1) return `${inner(expression.value)} = ${options}`;
      return language === 'zh'
        ? `${inner(expression.value)}为${options}之一`
        : `${inner(expression.value)} is one of ${options}`;
    }
    case 'if': {
      const text =
        language === 'zh'
          ? `若${inner(expression.condition)}，则${apart(inner(expression.then))}，否则${apart(inner(expression.otherwise))}`
          : `if ${inner(expression.condition)} then ${inner(expression.then)}, otherwise ${inner(expression.otherwise)}`;
      // Beside a sign of calculation nobody would know where the choice ends.
      if (strength === 0) return text;
      return language === 'zh' ? `（${text}）` : `(${text})`;
    }
    case 'call': {
      const negated = negation(expression, language, titleOf);
      if (negated !== null) return negated;
      const operands = expression.operands.map((operand) => inner(operand));
      const known = FUNCTIONS[expression.name];
      return known === undefined ? `${expression.name}(${operands.join(', ')})` : known(operands, language);
    }
    case 'filter':
      return `${inner(expression.list)}(${word(expression.condition, language, inBrackets(expression.list, titleOf), 0)})`;
  }
}

/** Letters and digits stand apart from Chinese words, and Chinese words and quotes beside each other. */
export function apart(text: string): string {
  return /^[\p{Script=Han}“（]/u.test(text) ? text : ` ${text}`;
}

/** Stands between a name and a word that it can be: what the word is called is asked for as `fee.level#late`. */
const OF_NAME = '#';

/** A word that a name is compared with, as the scheme calls it; `null`: it is no word, or is called nothing else. */
function comparedWord(part: Expression, beside: Expression, titleOf: Title, language: Language): string | null {
  if (part.kind !== 'word' || beside.kind !== 'name') return null;
  const id = `${beside.name.replace(/^(own|input)\./, '')}${OF_NAME}${part.text}`;
  const title = titleOf(id);
  if (title.zh === id) return null;
  return language === 'zh' ? `“${title.zh}”` : `"${title.en}"`;
}

/**
 * Titles inside the brackets of a list: names mean the other subject, or the row. Of `teachers[total > 90]` that is what
 * `teachers.total` is called, without saying again whose it is.
 */
function inBrackets(list: Expression, titleOf: Title): Title {
  const name = listName(list);
  if (name === null) return titleOf;
  const owners = name.split('.').map((_, at, steps) => steps.slice(0, steps.length - at).join('.'));
  return (id) => {
    if (NAMES[id] !== undefined) return titleOf(id);
    for (const owner of owners) {
      const full = `${owner}.${id}`;
      const found = titleOf(full);
      if (id.includes(OF_NAME) && found.zh !== full) return found;
      const { zh, en } = titleOf(owner);
      if (found.zh.startsWith(`${zh}的`) && found.en.endsWith(` of ${en}`))
        return { zh: found.zh.slice(zh.length + 1), en: found.en.slice(0, -` of ${en}`.length) };
    }
    return titleOf(id);
  };
}

/** The name of a list, whatever narrows it or says over which periods it goes. */
function listName(list: Expression): string | null {
  if (list.kind === 'name') return list.name;
  if (list.kind === 'filter') return listName(list.list);
  const [first] = list.kind === 'call' ? list.operands : [];
  return first === undefined ? null : listName(first);
}

const NEGATED: Readonly<Record<string, (operand: string, language: Language) => string>> = {
  applies: (x, language) => (language === 'zh' ? `${x}不适用` : `${x} does not apply`),
  given: (x, language) => (language === 'zh' ? `没有${x}` : `${x} is not given`),
  exists: (x, language) => (language === 'zh' ? `没有${x}` : `there is no ${x}`),
};

/** `not(applies(x))` and the like, said the way people say it. */
function negation(call: Extract<Expression, { kind: 'call' }>, language: Language, titleOf: Title): string | null {
  const [inner] = call.operands;
  if (call.name !== 'not' || inner === undefined) return null;
  if (inner.kind === 'name')
    return language === 'zh' ? `无“${nameOf(inner.name, titleOf).zh}”` : `no ${nameOf(inner.name, titleOf).en}`;
  const wording = inner.kind === 'call' ? NEGATED[inner.name] : undefined;
  const operand = inner.kind === 'call' ? inner.operands[0] : undefined;
  return wording === undefined || operand === undefined ? null : wording(word(operand, language, titleOf, 0), language);
}

/** `30/100` was written as 30 % and is shown so again. */
function percentage(expression: Extract<Expression, { kind: 'binary' }>): string | null {
  const { operator, left, right } = expression;
  if (operator !== '/' || left.kind !== 'number' || right.kind !== 'number' || right.text !== '100') return null;
  return `${left.text}%`;
}

function nameOf(name: string, titleOf: Title): LocalText {
  if (name.startsWith('own.')) {
    const { zh, en } = nameOf(name.slice('own.'.length), titleOf);
    return ROW_NAMES.has(name.slice('own.'.length))
      ? { zh: `本条的${zh}`, en: `that of this row` }
      : { zh: `本对象的${zh}`, en: `one's own ${en}` };
  }
  if (name.startsWith('input.')) {
    const input = titleOf(name);
    return input.zh === name ? nameOf(name.slice('input.'.length), titleOf) : input;
  }
  const same = /^(all )?same (\w+)$/.exec(name);
  if (same !== null) {
    const { zh, en } = nameOf(same[2] as string, titleOf);
    return same[1] === undefined
      ? { zh: `同一${zh}的记录`, en: `rows of the same ${en}` }
      : { zh: `各对象同一${zh}的记录`, en: `rows of the same ${en}, of all subjects` };
  }
  const title = titleOf(name);
  return title.zh === name ? (NAMES[name] ?? title) : title;
}
