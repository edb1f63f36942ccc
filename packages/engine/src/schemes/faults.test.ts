import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CATALOGUE, catalogueFaults, catalogueSchemes } from './testing/catalogue.ts';

const FAULTY = new URL('../../schemes/faulty/', import.meta.url);
const LIST = 'faults.yaml';

/** By scheme and number: the codes that the checker gives, or why a machine cannot see the fault. */
type Faults = Readonly<Record<string, Readonly<Record<string, readonly string[] | string>>>>;

const listed = parse(readFileSync(new URL(LIST, FAULTY), 'utf8')) as Faults;
const files = readdirSync(FAULTY).filter((name) => name.endsWith('.yaml') && name !== LIST);
const entries = Object.entries(listed).flatMap(([scheme, faults]) =>
  Object.entries(faults).map(([number, found]) => ({ name: `${scheme}-${number}.yaml`, found })),
);

describe('The list of faults', () => {
  it('has every scheme that says a fault, with the codes that it expects', () => {
    const codes = new Map(entries.map(({ name, found }) => [name, found]));
    for (const name of files) {
      const text = readFileSync(new URL(name, FAULTY), 'utf8');
      const expected = [...text.matchAll(/^# expect: (\S+) @/gm)].map(([, code = '']) => code);
      expect(codes.get(name), name).toEqual([...new Set(expected)].sort());
    }
  });

  it('names no scheme that is not there, and gives a reason where there is none', () => {
    for (const { name, found } of entries) {
      expect(files.includes(name), name).toBe(typeof found !== 'string');
      expect(found.length, name).toBeGreaterThan(0);
    }
  });
});

// The catalogue is a paper beside the repository, not a part of it.
const hasCatalogue = existsSync(CATALOGUE);
if (!hasCatalogue)
  process.stdout.write(`Skipped: there is no catalogue at ${CATALOGUE} to compare the list of faults with.\n`);

describe.runIf(hasCatalogue)('The list of faults and the catalogue', () => {
  it('have the same schemes', () => {
    expect(Object.keys(listed).sort()).toEqual(catalogueSchemes().filter((id) => catalogueFaults(id).length > 0));
  });

  it.each(Object.keys(listed))('have the same faults of %s', (scheme) => {
    expect(Object.keys(listed[scheme] ?? {}).map(Number)).toEqual(catalogueFaults(scheme));
  });
});
