// What `kaoheng publish --page` writes, put on a web server as it is: under a strict policy, without any other machine,
// on the oldest browser that must work and on today's.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { serveFolder } from '../../scripts/static-server.mjs';
import { ensureBuilt, fromRoot, PUBLISHED_POLICY } from './support.ts';
import { onBrowsers, startWatched, type WatchedBrowser } from './watched.ts';

const BUNDLES = 'packages/components/dist-bundles';
const SAMPLE = 'packages/engine/samples/township-9-villages';
const RESULTS = 'township-9-villages_2024_2025-01-06.json';
const FILES = ['README.txt', 'index.html', 'kaoheng-charts.iife.js', 'kaoheng.iife.js', 'page.css', RESULTS];

let folder: string;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await ensureBuilt('bundles', `${BUNDLES}/kaoheng.iife.js`, `${BUNDLES}/kaoheng-charts.iife.js`);
  folder = await mkdtemp(join(tmpdir(), 'kaoheng-page-'));
  const data = ['subjects', 'observations'].flatMap((name) => [`--${name}`, `${SAMPLE}/${name}.csv`]);
  const call = ['publish', '--scheme', 'township-9-villages', ...data, '--period', '2024', '--lang', 'zh'];
  const page = ['--date', '2025-01-06', '--objections', '考核办', '--page', folder, '--scripts', BUNDLES];
  await promisify(execFile)(process.execPath, ['packages/engine/bin/kaoheng.mjs', ...call, ...page], {
    cwd: fromRoot('.'),
  });
  server = await serveFolder(folder, { headers: () => PUBLISHED_POLICY });
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

test('everything is there, and nothing else', async () => {
  expect((await readdir(folder)).sort()).toEqual([...FILES].sort());
});

onBrowsers([86, undefined], (version) => {
  let browser: WatchedBrowser;
  beforeAll(async () => {
    browser = await startWatched(version);
  });
  afterAll(() => browser?.close());

  test('the page shows ranking, sheet and radar, and asks for its own files only', async () => {
    const { page, faults, requests, workers } = await browser.open(server.url);
    await page.locator('ranking-table tr.subject').first().waitFor();
    expect(await page.locator('ranking-table tr.subject').count()).toBe(30);
    expect(await page.locator('h1').innerText()).toBe('乡村级目标管理考评结果公示');
    await page.locator('ranking-table').getByText('考核办').waitFor();
    await page.locator('ranking-table tr.subject button.name').first().click();
    await page.locator('score-sheet table').first().waitFor();
    await page.locator('radar-breakdown svg').first().waitFor();
    // The style sheet of the page is in force.
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).textAlign)).toBe('center');

    const asked = requests.map((url) => url.slice(server.url.length)).filter((path) => path !== 'favicon.ico');
    expect(asked.sort()).toEqual(['', ...FILES.filter((name) => !/README|index/.test(name))].sort());
    expect({ faults, workers, elsewhere: browser.elsewhere }).toEqual({ faults: [], workers: [], elsewhere: [] });
    await page.context().close();
  });
});
