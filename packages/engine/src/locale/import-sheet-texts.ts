import { NOTHING_TO_DO, quote, rewritten, text } from './finding-text.ts';
import type { Rewritten } from './finding-text.ts';

/** What is said of sheets in foreign layouts. */
export const importSheetTexts = {
  'subject.from-name': ({ before, after }: Rewritten) =>
    text(
      `按名称${quote(before)}认作对象 ${quote(after)}。`,
      `The name ${quote(before)} was taken for the subject ${quote(after)}.`,
      ...NOTHING_TO_DO,
    ),
  'subject.confirmed': ({ before, after }: Rewritten) =>
    text(
      `${quote(before)}不是名单里的名称，按确认的对应关系认作对象 ${quote(after)}。`,
      `${quote(before)} is no name of the list; it was taken for the subject ${quote(after)}, as was confirmed.`,
      ...NOTHING_TO_DO,
    ),
  'item.from-title': ({ before, after }: Rewritten) =>
    text(
      `${quote(before)}按对应关系认作指标 ${quote(after)}。`,
      `${quote(before)} was taken for the item ${quote(after)}, as the mapping says.`,
      ...NOTHING_TO_DO,
    ),
  'cell.word-mapped': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.word-mapped': ({ before, after }: Rewritten) =>
    text(
      `${quote(before)}按对应关系读作${quote(after)}。`,
      `${quote(before)} was read as ${quote(after)}, as the mapping says.`,
      ...NOTHING_TO_DO,
    ),
  'value.na-word': ({ before, after }: Rewritten) =>
    text(
      `${quote(before)}表示不适用，读作${quote(after)}。`,
      `${quote(before)} says “does not apply” and was read as ${quote(after)}.`,
      ...NOTHING_TO_DO,
    ),
  'value.scaled': ({ before, after }: Rewritten) =>
    text(
      `表头单位与指标不同：${quote(before)}换算为${quote(after)}。`,
      `The header has another unit than the item: ${quote(before)} was converted to ${quote(after)}.`,
      ...NOTHING_TO_DO,
    ),
  'value.share-read': ({ before, after }: Rewritten) =>
    text(
      `${quote(before)}是小数，按对应关系读作 ${after}%。`,
      `${quote(before)} is a fraction and was read as ${after} %, as the mapping says.`,
      ...NOTHING_TO_DO,
    ),
  'value.empty-read': ({ after }: Rewritten) =>
    text(
      `空白单元格按对应关系读作${quote(after)}。`,
      `The empty cell was read as ${quote(after)}, as the mapping says.`,
      ...NOTHING_TO_DO,
    ),
  'row.total': ({ label }: { label: string }) =>
    text(
      `${quote(label)}是合计或平均行，不读入。`,
      `${quote(label)} is a row of totals or averages and was not read.`,
      '无需处理；如它是考核对象，请加入对象表。',
      'Nothing to do; if it is somebody who is scored, add it to the subjects table.',
    ),
  'row.below': ({ label }: { label: string }) =>
    text(
      `表格下方的行（${quote(label)}）不读入。`,
      `The row below the table (${quote(label)}) was not read.`,
      '无需处理；如属于数据，请在对应关系中改正数据的末行。',
      'Nothing to do; if it belongs to the data, correct the last row of the data in the mapping.',
    ),
  'row.without-figures': () =>
    text(
      '此行没有任何数值，不读入。',
      'The row holds no figure and was not read.',
      '如应有数值，请填写后重新导入。',
      'If it should hold figures, fill them in and import again.',
    ),
  'row.no-subject': () =>
    text(
      '此行按对应关系不属于任何考核对象，不读入。',
      'By the mapping this row is about nobody who is scored; it was not read.',
      '如属于某个对象，请在对应关系中指明。',
      'If it is about a subject, say so in the mapping.',
    ),
  'row.hidden': () =>
    text(
      '此行在表中是隐藏的，照样读入。',
      'This row is hidden in the workbook; it was read all the same.',
      '如不应读入，请在“对应表格”中选择不读隐藏的行，或在表中删除此行。',
      'If it is not meant, say so when the tables are matched, or delete it in the workbook.',
    ),
  'cell.format-scaled': ({ value, format }: { value: string; format: string }) =>
    text(
      `数字格式 ${quote(format)} 把此数缩小显示，读入的是存的数 ${value}。`,
      `The number format ${quote(format)} shows this number scaled down; what was read is the number that is stored, ${value}.`,
      '请核对单位；如不对，请改正后重新导入。',
      'Check the unit; if it is wrong, correct it and import again.',
    ),
  'cell.format-empty': ({ value }: { value: string }) =>
    text(
      `数字格式使此数在表中看不见，读入 ${value}。`,
      `The number format makes this number invisible in the sheet; ${value} was read.`,
      '如不应读入，请删去此数。',
      'If it is not meant, delete it.',
    ),
  'cell.external': ({ formula }: { formula: string }) =>
    text(
      `公式 ${quote(`=${formula}`)} 取自另一个工作簿，读入的是上次保存时的结果，可能已过时。`,
      `The formula ${quote(`=${formula}`)} takes its value from another workbook; what was read is the result of the last save and may be out of date.`,
      '请打开两个工作簿更新后再保存，或直接填写数值。',
      'Open both workbooks, let it update and save, or type the value.',
    ),
  'row.hidden-out': () =>
    text(
      '此行在表中是隐藏的，按对应关系不读入。',
      'This row is hidden in the workbook; by the mapping it was not read.',
      '如应读入，请在“对应表格”中选择读入隐藏的行，或在表中取消隐藏。',
      'If it is meant, say so when the tables are matched, or show it in the workbook.',
    ),
  'column.hidden': ({ title }: { title: string }) =>
    text(
      `列${quote(title)}在表中是隐藏的，照样读入。`,
      `The column ${quote(title)} is hidden in the workbook; it was read all the same.`,
      '如不应读入，请在表中删除此列。',
      'If it is not meant, delete it in the workbook.',
    ),
  'header.repeated': ({ rows }: { rows: number }) =>
    text(
      `表头在表中重复出现 ${rows} 次，重复的行不读入。`,
      `The header is printed ${rows} more ${rows === 1 ? 'time' : 'times'} within the table; those rows were not read.`,
      ...NOTHING_TO_DO,
    ),
  'value.inexact': ({ value }: { value: string }) =>
    text(
      `${quote(value)}不是确切的数(含“≥”“约”“以上”之类)。`,
      `${quote(value)} is no exact number: it says “at least”, “about” or the like.`,
      '请填写确切的数。',
      'Give the exact number.',
    ),
  'value.range': ({ value }: { value: string }) =>
    text(
      `${quote(value)}是一个范围，不是一个数。`,
      `${quote(value)} is a range, not a number.`,
      '请填写其中确切的数。',
      'Give the exact number within it.',
    ),
};
