// Data and schemes going in, results going out, and what happens when a server is in the way.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { sampleTables, textFile, workbook } from './dashboard-files.ts';
import { fromRoot, visitDashboard } from './dashboard-support.ts';
import { serveFolder } from '../../scripts/static-server.mjs';
import { PUBLISHED_POLICY, serve, STRICT_POLICY } from './support.ts';

const visit = visitDashboard();

describe('loading one’s own data', () => {
  test('a workbook replaces the sample; a refused row is named by its cell and can be exported', async () => {
    await visit.open();
    const { subjects, observations } = await sampleTables();
    const [header] = observations;
    const column = (name: string): number => header!.indexOf(name);
    const wrong = observations.findIndex(
      (row) => row[column('item')] === 'invest.fixed' && row[column('period')] === '2024',
    );
    observations[wrong]![column('value')] = '很多';
    await visit.openLoadDialog();
    await visit.page.locator('kh-file-choice input[type=file]').setInputFiles(workbook({ subjects, observations }));
    await visit.page.getByRole('button', { name: '载入', exact: true }).click();
    const dialog = visit.page.locator('kh-load-dialog kh-modal');
    await dialog.getByText('有 1 行读不进').waitFor();
    await expect.poll(() => visit.page.locator('kh-header').getByText('示例数据').count()).toBe(1);
    const finding = await dialog.locator('tbody tr').first().innerText();
    expect(finding).toContain('拒收');
    expect(finding).toContain(`D${wrong + 1}`);
    expect(finding).toContain('我的数据.xlsx');
    expect(finding).toContain('很多');

    const download = visit.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'CSV 清单' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('很多');

    await dialog.getByRole('button', { name: '仍然载入' }).click();
    await dialog.getByText('有 1 行被拒收').waitFor();
    await dialog.getByRole('button', { name: '查看成绩' }).click();
    await visit.page.locator('kh-header').getByText('我的数据.xlsx').waitFor();
    await visit.page.locator('kh-header').getByText('1 行未读入').waitFor();
    await expect.poll(() => visit.page.getByText('这是示例').count()).toBe(0);
    await expect.poll(() => visit.rows().count()).toBe(30);

    // The refused row is missing now, and the others lie in the database.
    await visit.page.getByRole('link', { name: /^数据/ }).click();
    const missing = visit.page.locator('kh-missing-data tbody tr', { hasText: '清溪村' });
    await missing.getByText('固定资产投资').waitFor();
    await visit.page.locator('kh-data-view').getByText('就绪').waitFor();
  });

  test('a file that cannot be used changes nothing, and that is said', async () => {
    await visit.open();
    await visit.openLoadDialog();
    const buffer = Buffer.from('name,points\n甲村,90\n');
    await visit.page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles({ name: 'points.csv', mimeType: 'text/csv', buffer });
    await visit.page.getByRole('button', { name: '载入', exact: true }).click();
    const dialog = visit.page.locator('kh-load-dialog kh-modal');
    await visit.page.getByRole('heading', { name: '对应表格' }).waitFor();
    await dialog.getByRole('button', { name: '按此载入' }).click();
    await dialog.getByText('没有载入').waitFor();
    expect(await dialog.innerText()).toContain('保持不变');
    await dialog.getByRole('button', { name: '保留原有数据' }).click();
    await expect.poll(() => visit.rows().count()).toBe(30);
    await visit.page.getByText('这是示例').waitFor();
  });

  test('a wrong scheme file is refused with line, column, reason and remedy', async () => {
    await visit.open();
    await visit.openLoadDialog();
    const good = await readFile(fromRoot('packages/engine/schemes/township-9-villages.yaml'), 'utf8');
    const buffer = Buffer.from(good.replace(/^period:.*$/m, 'period: fortnight'));
    await visit.page
      .locator('kh-scheme-choice input[type=file]')
      .setInputFiles({ name: '方案.yaml', mimeType: 'text/yaml', buffer });
    const dialog = visit.page.locator('kh-load-dialog kh-modal');
    await dialog.getByText('方案.yaml 有错误').waitFor();
    await expect.poll(() => dialog.locator('kh-scheme-findings tbody').innerText()).toMatch(/第 \d+ 行第 \d+ 列/);
    expect(await dialog.getByRole('button', { name: '载入', exact: true }).isDisabled()).toBe(true);
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => visit.rows().count()).toBe(30);
  });

  test('another scheme and its data enter together', async () => {
    await visit.open();
    await visit.openLoadDialog();
    const dialog = visit.page.locator('kh-load-dialog kh-modal');
    await dialog.getByLabel('考核方案').selectOption('=teacher-ethics');
    await dialog.getByText('这个方案没有示例数据').waitFor();
    const cases = fromRoot('packages/engine/schemes/cases/teacher-ethics');
    await visit.page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles([`${cases}/subjects.csv`, `${cases}/observations.csv`]);
    await dialog.getByRole('button', { name: '载入', exact: true }).click();
    await dialog.getByText('已载入').first().waitFor();
    await dialog.getByRole('button', { name: '查看成绩' }).click();
    await expect.poll(() => visit.page.getByRole('heading', { level: 1 }).innerText()).toContain('职业道德');
    await expect.poll(() => visit.rows().count()).toBeGreaterThan(3);
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
  test('it is opened with two CSV files, and its parameters compute again', async () => {
    await visit.open();
    await visit.openLoadDialog();
    await visit.page.locator('kh-scheme-choice input[type=file]').setInputFiles(textFile('自拟.yaml', SCHEME));
    await visit.page.getByText('方案“自拟村级考核”（版本 2025.1）可以使用。').waitFor();
    await visit.page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles([
        textFile('subjects.csv', 'subject,name,group,parent\na,甲村,东片,\nb,乙村,东片,\n'),
        textFile('observations.csv', 'period,subject,item,value\n2025,a,order,7.5\n2025,b,order,9\n'),
      ]);
    await visit.page.getByRole('button', { name: '载入', exact: true }).click();
    await visit.page.getByRole('button', { name: '查看成绩' }).click();
    await visit.rows().filter({ hasText: '乙村' }).getByText('11').first().waitFor();

    await visit.page.getByRole('link', { name: '参数' }).click();
    const field = visit.page.getByLabel('加分');
    await visit.page.locator('kh-parameters-view').getByText('依据：九(一)').waitFor();
    await field.fill('两分');
    await visit.page.getByRole('button', { name: '重新计算' }).click();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('1/3');
    await visit.page.getByRole('button', { name: '重新计算' }).click();
    await visit.page.getByText('已按新参数重新计算').waitFor();
    await visit.page.getByRole('link', { name: '成绩' }).click();
    await visit.rows().filter({ hasText: '乙村' }).getByText('9.3333').first().waitFor();
  });
});

describe('when the server is in the way', () => {
  test('without WebAssembly scoring goes on, and the keeper is told what to change', async () => {
    const headers = () => ({
      'content-security-policy': STRICT_POLICY['content-security-policy'].replace(" 'wasm-unsafe-eval'", ''),
    });
    const strict = await serve('packages/dashboard/dist', { headers });
    try {
      await visit.page.goto(strict.url);
      await visit.rows().first().waitFor();
      await visit.openLoadDialog();
      const { subjects, observations } = await sampleTables();
      await visit.page.locator('kh-file-choice input[type=file]').setInputFiles(workbook({ subjects, observations }));
      await visit.page.getByRole('button', { name: '载入', exact: true }).click();
      await visit.page.getByRole('button', { name: '查看成绩' }).click();
      const notice = visit.page.locator('kh-notices .notice.warn');
      await notice.getByText('数据库未启动，评分照常进行').waitFor();
      await expect.poll(() => notice.innerText()).toContain("'wasm-unsafe-eval'");
      await expect.poll(() => visit.rows().count()).toBe(30);
    } finally {
      // A page whose server is gone complains of that.
      await visit.page.goto('about:blank');
      await strict.close();
      // This server is another origin, and its refusals are the point.
      visit.elsewhere.length = 0;
      visit.complaints.length = 0;
    }
  });

  test('without its worker file the page says what to look at, and a new start is offered', async () => {
    await visit.page.route(/kaoheng\.worker/, (route) => route.fulfill({ status: 404, body: '' }));
    await visit.page.goto(visit.url);
    const notice = visit.page.locator('kh-notices .notice.bad');
    await notice.getByText('后台计算已停止').waitFor();
    await expect.poll(() => notice.innerText()).toContain('text/javascript');
    await visit.page.unroute(/kaoheng\.worker/);
    await notice.getByRole('button', { name: '重新启动' }).click();
    await visit.rows().first().waitFor();
    await expect.poll(() => visit.page.locator('kh-notices .notice.bad').count()).toBe(0);
    visit.complaints.length = 0;
  });
});

describe('publishing', () => {
  test('what is downloaded holds the notice and no source rows, and shows the results on a strict server as it is', async () => {
    await visit.open();
    await visit.page.getByRole('button', { name: '发布' }).click();
    const dialog = visit.page.locator('kh-publish-dialog kh-modal');
    await dialog.locator('summary', { hasText: '公示期' }).click();
    await dialog.getByLabel('开始').fill('2025-01-06');
    await dialog.getByLabel('结束').fill('2025-01-10');
    await dialog.getByLabel('异议受理').fill('考核办');
    const download = visit.page.waitForEvent('download');
    await dialog.getByRole('button', { name: '生成网页包' }).click();
    const files = unzipSync(await readFile(await (await download).path()));
    const results = Object.keys(files).find((name) => name.endsWith('.json'))!;
    const text = strFromU8(files[results]!);
    const file = JSON.parse(text) as { notice: unknown; subjects: unknown[] };
    expect(file.notice).toMatchObject({ from: '2025-01-06', to: '2025-01-10', objections: '考核办' });
    expect(file.subjects).toHaveLength(30);
    expect(text).not.toContain('observations.csv');
    await dialog.getByText('网页代码').click();
    await expect.poll(() => dialog.locator('textarea').inputValue()).toContain(`<score-store src="${results}"`);

    const folder = await mkdtemp(join(tmpdir(), 'kaoheng-page-'));
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const portal = await serveFolder(folder, { headers: () => PUBLISHED_POLICY, texts: { '/favicon.ico': '' } });
    try {
      await visit.page.goto(portal.url);
      await visit.page.locator('ranking-table tr.subject').first().waitFor();
      await expect.poll(() => visit.page.locator('ranking-table tr.subject').count()).toBe(30);
      expect(await visit.page.title()).toContain('结果公示');
      expect(visit.complaints).toEqual([]);
    } finally {
      await visit.page.goto('about:blank');
      await portal.close();
      await rm(folder, { recursive: true });
      // The portal is another origin, as it should be.
      visit.elsewhere.length = 0;
    }
  });
});
