import { expect, test } from 'vitest';
import { ItemNames } from './item-names.ts';

const input = (item: string, zh: string) => ({ item, title: { zh, en: '' } });
const names = new ItemNames(
  [input('econ.income', '集体收入'), input('fee.north', '水费'), input('fee.south', '水费'), input('x', '')],
  ({ zh }) => zh,
);

test('an item goes by its title, and by title and id where another has the same', () => {
  expect(['econ.income', 'fee.north', 'x', 'unknown'].map((item) => names.nameOf(item))).toEqual([
    '集体收入',
    '水费 (fee.north)',
    'x',
    'unknown',
  ]);
});

test('a title, a name or an id tells the item; a title that several have tells none', () => {
  const told = ['集体收入', 'econ.income', '水费 (fee.south)', '水费', '别的'].map((text) => names.itemOf(text));
  expect(told).toEqual(['econ.income', 'econ.income', 'fee.south', null, null]);
});
