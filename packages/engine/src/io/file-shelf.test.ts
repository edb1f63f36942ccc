import { expect, it, vi } from 'vitest';

import { FileShelf } from './file-shelf.ts';
import { importFiles } from './import.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { FOREIGN_INPUTS, ROLL } from './mapping/testing/foreign-inputs.ts';
import * as workbooks from './read-workbook.ts';
import { sheet, textFile, workbook } from './testing/import-fixtures.ts';

const rollRows = ROLL.map((row) => [...row]);
const observations = sheet([
  ['period', 'subject', 'item', 'value'],
  ['2024', 'v1', 'grain', 5],
]);

it('reads a file once for a proposal and the import that follows', async () => {
  const read = vi.spyOn(workbooks, 'readWorkbook');
  const shelf = new FileShelf();
  const file = workbook('a.xlsx', { 对象: sheet(rollRows), 数据: observations });
  expect((await proposeMapping([file], FOREIGN_INPUTS, { shelf })).isOwnLayout).toBe(true);
  // The same bytes, as another message brings them.
  const again = { name: file.name, bytes: file.bytes.slice() };
  const { dataset } = await importFiles([again], FOREIGN_INPUTS, { shelf });
  expect(dataset?.observations).toHaveLength(1);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockRestore();
});

it('never takes other bytes under the same name for the same file, and lets go of what is not wanted', async () => {
  const shelf = new FileShelf();
  const first = textFile('a.csv', 'period,subject,item,value\n2024,v1,grain,5\n');
  const second = textFile('a.csv', 'period,subject,item,value\n2024,v1,grain,6\n');
  const [one, two] = [shelf.open(first), shelf.open(second)];
  expect(one).not.toBe(two);
  expect(shelf.open(second)).toBe(two);
  shelf.keepOnly([second]);
  expect(shelf.open(second)).toBe(two);
  expect(shelf.open(first)).not.toBe(one);
});

it('says what is to be said of a file every time its tables are wanted', async () => {
  const shelf = new FileShelf();
  const file = textFile('a.xlsx', 'period,subject,item,value\n2024,v1,grain,5\n');
  await proposeMapping([file], FOREIGN_INPUTS, { shelf });
  const { report } = await importFiles([file], FOREIGN_INPUTS, { shelf });
  expect(report.findings.map(({ code }) => code)).toContain('file.content');
});
