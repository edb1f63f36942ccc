import type { FormulaError } from '../formula/syntax.ts';
import type { LocalText } from '../reader/figure.ts';

/** What surrounds a formula with a fault: enough to see what was meant. */
export interface FormulaSetting {
  /** The formula as it is written. */
  readonly text: string;
  /** The figure in whose rule it stands; empty: none. */
  readonly own: string;
  /** All names that the formula could use. */
  readonly names: readonly string[];
  readonly parts: readonly string[];
  readonly attributes: readonly string[];
}

/** A way of writing that other languages have, by the text from just before the place of the fault. */
interface Habit {
  readonly pattern: RegExp;
  readonly remedy: LocalText;
}

const write = (now: string): LocalText => ({ zh: `写成 ${now}`, en: `Write ${now}` });

const HABITS: readonly Habit[] = [
  { pattern: /^.?&&?/, remedy: write('and') },
  { pattern: /^.?\|\|?/, remedy: write('or') },
  { pattern: /^==/, remedy: write('=') },
  { pattern: /^<>/, remedy: write('!=') },
  { pattern: /^=>/, remedy: write('>=') },
  { pattern: /^=</, remedy: write('<=') },
  { pattern: /^.?!/, remedy: write('not(…)') },
  { pattern: /^.?\^/, remedy: write('**') },
  { pattern: /^.?\?/, remedy: write('if … then … else …') },
  {
    pattern: /^.?['‘’]/,
    remedy: { zh: '词语用双引号括起来："优秀"', en: 'Words stand in double quotes: "优秀"' },
  },
  { pattern: /^.?\s*(且|并且|而且)/, remedy: write('and') },
  { pattern: /^.?\s*(或|或者)/, remedy: write('or') },
  {
    pattern: /^\d,\d{3}/,
    remedy: { zh: '数值不写千分位逗号：1000', en: 'Write numbers without commas: 1000' },
  },
  {
    pattern: /^\d\s*(分|人|项|次|起|件|万|元|个|天)/,
    remedy: { zh: '数值后面不写单位', en: 'Write numbers without a unit' },
  },
  {
    pattern: /^\D\s*%/,
    remedy: {
      zh: '% 只跟在数值后面；名称、括号后写成 / 100',
      en: '% stands behind numbers only; elsewhere write / 100',
    },
  },
  { pattern: /^.?\s*[;；、]/, remedy: { zh: '各项之间用逗号分开', en: 'Put a comma between operands' } },
];

/** Functions that spreadsheets and other languages have under other names, in small letters. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  if: 'if … then … else …',
  ifs: 'if … then … else if … then … else …',
  iferror: 'if dividing by zero',
  round: 'round half up(x, 2)',
  roundup: 'round up(x, 2)',
  rounddown: 'round down(x, 2)',
  trunc: 'round down(x, 0)',
  int: 'floor(x)',
  ceil: 'ceiling(x)',
  average: 'mean(…)',
  avg: 'mean(…)',
  averageif: 'mean(list[condition])',
  sumif: 'sum(list[condition])',
  countif: 'count(list[condition])',
  counta: 'count(list)',
  len: 'count(list)',
  and: 'a and b',
  or: 'a or b',
  isblank: 'missing(x)',
  isna: 'not(applies(x))',
  power: 'x ** n',
  large: 'max(list)',
  small: 'min(list)',
  rank: 'rank: { by: … }',
};

/** Functions that are the same but for capital letters. */
const CAPITALS = new Set(['sum', 'max', 'min', 'count', 'abs', 'sqrt', 'floor', 'ceiling', 'not', 'mean', 'date']);

/** What would mend a formula, where what was meant can be seen from how it is written; `null`: it cannot. */
export function formulaHint(error: FormulaError, setting: FormulaSetting): LocalText | null {
  const { code, span, details } = error;
  const [first = ''] = details;
  switch (code) {
    case 'syntax':
    case 'unsupported':
      return unreadable(span.start, setting.text);
    case 'unknown-function':
      return otherFunction(first);
    case 'unknown-name':
      return unknownName(first, span.start, setting);
    case 'wrong-type':
      return chained(setting.text)
        ? { zh: '一个一个地比较：a <= x and x < b', en: 'Compare one by one: a <= x and x < b' }
        : null;
    default:
      return null;
  }
}

function unreadable(start: number, text: string): LocalText | null {
  const around = text.slice(Math.max(0, start - 1), start + 12);
  // At the very beginning there is no sign before the fault.
  const found = HABITS.find(({ pattern }) => pattern.test(around) || (start === 0 && pattern.test(` ${around}`)));
  if (found !== undefined) return found.remedy;
  if (/^\s*=/.test(text)) return { zh: '公式前面不写等号', en: 'A formula begins without an equals sign' };
  if (/\[\s*-?[\d.]+\s*\.\.|\.\./.test(text)) return write('x between 1 and 9');
  if (/\bnull\b/.test(text)) return write('given(x), missing(x) / NA');
  if (/[<>=]\s*(NA|missing)\b/.test(text)) return write('applies(x), missing(x)');
  if (/^\s*(若|如果)/.test(text) || (/^\s*if\b/.test(text) && !(/\bthen\b/.test(text) && /\belse\b/.test(text))))
    return write('if … then … else …');
  const brackets = unpaired(text);
  if (brackets !== null) return brackets;
  return null;
}

/** More brackets of one side than of the other, outside texts. */
function unpaired(text: string): LocalText | null {
  const bare = text.replace(/"[^"]*"/g, '');
  for (const [open, close] of ['()', '[]', '（）']) {
    const more = bare.split(open as string).length - bare.split(close as string).length;
    if (more > 0) return { zh: `少了 ${more} 个“${close ?? ''}”`, en: `${more} "${close ?? ''}" missing` };
    if (more < 0) return { zh: `多了 ${-more} 个“${close ?? ''}”`, en: `${-more} "${close ?? ''}" too many` };
  }
  return null;
}

function otherFunction(name: string): LocalText | null {
  const small = name.toLowerCase();
  if (CAPITALS.has(small) && small !== name) return { zh: `函数名用小写：${small}`, en: `In small letters: ${small}` };
  const now = FUNCTIONS[small];
  return now === undefined ? null : write(now);
}

const CHINESE_NUMBER = /^[零〇一二两三四五六七八九十百千万]+$/;

function unknownName(
  name: string,
  start: number,
  { text, own, names, parts, attributes }: FormulaSetting,
): LocalText | null {
  if (name === own)
    return {
      zh: '一个指标的规则不能用到它自己；上一期的值写 previous(…)，同名的数据先在 inputs 中声明',
      en: 'No figure can name itself; its last value is previous(…), an input of that name is declared under inputs',
    };
  if (name.startsWith('not ')) return write(`not(${name.slice(4)})`);
  const asked = /^(.+) is (missing|NA|null|empty)$/.exec(name)?.[1];
  if (asked !== undefined) return write(`missing(${asked})`);
  if (CHINESE_NUMBER.test(name)) return { zh: '数值写成阿拉伯数字', en: 'Write numbers in digits' };
  const hyphenated = names.find((known) => known.split('-').length > 1 && known.startsWith(`${name}-`));
  if (
    hyphenated !== undefined &&
    text
      .slice(start + name.length)
      .trimStart()
      .startsWith('-')
  )
    return {
      zh: `减号和连字符分不清，给名称加反引号：\`${hyphenated}\``,
      en: `A hyphen is read as minus; put the name in backticks: \`${hyphenated}\``,
    };
  const [part = '', ...rest] = name.split('.');
  if (parts.includes(part) && attributes.includes(rest.join('.')))
    return {
      zh: `“${rest.join('.')}”是对象表的一列：在“${part}”里写一个结果 formula: ${rest.join('.')}，再引用那个结果`,
      en: `"${rest.join('.')}" is a column of the subjects: hand it on by a result in "${part}" with the formula ${rest.join('.')}, and name that`,
    };
  if (isCompared(text, start, name))
    return {
      zh: `是词语的，加双引号："${name}"；是名称的，检查拼写`,
      en: `In double quotes if it is a word: "${name}"; a name is to be spelt as declared`,
    };
  return null;
}

/** Whether a name stands beside `=` or `!=`, or among the words of `in`. */
function isCompared(text: string, start: number, name: string): boolean {
  if (!/^[\p{L}\p{N}]+$/u.test(name)) return false;
  const before = text.slice(0, start).trimEnd();
  return /(?:[^<>]=|[＝≠])$/.test(before) || /\bin\s*[([][^)\]]*$/.test(before);
}

/** `60 <= x < 90`. */
function chained(text: string): boolean {
  return /[<>≤≥]=?[^<>=≤≥"()]+[<>≤≥]/.test(text.replace(/\b(and|or|then|else|if)\b/g, '"'));
}
