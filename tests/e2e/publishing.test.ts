// From results to a portal: what is chosen in the dashboard is in the file, a visitor's page shows it, and nothing else is
// in its bytes.
import { readFile } from 'node:fs/promises';

import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import { textFile } from './dashboard-files.ts';
import { visitDashboard } from './dashboard-support.ts';
import { expectedResults, SAMPLE, sampleResults } from './expected-results.ts';
import { ensureBuilt, fromRoot, PUBLISHED_POLICY, serve } from './support.ts';

const BUNDLES = 'packages/components/dist-bundles';
const visit = visitDashboard();
const dialog = (): Locator => visit.page.locator('kh-publish-dialog kh-modal');

beforeAll(() => ensureBuilt('bundles', `${BUNDLES}/kaoheng.iife.js`, `${BUNDLES}/kaoheng-charts.iife.js`));

interface Written {
  readonly name: string;
  readonly text: string;
}

async function taken(button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Unfolds everything that the dialog says. */
const unfold = (): Promise<void> =>
  dialog()
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));

/** The file as it is downloaded, and the lines that bring it onto a page. */
async function write(): Promise<Written & { readonly snippet: string }> {
  const { bytes } = await taken(dialog().getByRole('button', { name: '生成网页包' }));
  const files = unzipSync(bytes);
  const name = Object.keys(files).find((one) => one.endsWith('.json'))!;
  await unfold();
  return { name, text: strFromU8(files[name]!), snippet: await dialog().locator('textarea').inputValue() };
}

async function openDialog(): Promise<void> {
  await visit.page.getByRole('button', { name: '发布' }).click();
  await dialog().getByRole('button', { name: '生成网页包' }).waitFor();
  await unfold();
  await dialog().locator('kh-publish-scope fieldset').first().waitFor();
  await unfold();
}

let portal: Awaited<ReturnType<typeof serve>> | null = null;

afterEach(async () => {
  await portal?.close();
  portal = null;
});

/** A page of a portal, with the lines as they were given, beside the scripts and the file. */
async function visitPortal({ name, text, snippet }: Awaited<ReturnType<typeof write>>): Promise<Page> {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>公示</title>${snippet}</html>`;
  portal = await serve(BUNDLES, {
    headers: () => PUBLISHED_POLICY,
    texts: { '/notice.html': page, [`/${name}`]: text },
  });
  const visitor = await visit.page.context().newPage();
  visitor.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) {
      visit.complaints.push(message.text());
    }
  });
  visitor.on('pageerror', (error) => visit.complaints.push(error.message));
  visitor.on('request', (request) => {
    if (!request.url().startsWith(portal!.url)) visit.elsewhere.push(request.url());
  });
  await visitor.goto(`${portal.url}notice.html`);
  await visitor.locator('ranking-table tr.subject').first().waitFor();
  return visitor;
}

const shownRows = (page: Locator | Page): Promise<string[]> => page.locator('ranking-table tr.subject').allInnerTexts();

describe('what visitors may see', () => {
  test('groups, columns, and codes for names are as chosen; of what was left out no byte is in the file', async () => {
    const { reader, ranking, dataset } = await sampleResults();
    const { rows } = await ranking('2024');
    const groups = [...new Set(rows.map(({ group }) => group))];
    const [shownGroup, ...hiddenGroups] = groups as [string, ...string[]];
    const [part] = (await reader.describe()).parts;
    const hiddenNodes = part!.nodes.filter(({ id }) => id.includes('invest'));
    expect(hiddenNodes.length).toBeGreaterThan(3);

    await visit.open('#period=2024');
    await openDialog();
    await dialog().getByLabel('开始').fill('2025-01-06');
    await dialog().getByLabel('结束').fill('2025-01-10');
    await dialog().getByLabel('异议受理').fill('考核办，电话 000');
    for (const group of hiddenGroups) await dialog().getByLabel(group, { exact: true }).uncheck();
    await dialog().getByLabel('以代码代替名称').check();
    await unfold();
    for (const { id } of hiddenNodes) await dialog().locator(`[data-node="${part!.id}/${id}"]`).uncheck();

    await dialog().getByRole('button', { name: '预览', exact: true }).click();
    const preview = dialog().locator('kh-publish-preview');
    await preview.locator('ranking-table tr.subject').first().waitFor();
    const previewed = await shownRows(preview);
    const file = await write();
    const codes = await taken(dialog().getByRole('button', { name: '下载代码对照表' }));

    const [, ...lines] = xlsx.utils.sheet_to_json<string[]>(
      Object.values(
        xlsx.read(codes.bytes.toString('utf8').replace(/^\uFEFF/, ''), { type: 'string', raw: true }).Sheets,
      )[0]!,
      { header: 1 },
    );
    const own = rows.filter(({ group }) => group === shownGroup);
    expect(lines.map(([, subject]) => subject).sort()).toEqual(own.map(({ subject }) => subject).sort());

    const hidden = [
      ...dataset.subjects.map(({ name }) => name),
      ...hiddenGroups,
      ...hiddenNodes.flatMap(({ id, title }) => [`"${id}"`, title.zh]),
      ...dataset.observations.map(({ rater }) => `"${rater}"`).filter((rater) => rater !== '""'),
      'observations.csv',
      // The sum of which one part was left out.
      ...(await Promise.all(
        rows.map(async ({ subject }) => (await reader.explain({ period: '2024', subject, node: 'base' }))!.arithmetic),
      )),
      // The key of the codes would undo them.
      await dialog().locator('dl.facts code').last().innerText(),
    ];
    for (const secret of new Set(hidden)) expect(file.text.includes(secret), secret).toBe(false);
    for (const { id } of dataset.subjects) expect(file.text.includes(`"${id}"`), id).toBe(false);
    // Of the year that was not chosen there is nothing either.
    expect(file.text).not.toContain('"2023"');

    const page = await visitPortal(file);
    const rowsSeen = await shownRows(page);
    expect(rowsSeen).toEqual(previewed);
    expect(rowsSeen).toHaveLength(own.length);
    for (const [code, subject] of lines) {
      const { total, rank } = own.find((row) => row.subject === subject)!;
      const seen = rowsSeen.find((text) => text.includes(code!))!;
      expect(seen.split(/\s+/)).toContain(total!.text);
      expect(seen.trim().split(/\s+/)[0]).toBe(rank!.text);
    }
    const whole = await page.locator('body').innerText();
    for (const { title } of hiddenNodes) expect(whole).not.toContain(title.zh);

    // Figures can be asked how they came about, and say nothing of what was left out.
    await page.locator('ranking-table tr.subject').first().click();
    await page.locator('score-sheet').getByRole('button', { name: '全部展开' }).click();
    await page.locator('score-sheet tr[data-node] button.figure').first().click();
    const explanation = page.locator('score-sheet explanation-view article');
    await explanation.waitFor();
    const explained = await explanation.innerText();
    for (const secret of [...hiddenGroups, ...dataset.subjects.map(({ name }) => name)]) {
      expect(explained).not.toContain(secret);
    }
  });

  test('of several parts only the chosen one is there, and those who rated are not in any', async () => {
    const scheme = 'bureau-secretary-review-10pct';
    const folder = fromRoot(`packages/engine/schemes/cases/${scheme}`);
    // Raters get names that nothing else has: short ones stand in any digest.
    const subjects = await readFile(`${folder}/subjects.csv`, 'utf8');
    const observations = (await readFile(`${folder}/observations.csv`, 'utf8')).replace(
      /^((?:[^,\n]*,){5})([^,\n]+)(,|$)/gm,
      (line, before: string, rater: string, after: string) =>
        rater === 'rater' ? line : `${before}评委${rater}号${after}`,
    );
    const files = { 'subjects.csv': subjects, 'observations.csv': observations };
    const { dataset, reader, ranking } = await expectedResults(scheme, files);
    const raters = new Set(dataset.observations.map(({ rater }) => rater).filter((rater) => rater !== ''));
    expect(raters.size).toBeGreaterThan(50);
    const [first, second] = (await reader.describe()).parts;

    await visit.open();
    await visit.openLoadDialog();
    const loading = visit.page.locator('kh-load-dialog kh-modal');
    await loading.getByLabel('考核方案').selectOption(`=${scheme}`);
    await visit.page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles(Object.entries(files).map(([name, text]) => textFile(name, text)));
    await loading.getByRole('button', { name: '载入', exact: true }).click();
    await loading.getByRole('button', { name: '查看成绩' }).click();
    await visit.rows().first().waitFor();
    const period = new URL(visit.page.url()).hash.match(/period=([^&]+)/)?.[1] ?? first!.periods.at(-1)!;

    await openDialog();
    await dialog().getByLabel(second!.title.zh, { exact: true }).uncheck();
    const file = await write();
    for (const rater of raters) expect(file.text.includes(rater), rater).toBe(false);
    expect(file.text).not.toContain('评委');
    const published = JSON.parse(file.text) as { parts: { id: string }[] };
    expect(JSON.stringify(published.parts)).not.toContain(`"${second!.id}"`);
    expect(file.snippet).not.toContain('part-picker');

    const page = await visitPortal(file);
    const { rows } = await ranking(period, first!.id);
    const seen = await page.locator('ranking-table tr.subject button.name').allInnerTexts();
    expect(seen.map((name) => name.trim())).toEqual(rows.map(({ name }) => name));
    expect(await page.locator('body').innerText()).not.toContain('评委');
  });

  test('a file of which a figure was changed is shown by no page', async () => {
    await visit.open('#period=2024');
    await openDialog();
    const file = await write();
    expect(file.name).toMatch(new RegExp(`^${SAMPLE}_2024_[\\d-]+\\.json$`));
    const [, total] = /"total":\["([\d.]+)"/.exec(file.text)!;
    const forged = file.text.replace(`"total":["${total}"`, '"total":["100"');
    expect(forged).not.toBe(file.text);
    const good = await visitPortal(file);
    expect(await shownRows(good)).toHaveLength(30);
    await good.route(`**/${file.name}`, (route) => route.fulfill({ contentType: 'application/json', body: forged }));
    await good.reload();
    await good
      .getByText(/校验值不符/)
      .first()
      .waitFor();
    expect(await good.locator('ranking-table tr.subject').count()).toBe(0);
  });
});
