// An import that the user gives up while the worker hears nothing: told at once, everything is as it was, and the next
// import works.
import type { Worker } from 'playwright-core';
import { expect, test } from 'vitest';

import { sampleTables, workbook, type PickedFile } from './dashboard-files.ts';
import { visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();

/**
 * Keeps a worker busy for ever, as a large workbook does for seconds: how long those are depends on the machine, and
 * what is tested here does not.
 */
async function occupy(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
}

test('an import that is given up while the worker hears nothing disturbs nobody', async () => {
  const workers: Worker[] = [];
  visit.page.on('worker', (worker) => {
    if (worker.url().includes('kaoheng.worker')) workers.push(worker);
  });
  await visit.open('#period=2024');
  const { subjects, observations } = await sampleTables();
  const choose = async (file: PickedFile): Promise<void> => {
    await visit.openLoadDialog();
    await visit.page.locator('kh-file-choice input[type=file]').setInputFiles(file);
  };
  const load = (): Promise<void> => visit.page.getByRole('button', { name: '载入', exact: true }).click();
  await choose(workbook({ subjects, observations }));
  await load();
  await visit.page.getByRole('button', { name: '查看成绩' }).click({ timeout: 30_000 });
  await visit.page.locator('kh-header').getByText('我的数据.xlsx').waitFor();
  await visit.rows().nth(4).click();
  await visit.page.locator('score-sheet').getByRole('heading', { level: 2 }).waitFor();
  const shown = (): Promise<string[]> => visit.page.locator('ranking-table, score-sheet table').allInnerTexts();
  const before = await shown();
  expect(workers).toHaveLength(1);

  // Whatever a widget says is wrong, however shortly, is written down.
  await visit.page.evaluate(() => {
    const errors: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('.error, .notice.bad, [role=alert]') && element.textContent?.trim()) {
          errors.push(element.textContent.trim());
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const again = (): void => {
      look(document);
      requestAnimationFrame(again);
    };
    again();
    Object.assign(window, { errors });
  });

  await choose({ ...workbook({ subjects, observations }), name: '不要了.xlsx' });
  await occupy(workers[0]!);
  await load();
  const dialog = visit.page.locator('kh-load-dialog kh-modal');
  await dialog.locator('progress').waitFor();
  await dialog.getByRole('button', { name: '停止' }).click();
  await dialog.getByText(/已停止|已取消/).waitFor();
  await dialog.getByRole('button', { name: '保留原有数据' }).click();
  await expect.poll(shown).toEqual(before);

  // Somebody goes on looking while the next worker takes over.
  await visit.rows().nth(6).click();
  await visit.heading(await visit.rows().nth(6).locator('button.name').innerText()).waitFor();
  await expect.poll(() => workers.length).toBe(2);
  await visit.rows().nth(4).click();
  await expect.poll(shown).toEqual(before);
  await visit.page.locator('kh-header').getByText('我的数据.xlsx').waitFor();
  expect(await visit.page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);

  const row = observations.find((cells) => cells.includes('invest.fixed') && cells.includes('2024'))!;
  row[observations[0]!.indexOf('value')] = '1';
  await choose({ ...workbook({ subjects, observations }), name: '改过.xlsx' });
  await load();
  await visit.page.getByRole('button', { name: '查看成绩' }).click({ timeout: 30_000 });
  await visit.page.locator('kh-header').getByText('改过.xlsx').waitFor();
});
