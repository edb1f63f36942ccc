import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import { isAmong, subjectColumn } from '../../data/subject-column.ts';
import { containingPeriod, parsePeriod } from '../../data/period.ts';
import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import type { Period, PeriodKind } from '../../data/period.ts';
import type { Named, SubjectRelation } from '../plan.ts';

/** Subjects found by equal values in two columns. */
type EqualSubjects = Extract<SubjectRelation, { kind: 'equal' }>;

/** The only subject of a part. */
type OnlySubject = Extract<SubjectRelation, { kind: 'only' }>;

/** Everybody belongs to the only subject of a part, but the subjects table has several of them. */
export class SeveralHolders extends Error {
  readonly part: string;
  readonly subjects: readonly string[];
  constructor(part: string, subjects: readonly string[]) {
    super(`The part "${part}" has several subjects.`);
    this.name = 'SeveralHolders';
    this.part = part;
    this.subjects = subjects;
  }
}

export { subjectColumn };

/** A dataset with its subjects, periods and items numbered, so that frames are built without searching. */
export class DataIndex {
  readonly subjects: readonly Subject[];
  readonly observations: readonly Observation[];
  readonly #subjectNumber = new Map<string, number>();
  readonly #byItem = new Map<string, number[]>();
  readonly #byColumn = new Map<string, Map<string, number>>();
  readonly #onlySubjects = new Map<string, number>();
  readonly #periods = new Map<string, Period | null>();
  /** Subject number of each observation; −1 where the subject is unknown. */
  readonly subjectOf: Int32Array;

  constructor(data: Dataset) {
    this.subjects = data.subjects;
    this.observations = data.observations;
    data.subjects.forEach((subject, number) => this.#subjectNumber.set(subject.id, number));
    this.subjectOf = new Int32Array(data.observations.length);
    data.observations.forEach((observation, number) => {
      this.subjectOf[number] = this.#subjectNumber.get(observation.subject) ?? -1;
      const list = this.#byItem.get(observation.item);
      if (list === undefined) this.#byItem.set(observation.item, [number]);
      else list.push(number);
    });
  }

  subjectNumber(id: string): number {
    return this.#subjectNumber.get(id) ?? -1;
  }

  /** Subjects that a subject names in a column, each once; with `then`, those whom these name in turn. */
  subjectsNamed({ column, list, then }: Named, member: Subject): readonly number[] {
    const text = subjectColumn(member, column);
    const ids = list === undefined ? [text] : text.split(list).map((id) => id.trim());
    const found = ids.map((id) => this.subjectNumber(id)).filter((number) => number >= 0);
    if (then === undefined) return [...new Set(found)];
    const next: Named = { kind: 'named', column: then };
    return [...new Set(found.flatMap((number) => this.subjectsNamed(next, this.subjects[number] as Subject)))];
  }

  /** The first subject that has the same value in its column as `member` has in that of its own; −1 for an empty one. */
  subjectWith(relation: EqualSubjects, member: Subject): number {
    const key = `${relation.equals} ${JSON.stringify(relation.among)}`;
    let found = this.#byColumn.get(key);
    if (found === undefined) {
      found = new Map<string, number>();
      for (const [number, subject] of this.subjects.entries()) {
        if (!isAmong(subject, relation.among)) continue;
        const value = subjectColumn(subject, relation.equals);
        if (value !== '' && !found.has(value)) found.set(value, number);
      }
      this.#byColumn.set(key, found);
    }
    return found.get(subjectColumn(member, relation.column)) ?? -1;
  }

  /** The only subject of a part; −1 where there is none. Throws `SeveralHolders`. */
  onlySubject({ part, among }: OnlySubject): number {
    let found = this.#onlySubjects.get(part);
    if (found === undefined) {
      const numbers = [...this.subjects.keys()].filter((number) => isAmong(this.subjects[number] as Subject, among));
      if (numbers.length > 1)
        throw new SeveralHolders(
          part,
          numbers.map((number) => (this.subjects[number] as Subject).id),
        );
      found = numbers[0] ?? -1;
      this.#onlySubjects.set(part, found);
    }
    return found;
  }

  /** Numbers of the observations of an item; a family (`key.*`) stands for all of its items. */
  observationsOf(item: string): readonly number[] {
    if (!isFamily(item)) return this.#byItem.get(item) ?? [];
    const pattern = itemPattern(item);
    return [...this.#byItem].flatMap(([name, numbers]) => (pattern.test(name) ? numbers : []));
  }

  period(text: string): Period | null {
    let period = this.#periods.get(text);
    if (period === undefined) {
      period = parsePeriod(text);
      this.#periods.set(text, period);
    }
    return period;
  }

  /** The running number of the period of `kind` that a text lies in; `null` when there is none. */
  periodIndex(text: string, kind: PeriodKind): number | null {
    const period = this.period(text);
    return period === null ? null : (containingPeriod(period, kind)?.index ?? null);
  }
}
