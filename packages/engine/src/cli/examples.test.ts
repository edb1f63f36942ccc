// The published file of the examples is what the command beside it writes today.
import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeAll(async () => void (folder = await makeFolder()));
afterAll(() => folder.remove());

const fromRoot = (path: string): string => new URL(`../../../../${path}`, import.meta.url).pathname;

/** The words of the command in the guide of the examples that writes `out`. */
function commandFor(out: string): string[] {
  const guide = readFileSync(fromRoot('examples/README.md'), 'utf8');
  const commands = [...guide.matchAll(/^npx kaoheng (?:.*\\\n)*.*$/gm)].map(([text]) => text);
  const command = commands.find((text) => text.includes(`--out ${out}`));
  expect(command, `the command that writes ${out}`).toBeDefined();
  const words = [...command!.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|(\S+)/g)];
  return words.slice(2).map(([, quoted, plain]) => quoted ?? plain!);
}

it('the command in the guide of the examples writes the published file beside it: run it again when this fails', async () => {
  const out = 'examples/villages.json';
  const written = folder.path('villages.json');
  const words = commandFor(out).map((word) => (word === out ? written : word));
  const call = words.map((word) => (word.startsWith('packages/') ? fromRoot(word) : word));
  expect(await runTool(call)).toMatchObject({ code: 0 });
  const same = readFileSync(written, 'utf8') === readFileSync(fromRoot(out), 'utf8');
  // Three million characters are not shown.
  expect(same, `${out} is up to date`).toBe(true);
});
