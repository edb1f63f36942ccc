import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

/** Texts of the workbook of refused rows. */
export const refusalTexts = {
  title: text('未读入的行', 'Rows that were not read'),
  observations: text('未读入的数据', 'Refused data'),
  subjects: text('未读入的对象', 'Refused subjects'),
  others: text('其他问题', 'Other problems'),
  hint: text(
    '按“原因”和“处理办法”改正标红的格，不再需要的行删除，然后把本文件导入即可：只读左边各列，右边说明不读。',
    'Correct the red cells as “Reason” and “Remedy” say, delete rows that are not needed, then import this file: the columns on the left are read, those that explain are not.',
  ),
  othersHint: text(
    '这些问题不在某一行里，须在原文件中处理。',
    'These problems lie in no single row; they are to be mended in the files themselves.',
  ),
  place: text('原位置', 'Place'),
  reason: text('原因', 'Reason'),
  remedy: text('处理办法', 'Remedy'),
  code: text('代码', 'Code'),
  beyond: text('超出表头的格', 'Cells beyond the header'),
} as const;

/** Columns of the list of refusals as CSV. */
export const refusalHeaders: Readonly<Record<keyof LocalText, readonly string[]>> = {
  zh: ['文件', '工作表', '单元格', '代码', '原因', '处理办法'],
  en: ['file', 'sheet', 'cell', 'code', 'reason', 'remedy'],
};
