import { expect, test } from 'vitest';
import { nextSort, readSort, writeSort } from './ranking-sort.ts';

test('an order survives the way through an attribute', () => {
  for (const sort of [
    null,
    { column: 'total', descending: true },
    { column: 'item:order.fee', descending: false },
    { column: 'item:有 空格', descending: true },
  ]) {
    expect(readSort(writeSort(sort))).toEqual(sort);
  }
});

test('what names no column is the order of the ranking', () => {
  expect([readSort(''), readSort('  '), readSort(' descending')]).toEqual([null, null, null]);
});

test('clicks on one header lead through both directions and back', () => {
  const first = nextSort(null, 'total', true);
  expect(first).toEqual({ column: 'total', descending: true });
  const second = nextSort(first, 'total', true);
  expect(second).toEqual({ column: 'total', descending: false });
  expect(nextSort(second, 'total', true)).toBeNull();
  expect(nextSort(second, 'name', false)).toEqual({ column: 'name', descending: false });
});
