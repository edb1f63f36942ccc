// A workbook with cells that cannot be read: set right in the report, without going back to the file.
import { expect, test } from 'vitest';

import { sampleTables, workbook, type PickedFile } from './dashboard-files.ts';
import { restingRows, visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();
const dialog = () => visit.page.locator('kh-load-dialog kh-modal');

/** The sample with a figure nobody can read, and one row twice. */
async function spoiltWorkbook(): Promise<PickedFile> {
  const { subjects, observations } = await sampleTables();
  const [header] = observations;
  const at = (name: string): number => header!.indexOf(name);
  const row = observations.find((cells) => cells[at('item')] === 'invest.fixed' && cells[at('period')] === '2024')!;
  observations.push([...row]);
  row[at('value')] = '约十';
  return workbook({ subjects, observations });
}

test('a cell is set right and a row left out; the import enters like that, and comes back like that', async () => {
  await visit.open();
  await visit.openLoadDialog();
  await dialog()
    .locator('kh-file-choice input[type=file]')
    .setInputFiles(await spoiltWorkbook());
  await dialog().getByRole('button', { name: '载入', exact: true }).click();
  await dialog().getByText('有 1 行读不进').waitFor();

  const finding = dialog().locator('kh-import-report tbody tr').filter({ hasText: '约十' });
  await finding.getByRole('button', { name: /^改此格/ }).click();
  await finding.getByRole('textbox').fill('１０');
  await finding.getByRole('textbox').press('Enter');
  await finding.getByText('将读作“１０”').waitFor();
  await dialog().getByLabel('原因').fill('电话核实');
  await dialog().getByRole('button', { name: '按改动重新读取' }).click();

  // Now the row that was the only good one repeats it.
  await dialog().getByText('有 1 行读不进').waitFor();
  const repeated = dialog().locator('kh-import-report tbody tr').filter({ hasText: 'row.repeated' });
  await repeated.getByRole('button', { name: /整行/ }).click();
  await dialog().getByRole('button', { name: '按改动重新读取' }).click();
  await dialog().getByText('已载入。').waitFor();
  await dialog().getByRole('button', { name: '查看成绩' }).click();
  await visit.page.locator('kh-header').getByText('已自动保存').waitFor();
  const results = await restingRows(visit.page);

  await visit.page.reload();
  await expect.poll(() => visit.rows().allInnerTexts()).toEqual(results);
  await visit.page
    .getByRole('tab', { name: '数据' })
    .or(visit.page.getByRole('link', { name: '数据' }))
    .first()
    .click();
  const report = visit.page.locator('kh-data-view kh-import-report');
  await report.getByText('约十').first().waitFor();
  const amended = report.locator('tbody tr').filter({ hasText: 'cell.amended' });
  await amended.getByRole('button', { name: /^撤回/ }).click();
  await report.getByRole('button', { name: '按改动重新读取' }).click();
  await visit.page.getByText('没有采用').waitFor();
});
