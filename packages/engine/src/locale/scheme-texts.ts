import type { LocalText } from '../reader/figure.ts';

export const NOTHING: LocalText = { zh: '', en: '' };

/** Texts about faults in scheme files. */
export const schemeTexts = {
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
  noChildren: (id: string, rule: string): LocalText => ({
    zh: `“${id}”下面没有 items，“${rule}”没有可合计的项目：它只看本节点自己的下级，看不到别处的指标`,
    en: `"${id}" has no items below it, so that "${rule}" puts nothing together: it sees the node's own children, no others`,
  }),
  nameChildren: {
    zh: '把这些指标写在它的 items 下；在 results 里，改成点名的公式，如 formula: a + b',
    en: 'Write those nodes under its items; in the results name them in a formula, such as formula: a + b',
  } as LocalText,
  standInForPlace: (id: string): LocalText => ({
    zh: `“${id}”排的是名次，“if dividing by zero”会成为全组每个对象的名次，而不是被排名的数`,
    en: `"${id}" gives places: "if dividing by zero" would be everybody's place, not the figure they are ranked by`,
  }),
  sayInFigure: {
    zh: '在被排名的数里写明，如 by: if 人数 = 0 then 0 else 得分 / 人数；或另设一个指标再排名',
    en: 'Say it in the figure: by: if heads = 0 then 0 else score / heads, or give that figure a node of its own',
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
  notExact: (value: string): LocalText => ({
    zh: `“${value}”不能作为精确数值读入`,
    en: `"${value}" cannot be read as an exact number`,
  }),
  writeExact: {
    zh: '写成 0.5、30% 或 1/3；超过 15 位的数字加引号',
    en: 'Write 0.5, 30% or 1/3; put numbers of more than 15 digits in quotes',
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
