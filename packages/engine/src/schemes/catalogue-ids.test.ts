import { existsSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

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
    expect([...named].filter((id) => !isProduced(id))).toEqual([]);
  });
});
