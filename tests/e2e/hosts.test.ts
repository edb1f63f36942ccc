// The widgets in the pages of others: jQuery, Vue 2 and React set their data and hear what is chosen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureBuilt, PUBLISHED_POLICY, serve } from './support.ts';
import { onBrowsers, startWatched, type WatchedBrowser } from './watched.ts';

/** Vue compiles templates that stand in the page with `new Function`; everything else lives under the strict policy. */
const VUE_POLICY = {
  'content-security-policy': PUBLISHED_POLICY['content-security-policy'].replace(
    "script-src 'self'",
    "script-src 'self' 'unsafe-eval'",
  ),
};

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await ensureBuilt('bundles', 'packages/components/dist-bundles/kaoheng.iife.js');
  server = await serve('.', { headers: (path) => (path.endsWith('/vue2.html') ? VUE_POLICY : PUBLISHED_POLICY) });
});

afterAll(() => server?.close());

onBrowsers([86, undefined], (version) => {
  let browser: WatchedBrowser;

  beforeAll(async () => {
    browser = await startWatched(version);
  });

  afterAll(() => browser?.close());

  describe.each(['jquery', 'vue2', 'vue2-render', 'react18'])('%s.html', (host) => {
    test('shows the data it is given, tells what is chosen, and keeps up when the host renders again', async () => {
      const { page, faults } = await browser.open(`${server.url}examples/hosts/${host}.html`);
      const table = page.locator('ranking-table');
      const names = table.locator('tr.subject button.name');
      await names.first().waitFor();
      expect(await names.count()).toBe(4);
      expect(await names.first().innerText()).toBe('河湾村');

      const chosen = page.locator('#chosen');
      expect(await chosen.innerText()).toBe('无');
      await names.nth(2).click();
      await expect.poll(() => chosen.innerText()).toBe('石门村');
      await expect.poll(() => table.locator('tr[aria-current="true"]').innerText()).toContain('石门村');

      const ranking = () => table.evaluateHandle((element) => (element as HTMLElement & { ranking: unknown }).ranking);
      const before = await ranking();
      await page.getByRole('button', { name: '刷新' }).click();
      // Fetched again: another object that says the same.
      await expect
        .poll(async () => page.evaluate(([one, other]) => one === other, [before, await ranking()] as const))
        .toBe(false);
      await names.nth(3).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => chosen.innerText()).toBe('水碾村');
      expect(await names.count()).toBe(4);
      expect(faults).toEqual([]);
      expect(browser.elsewhere).toEqual([]);
    });
  });
});
