import { zipSync, type Zippable } from 'fflate';

import type { NamedFile } from './named-file.ts';

/** Files that are compressed already. */
const PACKED = /\.(?:xlsx|zip|png)$/i;

/** The earliest time that a ZIP can say: equal contents are equal files. */
const TIME = new Date(1980, 0, 1);

/** Several files as the bytes of one `.zip`. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: PACKED.test(name) ? 0 : 6, mtime: TIME }];
  return zipSync(entries);
}
