import { didNotHappen } from './did-not-happen.ts';
import { containingPeriod } from '../../data/period.ts';
import type { RowFrame } from '../plan.ts';
import type { DataIndex } from './data-index.ts';
import { EVERYBODY } from './population.ts';
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
export function buildRowTable(frame: RowFrame, population: Population, index: DataIndex): RowTable {
  const cells: number[] = [];
  const observations: number[] = [];
  const kind = population.part.periodKind;
  const back = frame.periods.kind === 'previous' ? frame.periods.back : 0;
  for (const item of frame.items) {
    for (const number of index.observationsOf(item)) {
      const observation = index.observations[number];
      if (observation === undefined) continue;
      if (frame.happenedOnly && didNotHappen(observation.value)) continue;
      const period = index.period(observation.period);
      if (period === null) continue;
      if (frame.periods.kind !== 'within' && period.kind !== kind) continue;
      const container = containingPeriod(period, kind);
      if (container === null) continue;
      const subject = population.part.subjects.kind === 'all' ? EVERYBODY : (index.subjectOf[number] ?? -1);
      const cell = population.cell(container.index + back, subject);
      if (cell < 0) continue;
      cells.push(cell);
      observations.push(number);
    }
  }
  return sortByCell(cells, observations, population.size);
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
