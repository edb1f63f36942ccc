import type { LocalText } from '../reader/figure.ts';

/** What went wrong, in words for the user: the part of an error that travels between worker and page. */
export interface Problem {
  /** Stable code, for instance `duckdb.mime`. Listed in docs/deployment.md and docs/tables.md. */
  readonly code: string;
  readonly text: LocalText;
}

/** An error of the workspace or its store that can be shown to the user as it is. */
export class WorkspaceError extends Error {
  readonly code: string;
  readonly text: LocalText;
  constructor(code: string, text: LocalText) {
    super(text.en);
    this.name = 'WorkspaceError';
    this.code = code;
    this.text = text;
  }
}

/** The request was given up because the caller asked for it. */
export function cancelled(): WorkspaceError {
  return new WorkspaceError('cancelled', { zh: '操作已取消。', en: 'The operation was cancelled.' });
}

/** Stops with `cancelled` when the signal says so. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

/** Anything thrown, as a problem: errors that carry a code and a text keep them, all others become `internal`. */
export function problemOf(thrown: unknown): Problem {
  const error = thrown as Partial<Problem> | null | undefined;
  if (typeof error?.code === 'string' && typeof error.text?.zh === 'string') {
    return { code: error.code, text: { zh: error.text.zh, en: error.text.en } };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', text: { zh: `内部错误：${message}`, en: `Internal error: ${message}` } };
}
