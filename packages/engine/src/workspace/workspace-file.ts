import { unzipSync, zipSync, type Zippable } from 'fflate';

import { workspaceTexts } from '../locale/workspace-texts.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import { digestsOf, type JournalEntry } from './change.ts';
import { decrypt, encrypt, isEncrypted } from './encryption.ts';
import { digestOf } from './digest.ts';
import { checkedJournal } from './journal-schema.ts';
import type { FilesByDigest } from './workspace-store.ts';

/** Ending of workspace files. */
export const WORKSPACE_FILE_ENDING = '.kaoheng';

/** Raised whenever an older program would misread the file. */
const FORMAT = 1;

/** Bytes that a workspace file may hold when unpacked: what more there is, is somebody's bomb. */
const MOST_BYTES = 1024 ** 3;

const HEAD = 'kaoheng.json';
const JOURNAL = 'journal.json';
const FILES = 'files/';

/** A whole workspace outside of its store. */
export interface PackedWorkspace {
  readonly title: string;
  readonly journal: readonly JournalEntry[];
  readonly files: FilesByDigest;
}

interface Head {
  readonly format: number;
  readonly title: string;
  /** Digest of title and journal, which the archive itself does not protect. */
  readonly digest: string;
}

/**
 * One file with everything that a workspace is made of: a ZIP with the journal and the imported files, encrypted where
 * there is a passphrase. Rejects with `keep.no-encryption` on pages without a secure context.
 */
export async function packWorkspace({ title, journal, files }: PackedWorkspace, passphrase = ''): Promise<Uint8Array> {
  const lines = json(journal);
  const head: Head = { format: FORMAT, title, digest: await seal(title, lines) };
  const entries: Zippable = { [HEAD]: json(head), [JOURNAL]: lines };
  // Workbooks are compressed already.
  for (const digest of digestsOf(journal))
    entries[FILES + digest] = [files.get(digest) ?? new Uint8Array(), { level: 1 }];
  const packed = zipSync(entries);
  return passphrase === '' ? packed : encrypt(packed, passphrase);
}

/** Whether a passphrase is needed to open the file. */
export { isEncrypted };

/**
 * Reads a workspace file. Rejects with a `WorkspaceError` and gives nothing where anything in it is not as it was
 * written: `keep.not-a-workspace`, `keep.passphrase`, `keep.newer`, `keep.damaged`, `keep.too-large`.
 */
export async function unpackWorkspace(name: string, bytes: Uint8Array, passphrase = ''): Promise<PackedWorkspace> {
  const packed = isEncrypted(bytes) ? await decrypt(bytes, passphrase) : bytes;
  const entries = unzip(name, packed);
  const head = parsed(entries[HEAD]) as Partial<Head> | null;
  if (typeof head?.format !== 'number' || typeof head.title !== 'string')
    throw new WorkspaceError('keep.not-a-workspace', workspaceTexts.notAWorkspace(name));
  if (head.format > FORMAT) throw new WorkspaceError('keep.newer', workspaceTexts.newer(String(head.format)));
  const lines = entries[JOURNAL] ?? new Uint8Array();
  if ((await seal(head.title, lines)) !== head.digest)
    throw new WorkspaceError('keep.damaged', workspaceTexts.damaged(JOURNAL));
  const journal = checkedJournal(parsed(lines));
  return { title: head.title, journal, files: await filesOf(journal, entries) };
}

function seal(title: string, journal: Uint8Array): Promise<string> {
  const head = new TextEncoder().encode(`${title}\n`);
  const all = new Uint8Array(head.length + journal.length);
  all.set(head);
  all.set(journal, head.length);
  return digestOf(all);
}

function unzip(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new WorkspaceError('keep.too-large', workspaceTexts.tooLarge);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    throw new WorkspaceError('keep.not-a-workspace', workspaceTexts.notAWorkspace(name));
  }
}

/** The files that the journal names, each checked against its digest. */
async function filesOf(journal: readonly JournalEntry[], entries: Record<string, Uint8Array>): Promise<FilesByDigest> {
  const files = new Map<string, Uint8Array>();
  for (const { change } of journal) {
    if (change.kind !== 'import') continue;
    for (const { digest, name } of change.import.files) {
      const bytes = entries[FILES + digest];
      if (bytes === undefined) throw new WorkspaceError('keep.damaged', workspaceTexts.missingFile(name));
      if (!files.has(digest) && (await digestOf(bytes)) !== digest)
        throw new WorkspaceError('keep.damaged', workspaceTexts.damaged(name));
      files.set(digest, bytes);
    }
  }
  return files;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes === undefined ? null : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return null;
  }
}
