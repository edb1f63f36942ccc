import { isPlainName } from '../../data/item-pattern.ts';
import type { ObservationCheck } from './check.ts';

/** The scheme asks for the item. */
export const checkItem: ObservationCheck = (row, draft, { items }) => {
  draft.found = null;
  if (!row.isReadable('item')) return;
  const trimmed = row.text('item');
  if (trimmed === '') return row.refuse('item.missing', 'item', undefined);
  const found = items.find(trimmed);
  if (found === null) {
    return row.refuse('item.unknown', 'item', { item: trimmed, suggestion: items.suggest(trimmed) });
  }
  if (found.rules.declaration.needsPlainName === true && !isPlainName(found.item)) {
    return row.refuse('item.name', 'item', { item: found.item });
  }
  draft.found = found;
  draft.item = found.item;
  if (found.item !== row.raw('item')) {
    row.change(found.item === trimmed ? 'text.trimmed' : 'item.form', 'item', found.item);
  }
};
