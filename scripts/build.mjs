// Builds everything, or the parts named as arguments: engine components bundles dashboard storybook.
import { rmSync } from 'node:fs';

import { ROOT, runTool } from './run.mjs';

/** @param {string} mode one of the builds of vite.config.ts */
const vite = (mode) => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--mode', mode]);

/** @param {string} name of a package whose type declarations are written into its `dist` */
const declarations = (name) => runTool('typescript/bin/tsc', ['-p', `packages/${name}/tsconfig.build.json`]);

const wanted = process.argv.slice(2);

/** @param {string} name */
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

/** In this order: the declarations of the components need those of the engine. */
const PARTS = {
  engine: [() => vite('engine'), () => declarations('engine')],
  components: [() => vite('components'), () => declarations('components'), manifest],
  bundles: [buildBundles],
  // The dashboard hands the scripts of the widgets out: never older ones than its own.
  dashboard: [() => (isWanted('bundles') ? 0 : buildBundles()), () => vite('production')],
  storybook: [() => storybook()],
};

function manifest() {
  const tool = '@custom-elements-manifest/analyzer/cem.js';
  const settings = ['analyze', '--quiet', '--config', '../../custom-elements-manifest.config.mjs'];
  return runTool(tool, settings, { cwd: `${ROOT}packages/components` });
}

async function buildBundles() {
  rmSync(`${ROOT}packages/components/dist-bundles`, { recursive: true, force: true });
  return (await vite('kaoheng')) || vite('kaoheng-charts');
}

const storybook = () =>
  runTool('storybook/dist/bin/dispatcher.js', ['build', '--quiet', '--loglevel', 'warn', '-o', 'storybook-static']);

for (const [name, steps] of Object.entries(PARTS)) {
  if (!isWanted(name)) continue;
  const start = performance.now();
  for (const step of steps) {
    const code = await step();
    if (code !== 0) {
      console.error(`Building ${name} failed.`);
      process.exit(code);
    }
  }
  console.log(`${name.padEnd(12)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
