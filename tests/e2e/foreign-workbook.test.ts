// A workbook as a department makes it: a title, names instead of ids, percent signs, a total, a name that nobody has.
import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';

import { textFile, type PickedFile } from './dashboard-files.ts';
import { fromRoot, visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();
const dialog = () => visit.page.locator('kh-load-dialog kh-modal');

const SCHEME = `scheme: own-villages
title: { zh: 自拟村级考核, en: Our own appraisal }
version: 2025.1
period: year
full marks: 20
inputs:
  order: { kind: score, title: 社会秩序, min: 0, max: 10 }
  roads: { kind: score, title: 道路养护, min: 0, max: 10 }
items:
  - { id: order, title: 社会秩序, max: 10, clause: 一, score: given }
  - { id: roads, title: 道路养护, max: 10, clause: 二, score: given }
results:
  - { id: total, title: 总分, formula: order + roads }
  - { id: rank, title: 名次, rank: { by: total } }
`;

function summary(year: string, name = `${year}汇总.xlsx`): PickedFile {
  const rows = [
    [`${year}年度村级考核汇总表`],
    ['序号', '单位名称', '社会秩序', '道路养护', '备注'],
    [1, '石桥村', 7.5, 9],
    [2, '清溪村委会', 8, '６．５'],
    [3, '云峰村', 9, 4],
    ['', '合计', 24.5, 19.5],
    ['填表人：办公室'],
  ];
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '汇总');
  const buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { name, mimeType: 'application/octet-stream', buffer };
}

const subjects = textFile('名单.csv', 'subject,name\na,石桥村\nb,清溪村\nc,云峰村\n');

async function choose(files: readonly PickedFile[]): Promise<void> {
  await visit.openLoadDialog();
  await dialog()
    .locator('kh-file-choice input[type=file]')
    .setInputFiles([...files]);
}

test('it is matched with the scheme, corrected, read, and known again the next year', async () => {
  await visit.open();
  await visit.openLoadDialog();
  await visit.page.locator('kh-scheme-choice input[type=file]').setInputFiles(textFile('自拟.yaml', SCHEME));
  await visit.page.getByText('可以使用').waitFor();
  await dialog()
    .locator('kh-file-choice input[type=file]')
    .setInputFiles([subjects, summary('2024')]);
  await dialog().getByRole('button', { name: '载入', exact: true }).click();
  await visit.page.getByRole('heading', { name: '对应表格' }).waitFor();

  const who = dialog().getByRole('group', { name: /清溪村委会/ });
  await who.getByText('清溪村(b)').click();
  await expect.poll(() => dialog().getByLabel('C 社会秩序 列是').inputValue()).toBe('=order');
  await expect.poll(() => dialog().getByLabel('考核期', { exact: true }).first().inputValue()).toBe('2024');
  await dialog().getByRole('button', { name: '按此载入' }).click();
  await dialog().getByRole('button', { name: '查看成绩' }).click();
  await visit.rows().filter({ hasText: '清溪村' }).getByText('14.5').first().waitFor();
  await visit.page.locator('kh-header').getByText('已自动保存').waitFor();
  await expect.poll(() => visit.rows().count()).toBe(3);

  await visit.page.reload();
  await visit.rows().filter({ hasText: '清溪村' }).getByText('14.5').first().waitFor();
  await choose([subjects, summary('2025')]);
  await dialog().getByRole('button', { name: '载入', exact: true }).click();
  await visit.page.getByRole('heading', { name: '对应表格' }).waitFor();
  await dialog().getByText('与以前保存的对应关系相同').first().waitFor();
  expect(
    await dialog()
      .getByRole('group', { name: /清溪村委会/ })
      .count(),
  ).toBe(0);
});

test('files in the layout of the program are not asked about', async () => {
  await visit.open();
  await visit.openLoadDialog();
  const sample = fromRoot('packages/engine/samples/township-9-villages');
  const files = [`${sample}/subjects.csv`, `${sample}/observations.csv`];
  await dialog().locator('kh-file-choice input[type=file]').setInputFiles(files);
  await dialog().getByRole('button', { name: '载入', exact: true }).click();
  await dialog().getByRole('button', { name: '查看成绩' }).click();
});
