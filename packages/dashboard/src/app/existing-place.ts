import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import type { Place } from './place.ts';

/** The place as the results allow it: what they do not know falls back to the first part and its latest period. */
export function existingPlace(place: Place, description: ResultsDescription): Partial<Place> {
  const [first] = description.parts;
  const part = description.parts.find(({ id }) => id === place.part) ?? first;
  if (!part) return {};
  const latest = part.periods[part.periods.length - 1] ?? '';
  return {
    part: part === first ? '' : part.id,
    period: part.periods.includes(place.period) ? place.period : latest,
    group: part.groups.includes(place.group) ? place.group : '',
    node: hasNode(part, place.node) ? place.node : '',
    sort: isKnownSort(part, place.sort) ? place.sort : '',
  };
}

/** What a place may name that its results do not have. */
export type GoneField = 'part' | 'period' | 'group' | 'node' | 'sort';

/** What the place names and the results do not have (any more): where it comes from a link, its reader must be told. */
export function goneFields(place: Place, description: ResultsDescription): readonly GoneField[] {
  const there = existingPlace(place, description);
  // The first part goes by no name, and may be called by its own.
  const isFirst = place.part === description.parts[0]?.id;
  const fields: readonly GoneField[] = isFirst ? REST : ['part', ...REST];
  return fields.filter((field) => place[field] !== '' && there[field] !== place[field]);
}

const REST: readonly GoneField[] = ['period', 'group', 'node', 'sort'];

function hasNode({ nodes }: PartDescription, id: string): boolean {
  return nodes.some((node) => node.id === id);
}

/** Columns other than items are there or not, as the results have them; the table passes over those it has not. */
function isKnownSort(part: PartDescription, sort: string): boolean {
  const item = /^item:(.*?)(?: descending)?$/.exec(sort)?.[1];
  return item === undefined || hasNode(part, item);
}
