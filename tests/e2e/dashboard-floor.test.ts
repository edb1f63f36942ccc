// The dashboard as it is delivered, on the oldest browser that must run it and on today's: the sample, a workbook, the
// database, under the policy of docs/deployment.md, with every way to other machines closed.
import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { findViolations } from './accessibility.ts';
import { restingRows } from './dashboard-support.ts';
import { ensureBuilt, fromRoot, serve, STRICT_POLICY } from './support.ts';
import { onBrowsers, startWatched, type Notes, type WatchedBrowser } from './watched.ts';

const WORKBOOK = 'township-9-villages.xlsx';

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await ensureBuilt('dashboard', 'packages/dashboard/dist/index.html');
  server = await serve('packages/dashboard/dist', { headers: () => STRICT_POLICY });
});

afterAll(() => server?.close());

test('the policy of these tests is the one that is documented', async () => {
  const deployment = await readFile(fromRoot('docs/deployment.md'), 'utf8');
  expect(deployment).toContain(`Content-Security-Policy: ${STRICT_POLICY['content-security-policy']}`);
});

onBrowsers([109, undefined], (version) => {
  let browser: WatchedBrowser;
  let notes: (Notes & { readonly page: Page }) | null = null;

  beforeAll(async () => {
    browser = await startWatched(version);
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    await notes?.page.context().close();
    expect(notes?.faults ?? [], 'errors and refusals of the policy').toEqual([]);
    expect(browser.elsewhere, 'requests to other origins').toEqual([]);
    notes = null;
  });

  async function open(hash = ''): Promise<Page> {
    notes = await browser.open(`${server.url}${hash}`, {
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const { page } = notes;
    await page.locator('ranking-table tr.subject').first().waitFor();
    return page;
  }

  /** Names and totals as they stand in the ranking. */
  const ranking = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const rows: string[] = [];
      const collect = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('tr.subject')) rows.push(element.textContent!.replace(/\s+/g, ' ').trim());
          if (element.shadowRoot) collect(element.shadowRoot);
        }
      };
      collect(document);
      return rows;
    });

  test('it is the version that is meant', () => {
    expect(Number.parseInt(browser.version, 10)).toSatisfy((major: number) =>
      version ? major === version : major >= 109,
    );
  });

  test('starts with the sample; a row leads to sheet, radar and the cell behind a figure', async () => {
    const page = await open();
    await expect.poll(async () => (await ranking(page)).length).toBe(30);
    const second = page.locator('ranking-table tr.subject').nth(1);
    const name = await second.locator('button.name').innerText();
    await second.click();
    const sheet = page.locator('score-sheet');
    await sheet.getByRole('heading', { name, exact: true }).waitFor();
    await page.locator('radar-breakdown .chart svg path').first().waitFor();
    await sheet.locator('tr.leaf button.figure').first().click();
    await sheet.getByRole('dialog').getByText('observations.csv').first().waitFor();
    // Nothing of the database is fetched for looking at the sample.
    expect(notes!.requests.filter((url) => /\.wasm/.test(url))).toEqual([]);
  });

  test('takes in a workbook, scores it and puts it into the database', async () => {
    const page = await open();
    await restingRows(page);
    const sample = await ranking(page);
    await page.getByRole('button', { name: '载入数据' }).first().click();
    await page.getByRole('heading', { name: '载入数据' }).waitFor();
    await page
      .locator('kh-file-choice input[type=file]')
      .setInputFiles(fromRoot(`packages/engine/samples/township-9-villages/${WORKBOOK}`));
    await page.getByRole('button', { name: '载入', exact: true }).click();
    await page.getByRole('button', { name: '查看成绩' }).click();
    await page.locator('kh-header').getByText(WORKBOOK).waitFor();
    await expect.poll(() => ranking(page)).toEqual(sample);
    await page.getByRole('link', { name: /^数据/ }).click();
    await page.locator('kh-data-view').getByText('就绪').waitFor();
    expect(notes!.requests.some((url) => /duckdb-eh.*\.wasm$/.test(url))).toBe(true);
  });
});

describe('accessibility, in the Chromium of today', () => {
  let browser: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startWatched();
    ({ page } = await browser.open(server.url, {
      viewport: { width: 1440, height: 900 },
      // What fades in has too little contrast while it does.
      reducedMotion: 'reduce',
    }));
    await page.locator('ranking-table tr.subject').first().waitFor();
  });

  afterAll(() => browser?.close());

  describe.each(['light', 'dark'])('%s', (theme) => {
    beforeAll(async () => {
      await page.goto(server.url);
      await page.getByLabel('外观').selectOption(theme);
      await page.locator('ranking-table tr.subject').first().waitFor();
    });

    test('axe finds nothing on the ranking', async () => {
      expect(await findViolations(page)).toEqual([]);
    });

    test('nor beside a sheet and a radar', async () => {
      await page.locator('ranking-table tr.subject').first().click();
      await page.locator('score-sheet tr[data-node]').first().waitFor();
      await page.locator('radar-breakdown .chart svg path').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
    });

    test.each(['载入数据', '发布'])('nor in the dialog “%s”', async (name) => {
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });

    test.each([
      { name: '数据', view: 'kh-data-view' },
      { name: '参数', view: 'kh-parameters-view' },
    ])('nor in the view $name', async ({ name, view }) => {
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
      await page.locator(view).getByRole('heading').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
    });
  });
});
