import type { ResultsDescription } from '@kaoheng/engine/reader';
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
    node: part.nodes.some(({ id }) => id === place.node) ? place.node : '',
  };
}
