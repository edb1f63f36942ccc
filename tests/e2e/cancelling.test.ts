// A large file that the user gives up: told at once, everything is as it was, and the next import works.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { sampleTables, workbook, type PickedFile } from './dashboard-files.ts';
import { visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();

let folder = '';
let large = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoheng-large-'));
  large = await largeWorkbook();
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The sample with so many more lines that the worker is busy with the workbook for seconds, and hears nothing. */
async function largeWorkbook(): Promise<string> {
  const { subjects, observations } = await sampleTables();
  const [header, first] = observations;
  const note = header!.indexOf('note');
  for (let line = 0; line < 60_000; line += 1) {
    const row = [...first!];
    row[note] = `第 ${line} 次核对`;
    observations.push(row);
  }
  const path = join(folder, '很大.xlsx');
  await writeFile(path, workbook({ subjects, observations }).buffer);
  return path;
}

/** Whether a worker hears nothing for as long as nobody does who is not busy. */
function isSilent(worker: Worker): Promise<boolean> {
  const heard = worker
    .evaluate(() => true)
    .then(
      () => false,
      () => true,
    );
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 500));
  return Promise.race([heard, silence]);
}

test('an import that is given up in the middle of a large workbook disturbs nobody', async () => {
  const workers: Worker[] = [];
  visit.page.on('worker', (worker) => {
    if (worker.url().includes('kaoheng.worker')) workers.push(worker);
  });
  await visit.open('#period=2024');
  const { subjects, observations } = await sampleTables();
  const load = async (file: PickedFile | string): Promise<void> => {
    await visit.openLoadDialog();
    await visit.page.locator('kh-file-choice input[type=file]').setInputFiles(file);
    await visit.page.getByRole('button', { name: '载入', exact: true }).click();
  };
  await load(workbook({ subjects, observations }));
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

  await load(large);
  const dialog = visit.page.locator('kh-load-dialog kh-modal');
  await dialog.locator('progress').waitFor();
  await expect.poll(() => isSilent(workers[0]!), { timeout: 20_000 }).toBe(true);
  await dialog.getByRole('button', { name: '停止' }).click();
  await dialog.getByText(/已停止|已取消/).waitFor({ timeout: 1000 });
  await dialog.getByRole('button', { name: '保留原有数据' }).click();
  expect(await shown()).toEqual(before);

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
  await load({ ...workbook({ subjects, observations }), name: '改过.xlsx' });
  await visit.page.getByRole('button', { name: '查看成绩' }).click({ timeout: 30_000 });
  await visit.page.locator('kh-header').getByText('改过.xlsx').waitFor();
}, 120_000);
