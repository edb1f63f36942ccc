// The published page as a portal serves it: built bundles, the strictest policy, nothing from elsewhere.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve, startBrowser } from './support.ts';

/** Tables need neither inline styles nor eval nor anything from another origin. */
const POLICY = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
};
const SCRIPT_LIMIT = 45 * 1024;

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await startBrowser();
  server = await serve('', { headers: () => POLICY });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page and notes what it asks for and what is refused or goes wrong. */
async function open(path: string): Promise<{ page: Page; requests: string[]; faults: string[] }> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The browser asks for an icon by itself.
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) faults.push(message.text());
  });
  await page.goto(`${server.url}${path}`);
  await page.locator('ranking-table tr.subject').first().waitFor();
  return { page, requests, faults };
}

describe('the plain example', () => {
  it('has ten lines', () => {
    expect(file('examples/plain.html').toString().trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('ranks, shows a sheet and explains a figure under a strict policy, asking its own origin only', async () => {
    const { page, requests, faults } = await open('examples/plain.html');
    expect(await page.locator('ranking-table tr.subject').count()).toBe(30);
    await page.getByRole('button', { name: '石桥村', exact: true }).click();
    await page.getByRole('button', { name: /^总分:103.01/ }).click();
    await page.getByRole('dialog').getByText('90% × 业绩分 + 班子成员测评').waitFor();
    const names = requests.map((url) => url.replace(server.url, '')).filter((name) => name !== 'favicon.ico');
    expect(names).toEqual([
      'examples/plain.html',
      'packages/components/dist-bundles/kaoheng.iife.js',
      'examples/villages.json',
    ]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('draws its radar under the same policy', async () => {
    const { page, requests, faults } = await open('examples/plain-with-radar.html');
    await page.locator('radar-breakdown .chart svg path').first().waitFor();
    expect(requests.every((url) => url.startsWith(server.url))).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('the bundles', () => {
  it('keep a page with a ranking at 45 KB of script', () => {
    expect(gzipSync(file('packages/components/dist-bundles/kaoheng.iife.js'), { level: 9 }).length).toBeLessThan(
      SCRIPT_LIMIT,
    );
  });

  it('carry no WebAssembly, no worker and no code made from text', () => {
    const folder = fileURLToPath(new URL('../../packages/components/dist-bundles/', import.meta.url));
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.js'))) {
      const script = file(`packages/components/dist-bundles/${name}`).toString();
      expect(script, name).not.toMatch(/WebAssembly|new Worker\(|\beval\(|new Function\(/);
    }
  });
});
