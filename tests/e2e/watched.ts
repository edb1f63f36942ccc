// Pages under observation: whatever goes wrong on them, or leaves them, is written down.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe } from 'vitest';

import { PATIENCE, startBrowser, wantsOldBrowsers, type OldVersion } from './support.ts';

/** What was noticed on one page. */
export interface Notes {
  /** Errors, warnings and refusals of the policy. */
  readonly faults: string[];
  /** Addresses of all requests, in their order. */
  readonly requests: string[];
  /** Addresses of the workers that were started. */
  readonly workers: string[];
}

export interface WatchedBrowser {
  /** The version it says it is. */
  readonly version: string;
  /** What any page or worker wanted from other machines: nothing of that was let through. */
  readonly elsewhere: readonly string[];
  open(address: string, options?: BrowserContextOptions): Promise<Notes & { readonly page: Page }>;
  close(): Promise<void>;
}

/** Declares the same tests for several browsers; `undefined` is the browser that all other tests use. */
export function onBrowsers(
  versions: readonly (OldVersion | undefined)[],
  declare: (version: OldVersion | undefined) => void,
): void {
  for (const version of versions) {
    const name = version ? `Chromium ${version}` : 'Chromium of today';
    describe.skipIf(version !== undefined && !wantsOldBrowsers())(name, () => declare(version));
  }
}

/** Starts a browser whose way to other machines ends in a book of who wanted to go there. */
export async function startWatched(version?: OldVersion): Promise<WatchedBrowser> {
  const elsewhere: string[] = [];
  const gate = await startGate(elsewhere);
  const { port } = gate.address() as AddressInfo;
  let browser: Browser;
  try {
    browser = await startBrowser({ version, flags: [`--proxy-server=http://127.0.0.1:${port}`] });
  } catch (error) {
    gate.close();
    throw error;
  }
  return {
    version: browser.version(),
    elsewhere,
    open: (address, options) => open(browser, address, elsewhere, options),
    close: async () => {
      await browser.close();
      gate.closeAllConnections();
      gate.close();
    },
  };
}

/**
 * Where browsers go by themselves, for updates and the like, and nothing else of their maker's: pages that ask these hosts
 * are seen by their own requests.
 */
const BROWSERS_OWN = /^(https?:\/\/)?(?!fonts\.|ajax\.)[\w.-]*\b(google|googleapis|gvt1|gstatic)\.com\b/;

/** A proxy that lets nothing through. Browsers do not use it for the machine they run on. */
async function startGate(elsewhere: string[]): Promise<Server> {
  const note = (address = '') => {
    if (!BROWSERS_OWN.test(address)) elsewhere.push(address);
  };
  const gate = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  gate.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((ready) => gate.listen(0, '127.0.0.1', ready));
  return gate;
}

async function open(
  browser: Browser,
  address: string,
  elsewhere: string[],
  options: BrowserContextOptions = {},
): Promise<Notes & { readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  context.setDefaultTimeout(PATIENCE);
  const notes: Notes = { faults: [], requests: [], workers: [] };
  page.on('console', (message) => {
    const from = message.location().url;
    // Browsers ask for it by themselves, and no example has one.
    if (from.endsWith('/favicon.ico')) return;
    if (message.type() === 'error' || message.type() === 'warning') notes.faults.push(`${message.text()} (${from})`);
  });
  page.on('pageerror', (error) => notes.faults.push(String(error.stack ?? error.message)));
  page.on('crash', () => notes.faults.push('the page crashed'));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Aborted by the page itself: it looks at the head of a large file before it loads it.
    if (reason !== 'net::ERR_ABORTED') notes.faults.push(`${request.url()}: ${reason}`);
  });
  const { origin } = new URL(address);
  page.on('request', (request) => {
    const url = request.url();
    notes.requests.push(url);
    if (!/^(data:|blob:)/.test(url) && new URL(url).origin !== origin) elsewhere.push(url);
  });
  page.on('worker', (worker) => notes.workers.push(worker.url()));
  await lendPlaywright(page);
  await page.goto(address);
  return { page, ...notes };
}

/**
 * Playwright finds elements by role with `checkVisibility`, which browsers have since version 105. It does so in a world
 * of its own beside the page's; the function is lent to that world alone, and the page stays as old as its browser.
 */
async function lendPlaywright(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (!name.startsWith('__playwright_utility_world')) return;
    const expression = `Element.prototype.checkVisibility ??= function () { return this.getClientRects().length > 0 }; 0`;
    session.send('Runtime.evaluate', { contextId: id, expression }).catch(() => undefined); // the page has gone on
  });
  await session.send('Runtime.enable');
}
