import { TABLE_ZH, columnZh, listOf, quote, text } from './finding-text.ts';
import type { TableName } from './finding-text.ts';

/** A column that a table cannot do without, the headers that were found, and those it is known by. */
export interface MissingColumn {
  readonly table: TableName;
  readonly column: string;
  readonly found: readonly string[];
  readonly known: readonly string[];
}

/** Why a whole import is refused. */
export const importFileTexts = {
  'file.empty': () =>
    text(
      '文件是空的。',
      'The file is empty.',
      '请检查是否选对了文件，或重新导出。',
      'Check that this is the right file, or export it again.',
    ),
  'file.not-a-table': ({ what }: { what: string }) =>
    text(
      `这是 ${what} 文件，不是表格。`,
      `This is a ${what} file, not a table.`,
      '请提供 .xlsx、.xls 或 .csv 文件。',
      'Give an .xlsx, .xls or .csv file.',
    ),
  'file.web-page': () =>
    text(
      '文件名是表格，内容却是网页(HTML)或 XML。许多系统的“导出 Excel”就是这样做的。',
      'The name says spreadsheet, the content is a web page (HTML) or XML, as many systems export it.',
      '用 Excel 或 WPS 打开，另存为 .xlsx，再导入。',
      'Open it in Excel or WPS, save it as .xlsx, and import that file.',
    ),
  'file.password': () =>
    text(
      '工作簿设有打开密码。',
      'The workbook is protected by a password.',
      '用 Excel 打开，去掉密码后另存，再导入。',
      'Open it in Excel, remove the password, save it, and import it again.',
    ),
  'file.compression': ({ codec }: { codec: string }) =>
    text(
      `Parquet 文件的压缩方式 ${codec} 无法读取。`,
      `The compression ${codec} of this Parquet file cannot be read.`,
      '请用 snappy、gzip、zstd 或不压缩的方式重新导出。',
      'Export it again with snappy, gzip or zstd, or without compression.',
    ),
  'file.damaged': ({ detail }: { detail: string }) =>
    text(
      `工作簿已损坏，无法读取${detail ? `(${detail})` : ''}。`,
      `The workbook is damaged and cannot be read${detail ? ` (${detail})` : ''}.`,
      '请重新获取或下载文件；或用 Excel 打开修复后另存。',
      'Get the file again, or open it in Excel, let it repair the file, and save it.',
    ),
  'file.too-large': ({ megabytes }: { megabytes: number }) =>
    text(
      `内容展开后约 ${megabytes} MB，超出可读取的大小(500 MB)。`,
      `The content takes about ${megabytes} MB; 500 MB is the most that can be read.`,
      '请删除无关的工作表和空白格式，或按期间分成几个文件。',
      'Remove sheets and empty formats that do not belong here, or split the file by period.',
    ),
  'file.encoding': () =>
    text(
      '文字编码无法识别(不是 UTF-8、UTF-16 或 GB18030)。',
      'The encoding of the text is unknown (neither UTF-8, UTF-16 nor GB18030).',
      '用 Excel 打开，另存为“CSV UTF-8(逗号分隔)”。',
      'Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.',
    ),
  'file.encoding-damaged': ({ line }: { line: number }) =>
    text(
      `文件是 UTF-8，但第 ${line} 行有损坏的字节。`,
      `The file is UTF-8, but line ${line} holds damaged bytes.`,
      '文件可能被截断或拼接过，请重新导出。',
      'The file may have been cut or glued together; export it again.',
    ),
  'csv.quote-open': ({ line }: { line: number }) =>
    text(
      `从第 ${line} 行开始的引号没有结束。`,
      `A quote that begins in line ${line} is never closed.`,
      '请在该行补上或删去引号(")。文字中的引号须写成两个("")。',
      'Close or remove the quote (") in that line. A quote within a text is written twice ("").',
    ),
  'csv.quote-misplaced': ({ line }: { line: number }) =>
    text(
      `第 ${line} 行中，结束引号之后还有文字。`,
      `In line ${line} there is text behind a closing quote.`,
      '文字中的引号须写成两个("")。',
      'A quote within a text is written twice ("").',
    ),
  'csv.line-too-long': ({ line }: { line: number }) =>
    text(
      `第 ${line} 行超过一百万个字符，不像表格。`,
      `Line ${line} has more than a million characters; this is no table.`,
      '请检查是否选对了文件，或重新导出。',
      'Check that this is the right file, or export it again.',
    ),
  'table.missing': ({ table, found }: { table: TableName; found: readonly string[] }) =>
    text(
      `没有找到${TABLE_ZH[table]}（${table}）。${found.length > 0 ? `已读到：${listOf(found)}。` : ''}`,
      `There is no ${table} table.${found.length > 0 ? ` What was found: ${listOf(found)}.` : ''}`,
      table === 'subjects'
        ? '请加入名为 subjects 的工作表或 subjects.csv，表头为 subject,name,group,parent；或用填报工作簿。其他格式的表先逐列对应（看板“载入数据”，或 kaoheng map）。'
        : '请加入名为 observations 的工作表或 observations.csv，表头为 period,subject,item,value,category,rater,matter,date,note；或用填报工作簿。其他格式的表先逐列对应（看板“载入数据”，或 kaoheng map）。',
      table === 'subjects'
        ? 'Add a sheet named subjects, or subjects.csv, with the header subject,name,group,parent; or use a collection workbook. A table in another layout is mapped first (“Load data” in the dashboard, or kaoheng map).'
        : 'Add a sheet named observations, or observations.csv, with the header period,subject,item,value,category,rater,matter,date,note; or use a collection workbook. A table in another layout is mapped first (“Load data” in the dashboard, or kaoheng map).',
    ),
  'table.empty': () =>
    text(
      '对象表没有任何一行可用。',
      'The subjects table has no usable row.',
      '请填入被考核的单位或人员。',
      'Fill in the units or persons that are scored.',
    ),
  'column.missing': ({ table, column, found, known }: MissingColumn) =>
    text(
      `${TABLE_ZH[table]}缺少“${columnZh(column)}”列；读到的表头：${listOf(found)}。`,
      `The ${table} table has no column ${column}; its headers: ${listOf(found)}.`,
      `请把这一列的表头写作其中之一：${listOf(known, known.length)}。${table === 'subjects' ? '没有编号的，就把名称一列的表头写作“单位”，名称即作编号。' : ''}`,
      `Head that column with one of these: ${listOf(known, known.length)}.${table === 'subjects' ? ' Where there are no ids, head the column of the names with “subject”: the names are the ids then.' : ''}`,
    ),
  'column.twice': ({ title, first }: { title: string; first: string }) =>
    text(
      `列 ${quote(title)} 出现两次(另一处在 ${first} 列)，无法知道以哪一列为准。`,
      `The column ${quote(title)} is there twice (also in ${first}); which one counts is unknown.`,
      '请删除或改名其中一列。',
      'Delete or rename one of the two.',
    ),
  'import.strict': ({ refused }: { refused: number }) =>
    text(
      `有 ${refused} 行不能接受，按要求整个导入不生效。`,
      `${refused} rows are refused, and the import was asked to take all rows or none.`,
      '请改正下列各行后重新导入。',
      'Correct the rows listed below and import again.',
    ),
};
