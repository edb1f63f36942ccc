import type { Problem } from '@kaoheng/engine/live';

/** Anything thrown, as something that can be shown: errors of the workspace carry code and text. */
export function problemFrom(thrown: unknown): Problem {
  const error = thrown as Partial<Problem> | null;
  if (error && typeof error.code === 'string' && error.text) return { code: error.code, text: error.text };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', text: { zh: `内部错误：${message}`, en: `Internal error: ${message}` } };
}

export function isCancelled(thrown: unknown): boolean {
  return (thrown as Partial<Problem> | null)?.code === 'cancelled';
}
