import { Fraction } from '../number/fraction.ts';
import { isFamily, itemPattern } from '../data/item-pattern.ts';
import { containingPeriod, earlierPeriod, type Period } from '../data/period.ts';
import { parseNumber } from '../number/text.ts';
import { MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import type { NodeId, PlanNode, RowFrame, RowPeriods } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { Place, PlanWalk } from './figure-at.ts';
import { rowRefusal } from './row-refusal.ts';

/** One row of the data that was looked at, and whether it counted. */
export interface TracedRow {
  /** Observation number. */
  readonly observation: number;
  readonly used: boolean;
  /** Why it did not count, where the rules have a name for it. */
  readonly reason: LocalText | null;
}

/** An input that was read: the item and its rows. */
export interface TracedInput {
  readonly item: string;
  readonly value: Cell;
  readonly rows: readonly TracedRow[];
  /** The value is a number of rows, and not in the unit of the item. */
  readonly isCount: boolean;
  /** Where a row of its own would stand, if there is none and a figure waits for it. */
  readonly gap: Gap | null;
}

/** Whose row is missing, and of which period; `null`: one of several. */
export interface Gap {
  /** Number of the subject. */
  readonly subject: number;
  readonly period: Period | null;
}

interface RowUse {
  readonly used: boolean;
  readonly reason: LocalText | null;
}

interface Entry {
  readonly item: string;
  /** The value of an input that has one. */
  readonly value: Cell;
  /** Observation numbers, and whether they counted. */
  readonly rows: Map<number, RowUse>;
  /** The frame of rows that are drawn together; `null` for an input that has one value. */
  readonly frame: RowFrame | null;
  /** What reads its rows; `null`: it has none. */
  readonly fold: Place | null;
}

/** The inputs that a figure read: one entry per item however often it was read, and one per period looked back to. */
export class InputLedger {
  readonly #walk: PlanWalk;
  readonly #entries = new Map<string, Entry>();

  constructor(walk: PlanWalk) {
    this.#walk = walk;
  }

  get inputs(): TracedInput[] {
    return [...this.#entries.values()].map(({ item, value, rows, frame, fold }) => {
      const list = [...rows].map(([observation, use]) => ({ observation, ...use }));
      const total = frame === null ? value : this.#total(list, frame);
      return {
        item,
        value: total ?? Fraction.of(list.filter(({ used }) => used).length),
        rows: list,
        isCount: total === null,
        gap: fold !== null && list.length === 0 ? this.#gap(item, fold) : null,
      };
    });
  }

  /** An input that has one value. */
  single(item: string, place: Place): void {
    const known = this.#entries.get(item);
    if (known !== undefined) {
      // Rows that were drawn together before, and are found wanting here.
      if (this.#walk.value(place) === MISSING) this.#entries.set(item, { ...known, value: MISSING, frame: null });
      return;
    }
    const fold = this.#findFold(place);
    const rows = fold === null ? [] : this.#rowsOf(fold);
    this.#entries.set(item, {
      item,
      value: this.#walk.value(place),
      rows: new Map(rows.map(({ observation, used, reason }) => [observation, { used, reason }])),
      frame: null,
      fold,
    });
  }

  /** Rows of an item that a fold draws together; those its mask leaves out are listed as not used. */
  folded(fold: Place): void {
    const source = this.#walk.run.plan.nodes[fold.node.inputs[0] as NodeId] as PlanNode;
    const frame = this.#walk.run.plan.frames[source.frame] as RowFrame;
    const isSingle = fold.node.operation.kind === 'fold' && fold.node.operation.aggregate === 'only';
    const rows = this.#rowsOf(fold);
    for (const item of frame.items) {
      const own = frame.items.length > 1 ? rows.filter(({ observation }) => this.#isOf(observation, item)) : rows;
      // Of items read together, those without a row have nothing to say.
      if (own.length === 0 && rows.length > 0) continue;
      const key = frame.periods.kind === 'previous' ? `${item} ${frame.periods.back} back` : item;
      const value = isSingle ? this.#walk.value(fold) : MISSING;
      const known = this.#entries.get(key);
      const entry = known ?? { item, value, rows: new Map(), frame: isSingle ? null : frame, fold };
      this.#entries.set(key, entry);
      for (const { observation, used, reason } of own) {
        const counted = used || entry.rows.get(observation)?.used === true;
        entry.rows.set(observation, { used: counted, reason: counted ? null : reason });
      }
    }
  }

  /** Rows of other subjects that a gather draws together. Those that it passes over are not listed. */
  gathered(place: Place): void {
    const source = this.#walk.run.plan.nodes[place.node.inputs[0] as NodeId] as PlanNode;
    const frame = this.#walk.run.plan.frames[source.frame] as RowFrame;
    const { observations } = this.#walk.run.rows(source.frame);
    for (const row of this.#walk.gathered(place)) {
      const number = observations[row] ?? -1;
      const item = this.#walk.run.index.observations[number]?.item ?? '';
      const entry = this.#entries.get(item) ?? {
        item,
        value: MISSING,
        rows: new Map<number, RowUse>(),
        frame,
        fold: null,
      };
      this.#entries.set(item, entry);
      entry.rows.set(number, { used: true, reason: null });
    }
  }

  /** A row of the subject's own, in the period that the cell looks at. */
  #gap(item: string, fold: Place): Gap | null {
    const { plan, index } = this.#walk.run;
    const frame = plan.frames[(plan.nodes[fold.node.inputs[0] as NodeId] as PlanNode).frame] as RowFrame;
    const cells = plan.frames[frame.cells];
    if (isFamily(item) || frame.source !== undefined || cells?.kind !== 'cells') return null;
    const { part, periods, subjects } = this.#walk.run.population(cells.part);
    const subject = subjects[fold.at] ?? -1;
    if (index.subjects[subject] === undefined) return null;
    const own: Period = { kind: part.periodKind, index: periods[fold.at] ?? 0 };
    return { subject, period: periodRead(frame.periods, own) };
  }

  #isOf(observation: number, item: string): boolean {
    return matchesItem(this.#walk.run.index.observations[observation]?.item ?? '', item);
  }

  /** How many rows a fold had before it, and how many its mask let through. */
  counts(fold: Place): { readonly all: number; readonly used: number } {
    const rows = this.#rowsOf(fold);
    return { all: rows.length, used: rows.filter(({ used }) => used).length };
  }

  #rowsOf(fold: Place): TracedRow[] {
    const { frame, rows } = this.#walk.foldedRows(fold);
    const table = this.#walk.run.rows(frame);
    const used = new Set(rows);
    const mask = fold.node.inputs[1];
    const found: TracedRow[] = [];
    for (let row = table.starts[fold.at] ?? 0; row < (table.starts[fold.at + 1] ?? 0); row += 1) {
      const observation = table.observations[row];
      const reason = used.has(row) || mask === undefined ? null : rowRefusal(this.#walk, this.#walk.place(mask, row));
      if (observation !== undefined) found.push({ observation, used: used.has(row), reason });
    }
    return found;
  }

  #findFold(place: Place): Place | null {
    if (place.node.operation.kind === 'fold') return place;
    return place.node.inputs.length === 0 ? null : this.#findFold(this.#walk.operand(place, 0));
  }

  /**
   * What the rows that counted add up to; of marks that raters gave their mean; `NA` where nothing but `NA` counted; `null`
   * where they are words, which can only be counted.
   */
  #total(rows: readonly TracedRow[], { emptyValue }: RowFrame): Cell | null {
    const used = rows.filter((row) => row.used);
    const texts = used.map(({ observation }) => this.#walk.run.index.observations[observation]?.value ?? '');
    const given = texts.filter((text) => text !== 'NA');
    if (texts.length > 0 && given.length === 0) return NOT_APPLICABLE;
    const values = given.map((text) => parseNumber(text === '' ? emptyValue : text));
    if (values.some((value) => value === null)) return null;
    const sum = values.reduce<Fraction>((total, value) => total.plus(value as Fraction), Fraction.ZERO);
    const isRated = used.some(({ observation }) => this.#walk.run.index.observations[observation]?.rater !== '');
    return isRated && used.length > 0 ? sum.dividedBy(Fraction.of(given.length)) : sum;
  }
}

/** The one period whose row a cell of `own` reads, where there is only one to be thought of. */
function periodRead(reading: RowPeriods, own: Period): Period | null {
  switch (reading.kind) {
    case 'previous':
      return earlierPeriod(own, reading.back);
    case 'of':
      return containingPeriod(own, reading.period);
    case 'earlier':
      return null;
    default:
      return own;
  }
}

function matchesItem(item: string, wanted: string): boolean {
  return isFamily(wanted) ? itemPattern(wanted).test(item) : item === wanted;
}
