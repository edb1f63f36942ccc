import type { ItemRules } from '../item-index.ts';
import { isNotApplicable } from '../normalise/words.ts';
import type { ObservationCheck } from './check.ts';
import { readFlagValue } from './value-flag.ts';
import { readNumberValue } from './value-number.ts';
import { readWordValue } from './value-word.ts';

/** The value is what the kind of its item asks for. */
export const checkValue: ObservationCheck = (row, draft) => {
  draft.value = '';
  draft.saysNothing = false;
  if (draft.found === null || !row.isReadable('value')) return;
  const { item, rules } = draft.found;
  const { declaration } = rules;
  const isEvent = declaration.kind === 'event';
  const trimmed = row.text('value');
  if (trimmed === '') {
    // An event without a value happened once, unless its value is an amount.
    if (!isEvent || declaration.needsValue)
      row.refuse('value.missing', 'value', { item, mayBeNA: declaration.mayBeNA });
    return;
  }
  const refused = row.table.readingOf?.()?.refused ?? null;
  if (refused !== null) return row.refuse(refused, 'value', { value: trimmed, item, title: declaration.title });
  if (isNotApplicable(trimmed) && rules.words.find(trimmed) === null) {
    draft.value = 'NA';
    draft.saysNothing = true;
    if (row.raw('value') !== 'NA') row.change('value.na', 'value', 'NA');
    if (!declaration.mayBeNA)
      row.note('value.na-not-provided', 'value', { item, title: declaration.title, event: isEvent });
    return;
  }
  if (declaration.kind === 'flag') readFlagValue(row, draft, trimmed);
  else if (takesWords(rules)) readWordValue(row, draft, rules, trimmed);
  else readNumberValue(row, draft, rules, trimmed);
};

/** Levels are words; ratings are when they have a vocabulary or take any word, and marks otherwise. */
function takesWords({ declaration, words }: ItemRules): boolean {
  const { kind, takesAnyWord } = declaration;
  return kind === 'level' || (kind === 'rating' && (takesAnyWord || words.words.length > 0));
}
