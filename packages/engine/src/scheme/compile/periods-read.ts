import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import type { PeriodKind } from '../../data/period.ts';
import { readingPeriods } from '../../plan/exact/reading-periods.ts';
import type { Plan, RowFrame } from '../../plan/plan.ts';

const KINDS: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month'];

/** Which rows the figures of a plan read. */
export class PeriodsRead {
  readonly #byItem = new Map<string, Set<PeriodKind>>();
  readonly #families: { readonly pattern: RegExp; readonly item: string }[] = [];

  constructor({ frames, parts }: Plan) {
    const kindOf = new Map(parts.map(({ id, periodKind }) => [id, periodKind]));
    for (const frame of frames) {
      if (frame.kind !== 'rows') continue;
      const cells = frames[frame.cells];
      const own = cells?.kind === 'cells' ? kindOf.get(cells.part) : undefined;
      for (const item of frame.items) this.#note(item, own === undefined ? KINDS : kindsRead(frame, own));
    }
  }

  #note(item: string, kinds: readonly PeriodKind[]): void {
    let known = this.#byItem.get(item);
    if (known === undefined) {
      known = new Set();
      this.#byItem.set(item, known);
      if (isFamily(item)) this.#families.push({ pattern: itemPattern(item), item });
    }
    for (const kind of kinds) known.add(kind);
  }

  /**
   * The kinds of period whose rows of an item, or of a family of items, some figure reads; `null`: no figure reads the item
   * at all, which is not the fault of its rows.
   */
  of(item: string): readonly PeriodKind[] | null {
    const read = [item, ...this.#families.flatMap((family) => (family.pattern.test(item) ? [family.item] : []))];
    if (isFamily(item)) read.push(...[...this.#byItem.keys()].filter((one) => itemPattern(item).test(one)));
    const sets = read.flatMap((one) => this.#byItem.get(one) ?? []);
    return sets.length === 0 ? null : KINDS.filter((kind) => sets.some((set) => set.has(kind)));
  }
}

function kindsRead({ periods }: RowFrame, own: PeriodKind): readonly PeriodKind[] {
  return KINDS.filter((kind) => {
    const [first, last] = readingPeriods(periods, { kind, index: 1000 }, own);
    return first <= last;
  });
}
