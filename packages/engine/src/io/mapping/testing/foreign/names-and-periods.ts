import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Subjects under several names, and periods in titles, sheets, columns and file names. */
export const NAMES_AND_PERIODS: readonly ForeignFile[] = [
  // names
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
  // periods
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
];
