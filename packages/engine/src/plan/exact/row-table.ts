import { didNotHappen } from './did-not-happen.ts';
import { readingPeriods } from './reading-periods.ts';
import type { RowFrame } from '../plan.ts';
import type { DataIndex } from './data-index.ts';
import { EVERYBODY, holdersOf } from './population.ts';
import type { Population } from './population.ts';

/** The rows of a row frame, sorted by the cell that reads them. */
export interface RowTable {
  readonly size: number;
  /** Cell of each row. */
  readonly cells: Int32Array;
  /** Observation number of each row. */
  readonly observations: Int32Array;
  /** Rows of cell c are `starts[c]` up to, not including, `starts[c + 1]`. */
  readonly starts: Int32Array;
}

/** Collects, for every cell of the population, the observations that the frame reads. */
export function buildRowTable(
  frame: RowFrame,
  population: Population,
  index: DataIndex,
  populationOf: (part: string) => Population,
): RowTable {
  const cells: number[] = [];
  const observations: number[] = [];
  const kind = population.part.periodKind;
  const readersOf = readers(frame, population, index, populationOf);
  const firstPeriod = population.periods[0] ?? 0;
  const lastPeriod = population.periods.at(-1) ?? -1;
  const enter = (number: number, period: number): void => {
    for (const subject of readersOf(number)) {
      const cell = population.cell(period, subject);
      if (cell < 0) continue;
      cells.push(cell);
      observations.push(number);
    }
  };
  for (const item of frame.items) {
    for (const number of index.observationsOf(item)) {
      const observation = index.observations[number];
      if (observation === undefined) continue;
      if (frame.happenedOnly && didNotHappen(observation.value)) continue;
      const period = index.period(observation.period);
      if (period === null || (frame.given !== undefined && period.kind !== frame.given)) continue;
      const [first, last] = readingPeriods(frame.periods, period, kind);
      if (first === last) enter(number, first);
      else {
        const end = Math.min(last, lastPeriod);
        for (let at = Math.max(first, firstPeriod); at <= end; at += 1) enter(number, at);
      }
    }
  }
  return sortByCell(cells, observations, population.size);
}

/** The numbers of the subjects whose cells read an observation. */
function readers(
  { source }: RowFrame,
  population: Population,
  index: DataIndex,
  populationOf: (part: string) => Population,
): (observation: number) => readonly number[] {
  const own = (number: number): number => index.subjectOf[number] ?? -1;
  if (source?.kind === 'naming') return (number) => [index.subjectNumber(index.observations[number]?.matter ?? '')];
  if (source?.kind === 'members') {
    const members = new Set(populationOf(source.part).subjects);
    return (number) => (members.has(own(number)) ? holdersOf(own(number), source.subject, index) : []);
  }
  return population.part.subjects.kind === 'all' ? () => [EVERYBODY] : (number) => [own(number)];
}

/** Counting sort: keeps the order of the file within a cell. */
function sortByCell(cells: readonly number[], observations: readonly number[], cellCount: number): RowTable {
  const starts = new Int32Array(cellCount + 1);
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  for (let cell = 0; cell < cellCount; cell += 1) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const next = starts.slice();
  const sortedCells = new Int32Array(cells.length);
  const sortedObservations = new Int32Array(cells.length);
  cells.forEach((cell, at) => {
    const place = next[cell] ?? 0;
    next[cell] = place + 1;
    sortedCells[place] = cell;
    sortedObservations[place] = observations[at] ?? 0;
  });
  return { size: cells.length, cells: sortedCells, observations: sortedObservations, starts };
}
