import type { NamedFile } from './named-file.ts';

/** Files that are compressed already. */
const PACKED = /\.(?:xlsx|zip|png)$/i;

/** The earliest time that a ZIP can say: equal contents are equal files. */
const TIME = new Date(1980, 0, 1);

/** Several files as the bytes of one `.zip`. The library behind it is loaded with the first call. */
export async function zipFiles(files: readonly NamedFile[]): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const entries = files.map(
    ({ name, bytes }) => [name, [bytes, { level: PACKED.test(name) ? 0 : 6, mtime: TIME }]] as const,
  );
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
