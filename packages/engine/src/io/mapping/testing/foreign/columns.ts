import { book, csv } from './foreign-file.ts';
import type { ForeignFile } from './foreign-file.ts';

/** What columns are: doubled ones, ones that fit nothing, ids, English titles; and what no sheet says. */
export const COLUMNS: readonly ForeignFile[] = [
  // what columns are
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
  // what is not on the sheet
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
];
