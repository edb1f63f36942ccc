import type { ObservationCheck } from './check.ts';

/** The category is a word of the vocabulary, and there where it must be: for ratings by class, and where declared. */
export const checkCategory: ObservationCheck = (row, draft) => {
  const trimmed = row.text('category');
  draft.category = trimmed;
  if (draft.found === null || !row.isReadable('category')) return;
  const { declaration, categories } = draft.found.rules;
  const { words } = categories;
  if (trimmed === '') {
    const isNeeded = declaration.needsCategory || (declaration.kind === 'rating' && words.length > 0);
    if (isNeeded && !draft.saysNothing) row.refuse('category.missing', 'category', { words });
    return;
  }
  const word = words.length === 0 ? trimmed : categories.find(trimmed);
  if (word === null) {
    const suggestion = categories.suggest(trimmed);
    return row.refuse('category.unknown', 'category', { value: trimmed, words, suggestion });
  }
  draft.category = word;
  if (word !== row.raw('category')) {
    row.change(word === trimmed ? 'text.trimmed' : 'category.form', 'category', word);
  }
};
