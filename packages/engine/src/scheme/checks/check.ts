import type { LocalText } from '../../reader/figure.ts';
import type { Finding } from '../finding.ts';
import type { SchemeView } from './view/scheme-view.ts';

/**
 * What a check needs of a scheme in which something has a fault:
 *
 * - `rules`: the rule that it speaks of. Whatever that reads may be unknown: the check is silent where a figure could be
 *   anything, and says nothing of a node of which not everything could be read.
 * - `figures`: besides, all figures that the rule rests on. What it takes for possible, or for left unsaid, might be
 *   settled by the very rule that has the fault; such nodes are not compiled in the view that it gets.
 * - `scheme`: every rule. It says that nothing does something, or counts all that do.
 */
export type Needs = 'rules' | 'figures' | 'scheme';

/**
 * One thing that can be wrong with a scheme. A check is one file and one line in the registry; every code it can give has
 * a section in docs/checks.md.
 */
export interface SchemeCheck {
  readonly codes: readonly string[];
  readonly needs: Needs;
  check(view: SchemeView): readonly Finding[];
}

/** What is wrong, with the numbers that show it, and what would mend it. */
export interface CheckText {
  readonly message: LocalText;
  readonly remedy: LocalText;
}
