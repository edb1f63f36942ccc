import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import type { Selection } from '../shared/store-registry.ts';

export const NO_SELECTION: Selection = { part: '', period: '', group: '', subject: '', node: '' };

export function partOf(description: ResultsDescription | null, part: string): PartDescription | null {
  if (!description) return null;
  return (part ? description.parts.find(({ id }) => id === part) : description.parts[0]) ?? null;
}

/** Choices where they were made, else the first part and its latest period. A choice that does not exist stands, so that it can be named as wrong. */
export function resolveSelection(choice: Selection, description: ResultsDescription | null): Selection {
  const part = partOf(description, choice.part);
  if (!part) return choice;
  return { ...choice, part: part.id, period: choice.period || (part.periods[part.periods.length - 1] ?? '') };
}

/** Drops choices that the new results do not know; subjects are not listed in a description and stay. */
export function dropUnknown(choice: Selection, description: ResultsDescription): Selection {
  const knownPart = description.parts.some(({ id }) => id === choice.part);
  const part = partOf(description, knownPart ? choice.part : '');
  if (!part) return NO_SELECTION;
  return {
    part: knownPart ? choice.part : '',
    period: part.periods.includes(choice.period) ? choice.period : '',
    group: part.groups.includes(choice.group) ? choice.group : '',
    subject: choice.subject,
    node: part.nodes.some(({ id }) => id === choice.node) ? choice.node : '',
  };
}
