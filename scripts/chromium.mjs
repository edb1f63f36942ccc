// Finds the Chromium that browser tests run in, and says how it is started.
import { existsSync } from 'node:fs';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Keeps the browser from using a sandbox that containers lack, and from talking to anybody. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What it is started with: the same language everywhere, and files called as they are. Where the system has no locale, or
 * names one that is not installed, Chromium calls every download with a Chinese name `download`.
 * @type {Record<string, string>}
 */
export const CHROMIUM_ENVIRONMENT = {
  .../** @type {Record<string, string>} */ (process.env),
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  LANGUAGE: '',
};

/**
 * The browser to use: `KAOHENG_CHROMIUM`, one of the system, or the one Playwright downloaded.
 * @returns {Promise<string | undefined>} its path, or `undefined` when there is none.
 */
export async function findChromium() {
  const wished = process.env['KAOHENG_CHROMIUM'];
  if (wished) {
    if (!existsSync(wished)) throw new Error(`KAOHENG_CHROMIUM names ${wished}, which does not exist.`);
    return wished;
  }
  return SYSTEM_PATHS.find((path) => existsSync(path)) ?? (await playwrightsOwn());
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // not installed yet, or no build for this system
  }
}
