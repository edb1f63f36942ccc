import type { FormulaError } from '../formula/syntax.ts';
import type { LocalText } from '../reader/figure.ts';

/** Texts about faults in scheme files. */
export const NOTHING: LocalText = { zh: '', en: '' };

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
        message: { zh: `公式在“${first}”处看不懂`, en: `The formula cannot be read at "${first}"` },
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
    case 'wrong-count':
      return {
        message: {
          zh: `函数“${first}”需要 ${second}–${third} 个参数`,
          en: `The function "${first}" takes ${second} to ${third} operands`,
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

/** Suggests a name, where one is near. */
export function didYouMean(name: string): LocalText {
  return name === ''
    ? { zh: '检查拼写，或先在方案中声明', en: 'Check the spelling, or declare it in the scheme first' }
    : { zh: `是否要写“${name}”?`, en: `Did you mean "${name}"?` };
}

export const schemeTexts = {
  notYaml: (reason: string): LocalText => ({
    zh: `文件不是有效的 YAML 或 JSON：${reason}`,
    en: `The file is no valid YAML or JSON: ${reason}`,
  }),
  mendYaml: {
    zh: '按提示的行列改正缩进、引号或冒号',
    en: 'Mend indentation, quotes or colons at the place given',
  } as LocalText,
  unknownKey: (key: string): LocalText => ({ zh: `不认识的键“${key}”`, en: `Unknown key "${key}"` }),
  writtenNow: (now: string): LocalText => ({ zh: `现在写作“${now}”`, en: `It is written "${now}" now` }),
  missingKey: (key: string): LocalText => ({ zh: `缺少“${key}”`, en: `"${key}" is missing` }),
  unusedKey: (key: string, beside: string): LocalText => ({
    zh: `“${key}”与“${beside}”同时写出，不起作用`,
    en: `"${key}" has no effect beside "${beside}"`,
  }),
  removeKey: (key: string): LocalText => ({
    zh: `去掉“${key}”，或另写一行`,
    en: `Remove "${key}", or write another line`,
  }),
  wordsWithoutMarks: (item: string): LocalText => ({
    zh: `“${item}”的评分是词语，没有说明各词语值多少分`,
    en: `The ratings of "${item}" are words, and nothing says what each is worth`,
  }),
  addKey: (key: string): LocalText => ({ zh: `补上“${key}”`, en: `Add "${key}"` }),
  wrongValue: (reason: LocalText): LocalText => ({
    zh: `值不合要求：${reason.zh}`,
    en: `The value is not as it must be: ${reason.en}`,
  }),
  seeReference: { zh: '见 docs/scheme-language.md', en: 'See docs/scheme-language.md' } as LocalText,
  duplicateId: (id: string): LocalText => ({ zh: `标识“${id}”出现了两次`, en: `The id "${id}" is used twice` }),
  renameId: { zh: '给其中一个换一个标识', en: 'Give one of them another id' } as LocalText,
  noFullMarks: (node: string): LocalText => ({
    zh: `“${node}”没有满分，其上级无法按满分折算`,
    en: `"${node}" has no full marks, so what is above it cannot be scaled by full marks`,
  }),
  giveMax: { zh: '写明 max', en: 'Write its max' } as LocalText,
  noRule: (id: string): LocalText => ({ zh: `“${id}”没有计算规则`, en: `"${id}" has no rule` }),
  addRule: {
    zh: '写一条规则（如 score、ratio、deduct），或写下级指标 items',
    en: 'Give it a rule (score, ratio, deduct, …) or children (items)',
  } as LocalText,
  standInForPlace: (id: string): LocalText => ({
    zh: `“${id}”排的是名次，“if dividing by zero”会成为全组每个对象的名次，而不是被排名的数`,
    en: `"${id}" gives places: "if dividing by zero" would be everybody's place, not the figure they are ranked by`,
  }),
  sayInFigure: {
    zh: '在被排名的数里写明，如 by: if 人数 = 0 then 0 else 得分 / 人数；或另设一个指标再排名',
    en: 'Say it in the figure: by: if heads = 0 then 0 else score / heads, or give that figure a node of its own',
  } as LocalText,
  forEachDeclarations: {
    zh: '同一个键下列出的，每一项都应是模板',
    en: 'Of a list under one key every entry has to be a template',
  } as LocalText,
  forEachAdd: {
    zh: '写上 for each；不是模板的，单独写一个键',
    en: 'Add for each; what is no template has a key of its own',
  } as LocalText,
  givesWithoutRule: {
    zh: 'gives 旁边没有能给出多个数的规则',
    en: 'There is no rule beside gives that has several figures',
  } as LocalText,
  givesRules: (rules: readonly string[]): LocalText => ({
    zh: `写上其中一条：${rules.join('、')}；其他规则一个节点只有一个数`,
    en: `Write one of ${rules.join(', ')}; with any other rule a node has one figure`,
  }),
  givesShape: {
    zh: 'gives 下应当写各个数的名称，其下写它的标识等，不写规则',
    en: 'Under gives stand the names of figures, and under each its id and other keys, but no rule',
  } as LocalText,
  givesShared: (key: string): LocalText => ({
    zh: `写了 gives，就不能共用“${key}”：每个数各有各的`,
    en: `Beside gives there is no "${key}" for all: each figure has its own`,
  }),
  writeGives: {
    zh: '如 gives: { t: { id: 变化.t, title: t 值 }, p: { id: 变化.p, title: p 值 } }',
    en: 'For instance gives: { t: { id: change.t, title: t }, p: { id: change.p, title: p } }',
  } as LocalText,
  twoRules: (id: string, rules: string): LocalText => ({
    zh: `“${id}”有不止一条规则：${rules}`,
    en: `"${id}" has more than one rule: ${rules}`,
  }),
  oneRule: {
    zh: '只留一条；其余写成下级指标或条件',
    en: 'Keep one; make the others children or conditions',
  } as LocalText,
  cycle: (ids: string): LocalText => ({
    zh: `指标互相引用成了环：${ids}`,
    en: `These figures need each other: ${ids}`,
  }),
  breakCycle: { zh: '让其中一个不再引用后面的指标', en: 'Let one of them no longer refer to a later one' } as LocalText,
  unknownInput: (item: string): LocalText => ({
    zh: `没有声明数据项“${item}”`,
    en: `The input "${item}" is not declared`,
  }),
  declareInput: (item: string, near: string): LocalText =>
    near === ''
      ? { zh: `在 inputs 中声明“${item}”`, en: `Declare "${item}" under inputs` }
      : {
          zh: `是否要写“${near}”?否则在 inputs 中声明“${item}”`,
          en: `Did you mean "${near}"? Otherwise declare "${item}" under inputs`,
        },
  wrongInputKind: (item: string, kind: string, wanted: string): LocalText => ({
    zh: `数据项“${item}”是 ${kind}，这里需要 ${wanted}`,
    en: `The input "${item}" is of kind ${kind}; ${wanted} is needed here`,
  }),
  oneRowAlone: (item: string): LocalText => ({
    zh: `数据项“${item}”每期只有一行，没有别的行可让“不适用”盖过`,
    en: `"${item}" has one row per period: there are no other rows that NA could override`,
  }),
  plainNA: { zh: '写 NA: true', en: 'Write NA: true' } as LocalText,
  neverMissing: (item: string): LocalText => ({
    zh: `数据项“${item}”没有缺少或不适用的时候，写在 needs 里没有作用`,
    en: `The input "${item}" is never missing and never NA, so to need it says nothing`,
  }),
  dropNeed: (item: string): LocalText => ({
    zh: `从 needs 中去掉“${item}”，或在它的声明里加 NA: true`,
    en: `Drop "${item}" from needs, or declare it with NA: true`,
  }),
  changeInputKind: { zh: '改用别的数据项，或改它的 kind', en: 'Use another input, or change its kind' } as LocalText,
  inputTwice: (item: string): LocalText => ({
    zh: `数据项“${item}”声明了两次`,
    en: `The input "${item}" is declared twice`,
  }),
  notExact: (value: string): LocalText => ({
    zh: `“${value}”不能作为精确数值读入`,
    en: `"${value}" cannot be read as an exact number`,
  }),
  writeExact: {
    zh: '写成 0.5、30% 或 1/3；超过 15 位的数字加引号',
    en: 'Write 0.5, 30% or 1/3; put numbers of more than 15 digits in quotes',
  } as LocalText,
  unrelatedParts: (a: string, b: string): LocalText => ({
    zh: `“${a}”与“${b}”两部分之间没有归属关系`,
    en: `The parts "${a}" and "${b}" do not belong together`,
  }),
  relateParts: {
    zh: '用 belongs to 写明哪一列给出所属对象',
    en: 'Say with "belongs to" which column names the subject that the other belongs to',
  } as LocalText,
  adjustOutside: (id: string): LocalText => ({
    zh: `“${id}”的加减分（plus、minus）只能写在 adjustments 里；在指标树里会重复计入`,
    en: `The plus or minus of "${id}" belongs under adjustments; in the tree it would count twice`,
  }),
  moveToAdjustments: {
    zh: '移到 adjustments，或改用 earn、deduct',
    en: 'Move it there, or use earn or deduct',
  } as LocalText,
  notAnAdjustment: (id: string): LocalText => ({
    zh: `“${id}”在 adjustments 里却没有 plus 或 minus，不会进入加分或扣分合计`,
    en: `"${id}" stands under adjustments without plus or minus: it would enter neither bonus nor penalty`,
  }),
  usePlusOrMinus: {
    zh: '改写成 plus 或 minus，或移到 results',
    en: 'Write it as plus or minus, or move it to results',
  } as LocalText,
  modifierOnAdjustment: (key: string): LocalText => ({
    zh: `“${key}”在这一加减分项里说不清限制的是哪一个数`,
    en: `"${key}" on this adjustment does not say which figure it limits`,
  }),
  limitLines: {
    zh: '满分改用 at most；加减都有的，写在各行，或分成两项',
    en: 'Use at most for full marks; with plus and minus in one node limit the lines, or make two nodes of it',
  } as LocalText,
  unknownCategory: (item: string, word: string): LocalText => ({
    zh: `数据项“${item}”没有“${word}”这个类别`,
    en: `The input "${item}" has no category "${word}"`,
  }),
  unknownWord: (item: string, word: string): LocalText => ({
    zh: `数据项“${item}”没有“${word}”这个词`,
    en: `The input "${item}" has no word "${word}"`,
  }),
  ambiguousParts: (a: string, b: string): LocalText => ({
    zh: `“${a}”与“${b}”都写了 belongs to，分不清谁属于谁`,
    en: `Both "${a}" and "${b}" say "belongs to" without a part, so it is open which belongs to which`,
  }),
  namePart: {
    zh: '写成 belongs to: { part: 所属部分, by: 列名 }',
    en: 'Write belongs to: { part: the holder, by: the column }',
  } as LocalText,
  idleBelonging: (key: string, beside: string): LocalText => ({
    zh: `belongs to 写了 ${beside}，${key} 没有作用`,
    en: `Beside "${beside}", "${key}" would have no effect`,
  }),
  dropBelonging: (key: string): LocalText => ({
    zh: `删去 ${key}，或在 by 写编号所在的列名`,
    en: 'Remove it, or name a column of ids in "by"',
  }),
  noPart: (id: string): LocalText => ({ zh: `没有“${id}”这个部分`, en: `There is no part "${id}"` }),
  belongsTwice: (id: string): LocalText => ({
    zh: `belongs to 里“${id}”写了两次`,
    en: `There are two ways to belong to "${id}"`,
  }),
  belongOnce: {
    zh: '每个部分只写一种归属',
    en: 'Write one way for each part',
  } as LocalText,
  ofNamed: (figure: LocalText, part: LocalText): LocalText => ({
    zh: `所涉${part.zh}的${figure.zh}`,
    en: `${figure.en} of the ${part.en} named`,
  }),
  nobodyToName: (part: string): LocalText => ({
    zh: `没有“${part}”这一部分，或其中没有可以指明的对象`,
    en: `There is no part "${part}", or it has no subjects that could be named`,
  }),
  mixedTypes: {
    zh: '各种情形的结果不是同一类（数值、词语、是否）',
    en: 'The cases give values of different kinds (numbers, words, yes/no)',
  } as LocalText,
  oneType: { zh: '都写成同一类的值', en: 'Let all of them be of one kind' } as LocalText,
  elseNotLast: {
    zh: '没有 if 的情形总是成立，后面的情形永远用不到',
    en: 'A case without "if" holds always, so that those after it are never reached',
  } as LocalText,
  moveElseLast: { zh: '把它移到最后', en: 'Move it to the end' } as LocalText,
  tallyType: (title: LocalText, value: string): LocalText => ({
    zh: `“${title.zh}”不会是“${value}”这一类的值`,
    en: `"${title.en}" is never of the kind of "${value}"`,
  }),
  unknownFigure: (name: string): LocalText => ({
    zh: `没有标识为“${name}”的指标或结果`,
    en: `There is no node "${name}"`,
  }),
  tableRow: (cells: number): LocalText => ({
    zh: `这一行要有 ${cells} 格：每列一格，最后是结果`,
    en: `This row needs ${cells} cells: one per column, and the result at the end`,
  }),
  tableMend: {
    zh: '补上或去掉格；不限的写 any',
    en: 'Add or remove cells; write any where it does not matter',
  } as LocalText,
  tableTake: {
    zh: '取最高或最低时，各行的结果都要是数值',
    en: 'To take the highest or lowest, the results must be written numbers',
  } as LocalText,
  tableType: (value: string): LocalText => ({
    zh: `这一列不会是“${value}”这一类的值`,
    en: `This column is never of the kind of "${value}"`,
  }),
  noComplete: (id: string): LocalText => ({
    zh: `“${id}”写了 incomplete if，但这一部分没有 complete`,
    en: `"${id}" says "incomplete if", but this part has no \`complete\``,
  }),
  dropIncomplete: { zh: '去掉 incomplete if 或 complete: false', en: 'Remove one of the two' } as LocalText,
  limitParameter: (name: string): LocalText => ({
    zh: `界限“${name}”既不是数值，也不是不分年份的参数`,
    en: `The limit "${name}" is neither a number nor a parameter with one value for all years`,
  }),
  forEachShape: (key: string | undefined, one: string, several: string): LocalText =>
    key === undefined
      ? {
          zh: `for each 下要有 ${one}（一项）或 ${several}（几项），只能有其一`,
          en: `"for each" needs either ${one} or ${several}`,
        }
      : { zh: `for each 旁的“${key}”不起作用`, en: `"${key}" has no effect beside "for each"` },
  forEachUnder: (one: string, several: string): LocalText => ({
    zh: `一项写在 ${one} 下，几项写在 ${several} 下`,
    en: `Write what is repeated under ${one}, or several under ${several}`,
  }),
  forEachTable: (name: string): LocalText =>
    name === ''
      ? { zh: 'for each 要有一列表行', en: '"for each" needs a list of rows' }
      : { zh: `没有名为“${name}”的表`, en: `There is no table "${name}"` },
  forEachRows: {
    zh: '写成 [{ x: …, title: … }, …]，或在 tables 中写明该表',
    en: 'Write [{ x: …, title: … }, …], or the table under tables',
  } as LocalText,
  forEachFamily: (family: string): LocalText => ({
    zh: `for each: { item } 要写一族已在 inputs 中写明、只有一个 * 的数据项，“${family}”不是`,
    en: `"for each: { item }" needs a family of items with one * that is declared under inputs; "${family}" is none`,
  }),
  forEachDeclared: {
    zh: 'inputs 和 parameters 在读取数据之前就要写明，不能按数据项展开',
    en: 'Inputs and parameters are declared before there are data; they cannot run over items',
  } as LocalText,
  forEachDeclareFamily: {
    zh: '在 inputs 中写明 key.* 这样的一族数据项，再在 items 或 results 中写 for each: { item: key.* }',
    en: 'Declare a family such as key.* under inputs, and write for each: { item: key.* } among items or results',
  } as LocalText,
  forEachColumn: (name: string, known: string): LocalText => ({
    zh: `表里没有“${name}”这一列（有：${known}）`,
    en: `The table has no column "${name}" (it has: ${known})`,
  }),
  forEachUseColumn: {
    zh: '改用表里有的列，或给表加上这一列',
    en: 'Use a column of the table, or add this one',
  } as LocalText,
  forEachSameKey: (key: string): LocalText => ({
    zh: `各行得到的名称都是“${key}”`,
    en: `Every row gives the same name "${key}"`,
  }),
  needsMax: (id: string): LocalText => ({
    zh: `“${id}”的规则需要满分 max`,
    en: `The rule of "${id}" needs full marks (max)`,
  }),
  addMax: { zh: '补上 max', en: 'Add max' } as LocalText,
  internal: (reason: string): LocalText => ({
    zh: `编译方案时出错：${reason}`,
    en: `The scheme could not be compiled: ${reason}`,
  }),
} as const;

const JSON_TYPES: Readonly<Record<string, LocalText>> = {
  string: { zh: '文字或公式', en: 'a text or formula' },
  number: { zh: '数值', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'a map of keys' },
};

/** How the value of a key must look. */
export const shapeTexts = {
  oneOf: (words: readonly string[]): LocalText => ({
    zh: `只能是 ${words.join('、')}`,
    en: `must be one of ${words.join(', ')}`,
  }),
  type: (types: readonly string[]): LocalText => ({
    zh: `应为${types.map((type) => JSON_TYPES[type]?.zh ?? type).join('或')}`,
    en: `must be ${types.map((type) => JSON_TYPES[type]?.en ?? type).join(' or ')}`,
  }),
  pattern: {
    zh: '写法不对（标识不含空格；数值写成 0.5、30% 或 1/3）',
    en: 'is written wrongly (ids have no spaces; numbers are 0.5, 30% or 1/3)',
  } as LocalText,
  notEmpty: { zh: '不能为空', en: 'must not be empty' } as LocalText,
  required: (keys: readonly string[]): LocalText => ({
    zh: `缺少 ${keys.join('、')}`,
    en: `${keys.join(', ')} is missing`,
  }),
  atLeast: (limit: string): LocalText => ({ zh: `不小于 ${limit}`, en: `must be at least ${limit}` }),
  allowedKeys: (keys: readonly string[]): LocalText => ({
    zh: `这里可用：${keys.join('、')}`,
    en: `Allowed here: ${keys.join(', ')}`,
  }),
} as const;
