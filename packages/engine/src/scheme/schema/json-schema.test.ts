import { readFileSync, readdirSync } from 'node:fs';
import { Check } from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemeJsonSchema } from './json-schema.ts';

const published = new URL('../../../schema/scheme.schema.json', import.meta.url);
const schemes = new URL('../../../schemes/', import.meta.url);

describe('The JSON Schema of scheme files', () => {
  test('is published as the definitions say (run `npm run schema` after a change)', () => {
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(schemeJsonSchema());
  });

  const files = readdirSync(schemes).filter((name) => name.endsWith('.yaml'));
  test.each(files)('accepts the built-in scheme %s', (name) => {
    const scheme: unknown = parse(readFileSync(new URL(name, schemes), 'utf8'), { merge: true });
    expect(Check(schemeJsonSchema() as never, scheme)).toBe(true);
  });

  test('refuses a key that the language does not have, at the top and deep in the tree', () => {
    const good = {
      scheme: 'x',
      title: 'x',
      period: 'year',
      items: [{ id: 'a', items: [{ id: 'b', max: 1, score: 'given' }] }],
    };
    expect(Check(schemeJsonSchema() as never, good)).toBe(true);
    expect(Check(schemeJsonSchema() as never, { ...good, dedcut: 1 })).toBe(false);
    const deep = { ...good, items: [{ id: 'a', items: [{ id: 'b', max: 1, scroe: 'given' }] }] };
    expect(Check(schemeJsonSchema() as never, deep)).toBe(false);
  });
});
