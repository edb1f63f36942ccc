import { describe, expect, it } from 'vitest';

import { FractionTally, isInDoubt, mayBeFraction } from './fraction-doubt.ts';
import { declare } from './testing/import-fixtures.ts';

function doubtOf(...cells: readonly string[]) {
  const tally = new FractionTally();
  for (const cell of cells) tally.add(cell);
  const { doubt } = tally;
  return doubt === null ? 'none' : `${doubt.isWhole ? 'all' : 'some'} up to ${doubt.upTo}`;
}

describe('numbers of an item in %', () => {
  it.each([
    ['0.95 among percentages', ['98%', '１０５％', '100', '0.95'], 'some up to 1.5'],
    ['1 among percentages', ['98', '97', '1'], 'some up to 1.5'],
    ['nothing but shares', ['0.75', '0.98', '1.05'], 'all up to 5'],
    ['shares with one of 230 %', ['0.75', '2.3', '0.9'], 'all up to 5'],
    ['a percentage among shares', ['0.75', '0.98', '98'], 'some up to 1.5'],
    ['a negative share', ['-0.05', '0.12'], 'all up to 5'],
    ['a single one', ['0.5'], 'all up to 5'],
  ])('may be shares: %s', (_, cells, doubt) => {
    expect(doubtOf(...cells)).toBe(doubt);
  });

  it.each([
    ['percentages', ['98', '97.5', '100']],
    ['with their sign, however small', ['0.5%', '0.8%']],
    ['a small one among small ones with a sign', ['1.2%', '0.8%', '0.9']],
    ['growth', ['5.2', '0.8', '3.1', '-1.2']],
    ['zeros', ['0', '0.0', '98']],
    ['whole numbers alone', ['1', '1', '1']],
    ['three percent among percentages', ['98', '97', '3']],
    ['no numbers', ['—', '不适用', '约0.9', '']],
  ])('are none: %s', (_, cells) => {
    expect(doubtOf(...cells)).toBe('none');
  });
});

it('doubts a number without its sign up to the limit, and never 0', () => {
  expect(['0.95', '-0.95', '1.5', '０．９', '1.51', '0.95%', '0', 'x'].map((cell) => isInDoubt(cell, '1.5'))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('doubts nothing where the item is in another unit, or takes small numbers alone', () => {
  expect(mayBeFraction(declare('a', 'number', { unit: '%' }))).toBe(true);
  expect(mayBeFraction(declare('a', 'number', { unit: '％', max: '100' }))).toBe(true);
  expect(mayBeFraction(declare('a', 'number', { unit: '%', max: '5' }))).toBe(false);
  expect(mayBeFraction(declare('a', 'number', { unit: '吨' }))).toBe(false);
});
