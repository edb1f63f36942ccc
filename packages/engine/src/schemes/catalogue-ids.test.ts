import { existsSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { itemPattern } from '../data/item-pattern.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { LEFT_OUT } from './coverage.ts';
import { CATALOGUE, catalogueNames, catalogueSchemes } from './testing/catalogue.ts';
import { caseIds, readCase, runCase, schemeText } from './testing/case-folder.ts';

// The catalogue is a paper beside the repository, not a part of it.
const hasCatalogue = existsSync(CATALOGUE);
if (!hasCatalogue)
  process.stdout.write(`Skipped: there is no catalogue at ${CATALOGUE} to compare the schemes with.\n`);

/** Names in the catalogue's sentences that no rule needs: values of attributes and categories, pieces of names, notions. */
const NOTIONS: Readonly<Record<string, string>> = {
  'college-departments': 'college office',
  'education-targets': 'type amount percent limit aid.per_head gold.per_head summary',
  'street-staff-quarterly': 'civil',
  'town-performance-pay': 'workgroup',
  'town-secretary-review': 'other',
  'township-9-villages': 'village',
  'township-health-1000': 'a',
  'township-villages-average': 'farmland landswap other',
};

describe.runIf(hasCatalogue).each(caseIds())('the scheme %s', (id) => {
  it('gives every node and result that the catalogue names', async () => {
    const { ids, names, patterns } = catalogueNames(id);
    const produced = new Set((await runCase(readCase(id))).rows.map(([, , node]) => node));
    const leftOut = LEFT_OUT.filter(({ scheme }) => scheme === id).map(({ node }) => node);

    const isOther = otherNames(id);
    const missing = [
      ...[...ids].filter((name) => !produced.has(name)),
      ...[...names].filter((name) => !produced.has(name) && !ids.has(name) && !isOther(name)),
      ...patterns
        .filter((pattern) => ![...produced].some((node) => pattern.test(node)) && !isOther.matches(pattern))
        .map(String),
    ];
    expect(missing).toEqual(leftOut);
  });
});

/** Names that are no figures: inputs, parameters, attributes, words; and schemes that are pointed to. */
function otherNames(id: string): ((name: string) => boolean) & { matches: (pattern: RegExp) => boolean } {
  const text = schemeText(id);
  const { scheme } = loadScheme(text);
  const parts = scheme?.parts ?? [];
  const nodes = new Set(parts.flatMap(({ description }) => description.nodes.map((node) => node.id)));
  const items = (scheme?.inputs ?? []).map(({ item }) => item);
  const written = new Set([...(text.match(/[A-Za-z_][\w-]*(?:\.[\w-]+)*/g) ?? []), ...items]);
  const others = new Set([...catalogueSchemes(), ...(NOTIONS[id] ?? '').split(' ')]);
  const isOther = (name: string): boolean =>
    others.has(name) || (written.has(name) && !nodes.has(name)) || items.some((item) => isPieceOf(name, item));
  return Object.assign(isOther, { matches: (pattern: RegExp) => items.some((item) => pattern.test(item)) });
}

/** Is it an item, one of a family, or an item told by its end alone: `plan`, `village.plan` of `village.*.plan`? */
function isPieceOf(name: string, item: string): boolean {
  const [first = '', ...rest] = name.split('.');
  const isEnd = item.endsWith(`.${rest.at(-1) ?? first}`) && (rest.length === 0 || item.startsWith(`${first}.`));
  return isEnd || itemPattern(item).test(name);
}

describe.runIf(hasCatalogue)('the built-in schemes', () => {
  it('are those of the catalogue, every one', () => {
    const files = readdirSync(CATALOGUE).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(caseIds()).toEqual(files.map((name) => name.replace(/\.md$/, '')).sort());
  });
});
