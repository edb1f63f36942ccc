// The way of the data through thirty departments: workbooks out of the page, filled in, and back in.
import { readFile } from 'node:fs/promises';

import * as xlsx from '@e965/xlsx';
import { importFiles, loadScheme } from '@kaoheng/engine';
import { expect, test } from 'vitest';

import { textCell, type Book } from '../../packages/engine/src/workbook/book.ts';
import { fillIn } from '../../packages/engine/src/workbook/collection/testing/fill-in.ts';
import { type PickedFile } from './dashboard-files.ts';
import { fromRoot, restingRows, visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();
const dialog = () => visit.page.locator('kh-load-dialog kh-modal');
const results = () => visit.rows().allInnerTexts();

/** The sample, as it is imported directly. */
async function sample() {
  const { scheme } = loadScheme(await readFile(fromRoot('packages/engine/schemes/township-9-villages.yaml'), 'utf8'));
  const files = await Promise.all(
    ['subjects.csv', 'observations.csv'].map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(fromRoot(`packages/engine/samples/township-9-villages/${name}`))),
    })),
  );
  const { dataset } = await importFiles(files, scheme!.inputs);
  return { scheme: scheme!, dataset: dataset! };
}

/** Fills the sample's figures into a downloaded workbook, as a spreadsheet program saves it. */
async function filledIn(bytes: Buffer, name: string): Promise<PickedFile> {
  const { scheme, dataset } = await sample();
  const read = xlsx.read(bytes);
  const sheets = read.SheetNames.map((sheet) => {
    const rows = xlsx.utils.sheet_to_json<unknown[]>(read.Sheets[sheet]!, { header: 1, defval: '', blankrows: true });
    return { name: sheet, rows: rows.map((cells) => ({ cells: cells.map((cell) => textCell(String(cell))) })) };
  });
  const names = new Map(dataset.subjects.map((subject) => [subject.id, subject.name]));
  const { book, left } = fillIn({ sheets } as unknown as Book, dataset.observations, scheme, names, 'zh');
  expect(left).toEqual([]);
  const written = xlsx.utils.book_new();
  for (const sheet of book.sheets) {
    const rows = sheet.rows.map(({ cells }) => Array.from(cells, (cell) => (cell?.kind === 'text' ? cell.text : '')));
    xlsx.utils.book_append_sheet(written, xlsx.utils.aoa_to_sheet(rows), sheet.name);
  }
  const buffer = xlsx.write(written, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { name, mimeType: 'application/octet-stream', buffer };
}

test('a workbook made by the page, filled in and loaded, gives what the data themselves give', async () => {
  await visit.open();
  const before = await restingRows(visit.page);
  await visit.openLoadDialog();
  await dialog().locator('kh-needed-data summary').click();
  const order = dialog().locator('kh-collection-order');
  await expect.poll(() => order.getByLabel('考核期').inputValue()).toBe('2024');
  await order.getByLabel('考核期').fill('2023，2024');
  const [download] = await Promise.all([
    visit.page.waitForEvent('download'),
    order.getByRole('button', { name: '生成填报工作簿' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('乡村级目标管理考评 2023、2024 填报表.xlsx');
  await order.getByText('已生成 1 个文件').waitFor();

  const file = await filledIn(await readFile(await download.path()), '填好的.xlsx');
  await dialog().locator('kh-file-choice input[type=file]').setInputFiles(file);
  await dialog().getByRole('button', { name: '载入', exact: true }).click();
  await dialog().getByRole('button', { name: '查看成绩' }).click();
  await visit.page.locator('kh-header').getByText('填好的.xlsx').waitFor();
  await expect.poll(results).toEqual(before);
});
