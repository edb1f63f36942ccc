#!/usr/bin/env node
// Starts the command line tool. In the repository it runs the TypeScript sources directly, so that
// nothing has to be built first; in the published package, which has no tsconfig, the built files.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

async function load() {
  if (!existsSync(tsconfig)) return import(new URL('../dist/cli/main.js', import.meta.url).href);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig });
  return import(new URL('../src/cli/main.ts', import.meta.url).href);
}

const { main } = await load();
process.exitCode = await main(process.argv.slice(2));
