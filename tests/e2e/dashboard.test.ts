// The dashboard as it is delivered: the real build, the real worker with DuckDB, a policy as strict as a portal's.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import * as xlsx from '@e965/xlsx';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { run } from '../../scripts/run.mjs';
import { serve, startBrowser, STRICT_POLICY } from './support.ts';

const SAMPLE = 'packages/engine/samples/township-9-villages';
const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let context: BrowserContext;
let page: Page;
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  if (!existsSync(fromRoot('packages/dashboard/dist/index.html'))) {
    await run(process.execPath, ['scripts/build.mjs', 'dashboard']);
  }
  server = await serve('packages/dashboard/dist', { headers: () => STRICT_POLICY });
  browser = await startBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  elsewhere = [];
  complaints = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith(`blob:${server.url}`)) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterEach(async () => {
  await context.close();
  expect(elsewhere, 'requests to other origins').toEqual([]);
  expect(complaints, 'errors and refusals of the policy').toEqual([]);
});

const rows = () => page.locator('ranking-table tr.subject');
const ranks = () => page.locator('ranking-table td.rank').allInnerTexts();
const heading = (name: string) => page.locator('score-sheet').getByRole('heading', { name, exact: true });
const periods = () => page.locator('period-picker select');
const groups = () => page.locator('group-picker select');

async function open(hash = ''): Promise<void> {
  await page.goto(`${server.url}${hash}`);
  await rows().first().waitFor({ timeout: 30_000 });
}

/** The sample as tables of texts, to be changed and loaded as one's own. */
async function sampleTables(): Promise<{ subjects: string[][]; observations: string[][] }> {
  const table = async (name: string): Promise<string[][]> => {
    const text = await readFile(fromRoot(`${SAMPLE}/${name}.csv`), 'utf8');
    const sheet = xlsx.read(text.replace(/^\uFEFF/, ''), { type: 'string', raw: true });
    return xlsx.utils.sheet_to_json<string[]>(sheet.Sheets[sheet.SheetNames[0]!]!, { header: 1, defval: '' });
  };
  return { subjects: await table('subjects'), observations: await table('observations') };
}

function workbook(tables: Record<string, string[][]>): { name: string; mimeType: string; buffer: Buffer } {
  const book = xlsx.utils.book_new();
  for (const [name, table] of Object.entries(tables)) {
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(table), name);
  }
  const buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { name: '我的数据.xlsx', mimeType: 'application/octet-stream', buffer };
}

async function openLoadDialog(): Promise<void> {
  await page.getByRole('button', { name: '载入数据' }).first().click();
  await page.getByRole('heading', { name: '载入数据' }).waitFor();
}

describe('looking at the sample', () => {
  test('it appears by itself, ranked within its groups, and is marked as a sample', async () => {
    await open();
    expect(await rows().count()).toBe(30);
    expect((await ranks()).filter((rank) => rank.trim() === '1').length).toBeGreaterThanOrEqual(3);
    expect(await page.getByText('这是示例').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '载入自己的数据' }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('乡村级目标管理考评');
    expect(await page.title()).toContain('考衡');
  });

  test('a click on a row shows that unit’s sheet and radar', async () => {
    await open();
    const name = await rows().nth(4).locator('button.name').innerText();
    await rows().nth(4).click();
    await heading(name).waitFor();
    await page.locator('radar-breakdown .chart svg').waitFor();
    expect(await page.locator('score-sheet tr[data-node]').count()).toBeGreaterThan(5);
  });

  test('a figure opens and says rule, arithmetic, clause and the cell it came from', async () => {
    await open('#subject=v02');
    await page.locator('score-sheet').getByRole('button', { name: '全部展开' }).click();
    await page.locator('score-sheet tr[data-node="invest.fixed"] button.figure').first().click();
    const panel = page.locator('score-sheet explanation-view article');
    await panel.getByRole('heading', { name: '固定资产投资' }).waitFor();
    const text = await panel.innerText();
    for (const part of ['规则', '计算', '六(二)', 'observations.csv']) expect(text).toContain(part);
    expect(text).toMatch(/D\d+/);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  test('period and group are followed by all widgets, and the unit stays while it takes part', async () => {
    await open('#subject=v02');
    const sheet = page.locator('score-sheet');
    await sheet.getByText('2024 年').first().waitFor();
    await periods().selectOption('2023');
    await sheet.getByText('2023 年').first().waitFor();
    await page.locator('radar-breakdown').getByText('2023 年').first().waitFor();
    expect(page.url()).toContain('subject=v02');

    const own = await sheet.locator('header').innerText();
    const other = (await groups().locator('option').allInnerTexts()).find(
      (group) => group !== '全部分组' && !own.includes(group),
    )!;
    await groups().selectOption({ label: other });
    await page.getByText('已回到总表').waitFor();
    await expect.poll(() => rows().count()).toBeLessThan(15);
    expect(page.url()).not.toContain('subject=');
  });

  test('a unit that does not take part in a period gives way to the ranking, and that is said', async () => {
    await open();
    const isNew = rows().filter({ hasText: '—' });
    const name = await isNew.first().locator('button.name').innerText();
    await isNew.first().click();
    await heading(name).waitFor();
    await periods().selectOption('2023');
    await page.getByText(`“${name}”不在当前的考核期或分组中`).waitFor();
    expect(await page.locator('score-sheet').count()).toBe(0);
  });

  test('the selection lives in the address: reload keeps it, back and forward follow it', async () => {
    await open();
    await rows().nth(2).click();
    await page.locator('score-sheet').getByRole('heading', { level: 2 }).waitFor();
    await periods().selectOption('2023');
    await page.locator('score-sheet').getByText('2023 年').first().waitFor();
    const address = page.url();
    const name = await page.locator('score-sheet').getByRole('heading', { level: 2 }).innerText();

    await page.reload();
    await heading(name).waitFor();
    await page.locator('score-sheet').getByText('2023 年').first().waitFor();
    expect(page.url()).toBe(address);

    await page.goBack();
    await page.locator('score-sheet').getByText('2024 年').first().waitFor();
    await page.goBack();
    await page.locator('score-sheet').waitFor({ state: 'detached' });
    await page.goForward();
    await heading(name).waitFor();
  });

  test('an address that names what is not there falls back to what is', async () => {
    await open('#period=1999&group=nobody&subject=nobody&view=nothing');
    await expect.poll(() => page.url()).toContain('period=2024');
    expect(await rows().count()).toBe(30);
    expect(page.url()).not.toContain('nobody');
  });

  test('the language switch turns the whole page, and holds for the next visit', async () => {
    await open();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Load your own data' }).waitFor();
    await page.locator('ranking-table').getByText('Rank', { exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: 'Load your own data' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '载入自己的数据' }).waitFor();
  });

  test('dark follows the choice, paper stays white', async () => {
    await open();
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel('外观').selectOption('dark');
    expect(await ground()).not.toBe(light);
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  test('nothing sticks out at 1440, 1024 and 390 pixels', async () => {
    await open('#subject=v02');
    await page.locator('radar-breakdown .chart svg').waitFor();
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
    }
  });
});

describe('loading one’s own data', () => {
  test('a workbook replaces the sample; a refused row is named by its cell and can be exported', async () => {
    await open();
    const { subjects, observations } = await sampleTables();
    const [header] = observations;
    const column = (name: string): number => header!.indexOf(name);
    const wrong = observations.findIndex(
      (row) => row[column('item')] === 'invest.fixed' && row[column('period')] === '2024',
    );
    observations[wrong]![column('value')] = '很多';
    await openLoadDialog();
    await page.locator('kh-file-choice input[type=file]').setInputFiles(workbook({ subjects, observations }));
    await page.getByRole('button', { name: '载入', exact: true }).click();
    const dialog = page.locator('kh-load-dialog kh-modal');
    await dialog.getByText('有 1 行被拒收').waitFor({ timeout: 30_000 });
    const finding = await dialog.locator('tbody tr').first().innerText();
    expect(finding).toContain('拒收');
    expect(finding).toContain(`D${wrong + 1}`);
    expect(finding).toContain('我的数据.xlsx');
    expect(finding).toContain('很多');

    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /导出拒收清单/ }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('很多');

    await dialog.getByRole('button', { name: '查看成绩' }).click();
    await page.locator('kh-header').getByText('我的数据.xlsx').waitFor();
    expect(await page.getByText('这是示例').count()).toBe(0);
    expect(await rows().count()).toBe(30);

    // The refused row is missing now, and the others lie in the database.
    await page.getByRole('link', { name: /^数据/ }).click();
    const missing = page.locator('kh-missing-data tbody tr', { hasText: '清溪村' });
    await missing.getByText('固定资产投资').waitFor();
    await page.locator('kh-data-view').getByText('就绪').waitFor({ timeout: 30_000 });
  });

  test('a file that cannot be used changes nothing, and that is said', async () => {
    await open();
    await openLoadDialog();
    const buffer = Buffer.from('name,points\n甲村,90\n');
    await page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles({ name: 'points.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: '载入', exact: true }).click();
    const dialog = page.locator('kh-load-dialog kh-modal');
    await dialog.getByText('没有载入').waitFor();
    expect(await dialog.innerText()).toContain('保持不变');
    await dialog.getByRole('button', { name: '保留原有数据' }).click();
    expect(await rows().count()).toBe(30);
    expect(await page.getByText('这是示例').isVisible()).toBe(true);
  });

  test('a wrong scheme file is refused with line, column, reason and remedy', async () => {
    await open();
    await openLoadDialog();
    const good = await readFile(fromRoot('packages/engine/schemes/township-9-villages.yaml'), 'utf8');
    const buffer = Buffer.from(good.replace(/^period:.*$/m, 'period: fortnight'));
    await page
      .locator('kh-scheme-choice input[type=file]')
      .setInputFiles({ name: '方案.yaml', mimeType: 'text/yaml', buffer });
    const dialog = page.locator('kh-load-dialog kh-modal');
    await dialog.getByText('方案.yaml 有错误').waitFor();
    expect(await dialog.locator('kh-scheme-findings tbody').innerText()).toMatch(/第 \d+ 行第 \d+ 列/);
    expect(await dialog.getByRole('button', { name: '载入', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await rows().count()).toBe(30);
  });

  test('another scheme and its data enter together', async () => {
    await open();
    await openLoadDialog();
    const dialog = page.locator('kh-load-dialog kh-modal');
    await dialog.getByLabel('考核方案').selectOption('=teacher-ethics');
    await dialog.getByText('这个方案没有示例数据').waitFor();
    const cases = fromRoot('packages/engine/schemes/cases/teacher-ethics');
    await page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles([`${cases}/subjects.csv`, `${cases}/observations.csv`]);
    await dialog.getByRole('button', { name: '载入', exact: true }).click();
    await dialog.getByText('已载入').first().waitFor({ timeout: 30_000 });
    await dialog.getByRole('button', { name: '查看成绩' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('职业道德');
    expect(await rows().count()).toBeGreaterThan(3);
  });
});

describe('an own scheme', () => {
  const SCHEME = `scheme: own-villages
title: { zh: 自拟村级考核, en: Our own appraisal }
version: 2025.1
period: year
full marks: 10
parameters:
  bonus: { value: 2, title: 加分, unit: 分, clause: 九(一) }
inputs:
  order: { kind: score, title: 社会秩序, min: 0, max: 10 }
items:
  - { id: order, title: 社会秩序, max: 10, clause: 一, score: given }
results:
  - { id: total, title: 总分, formula: order + bonus }
  - { id: rank, title: 名次, rank: { by: total } }
`;
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  test('it is opened with two CSV files, and its parameters compute again', async () => {
    await open();
    await openLoadDialog();
    await page.locator('kh-scheme-choice input[type=file]').setInputFiles(file('自拟.yaml', SCHEME));
    await page.getByText('方案“自拟村级考核”（版本 2025.1）可以使用。').waitFor();
    await page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles([
        file('subjects.csv', 'subject,name,group,parent\na,甲村,东片,\nb,乙村,东片,\n'),
        file('observations.csv', 'period,subject,item,value\n2025,a,order,7.5\n2025,b,order,9\n'),
      ]);
    await page.getByRole('button', { name: '载入', exact: true }).click();
    await page.getByRole('button', { name: '查看成绩' }).click();
    await rows().filter({ hasText: '乙村' }).getByText('11').first().waitFor();

    await page.getByRole('link', { name: '参数' }).click();
    const field = page.getByLabel('加分');
    expect(await page.locator('kh-parameters-view').getByText('依据：九(一)').count()).toBe(1);
    await field.fill('两分');
    await page.getByRole('button', { name: '重新计算' }).click();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('1/3');
    await page.getByRole('button', { name: '重新计算' }).click();
    await page.getByText('已按新参数重新计算').waitFor();
    await page.getByRole('link', { name: '成绩' }).click();
    await rows().filter({ hasText: '乙村' }).getByText('9.3333').first().waitFor();
  });
});

describe('with the keyboard alone', () => {
  test('a unit is chosen, a figure explained, and the way back found', async () => {
    await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const names = page.locator('ranking-table button.name');
    await names.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(await names.nth(1).innerText()).waitFor();
    const figure = page.locator('score-sheet tr[data-node] button.figure').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    await page.locator('score-sheet explanation-view article').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  test('the dialog keeps the focus inside and gives it back', async () => {
    await open();
    const opener = page.getByRole('button', { name: '载入自己的数据' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '载入数据' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  });
});

describe('when the server is in the way', () => {
  test('without WebAssembly scoring goes on, and the keeper is told what to change', async () => {
    const headers = () => ({
      'content-security-policy': STRICT_POLICY['content-security-policy'].replace(" 'wasm-unsafe-eval'", ''),
    });
    const strict = await serve('packages/dashboard/dist', { headers });
    try {
      await page.goto(strict.url);
      await rows().first().waitFor();
      await openLoadDialog();
      const { subjects, observations } = await sampleTables();
      await page.locator('kh-file-choice input[type=file]').setInputFiles(workbook({ subjects, observations }));
      await page.getByRole('button', { name: '载入', exact: true }).click();
      await page.getByRole('button', { name: '查看成绩' }).click();
      const notice = page.locator('kh-notices .notice.warn');
      await notice.getByText('数据库未启动，评分照常进行').waitFor({ timeout: 30_000 });
      expect(await notice.innerText()).toContain("'wasm-unsafe-eval'");
      expect(await rows().count()).toBe(30);
    } finally {
      await strict.close();
      // This server is another origin, and its refusals are the point.
      elsewhere.length = 0;
      complaints.length = 0;
    }
  });

  test('without its worker file the page says what to look at, and a new start is offered', async () => {
    await page.route(/kaoheng\.worker/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(server.url);
    const notice = page.locator('kh-notices .notice.bad');
    await notice.getByText('后台计算已停止').waitFor();
    expect(await notice.innerText()).toContain('text/javascript');
    await page.unroute(/kaoheng\.worker/);
    await notice.getByRole('button', { name: '重新启动' }).click();
    await rows().first().waitFor();
    expect(await page.locator('kh-notices .notice.bad').count()).toBe(0);
    complaints.length = 0;
  });
});

describe('publishing', () => {
  test('the results file is downloaded, holds the notice and no source rows, and the lines for a page are shown', async () => {
    await open();
    await page.getByRole('button', { name: '发布' }).click();
    const dialog = page.locator('kh-publish-dialog kh-modal');
    await dialog.getByLabel('开始').fill('2025-01-06');
    await dialog.getByLabel('结束').fill('2025-01-10');
    await dialog.getByLabel('异议受理').fill('考核办');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '生成文件' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const file = JSON.parse(text) as { notice: unknown; subjects: unknown[] };
    expect(file.notice).toMatchObject({ from: '2025-01-06', to: '2025-01-10', objections: '考核办' });
    expect(file.subjects).toHaveLength(30);
    expect(text).not.toContain('observations.csv');
    expect(await dialog.locator('textarea.snippet').inputValue()).toContain(
      '<score-store src="township-9-villages_2024',
    );
  });
});
