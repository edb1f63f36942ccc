import type { PeriodKind } from '../data/period.ts';
import type { LocalText } from '../reader/figure.ts';
import { amendmentTexts } from './amendment-texts.ts';

/** What a finding says, and what would mend it. */
export interface FindingText {
  readonly message: LocalText;
  readonly remedy: LocalText;
}

type TableName = 'subjects' | 'observations';

const text = (zh: string, en: string, remedyZh: string, remedyEn: string): FindingText => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

const TABLE_ZH: Readonly<Record<TableName, string>> = { subjects: '对象表', observations: '观测表' };

const COLUMN_ZH: Readonly<Record<string, string>> = {
  period: '期间',
  subject: '对象',
  name: '名称',
  group: '组别',
  parent: '上级',
  item: '指标',
  value: '数值',
  category: '类别',
  rater: '评分人',
  matter: '事项',
  date: '日期',
  note: '备注',
};

const columnZh = (column: string) => (COLUMN_ZH[column] ? `${COLUMN_ZH[column]}（${column}）` : column);
const headerZh = (column: string) => (COLUMN_ZH[column] ? `“${COLUMN_ZH[column]}”或 ${column}` : column);

/** A cell's text in a message: long ones are cut, for a message is read in one line. */
const quote = (value: string) => `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;

const listOf = (words: readonly string[], most = 12) =>
  words.slice(0, most).join('、') + (words.length > most ? ` … (${words.length})` : '');

const suggestZh = (suggestion: string | null, otherwise: string) =>
  suggestion === null ? otherwise : `是否应为${quote(suggestion)}？`;
const suggestEn = (suggestion: string | null, otherwise: string) =>
  suggestion === null ? otherwise : `Did you mean ${quote(suggestion)}?`;

const NOTHING_TO_DO = [
  '无需处理；如不对，请在文件中改正后重新导入。',
  'Nothing to do; if this is wrong, correct the file and import again.',
] as const;

const rewritten = (before: string, after: string) =>
  text(`${quote(before)}读作${quote(after)}。`, `${quote(before)} was read as ${quote(after)}.`, ...NOTHING_TO_DO);

/** A value that a mapping keeps out, of an item with its title. */
interface RefusedReading {
  value: string;
  item: string;
  title: LocalText;
}

/** A number that may be a share of one, and what it would be in %. */
interface MaybeFraction {
  item: string;
  title: LocalText;
  value: string;
  percent: string;
  /** All numbers of the item look like that. */
  isWhole: boolean;
}

const itemZh = (item: string, { zh }: LocalText) => (zh === item || zh === '' ? quote(item) : `${quote(zh)}(${item})`);
const itemEn = (item: string, { en }: LocalText) => (en === item || en === '' ? quote(item) : `${quote(en)} (${item})`);

interface Rewritten {
  before: string;
  after: string;
}

const missing = (column: string) =>
  text(
    `缺少${columnZh(column)}。`,
    `The ${column} is missing.`,
    `请在“${columnZh(column)}”列填写；不需要此行时删除整行。`,
    `Fill in the column ${column}, or delete the row if it is not needed.`,
  );

const notInVocabulary =
  (what: { zh: string; en: string }) =>
  (facts: { value: string; words: readonly string[]; suggestion: string | null }) =>
    text(
      `${what.zh}${quote(facts.value)}不在规定的用词之内：${listOf(facts.words)}。`,
      `The ${what.en} ${quote(facts.value)} is not one of the words provided: ${listOf(facts.words)}.`,
      suggestZh(facts.suggestion, `请改用：${listOf(facts.words)}。`),
      suggestEn(facts.suggestion, `Use one of: ${listOf(facts.words)}.`),
    );

/**
 * All findings of an import by their codes. The keys are the stable codes of docs/data.md; each takes the facts that its
 * sentence needs.
 */
const PERIOD_KINDS: Readonly<Record<PeriodKind, { readonly zh: string; readonly en: string; readonly form: string }>> =
  {
    year: { zh: '年', en: 'year', form: '2024' },
    half: { zh: '半年', en: 'half-year', form: '2024-H1' },
    quarter: { zh: '季度', en: 'quarter', form: '2024-Q1' },
    month: { zh: '月', en: 'month', form: '2024-03' },
  };

export const importTexts = {
  // ------------------------------------------------------------ the whole import is refused
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
  'column.missing': ({ table, column }: { table: TableName; column: string }) =>
    text(
      `${TABLE_ZH[table]}缺少“${columnZh(column)}”列。`,
      `The ${table} table has no column ${column}.`,
      `请在表头加上${headerZh(column)}。`,
      `Add ${column} to the header row.`,
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

  // ------------------------------------------------------------ a row is refused
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
      `数值在合并单元格 ${address} 中，不知道是各行相同还是各行合计。`,
      `The value stands in the merged cell ${address}: the same for every row, or the sum of all?`,
      '请取消合并，逐行填写数值。',
      'Unmerge the cells and give every row its own value.',
    ),
  'subject.missing': () => missing('subject'),
  'subject.twice': ({ id, row }: { id: string; row: number }) =>
    text(
      `对象 ${quote(id)} 重复，第 ${row} 行已有；以先出现的为准。`,
      `The subject ${quote(id)} is already in row ${row}; the first one stands.`,
      '请删除其中一行，或改用不同的编号。',
      'Delete one of the rows, or give it another id.',
    ),
  'subject.unknown': ({ id, suggestion }: { id: string; suggestion: string | null }) =>
    text(
      `对象 ${quote(id)} 不在对象表中。`,
      `The subject ${quote(id)} is not in the subjects table.`,
      suggestZh(suggestion, '请改正编号，或把该对象加入对象表。'),
      suggestEn(suggestion, 'Correct the id, or add it to the subjects table.'),
    ),
  'subject.unconfirmed': ({ name, likely }: { name: string; likely: string | null }) =>
    text(
      `名单里没有${quote(name)}，也没有人确认它是谁，此行不读入。`,
      `No subject is called ${quote(name)}, and nobody has confirmed who it is; the row was not read.`,
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
      `请填写数字，例如 12.5${mayBeNA ? '；不适用时填 NA' : ''}。`,
      `Give a number such as 12.5${mayBeNA ? ', or NA where the item does not apply' : ''}.`,
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
  'rater.twice': ({ rater, row, value }: { rater: string; row: number; value: string }) =>
    text(
      `评分人 ${quote(rater)} 对同一对象、指标、期间已在第 ${row} 行评分（${value}）；以先出现的为准。`,
      `The rater ${quote(rater)} has already rated this subject, item and period in row ${row} (${value}); the first one stands.`,
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
  'row.repeated': ({ row, value }: { row: number; value: string }) =>
    text(
      `同一期间、对象、指标已在第 ${row} 行给出（${value}）；以先出现的为准。`,
      `This period, subject and item is already given in row ${row} (${value}); the first one stands.`,
      '每个期间、对象、指标只能有一行，请删除其中一行。',
      'There may be one row per period, subject and item; delete one of them.',
    ),

  // ------------------------------------------------------------ accepted with a changed value
  'text.trimmed': ({ before, after }: Rewritten) =>
    text(`去掉了${quote(before)}两端的空格。`, `Spaces around ${quote(after)} were removed.`, ...NOTHING_TO_DO),
  'value.width': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.thousands': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.percent-unit': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.unit': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.number-form': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.na': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.flag-word': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.word-form': ({ before, after }: Rewritten) => rewritten(before, after),
  'subject.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'matter.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'item.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'category.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'period.rewritten': ({ before, after }: Rewritten) => rewritten(before, after),
  'date.rewritten': ({ before, after }: Rewritten) => rewritten(before, after),
  'cell.rounded': ({ before, after }: Rewritten) =>
    text(
      `计算得到的 ${before} 按 15 位有效数字读作 ${after}。`,
      `The computed ${before} was read with 15 digits as ${after}.`,
      ...NOTHING_TO_DO,
    ),
  'cell.merged-filled': ({ after, address }: { after: string; address: string }) =>
    text(
      `空单元格按合并单元格 ${address} 填为${quote(after)}。`,
      `The empty cell was filled from the merged cell ${address}: ${quote(after)}.`,
      ...NOTHING_TO_DO,
    ),
  'subject.name-from-id': ({ after }: { after: string }) =>
    text(
      `没有名称，以编号${quote(after)}代替。`,
      `There is no name; the id ${quote(after)} stands for it.`,
      '可在 name 列填写名称。',
      'Fill in the column name.',
    ),

  // ------------------------------------------------------------ worth knowing
  'file.content': ({ extension, content }: { extension: string; content: 'workbook' | 'text' }) =>
    text(
      `文件名以 .${extension} 结尾，内容却是${content === 'workbook' ? '工作簿' : '文本'}；已按内容读取。`,
      `The name ends in .${extension}, the content is ${content === 'workbook' ? 'a workbook' : 'text'}; it was read by its content.`,
      '建议改正文件名。',
      'Give the file the right name.',
    ),
  'file.encoding-read': ({ encoding }: { encoding: string }) =>
    text(
      `按 ${encoding.toUpperCase()} 编码读取。`,
      `The text was read as ${encoding.toUpperCase()}.`,
      '如有乱码，请另存为 CSV UTF-8。',
      'If characters are wrong, save the file as CSV UTF-8.',
    ),
  'table.ignored': () =>
    text(
      '此表既不像对象表也不像观测表，没有读取。',
      'This table looks neither like subjects nor like observations and was not read.',
      '如应读取，请把工作表命名为 subjects 或 observations，并检查表头。',
      'If it should be read, name it subjects or observations and check its header.',
    ),
  'table.hidden': () =>
    text(
      '隐藏的工作表没有读取。',
      'The hidden sheet was not read.',
      '如应读取，请取消隐藏。',
      'Unhide it if it should be read.',
    ),
  'table.other-of-kind': ({ table, taken }: { table: TableName; taken: string }) =>
    text(
      `表头像${TABLE_ZH[table]}，但已有名称相符的 ${quote(taken)}，此表没有读取。`,
      `The header looks like ${table}, but ${quote(taken)} bears that name; this one was not read.`,
      `如应读取，请在名称中加上 ${table}。`,
      `If it should be read too, put ${table} into its name.`,
    ),
  'table.name-misleads': ({ table }: { table: TableName }) =>
    text(
      `名称像另一种表，但表头是${TABLE_ZH[table]}；已按表头读取。`,
      `The name says otherwise, but the header is that of ${table}; it was read by its header.`,
      '建议改正名称。',
      'Correct the name.',
    ),
  'table.no-rows': () =>
    text(
      '观测表只有表头，没有数据。',
      'The observations table has a header but no rows.',
      '如应有数据，请检查文件。',
      'Check the file if it should hold data.',
    ),
  'header.not-first': ({ rows }: { rows: number }) =>
    text(`表头之上的 ${rows} 行没有读取。`, `Rows above the header that were not read: ${rows}.`, ...NOTHING_TO_DO),
  'template.subjects-elsewhere': ({ file }: { file: string }) =>
    text(
      `采集表中附带的对象表没有读取，以 ${quote(file)} 的对象表为准。`,
      `The subjects carried along in this collection workbook were not read; those of ${quote(file)} are taken.`,
      '无需处理。',
      'Nothing to do.',
    ),
  'template.subjects-repeated': ({ rows, file }: { rows: number; file: string }) =>
    text(
      `对象表中有 ${rows} 行与 ${quote(file)} 完全相同，只计一次。`,
      `${rows} rows of the subjects are the same as in ${quote(file)} and count once.`,
      '无需处理。',
      'Nothing to do.',
    ),
  'column.unknown': ({ title }: { title: string }) =>
    text(
      `观测表中的列 ${quote(title)} 不认识，没有读取。`,
      `The column ${quote(title)} of the observations is not known and was not read.`,
      '如应读取，请改用规定的列名。',
      'If it should be read, give it one of the known titles.',
    ),
  'column.unnamed': () =>
    text(
      '此列没有标题却有内容，没有读取。',
      'The column has content but no title and was not read.',
      '请填写标题或清空该列。',
      'Give it a title or clear it.',
    ),
  'column.no-name': () =>
    text(
      '对象表没有 name(名称)列，以编号代替名称。',
      'The subjects table has no column name; ids stand for names.',
      '请加上 name(名称)列。',
      'Add the column name.',
    ),
  'row.short': ({ cells, header }: { cells: number; header: number }) =>
    text(
      `此行只有 ${cells} 个字段，表头有 ${header} 个；其余按空处理。`,
      `The row has ${cells} fields, the header ${header}; the rest counts as empty.`,
      '请检查是否少了逗号。',
      'Check whether a comma is missing.',
    ),
  'subject.unknown-parent': ({ parent, suggestion }: { parent: string; suggestion: string | null }) =>
    text(
      `上级 ${quote(parent)} 不在对象表中。`,
      `The parent ${quote(parent)} is not in the subjects table.`,
      suggestZh(suggestion, '请改正编号，或把上级加入对象表。'),
      suggestEn(suggestion, 'Correct the id, or add the parent to the subjects table.'),
    ),
  'matter.unknown-subject': ({
    matter,
    part,
    suggestion,
  }: {
    matter: string;
    part: LocalText;
    suggestion: string | null;
  }) =>
    text(
      `事项 ${quote(matter)} 不是${quote(part.zh)}中的对象，此行在那里不计。`,
      `The matter ${quote(matter)} is no subject of ${quote(part.en)}; the row counts for nothing there.`,
      suggestZh(suggestion, '请改正编号，或把对象加入对象表。'),
      suggestEn(suggestion, 'Correct the id, or add the subject to the subjects table.'),
    ),
  'value.na-not-provided': ({ item, event }: { item: string; event: boolean }) =>
    text(
      `指标 ${quote(item)} 没有规定可以不适用(NA);${event ? '此行视为没有' : '按未提供处理'}。`,
      `The item ${quote(item)} does not provide for NA; ${event ? 'the row counts as not there' : 'it counts as missing'}.`,
      '如确实不适用，请与方案制定者核对。',
      'If it really does not apply, ask the keeper of the scheme.',
    ),
  'value.maybe-fraction': ({ item, title, value, percent, isWhole }: MaybeFraction) =>
    text(
      isWhole
        ? `指标${itemZh(item, title)}的单位是 %，表中的数却都像小数：${value} 按 ${value}% 读入，不是 ${percent}%，其余类推。`
        : `指标${itemZh(item, title)}的单位是 %，其他数大得多，${quote(value)}像是小数：按 ${value}% 读入，不是 ${percent}%。`,
      isWhole
        ? `The item ${itemEn(item, title)} is in %, and all numbers look like fractions: ${value} was read as ${value} %, not as ${percent} %, and so were the others.`
        : `The item ${itemEn(item, title)} is in %, and ${quote(value)} looks like a fraction among far larger numbers: it was read as ${value} %, not as ${percent} %.`,
      `无需处理；如应为 ${percent}%，请在文件中写成 ${percent} 或 ${percent}% 后重新导入。`,
      `Nothing to do; if ${percent} % is meant, write ${percent} or ${percent}% in the file and import it again.`,
    ),
  // ------------------------------------------------------------ sheets in foreign layouts
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
  ...amendmentTexts,
  'findings.more': ({ code, more }: { code: string; more: number }) =>
    text(
      `另有 ${more} 处同类情况（${code}）没有逐条列出。`,
      `${more} more of this kind (${code}) are not listed one by one.`,
      '改正已列出的之后重新导入，即可看到其余的。',
      'Correct those that are listed and import again to see the rest.',
    ),
};

/** Stable code of a finding. */
export type FindingCode = keyof typeof importTexts;

/** What the text of a code wants to know. */
export type FindingFacts<Code extends FindingCode> =
  Parameters<(typeof importTexts)[Code]> extends [infer Facts] ? Facts : void;
