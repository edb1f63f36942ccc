import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';
import { allGroups, allPeriods, chosenParts, groupModes, nodeKeys, type PublishChoice } from './publish-choice.ts';

/** What a folded section of the choice says in one line. */
export interface PublishSummary {
  /** Periods, parts, groups and figures. */
  readonly scope: string;
  /** Names or codes, and how few may stand behind what is shown. */
  readonly subjects: string;
}

export function publishSummary(
  description: ResultsDescription,
  choice: PublishChoice,
  words: Messages,
  titleOf: (part: PartDescription) => string,
): PublishSummary {
  const parts = chosenParts(description, choice);
  const groups = allGroups(parts);
  const { all, chosen } = nodeKeys(description, choice);
  const some = (names: readonly string[], of: number, everything: string): string =>
    of <= 1 ? '' : names.length === of ? everything : names.join(words.comma);
  const groupsIn = groups.filter((group) => !choice.groupsOut.has(group));
  const scope = [
    choice.periods.length === allPeriods(description).length && choice.periods.length > 1
      ? words.allPeriods
      : choice.periods.map(words.periodName).join(words.comma),
    some(parts.map(titleOf), description.parts.length, words.allParts),
    some(groupsIn, groups.length, words.allGroups),
    chosen.length === all.length
      ? words.allNodes(String(all.length))
      : words.someNodes(String(chosen.length), String(all.length)),
  ];
  return {
    scope: scope.filter((part) => part !== '').join(' · '),
    subjects: [
      words.subjectModes[choice.subjects],
      ...new Set(groupModes(description, choice).map(({ mode }) => words.groupModeIs[mode])),
      words.smallestIs[choice.subjects](String(choice.smallest)),
    ].join(' · '),
  };
}
