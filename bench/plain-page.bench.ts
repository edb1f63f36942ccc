// A published ranking on a plain page: bytes over the wire and first paint, with a cold browser each time.
// Needs the bundles: `npm run build -- engine bundles`.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';
// The same results as those whose bytes and requests the tests bound.
import { thousandSubjects } from '../tests/e2e/thousand-subjects.ts';

const bundle = await readFile(new URL('../packages/components/dist-bundles/kaoheng.iife.js', import.meta.url));
const files: Record<string, { type: string; body: Buffer }> = {
  '/': { type: 'text/html; charset=utf-8', body: Buffer.from(page()) },
  '/kaoheng.iife.js': { type: 'text/javascript', body: bundle },
  '/results.json': { type: 'application/json', body: Buffer.from(JSON.stringify(await thousandSubjects())) },
};
// From a name typed into the search field to the rows that are left, drawn.
const FIND = `(async () => {
  const element = document.querySelector('ranking-table');
  const field = element.shadowRoot.querySelector('input[type=search]');
  const start = performance.now();
  field.value = '第77';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const isFound = () =>
    [...element.shadowRoot.querySelectorAll('tbody tr button')].every((name) => name.textContent.includes('第77'));
  do await new Promise(requestAnimationFrame);
  while (!isFound());
  return performance.now() - start;
})()`;
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  const file = files[request.url ?? ''];
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip' }).end(gzipSync(file.body));
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = server.address() as { port: number };

const table: Record<string, Record<string, string | number>> = {};
const executablePath = await findChromium();
for (const run of [1, 2, 3]) {
  requests.length = 0;
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${address.port}/`);
  await tab.waitForFunction(
    'document.querySelector("ranking-table")?.shadowRoot?.querySelectorAll("tbody tr").length > 20',
  );
  const shown = (await tab.evaluate('performance.now()')) as number;
  const painted = (await tab.evaluate(
    'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0',
  )) as number;
  const found = (await tab.evaluate(FIND)) as number;
  await browser.close();
  table[`run ${run}`] = {
    'first contentful paint, ms': Math.round(painted),
    'rows shown, ms': Math.round(shown),
    'rows found, ms': Math.round(found),
    requests: requests.filter((path) => path !== '/favicon.ico').length,
  };
}
console.table(table);
console.table(
  Object.fromEntries(
    Object.entries(files).map(([name, { body }]) => [
      name,
      { 'raw KB': (body.length / 1024).toFixed(1), 'gzip KB': (gzipSync(body).length / 1024).toFixed(1) },
    ]),
  ),
);
server.close();

function page(): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>考核结果</title>
<script src="kaoheng.iife.js" defer></script>
<score-store src="results.json"><ranking-table></ranking-table></score-store></html>`;
}
