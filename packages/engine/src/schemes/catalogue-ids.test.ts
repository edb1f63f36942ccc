import { existsSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { LEFT_OUT } from './coverage.ts';
import { CATALOGUE, catalogueIds } from './testing/catalogue.ts';
import { caseIds, readCase, runCase } from './testing/case-folder.ts';

// The catalogue is a paper beside the repository, not a part of it.
const hasCatalogue = existsSync(CATALOGUE);
if (!hasCatalogue)
  process.stdout.write(`Skipped: there is no catalogue at ${CATALOGUE} to compare the schemes with.\n`);

describe.runIf(hasCatalogue).each(caseIds())('the scheme %s', (id) => {
  it('gives every indicator, adjustment and result that the catalogue names', { timeout: 30_000 }, async () => {
    const named = catalogueIds(id);
    const produced = new Set((await runCase(readCase(id))).rows.map(([, , node]) => node));

    // A table may name what several results stand under: `fund.city`, of which `fund.city.rate` is one.
    const isProduced = (id: string): boolean =>
      produced.has(id) || [...produced].some((node) => node.startsWith(`${id}.`));
    const leftOut = LEFT_OUT.filter(({ scheme }) => scheme === id).map(({ node }) => node);
    expect([...named].filter((node) => !isProduced(node))).toEqual(leftOut);
  });
});

describe.runIf(hasCatalogue)('the built-in schemes', () => {
  it('are those of the catalogue, every one', () => {
    const files = readdirSync(CATALOGUE).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(caseIds()).toEqual(files.map((name) => name.replace(/\.md$/, '')).sort());
  });
});
