import { book, csv } from './foreign-file.ts';
import type { ForeignFile, SheetContent } from './foreign-file.ts';

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

/** Titles above tables, headers in several rows, totals and notes below. */
export const HEADERS: readonly ForeignFile[] = [
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
];
