// Runs bench/*.bench.ts one after the other (never side by side: they measure time).
// An argument picks the files whose names contain it.
import { existsSync, readdirSync } from 'node:fs';

import { ensureDependencies } from './dependencies.mjs';
import { ROOT, run } from './run.mjs';

await ensureDependencies();

const folder = `${ROOT}bench`;
const wanted = process.argv[2] ?? '';
const files = existsSync(folder)
  ? readdirSync(folder).filter((file) => file.endsWith('.bench.ts') && file.includes(wanted))
  : [];

let failed = 0;
for (const file of files.sort()) {
  console.log(`\n— ${file.replace('.bench.ts', '')}`);
  const node = ['--conditions=@kaoheng/source', '--expose-gc', '--import', 'tsx', `bench/${file}`];
  if ((await run(process.execPath, node)) !== 0) failed += 1;
}
console.log(`\n${files.length - failed} of ${files.length} benchmarks ran`);
process.exitCode = failed > 0 ? 1 : 0;
