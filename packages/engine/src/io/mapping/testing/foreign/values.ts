import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Numbers, units, shares, words, and what does not apply. */
export const VALUES: readonly ForeignFile[] = [
  // numbers
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
    rows: ['2024 v3 grain 5 B5'],
    asks: [],
    refused: ['cell.merged-value B3', 'cell.merged-value B4'],
  },
  // units
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
  // does not apply
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
  // words that anything could be called by
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
  // shares of one, or percentages
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
  // words
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
];
