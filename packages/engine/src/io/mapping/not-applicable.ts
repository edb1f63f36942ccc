import { foldText } from '../fold-text.ts';
import { isNotApplicable } from '../normalise/words.ts';
import { NOT_APPLICABLE_WORDS } from './sheet-mapping.ts';

const NOT_APPLICABLE = new Set(NOT_APPLICABLE_WORDS.map(foldText));

/** Whether a text says "does not apply", for want of a better meaning. */
export function saysNotApplicable(text: string): boolean {
  return isNotApplicable(text) || NOT_APPLICABLE.has(foldText(text));
}
