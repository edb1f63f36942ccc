import type { PublishRequest } from '@kaoheng/engine/live';
import {
  defaultGroupMode,
  type GroupMode,
  type GroupModes,
  type NodeDescription,
  type PartDescription,
  type ResultsDescription,
} from '@kaoheng/engine/reader';

export type PublishSelection = NonNullable<PublishRequest['selection']>;

/** What the user has chosen to publish. Sets hold what was left out, so that what is new is in. */
export interface PublishChoice {
  readonly periods: readonly string[];
  readonly partsOut: ReadonlySet<string>;
  readonly groupsOut: ReadonlySet<string>;
  /** How groups are shown, by part; parts that are not named as the engine does it. */
  readonly groupModes: GroupModes;
  /** Nodes as `part/id`. */
  readonly nodesOut: ReadonlySet<string>;
  readonly subjects: 'names' | 'codes';
  readonly codeKey: string;
  readonly smallest: number;
}

export function firstChoice(period: string): PublishChoice {
  const none: ReadonlySet<string> = new Set();
  const periods = period === '' ? [] : [period];
  return {
    periods,
    partsOut: none,
    groupsOut: none,
    groupModes: {},
    nodesOut: none,
    subjects: 'names',
    codeKey: '',
    smallest: 3,
  };
}

export const nodeKey = (part: PartDescription, node: NodeDescription): string => `${part.id}/${node.id}`;

/** Parts that are chosen. */
export function chosenParts({ parts }: ResultsDescription, { partsOut }: PublishChoice): readonly PartDescription[] {
  return parts.filter(({ id }) => !partsOut.has(id));
}

/** All periods of the parts, the latest first. */
export function allPeriods({ parts }: ResultsDescription): readonly string[] {
  return [...new Set(parts.flatMap(({ periods }) => periods))].sort().reverse();
}

export function allGroups(parts: readonly PartDescription[]): readonly string[] {
  return [...new Set(parts.flatMap(({ groups }) => groups))];
}

/** Chosen parts that rank in groups, and how those are shown. */
export function groupModes(
  description: ResultsDescription,
  choice: PublishChoice,
): readonly { part: PartDescription; mode: GroupMode }[] {
  return chosenParts(description, choice)
    .filter(({ groups }) => groups.length > 0)
    .map((part) => ({ part, mode: choice.groupModes[part.id] ?? defaultGroupMode(part) }));
}

/** Whether codes stand for subjects or for groups: then there is a key. */
export function hasCodes(description: ResultsDescription, choice: PublishChoice): boolean {
  return choice.subjects === 'codes' || groupModes(description, choice).some(({ mode }) => mode === 'codes');
}

/** Nodes of the chosen parts, as `part/id`: those that are published, and all. */
export function nodeKeys(description: ResultsDescription, choice: PublishChoice) {
  const all = chosenParts(description, choice).flatMap((part) => part.nodes.map((node) => nodeKey(part, node)));
  return { all, chosen: all.filter((key) => !choice.nodesOut.has(key)) };
}

export function isEmpty(description: ResultsDescription, choice: PublishChoice): boolean {
  const groups = allGroups(chosenParts(description, choice));
  const noGroup = groups.length > 0 && groups.every((group) => choice.groupsOut.has(group));
  return choice.periods.length === 0 || nodeKeys(description, choice).chosen.length === 0 || noGroup;
}

/** The choice as the engine takes it; what was not narrowed is not said. */
export function selectionOf(description: ResultsDescription, choice: PublishChoice): PublishSelection {
  const { partsOut, groupsOut, nodesOut, subjects, smallest, periods } = choice;
  const groups = allGroups(description.parts);
  return {
    periods,
    ...(partsOut.size > 0 && { parts: chosenParts(description, choice).map(({ id }) => id) }),
    ...(groupsOut.size > 0 && { groups: groups.filter((group) => !groupsOut.has(group)) }),
    ...(Object.keys(choice.groupModes).length > 0 && { groupModes: choice.groupModes }),
    ...(nodesOut.size > 0 && { nodes: nodeKeys(description, choice).chosen }),
    ...(subjects === 'codes' && { subjects }),
    smallest,
  };
}

export function toggled(set: ReadonlySet<string>, keys: readonly string[], isOut: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const key of keys) {
    if (isOut) next.add(key);
    else next.delete(key);
  }
  return next;
}
