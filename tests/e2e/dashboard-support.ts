// The dashboard as it is delivered: the real build, the real worker with DuckDB, a policy as strict as a portal's.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { run } from '../../scripts/run.mjs';
import { PATIENCE, serve, startBrowser, STRICT_POLICY } from './support.ts';

export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * What the ranking says when it has come to rest: columns are left out a frame after they were drawn, and other results
 * arrive some messages later. To be compared with; what shall become true is waited for with `expect.poll`.
 */
export async function restingRows(page: Page): Promise<string[]> {
  const rows = (): Promise<string[]> => page.locator('ranking-table tr.subject').allInnerTexts();
  for (let before = await rows(); ;) {
    await page.waitForTimeout(250);
    const now = await rows();
    if (now.length > 0 && now.join() === before.join()) return now;
    before = now;
  }
}

/** What a test sees of the dashboard. */
export interface Visit {
  readonly page: Page;
  readonly url: string;
  /** Requests to other origins, and errors of the page; both must be empty when a test ends. */
  readonly elsewhere: string[];
  readonly complaints: string[];
  open(hash?: string): Promise<void>;
  openLoadDialog(): Promise<void>;
  rows(): Locator;
  heading(name: string): Locator;
}

/** A new visit for each test of the file. */
export function visitDashboard(): Visit {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let context: BrowserContext;
  let page: Page;
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!existsSync(fromRoot('packages/dashboard/dist/index.html'))) {
      await run(process.execPath, ['scripts/build.mjs', 'dashboard']);
    }
    server = await serve('packages/dashboard/dist', { headers: () => STRICT_POLICY });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE);
    page = await context.newPage();
    elsewhere.length = 0;
    complaints.length = 0;
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

  const rows = (): Locator => page.locator('ranking-table tr.subject');
  return {
    get page() {
      return page;
    },
    get url() {
      return server.url;
    },
    elsewhere,
    complaints,
    rows,
    heading: (name) => page.locator('score-sheet').getByRole('heading', { name, exact: true }),
    open: async (hash = '') => {
      await page.goto(`${server.url}${hash}`);
      await rows().first().waitFor();
    },
    openLoadDialog: async () => {
      await page.getByRole('button', { name: '载入数据' }).first().click();
      await page.getByRole('heading', { name: '载入数据' }).waitFor();
    },
  };
}
