// What every end-to-end test needs: a browser, and a web server for built pages.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium, type Browser } from 'playwright-core';

import { CHROMIUM_ENVIRONMENT, CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { oldBrowser, wantsOldBrowsers, type OldVersion } from '../../scripts/old-browsers.mjs';
import { run } from '../../scripts/run.mjs';
import { serveFolder } from '../../scripts/static-server.mjs';

export { wantsOldBrowsers, type OldVersion };

/** How long a page may take for anything, in milliseconds: for what hangs, whatever else the machine has to do. */
export const PATIENCE = 60_000;

export interface BrowserOptions {
  /** An old version instead of the browser that the other tests use. */
  readonly version?: OldVersion | undefined;
  /** More command line flags. */
  readonly flags?: readonly string[];
}

/** Starts a browser; the caller closes it. */
export async function startBrowser({ version, flags = [] }: BrowserOptions = {}): Promise<Browser> {
  const args = [...CHROMIUM_FLAGS, ...flags];
  if (version) return startOldBrowser(version, args);
  const executablePath = await findChromium();
  return chromium.launch({ args, env: CHROMIUM_ENVIRONMENT, ...(executablePath && { executablePath }) });
}

async function startOldBrowser(version: OldVersion, args: readonly string[]): Promise<Browser> {
  const settings = oldBrowser(version);
  try {
    // Containers give little shared memory, and old versions crash where it is full.
    return await chromium.launch({ args: [...args, '--disable-dev-shm-usage'], ...settings });
  } catch (error) {
    throw new Error(
      `Chromium ${version} does not start here; it needs the library nspr (on Debian: apt-get install libnspr4). ` +
        'KAOHENG_OLD_BROWSERS=0 leaves out the tests on old browsers.',
      { cause: error },
    );
  }
}

/** The absolute path of a file or folder of the repository. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Builds a part of the repository when one of its files is missing; `npm test` has built everything before. */
export async function ensureBuilt(part: string, ...files: readonly string[]): Promise<void> {
  if (files.every((file) => existsSync(fromRoot(file)))) return;
  if ((await run(process.execPath, ['scripts/build.mjs', part])) !== 0) throw new Error(`Building ${part} failed.`);
}

/** Serves a folder of the repository, such as `packages/dashboard/dist`, on a free port. */
export const serve = (folder: string, options?: Parameters<typeof serveFolder>[1]) =>
  serveFolder(fromRoot(folder), options);

/** A policy as strict as a portal's: nothing from elsewhere, no inline scripts or styles, no eval. */
export const STRICT_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; worker-src 'self'; connect-src 'self'",
};

/** The policy for published results (see examples/README.md): no WebAssembly, no workers. */
export const PUBLISHED_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
};
