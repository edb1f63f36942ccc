/** Where the user is: the view and what it looks at, as the address says it behind `#`. */
export type View = 'results' | 'data' | 'parameters';

export interface Place {
  readonly view: View;
  /** Built-in scheme whose sample is shown; empty: the sample that the dashboard starts with. */
  readonly scheme: string;
  readonly part: string;
  readonly period: string;
  readonly group: string;
  readonly subject: string;
  readonly node: string;
}

export const START: Place = { view: 'results', scheme: '', part: '', period: '', group: '', subject: '', node: '' };

const VIEWS: readonly View[] = ['results', 'data', 'parameters'];
const FIELDS = ['scheme', 'part', 'period', 'group', 'subject', 'node'] as const;

export function readPlace(hash: string): Place {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const fields = Object.fromEntries(FIELDS.map((field) => [field, given.get(field) ?? '']));
  return { ...START, ...fields, view: VIEWS.find((view) => view === given.get('view')) ?? 'results' };
}

/** The address of a place; what is at its start value is left out. */
export function writePlace(place: Place): string {
  const given = new URLSearchParams();
  if (place.view !== 'results') given.set('view', place.view);
  for (const field of FIELDS) if (place[field]) given.set(field, place[field]);
  // Readable addresses: Chinese stays Chinese, as far as the browser shows it.
  const text = given.toString();
  return text ? `#${text}` : '#';
}

export function samePlace(one: Place, other: Place): boolean {
  return one.view === other.view && FIELDS.every((field) => one[field] === other[field]);
}
