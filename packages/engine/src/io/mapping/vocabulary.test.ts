import { expect, it } from 'vitest';

import type { ColumnMeaning, SheetMapping } from './sheet-mapping.ts';
import { FOREIGN_INPUTS } from './testing/foreign-inputs.ts';
import { readsAs, vocabularyOf, wordsByTitle } from './vocabulary.ts';

const sheet = (fixed: SheetMapping['fixed'], ...means: readonly ColumnMeaning[]): SheetMapping => ({
  file: 'a.csv',
  sheet: '',
  fingerprint: '',
  role: 'long',
  header: { first: 1, last: 1 },
  data: { first: 2, last: null },
  fixed,
  columns: means.map((meaning, column) => ({ column, title: '', means: meaning })),
  notApplicable: [],
  subjects: {},
});
const vocabulary = (means: ColumnMeaning, fixed: SheetMapping['fixed'] = {}) => {
  const mapping = sheet(fixed, means);
  return vocabularyOf(mapping.columns[0]!, mapping, FOREIGN_INPUTS);
};

it('is that of the item, of its categories, or of all items; figures and ticks have none', () => {
  const words = (found: ReturnType<typeof vocabulary>) => found?.words.map(({ word }) => word);
  expect(words(vocabulary({ kind: 'figure', item: 'venue' }))).toEqual(['good', 'fair', 'poor']);
  expect(words(vocabulary({ kind: 'figure', item: 'pension' }))).toEqual(['true', 'false']);
  expect(words(vocabulary({ kind: 'category' }, { item: 'petition' }))).toEqual(['city', 'province']);
  expect(words(vocabulary({ kind: 'item' }))).toContain('grain');
  expect(words(vocabulary({ kind: 'item' }))).not.toContain('key.*');
  expect(vocabulary({ kind: 'figure', item: 'grain' })).toBeNull();
  expect(vocabulary({ kind: 'figure', item: 'venue', word: 'good' })).toBeNull();
  expect(vocabulary({ kind: 'note' })).toBeNull();
  expect(vocabulary({ kind: 'value' })).toBeNull();
});

it('reads words as an import does, and titles only where they are set down', () => {
  const venue = vocabulary({ kind: 'figure', item: 'venue' })!;
  expect(['Good', 'ｇｏｏｄ', '优秀', '—', '优'].map((text) => readsAs(text, venue))).toEqual([
    'good',
    'good',
    null,
    'NA',
    null,
  ]);
  expect(wordsByTitle(['优秀', '优', 'good', '不合格'], venue)).toEqual({ 优秀: 'good', 不合格: 'poor' });
  const pension = vocabulary({ kind: 'figure', item: 'pension' })!;
  expect(['√', '×', '达标'].map((text) => readsAs(text, pension))).toEqual(['true', 'false', null]);
});
