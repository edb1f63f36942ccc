import type { FileBytes } from '../engine-port.ts';
import { stopIfCancelled, WorkspaceError } from '../workspace-error.ts';
import type { Run } from './run.ts';

/** Files as bytes, one after the other. Rejects when one cannot be read any more. */
export async function bytesOf(files: readonly File[], run: Run): Promise<FileBytes[]> {
  const result: FileBytes[] = [];
  for (const file of files) {
    run.progress({ stage: 'reading', done: result.length, total: files.length });
    try {
      // oxlint-disable-next-line no-await-in-loop
      result.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      throw new WorkspaceError('file.unreadable', {
        zh: `文件 ${file.name} 读不出来：它在选择之后被改动、移走，或没有读取权限。请重新选择。`,
        en: `The file ${file.name} cannot be read: it was changed or moved since it was chosen, or may not be read. Choose it again.`,
      });
    }
    stopIfCancelled(run.signal);
  }
  return result;
}
