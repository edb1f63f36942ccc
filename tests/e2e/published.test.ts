// Published results as a portal shows them: the built scripts on pages without a build, under a strict policy, without
// any other machine, on the oldest browser that must work and on today's.
import { readFile } from 'node:fs/promises';

import { publishedReader, type PublishedFile, type RankingRow } from '@kaoheng/engine/reader';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { findViolations } from './accessibility.ts';
import { ensureBuilt, fromRoot, PUBLISHED_POLICY, serve } from './support.ts';
import { thousandSubjects } from './thousand-subjects.ts';
import { onBrowsers, startWatched, type Notes, type WatchedBrowser } from './watched.ts';

const BUNDLES = 'packages/components/dist-bundles';
/** What a page with a ranking of 1,000 subjects and no chart may load, compressed. */
const MOST_SCRIPT = 45 * 1024;

const NO_REQUESTS = {
  'content-security-policy': PUBLISHED_POLICY['content-security-policy'].replace(
    "connect-src 'self'",
    "connect-src 'none'",
  ),
};

const results = JSON.parse(await readFile(fromRoot('examples/villages.json'), 'utf8')) as PublishedFile;
const reader = publishedReader(results);
const part = (await reader.describe()).parts[0]!;
const [periodBefore, period] = part.periods.slice(-2) as [string, string];
const { rows } = await reader.ranking({ period });

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await ensureBuilt('bundles', `${BUNDLES}/kaoheng.iife.js`, `${BUNDLES}/kaoheng-charts.iife.js`);
  const thousand = JSON.stringify(await thousandSubjects());
  server = await serve('.', {
    compress: true,
    headers: (path) => (path === '/inline.html' ? NO_REQUESTS : PUBLISHED_POLICY),
    texts: {
      '/thousand.json': thousand,
      '/thousand.html': pageWith('<score-store src="thousand.json"><ranking-table></ranking-table></score-store>'),
      '/inline.html': pageWith(
        `<score-store><script type="application/json">${JSON.stringify(results).replaceAll('<', '\\u003c')}</script>` +
          '<ranking-table></ranking-table></score-store>',
      ),
      '/bad.html': pageWith(
        '<p style="color: red"></p><script>document.title = "ran"</script><img src="http://kaoheng.example/dot.png">',
      ),
    },
  });
});

afterAll(() => server?.close());

function pageWith(content: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>考核结果</title>
<script src="/${BUNDLES}/kaoheng.iife.js" defer></script>
${content}</html>`;
}

/** Names in the order of the table. */
const shownNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelector('ranking-table')!.shadowRoot!.querySelectorAll('tr.subject button.name')].map((name) =>
      name.textContent!.trim(),
    ),
  );

/** What a screen reader would call the element that has the focus, through all shadow roots. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });

const namesOf = (ranked: readonly RankingRow[]): string[] => ranked.map(({ name }) => name);

onBrowsers([86, undefined], (version) => {
  let browser: WatchedBrowser;
  let notes: (Notes & { readonly page: Page }) | null = null;

  beforeAll(async () => {
    browser = await startWatched(version);
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    await notes?.page.context().close();
    expect(notes?.faults ?? [], 'errors and refusals of the policy').toEqual([]);
    expect(notes?.workers ?? [], 'workers').toEqual([]);
    expect(browser.elsewhere, 'requests to other origins').toEqual([]);
    notes = null;
  });

  async function open(path: string): Promise<Page> {
    notes = await browser.open(`${server.url}${path}`);
    return notes.page;
  }

  async function openPlain(): Promise<Page> {
    const page = await open('examples/plain.html');
    await page.locator('ranking-table tr.subject').first().waitFor();
    return page;
  }

  const sheetHeading = (page: Page, name: string) =>
    page.locator('score-sheet').getByRole('heading', { name, exact: true });

  test('it is the version that is meant', () => {
    expect(Number.parseInt(browser.version, 10)).toSatisfy((major: number) =>
      version ? major === version : major >= 109,
    );
  });

  describe('plain.html', () => {
    test('shows the ranking as it was published, from three files', async () => {
      const page = await openPlain();
      expect(await shownNames(page)).toEqual(namesOf(rows));
      const first = page.locator('ranking-table tr.subject').first();
      expect(await first.locator('td.total').innerText()).toContain(rows[0]!.total!.text);
      expect(
        notes!.requests.map((url) => url.slice(server.url.length)).filter((path) => path !== 'favicon.ico'),
      ).toEqual(['examples/plain.html', `${BUNDLES}/kaoheng.iife.js`, 'examples/villages.json']);
    });

    test('looks as designed: styles reach the table, whose rows are as high as their token says', async () => {
      const page = await openPlain();
      const style = await page.evaluate(() => {
        const root = document.querySelector('ranking-table')!.shadowRoot!;
        const row = root.querySelector('tr.subject')!;
        return {
          height: row.getBoundingClientRect().height,
          bar: root.querySelector('td.total svg')?.getBoundingClientRect().width ?? 0,
          width: document.documentElement.scrollWidth - window.innerWidth,
        };
      });
      expect(style.height).toBeGreaterThanOrEqual(44);
      expect(style.height).toBeLessThan(60);
      expect(style.bar).toBeGreaterThan(20);
      expect(style.width).toBeLessThanOrEqual(0);
    });

    test('shows where the focus is to those who use the keyboard, and leaves the mouse alone', async () => {
      const page = await openPlain();
      const outline = () =>
        page.evaluate(() => {
          const { activeElement } = document.querySelector('ranking-table')!.shadowRoot!;
          const { outlineStyle, outlineWidth } = getComputedStyle(activeElement!);
          return outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth}`;
        });
      await page.locator('ranking-table tr.subject button.name').nth(1).click();
      await expect.poll(outline).toBe('none');
      await page.keyboard.press('ArrowDown');
      await expect.poll(outline).toBe('solid 2px');
    });

    test('is sorted with the keyboard', async () => {
      const page = await openPlain();
      const header = page.locator('ranking-table').getByRole('columnheader', { name: /^总分/ });
      await header.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
      await page.keyboard.press('Space');
      await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
      await expect.poll(() => shownNames(page)).not.toEqual(namesOf(rows));
      const sorted = await shownNames(page);
      const [last] = [...rows]
        .filter(({ group }) => group === rows[0]!.group)
        .sort((one, other) => one.total!.number! - other.total!.number!);
      expect(sorted[0]).toBe(last!.name);
    });

    test('a unit is chosen with the keyboard, and its sheet appears', async () => {
      const page = await openPlain();
      await page.locator('ranking-table tr.subject button.name').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const { name } = rows[2]!;
      await expect.poll(() => focusedText(page)).toBe(name);
      await page.keyboard.press('Enter');
      await sheetHeading(page, name).waitFor();
      await expect.poll(() => page.locator('ranking-table tr[aria-current="true"] button.name').innerText()).toBe(name);
      await expect.poll(() => page.locator('score-sheet tr[data-node]').count()).toBeGreaterThan(5);
    });

    test('a figure opens its explanation with a click and with the keyboard, and gives the focus back', async () => {
      const page = await openPlain();
      await page.locator('ranking-table').getByText(rows[1]!.name, { exact: true }).click();
      await sheetHeading(page, rows[1]!.name).waitFor();
      const figure = page.locator('score-sheet tr.leaf button.figure').first();
      const dialog = page.locator('score-sheet').getByRole('dialog');
      await figure.click();
      await dialog.getByRole('heading', { name: /^规则/ }).waitFor();
      await dialog.getByRole('button', { name: '关闭' }).click();
      await dialog.waitFor({ state: 'hidden' });

      await figure.focus();
      const opener = await focusedText(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focusedText(page)).toBe(opener);
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading', { name: /^规则/ }).waitFor();
      await dialog.getByText(rows[1]!.name).first().waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      // The dialog tells that it closed a moment after it has.
      await expect.poll(() => focusedText(page)).toBe(opener);
    });

    test('period and group are followed by the ranking', async () => {
      const page = await openPlain();
      const group = part.groups[1]!;
      await page.locator('period-picker select').selectOption(periodBefore);
      await page.locator('group-picker select').selectOption(group);
      const expected = await reader.ranking({ period: periodBefore, group });
      await expect.poll(() => shownNames(page)).toEqual(namesOf(expected.rows));
    });

    test('a search leaves the units that match', async () => {
      const page = await openPlain();
      const { name } = rows.at(-1)!;
      await page.locator('ranking-table').getByRole('searchbox').fill(name);
      await expect.poll(() => shownNames(page)).toEqual([name]);
    });
  });

  test('plain-with-radar.html draws the radar, shows its table and opens a branch', async () => {
    const page = await open('examples/plain-with-radar.html');
    const radar = page.locator('radar-breakdown');
    await radar.locator('.chart svg path').first().waitFor();
    const size = (await radar.locator('.chart svg').boundingBox())!;
    expect(size.width).toBeGreaterThan(300);
    expect(size.height).toBeGreaterThan(300);
    await expect.poll(() => radar.locator('.chart svg text').count()).toBeGreaterThanOrEqual(3);

    // Over the middle a tooltip appears, which charts like to make of inline styles.
    await radar.locator('.chart').hover();
    await radar.getByRole('button', { name: '看数据表' }).click();
    await radar.getByRole('table').waitFor();
    await expect.poll(() => radar.getByRole('row').count()).toBeGreaterThan(3);
    await radar.getByRole('button', { name: '看图形' }).click();
    await radar.locator('.chart svg path').first().waitFor();

    const before = await radar.getByRole('img').first().getAttribute('aria-label');
    await radar
      .getByRole('button', { name: /的下级$/ })
      .first()
      .click();
    await radar.getByRole('button', { name: '全部指标' }).waitFor();
    expect(await radar.locator('section').getAttribute('aria-label')).not.toBe(before);
  });

  test('a thousand subjects: at most 45 KB of script, only the rows in sight', async ({ annotate }) => {
    const page = await open('thousand.html');
    await page.locator('ranking-table tr.subject').first().waitFor();
    const loaded = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
        path: new URL(entry.name).pathname,
        compressed: entry.encodedBodySize,
        raw: entry.decodedBodySize,
      })),
    );
    const scripts = loaded.filter(({ path }) => path.endsWith('.js'));
    const total = scripts.reduce((sum, { compressed }) => sum + compressed, 0);
    await annotate(`script: ${(total / 1024).toFixed(1)} KB compressed`);
    expect(scripts.every(({ compressed, raw }) => compressed > 0 && compressed < raw)).toBe(true);
    expect(total).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(loaded.some(({ path }) => path.endsWith('.wasm'))).toBe(false);

    const table = page.locator('ranking-table').getByRole('table');
    expect(await table.getAttribute('aria-rowcount')).toBe('1001');
    expect((await shownNames(page)).length).toBeLessThan(120);

    // To the very last row and on with the keyboard: the focus never gets lost.
    await page.locator('ranking-table tr.subject button.name').first().focus();
    await page.keyboard.press('End');
    const last = (await publishedReader(await thousandSubjects()).ranking({ period: '2024' })).rows.at(-1)!;
    await expect.poll(() => focusedText(page)).toBe(last.name);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await focusedText(page)) === (await shownNames(page))[0]).toBe(true);
  });

  test('results written into the page need no request at all', async () => {
    const page = await open('inline.html');
    await page.locator('ranking-table tr.subject').first().waitFor();
    expect(await shownNames(page)).toEqual(namesOf(rows));
    expect(notes!.requests.filter((url) => url.endsWith('.json'))).toEqual([]);
  });

  test('widgets that come and go leave nothing behind', async () => {
    const page = await open('examples/plain-with-radar.html');
    await page.locator('radar-breakdown .chart svg path').first().waitFor();
    const session = await page.context().newCDPSession(page);
    /** Takes all widgets away and puts new ones on the page, `times` over, each time until they show something. */
    const comeAndGo = (times: number): Promise<void> =>
      page.evaluate(async (rounds) => {
        for (let round = 0; round < rounds; round += 1) {
          const store = document.querySelector('score-store')!;
          const { parentElement, outerHTML } = store;
          store.remove();
          parentElement!.insertAdjacentHTML('beforeend', outerHTML);
          const signs = {
            'ranking-table': 'tr.subject',
            'score-sheet': 'tr[data-node]',
            'radar-breakdown': 'svg path',
          };
          for (const [tag, sign] of Object.entries(signs)) {
            const { shadowRoot } = document.querySelector(tag)!;
            while (!shadowRoot!.querySelector(sign)) await new Promise(requestAnimationFrame);
          }
        }
      }, times);
    const measure = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { nodes, listeners: jsEventListeners, heap: usedSize };
    };
    await comeAndGo(5);
    const before = await measure();
    await comeAndGo(50);
    // One set of widgets has more than 4,000 nodes, 100 listeners and a megabyte: even one that stays would be seen.
    // What goes later than at once, with the next frame or message, has gone; what stays, stays.
    const isLittle = async (): Promise<boolean> => {
      const { nodes, listeners, heap } = await measure();
      return nodes - before.nodes < 2000 && listeners - before.listeners < 50 && heap - before.heap < 5_000_000;
    };
    await expect.poll(isLittle, { interval: 500 }).toBe(true);
  });
});

onBrowsers([undefined], () => {
  let browser: WatchedBrowser;

  beforeAll(async () => {
    browser = await startWatched();
  });

  afterAll(() => browser?.close());

  test('axe finds nothing on plain.html, with a sheet and with an open explanation', async () => {
    const { page } = await browser.open(`${server.url}examples/plain.html`, { reducedMotion: 'reduce' });
    await page.locator('ranking-table tr.subject').first().click();
    await page.locator('score-sheet tr[data-node]').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.locator('score-sheet button.figure').first().click();
    await page.locator('score-sheet').getByRole('dialog').getByRole('heading').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test('axe finds nothing on plain-with-radar.html', async () => {
    const { page } = await browser.open(`${server.url}examples/plain-with-radar.html`);
    await page.locator('radar-breakdown .chart svg path').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

// Whoever looks for faults and finds none must be able to find some.
onBrowsers([86, undefined], (version) => {
  test('these tests would see a refusal, a stray request and a script that runs', async () => {
    const browser = await startWatched(version);
    try {
      const refused = await browser.open(`${server.url}bad.html`);
      await expect
        .poll(() => refused.faults.filter((fault) => fault.includes('Content Security Policy')).length)
        .toBe(3);
      expect(await refused.page.title()).toBe('考核结果');
      const plain = await serve('.', { texts: { '/stray.html': '<img src="http://kaoheng.example/dot.png">' } });
      await browser.open(`${plain.url}stray.html`);
      // The first page wanted to, the second one did, and the gate noticed that.
      const stray = () => browser.elsewhere.filter((address) => address === 'http://kaoheng.example/dot.png').length;
      await expect.poll(stray).toBe(3);
      await plain.close();
    } finally {
      await browser.close();
    }
  });
});

describe('the example and the scripts', () => {
  test('the plain page has ten lines', async () => {
    const page = await readFile(fromRoot('examples/plain.html'), 'utf8');
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  test.each(['kaoheng.iife.js', 'kaoheng-charts.iife.js'])(
    '%s has no WebAssembly, worker or code made from text',
    async (name) => {
      const script = await readFile(fromRoot(`${BUNDLES}/${name}`), 'utf8');
      expect(script).not.toMatch(/WebAssembly|new Worker\(|\beval\(|new Function\(/);
    },
  );
});
