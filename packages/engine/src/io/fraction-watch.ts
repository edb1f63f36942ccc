import type { Origin } from '../data/dataset.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import type { FindingLog } from './findings.ts';
import { trimText } from './fold-text.ts';
import { FractionTally, isInDoubt, mayBeFraction, percentOf } from './fraction-doubt.ts';
import type { FoundItem } from './item-index.ts';

/** Cells that are remembered of one item: more than these nobody looks at one by one. */
const MOST_CELLS = 1000;

interface Watched {
  readonly declaration: InputDeclaration;
  readonly tally: FractionTally;
  /** Small numbers, of which those in doubt are told. */
  readonly cells: { readonly cell: string; readonly origin: Origin }[];
}

/** Notes numbers of one table that may be shares of one in an item in %: they are read as they stand, but not in silence. */
export class FractionWatch {
  /** `null`: nothing can be in doubt. */
  readonly #items = new Map<string, Watched | null>();

  /** Looks at the cell of a row that was accepted. */
  see({ item, rules: { declaration } }: FoundItem, cell: string, origin: () => Origin): void {
    let watched = this.#items.get(item);
    if (watched === undefined) {
      watched = mayBeFraction(declaration) ? { declaration, tally: new FractionTally(), cells: [] } : null;
      this.#items.set(item, watched);
    }
    if (watched === null) return;
    watched.tally.add(cell);
    if (watched.cells.length < MOST_CELLS && isInDoubt(cell, '5')) watched.cells.push({ cell, origin: origin() });
  }

  report(log: FindingLog): void {
    for (const [item, watched] of this.#items) {
      const doubt = watched?.tally.doubt ?? null;
      if (watched === null || doubt === null) continue;
      const cells = watched.cells.filter(({ cell }) => isInDoubt(cell, doubt.upTo));
      // Where all are alike, one of them says it for all.
      for (const { cell, origin } of doubt.isWhole ? cells.slice(0, 1) : cells) {
        const value = trimText(cell);
        const percent = percentOf(cell);
        const { title } = watched.declaration;
        log.add('value.maybe-fraction', origin, { item, title, value, percent, isWhole: doubt.isWhole });
      }
    }
  }
}
