/** Where the user is: the page, what it looks at, and how it is arranged, as the address says it behind `#`. */
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
  /** Order of the ranking, as its `sort` attribute says it. */
  readonly sort: string;
  /** What is searched for in the ranking. */
  readonly search: string;
  /** `all`: the ranking shows all its columns beside a sheet, too. */
  readonly columns: string;
  /** `yes`: the sheet shows only what cost marks. */
  readonly loss: string;
  /** Who has to deliver the lines that are listed; empty: everybody. */
  readonly owner: string;
  /** `all`: deliveries without gaps are listed, too. */
  readonly lines: string;
  /** How deliveries are laid out; empty: as the screen has room for. */
  readonly layout: string;
}

export const START: Place = {
  view: 'results',
  scheme: '',
  part: '',
  period: '',
  group: '',
  subject: '',
  node: '',
  sort: '',
  search: '',
  columns: '',
  loss: '',
  owner: '',
  lines: '',
  layout: '',
};

const VIEWS: readonly View[] = ['results', 'data', 'parameters'];
const FIELDS = Object.keys(START).filter((field): field is keyof Omit<Place, 'view'> => field !== 'view');

export function readPlace(hash: string): Place {
  return placeOf(Object.fromEntries(new URLSearchParams(hash.replace(/^#/, ''))));
}

/** The address of a place; what is at its start value is left out. */
export function writePlace(place: Place): string {
  // Readable addresses: Chinese stays Chinese, as far as the browser shows it.
  const text = new URLSearchParams(textsOf(place)).toString();
  return text ? `#${text}` : '#';
}

/** A place from texts by field, whoever wrote them: what is not known is passed over. */
export function placeOf(texts: Readonly<Record<string, string>>): Place {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, texts[field] ?? '']));
  return { ...START, ...fields, view: VIEWS.find((view) => view === texts['view']) ?? 'results' };
}

/** A place as texts by field, those at their start value left out. */
export function textsOf(place: Place): Record<string, string> {
  const texts: Record<string, string> = place.view === START.view ? {} : { view: place.view };
  for (const field of FIELDS) if (place[field] !== '') texts[field] = place[field];
  return texts;
}

export function samePlace(one: Place, other: Place): boolean {
  return one.view === other.view && FIELDS.every((field) => one[field] === other[field]);
}
