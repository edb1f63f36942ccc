import type { PeriodKind } from '../data/period.ts';
import {
  PERIOD_KINDS,
  itemEn,
  itemZh,
  listOf,
  missing,
  notInVocabulary,
  quote,
  suggestEn,
  suggestZh,
  text,
} from './finding-text.ts';
import type { RefusedReading } from './finding-text.ts';
import { whyNoNumber } from './number-remedies.ts';

/** The row that came first: its number, and its whole place where that is another sheet or file. */
export interface Earlier {
  readonly row: number;
  readonly elsewhere: string;
}

const earlierZh = ({ row, elsewhere }: Earlier) => (elsewhere === '' ? `第 ${row} 行` : ` ${elsewhere} `);
const earlierEn = ({ row, elsewhere }: Earlier) => (elsewhere === '' ? `row ${row}` : elsewhere);

/** Why a row is refused. */
export const importRowTexts = {
  'row.long': ({ cells, header }: { cells: number; header: number }) =>
    text(
      `此行有 ${cells} 个字段，表头只有 ${header} 个；各列可能错位。`,
      `The row has ${cells} fields, the header ${header}; its columns may be shifted.`,
      '含逗号的内容(如 1,234.5)须加引号，或删去多余的逗号。',
      'Put quotes around texts that hold a comma (like 1,234.5), or delete the surplus comma.',
    ),
  'cell.error': ({ error }: { error: string }) =>
    text(
      `单元格是错误值 ${error}。`,
      `The cell holds the error ${error}.`,
      '请修正公式，或直接填写数值。',
      'Mend the formula, or type the value.',
    ),
  'cell.formula-without-value': ({ formula }: { formula: string }) =>
    text(
      `公式 ${quote(`=${formula}`)} 没有计算结果。`,
      `The formula ${quote(`=${formula}`)} has no computed value.`,
      '用 Excel 或 WPS 打开文件并保存一次(会算出结果)，再导入。',
      'Open the file in Excel or WPS and save it once, which computes the value; then import it.',
    ),
  'cell.digits-lost': ({ value }: { value: string }) =>
    text(
      `${value} 超过 15 位，Excel 已把后面的数字变成 0。`,
      `${value} has more than 15 digits; Excel has turned the rest into zeros.`,
      '请把该列设为“文本”格式后重新填写。',
      'Format the column as text and enter the number again.',
    ),
  'cell.merged-value': ({ address }: { address: string }) =>
    text(
      `数值在合并单元格 ${address} 中，不知道是各格相同还是各格合计。`,
      `The value stands in the merged cell ${address}: the same for every cell, or the sum of all?`,
      '请取消合并，逐格填写数值。',
      'Unmerge the cells and give each of them its own value.',
    ),
  'cell.marked-text': ({ text: value }: { text: string }) =>
    text(
      `${quote(value)}中有删除线、上标或下标的字符，连起来读会读错。`,
      `In ${quote(value)} some characters are struck out, raised or lowered; read on end they would be another figure.`,
      '请删去划掉的内容和角标，只留下数值；说明写到备注列。',
      'Delete what is struck out and the marks of footnotes, and leave the value alone.',
    ),
  'cell.format-unit': ({ value, format }: { value: string; format: string }) =>
    text(
      `单元格存的数是 ${value}，数字格式 ${quote(format)} 却使它显示成另一个数，不知道以哪个为准。`,
      `The cell holds ${value}, but its number format ${quote(format)} shows another number; which one is meant?`,
      '请把单元格设为“常规”格式，填写确切的数值。',
      'Format the cell as General and enter the exact value.',
    ),
  'subject.missing': () => missing('subject'),
  'subject.twice': ({ id, earlier }: { id: string; earlier: Earlier }) =>
    text(
      `对象 ${quote(id)} 重复，${earlierZh(earlier)}已有；以先出现的为准。`,
      `The subject ${quote(id)} is already in ${earlierEn(earlier)}; the first one stands.`,
      '请删除其中一行，或改用不同的编号。',
      'Delete one of the rows, or give it another id.',
    ),
  'subject.same-name': ({ name, rows }: { name: string; rows: readonly number[] }) =>
    text(
      `名单没有编号，而第 ${rows.join('、')} 行都叫${quote(name)}，分不清谁是谁，都不读入。`,
      `The list has no ids, and the rows ${rows.join(', ')} are all called ${quote(name)}; nobody can tell them apart, so none was read.`,
      '请在名单中加“编号”列；或在“对应表格”中选一列(如部门)与名称合作编号；重复的行请删除。',
      'Add a column of ids to the list, choose a column such as the department to go with the name when the tables are matched, or delete repeated rows.',
    ),
  'subject.unknown': ({ id, suggestion }: { id: string; suggestion: string | null }) =>
    text(
      `对象 ${quote(id)} 不在对象表中。`,
      `The subject ${quote(id)} is not in the subjects table.`,
      suggestZh(suggestion, '请改正编号，或把该对象加入对象表。'),
      suggestEn(suggestion, 'Correct the id, or add it to the subjects table.'),
    ),
  'subject.unconfirmed': ({ name, likely, several }: { name: string; likely: string | null; several: boolean }) =>
    text(
      several
        ? `名单里有几个${quote(name)}，没有人指明是哪一个，此行不读入。`
        : `名单里没有${quote(name)}，也没有人确认它是谁，此行不读入。`,
      several
        ? `Several subjects are called ${quote(name)}, and nobody has said which one is meant; the row was not read.`
        : `No subject is called ${quote(name)}, and nobody has confirmed who it is; the row was not read.`,
      likely === null
        ? '请在“对应表格”中指明它是谁；或在表中改用名单里的名称，或把它加入对象名单。'
        : `像是${quote(likely)}：请在“对应表格”中确认，或在表中改用名单里的名称。`,
      likely === null
        ? 'Say who it is when the tables are matched, use the name of the list in the sheet, or add it to the list of subjects.'
        : `It looks like ${quote(likely)}: confirm that when the tables are matched, or use the name of the list in the sheet.`,
    ),
  'subject.name-differs': ({ id, name, expected }: { id: string; name: string; expected: string }) =>
    text(
      `编号 ${quote(id)} 的对象叫${quote(expected)}，此行写的是${quote(name)}。`,
      `The subject ${quote(id)} is called ${quote(expected)}; this row says ${quote(name)}.`,
      '编号与名称可能错行(例如只对一列排序)，请核对后改正。',
      'Id and name may have come apart, for instance by sorting one column alone; put them right.',
    ),
  'item.missing': () => missing('item'),
  'item.unknown': ({ item, suggestion }: { item: string; suggestion: string | null }) =>
    text(
      `方案中没有指标 ${quote(item)}。`,
      `The scheme has no item ${quote(item)}.`,
      suggestZh(suggestion, '请改正指标编号；此方案不用的行可以删除。'),
      suggestEn(suggestion, 'Correct the item id, or delete rows that this scheme does not use.'),
    ),
  'item.name': ({ item }: { item: string }) =>
    text(
      `指标编号 ${quote(item)} 不能用：方案要用它计算。`,
      `The item id ${quote(item)} cannot be used: the scheme calculates with it.`,
      '编号请只用字母、汉字、数字和 _，各段不以数字开头，例如 key.论文数。',
      'Use letters, digits and _ alone, with no digit after a point: key.papers, for instance.',
    ),
  'period.missing': () => missing('period'),
  'period.form': ({ value }: { value: string }) =>
    text(
      `期间 ${quote(value)} 的写法不对。`,
      `The period ${quote(value)} is not in a known form.`,
      '请写成 2024、2024-H1、2024-Q1 或 2024-03。',
      'Write 2024, 2024-H1, 2024-Q1 or 2024-03.',
    ),
  'period.kind': ({ value, kinds }: { value: string; kinds: readonly PeriodKind[] }) => {
    const said = (key: 'zh' | 'en' | 'form', between: string) =>
      kinds.map((kind) => PERIOD_KINDS[kind][key]).join(between);
    return text(
      `期间 ${quote(value)} 与此项的报送期不符：应按${said('zh', '或')}报送。`,
      `The period ${quote(value)} does not fit: this item is delivered per ${said('en', ' or ')}.`,
      `请写成 ${said('form', '、')} 这样的期间。`,
      `Write a period like ${said('form', ', ')}.`,
    );
  },
  'value.missing': ({ item, mayBeNA }: { item: string; mayBeNA: boolean }) =>
    text(
      `指标 ${quote(item)} 没有数值。`,
      `The row for ${quote(item)} has no value.`,
      `请填写数值；${mayBeNA ? '不适用时填 NA；' : ''}尚未提供时删除整行。`,
      `Fill in the value; ${mayBeNA ? 'write NA where the item does not apply; ' : ''}delete the row where nothing was delivered.`,
    ),
  'value.not-a-number': ({ value, mayBeNA }: { value: string; mayBeNA: boolean }) =>
    text(
      `${quote(value)} 不是数。`,
      `${quote(value)} is not a number.`,
      whyNoNumber(value)?.zh ?? `请填写数字，例如 12.5${mayBeNA ? '；不适用时填 NA' : ''}。`,
      whyNoNumber(value)?.en ?? `Give a number such as 12.5${mayBeNA ? ', or NA where the item does not apply' : ''}.`,
    ),
  'value.not-applicable': ({ value, item, title }: RefusedReading) =>
    text(
      `${quote(value)}表示不适用，而指标${itemZh(item, title)}没有规定可以不适用。`,
      `${quote(value)} says “does not apply”, and the item ${itemEn(item, title)} does not provide for that.`,
      '请填写数值；确无数据的留空，按未提供处理。',
      'Give the figure, or leave the cell empty: it then counts as not delivered.',
    ),
  'value.share-or-percent': ({ value, item, title }: RefusedReading) =>
    text(
      `指标${itemZh(item, title)}的单位是 %，${quote(value)}像是小数：是 ${value}%，还是它的 100 倍，没有人确认。`,
      `The item ${itemEn(item, title)} is in %, and ${quote(value)} looks like a fraction: whether it is ${value} % or 100 times that, nobody has said.`,
      '请在“对应表格”中回答，或在表中写明百分号。',
      'Say so when the tables are matched, or write the percent sign in the sheet.',
    ),
  'value.date': ({ value }: { value: string }) =>
    text(
      `数值列中是日期 ${quote(value)};Excel 会把 3-5 之类自动变成日期。`,
      `The value is a date, ${quote(value)}; Excel turns entries such as 3-5 into dates.`,
      '请把单元格设为“常规”或“文本”格式后重新填写。',
      'Format the cell as General or Text and enter the value again.',
    ),
  'value.exponent': ({ value }: { value: string }) =>
    text(
      `${quote(value)} 是科学计数法，可能已丢失数字。`,
      `${quote(value)} is in exponent notation, in which digits may have been lost.`,
      '请把单元格设为“数值”格式，写出全部数字。',
      'Format the cell as a number and write out all digits.',
    ),
  'value.too-many-digits': ({ digits }: { digits: number }) =>
    text(
      `数有 ${digits} 位，最多 40 位。`,
      `The number has ${digits} digits; 40 are the most.`,
      '请检查是否粘贴有误。',
      'Check whether something was pasted by mistake.',
    ),
  'value.percent': ({ value, unit }: { value: string; unit: string }) =>
    text(
      `${quote(value)} 带百分号，而此指标的单位${unit ? `是 ${quote(unit)}` : '不是 %'}。`,
      `${quote(value)} has a percent sign, but the unit of this item is ${unit ? quote(unit) : 'not %'}.`,
      '请按该指标的单位填写数值，不带 %。',
      'Give the figure in the unit of the item, without %.',
    ),
  'value.flag': ({ value }: { value: string }) =>
    text(
      `${quote(value)} 不是“是/否”。`,
      `${quote(value)} is neither true nor false.`,
      '请填 true 或 false(也可填 是/否、1/0)。',
      'Write true or false (是/否 and 1/0 are understood too).',
    ),
  'value.word': notInVocabulary({ zh: '数值', en: 'value' }),
  'value.below-limit': ({ value, limit }: { value: string; limit: string }) =>
    text(
      `${value} 小于下限 ${limit}。`,
      `${value} is below the lowest value, ${limit}.`,
      `请核对；允许的最小值是 ${limit}。`,
      `Check the figure; the lowest value allowed is ${limit}.`,
    ),
  'value.above-limit': ({ value, limit }: { value: string; limit: string }) =>
    text(
      `${value} 大于上限 ${limit}。`,
      `${value} is above the highest value, ${limit}.`,
      `请核对；允许的最大值是 ${limit}。`,
      `Check the figure; the highest value allowed is ${limit}.`,
    ),
  'category.missing': ({ words }: { words: readonly string[] }) =>
    text(
      '缺少类别（category）。',
      'The category is missing.',
      words.length > 0 ? `请填写：${listOf(words)}。` : '请填写类别。',
      words.length > 0 ? `Fill in one of: ${listOf(words)}.` : 'Fill in the category.',
    ),
  'category.unknown': notInVocabulary({ zh: '类别', en: 'category' }),
  'rater.missing': () =>
    text(
      '没有评分人。',
      'The rater is missing.',
      '请填写评分人的编号(可用代号，不必是姓名)。',
      'Fill in the rater’s id (a code, not necessarily a name).',
    ),
  'rater.twice': ({ rater, earlier, value }: { rater: string; earlier: Earlier; value: string }) =>
    text(
      `评分人 ${quote(rater)} 对同一对象、指标、期间已在${earlierZh(earlier)}评分（${value}）；以先出现的为准。`,
      `The rater ${quote(rater)} has already rated this subject, item and period in ${earlierEn(earlier)} (${value}); the first one stands.`,
      '每名评分人只能评一次，请删除其中一行。',
      'A rater rates once; delete one of the rows.',
    ),
  'matter.missing': () => missing('matter'),
  'date.missing': () => missing('date'),
  'date.form': ({ value }: { value: string }) =>
    text(
      `${quote(value)} 不是日期。`,
      `${quote(value)} is not a date.`,
      '请写成 2024-03-05。',
      'Write it as 2024-03-05.',
    ),
  'row.repeated': ({ earlier, value }: { earlier: Earlier; value: string }) =>
    text(
      `同一期间、对象、指标已在${earlierZh(earlier)}给出（${value}）；以先出现的为准。`,
      `This period, subject and item is already given in ${earlierEn(earlier)} (${value}); the first one stands.`,
      '每个期间、对象、指标只能有一行，请删除其中一行。',
      'There may be one row per period, subject and item; delete one of them.',
    ),
};
