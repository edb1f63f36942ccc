import type { Dataset } from '../data/dataset.ts';
import { COLUMNS } from './header.ts';
import { writeCsv } from './write-csv.ts';

/**
 * Imported data as the two tables that it came from, with every change that was made on the way in: to be kept, or to be
 * read by another program. Ids and words stand there as they are.
 */
export function writeDataset({ subjects, observations }: Dataset): { subjects: string; observations: string } {
  const attributes = [...new Set(subjects.flatMap((subject) => Object.keys(subject.attributes)))];
  const columns = COLUMNS.observations;
  return {
    subjects: writeCsv(
      [...COLUMNS.subjects, ...attributes],
      subjects.map(({ id, name, group, parent, attributes: own }) => [
        id,
        name,
        group,
        parent,
        ...attributes.map((attribute) => own[attribute] ?? ''),
      ]),
      { guard: false },
    ),
    observations: writeCsv(
      columns,
      observations.map((observation) => columns.map((column) => observation[column])),
      { guard: false },
    ),
  };
}
