import type { LocalText } from '../reader/figure.ts';
import { localText } from '../scheme/texts.ts';
import type { SchemeRegister } from '../scheme/schema/register.ts';
import { asList } from '../scheme/schema/common.ts';
import { wordFormula } from './formula-words.ts';

type Title = (id: string) => LocalText;

const FIELDS: Readonly<Record<string, LocalText>> = {
  matter: { zh: '事项', en: 'matter' },
  category: { zh: '类别', en: 'category' },
  date: { zh: '日期', en: 'date' },
  rater: { zh: '评价人', en: 'rater' },
  subject: { zh: '对象', en: 'subject' },
  period: { zh: '时期', en: 'period' },
  item: { zh: '数据项', en: 'item' },
  value: { zh: '数值', en: 'value' },
  marks: { zh: '分值', en: 'marks' },
};

const KEEP: Readonly<Record<string, LocalText>> = {
  highest: { zh: '最高的一条', en: 'the highest' },
  lowest: { zh: '最低的一条', en: 'the lowest' },
  first: { zh: '最早的一条', en: 'the first' },
  last: { zh: '最后的一条', en: 'the last' },
};

const LOOK: Readonly<Record<string, LocalText>> = {
  year: { zh: '全年合看', en: 'rows of the whole year' },
  'year to date': { zh: '本年至今合看', en: 'rows of the year up to now' },
  'all so far': { zh: '历期合看', en: 'rows of all periods so far' },
  earlier: { zh: '只看以前各期', en: 'rows of earlier periods' },
};

function fieldText(name: string): LocalText {
  return FIELDS[name] ?? { zh: name, en: name };
}

function fieldsText(names: string | readonly string[] | undefined): LocalText {
  const texts = asList(names).map(fieldText);
  return { zh: texts.map(({ zh }) => `“${zh}”`).join('、'), en: texts.map(({ en }) => en).join(' and ') };
}

function onceText(fields: LocalText, keep: string): LocalText {
  if (keep === 'together')
    return { zh: `同一${fields.zh}的合为一条计算`, en: `those of one ${fields.en} count as one` };
  const kept = KEEP[keep] ?? { zh: keep, en: keep };
  return { zh: `同一${fields.zh}只计${kept.zh}`, en: `of one ${fields.en} only ${kept.en} counts` };
}

/** Texts of registers: what they are in words, and why a row of them did not count. */
export const registerTexts = {
  /** The conditions of a register, for the rules that use it; empty where it takes every row once. */
  rules: (register: SchemeRegister, titleOf: Title): LocalText => {
    const parts: LocalText[] = [];
    if (register['members of'] !== undefined) {
      const part = titleOf(register['members of']);
      parts.push({ zh: `看${part.zh}的记录`, en: `rows of ${part.en}` });
    }
    if (register['naming me'] === true)
      parts.push({ zh: '看事项为本对象的记录', en: 'rows whose matter is this subject' });
    const look = register['look at'] ?? 'period';
    const recent = /^recent (\d+)$/.exec(look)?.[1];
    if (recent !== undefined) parts.push({ zh: `近 ${recent} 期合看`, en: `rows of the last ${recent} periods` });
    else if (LOOK[look] !== undefined) parts.push(LOOK[look]);
    if (register.where !== undefined) {
      const where = wordFormula(register.where, titleOf);
      parts.push({ zh: `只计${where.zh}的`, en: `only where ${where.en}` });
    }
    if (register['counts in'] !== undefined)
      parts.push({ zh: '按规定的时期计入', en: 'each row in the period that the rules say' });
    if (register['once per'] !== undefined) {
      const fields = fieldsText(register['once per']);
      parts.push(onceText(fields, asList(register.keep)[0] ?? 'highest'));
    }
    if (register['number per'] !== undefined) {
      const by = fieldsText(register.order ?? 'date');
      parts.push({ zh: `按${by.zh}先后编次`, en: `numbered by ${by.en}` });
    }
    return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
  },
  /** What a column of a register is called: a field of its own by the formula that gives it. */
  columnTitle: (register: SchemeRegister, name: string, column: string, titleOf: Title): LocalText => {
    const { zh, en } = registerTexts.title(register, name);
    const formula = register.fields?.[column];
    const field = formula === undefined ? fieldText(column) : wordFormula(formula, titleOf);
    return { zh: `${zh}的${field.zh}`, en: `${field.en} of ${en}` };
  },
  /** What a field of the rows of an input is called. */
  fieldOf: (input: LocalText, field: string): LocalText => ({
    zh: `${input.zh}的${fieldText(field).zh}`,
    en: `${fieldText(field).en} of ${input.en}`,
  }),
  title: (register: SchemeRegister, id: string): LocalText => localText(register.title, id),
  where: ({ zh, en }: LocalText): LocalText => ({
    zh: `不符合台账的条件：${zh}`,
    en: `does not meet the condition of the register: ${en}`,
  }),
  noLine: { zh: '台账各行都不含这条记录', en: 'no line of the register takes it' } as LocalText,
  otherItem: { zh: '另项计分', en: 'counted elsewhere' } as LocalText,
  otherPeriod: { zh: '计入别的时期', en: 'counts in another period' } as LocalText,
  onceWith: (fields: string | readonly string[], keep: string): LocalText => {
    const names = fieldsText(fields);
    return onceText(names, keep);
  },
  /** The row that is kept in place of one that does not count. */
  keptInstead: (title: LocalText, worth: string, date: string): LocalText => {
    const zh = [date === '' ? '' : `${date} 的一条`, worth === '' ? '' : `已按 ${worth} 计`].filter(
      (text) => text !== '',
    );
    const en = [date === '' ? '' : `that of ${date}`, worth === '' ? '' : `which counts as ${worth}`].filter(
      (text) => text !== '',
    );
    return zh.length === 0 ? title : { zh: `${title.zh}（${zh.join('，')}）`, en: `${title.en} (${en.join(', ')})` };
  },
  line: (title: LocalText, rules: LocalText): LocalText => ({
    zh: rules.zh === '' ? `按“${title.zh}”逐条计分` : `按“${title.zh}”逐条计分（${rules.zh}）`,
    en: rules.en === '' ? `the marks of ${title.en}, row by row` : `the marks of ${title.en}, row by row (${rules.en})`,
  }),
  unknown: (name: string): LocalText => ({ zh: `没有台账“${name}”`, en: `There is no register "${name}"` }),
  orderElsewhere: {
    zh: '台账有自己的次序，从别的记录或别的部分不能取 first、last',
    en: 'The register has an order of its own: first and last cannot be asked from other rows or another part',
  } as LocalText,
  drawThere: {
    zh: '在台账所在部分设一个结果取值，再引用该结果',
    en: 'Draw the value in the part of the register, in a result that you then name',
  } as LocalText,
  sameName: (name: string): LocalText => ({
    zh: `台账“${name}”与指标或数据项同名`,
    en: `The register "${name}" has the id of a node or an input`,
  }),
  ofOrRows: (name: string): LocalText => ({
    zh: `台账“${name}”须写 rows 或 of，二者之一`,
    en: `The register "${name}" needs either rows or of`,
  }),
  writeOne: {
    zh: '写 rows（各值多少分）或 of（只列数据项）',
    en: 'Write rows (with marks), or of (items alone)',
  } as LocalText,
  mixedItems: (name: string): LocalText => ({
    zh: `台账“${name}”的数据项种类不同`,
    en: `The items of the register "${name}" are of different kinds`,
  }),
  splitRegister: { zh: '分成几个台账', en: 'Make a register of each kind' } as LocalText,
  twoWindows: (name: string): LocalText => ({
    zh: `台账“${name}”同时写了 counts in 和 look at`,
    en: `The register "${name}" says both counts in and look at`,
  }),
  oneWindow: {
    zh: '删去 look at：counts in 已经逐行定出计入的期间',
    en: 'Take look at away: counts in already says for each row where it counts',
  } as LocalText,
  family: (item: string): LocalText => ({
    zh: `台账的 rows 里不能写一族数据项“${item}”`,
    en: `A family of items ("${item}") cannot stand in the rows of a register`,
  }),
  listItems: { zh: '逐个写出，或改用 of', en: 'List them, or use of' } as LocalText,
  unknownField: (field: string): LocalText => ({ zh: `记录没有“${field}”这一栏`, en: `A row has no field "${field}"` }),
} as const;
