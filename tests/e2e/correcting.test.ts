// From a figure to the cell behind it and back: a value is set right, or entered, where its explanation shows it.
import { readFile } from 'node:fs/promises';

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { fromRoot, visitDashboard } from './dashboard-support.ts';
import type { PickedFile } from './dashboard-files.ts';

const visit = visitDashboard();

const sampleFile = async (name: string): Promise<PickedFile> => ({
  name,
  mimeType: 'text/csv',
  buffer: await readFile(fromRoot(`packages/engine/samples/township-9-villages/${name}`)),
});

async function loadOwn(...files: readonly PickedFile[]): Promise<void> {
  await visit.openLoadDialog();
  await visit.page.locator('kh-file-choice input[type=file]').setInputFiles([...files]);
  await visit.page.getByRole('button', { name: '载入', exact: true }).click();
  await visit.page.getByRole('button', { name: '查看成绩' }).click({ timeout: 60_000 });
  await visit.rows().first().waitFor();
}

const explanation = (): Locator => visit.page.locator('score-sheet explanation-panel dialog');
const dialog = (): Locator => visit.page.locator('kh-results-view kh-correct-dialog kh-modal');

async function openLowestMissing(): Promise<void> {
  await visit.rows().filter({ hasText: '数据未齐' }).first().click();
  await visit.page.getByRole('button', { name: '全部展开' }).click();
  await visit.page.locator('score-sheet tr[data-node] [data-stop=score]').filter({ hasText: '未报' }).last().click();
}

describe('an explanation', () => {
  test('leads from a cell to its correction, and is told anew; of a sample it only tells', async () => {
    await visit.open('#subject=v03');
    const openFee = async (): Promise<void> => {
      await visit.page.getByRole('button', { name: '全部展开' }).click();
      await visit.page.locator('score-sheet tr[data-node="env.family.fee"] [data-stop=score]').click();
      await explanation().getByRole('cell', { name: 'D2401', exact: true }).waitFor();
    };
    await openFee();
    expect(
      await explanation()
        .getByRole('button', { name: /^更正|^补录/ })
        .count(),
    ).toBe(0);
    await visit.page.keyboard.press('Escape');

    await loadOwn(await sampleFile('subjects.csv'), await sampleFile('observations.csv'));
    await visit.rows().filter({ hasText: '竹园村' }).click();
    await openFee();
    await explanation().getByText('3 × min(191/150, 1) = 3').waitFor();
    await explanation().getByRole('button', { name: '更正 observations.csv D2401 的 11.46' }).click();
    await dialog().getByText('observations.csv › D2401').waitFor();
    await visit.page.keyboard.type('5.85');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.type('抄错');
    await visit.page.keyboard.press('Enter');
    await explanation().getByText('3 × 0.65 = 1.95').waitFor();
    await explanation().getByText('更正：11.46 → 5.85，抄错').waitFor();
    expect(
      await dialog()
        .locator('dialog')
        .evaluate((element) => (element as HTMLDialogElement).open),
    ).toBe(false);
  });

  test('leads from what is missing to entering it', async () => {
    await visit.open();
    await loadOwn(await sampleFile('subjects.csv'), await sampleFile('observations.csv'));
    await openLowestMissing();
    await explanation().getByRole('button', { name: /^补录/ }).first().click();
    await dialog().getByText('没有这一行：将作为补录计入').waitFor();
    await visit.page.keyboard.type('1');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.type('补报');
    await visit.page.keyboard.press('Enter');
    await explanation().getByText('手工补录：1，补报').waitFor();
    expect(await explanation().getByRole('button', { name: /^补录/ }).count()).toBe(0);
  });
});
