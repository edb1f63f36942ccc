import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Workbooks as county offices make them: several oddities at once. */
export const COUNTY_OFFICES: readonly ForeignFile[] = [
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
