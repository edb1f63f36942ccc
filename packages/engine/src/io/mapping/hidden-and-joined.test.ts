import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';

import { importFiles, type FileBytes } from '../import.ts';
import { textFile } from '../testing/import-fixtures.ts';
import { changeMapping } from './answer.ts';
import { proposeMapping } from './propose-mapping.ts';
import { FOREIGN_INPUTS, ROLL } from './testing/foreign-inputs.ts';

const roll = textFile('roll.csv', ROLL.map((row) => row.join(',')).join('\n'));

/** A workbook with some rows and columns hidden, both counted from 0. */
function book(
  rows: readonly (readonly (string | number)[])[],
  hiddenRows: number[],
  hiddenColumns: number[],
): FileBytes {
  const sheet = xlsx.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at) }));
  sheet['!cols'] = rows[0]!.map((_, at) => ({ hidden: hiddenColumns.includes(at) }));
  const workbook = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(workbook, sheet, '数据');
  return { name: '2024.xlsx', bytes: new Uint8Array(xlsx.write(workbook, { type: 'array', bookType: 'xlsx' })) };
}

const found = (report: Awaited<ReturnType<typeof importFiles>>['report'], code: string) =>
  report.findings.flatMap((one) => (one.code === code ? [`${one.origin.column}${one.origin.row}`] : []));

test('hidden rows are asked about, and left out only when somebody says so', async () => {
  const rows = [
    ['单位', '粮食产量'],
    ['张村', 1],
    ['李家村', 2],
    ['王村', 3],
    ['合计', 6],
  ];
  const files = [roll, book(rows, [2, 4], [])];
  const proposal = await proposeMapping(files, FOREIGN_INPUTS, { period: '2024' });
  const [, { mapping }] = proposal.sheets as [unknown, (typeof proposal.sheets)[number]];
  const question = proposal.questions.find(({ code }) => code === 'sheet.hidden-rows')!;
  expect(question.text.zh).toContain('有 1 行数据在表中是隐藏的(第 3 行)');
  expect(question.proposed).toBe(0);
  const read = async (answer: number) =>
    importFiles(files, FOREIGN_INPUTS, { mappings: [changeMapping(mapping, question.answers[answer]!.changes)] });
  const all = await read(0);
  expect(all.dataset!.observations.map(({ subject }) => subject)).toEqual(['v1', 'v2', 'v3']);
  expect(found(all.report, 'row.hidden')).toEqual(['3']);
  const shown = await read(1);
  expect(shown.dataset!.observations.map(({ subject }) => subject)).toEqual(['v1', 'v3']);
  expect(found(shown.report, 'row.hidden-out')).toEqual(['3']);
  expect(shown.report.sheets![0]).toMatchObject({ rows: 5, header: 1, data: 2, hidden: 1, totals: 1 });
});

test('in the program’s own layout hidden rows and columns are read, and named', async () => {
  const rows = [
    ['period', 'subject', 'item', 'value', 'note'],
    ['2024', 'v1', 'grain', 1, ''],
    ['2024', 'v2', 'grain', 2, ''],
  ];
  const { dataset, report } = await importFiles([roll, book(rows, [2], [2])], FOREIGN_INPUTS);
  expect(dataset!.observations).toHaveLength(2);
  expect(found(report, 'row.hidden')).toEqual(['3']);
  expect(found(report, 'column.hidden')).toEqual(['C1']);
});

test('tables that seem to be several become one when somebody says so', async () => {
  // A list that goes on below a header with other words.
  const lines = ['2024年', '单位,粮食产量', '张村,1', '王村,2', '单位名称,粮食产量,参保率', '赵庄,3,97'];
  const files = [roll, textFile('a.csv', lines.join('\n'))];
  const before = await proposeMapping(files, FOREIGN_INPUTS);
  expect(before.sheets.map(({ key }) => key)).toEqual(['roll.csv›1››', 'a.csv›1››0:1', 'a.csv›1››0:5']);
  const given = [{ key: 'a.csv›1››', isOneTable: true }];
  const { sheets } = await proposeMapping(files, FOREIGN_INPUTS, { given });
  expect(sheets.map(({ key }) => key)).toEqual(['roll.csv›1››', 'a.csv›1››']);
  const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, {
    mappings: sheets.map(({ mapping }) => mapping),
  });
  expect(dataset!.observations.filter(({ item }) => item === 'grain').map(({ value }) => value)).toEqual([
    '1',
    '2',
    '3',
  ]);
  // The second header is no subject; it is refused, and not passed over.
  expect(found(report, 'subject.unconfirmed')).toContain('A5');
});
