import type { Amendment } from '../../io/amend/amendment.ts';
import type { SheetMapping } from '../../io/mapping/sheet-mapping.ts';

/** How files are read. */
export interface Reading {
  /** Of sheets in foreign layouts; those without a mapping are read as in the program's own layout. */
  readonly mappings?: readonly SheetMapping[];
  /** Cells and rows that a person had set right. */
  readonly amendments?: readonly Amendment[];
}

/** Only what there is to say of how files are read. */
export function readingOf({ mappings, amendments }: Reading): Reading {
  return { ...(mappings?.length ? { mappings } : {}), ...(amendments?.length ? { amendments } : {}) };
}
