import type { LocalText } from '../reader/figure.ts';

/** Texts about faults of templates: `for each` and `gives`. */
export const templateTexts = {
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
} as const;
