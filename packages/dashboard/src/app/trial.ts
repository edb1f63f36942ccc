import type { ChangedParameter, LocalText } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';

/** What was changed for a trial, one line each. */
export function trialLines(
  changed: readonly ChangedParameter[],
  words: Messages,
  pick: (text: LocalText) => string,
): readonly string[] {
  return changed.map(({ title, unit, value, written }) => {
    const withUnit = (text: string): string => (text ? [text, unit].filter(Boolean).join(' ') : words.notSet);
    return words.changedParameter(pick(title), withUnit(written), withUnit(value));
  });
}
