import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import { dataset, row, subject } from '../../data/testing/make-dataset.ts';
import { within } from '../oracle/periods.ts';
import type { Choices } from './choices.ts';
import { NUMBERS } from './random-formula.ts';
import type { RandomScheme } from './random-scheme.ts';
import type { ScoreNode } from './part-writing.ts';

/** Numbers that are awkward: edges, below 0, huge, with more digits than a double holds. */
const AWKWARD = ['-3', '-0.5', '9007199254740993', '123456789012345.678', '0.000001', '99.995', '12.345', '50'];

/** How many subjects there are at most of each kind. */
const MOST: Readonly<Record<string, number>> = { '': 6, p: 6, d: 3, h: 2 };
const YEARS = ['2022', '2023', '2024'];

/** Random data for the inputs of random schemes, with ties, gaps, empty groups and groups of one. */
export function randomData(choices: Choices, { plans, scores }: RandomScheme): Dataset {
  const isOnlyHouse = JSON.stringify(plans.map(({ keys }) => keys)).includes('everybody"}');
  const units = [...new Set(plans.map(({ type }) => type))]
    .filter((type) => type !== 'ALL')
    .flatMap((type) => {
      const count = type === 'h' && isOnlyHouse ? 1 : 1 + choices.below(MOST[type] ?? 1);
      return Array.from({ length: count }, (_, at) => randomSubject(choices, type, at + 1));
    });
  const rows: Observation[] = [];
  for (const unit of units) {
    const own = plans.filter(({ type }) => type === (unit.attributes['type'] ?? ''));
    for (const { id, period: kind } of own) {
      const periods = choices
        .some(YEARS, 1)
        .flatMap((year) => (kind === 'year' ? [year] : choices.some(within(year, kind), 0, 3)));
      for (const period of periods) rows.push(...rowsOf(choices, unit.id, period, scores.get(id) ?? []));
    }
  }
  return dataset(choices.shuffled(units), choices.shuffled(withoutDoubles(rows)));
}

/** Of a single value one row counts; parts of the same subjects and periods would bring two. */
function withoutDoubles(rows: readonly Observation[]): Observation[] {
  const seen = new Set<string>();
  return rows.filter(({ period, subject: id, item, rater }) => {
    const key = [period, id, item, rater].join(' ');
    if (item === 'ev' || item === 'ea') return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function randomSubject(choices: Choices, type: string, at: number): Subject {
  const person = {
    parent: choices.of(['d1', 'd1', 'd2', 'p1', 'h1', '']),
    boss: choices.of(['d1;d2', 'd2', '', 'd1; d1', 'd3;h1']),
  };
  const unit = { parent: choices.of(['h1', 'h1', 'h2', '']) };
  return subject(type === '' ? ('abcdef'[at - 1] as string) : `${type}${at}`, {
    name: `${type}${at}`,
    group: choices.of(['甲', '甲', '乙', '']),
    ...(type === '' ? {} : { type }),
    ...(type === 'p' ? person : type === 'd' ? unit : {}),
    pop: choices.of(['', '0', '10', '100', '33.3']),
    kind: choices.of(['x', 'x', 'y', '', '甲']),
    poor: choices.of(['true', 'false', '']),
  });
}

function number(choices: Choices): string {
  return choices.chance(80) ? choices.of(NUMBERS) : choices.of(AWKWARD);
}

function rowsOf(choices: Choices, id: string, period: string, scores: readonly ScoreNode[]): Observation[] {
  const rows: Observation[] = [];
  const single = (item: string, value: () => string): void => {
    if (choices.chance(80)) rows.push(row(`${period} ${id} ${item} ${choices.chance(12) ? 'NA' : value()}`));
  };
  for (const item of ['n1', 'n2', 'n3']) single(item, () => number(choices));
  single('lv', () => choices.of(['good', 'fair', 'poor']));
  single('fl', () => choices.of(['true', 'false']));
  for (const { id: item, max } of scores) single(item, () => choices.of(['0', String(max), '0.5', String(max / 2)]));
  for (const inside of [period, ...innerPeriods(choices, period)]) {
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

/** Periods within, in which something happened too. */
function innerPeriods(choices: Choices, period: string): string[] {
  const kinds = ['half', 'quarter', 'month'].filter((kind) => within(period, kind).length > 1);
  return kinds.map((kind) => choices.of(within(period, kind))).slice(-2);
}
