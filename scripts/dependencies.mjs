// Installs the packages of the lockfile when they are missing or outdated.
import { readFileSync } from 'node:fs';

import { ROOT, runNpm } from './run.mjs';

/** Installs what is needed; does nothing when everything is there. */
export async function ensureDependencies() {
  const reason = whyInstall();
  if (!reason) return;
  console.log(`Installing dependencies (${reason}) …`);
  if ((await runNpm(['ci', '--no-audit', '--no-fund'])) !== 0) {
    console.error('npm ci failed: see its message above. Installing needs access to the npm registry once.');
    process.exit(1);
  }
}

/** Compares the lockfile with npm's own record of what it installed. */
function whyInstall() {
  const wanted = packagesIn('package-lock.json');
  if (!wanted) throw new Error('package-lock.json is missing.');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed) return 'none yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.link || entry.optional || entry.devOptional) continue;
    if (installed[path]?.version !== entry.version) return `${path.replace('node_modules/', '')} ${entry.version}`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
