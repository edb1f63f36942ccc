import { openFile, type FileBytes, type OpenedFile } from './read-tables.ts';

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly opened: Promise<OpenedFile>;
}

/**
 * Keeps files as they were read: an import need not read again what a proposal has just looked at. A file is known again
 * by its name and all of its bytes.
 */
export class FileShelf {
  #entries: readonly Entry[] = [];

  open(file: FileBytes): Promise<OpenedFile> {
    const kept = this.#entries.find((entry) => isSame(entry, file));
    if (kept) return kept.opened;
    const opened = openFile(file);
    this.#entries = [...this.#entries, { name: file.name, bytes: file.bytes, opened }];
    return opened;
  }

  /** Lets go of all files but these. */
  keepOnly(files: readonly FileBytes[]): void {
    this.#entries = this.#entries.filter((entry) => files.some((file) => isSame(entry, file)));
  }
}

function isSame(a: Omit<Entry, 'opened'>, b: FileBytes): boolean {
  if (a.name !== b.name || a.bytes.length !== b.bytes.length) return false;
  return a.bytes === b.bytes || a.bytes.every((byte, at) => byte === b.bytes[at]);
}
