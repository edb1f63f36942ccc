import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { cliTexts } from '../locale/cli-texts.ts';
import { CliError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/** The bytes of a file that the user named; its absence is told in words. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CliError(cliTexts.cannotRead(path, errorCode(error)));
  }
}

/** Writes a result to the file named, or to standard output. A file is whole or is not there. */
export async function writeOutput(path: string | undefined, text: string, terminal: Terminal): Promise<void> {
  if (path === undefined || path === '-') return terminal.write(text);
  try {
    const found = await stat(path).catch(() => null);
    // A device or a pipe cannot be replaced by a file.
    if (found !== null && !found.isFile()) await writeFile(path, text);
    else await replaceFile(path, text);
  } catch (error) {
    throw new CliError(cliTexts.cannotWrite(path, errorCode(error)));
  }
}

/** Writes a file that was not there, and its folder where that is missing. What is there stays: it may be filled in. */
export async function writeNewFile(path: string, content: Uint8Array): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new CliError(cliTexts.alreadyThere(path));
  await writeNamedFile(path, content);
}

/** Writes a file, and its folder where that is missing. A file is whole or is not there. */
export async function writeNamedFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, content);
  } catch (error) {
    throw new CliError(cliTexts.cannotWrite(path, errorCode(error)));
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
