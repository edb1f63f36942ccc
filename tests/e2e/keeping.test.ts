// What the user has done stays: over a reload, beside a second tab, in a file on another machine, without room to keep it.
import { readFile } from 'node:fs/promises';

import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { sampleTables, workbook, type PickedFile } from './dashboard-files.ts';
import { restingRows, visitDashboard } from './dashboard-support.ts';
import { PATIENCE } from './support.ts';

const visit = visitDashboard();

const rowsOf = (page: Page): Locator => page.locator('ranking-table tr.subject');
const workspaces = (page: Page): Locator => page.locator('kh-workspaces-dialog kh-modal');

/** The sample with one figure of another height, so that its totals are nobody else's. */
async function ownWorkbook(value = '10'): Promise<PickedFile> {
  const { subjects, observations } = await sampleTables();
  const [header] = observations;
  const at = (name: string): number => header!.indexOf(name);
  const row = observations.find((cells) => cells[at('item')] === 'invest.fixed' && cells[at('period')] === '2024');
  row![at('value')] = value;
  return workbook({ subjects, observations });
}

async function loadOwn(page: Page, file: PickedFile): Promise<void> {
  const before = await restingRows(page);
  await page.getByRole('button', { name: '载入数据' }).first().click();
  await page.locator('kh-file-choice input[type=file]').setInputFiles(file);
  const load = page.getByRole('button', { name: '载入', exact: true });
  await expect.poll(() => load.isEnabled()).toBe(true);
  const replacing = page.getByRole('radio', { name: '代替' });
  if ((await replacing.count()) > 0) await replacing.check();
  await load.click();
  await page.getByRole('button', { name: '查看成绩' }).click();
  await expect.poll(() => results(page)).not.toEqual(before);
}

async function saveAsFile(page: Page, dialog: Locator, passphrase: string): Promise<PickedFile> {
  await dialog.getByRole('button', { name: '保存为文件…' }).click();
  if (passphrase !== '') {
    await dialog.getByLabel('用口令加密').check();
    await dialog.getByLabel('口令', { exact: true }).fill(passphrase);
    await dialog.getByLabel('再输一次').fill(passphrase);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存', exact: true }).click(),
  ]);
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

const openWorkspaces = async (page: Page): Promise<Locator> => {
  await page
    .locator('kh-header')
    .getByRole('button', { name: /工作区/ })
    .click();
  await page.getByRole('heading', { name: '工作区', exact: true }).waitFor();
  return workspaces(page);
};

const results = (page: Page): Promise<string[]> => rowsOf(page).allInnerTexts();

async function isKept(page: Page): Promise<void> {
  await page.locator('kh-header').getByText('已自动保存').waitFor();
}

describe('a workspace keeps itself', () => {
  test('after a reload the own data, parameters and history are there, and an earlier state comes back', async () => {
    await visit.open();
    await loadOwn(visit.page, await ownWorkbook());
    await isKept(visit.page);
    const before = await restingRows(visit.page);
    await visit.page.reload();
    await rowsOf(visit.page).first().waitFor();
    await isKept(visit.page);
    await expect.poll(() => results(visit.page)).toEqual(before);
    expect(await visit.page.getByText('这是示例').count()).toBe(0);

    await loadOwn(visit.page, await ownWorkbook('90'));
    await isKept(visit.page);
    const dialog = await openWorkspaces(visit.page);
    await dialog.locator('summary').filter({ hasText: '历史' }).click();
    const entries = dialog.locator('kh-workspace-history ol > li');
    await expect.poll(() => entries.count()).toBe(3);
    await expect.poll(() => entries.first().innerText()).toContain('我的数据.xlsx');
    await entries.nth(1).getByRole('button').click();
    await expect.poll(() => results(visit.page)).toEqual(before);
    await expect.poll(() => entries.count()).toBe(4);
  });

  test('of two tabs on one workspace the other is told at once, wherever it is scrolled, and nothing of either is lost', async () => {
    await visit.open();
    await loadOwn(visit.page, await ownWorkbook('10'));
    await isKept(visit.page);
    const second = await visit.page.context().newPage();
    await second.goto(visit.url);
    await rowsOf(second).first().waitFor();
    await isKept(second);
    const shared = await restingRows(visit.page);
    await expect.poll(() => results(second)).toEqual(shared);

    await loadOwn(visit.page, await ownWorkbook('50'));
    await isKept(visit.page);
    const first = await restingRows(visit.page);
    const behind = second.locator('kh-notices [data-notice=behind]');
    await behind.waitFor();
    await second.setViewportSize({ width: 390, height: 700 });
    await second.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const isInSight = async (): Promise<boolean> => {
      const { y = -1 } = (await behind.boundingBox()) ?? {};
      return y >= 0 && y < 700;
    };
    await expect.poll(isInSight).toBe(true);
    await second.setViewportSize({ width: 1440, height: 900 });
    await second.evaluate(() => window.scrollTo(0, 0));
    await behind.getByRole('button').click();
    await workspaces(second).getByRole('button', { name: '载入另一边的状态' }).click();
    await workspaces(second).getByRole('button', { name: '关闭' }).last().click();
    await isKept(second);
    await expect.poll(() => results(second)).toEqual(first);

    await visit.page.getByRole('button', { name: '保存视图…' }).click();
    const views = visit.page.locator('kh-views-dialog kh-modal');
    await views.getByRole('textbox').press('Enter');
    await views.getByText('已保存视图').waitFor();
    await visit.page.keyboard.press('Escape');
    await behind.waitFor();
    await loadOwn(second, await ownWorkbook('90'));
    const notice = second.locator('kh-notices [data-notice=kept]');
    await notice.waitFor();
    const others = await restingRows(second);
    expect(others).not.toEqual(first);
    await notice.getByRole('button').first().click();
    const dialog = workspaces(second);
    await dialog.getByRole('button', { name: /另存为新/ }).click();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await isKept(second);

    await second.reload();
    await expect.poll(() => results(second)).toEqual(others);
    await visit.page.reload();
    await expect.poll(() => results(visit.page)).toEqual(first);
    await second.close();
  });
});

describe('views', () => {
  const strip = (page: Page): Locator => page.locator('kh-view-strip');
  const dialogOf = (page: Page): Locator => page.locator('kh-views-dialog kh-modal');

  test('a look is saved, and is there after a reload, in an earlier state and on another machine', async () => {
    await visit.open();
    const { page } = visit;
    await loadOwn(page, await ownWorkbook());
    await isKept(page);
    await page.locator('ranking-table th.name button.sort').click();
    await page.getByRole('searchbox').fill('村');
    const look = await restingRows(page);
    await strip(page).getByRole('button', { name: '保存视图' }).click();
    const name = dialogOf(page).getByLabel('名称');
    await expect.poll(() => name.inputValue()).toContain('按名称排序');
    await name.fill('按名称');
    await name.press('Enter');
    await dialogOf(page).getByText('已保存视图“按名称”').waitFor();
    await page.keyboard.press('Escape');
    await isKept(page);

    await page.reload();
    await rowsOf(page).first().waitFor();
    await page.getByRole('link', { name: '参数' }).click();
    await strip(page).getByRole('link', { name: '按名称' }).click();
    await expect.poll(() => results(page)).toEqual(look);
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('村');

    const dialog = await openWorkspaces(page);
    await dialog.locator('summary').filter({ hasText: '历史' }).click();
    const entries = dialog.locator('kh-workspace-history ol > li');
    await expect.poll(() => entries.first().innerText()).toContain('保存视图“按名称”');
    await entries.nth(1).getByRole('button').click();
    await dialog.getByText('已恢复到第 2 条之后的状态').waitFor();
    await expect.poll(() => strip(page).getByRole('link').allInnerTexts()).toEqual(['按名称']);
    const file = await saveAsFile(page, dialog, '');

    const other = await page
      .context()
      .browser()!
      .newContext({ viewport: { width: 1440, height: 900 } });
    other.setDefaultTimeout(PATIENCE);
    try {
      const there = await other.newPage();
      there.on('pageerror', (error) => visit.complaints.push(error.message));
      await there.goto(visit.url);
      await rowsOf(there).first().waitFor();
      expect(await strip(there).getByRole('link').count()).toBe(0);
      await (await openWorkspaces(there)).locator('input[type=file]').setInputFiles(file);
      await workspaces(there).getByText('已打开').waitFor();
      await workspaces(there).getByRole('button', { name: '关闭' }).last().click();
      await strip(there).getByRole('link', { name: '按名称' }).click();
      await expect.poll(() => results(there)).toEqual(look);
    } finally {
      await other.close();
    }
  });

  test('one that was deleted comes back with an earlier state; a link to a period that is gone says so', async () => {
    await visit.open();
    const { page } = visit;
    await loadOwn(page, await ownWorkbook());
    await isKept(page);
    await strip(page).getByRole('button', { name: '保存视图' }).click();
    const name = dialogOf(page).getByLabel('名称');
    await expect.poll(() => name.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    const saved = dialogOf(page).getByRole('button', { name: /^打开视图/ });
    await saved.waitFor();
    await dialogOf(page)
      .getByRole('button', { name: /^删除视图/ })
      .click();
    await dialogOf(page).getByText('已删除视图').waitFor();
    await expect.poll(() => saved.count()).toBe(0);
    await page.keyboard.press('Escape');
    const dialog = await openWorkspaces(page);
    await dialog.locator('summary').filter({ hasText: '历史' }).click();
    await dialog.getByRole('button', { name: '恢复到此（第 3 条之后）' }).click();
    await dialog.getByText('已恢复到第 3 条').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect.poll(() => strip(page).getByRole('link').count()).toBe(1);

    await page.goto(`${visit.url}#period=1999`);
    await page.getByText('考核期在现有成绩中没有').waitFor();
    await expect.poll(() => rowsOf(page).count()).toBe(30);
  });
});

describe('a workspace as a file', () => {
  test('sealed with a passphrase it opens in another profile, with the same results', async () => {
    await visit.open();
    await loadOwn(visit.page, await ownWorkbook());
    const before = await restingRows(visit.page);
    const dialog = await openWorkspaces(visit.page);
    const file = await saveAsFile(visit.page, dialog, '一二三四');
    expect(file.buffer.includes('invest.fixed')).toBe(false);

    const other = await visit.page
      .context()
      .browser()!
      .newContext({ viewport: { width: 1440, height: 900 } });
    other.setDefaultTimeout(PATIENCE);
    try {
      const page = await other.newPage();
      page.on('pageerror', (error) => visit.complaints.push(error.message));
      await page.goto(visit.url);
      await rowsOf(page).first().waitFor();
      const there = await openWorkspaces(page);
      await there.locator('input[type=file]').setInputFiles(file);
      const passphrase = there.getByLabel(/的口令/);
      await passphrase.fill('四三二一');
      await passphrase.press('Enter');
      await there.getByText('口令不对').waitFor();
      await passphrase.fill('一二三四');
      await passphrase.press('Enter');
      await there.getByText('已打开').waitFor();
      await there.getByRole('button', { name: '关闭' }).last().click();
      await expect.poll(() => results(page)).toEqual(before);
      await isKept(page);
      await page.reload();
      await expect.poll(() => results(page)).toEqual(before);
    } finally {
      await other.close();
    }
  });
});

describe('where the browser keeps nothing', () => {
  test('a page that may not keep anything says so, and saves as a file', async () => {
    await visit.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not here', 'SecurityError');
      };
    });
    await visit.open();
    await loadOwn(visit.page, await ownWorkbook());
    const notice = visit.page.locator('kh-notices .notice.bad');
    await notice.getByText('浏览器不允许本页保存数据').waitFor();
    await notice.getByRole('button').first().click();
    const file = await saveAsFile(visit.page, workspaces(visit.page), '');
    expect(file.buffer.subarray(0, 2).toString()).toBe('PK');
    await expect.poll(() => visit.rows().count()).toBe(30);
  });

  test('where there is no room left nothing is lost: it is saved as a file, or kept once there is room', async () => {
    await visit.page.addInitScript(() => {
      const add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function (...given) {
        if (!('thereIsRoom' in window)) throw new DOMException('full', 'QuotaExceededError');
        return add.apply(this, given);
      };
    });
    await visit.open();
    await loadOwn(visit.page, await ownWorkbook());
    const before = await restingRows(visit.page);
    const notice = visit.page.locator('kh-notices .notice.bad');
    await notice.getByText('存储空间已满').waitFor();
    await notice.getByRole('button').first().click();
    const dialog = workspaces(visit.page);
    const file = await saveAsFile(visit.page, dialog, '');
    expect(file.buffer.length).toBeGreaterThan(1000);

    await dialog.getByRole('button', { name: '再存一次' }).click();
    await dialog.getByText('存储空间已满').waitFor();
    await visit.page.evaluate(() => Object.assign(window, { thereIsRoom: true }));
    await dialog.getByRole('button', { name: '再存一次' }).click();
    await isKept(visit.page);
    await visit.page.reload();
    await expect.poll(() => results(visit.page)).toEqual(before);
  });
});
