import type { LocalText } from '../reader/figure.ts';

/** A place in a scheme file, counted from 1 as editors do. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Way to a value inside the scheme: keys and list numbers. */
export type SchemePath = readonly (string | number)[];

/** Something a checker has to say about a scheme. Codes are stable and listed in docs/checks.md. */
export interface Finding {
  /** `error`: the scheme cannot be computed; `warning`: it can, but a rule is doubtful; `note`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  /** What is wrong, with the numbers that show it. */
  readonly message: LocalText;
  /** What would mend it. */
  readonly remedy: LocalText;
  /** Clause of the official document, where the place has one. */
  readonly clause: string;
  readonly path: SchemePath;
  readonly position: SourcePosition | null;
}
