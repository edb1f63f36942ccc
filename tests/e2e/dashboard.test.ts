// Looking at the results: what a leader and an analyst do with the sample.
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { visitDashboard } from './dashboard-support.ts';

const visit = visitDashboard();
const ranks = () => visit.page.locator('ranking-table td.rank').allInnerTexts();
const periods = () => visit.page.locator('period-picker select');
const groups = () => visit.page.locator('group-picker select');

describe('looking at the sample', () => {
  test('it appears by itself, ranked within its groups, and is marked as a sample', async () => {
    await visit.open();
    await expect.poll(() => visit.rows().count()).toBe(30);
    expect((await ranks()).filter((rank) => rank.trim() === '1').length).toBeGreaterThanOrEqual(3);
    await visit.page.getByText('这是示例').waitFor();
    await visit.page.getByRole('button', { name: '载入自己的数据' }).waitFor();
    await expect.poll(() => visit.page.getByRole('heading', { level: 1 }).innerText()).toContain('乡村级目标管理考评');
    await expect.poll(() => visit.page.title()).toContain('考衡');
  });

  test('a click on a row shows that unit’s sheet and radar', async () => {
    await visit.open();
    const name = await visit.rows().nth(4).locator('button.name').innerText();
    await visit.rows().nth(4).click();
    await visit.heading(name).waitFor();
    await visit.page.locator('radar-breakdown .chart svg').waitFor();
    await expect.poll(() => visit.page.locator('score-sheet tr[data-node]').count()).toBeGreaterThan(5);
  });

  test('a figure opens and says rule, arithmetic, clause and the cell it came from', async () => {
    await visit.open('#subject=v02');
    await visit.page.locator('score-sheet').getByRole('button', { name: '全部展开' }).click();
    await visit.page.locator('score-sheet tr[data-node="invest.fixed"] button.figure').first().click();
    const panel = visit.page.locator('score-sheet explanation-view article');
    await panel.getByRole('heading', { name: '固定资产投资' }).waitFor();
    for (const part of [/规则/, /计算/, /六\(二\)/, /observations\.csv/, /D\d+/]) {
      await expect.poll(() => panel.innerText()).toMatch(part);
    }
    await visit.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  test('period and group are followed by all widgets, and the unit stays while it takes part', async () => {
    await visit.open('#subject=v02');
    const sheet = visit.page.locator('score-sheet');
    await sheet.getByText('2024 年').first().waitFor();
    await periods().selectOption('2023');
    await sheet.getByText('2023 年').first().waitFor();
    await visit.page.locator('radar-breakdown').getByText('2023 年').first().waitFor();
    expect(visit.page.url()).toContain('subject=v02');

    const own = await sheet.locator('header').innerText();
    await groups().locator('option').nth(1).waitFor({ state: 'attached' });
    const other = (await groups().locator('option').allInnerTexts()).find(
      (group) => group !== '全部分组' && !own.includes(group),
    )!;
    await groups().selectOption({ label: other });
    await visit.page.getByText('已回到总表').waitFor();
    await expect.poll(() => visit.rows().count()).toBeLessThan(15);
    await expect.poll(() => visit.page.url()).not.toContain('subject=');
  });

  test('a unit that does not take part in a period gives way to the ranking, and that is said', async () => {
    await visit.open();
    const isNew = visit.rows().filter({ hasText: '—' });
    const name = await isNew.first().locator('button.name').innerText();
    await isNew.first().click();
    await visit.heading(name).waitFor();
    await periods().selectOption('2023');
    await visit.page.getByText(`“${name}”不在当前的考核期或分组中`).waitFor();
    await expect.poll(() => visit.page.locator('score-sheet').count()).toBe(0);
  });

  test('the selection lives in the address: reload keeps it, back and forward follow it', async () => {
    await visit.open();
    await visit.rows().nth(2).click();
    await visit.page.locator('score-sheet').getByRole('heading', { level: 2 }).waitFor();
    await periods().selectOption('2023');
    await visit.page.locator('score-sheet').getByText('2023 年').first().waitFor();
    const address = visit.page.url();
    const name = await visit.page.locator('score-sheet').getByRole('heading', { level: 2 }).innerText();

    await visit.page.reload();
    await visit.heading(name).waitFor();
    await visit.page.locator('score-sheet').getByText('2023 年').first().waitFor();
    expect(visit.page.url()).toBe(address);

    await visit.page.goBack();
    await visit.page.locator('score-sheet').getByText('2024 年').first().waitFor();
    await visit.page.goBack();
    await visit.page.locator('score-sheet').waitFor({ state: 'detached' });
    await visit.page.goForward();
    await visit.heading(name).waitFor();
  });

  test('an address that names what is not there falls back to what is', async () => {
    await visit.open('#period=1999&group=nobody&subject=nobody&view=nothing');
    await expect.poll(() => visit.page.url()).toContain('period=2024');
    await expect.poll(() => visit.rows().count()).toBe(30);
    await expect.poll(() => visit.page.url()).not.toContain('nobody');
  });

  test('the language switch turns the whole page, and holds for the next visit', async () => {
    await visit.open();
    await visit.page.getByRole('button', { name: 'English' }).click();
    await visit.page.getByRole('button', { name: 'Load your own data' }).waitFor();
    await visit.page.locator('ranking-table').getByText('Rank', { exact: true }).waitFor();
    await expect.poll(() => visit.page.locator('html').getAttribute('lang')).toBe('en');
    await visit.page.reload();
    await visit.page.getByRole('button', { name: 'Load your own data' }).waitFor();
    await visit.page.getByRole('button', { name: '中文' }).click();
    await visit.page.getByRole('button', { name: '载入自己的数据' }).waitFor();
  });

  test('dark follows the choice, paper stays white', async () => {
    await visit.open();
    const ground = () => visit.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await visit.page.getByLabel('外观').selectOption('dark');
    await expect.poll(ground).not.toBe(light);
    await visit.page.emulateMedia({ media: 'print' });
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
  });

  test('nothing sticks out at 1440, 1024 and 390 pixels', async () => {
    await visit.open('#subject=v02');
    await visit.page.locator('radar-breakdown .chart svg').waitFor();
    for (const width of [1440, 1024, 390]) {
      await visit.page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => visit.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
    }
  });
});

describe('with the keyboard alone', () => {
  test('a unit is chosen, a figure explained, and the way back found', async () => {
    await visit.open();
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    const names = visit.page.locator('ranking-table button.name');
    const hasFocus = (element: Locator): Promise<boolean> => element.evaluate((one) => one.matches(':focus'));
    await names.first().focus();
    await visit.page.keyboard.press('ArrowDown');
    await expect.poll(() => hasFocus(names.nth(1))).toBe(true);
    await visit.page.keyboard.press('Enter');
    await visit.heading(await names.nth(1).innerText()).waitFor();
    const figure = visit.page.locator('score-sheet tr[data-node] button.figure').first();
    await figure.focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.locator('score-sheet explanation-view article').waitFor();
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(figure)).toBe(true);
  });

  test('the dialog keeps the focus inside and gives it back', async () => {
    await visit.open();
    const opener = visit.page.getByRole('button', { name: '载入自己的数据' });
    await opener.focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: '载入数据' }).waitFor();
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  });
});
