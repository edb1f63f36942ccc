import type { LocalText } from '../reader/figure.ts';

/** A column of the subjects table that a scheme looks at, beside id, name, group and parent. */
export interface AttributeDeclaration {
  /** Name of the column, as formulas have it. */
  readonly name: string;
  readonly kind: 'number' | 'word' | 'flag';
  readonly title: LocalText;
  readonly unit: string;
  /** An empty cell is missing: the figures that need it are not complete. Words are never missing. */
  readonly isNeeded: boolean;
}
