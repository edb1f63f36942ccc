/** What a file holds, and how it is made. */
export type Content =
  | { readonly text: string; readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' }
  | {
      readonly sheets: Readonly<Record<string, SheetContent>>;
      /** `lo-…`: opened and saved by LibreOffice, in that format; `ods`: saved as .ods in between. */
      readonly by?: 'sheetjs' | 'sheetjs-xls' | 'lo-xlsx' | 'lo-xls' | 'lo-ods-xlsx' | 'hucre';
      readonly date1904?: boolean;
    };

export interface SheetContent {
  readonly rows: readonly (readonly Cell[])[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** As a spreadsheet counts them. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
}

export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly v?: number | string; readonly z?: string; readonly f?: string; readonly e?: number };

export interface ForeignFile {
  readonly file: string;
  readonly content: Content;
  /** Without the list of subjects beside it. */
  readonly alone?: boolean;
  /** Read for the items that are rated, and not for the usual ones. */
  readonly rated?: boolean;
  /** The period that is being worked on. */
  readonly period?: string;
  /** Observations as `period subject item value cell`, with category and date, and the rater, where there are any. */
  readonly rows: readonly string[];
  /** Questions as `code cell`. */
  readonly asks: readonly string[];
  /** Findings that refuse, as `code cell`. */
  readonly refused: readonly string[];
  /** Rows of totals and rows below the table, of all sheets. */
  readonly totals?: number;
  readonly below?: number;
}

const csv = (...lines: readonly string[]): Content => ({ text: `${lines.join('\r\n')}\r\n` });
const book = (
  rows: SheetContent['rows'],
  more: Partial<SheetContent> & { name?: string; by?: NonNullable<Extract<Content, { sheets: unknown }>['by']> } = {},
): Content => {
  const { name = 'Sheet1', by, ...rest } = more;
  return { sheets: { [name]: { rows, ...rest } }, ...(by && { by }) };
};

const PLAIN = ['2024年农业生产情况', '单位,粮食产量,参保率', '张村,12.50,97', '李家村,8,96.5', '王村,10,99'];
const PLAIN_ROWS = [
  '2024 v1 grain 12.50 B3',
  '2024 v1 rate 97 C3',
  '2024 v2 grain 8 B4',
  '2024 v2 rate 96.5 C4',
  '2024 v3 grain 10 B5',
  '2024 v3 rate 99 C5',
];
const good = { rows: PLAIN_ROWS, asks: [], refused: [] };

const MERGED: SheetContent = {
  rows: [
    ['2024年第三季度综合情况表', null, null, null, null, null],
    ['填报单位：统计科', null, null, null, '填表日期：2024年10月8日', null],
    ['序号', '单位', '经济', null, '民生', null],
    [null, null, '粮食产量（吨）', '村集体收入(元)', '走访次数', '养老达标'],
    [1, '张村', 12.5, 1000, 3, '是'],
    [2, '李家村', 8, 2000.55, 4, '否'],
    ['合计', null, 20.5, 3000.55, 7, null],
    ['注：本表数据为快报数', null, null, null, null, null],
  ],
  merges: ['A1:F1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'A7:B7'],
};
const MERGED_ROWS = [
  '2024-Q3 v1 grain 12.5 C5',
  '2024-Q3 v1 income 1000 D5',
  '2024-Q3 v1 visits 3 E5',
  '2024-Q3 v1 pension true F5',
  '2024-Q3 v2 grain 8 C6',
  '2024-Q3 v2 income 2000.55 D6',
  '2024-Q3 v2 visits 4 E6',
  '2024-Q3 v2 pension false F6',
];
const merged = { rows: MERGED_ROWS, asks: [], refused: [], totals: 1, below: 1 };

/** Workbooks and texts as offices send them, and what must come out of each. */
export const FOREIGN_FILES: readonly ForeignFile[] = [
  // ---------------------------------------------------------------- encodings and separators
  { file: '01-plain.csv', content: csv(...PLAIN), ...good },
  { file: '02-bom.csv', content: { text: PLAIN.join('\n'), encoding: 'utf-8-bom' }, ...good },
  { file: '03-gb18030.csv', content: { text: PLAIN.join('\r\n'), encoding: 'gb18030' }, ...good },
  {
    file: '04-utf-16le.txt',
    content: { text: PLAIN.join('\r\n').replaceAll(',', '\t'), encoding: 'utf-16le' },
    ...good,
  },
  { file: '05-utf-16be.tsv', content: { text: PLAIN.join('\n').replaceAll(',', '\t'), encoding: 'utf-16be' }, ...good },
  { file: '06-semicolons.csv', content: csv(...PLAIN.map((line) => line.replaceAll(',', ';'))), ...good },
  { file: '07-full-width-commas.csv', content: csv(...PLAIN.map((line) => line.replaceAll(',', '，'))), ...good },
  {
    file: '08-pasted.txt',
    content: { text: PLAIN.slice(1).join('\n').replaceAll(',', '\t') },
    period: '2024',
    rows: [
      '2024 v1 grain 12.50 B2',
      '2024 v1 rate 97 C2',
      '2024 v2 grain 8 B3',
      '2024 v2 rate 96.5 C3',
      '2024 v3 grain 10 B4',
      '2024 v3 rate 99 C4',
    ],
    asks: ['sheet.period '],
    refused: [],
  },
  // ---------------------------------------------------------------- headers, titles, totals
  { file: '09-merged-header.xlsx', content: { sheets: { 三季度: MERGED } }, ...merged },
  { file: '10-merged-header.xls', content: { sheets: { 三季度: MERGED }, by: 'sheetjs-xls' }, ...merged },
  { file: '11-libreoffice.xls', content: { sheets: { 三季度: MERGED }, by: 'lo-xls' }, ...merged },
  { file: '12-libreoffice.xlsx', content: { sheets: { 三季度: MERGED }, by: 'lo-xlsx' }, ...merged },
  { file: '13-from-ods.xlsx', content: { sheets: { 三季度: MERGED }, by: 'lo-ods-xlsx' }, ...merged },
  {
    file: '14-two-row-header.csv',
    content: csv(
      '2024年度',
      '单位,经济,,民生,',
      ',粮食产量,村集体收入,参保率,养老达标',
      '张村,1,2,3,√',
      '李家村,4,5,6,×',
    ),
    rows: [
      '2024 v1 grain 1 B4',
      '2024 v1 income 2 C4',
      '2024 v1 rate 3 D4',
      '2024 v1 pension true E4',
      '2024 v2 grain 4 B5',
      '2024 v2 income 5 C5',
      '2024 v2 rate 6 D5',
      '2024 v2 pension false E5',
    ],
    asks: [],
    refused: [],
  },
  {
    file: '15-units-and-numbers-below.xlsx',
    content: book(
      [
        ['2024年'],
        ['序号', '单位名称', '粮食产量', '村集体收入'],
        [null, null, '吨', '元'],
        ['甲', '乙', 1, 2],
        [1, '张村', 5, 6],
        [2, '王村', 7, 8],
      ],
      { merges: ['A2:A3', 'B2:B3'] },
    ),
    rows: ['2024 v1 grain 5 C5', '2024 v1 income 6 D5', '2024 v3 grain 7 C6', '2024 v3 income 8 D6'],
    asks: [],
    refused: [],
  },
  {
    file: '16-subtotals.xlsx',
    content: book([
      ['2024年'],
      ['单位', '粮食产量'],
      ['东片小计', 30],
      ['张村', 10],
      ['李家村', 20],
      ['西片小计', 5],
      ['王村', 5],
      ['合 计', 35],
      ['平均', 11.67],
      ['制表人：甲', null],
      ['审核：乙', null],
    ]),
    rows: ['2024 v1 grain 10 B4', '2024 v2 grain 20 B5', '2024 v3 grain 5 B7'],
    asks: [],
    refused: [],
    totals: 4,
    below: 2,
  },
  {
    file: '17-header-on-every-page.csv',
    content: csv('2024年', '单位,粮食产量', '张村,1', '单位,粮食产量', '王村,2'),
    rows: ['2024 v1 grain 1 B3', '2024 v3 grain 2 B5'],
    asks: [],
    refused: [],
  },
  {
    file: '18-blank-rows-and-columns.xlsx',
    content: book([
      [],
      [null, '2024年度粮食'],
      [],
      [null, '单位', null, '粮食产量'],
      [],
      [null, '张村', null, 3],
      [],
      [null, '王村', null, 4],
    ]),
    rows: ['2024 v1 grain 3 D6', '2024 v3 grain 4 D8'],
    asks: [],
    refused: [],
  },
  {
    file: '19-line-break-in-title.xlsx',
    content: book([['2024年'], ['单 位', '粮食\n产量\n(吨)', '党建\n得分'], ['张村', 3, 95.5], ['王村', 4, 101]]),
    rows: ['2024 v1 grain 3 B3', '2024 v1 work 95.5 C3', '2024 v3 grain 4 B4'],
    asks: [],
    refused: ['value.above-limit C4'],
  },
  // ---------------------------------------------------------------- numbers
  {
    file: '20-numbers-as-text.csv',
    content: csv(
      '2024年',
      '单位,粮食产量(吨),村集体收入(元),参保率',
      '张村,１２．５,"1,234.5",98%',
      '李家村,35吨,"￥5",０．５％',
      '王村, 7 ,"12,34",97.00',
    ),
    rows: [
      '2024 v1 grain 12.5 B3',
      '2024 v1 income 1234.5 C3',
      '2024 v1 rate 98 D3',
      '2024 v2 grain 35 B4',
      '2024 v2 rate 0.5 D4',
      '2024 v3 grain 7 B5',
      '2024 v3 rate 97.00 D5',
    ],
    asks: [],
    refused: ['value.not-a-number C4', 'value.not-a-number C5'],
  },
  {
    file: '21-inexact.csv',
    content: csv('2024年', '单位,粮食产量,参保率', '张村,≥90,80-90', '李家村,约5,90以上', '王村,3~5,近百'),
    rows: [],
    asks: [],
    refused: [
      'value.inexact B3',
      'value.range C3',
      'value.inexact B4',
      'value.inexact C4',
      'value.range B5',
      'value.not-a-number C5',
    ],
  },
  {
    file: '22-number-formats.xlsx',
    content: book([
      ['2024年'],
      ['单位', '粮食产量', '村集体收入', '参保率'],
      ['张村', { v: 12, z: '0.00' }, { v: 1234.5, z: '#,##0.00' }, { v: 0.98, z: '0%' }],
      ['王村', { f: '0.1+0.2', v: 0.30000000000000004 }, { f: '1/0', e: 7 }, { v: 0.123456, z: '0.0%' }],
    ]),
    rows: [
      '2024 v1 grain 12.00 B3',
      '2024 v1 income 1234.50 C3',
      '2024 v1 rate 98 D3',
      '2024 v3 grain 0.3 B4',
      '2024 v3 rate 12.3456 D4',
    ],
    asks: [],
    refused: ['cell.error C4'],
  },
  {
    file: '23-formula-without-value.xlsx',
    content: book([['2024年'], ['单位', '粮食产量'], ['张村', { f: 'SUM(D1:D9)' }], ['王村', 5]]),
    rows: ['2024 v3 grain 5 B4'],
    asks: [],
    refused: ['cell.formula-without-value B3'],
  },
  {
    file: '24-merged-value.xlsx',
    content: book([['2024年'], ['单位', '粮食产量'], ['张村', 9], ['李家村', null], ['王村', 5]], {
      merges: ['B3:B4'],
    }),
    rows: ['2024 v1 grain 9 B3', '2024 v3 grain 5 B5'],
    asks: [],
    refused: ['cell.merged-value B4'],
  },
  // ---------------------------------------------------------------- units
  {
    file: '25-unit-in-title.csv',
    content: csv('2024年', '单位,粮食产量(万吨),村集体收入/万元', '张村,1.25,0.1', '王村,2,"1,234.56789"'),
    rows: [
      '2024 v1 grain 12500 B3',
      '2024 v1 income 1000 C3',
      '2024 v3 grain 20000 B4',
      '2024 v3 income 12345678.9 C4',
    ],
    asks: ['column.unit B2', 'column.unit C2'],
    refused: [],
  },
  {
    file: '26-unit-of-the-sheet.csv',
    content: csv('2024年村集体经济情况,,', ',,单位：万元', '单位,村集体收入,参保率', '张村,1.5,97', '王村,2,96'),
    rows: ['2024 v1 income 15000 B4', '2024 v1 rate 97 C4', '2024 v3 income 20000 B5', '2024 v3 rate 96 C5'],
    asks: ['column.unit B3'],
    refused: [],
  },
  {
    file: '27-unit-of-another-kind.csv',
    content: csv('2024年', '单位,粮食产量(亩),参保率', '张村,1,97', '王村,2,96'),
    rows: ['2024 v1 rate 97 C3', '2024 v3 rate 96 C4'],
    asks: ['column.unit B2'],
    refused: [],
  },
  // ---------------------------------------------------------------- does not apply
  {
    file: '28-does-not-apply.csv',
    content: csv('2024年', '单位,粮食产量,村集体收入', '张村,—,/', '李家村,无,不涉及', '王村,-,N/A', '赵庄,不适用,5'),
    rows: [
      '2024 v1 grain NA B3',
      '2024 v1 income NA C3',
      '2024 v2 grain NA B4',
      '2024 v2 income NA C4',
      '2024 v3 grain NA B5',
      '2024 v3 income NA C5',
      '2024 v4 grain NA B6',
      '2024 v4 income 5 C6',
    ],
    asks: [],
    refused: [],
  },
  {
    file: '29-na-not-provided.csv',
    content: csv('2024年', '单位,粮食产量,参保率', '张村,1,—', '王村,2,95'),
    rows: ['2024 v1 grain 1 B3', '2024 v3 grain 2 B4', '2024 v3 rate 95 C4'],
    asks: ['column.not-applicable C3'],
    refused: ['value.not-applicable C3'],
  },
  {
    file: '80-na-in-words-not-provided.csv',
    content: csv('2024年', '单位,粮食产量,参保率', '张村,不适用,不适用', '李家村,1,N/A', '王村,2,95', '赵庄,3,不涉及'),
    rows: [
      '2024 v1 grain NA B3',
      '2024 v2 grain 1 B4',
      '2024 v3 grain 2 B5',
      '2024 v3 rate 95 C5',
      '2024 v4 grain 3 B6',
    ],
    asks: ['column.not-applicable C3'],
    refused: ['value.not-applicable C3', 'value.not-applicable C4', 'value.not-applicable C6'],
  },
  // ---------------------------------------------------------------- words that anything could be called by
  {
    file: '83-generic-words-below-titles.csv',
    content: csv(
      '2024年',
      '单位,固定资产投资,,,民生,,走访',
      ',任务（万元）,完成（万元）,完成率,粮食产量,排名,任务',
      '张村,200,150,75%,5,2,90',
      '王村,200,190,95%,6,1,80',
    ),
    rows: ['2024 v1 grain 5 E4', '2024 v3 grain 6 E5'],
    asks: ['column.unknown B3', 'column.unknown C3', 'column.unknown D3', 'column.unknown G3'],
    refused: [],
  },
  {
    file: '84-generic-words-alone.csv',
    content: csv('2024年', '单位,次数,产量（亩）,参保率', '张村,3,9,97', '王村,4,8,98'),
    rows: ['2024 v1 rate 97 D3', '2024 v3 rate 98 D4'],
    asks: ['column.doubtful B2', 'column.doubtful C2'],
    refused: [],
  },
  // ---------------------------------------------------------------- shares of one, or percentages
  {
    file: '81-fraction-among-percentages.csv',
    content: csv('2024年', '单位,参保率', '张村,98%', '李家村,１０５％', '王村,100', '赵庄,0.95'),
    rows: ['2024 v1 rate 98 B3', '2024 v2 rate 105 B4', '2024 v3 rate 100 B5'],
    asks: ['column.fraction B6'],
    refused: ['value.share-or-percent B6'],
  },
  {
    file: '82-nothing-but-fractions.csv',
    content: csv('2024年', '单位,粮食产量,参保率（%）', '张村,1,0.75', '李家村,2,0.98', '王村,0.5,1.05'),
    rows: ['2024 v1 grain 1 B3', '2024 v2 grain 2 B4', '2024 v3 grain 0.5 B5'],
    asks: ['column.fraction C3'],
    refused: ['value.share-or-percent C3', 'value.share-or-percent C4', 'value.share-or-percent C5'],
  },
  // ---------------------------------------------------------------- names
  {
    file: '30-names-with-spaces.xlsx',
    content: book([['2024年'], ['单位', '粮食产量'], ['张　村', 1], [' 王 村', 2], ['赵庄 ', 3]]),
    rows: ['2024 v1 grain 1 B3', '2024 v3 grain 2 B4', '2024 v4 grain 3 B5'],
    asks: [],
    refused: [],
  },
  {
    file: '31-names-not-on-the-list.csv',
    content: csv('2024年', '单位,粮食产量', '张家村,1', '王村,2', '发改委,3', '赵庄村,4', '孙堡,5'),
    rows: ['2024 v3 grain 2 B4'],
    asks: ['subject.unknown A3', 'subject.unknown A5', 'subject.unknown A6', 'subject.unknown A7'],
    refused: ['subject.unconfirmed A3', 'subject.unconfirmed A5', 'subject.unconfirmed A6', 'subject.unconfirmed A7'],
  },
  {
    file: '32-one-unit-under-two-names.csv',
    content: csv('2024年', '单位,粮食产量,参保率', '张村,1,', '李家村,2,96', '王村,3,98', '李村,,95', '张村(东片),,97'),
    rows: [
      '2024 v1 grain 1 B3',
      '2024 v2 grain 2 B4',
      '2024 v2 rate 96 C4',
      '2024 v3 grain 3 B5',
      '2024 v3 rate 98 C5',
    ],
    asks: ['subject.same A6', 'subject.same A7'],
    refused: ['subject.unconfirmed A6', 'subject.unconfirmed A7'],
  },
  {
    file: '33-lost-zeros.xlsx',
    content: book([
      ['2024年'],
      ['单位编号', '单位名称', '粮食产量'],
      ['v1', '张村', 1],
      [5, '陈家湾', 2],
      ['v3', '赵庄', 3],
    ]),
    rows: ['2024 v1 grain 1 C3'],
    asks: ['subject.unknown A4'],
    refused: ['subject.unconfirmed A4', 'subject.name-differs A5'],
  },
  {
    file: '34-no-list-of-subjects.csv',
    alone: true,
    content: csv('2024年', '编号,单位,粮食产量', 'a1,甲村,1', 'a2,乙村,2', ',合计,3'),
    rows: ['2024 a1 grain 1 C3', '2024 a2 grain 2 C4'],
    asks: ['sheet.also-subjects '],
    refused: [],
    totals: 1,
  },
  // ---------------------------------------------------------------- periods
  {
    file: '35-2024年二季度走访.csv',
    content: csv('单位,走访次数', '张村,3', '王村,4次'),
    rows: ['2024-Q2 v1 visits 3 B2', '2024-Q2 v3 visits 4 B3'],
    asks: [],
    refused: [],
  },
  {
    file: '36-sheets-for-quarters.xlsx',
    content: {
      sheets: {
        一季度: { rows: [['2024年走访情况'], ['单位', '走访次数'], ['张村', 1]] },
        二季度: { rows: [['2024年走访情况'], ['单位', '走访次数'], ['张村', 2]] },
        说明: { rows: [['本表由各村填报。'], ['如有疑问请来电。']] },
      },
    },
    rows: ['2024-Q1 v1 visits 1 B3', '2024-Q2 v1 visits 2 B3'],
    asks: [],
    refused: [],
  },
  {
    file: '37-quarters-as-columns.xlsx',
    content: book([
      ['2024年走访次数统计表'],
      ['单位', '第一季度', '第二季度', '合计'],
      ['张村', 1, 2, 3],
      ['王村', 4, null, 4],
    ]),
    rows: ['2024-Q1 v1 visits 1 B3', '2024-Q2 v1 visits 2 C3', '2024-Q1 v3 visits 4 B4'],
    asks: [],
    refused: [],
  },
  {
    file: '38-no-period.csv',
    content: csv('单位,粮食产量', '张村,1'),
    rows: [],
    asks: ['sheet.period '],
    refused: ['period.missing 2'],
  },
  {
    file: '39-wrong-kind-of-period.csv',
    content: csv('2024年', '单位,走访次数', '张村,1'),
    rows: [],
    asks: ['sheet.period '],
    refused: ['period.kind 3'],
  },
  {
    file: '40-months-of-a-quarter.csv',
    content: csv('2024年4-6月走访情况', '单位,走访次数', '张村,1'),
    rows: ['2024-Q2 v1 visits 1 B3'],
    asks: [],
    refused: [],
  },
  {
    file: '41-chinese-year.csv',
    content: csv('二〇二四年粮食生产情况表', '填表日期：2025年1月9日', '村名,粮食产量', '张村,1'),
    rows: ['2024 v1 grain 1 B4'],
    asks: [],
    refused: [],
  },
  {
    file: '58-years-side-by-side.csv',
    content: csv('村集体经济情况', '单位,2023年粮食产量,2024年粮食产量(万吨)', '张村,1,2', '王村,3,4'),
    rows: ['2023 v1 grain 1 B3', '2024 v1 grain 20000 C3', '2023 v3 grain 3 B4', '2024 v3 grain 40000 C4'],
    asks: ['column.unit C2'],
    refused: [],
  },
  // ---------------------------------------------------------------- what columns are
  {
    file: '42-two-columns-for-one-item.csv',
    content: csv('2024年', '单位,粮食产量,粮食产量,参保率', '张村,1,2,97', '王村,3,4,98'),
    rows: ['2024 v1 rate 97 D3', '2024 v3 rate 98 D4'],
    asks: ['column.contested B2'],
    refused: [],
  },
  {
    file: '43-columns-that-fit-nothing.csv',
    content: csv('2024年', '序号,单位,粮食产量,化肥用量,排名,备注', '1,张村,1,7,2,好', '2,王村,3,8,1,'),
    rows: ['2024 v1 grain 1 C3', '2024 v3 grain 3 C4'],
    asks: ['column.unknown D2'],
    refused: [],
  },
  {
    file: '44-alike.csv',
    content: csv('2024年', '单位,粮食总产量,集体收入', '张村,1,5', '王村,3,6'),
    rows: ['2024 v1 grain 1 B3', '2024 v1 income 5 C3', '2024 v3 grain 3 B4', '2024 v3 income 6 C4'],
    asks: ['column.doubtful B2', 'column.doubtful C2'],
    refused: [],
  },
  {
    file: '45-ids-and-families.csv',
    content: csv('2024', 'unit,grain,key.roads,key.water', '张村,1,2,3', 'v3,4,5,6'),
    rows: [
      '2024 v1 grain 1 B3',
      '2024 v1 key.roads 2 C3',
      '2024 v1 key.water 3 D3',
      '2024 v3 grain 4 B4',
      '2024 v3 key.roads 5 C4',
      '2024 v3 key.water 6 D4',
    ],
    asks: [],
    refused: [],
  },
  {
    file: '46-english.xlsx',
    content: book([
      ['Year 2024'],
      ['No.', 'Unit', 'Grain output', 'Coverage (%)'],
      [1, '张村', 5, 97],
      [2, '王村', 6, 98],
      ['Total', null, 11, null],
    ]),
    rows: ['2024 v1 grain 5 C3', '2024 v1 rate 97 D3', '2024 v3 grain 6 C4', '2024 v3 rate 98 D4'],
    asks: [],
    refused: [],
    totals: 1,
  },
  // ---------------------------------------------------------------- words
  {
    file: '47-yes-and-no.csv',
    content: csv(
      '2024年',
      '单位,养老达标,会场评定',
      '张村,√,优秀',
      '李家村,×,合格',
      '王村,是,不合格',
      '赵庄,未达标,优良',
    ),
    rows: [
      '2024 v1 pension true B3',
      '2024 v1 venue good C3',
      '2024 v2 pension false B4',
      '2024 v2 venue fair C4',
      '2024 v3 pension true B5',
      '2024 v3 venue poor C5',
    ],
    asks: ['column.word B6', 'column.word C6'],
    refused: ['value.flag B6', 'value.word C6'],
  },
  {
    file: '48-ticks-alone.csv',
    content: csv('2024年', '单位,养老达标', '张村,√', '李家村,', '王村,√'),
    rows: ['2024 v1 pension true B3', '2024 v3 pension true B5'],
    asks: ['column.empty B2'],
    refused: [],
  },
  // ---------------------------------------------------------------- long tables
  {
    file: '49-long.csv',
    content: csv(
      '考核期,责任单位,考核指标,完成值,备注',
      '2024年,张村,粮食产量,5吨,甲',
      '2024年度,王 村,参保率,98%,',
      '2024年,李家村,化肥用量,7,',
    ),
    rows: ['2024 v1 grain 5 D2', '2024 v3 rate 98 D3'],
    asks: ['column.word C4'],
    refused: ['item.unknown C4'],
  },
  {
    file: '50-register-of-events.xlsx',
    content: book([
      ['2024年信访件登记表'],
      ['序号', '受理日期', '责任单位', '级别', '事由'],
      [1, { v: 45356, z: 'yyyy/m/d' }, '张村', '市级', '甲'],
      [2, '2024年3月6日', '王村', '省级', '乙'],
      [3, '2024.3.7', '李家村', '国家级', '丙'],
      [4, '20240308', '张村', '市级', '丁'],
      [5, '3月9日', '赵庄', '市级', '戊'],
    ]),
    rows: [
      '2024 v1 petition  city 2024-03-05 C3',
      '2024 v3 petition  province 2024-03-06 C4',
      '2024 v1 petition  city 2024-03-08 C6',
    ],
    asks: ['column.word D5'],
    refused: ['category.unknown D5', 'date.form B7'],
  },
  {
    file: '51-dates-from-1904.xls',
    content: {
      sheets: {
        信访件: { rows: [['2024年'], ['日期', '单位', '级别'], [{ v: 43894, z: 'yyyy-mm-dd' }, '张村', '市级']] },
      },
      by: 'sheetjs-xls',
      date1904: true,
    },
    rows: ['2024 v1 petition  city 2024-03-05 B3'],
    asks: [],
    refused: [],
  },
  {
    file: '52-ratings.csv',
    content: csv(
      '2024年群众测评票,,',
      '票号,被考核单位,得分',
      'p1,张村,90',
      'p1,王村,80',
      'p2,张村,101',
      'p2,张村,95',
      'p2,张村,96',
    ),
    rows: ['2024 v1 survey 90 by p1 C3', '2024 v3 survey 80 by p1 C4', '2024 v1 survey 95 by p2 C6'],
    asks: [],
    refused: ['value.above-limit C5', 'rater.twice A7'],
  },
  // ---------------------------------------------------------------- sheets
  {
    file: '53-hidden-and-cover.xlsx',
    content: {
      sheets: {
        封面: { rows: [['某县考核材料'], ['二〇二四年']] },
        数据: { rows: [['2024年'], ['单位', '粮食产量'], ['张村', 1]] },
        旧: { rows: [['2023年'], ['单位', '粮食产量'], ['张村', 9]], hidden: true },
      },
    },
    rows: ['2024 v1 grain 1 B3'],
    asks: [],
    refused: [],
  },
  {
    file: '54-list-beside-figures.xlsx',
    alone: true,
    content: {
      sheets: {
        考核对象名单: {
          rows: [
            ['2024年考核对象名单'],
            ['单位编号', '单位名称', '组别', '户数'],
            ['b1', '甲村', '东', 30],
            ['b2', '乙村', '西', 40],
            ['合计', null, null, 70],
          ],
        },
        数据: { rows: [['2024年'], ['单位', '粮食产量'], ['甲村', 1], ['乙村', 2]] },
      },
    },
    rows: ['2024 b1 grain 1 B3', '2024 b2 grain 2 B4'],
    asks: [],
    refused: [],
    totals: 1,
  },
  {
    file: '55-own-layout.csv',
    content: csv('period,subject,item,value', '2024,v1,grain,5', '2024,v9,grain,5'),
    rows: ['2024 v1 grain 5 D2'],
    asks: [],
    refused: ['subject.unknown B3'],
  },
  {
    file: '56-other-writer.xlsx',
    content: book([['2024年'], ['单位', '粮食产量', '参保率'], ['张村', 1.5, '97%'], ['合计', 1.5, null]], {
      by: 'hucre',
    }),
    rows: ['2024 v1 grain 1.5 B3', '2024 v1 rate 97 C3'],
    asks: [],
    refused: [],
    totals: 1,
  },
  {
    file: '57-groups-down-the-side.xlsx',
    content: book(
      [['2024年'], ['片区', '单位', '粮食产量'], ['东', '张村', 1], [null, '李家村', 2], ['西', '王村', 3]],
      { merges: ['A3:A4'] },
    ),
    rows: ['2024 v1 grain 1 C3', '2024 v2 grain 2 C4', '2024 v3 grain 3 C5'],
    asks: [],
    refused: [],
  },
  // ---------------------------------------------------------------- ratings side by side
  {
    file: '59-raters-side-by-side.xlsx',
    content: book(
      [
        ['2024年群众测评打分汇总表'],
        ['序号', '被考核单位', '评委打分', null, null, '平均分', '名次'],
        [null, null, '评委1', '评委2', '评委3', null, null],
        [1, '张 村', 90, 88.5, '弃权', 89.25, 1],
        [2, '王村', 80, 101, null, 80, 2],
        ['平均', null, 85, 94.75, null, null, null],
        ['监督人签字：', null, null, null, null, null, null],
      ],
      { merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3'] },
    ),
    rows: ['2024 v1 survey 90 by 评委1 C4', '2024 v1 survey 88.5 by 评委2 D4', '2024 v3 survey 80 by 评委1 C5'],
    asks: [],
    refused: ['value.not-a-number E4', 'value.above-limit D5'],
    totals: 1,
    below: 1,
  },
  {
    file: '60-raters-by-name.csv',
    content: csv('2024年群众测评得分表', '单位,甲某某,乙某某,丙某,总分', '张村,90,80,70,240', '王村,60,50,40,150'),
    rows: [
      '2024 v1 survey 90 by 甲某某 B3',
      '2024 v1 survey 80 by 乙某某 C3',
      '2024 v1 survey 70 by 丙某 D3',
      '2024 v3 survey 60 by 甲某某 B4',
      '2024 v3 survey 50 by 乙某某 C4',
      '2024 v3 survey 40 by 丙某 D4',
    ],
    asks: ['sheet.raters B2'],
    refused: [],
  },
  {
    file: '61-classes-side-by-side.csv',
    rated: true,
    content: csv('2024年述职会打分', '单位,干部评分,员工代表评分,综合得分', '张村,90,80,85', '王村,60,—,60'),
    rows: [
      '2024 v1 vote 90 cadre  by 干部评分 B3',
      '2024 v1 vote 80 staff  by 员工代表评分 C3',
      '2024 v3 vote 60 cadre  by 干部评分 B4',
      '2024 v3 vote NA staff  by 员工代表评分 C4',
    ],
    asks: ['sheet.classes B2'],
    refused: [],
  },
  {
    file: '62-raters-under-classes.xlsx',
    rated: true,
    content: book(
      [
        ['2024年'],
        ['单位', '干部', null, '员工代表', null],
        [null, '评委1', '评委2', '评委3', '评委4'],
        ['张村', 90, 91, 92, 93],
        ['王村', 80, null, 82, 83],
      ],
      { merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
    ),
    rows: [
      '2024 v1 vote 90 cadre  by 评委1 B4',
      '2024 v1 vote 91 cadre  by 评委2 C4',
      '2024 v1 vote 92 staff  by 评委3 D4',
      '2024 v1 vote 93 staff  by 评委4 E4',
      '2024 v3 vote 80 cadre  by 评委1 B5',
      '2024 v3 vote 82 staff  by 评委3 D5',
      '2024 v3 vote 83 staff  by 评委4 E5',
    ],
    asks: ['sheet.item B3'],
    refused: [],
  },
  {
    file: '63-raters-in-words.csv',
    rated: true,
    content: csv('2024年评议情况', '单位,评委1,评委2', '张村,好,较好', '王村,差,不错'),
    rows: ['2024 v1 ballot 好 by 评委1 B3', '2024 v1 ballot 较好 by 评委2 C3', '2024 v3 ballot 差 by 评委1 B4'],
    asks: ['sheet.item B2', 'column.word C4'],
    refused: ['value.word C4'],
  },
  {
    file: '64-subjects-side-by-side.csv',
    content: csv('2024年群众测评', '票号,张村,李 家 村,赵家庄,平均', 'p1,90,80,5,85', 'p2,70,,6,70'),
    rows: ['2024 v1 survey 90 by p1 B3', '2024 v2 survey 80 by p1 C3', '2024 v1 survey 70 by p2 B4'],
    asks: ['subject.unknown D2'],
    refused: [],
  },
  {
    file: '65-items-down-subjects-across.xlsx',
    content: book([
      ['2024年主要指标完成情况'],
      ['序号', '指标名称', '计量单位', '张村', '李家村', '王村', '合计'],
      [1, '粮食产量', '万吨', 1.5, 2, '—', 3.5],
      [2, '村集体收入（万元）', null, 3, null, 4, 7],
      [3, '参保率', '%', '97%', 98, 96, null],
      [4, '化肥用量', '吨', 1, 2, 3, 6],
    ]),
    rows: [
      '2024 v1 grain 15000 D3',
      '2024 v2 grain 20000 E3',
      '2024 v3 grain NA F3',
      '2024 v1 income 30000 D4',
      '2024 v3 income 40000 F4',
      '2024 v1 rate 97 D5',
      '2024 v2 rate 98 E5',
      '2024 v3 rate 96 F5',
    ],
    asks: ['column.unit C3', 'column.word B6'],
    refused: ['item.unknown D6', 'item.unknown E6', 'item.unknown F6'],
  },
  {
    file: '66-ticks-for-levels.xlsx',
    content: book(
      [
        ['2024年会场评定'],
        ['单位', '评定等次', null, null, '备注'],
        [null, '优秀', '合格', '不合格', null],
        ['张村', '√', null, null, null],
        ['李家村', '√', '√', null, null],
        ['王村', '×', '×', '✓', '整改'],
        ['赵庄', null, '/', null, null],
        ['陈家湾', null, '待定', null, null],
      ],
      { merges: ['A2:A3', 'B2:D2', 'E2:E3'] },
    ),
    rows: ['2024 v1 venue good B4', '2024 v3 venue poor D6'],
    asks: [],
    refused: ['value.word B5', 'value.word C5', 'value.word C8'],
  },
  {
    file: '67-ballots-with-ticks.csv',
    rated: true,
    content: csv('2024年述职评议票', '评委：甲某', '单位,好,较好,一般,差', '张村,√,,,', '王村,,,√,'),
    rows: ['2024 v1 ballot 好 by 甲某 B4', '2024 v3 ballot 一般 by 甲某 D5'],
    asks: [],
    refused: [],
  },
  {
    file: '68-subjects-over-ticks.xlsx',
    rated: true,
    content: book(
      [
        ['2024年评议票统计'],
        ['票号', '张村', null, null, null, '王村', null, null, null],
        [null, '好', '较好', '一般', '差', '好', '较好', '一般', '差'],
        ['001', '√', null, null, null, null, '√', null, null],
        ['002', null, '√', null, null, null, null, null, '√'],
      ],
      { merges: ['A2:A3', 'B2:E2', 'F2:I2'] },
    ),
    rows: [
      '2024 v1 ballot 好 by 001 B4',
      '2024 v3 ballot 较好 by 001 G4',
      '2024 v1 ballot 较好 by 002 C5',
      '2024 v3 ballot 差 by 002 I5',
    ],
    asks: [],
    refused: [],
  },
  // ---------------------------------------------------------------- several tables on one sheet
  {
    file: '69-two-tables-side-by-side.xlsx',
    content: book([
      ['2024年情况', null, null, null, '单位：万元', null],
      ['单位', '粮食产量', null, null, '单位', '村集体收入'],
      ['张村', 1, null, null, '王村', 3],
      ['李家村', 2, null, null, '张村', 4],
      ['合计', 3, null, null, '赵庄', 5],
      ['制表：甲', null, null, null, null, null],
    ]),
    rows: [
      '2024 v1 grain 1 B3',
      '2024 v2 grain 2 B4',
      '2024 v3 income 30000 F3',
      '2024 v1 income 40000 F4',
      '2024 v4 income 50000 F5',
    ],
    asks: ['column.unit F2'],
    refused: [],
    totals: 1,
    below: 1,
  },
  {
    file: '70-folded-list.csv',
    content: csv('2024年粮食产量统计表', '序号,单位,产量,序号,单位,产量', '1,张村,5,3,王村,7', '2,李家村,6,4,赵庄,8'),
    rows: ['2024 v1 grain 5 C3', '2024 v2 grain 6 C4', '2024 v3 grain 7 F3', '2024 v4 grain 8 F4'],
    asks: [],
    refused: [],
  },
  {
    file: '71-two-tables-below.xlsx',
    content: book([
      ['2024年农业情况'],
      ['单位', '粮食产量'],
      ['张村', 1],
      ['合计', 1],
      ['注：快报数'],
      [],
      ['2024年信访件情况'],
      ['受理日期', '责任单位', '级别', '简要情况'],
      ['2024-03-05', '张村', '市级', '甲'],
      ['2024-03-06', '王村', '省级', '乙'],
    ]),
    rows: ['2024 v1 grain 1 B3', '2024 v1 petition  city 2024-03-05 B9', '2024 v3 petition  province 2024-03-06 B10'],
    asks: [],
    refused: [],
    totals: 1,
    below: 1,
  },
  {
    file: '72-quarters-below-each-other.csv',
    content: csv(
      '2024年第一季度走访,',
      '单位,走访次数',
      '张村,1',
      '王村,2',
      '2024年第二季度走访,',
      '单位,走访次数',
      '张村,3',
      '王村,4',
    ),
    rows: ['2024-Q1 v1 visits 1 B3', '2024-Q1 v3 visits 2 B4', '2024-Q2 v1 visits 3 B7', '2024-Q2 v3 visits 4 B8'],
    asks: [],
    refused: [],
  },
  // ---------------------------------------------------------------- what is not on the sheet
  {
    file: '73-fits-nothing.csv',
    alone: true,
    content: csv('2024年', '单位,化肥用量,农药用量', '张村,1,2', '王村,3,4'),
    rows: [],
    asks: ['sheet.role '],
    refused: ['table.missing 0'],
  },
  {
    file: '74-month-without-a-year.csv',
    content: csv('3月份粮食产量情况表', '单位,粮食产量', '张村,1'),
    period: '2025-04',
    rows: ['2025-03 v1 grain 1 B3'],
    asks: ['sheet.period '],
    refused: [],
  },
  {
    file: '75-quarters-without-a-year.csv',
    content: csv('走访次数统计表', '单位,一季度,二季度', '张村,1,2'),
    period: '2025',
    rows: ['2025-Q1 v1 visits 1 B3', '2025-Q2 v1 visits 2 C3'],
    asks: ['sheet.period B2'],
    refused: [],
  },
  {
    file: '76-year-for-items-of-quarters.csv',
    content: csv('2024年', '单位,走访次数', '张村,1'),
    period: '2024-Q3',
    rows: [],
    asks: ['sheet.period '],
    refused: ['period.kind 3'],
  },
  // ---------------------------------------------------------------- as county offices make them
  {
    file: '81-section-called-like-an-item.xlsx',
    content: book(
      [
        ['2024年完成情况', null, null, null, null],
        ['填报单位：（盖章）', null, null, null, '填报日期：2025年1月8日'],
        ['单位', '党建得分', null, '粮食产量', null],
        [null, '去年数', '参保率', '去年', '今年'],
        ['张 村', 55, { v: 0.955, z: '0.0%' }, 3, 4],
        ['王村', 66, '９６％', 5, 6],
        ['检查人员签字：', null, null, '日期：', '2025.1.10'],
        ['（盖章）', null, null, null, null],
      ],
      { merges: ['A1:E1', 'A3:A4', 'B3:C3', 'D3:E3'] },
    ),
    rows: ['2024 v1 rate 95.5 C5', '2024 v1 grain 4 E5', '2024 v3 rate 96 C6', '2024 v3 grain 6 E6'],
    asks: ['column.unknown B4', 'column.unknown D4', 'column.doubtful E4'],
    refused: [],
    below: 2,
  },
  {
    file: '82-other-figures-of-an-item.csv',
    content: csv('2024年', '单位,去年粮食产量,参保率目标,村集体收入增幅', '张村,3,95,5', '王村,4,95,6'),
    rows: [],
    asks: ['sheet.role '],
    refused: ['table.missing 0'],
  },
  {
    file: '83-classes-by-values.csv',
    content: csv(
      '2024年信访件登记',
      '编号,登记日期,单位,信访渠道,处理结果',
      'X1,2024.1.15,张村,市级,已办',
      'X2,2024.2.3,王村,省级,未办',
    ),
    rows: ['2024 v1 petition  city 2024-01-15 C3', '2024 v3 petition  province 2024-02-03 C4'],
    asks: [],
    refused: [],
  },
  {
    file: '84-mean-of-a-class.xlsx',
    rated: true,
    content: book(
      [
        ['2024年述职会打分汇总', null, null, null],
        ['单位', '干部', null, '员工代表'],
        [null, '甲某', '乙某', '平均分'],
        ['张村', 90, 92, 85.5],
        ['最高分', 90, 92, 85.5],
        ['计票人：甲', null, '监票人：乙', null],
      ],
      { merges: ['A2:A3', 'B2:C2'] },
    ),
    rows: [
      '2024 v1 vote 90 cadre  by 甲某 B4',
      '2024 v1 vote 92 cadre  by 乙某 C4',
      '2024 v1 vote 85.5 staff  by 平均分 D4',
    ],
    asks: ['sheet.classes D3'],
    refused: [],
    totals: 1,
    below: 1,
  },
  {
    file: '85-hidden-row-and-column.xlsx',
    content: book([['2024年'], ['单位', '粮食产量', '参保率'], ['张村', 1, 97], ['王村', 2, 98]], {
      hiddenRows: [4],
      hiddenColumns: ['B'],
    }),
    rows: ['2024 v1 grain 1 B3', '2024 v1 rate 97 C3', '2024 v3 grain 2 B4', '2024 v3 rate 98 C4'],
    asks: ['sheet.hidden-rows A4', 'column.hidden B2'],
    refused: [],
  },
  {
    file: '86-hidden-in-an-old-workbook.xls',
    content: {
      sheets: {
        数据: {
          rows: [['2024年'], ['单位', '粮食产量'], ['张村', 1], ['王村', 2]],
          hiddenRows: [4],
          hiddenColumns: ['B'],
        },
      },
      by: 'lo-xls',
    },
    rows: ['2024 v1 grain 1 B3', '2024 v3 grain 2 B4'],
    asks: ['sheet.hidden-rows A4', 'column.hidden B2'],
    refused: [],
  },
];
