import type { LocalText } from '../../reader/figure.ts';
import type { Finding } from '../finding.ts';
import type { SchemeView } from './view/scheme-view.ts';

/**
 * One thing that can be wrong with a scheme. A check is one file and one line in the registry; every code it can give has
 * a section in docs/checks.md.
 */
export interface SchemeCheck {
  readonly codes: readonly string[];
  check(view: SchemeView): readonly Finding[];
}

/** What is wrong, with the numbers that show it, and what would mend it. */
export interface CheckText {
  readonly message: LocalText;
  readonly remedy: LocalText;
}
