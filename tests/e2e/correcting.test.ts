// From a figure to the cell behind it and back: a value is set right, or entered, where its explanation shows it. And
// what imports contradict each other in.
import { readFile } from 'node:fs/promises';

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { fromRoot, visitDashboard } from './dashboard-support.ts';
import { sampleTables, textFile, type PickedFile } from './dashboard-files.ts';

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
  await visit.page.getByRole('button', { name: '查看成绩' }).click();
  await visit.rows().first().waitFor();
}

const explanation = (): Locator => visit.page.locator('score-sheet explanation-panel dialog');
const dialog = (): Locator => visit.page.locator('kh-results-view kh-correct-dialog kh-modal');

/** The dialog puts the focus where one goes on typing, once it has found the row. */
async function focusOnValue(): Promise<void> {
  const field = visit.page.locator('kh-results-view kh-correct-dialog #new-value');
  await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true);
}

async function openLowestMissing(): Promise<void> {
  await visit.rows().filter({ hasText: '数据未齐' }).first().click();
  await unfoldSheet();
  await visit.page.locator('score-sheet tr[data-node] [data-stop=score]').filter({ hasText: '未报' }).last().click();
}

async function unfoldSheet(): Promise<void> {
  const sheet = visit.page.locator('score-sheet');
  await sheet.getByRole('button', { name: '全部展开' }).click();
  await expect.poll(() => sheet.locator('tr[data-node] [aria-expanded=false]').count()).toBe(0);
}

/** What another department says of the fees of 2024: nobody collected more than 1, of a task of 2. */
async function otherFees(): Promise<PickedFile> {
  const { observations } = await sampleTables();
  const [header = [], ...rows] = observations;
  const [period, item, value] = ['period', 'item', 'value'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const fees = rows.filter((row) => row[period] === '2024' && /^env[.]family[.]fee[.]/.test(row[item]!));
  for (const row of fees) row[value] = row[item]!.endsWith('task') ? '2' : '1';
  return textFile('计生办.csv', [header, ...fees].map((row) => row.join(',')).join('\n'));
}

describe('imports that contradict each other', () => {
  test('one choice with a reason decides all conflicts of an item, and the history leads back', async () => {
    const { page } = visit;
    await visit.open();
    await loadOwn(await sampleFile('subjects.csv'), await sampleFile('observations.csv'));
    await visit.openLoadDialog();
    await page.locator('kh-file-choice input[type=file]').setInputFiles(await otherFees());
    await page.getByRole('radio', { name: '加到现有数据' }).check();
    await page.getByRole('button', { name: '载入', exact: true }).click();
    await page.getByRole('button', { name: '查看成绩' }).click();
    await page.getByRole('link', { name: /^数据/ }).first().click();
    const conflicts = page.locator('kh-conflict-list');
    const heading = page.locator('#conflicts h2');
    const open = async (): Promise<number> => Number(/\d+/.exec(await heading.innerText())?.[0]);
    await expect.poll(open).toBeGreaterThan(50);
    const before = await open();

    const first = conflicts.locator('form').first();
    await first.getByRole('radio').last().check();
    const reach = first.getByLabel('选定范围');
    await expect.poll(() => reach.locator('option').count()).toBe(3);
    const choices = await reach.locator('option').allInnerTexts();
    const many = Number(/(\d+) 处/.exec(choices[1]!)![1]);
    await reach.selectOption('item');
    await first.getByLabel('选定理由（必填）').fill('以计生办为准');
    await first.getByRole('button', { name: `选定这 ${many} 处` }).press('Enter');
    await conflicts.getByText(`已选定 ${many} 处`).waitFor();
    await expect.poll(open).toBe(before - many);

    await page
      .locator('kh-header')
      .getByRole('button', { name: /工作区/ })
      .click();
    const dialog = page.locator('kh-workspaces-dialog kh-modal');
    await dialog.locator('summary').filter({ hasText: '历史' }).click();
    const entries = dialog.locator('kh-workspace-history ol > li');
    for (const part of [`一次选定 ${many} 处数据`, '计生办.csv', '以计生办为准']) {
      await expect.poll(() => entries.first().innerText()).toContain(part);
    }
    await entries.nth(1).getByRole('button').click();
    await dialog.getByText('已恢复到第 3 条').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('link', { name: /^数据/ }).first().click();
    await expect.poll(open).toBe(before);
  });
});

describe('an explanation', () => {
  test('leads from a cell to its correction, and is told anew; of a sample it only tells', async () => {
    await visit.open('#subject=v03');
    const openFee = async (): Promise<void> => {
      await unfoldSheet();
      await visit.page.locator('score-sheet tr[data-node="env.family.fee"] [data-stop=score]').click();
      await explanation().getByRole('cell', { name: 'D2401', exact: true }).waitFor();
    };
    await openFee();
    expect(
      await explanation()
        .getByRole('button', { name: /^更正|^补录/ })
        .count(),
    ).toBe(0);
    await explanation().press('Escape');
    await explanation().waitFor({ state: 'hidden' });

    await loadOwn(await sampleFile('subjects.csv'), await sampleFile('observations.csv'));
    await visit.rows().filter({ hasText: '竹园村' }).click();
    await openFee();
    await explanation().getByText('3 × min(191/150 (≈ 1.2733), 1) = 3').waitFor();
    await explanation().getByRole('button', { name: '更正 observations.csv D2401 的 11.46' }).click();
    await dialog().getByText('observations.csv › D2401').waitFor();
    await focusOnValue();
    await visit.page.keyboard.type('5.85');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.type('抄错');
    await visit.page.keyboard.press('Enter');
    await explanation().getByText('3 × 0.65 = 1.95').waitFor();
    await explanation().getByText('更正：11.46 → 5.85，抄错').waitFor();
    await dialog().locator('dialog').waitFor({ state: 'hidden' });
  });

  test('leads from what is missing to entering it', async () => {
    await visit.open();
    await loadOwn(await sampleFile('subjects.csv'), await sampleFile('observations.csv'));
    await openLowestMissing();
    await explanation().getByRole('button', { name: /^补录/ }).first().click();
    await dialog().getByText('没有这一行：将作为补录计入').waitFor();
    await focusOnValue();
    await visit.page.keyboard.type('1');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.type('补报');
    await visit.page.keyboard.press('Enter');
    await explanation().getByText('手工补录：1，补报').waitFor();
    await expect.poll(() => explanation().getByRole('button', { name: /^补录/ }).count()).toBe(0);
  });
});
