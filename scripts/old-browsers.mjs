// The oldest browsers that must work: fetched from the npm registry once, unpacked into node_modules/.cache.
// They are no devDependencies, because nobody who only wants the dashboard should wait for 100 MB of browsers.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

import { CHROMIUM_ENVIRONMENT } from './chromium.mjs';
import { ROOT, runNpm } from './run.mjs';

/** @typedef {86 | 109} OldVersion */

/** Packages whose tarball contains a headless Chromium for Linux on x64; only their files are used, never their code. */
const PACKAGES = {
  86: {
    name: 'chrome-aws-lambda@5.3.1',
    file: 'chrome-aws-lambda-5.3.1.tgz',
    integrity: 'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  109: {
    name: '@sparticuz/chromium@109.0.6',
    file: 'sparticuz-chromium-109.0.6.tgz',
    integrity: 'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
};
const VERSIONS = /** @type {OldVersion[]} */ (Object.keys(PACKAGES).map(Number));
const CACHE = `${ROOT}node_modules/.cache/old-browsers`;

/** `KAOHENG_OLD_BROWSERS=0` leaves them out, for systems that cannot run them. */
export const wantsOldBrowsers = () => process.env['KAOHENG_OLD_BROWSERS'] !== '0';

/**
 * How an old browser is started.
 * @param {OldVersion} version
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export function oldBrowser(version) {
  const folder = join(CACHE, String(version));
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    throw new Error(
      `Chromium ${version} is not here. ` +
        (whyImpossible() ?? '`npm test` or `node scripts/old-browsers.mjs` fetches it from the npm registry.') +
        ' KAOHENG_OLD_BROWSERS=0 leaves out the tests on old browsers.',
    );
  }
  // The packages bring the libraries that their time's servers lacked.
  const libraries = [join(folder, 'lib'), folder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath,
    env: { ...CHROMIUM_ENVIRONMENT, LD_LIBRARY_PATH: libraries },
  };
}

/** Fetches what is missing; where that fails it says why, and the tests that need them fail. */
export async function ensureOldBrowsers() {
  if (!wantsOldBrowsers()) return;
  for (const version of VERSIONS) {
    if (existsSync(join(CACHE, String(version), 'chromium'))) continue;
    try {
      await fetchBrowser(version);
    } catch (error) {
      if (existsSync(join(CACHE, String(version), 'chromium'))) continue; // somebody else was quicker
      console.error(`Chromium ${version} is missing: ${error instanceof Error ? error.message : error}`);
    }
  }
}

function whyImpossible() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `It runs on Linux on x64 only, and this is ${process.platform} on ${process.arch}.`;
}

/** @param {OldVersion} version */
async function fetchBrowser(version) {
  const reason = whyImpossible();
  if (reason) throw new Error(reason);
  const { name, file, integrity } = PACKAGES[version];
  console.log(`Fetching Chromium ${version} (${name}) …`);
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    if ((await runNpm(['pack', name, '--silent', '--prefer-offline', '--pack-destination', work])) !== 0) {
      throw new Error('`npm pack` failed; it needs access to the npm registry once.');
    }
    const tarball = readFileSync(join(work, file));
    const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name} is not what it was: ${found} instead of ${integrity}.`);
    untar(tarball, work, ['-z']);
    unpack(join(work, 'package', 'bin'), join(work, 'browser'));
    renameSync(join(work, 'browser'), join(CACHE, String(version)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} from where the package keeps its compressed files
 * @param {string} to
 */
function unpack(from, to) {
  mkdirSync(to);
  for (const archive of ['aws.tar.br', 'swiftshader.tar.br']) untar(inflated(join(from, archive)), to);
  writeFileSync(join(to, 'chromium'), inflated(join(from, 'chromium.br')));
  chmodSync(join(to, 'chromium'), 0o755);
}

/** @param {string} file */
const inflated = (file) => brotliDecompressSync(readFileSync(file));

/**
 * @param {Buffer} input
 * @param {string} folder
 * @param {string[]} [options]
 */
function untar(input, folder, options = []) {
  const { status, stderr, error } = spawnSync('tar', ['-x', ...options, '--no-same-owner', '-C', folder], { input });
  if (status !== 0) throw error ?? new Error(`tar: ${stderr}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await ensureOldBrowsers();
