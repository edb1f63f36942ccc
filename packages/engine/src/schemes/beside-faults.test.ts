import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { checkScheme } from '../scheme/checks/check-scheme.ts';
import type { SchemePath } from '../scheme/finding.ts';
import { RULES } from '../rules/registry.ts';

const SCHEMES = new URL('../../schemes/', import.meta.url);
/** Schemes without templates and references: what those write stands in several places. */
const names = readdirSync(SCHEMES).filter((name) => {
  if (!name.endsWith('.yaml')) return false;
  const text = readFileSync(new URL(name, SCHEMES), 'utf8');
  return !text.includes('for each:') && !/(?:: |- |\[)\*\w/.test(text);
});

/** A few nodes of each scheme are spoilt in turn. */
const SPOILT = 2;

interface Written {
  readonly items?: readonly Written[];
}

/** Places of all nodes of a scheme, as they are written. */
function nodesOf(scheme: Readonly<Record<string, unknown>>): SchemePath[] {
  const found: SchemePath[] = [];
  const enter = (nodes: unknown, path: SchemePath): void => {
    if (!Array.isArray(nodes)) return;
    nodes.forEach((node: Written, at) => {
      found.push([...path, at]);
      enter(node.items, [...path, at, 'items']);
    });
  };
  const part = (holder: Readonly<Record<string, unknown>>, path: SchemePath): void => {
    enter(holder['items'], [...path, 'items']);
    enter((holder['adjustments'] as Written | undefined)?.items, [...path, 'adjustments', 'items']);
    enter(holder['results'], [...path, 'results']);
  };
  const { parts } = scheme;
  if (Array.isArray(parts)) parts.forEach((one, at) => part(one as Record<string, unknown>, ['parts', at]));
  else part(scheme, []);
  return found;
}

const said = (text: string): string[] => checkScheme(text).map(({ code, path }) => `${code} @ ${path.join('.')}`);

describe.each(names)('%s with a fault in one node', (name) => {
  const text = readFileSync(new URL(name, SCHEMES), 'utf8');

  it('is said to have that fault, and nothing that the whole scheme is not', () => {
    const sound = new Set(said(String(parseDocument(text))));
    const nodes = nodesOf(parseDocument(text).toJS() as Record<string, unknown>);
    const step = Math.max(1, Math.floor(nodes.length / SPOILT));
    for (const path of nodes.filter((_, at) => at % step === 0)) {
      const spoil = (
        change: (node: { set(key: string, value: unknown): void; delete(key: string): boolean }) => void,
      ) => {
        const document = parseDocument(text);
        const node = document.getIn(path, true);
        if (!isMap(node)) throw new Error(`There is no node at ${path.join('.')}.`);
        change(node);
        return said(String(document)).filter((finding) => !sound.has(finding));
      };
      const key = spoil((node) => node.set('zzzzzz', 1));
      expect(key, `a key at ${path.join('.')}`).toEqual([`shape.unknown-key @ ${path.join('.')}`]);
      const rule = spoil((node) => {
        for (const known of RULES.keys()) node.delete(known);
        node.set('formula', 'nobody.knows');
      });
      const others = rule.filter((finding) => !/^(?:formula|adjust)\./.test(finding));
      expect(others, `a formula at ${path.join('.')}`).toEqual([]);
    }
  });
});
