import type { GapGroup } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';

/** What a letter is about. */
export interface GapOccasion {
  readonly scheme: string;
  readonly period: string;
}

/**
 * What is missing, as a text that can be sent: a letter to each who owes something. What nobody is named for makes one
 * letter without an addressee.
 */
export function gapText(
  groups: readonly GapGroup[],
  occasion: GapOccasion,
  words: Messages,
  pick: (text: LocalText) => string,
): string {
  const letters = groups
    .filter(({ owner }) => 'from' in owner)
    .map((group) => letter('from' in group.owner ? group.owner.from : '', [group], occasion, words, pick));
  const unnamed = groups.filter(({ owner }) => 'item' in owner);
  return [...letters, ...(unnamed.length > 0 ? [letter('', unnamed, occasion, words, pick)] : [])].join('\n\n');
}

function letter(
  to: string,
  groups: readonly GapGroup[],
  { scheme, period }: GapOccasion,
  words: Messages,
  pick: (text: LocalText) => string,
): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const entries = groups
    .flatMap(({ lines }) => lines)
    .map(({ title, period: of, asked, missing }) =>
      words.gaps.entry(
        pick(title),
        of === period ? '' : words.periodName(of),
        missing.map(({ name, subject }) => name || subject),
        missing.length === asked,
      ),
    );
  return [
    ...(to === '' ? [] : [words.gaps.salutation(to)]),
    words.gaps.opening(scheme, words.periodName(period), String(count)),
    ...entries.map((entry, at) => `${at + 1}. ${entry}`),
    words.gaps.closing,
  ].join('\n');
}
