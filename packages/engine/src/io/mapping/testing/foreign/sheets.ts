import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Workbooks of several sheets, hidden ones among them, and several tables on one sheet. */
export const SHEETS: readonly ForeignFile[] = [
  // sheets
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
  // several tables on one sheet
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
];
