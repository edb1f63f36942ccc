import { workspaceTexts } from '../locale/workspace-texts.ts';
import type { ImportToRead } from '../store/worker/protocol.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import type { ImportedFiles } from '../store/workspace-step.ts';
import type { ImportRecord } from './content.ts';
import { digestOf } from './digest.ts';
import type { FilesByDigest } from './workspace-store.ts';

/** An import as it is written into the history, and its files. Fails where a file cannot be read any more. */
export async function keptImport({
  id,
  time,
  files,
  withoutRefused,
  mappings,
  amendments,
}: ImportedFiles): Promise<{ readonly record: ImportRecord; readonly files: FilesByDigest }> {
  const byDigest = new Map<string, Uint8Array>();
  const kept = [];
  for (const file of files) {
    const bytes = await bytesOfFile(file);
    const digest = await digestOf(bytes);
    byDigest.set(digest, bytes);
    kept.push({ name: file.name, digest, bytes: bytes.length });
  }
  const record: ImportRecord = {
    id,
    time,
    files: kept,
    withoutRefused,
    ...(mappings?.length ? { mappings } : {}),
    ...(amendments?.length ? { amendments } : {}),
  };
  return { record, files: byDigest };
}

async function bytesOfFile(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new WorkspaceError('keep.unreadable-file', workspaceTexts.unreadableFile(file.name));
  }
}

/** A kept import with its files, to be read again. `bytesOf` finds a file by its digest; the name is for its errors. */
export async function importToRead(
  { id, time, files, mappings, amendments }: ImportRecord,
  bytesOf: (digest: string, name: string) => Promise<Uint8Array>,
): Promise<ImportToRead> {
  const open = async (digest: string, name: string): Promise<File> =>
    new File([(await bytesOf(digest, name)) as Uint8Array<ArrayBuffer>], name);
  return {
    id,
    time,
    files: await Promise.all(files.map(({ name, digest }) => open(digest, name))),
    ...(mappings ? { mappings } : {}),
    ...(amendments ? { amendments } : {}),
  };
}
