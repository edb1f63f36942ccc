import { containingPeriod, periodsWithin } from '../../data/period.ts';
import { itemPattern } from '../../data/item-pattern.ts';
import type { Observation } from '../../data/dataset.ts';
import { didNotHappen } from './did-not-happen.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { Participation, PlanPart, SubjectRelation } from '../plan.ts';
import { subjectColumn } from './data-index.ts';
import type { DataIndex } from './data-index.ts';

/** Subject number of the one subject `ALL` that stands for everybody. */
export const EVERYBODY = -2;

/** The cells of a part: which subject takes part in which period, in the order of periods, then of the subjects file. */
export class Population {
  readonly part: PlanPart;
  readonly size: number;
  /** Running period number of each cell. */
  readonly periods: Int32Array;
  /** Subject number of each cell; `EVERYBODY` for `ALL`. */
  readonly subjects: Int32Array;
  readonly #cells = new Map<number, Map<number, number>>();

  constructor(part: PlanPart, pairs: ReadonlyMap<number, ReadonlySet<number>>) {
    this.part = part;
    const periods = [...pairs.keys()].sort((a, b) => a - b);
    this.size = periods.reduce((sum, period) => sum + (pairs.get(period)?.size ?? 0), 0);
    this.periods = new Int32Array(this.size);
    this.subjects = new Int32Array(this.size);
    let cell = 0;
    for (const period of periods) {
      const ofPeriod = new Map<number, number>();
      this.#cells.set(period, ofPeriod);
      for (const subject of [...(pairs.get(period) ?? [])].sort((a, b) => a - b)) {
        this.periods[cell] = period;
        this.subjects[cell] = subject;
        ofPeriod.set(subject, cell);
        cell += 1;
      }
    }
  }

  /** The cell of a period and subject; −1 where the subject does not take part. */
  cell(period: number, subject: number): number {
    return this.#cells.get(period)?.get(subject) ?? -1;
  }
}

/** Finds out who takes part in which period, for every part; parts that others are made from come first. */
export function buildPopulations(parts: readonly PlanPart[], index: DataIndex): Map<string, Population> {
  const populations = new Map<string, Population>();
  const pending = [...parts];
  while (pending.length > 0) {
    const at = pending.findIndex(({ takesPart }) => sourcesOf(takesPart).every((source) => populations.has(source)));
    const [part] = pending.splice(Math.max(at, 0), 1);
    if (part === undefined) break;
    populations.set(part.id, new Population(part, participants(part, populations, index)));
  }
  return populations;
}

function sourcesOf({ members, holders = [], whenever, onlyWhen = [] }: Participation): string[] {
  return [...[...members, ...holders].map(({ part }) => part), ...whenever, ...onlyWhen];
}

function participants(
  part: PlanPart,
  populations: ReadonlyMap<string, Population>,
  index: DataIndex,
): Map<number, Set<number>> {
  const pairs = new Map<number, Set<number>>();
  const belongs = index.subjects.map((subject) => selects(part, (column) => subjectColumn(subject, column)));
  const { rows, members, holders = [], whenever, onlyWhen = [] } = part.takesPart;
  if (rows !== null) enterByRows(pairs, part, rows, belongs, index);
  for (const { part: source, subject } of members) {
    const population = populations.get(source);
    if (population !== undefined) enterByMembers(pairs, part, population, subject, belongs, index);
  }
  for (const source of whenever) {
    const periods = periodsOf(populations.get(source), part);
    for (const period of periods) {
      if (part.subjects.kind === 'all') enter(pairs, period, EVERYBODY);
      else belongs.forEach((isOne, subject) => isOne && enter(pairs, period, subject));
    }
  }
  for (const { part: source, subject } of holders) {
    const population = populations.get(source);
    if (population !== undefined) enterByHolders(pairs, part, population, subject, belongs, index);
  }
  for (const source of onlyWhen) {
    const periods = periodsOf(populations.get(source), part);
    for (const period of pairs.keys()) if (!periods.has(period)) pairs.delete(period);
  }
  return pairs;
}

/** The periods of a part in which anybody takes part in another: those around finer ones, those within coarser ones. */
function periodsOf(source: Population | undefined, part: PlanPart): Set<number> {
  const found = new Set<number>();
  if (source === undefined) return found;
  for (const index of new Set(source.periods))
    for (const period of convert(index, source.part.periodKind, part.periodKind)) found.add(period);
  return found;
}

function enterByRows(
  pairs: Map<number, Set<number>>,
  part: PlanPart,
  { items, ownPeriodOnly, exceptIdle }: NonNullable<Participation['rows']>,
  belongs: readonly boolean[],
  index: DataIndex,
): void {
  const events = (exceptIdle ?? []).map(itemPattern);
  const add = (number: number): void => {
    const subject = index.subjectOf[number] ?? -1;
    if (subject < 0 || belongs[subject] !== true) return;
    if (exceptIdle !== undefined && isIdle(index.observations[number], events)) return;
    const text = index.observations[number]?.period ?? '';
    if (ownPeriodOnly && index.period(text)?.kind !== part.periodKind) return;
    const period = index.periodIndex(text, part.periodKind);
    if (period !== null) enter(pairs, period, part.subjects.kind === 'all' ? EVERYBODY : subject);
  };
  if (items === null) index.observations.forEach((_, number) => add(number));
  else for (const item of items) index.observationsOf(item).forEach(add);
}

/** A row that says nothing: NA, or an event of 0. */
function isIdle(observation: Observation | undefined, events: readonly RegExp[]): boolean {
  if (observation === undefined || observation.value === 'NA') return true;
  return didNotHappen(observation.value) && events.some((pattern) => pattern.test(observation.item));
}

function enterByMembers(
  pairs: Map<number, Set<number>>,
  part: PlanPart,
  members: Population,
  relation: SubjectRelation,
  belongs: readonly boolean[],
  index: DataIndex,
): void {
  for (let cell = 0; cell < members.size; cell += 1) {
    const period = containing(members, cell, part);
    if (period === null) continue;
    for (const holder of holdersOf(members.subjects[cell] ?? -1, relation, index))
      if (holder === EVERYBODY || belongs[holder] === true) enter(pairs, period, holder);
  }
}

function enterByHolders(
  pairs: Map<number, Set<number>>,
  part: PlanPart,
  holders: Population,
  relation: SubjectRelation,
  belongs: readonly boolean[],
  index: DataIndex,
): void {
  const periods = [...periodsOf(holders, part)];
  belongs.forEach((isOne, subject) => {
    if (!isOne) return;
    const found = holdersOf(subject, relation, index);
    for (const period of periods) {
      const around = convert(period, part.periodKind, holders.part.periodKind);
      const isThere = found.some((holder) => around.some((at) => holders.cell(at, holder) >= 0));
      if (isThere) enter(pairs, period, subject);
    }
  });
}

/** Periods of another kind around a period, or within it. */
function convert(index: number, kind: PeriodKind, other: PeriodKind): number[] {
  const around = containingPeriod({ kind, index }, other);
  if (around !== null) return [around.index];
  const [first, last] = periodsWithin({ kind, index }, other);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const NONE: readonly number[] = Object.freeze([]);

/** The subjects that `member` belongs to: several only where its column lists them. */
export function holdersOf(member: number, relation: SubjectRelation, index: DataIndex): readonly number[] {
  if (relation.kind === 'everybody') return [EVERYBODY];
  if (relation.kind === 'same') return [member];
  if (relation.kind === 'only') return known(index.onlySubject(relation));
  const subject = index.subjects[member];
  if (subject === undefined) return NONE;
  return relation.kind === 'equal'
    ? known(index.subjectWith(relation, subject))
    : index.subjectsNamed(relation, subject);
}

function known(subject: number): readonly number[] {
  return subject < 0 ? NONE : [subject];
}

const PER_YEAR = { year: 1, half: 2, quarter: 4, month: 12 } as const;

/** The period of `holder`'s kind in which a cell of `members` lies; `null` when that kind is finer. */
export function containing(members: Population, cell: number, holder: PlanPart): number | null {
  const own = PER_YEAR[members.part.periodKind];
  const wanted = PER_YEAR[holder.periodKind];
  if (wanted > own || own % wanted !== 0) return null;
  return Math.floor(((members.periods[cell] ?? 0) * wanted) / own);
}

function selects(part: PlanPart, column: (name: string) => string): boolean {
  if (part.subjects.kind === 'all') return true;
  return Object.entries(part.subjects.columns).every(([name, values]) => values.includes(column(name)));
}

function enter(pairs: Map<number, Set<number>>, period: number, subject: number): void {
  const subjects = pairs.get(period);
  if (subjects === undefined) pairs.set(period, new Set([subject]));
  else subjects.add(subject);
}
