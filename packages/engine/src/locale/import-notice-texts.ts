import type { LocalText } from '../reader/figure.ts';
import { NOTHING_TO_DO, TABLE_ZH, itemEn, itemZh, quote, suggestEn, suggestZh, text } from './finding-text.ts';
import type { MaybeFraction, TableName } from './finding-text.ts';

/** What is worth knowing about what was accepted. */
export const importNoticeTexts = {
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
  'column.undecided': ({ title }: { title: string }) =>
    text(
      `列${quote(title)}是什么，没有人确认，此列没有读取。`,
      `What the column ${quote(title)} is, nobody has said; it was not read.`,
      '如应读取，请在“对应表格”中回答后重新导入。',
      'If it should be read, say what it is when the tables are matched, and import again.',
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
  'value.na-not-provided': ({ item, title, event }: { item: string; title: LocalText; event: boolean }) =>
    text(
      `方案没有规定指标${itemZh(item, title)}可以不适用（NA），${event ? '此行不计' : '按未报处理'}。`,
      `The scheme does not let the item ${itemEn(item, title)} be NA; ${event ? 'the row counts as not there' : 'it counts as missing'}.`,
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
};
