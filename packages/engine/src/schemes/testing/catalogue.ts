import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the catalogue of schemes, beside the repository. */
export const CATALOGUE = fileURLToPath(new URL('../../../../../../shared/catalogue/', import.meta.url));

/** Words of values that sentences mention beside the ids. */
const WORDS = new Set(['none', 'true', 'false', 'missing']);

const ID = /^[a-z][\w-]*(?:\.[\w-]+)*$/;

/** Ids of all nodes and results that the catalogue's file on a scheme names: in its tables and its lists of rows. */
export function catalogueIds(scheme: string): Set<string> {
  const lines = readFileSync(`${CATALOGUE}${scheme}.md`, 'utf8').split('\n');
  return new Set([...idsOfTables(lines), ...idsOfRowLists(lines)]);
}

/** First cells of the tables whose first column is `id`. */
function idsOfTables(lines: readonly string[]): string[] {
  const ids: string[] = [];
  let isIdTable = false;
  let isOfResults = true; // a section may list findings of the checker instead
  for (const line of lines) {
    if (line.startsWith('## ')) isOfResults = !line.startsWith('## Checks of');
    if (!isOfResults) continue;
    const first = /^\|([^|]*)\|/.exec(line)?.[1]?.trim();
    if (first === undefined) isIdTable = false;
    else if (first === 'id') isIdTable = true;
    else if (isIdTable) ids.push(first.replaceAll('`', ''));
  }
  return ids.filter((id) => ID.test(id));
}

/** Ids in the sentences that list the result rows. */
function idsOfRowLists(lines: readonly string[]): string[] {
  const lists = lines.filter((line) => /^(?:- Rows[,.]|\*\*Result rows\*\*)/.test(line));
  // Up to the sentence that says more about one of them, and without what a remark says of those that are not there.
  return lists
    .map((line) => (line.split('. Only ')[0] ?? '').replace(/\(no [^)]*\)/g, ''))
    .flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id))
    .filter((id) => ID.test(id) && !WORDS.has(id));
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
