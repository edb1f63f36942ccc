import type { ObservationColumn } from '../header.ts';
import type { ItemRules } from '../item-index.ts';
import type { RowInCheck } from '../row-in-check.ts';
import type { ObservationDraft } from './check.ts';

/** A word of the vocabulary; any word where there is none. */
export function readWordValue(
  row: RowInCheck<ObservationColumn>,
  draft: ObservationDraft,
  { words }: ItemRules,
  trimmed: string,
): void {
  const word = words.words.length === 0 ? trimmed : words.find(trimmed);
  if (word === null) {
    const suggestion = words.suggest(trimmed);
    return row.refuse('value.word', 'value', { value: trimmed, words: words.words, suggestion });
  }
  draft.value = word;
  if (word !== row.raw('value')) row.change(word === trimmed ? 'text.trimmed' : 'value.word-form', 'value', word);
}
