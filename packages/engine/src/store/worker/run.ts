import type { Progress } from './protocol.ts';

/** What a long operation may be told, and tells. */
export interface Run {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}
