import type { Dataset, Observation, Origin, Subject } from '../dataset.ts';

const NOWHERE: Origin = { file: '', sheet: '', row: 0, column: '' };

/** A subject; further columns are attributes. */
export function subject(id: string, columns: Readonly<Record<string, string>> = {}): Subject {
  const { name = '', group = '', parent = '', ...attributes } = columns;
  return { id, name, group, parent, attributes, origin: NOWHERE };
}

/** Subjects in one group, by their ids. */
export function subjects(...ids: readonly string[]): Subject[] {
  return ids.map((id) => subject(id, { group: 'g' }));
}

/** One observation, `2024 a petition 3`, with further fields where they matter. */
export function row(text: string, more: Partial<Observation> = {}): Observation {
  const [period = '', id = '', item = '', value = ''] = text.split(' ');
  return {
    period,
    subject: id,
    item,
    value,
    category: '',
    rater: '',
    matter: '',
    date: '',
    note: '',
    origin: NOWHERE,
    ...more,
  };
}

export function dataset(units: readonly Subject[], observations: readonly Observation[]): Dataset {
  return { subjects: units, observations };
}
