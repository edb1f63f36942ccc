import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import { dataset, row, subject } from '../../data/testing/make-dataset.ts';
import type { Choices } from './choices.ts';
import { NUMBERS } from './random-formula.ts';

/** Numbers that are awkward: edges, below 0, huge, with more digits than a double holds. */
const AWKWARD = ['-3', '-0.5', '9007199254740993', '123456789012345.678', '0.000001', '99.995', '12.345', '50'];

/** Random data for the inputs of random schemes, with ties, gaps, empty groups and groups of one. */
export function randomData(
  choices: Choices,
  scores: readonly { readonly id: string; readonly max: number }[],
): Dataset {
  const units = Array.from({ length: 1 + choices.below(6) }, (_, at) => randomSubject(choices, 'abcdef'[at] as string));
  const rows: Observation[] = [];
  for (const unit of units) {
    for (const period of choices.some(['2022', '2023', '2024'], 1))
      rows.push(...rowsOf(choices, unit.id, period, scores));
  }
  return dataset(units, choices.shuffled(rows));
}

function randomSubject(choices: Choices, id: string): Subject {
  return subject(id, {
    name: id,
    group: choices.of(['甲', '甲', '乙', '']),
    pop: choices.of(['', '0', '10', '100', '33.3']),
    kind: choices.of(['x', 'x', 'y', '']),
    poor: choices.of(['true', 'false', '']),
  });
}

function number(choices: Choices): string {
  return choices.chance(80) ? choices.of(NUMBERS) : choices.of(AWKWARD);
}

function rowsOf(
  choices: Choices,
  id: string,
  period: string,
  scores: readonly { readonly id: string; readonly max: number }[],
): Observation[] {
  const rows: Observation[] = [];
  const single = (item: string, value: () => string): void => {
    if (choices.chance(80)) rows.push(row(`${period} ${id} ${item} ${choices.chance(12) ? 'NA' : value()}`));
  };
  for (const item of ['n1', 'n2', 'n3']) single(item, () => number(choices));
  single('lv', () => choices.of(['good', 'fair', 'poor']));
  single('fl', () => choices.of(['true', 'false']));
  for (const { id: item, max } of scores) single(item, () => choices.of(['0', String(max), '0.5', String(max / 2)]));
  for (const inside of [period, `${period}-Q1`, `${period}-03`]) {
    for (let count = choices.below(3); count > 0; count -= 1) {
      rows.push(
        row(`${inside} ${id} ev ${choices.of(['', '1', '2', '0', 'NA', '10', '3'])}`, {
          category: choices.of(['a', 'b', 'c']),
        }),
      );
    }
    if (choices.chance(40)) {
      rows.push(
        row(`${inside} ${id} ea ${choices.of(['2', '10', '0', 'NA', '0.1', '33.3', '-1'])}`, {
          matter: choices.of(['m1', 'm2', '']),
        }),
      );
    }
  }
  for (const rater of choices.some(['r1', 'r2', 'r3', id], 0, 3)) {
    const value = choices.of(['90', '60', '100', '0', 'NA', '85.5']);
    rows.push(row(`${period} ${id} bal ${value}`, { category: choices.of(['lead', 'mass']), rater }));
    if (choices.chance(60))
      rows.push(row(`${period} ${id} vote ${choices.of(['good', 'fair', 'poor', 'NA'])}`, { rater }));
  }
  return rows;
}
