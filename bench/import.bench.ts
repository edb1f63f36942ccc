// Large files in a real browser: how long an import takes, whether the page stays alive meanwhile, how soon it can be
// cancelled, and how much memory the page takes at most.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as xlsx from '@e965/xlsx';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';

import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';
import { serveFolder } from '../scripts/static-server.mjs';
import type { CancelMeasure, ImportMeasure } from './import-page/main.ts';

const SUBJECTS = 5_000;

const folder = await mkdtemp(join(tmpdir(), 'kaoheng-bench-'));
await build({
  configFile: false,
  root: fileURLToPath(new URL('./import-page', import.meta.url)),
  base: './',
  logLevel: 'error',
  resolve: { conditions: ['@kaoheng/source', 'module', 'browser', 'production'] },
  worker: { format: 'es' },
  build: { target: 'chrome109', outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 },
});

const ids = Array.from({ length: SUBJECTS }, (_, n) => `s${n}`);
/** A row for each subject and year, the years of as many as are needed. */
const observations = (rows: number): string[][] =>
  Array.from({ length: rows }, (_, n) => [
    String(1800 + Math.floor(n / SUBJECTS)),
    ids[n % SUBJECTS]!,
    'a',
    ((n * 37) % 10_000) / 100 + '',
  ]);
const HEADER = ['period', 'subject', 'item', 'value'];
const csv = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\n');

await writeFile(join(folder, 'subjects.csv'), csv([['subject'], ...ids.map((id) => [id])]));
await writeFile(join(folder, 'million.csv'), csv([HEADER, ...observations(1_000_000)]));
const book = xlsx.utils.book_new();
const rows = observations(100_000).map(([period, subject, item, value]) => [period, subject, item, Number(value)]);
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([HEADER, ...rows], { dense: true }), 'observations');
await writeFile(join(folder, 'hundred.xlsx'), xlsx.write(book, { type: 'buffer', compression: true }) as Buffer);

const { url, close } = await serveFolder(folder);
const executablePath = await findChromium();
const table: Record<string, Record<string, string>> = {};

for (const [name, file] of [
  ['100,000 rows .xlsx', 'hundred.xlsx'],
  ['1,000,000 rows .csv', 'million.csv'],
] as const) {
  const files = JSON.stringify(['subjects.csv', file]);
  const measured = await inBrowser<ImportMeasure>((page) => page.evaluate(`measureImport(${files})`));
  const { milliseconds, longestGap, idleGap, progressEvents, longestSilence } = measured.answer;
  table[name] = {
    seconds: (milliseconds / 1000).toFixed(1),
    'longest frame gap, ms': longestGap.toFixed(0),
    'the same while idle, ms': idleGap.toFixed(0),
    'progress events': String(progressEvents),
    'longest without progress, s': (longestSilence / 1000).toFixed(1),
    'peak memory of the page, MB': measured.megabytes,
  };
  const after = Math.round(milliseconds * 0.6);
  const cancel = await inBrowser<CancelMeasure>((page) => page.evaluate(`measureCancel(${files}, ${after})`));
  table[name]['cancelled after, ms'] = cancel.answer.rejected.toFixed(0);
  table[name]['worker free after, ms'] = cancel.answer.answered.toFixed(0);
}
console.table(table);
await close();
await rm(folder, { recursive: true, force: true });

/** A new browser each time, and the most memory that its page has taken. */
async function inBrowser<Answer>(
  work: (page: Page) => Promise<unknown>,
): Promise<{ readonly answer: Answer; readonly megabytes: string }> {
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.waitForFunction('typeof measureImport === "function"');
    const answer = (await work(page)) as Answer;
    return { answer, megabytes: await peakOf(browser) };
  } finally {
    await browser.close();
  }
}

/** The most resident memory of a page's process, as Linux counts it; elsewhere nobody says. */
async function peakOf(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      }),
  );
  const most = Math.max(0, ...peaks);
  return most === 0 ? '?' : most.toFixed(0);
}
