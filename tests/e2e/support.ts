// What every end-to-end test needs: a browser, and a web server for built pages.
import { fileURLToPath } from 'node:url';

import { chromium, type Browser } from 'playwright-core';

import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { serveFolder } from '../../scripts/static-server.mjs';

/** Starts the browser that the other tests use too; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) });
}

/** Serves a folder of the repository, such as `packages/dashboard/dist`, on a free port. */
export const serve = (folder: string, options?: Parameters<typeof serveFolder>[1]) =>
  serveFolder(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), options);

/** A policy as strict as a portal's: nothing from elsewhere, no inline scripts or styles, no eval. */
export const STRICT_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; worker-src 'self'; connect-src 'self'",
};
