// DuckDB in a real browser: how long a cold start takes, and how long it takes to fill the tables.
// The page is a build of tests/e2e/duckdb-hosting, served from this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';
import { serveFolder } from '../scripts/static-server.mjs';

interface Measures {
  start: number;
  loads: { rows: number; build: number; load: number; query: number }[];
}

const folder = await mkdtemp(join(tmpdir(), 'kaoheng-bench-'));
await build({
  configFile: false,
  root: fileURLToPath(new URL('./duckdb-page', import.meta.url)),
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { target: 'chrome109', outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 },
});
const { url, close } = await serveFolder(folder);
const executablePath = await findChromium();
const table: Record<string, Record<string, string>> = {};

for (const run of [1, 2, 3]) {
  // A new browser each time: nothing is compiled or cached.
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('typeof measure === "function"');
  const { start, loads } = (await page.evaluate('measure()')) as Measures;
  table[`run ${run}: cold start to first query`] = {
    seconds: (start / 1000).toFixed(2),
    rows: '',
    'rows per second': '',
  };
  for (const { rows, load, query } of loads) {
    table[`run ${run}: fill all tables`] = {
      ...table[`run ${run}: fill all tables`],
      seconds: '',
      rows: '',
      'rows per second': '',
    };
    table[`run ${run}: fill all tables, ${rows / 1000}k observations`] = {
      seconds: (load / 1000).toFixed(2),
      rows: String(rows),
      'rows per second': String(Math.round(rows / (load / 1000))),
    };
    table[`run ${run}: count per item, ${rows / 1000}k observations`] = {
      seconds: (query / 1000).toFixed(3),
      rows: '',
      'rows per second': '',
    };
    delete table[`run ${run}: fill all tables`];
  }
  await browser.close();
}
console.table(table);
await close();
await rm(folder, { recursive: true, force: true });
