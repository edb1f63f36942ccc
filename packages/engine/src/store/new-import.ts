import type { ImportToRead } from './worker/protocol.ts';
import { readingOf, type Reading } from './worker/reading.ts';

/** A file to import: as the browser gives it, or bytes with a name. */
export type ImportableFile = File | { readonly name: string; readonly bytes: Uint8Array };

/** An import of these files, as they are now, under an id of its own. */
export async function newImport(files: Iterable<ImportableFile>, reading: Reading = {}): Promise<ImportToRead> {
  return { ...stamp(), files: await Promise.all(Array.from(files, heldFile)), ...readingOf(reading) };
}

/** A name that no other has, and the time. Pages without a secure context lack `crypto.randomUUID`. */
export function stamp(): { readonly id: string; readonly time: string } {
  const time = new Date().toISOString();
  return { id: `${time} ${Math.random().toString(36).slice(2, 10)}`, time };
}

/** The file as browsers know files; it is not read. */
export function asFile(file: ImportableFile): File {
  return file instanceof File ? file : new File([file.bytes as Uint8Array<ArrayBuffer>], file.name);
}

/**
 * The file as it is now: what is on the user's disk may be another one tomorrow, or gone, when it has to be read again.
 * Where it cannot be read at all, the worker says so.
 */
async function heldFile(file: ImportableFile): Promise<File> {
  if (!(file instanceof File)) return asFile(file);
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type, lastModified: file.lastModified });
  } catch {
    return file;
  }
}
