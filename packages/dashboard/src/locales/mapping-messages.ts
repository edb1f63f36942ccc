import type { RowKind, SheetRole } from '@kaoheng/engine/live';
import type { FieldName } from '../load/mapping/column-choices.ts';

/** Texts of the table that says what the texts of a column stand for. */
export interface MappingWordMessages {
  readonly heading: (column: string, texts: number, unknown: number) => string;
  readonly text: string;
  readonly firstCell: string;
  readonly means: string;
  readonly meansOf: (text: string) => string;
  readonly refused: string;
  readonly notApplicable: string;
  readonly more: (texts: number) => string;
}

/** Texts of the step in which foreign tables are matched with the scheme. */
export interface MappingMessages {
  readonly heading: string;
  readonly lead: string;
  readonly questions: (open: number, all: number) => string;
  readonly noQuestions: string;
  /** Words such as “—” in several columns whose items do not provide for them. */
  readonly notApplicableColumns: (words: readonly string[], columns: number) => string;
  readonly columnByColumn: (columns: number) => string;
  /** Some columns have another answer than others. */
  readonly columnsDiffer: (columns: number) => string;
  readonly openStays: string;
  readonly place: (file: string, sheet: string, cell: string) => string;
  readonly choose: string;
  readonly otherPeriod: string;
  readonly otherSubject: string;
  /** Why a text is no answer to who somebody is. */
  readonly noSubject: (text: string, why: 'nobody' | 'several') => string;
  /** Beside an answer that is probably right. */
  readonly likely: string;
  readonly takeLikely: (count: number) => string;
  readonly otherRater: string;
  /** One of several files of a name; `kilobytes` is `null` where the size is not known. */
  readonly oneOfFiles: (file: string, number: number, of: number, kilobytes: number | null) => string;
  /** One of several tables of a sheet, by its first cell. */
  readonly part: (cell: string) => string;
  readonly proposing: string;
  readonly sheets: string;
  readonly role: string;
  readonly roles: Readonly<Record<SheetRole, string>>;
  readonly period: string;
  /** What holds for all rows of a table. */
  readonly allRows: string;
  readonly headerRows: string;
  readonly headerFirst: string;
  readonly headerLast: string;
  readonly alsoSubjects: string;
  readonly rowCount: (rows: string) => string;
  readonly hidden: string;
  /** To read all tables of a sheet as one. */
  readonly joinTables: string;
  readonly joinTablesHint: string;
  readonly partTables: string;
  readonly partTablesHint: string;
  readonly preview: (sheet: string) => string;
  readonly columnMeans: (column: string) => string;
  readonly meanings: Readonly<Record<FieldName, string>>;
  readonly fields: string;
  readonly items: string;
  readonly subjects: string;
  readonly ofSubject: (name: string, id: string) => string;
  readonly ofCategory: (category: string) => string;
  readonly ofRater: (rater: string) => string;
  readonly ofWord: (word: string) => string;
  readonly words: MappingWordMessages;
  readonly sure: readonly [string, string, string];
  readonly times: (factor: string) => string;
  readonly rowKinds: Readonly<Record<RowKind, string>>;
  readonly go: string;
  readonly back: string;
}

export const mappingZh: MappingMessages = {
  heading: '对应表格',
  lead: '文件不是本系统的格式。下面是对每张表、每一列的判断，请核对；有误的直接改。确认后随工作区保存，来年同样的表格不用再对。',
  questions: (open, all) => (open > 0 ? `待确认（${all} 项，${open} 项未答）` : `请核对（${all} 项，均已有答案）`),
  noQuestions: '没有拿不准的地方。',
  notApplicableColumns: (words, columns) =>
    `有 ${columns} 列写着${words
      .slice(0, 6)
      .map((word) => `“${word}”`)
      .join('、')}${words.length > 6 ? '等' : ''}，表示不适用，但这些指标没有规定可以不适用。怎么读？`,
  columnByColumn: (columns) => `列出这 ${columns} 列，可逐列另选`,
  columnsDiffer: (columns) => `这 ${columns} 列的选择不一致，展开查看`,
  openStays: '没有答案的名称、词语和列不读入，都会列在导入报告里，不会悄悄丢掉。',
  place: (file, sheet, cell) => [file, sheet, cell].filter(Boolean).join(' › '),
  choose: '请选择…',
  otherPeriod: '或填写考核期，如 2024、2024-Q1',
  otherSubject: '或从名单中选：输入名称或编号',
  noSubject: (text, why) =>
    why === 'nobody' ? `名单里没有“${text}”，请从列表中选。` : `名单里有几个“${text}”，请从列表中选带编号的一项。`,
  likely: '像是',
  takeLikely: (count) => `这 ${count} 个名称都按“像是”的那一项认定`,
  otherRater: '或填写评分人的编号',
  oneOfFiles: (file, number, of, kilobytes) =>
    `${file}（同名 ${of} 个文件中的第 ${number} 个${kilobytes === null ? '' : `，${kilobytes} KB`}）`,
  part: (cell) => `${cell} 起的表`,
  proposing: '正在重新判断…',
  sheets: '各张表',
  role: '这张表是',
  roles: {
    subjects: '对象名单',
    wide: '每行一个对象、每列一项指标',
    long: '每行一条数据',
    own: '本系统格式，直接读',
    ignore: '不读',
  },
  period: '考核期',
  allRows: '各行共有',
  headerRows: '表头所在行',
  headerFirst: '表头首行',
  headerLast: '表头末行',
  joinTables: '合为一张表',
  joinTablesHint: '此工作表被看作几张表。如果其实是一张，请合并后再核对表头所在行。',
  partTables: '重新分开',
  partTablesHint: '此工作表已按一张表读。',
  alsoSubjects: '同时作为考核对象名单',
  rowCount: (rows) => `${rows} 行`,
  hidden: '隐藏的表',
  preview: (sheet) => `${sheet} 的预览`,
  columnMeans: (column) => `${column} 列是`,
  meanings: {
    ignore: '不读',
    'subject by id': '对象（编号）',
    'subject by name': '对象（名称）',
    name: '名称',
    group: '分组',
    parent: '上级',
    attribute: '对象的其他属性',
    period: '考核期',
    item: '指标',
    value: '数值',
    unit: '计量单位',
    category: '类别',
    rater: '评分人',
    matter: '事项',
    date: '日期',
    note: '备注',
  },
  fields: '字段',
  items: '指标',
  subjects: '某个对象的数值',
  ofSubject: (name, id) => (name === id ? id : `${name} ${id}`),
  ofCategory: (category) => `类别 ${category}`,
  ofRater: (rater) => `评分人 ${rater}`,
  ofWord: (word) => `打勾即“${word}”`,
  words: {
    heading: (column, texts, unknown) =>
      `${column} 列用词对照（${texts} 种写法${unknown > 0 ? `，${unknown} 种未认出` : ''}）`,
    text: '表中写法',
    firstCell: '首见',
    means: '读作',
    meansOf: (text) => `“${text}”读作`,
    refused: '不读，列入退回清单',
    notApplicable: '不适用',
    more: (texts) => `再显示 ${texts} 种`,
  },
  sure: ['有把握', '较有把握', '把握不大'],
  times: (factor) => `数值乘以 ${factor}`,
  rowKinds: {
    above: '标题',
    header: '表头',
    data: '',
    hidden: '隐藏，不读',
    total: '合计',
    'repeated header': '重复表头',
    below: '表外',
  },
  go: '按此载入',
  back: '返回',
};

export const mappingEn: MappingMessages = {
  heading: 'Match the tables',
  lead: 'The files are not in the layout of this program. Below is what each sheet and column is taken for; correct what is wrong. It is kept with the workspace, and the same tables of next year need not be matched again.',
  questions: (open, all) =>
    open > 0 ? `To be settled (${all}, ${open} without an answer)` : `Please check (${all}, all have an answer)`,
  noQuestions: 'Nothing is in doubt.',
  notApplicableColumns: (words, columns) =>
    `${columns} columns say ${words
      .slice(0, 6)
      .map((word) => `“${word}”`)
      .join(
        ', ',
      )}${words.length > 6 ? ' …' : ''} for “does not apply”, which their items do not provide for. How shall that be read?`,
  columnByColumn: (columns) => `List these ${columns} columns and choose one by one`,
  columnsDiffer: (columns) => `These ${columns} columns have different answers: unfold to see`,
  openStays:
    'Names, words and columns without an answer are not read. All of them are in the import report; nothing is lost in silence.',
  place: (file, sheet, cell) => [file, sheet, cell].filter(Boolean).join(' › '),
  choose: 'Choose…',
  otherPeriod: 'or enter a period: 2024, 2024-Q1',
  otherSubject: 'or choose from the list: enter a name or an id',
  noSubject: (text, why) =>
    why === 'nobody'
      ? `No subject is called “${text}”; choose one of the list.`
      : `Several subjects are called “${text}”; choose the one with its id.`,
  likely: 'likely',
  takeLikely: (count) => (count === 1 ? 'Accept the likely name' : `Accept all ${count} likely names`),
  otherRater: 'or enter the id of a rater',
  oneOfFiles: (file, number, of, kilobytes) =>
    `${file} (file ${number} of ${of} with this name${kilobytes === null ? '' : `, ${kilobytes} KB`})`,
  part: (cell) => `table from ${cell}`,
  proposing: 'Proposing anew…',
  sheets: 'Sheets',
  role: 'This sheet is',
  roles: {
    subjects: 'a list of subjects',
    wide: 'one row for each subject, one column for each item',
    long: 'one row for each observation',
    own: 'in this program’s layout, read as it is',
    ignore: 'not read',
  },
  period: 'Period',
  allRows: 'All rows',
  headerRows: 'Rows of the header',
  headerFirst: 'First row of the header',
  headerLast: 'Last row of the header',
  joinTables: 'Make it one table',
  joinTablesHint: 'This sheet is taken for several tables. If it is one, join them and check the rows of the header.',
  partTables: 'Part it again',
  partTablesHint: 'This sheet is read as one table.',
  alsoSubjects: 'It is the list of subjects, too',
  rowCount: (rows) => `${rows} rows`,
  hidden: 'hidden sheet',
  preview: (sheet) => `Preview of ${sheet}`,
  columnMeans: (column) => `Column ${column} is`,
  meanings: {
    ignore: 'not read',
    'subject by id': 'subject (id)',
    'subject by name': 'subject (name)',
    name: 'name',
    group: 'group',
    parent: 'parent',
    attribute: 'another attribute',
    period: 'period',
    item: 'item',
    value: 'value',
    unit: 'unit',
    category: 'category',
    rater: 'rater',
    matter: 'matter',
    date: 'date',
    note: 'note',
  },
  fields: 'Fields',
  items: 'Items',
  subjects: 'Values of one subject',
  ofSubject: (name, id) => (name === id ? id : `${name} ${id}`),
  ofCategory: (category) => `category ${category}`,
  ofRater: (rater) => `rater ${rater}`,
  ofWord: (word) => `a tick says “${word}”`,
  words: {
    heading: (column, texts, unknown) =>
      `Words of column ${column} (${texts} spellings${unknown > 0 ? `, ${unknown} not known` : ''})`,
    text: 'In the table',
    firstCell: 'First cell',
    means: 'Read as',
    meansOf: (text) => `“${text}” is read as`,
    refused: 'not read: refused',
    notApplicable: 'does not apply',
    more: (texts) => `Show ${texts} more`,
  },
  sure: ['sure', 'likely', 'doubtful'],
  times: (factor) => `values × ${factor}`,
  rowKinds: {
    above: 'title',
    header: 'header',
    data: '',
    hidden: 'hidden, not read',
    total: 'total',
    'repeated header': 'header again',
    below: 'below',
  },
  go: 'Load like this',
  back: 'Back',
};
