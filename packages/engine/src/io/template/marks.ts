import type { ObservationColumn } from '../header.ts';
import { trimText } from '../fold-text.ts';
import { FIELDS } from '../unfolded-row.ts';

/**
 * The marks by which a sheet of a collection workbook is known again: a hidden row right above the data says of each
 * column what it is. Every cell speaks for itself, so that columns may be moved, added and deleted, and so that the marks
 * survive another program, a copied sheet and a saved CSV file.
 */
const PREFIX = 'kaoheng:';

/** What a column of a collection workbook is. */
export type Mark =
  /** A field of the rows of this sheet. */
  | { readonly kind: 'field'; readonly field: ObservationColumn }
  /** The values of one item, a row for each subject and period. */
  | { readonly kind: 'item'; readonly item: string }
  /** A column of the subjects. */
  | { readonly kind: 'subjects'; readonly column: string }
  /** The sheet is for people (notes), or serves the drop-down lists: nothing is read from it. */
  | { readonly kind: 'aside' }
  /** Why the row beside it was refused: not read. Subjects of such a sheet are not a copy of a list but belong to it. */
  | { readonly kind: 'refusal' };

/** The text of a mark. */
export function markText(mark: Mark): string {
  switch (mark.kind) {
    case 'field':
      return `${PREFIX}${mark.field}`;
    case 'item':
      return `${PREFIX}item:${mark.item}`;
    case 'subjects':
      return `${PREFIX}subjects:${mark.column}`;
    case 'aside':
    case 'refusal':
      return `${PREFIX}${mark.kind}`;
  }
}

/** Reads the text of a mark; `null` where it is none. */
export function readMark(cell: string): Mark | null {
  const text = trimText(cell);
  if (!text.startsWith(PREFIX)) return null;
  const rest = text.slice(PREFIX.length);
  if (rest === 'aside' || rest === 'refusal') return { kind: rest };
  if (rest.startsWith('item:')) return { kind: 'item', item: rest.slice('item:'.length) };
  if (rest.startsWith('subjects:')) return { kind: 'subjects', column: rest.slice('subjects:'.length) };
  const field = FIELDS.find((name) => name === rest);
  return field === undefined ? null : { kind: 'field', field };
}
