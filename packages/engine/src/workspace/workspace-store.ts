import type { JournalEntry } from './change.ts';

/** A workspace as it is listed. */
export interface WorkspaceRecord {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly changed: string;
  /** Number of the last entry of its journal. */
  readonly entries: number;
}

/** Files by digest, for an entry that brings them. */
export type FilesByDigest = ReadonlyMap<string, Uint8Array>;

/** What another page has done: how long the journal is now. */
export interface OthersChange {
  readonly workspace: string;
  readonly entries: number;
}

/**
 * Keeps workspaces. Every operation takes place as a whole or not at all; all of them reject with a `WorkspaceError`:
 * `keep.forbidden`, `keep.full`, `keep.conflict`, `keep.gone`, `keep.damaged`, `keep.newer`, `keep.failed`.
 */
export interface WorkspaceStore {
  /** All workspaces, the last changed first. */
  list(): Promise<readonly WorkspaceRecord[]>;
  /** Writes a new workspace with what it has so far. */
  create(title: string, journal: readonly JournalEntry[], files: FilesByDigest): Promise<WorkspaceRecord>;
  read(id: string): Promise<{ readonly record: WorkspaceRecord; readonly journal: readonly JournalEntry[] }>;
  /**
   * Adds an entry and the files it brings. `keep.conflict` when the journal is not as long as the entry's number says:
   * somebody else has written.
   */
  append(id: string, entry: JournalEntry, files: FilesByDigest): Promise<WorkspaceRecord>;
  /** The bytes of a file, checked against its digest. `name` is for the message only. */
  file(digest: string, name: string): Promise<Uint8Array>;
  rename(id: string, title: string): Promise<void>;
  /** Deletes a workspace, and the files that no other one needs. */
  remove(id: string): Promise<void>;
  /** Calls `listener` with every entry that another page of this origin adds. */
  onOthersChange(listener: (change: OthersChange) => void): void;
  close(): void;
}
