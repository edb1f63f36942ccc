// Everything that must be true before a change is accepted. The last line counts it.
import { readFileSync, rmSync } from 'node:fs';

import { ensureChromium } from './browser.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureOldBrowsers } from './old-browsers.mjs';
import { ROOT, run, runTool } from './run.mjs';
import { countTests, unsteadyTests } from './test-counts.mjs';

const REPORT = `${ROOT}node_modules/.cache/kaoheng-tests.json`;

await ensureDependencies();
await ensureOldBrowsers();
const env = { ...process.env, KAOHENG_CHROMIUM: await ensureChromium(), STORYBOOK_DISABLE_TELEMETRY: '1' };

/** Each counts as one check, passed or failed. */
const CHECKS = {
  types: () => runTool('typescript/bin/tsc', ['-b']),
  lint: () => runTool('oxlint/bin/oxlint', []),
  format: () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  build: () => run(process.execPath, ['scripts/build.mjs'], { env }),
};

let passed = 0;
let failed = 0;
const summary = [];

for (const [name, check] of Object.entries(CHECKS)) {
  console.log(`\n— ${name}`);
  const ok = (await check()) === 0;
  if (ok) passed += 1;
  else failed += 1;
  summary.push(`${name.padEnd(16)} ${ok ? 'passed' : 'FAILED'}`);
}

console.log('\n— tests');
rmSync(REPORT, { force: true });
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...process.argv.slice(2)], { env });
const report = readReport();
const tests = countTests(report, code);
const unsteady = unsteadyTests(report);
passed += tests.passed;
failed += tests.failed;
summary.push(`${'tests'.padEnd(16)} ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
if (unsteady.length > 0) {
  summary.push(`${'unsteady'.padEnd(16)} ${unsteady.length} passed at the second attempt only:`, ...unsteady);
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return undefined;
  }
}
