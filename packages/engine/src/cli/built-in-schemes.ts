import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SUFFIX = '.yaml';

/** Folder of the scheme files that come with the package: the same seen from `src/cli` and from `dist/cli`. */
function folder(): string {
  // The bundler would take `new URL(…, import.meta.url)` for a file to ship.
  const here = import.meta.url;
  return fileURLToPath(new URL('../../schemes/', here));
}

/** Ids of the built-in schemes, in alphabetical order. */
export async function builtInIds(): Promise<string[]> {
  const names = await readdir(folder());
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

/** Path of a built-in scheme, for messages. */
export function builtInPath(id: string): string {
  return `${folder()}${id}${SUFFIX}`;
}

export function readBuiltIn(id: string): Promise<string> {
  return readFile(builtInPath(id), 'utf8');
}
