import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the catalogue of schemes, beside the repository. */
export const CATALOGUE = fileURLToPath(new URL('../../../../../../shared/catalogue/', import.meta.url));

const ID = /^[a-z][\w-]*(?:\.[\w-]+)*$/;

/** Columns of the tables and words of values that every scheme has. */
const OF_ALL =
  'subjects.csv subject name group parent period item value category rater matter date note true false none missing';

/** What the catalogue's file on a scheme names in code marks, wherever it does. */
export interface CatalogueNames {
  /** Ids of tables and lists of rows: nothing but nodes and results. */
  readonly ids: ReadonlySet<string>;
  /** Every name: ids, and inputs, parameters, attributes and words beside them. */
  readonly names: ReadonlySet<string>;
  /** Ids with a place that several words can take: `key.x.avg`, `dev.<x>.rate`, `<id>.status`. */
  readonly patterns: readonly RegExp[];
}

export function catalogueNames(scheme: string): CatalogueNames {
  const sections = readFileSync(`${CATALOGUE}${scheme}.md`, 'utf8').split(/^(?=## )/m);
  // Findings of the checker have names too, and so have the inputs; what there is none of is told as well.
  const lines = sections
    .filter((section) => !section.startsWith('## Checks of'))
    .flatMap((section) => section.split('\n'))
    .map((line) => line.replace(/\bno (?:`[^`]+`(?:, | or | and )?)+/g, ''));
  const marked = lines.flatMap(markedIn).filter((name) => !OF_ALL.split(' ').includes(name));
  const stems = idsOfTables(lines);
  const written = writtenForEvery(lines);
  return {
    ids: new Set(written.length === 0 ? stems : stems.flatMap((stem) => written.map((suffix) => stem + suffix))),
    names: new Set(marked.filter((name) => ID.test(name) && !hasBlank(name))),
    patterns: [...new Set(marked.filter(hasBlank))].map(
      (name) => new RegExp(`^${name.replaceAll('.', '\\.').replace(BLANK, '[^.]+')}$`),
    ),
  };
}

/** `<id>`, or `x` between or behind points. */
const BLANK = /<\w+>|(?<=\.)x(?![\w])/g;

function hasBlank(name: string): boolean {
  return name.search(BLANK) >= 0;
}

/** Names in code marks, those in calculations too; `a.b` / `.c` is `a.b` and `a.c`, `a.k1 … a.k3` is all three. */
function markedIn(line: string): string[] {
  const found: string[] = [];
  for (const [, text = ''] of line.matchAll(/`([^`]+)`/g)) {
    for (const name of text.split(/[\s,=<>≥≤+×·÷−()]+(?![\w]*>)/)) {
      const last = found.filter((known) => known.includes('.')).at(-1);
      const isShort = name.startsWith('.') && line.startsWith('|') && last !== undefined && !hasBlank(last);
      if (isShort) found.push(last.slice(0, last.lastIndexOf('.')) + name);
      else if (/^[a-z<][\w<>-]*(?:\.[\w<>-]+)*$/.test(name)) found.push(name);
    }
  }
  return found;
}

/** First cells of the tables whose first column is `id`; `learn.k08 … learn.k10` stands for three. */
function idsOfTables(lines: readonly string[]): string[] {
  const ids: string[] = [];
  let isIdTable = false;
  for (const line of lines) {
    const first = /^\|([^|]*)\|/.exec(line)?.[1]?.trim();
    if (first === undefined) isIdTable = false;
    else if (first === 'id') isIdTable = true;
    else if (isIdTable) ids.push(...rangeOf(first.replaceAll('`', '')));
  }
  return ids.filter((id) => ID.test(id));
}

function rangeOf(cell: string): string[] {
  const [, stem = '', from = '', to = ''] = /^([\w.]*?)(\d+) … [\w.]*?(\d+)$/.exec(cell) ?? [];
  if (stem === '') return [cell];
  const count = Number(to) - Number(from) + 1;
  return Array.from({ length: count }, (_, at) => `${stem}${String(Number(from) + at).padStart(from.length, '0')}`);
}

/** Where a row of the table stands for several figures: those that each of its rows has. */
function writtenForEvery(lines: readonly string[]): string[] {
  const [, list = ''] = /((?:`\.\w+`(?:, | and )?)+) are written for every/.exec(lines.join('\n')) ?? [];
  return [...list.matchAll(/`(\.\w+)`/g)].map(([, suffix = '']) => suffix);
}

/** Schemes of the catalogue, in the order of the alphabet. */
export function catalogueSchemes(): string[] {
  const files = readdirSync(CATALOGUE).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files.map((name) => name.slice(0, -'.md'.length)).sort();
}

/** Numbers of the faults that the catalogue lists for a scheme. */
export function catalogueFaults(scheme: string): number[] {
  const text = readFileSync(`${CATALOGUE}${scheme}.md`, 'utf8');
  const section = /^## Faults in the source\n([^]*?)(?=^## |$(?![^]))/m.exec(text)?.[1] ?? '';
  const numbers = [...section.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  // One list runs on in a single line.
  return numbers.length === 1
    ? [...section.matchAll(/(?:^|\s)(\d+)\. /g)].map(([, number]) => Number(number))
    : numbers;
}
