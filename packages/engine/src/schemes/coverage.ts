import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

import type { NodeDescription } from '../reader/results-reader.ts';
import { RULES } from '../rules/registry.ts';
import { expandTemplates } from '../scheme/source/for-each.ts';
import { checkReading } from '../scheme/checks/check-scheme.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { loadReading, readScheme } from '../scheme/load-scheme.ts';

const SCHEMES = new URL('../../schemes/', import.meta.url);

/** A result that a scheme's rules ask for and the scheme file does not give, and why. */
export interface LeftOut {
  readonly scheme: string;
  readonly node: string;
  readonly reason: string;
}

/** Everything that is left out on purpose. A test fails on any other gap. */
export const LEFT_OUT: readonly LeftOut[] = [];

/** By scheme and number of the fault: what the checker finds, or why a machine cannot see it. */
const FAULTS = parse(read('faulty/faults.yaml')) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly parts: number;
  readonly indicators: number;
  readonly adjustments: number;
  readonly results: number;
  readonly subjects: number;
  readonly figures: number;
  /** Figures worked out a second time, where the rules could be misread. */
  readonly readings: number;
  /** Faults of the source that the checker sees, and all that are known. */
  readonly seen: number;
  readonly faults: number;
  readonly warnings: number;
}

/** The page that says what is built in and how far it is tested: `docs/coverage.md`, made by `npm run coverage`. */
export function coveragePage(): string {
  const ids = yamlIn(SCHEMES);
  const rows = ids.map(rowOf);
  const total = (count: (row: Row) => number): string =>
    rows.reduce((sum, row) => sum + count(row), 0).toLocaleString('en');
  return `${[
    '# What is built in, and how far it is tested',
    '',
    'Made by `npm run coverage`; a test compares this page with the files it is made from.',
    '',
    `${rows.length} schemes. Each has a folder of cases (\`packages/engine/schemes/cases/<scheme>\`): data made by hand, and every figure that must come out, worked out`,
    'by somebody who had read the rules and neither the scheme file nor the engine. A test scores the data and compares every figure.',
    '',
    '- **indicators**, **bonuses** and **results**: nodes with a figure of their own, in all parts of the scheme together;',
    '- **subjects**: rows of the subjects table of the cases; **figures**: rows compared;',
    '- **readings**: figures worked out a second time, from the rules alone, in situations where they could be misread (the folder `readings` of the cases);',
    '- **faults**: faults of the official document that the checker finds when the scheme says what the document says, of all that are known;',
    '  why the others cannot be seen by a machine is told in `packages/engine/schemes/faulty/faults.yaml`;',
    '- **warnings**: what the checker has to say about the scheme as it is built in. None has an error.',
    '',
    '| scheme | | parts | indicators | bonuses | results | subjects | figures | readings | faults | warnings |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(
      ({ id, title, parts, indicators, adjustments, results, subjects, figures, readings, seen, faults, warnings }) =>
        `| \`${id}\` | ${title} | ${[...[parts, indicators, adjustments, results, subjects, figures, readings].map((count) => count.toLocaleString('en')), `${seen} of ${faults}`, warnings].join(' | ')} |`,
    ),
    `| **all** | | ${[total((row) => row.parts), total((row) => row.indicators), total((row) => row.adjustments), total((row) => row.results), total((row) => row.subjects), total((row) => row.figures), total((row) => row.readings), `${total((row) => row.seen)} of ${total((row) => row.faults)}`, total((row) => row.warnings)].join(' | ')} |`,
    '',
    '## Kinds of rules',
    '',
    'In how many of the schemes each kind is used.',
    '',
    '| kind | schemes |',
    '| --- | --: |',
    ...kindsUsed(ids)
      .filter(([, schemes]) => schemes > 0)
      .map(([kind, schemes]) => `| \`${kind}\` | ${schemes} |`),
    '',
    '## Left out',
    '',
    ...(LEFT_OUT.length === 0
      ? ['Nothing: every figure that the rules ask for is computed.']
      : LEFT_OUT.map(({ scheme, node, reason }) => `- \`${scheme}\`, \`${node}\`: ${reason}`)),
  ].join('\n')}\n`;
}

function rowOf(id: string): Row {
  const text = read(`${id}.yaml`);
  const reading = readScheme(text);
  const { scheme } = loadReading(reading);
  if (scheme === null) throw new Error(`The scheme ${id} cannot be computed.`);
  const cases = `cases/${id}/`;
  const faults = Object.values(FAULTS[id] ?? {});
  return {
    id,
    title: scheme.title.zh,
    parts: scheme.parts.length,
    indicators: countRole(scheme, 'item'),
    adjustments: countRole(scheme, 'adjustment'),
    results: countRole(scheme, 'result'),
    subjects: dataLines(`${cases}subjects.csv`),
    figures: expectedLines(cases),
    readings: expectedLines(`${cases}readings/`),
    seen: faults.filter((found) => typeof found !== 'string').length,
    faults: faults.length,
    warnings: checkReading(reading).filter(({ severity }) => severity === 'warning').length,
  };
}

/** Figures that the tables of expected figures in a folder list; 0 without the folder. */
function expectedLines(folder: string): number {
  const url = new URL(folder, SCHEMES);
  const names = existsSync(url) ? readdirSync(url) : [];
  return names
    .filter((name) => /^expected.*\.csv$/.test(name))
    .reduce((sum, name) => sum + dataLines(folder + name), 0);
}

function countRole(scheme: CompiledScheme, role: NodeDescription['role']): number {
  return scheme.parts.flatMap(({ description }) => description.nodes).filter((node) => node.role === role).length;
}

/** Kinds of rules with the number of schemes that use them, the most used first. */
function kindsUsed(ids: readonly string[]): [string, number][] {
  const used = ids.map((id) => keysIn(writtenOut(id)));
  const counts = [...RULES.keys()].map((kind): [string, number] => [
    kind,
    used.filter((keys) => keys.has(kind)).length,
  ]);
  return counts.sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
}

/** A scheme file with its templates written out, without the tables that they run over. */
function writtenOut(id: string): unknown {
  const { value } = expandTemplates(parse(read(`${id}.yaml`), { merge: true }));
  return { ...(value as object), tables: null };
}

/** All keys of the nodes of a scheme file, wherever they stand. */
function keysIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const part of value) keysIn(part, found);
  else if (typeof value === 'object' && value !== null) {
    const isNode = 'id' in value;
    for (const [key, part] of Object.entries(value)) {
      if (isNode) found.add(key);
      keysIn(part, found);
    }
  }
  return found;
}

function yamlIn(folder: URL): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

function read(name: string): string {
  return readFileSync(new URL(name, SCHEMES), 'utf8');
}

/** Lines of a CSV file below its header. */
function dataLines(name: string): number {
  return read(name).trimEnd().split('\n').length - 1;
}
