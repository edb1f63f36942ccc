// Makes sure that there is a Chromium for the tests.
import { existsSync } from 'node:fs';

import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Finds Chromium or installs it; ends the process with advice where neither is possible. */
export async function ensureChromium() {
  const path = (await findChromium()) ?? (await installed());
  if (path) return path;
  console.error(
    [
      'The tests need Chromium, and none was found. Install it in one of these ways:',
      `  Debian:         sudo apt-get install --no-install-recommends ${PACKAGES.join(' ')}`,
      '  other systems:  npx playwright install --with-deps chromium',
      '  or set KAOHENG_CHROMIUM to the path of a Chromium or Chrome of version 109 or later.',
    ].join('\n'),
  );
  process.exit(1);
}

async function installed() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { env });
  return findChromium();
}
