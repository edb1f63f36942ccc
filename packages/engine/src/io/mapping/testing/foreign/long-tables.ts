import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** Tables of one row per event or rating. */
export const LONG_TABLES: readonly ForeignFile[] = [
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
];
