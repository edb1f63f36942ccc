import type { FormulaError } from '../formula/syntax.ts';
import type { LocalText } from '../reader/figure.ts';
import { didYouMean } from './did-you-mean.ts';

const TYPE_NAMES: Readonly<Record<string, LocalText>> = {
  number: { zh: '数值', en: 'a number' },
  word: { zh: '词语', en: 'a word' },
  flag: { zh: '是/否', en: 'true or false' },
};

function typeName(type: string | undefined): LocalText {
  return TYPE_NAMES[type ?? ''] ?? { zh: type ?? '', en: type ?? '' };
}

/** What is wrong with a formula, and what would mend it. */
export function formulaFault({ code, details }: FormulaError): { message: LocalText; remedy: LocalText } {
  const [first = '', second = '', third = ''] = details;
  switch (code) {
    case 'syntax':
      return {
        message:
          first === ''
            ? { zh: '公式没有写完，或缺了一项', en: 'The formula ends too early, or an operand is missing' }
            : { zh: `公式在“${first}”处看不懂`, en: `The formula cannot be read at "${first}"` },
        remedy: { zh: '检查括号、引号和运算符是否成对、完整', en: 'Check brackets, quotes and operators' },
      };
    case 'unsupported':
      return {
        message: { zh: `公式语言没有“${first}”这种写法`, en: `The formula language has no "${first}"` },
        remedy: { zh: '请改用 docs/formula.md 列出的写法', en: 'Use what docs/formula.md lists' },
      };
    case 'unknown-name':
      return {
        message: {
          zh: `没有名为“${first}”的指标、数据项、参数或属性`,
          en: `There is no node, input, parameter or attribute "${first}"`,
        },
        remedy: didYouMean(second),
      };
    case 'unknown-function':
      return {
        message: { zh: `没有名为“${first}”的函数`, en: `There is no function "${first}"` },
        remedy: didYouMean(second),
      };
    case 'unknown-scale':
      return unknownScale(first, second);
    case 'off-scale':
      return {
        message: { zh: `等级序列“${second}”里没有“${first}”`, en: `The scale "${second}" has no word "${first}"` },
        remedy: third === '' ? { zh: '从 scales 中照抄', en: 'Copy the word from the scale' } : didYouMean(third),
      };
    case 'wrong-type':
      return {
        message: {
          zh: `这里需要${typeName(first).zh}，得到的是${typeName(second).zh}`,
          en: `Expected ${typeName(first).en}, found ${typeName(second).en}`,
        },
        remedy: { zh: '改用同类的值，或先做比较', en: 'Use a value of that kind, or compare first' },
      };
    case 'not-a-date':
      return {
        message:
          first === ''
            ? { zh: '这里要写日期，得到的是算式', en: 'A date is needed here, this is arithmetic' }
            : {
                zh: `“${first}”不是日期的写法，与日期比较会得出错误的先后`,
                en: `"${first}" is not how dates are written: it would be compared in the wrong order`,
              },
        remedy: {
          zh: '日期写成加双引号的 "2024-03-01"，月、日各两位',
          en: 'Write "2024-03-01", in double quotes, month and day with two digits',
        },
      };
    case 'wrong-count':
      return {
        message: {
          zh: `函数“${first}”需要 ${second === third ? second : `${second}–${third}`} 个参数`,
          en: `The function "${first}" takes ${second === third ? second : `${second} to ${third}`} operand(s)`,
        },
        remedy: { zh: '补上或去掉参数', en: 'Add or remove operands' },
      };
    case 'needs-list':
      return {
        message: {
          zh: '这里需要一组值（事件、评分行、同组对象或下属）',
          en: 'A list is needed here (rows, peers or members)',
        },
        remedy: {
          zh: '写事件或评分数据项的名字,例如 count(petition)',
          en: 'Name an event or rating input, for instance count(petition)',
        },
      };
    case 'needs-overrides':
      return {
        message: {
          zh: '加了条件的行没有“适用与否”之分',
          en: 'Rows narrowed by a condition neither apply nor fail to',
        },
        remedy: {
          zh: '一行“不适用”即作数的，在 inputs 中写 NA: overrides；否则去掉条件',
          en: 'Write NA: overrides under inputs where one row of NA decides; otherwise drop the condition',
        },
      };
    case 'needs-value':
      return {
        message: { zh: `“${first}”是一组值，这里需要一个值`, en: `"${first}" is a list; one value is needed here` },
        remedy: {
          zh: '用 sum、count、mean、max、exists 等把它合成一个值',
          en: 'Draw it together with sum, count, mean, max or exists',
        },
      };
  }
}

export function unknownScale(name: string, near: string): { message: LocalText; remedy: LocalText } {
  return {
    message: {
      zh: name === '' ? '这里先要写等级序列的名称' : `没有名为“${name}”的等级序列`,
      en: name === '' ? 'The name of a scale is needed here' : `There is no scale "${name}"`,
    },
    remedy:
      near === ''
        ? { zh: '在 scales 中写明各等级，最好的在前', en: 'Declare it under scales, the best word first' }
        : didYouMean(near),
  };
}
