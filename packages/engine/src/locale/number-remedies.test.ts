import { expect, test } from 'vitest';
import { whyNoNumber } from './number-remedies.ts';

test.each([
  ['(1,234)', '负数'],
  ['（500）', '负数'],
  ['▲300', '三角'],
  ["'2000", '撇号'],
  ['12,5', '小数点'],
  ['1.234,56', '小数点'],
  ['12。5', '小数点'],
  ['1 234.5', '空格'],
  ['12万元', '换算'],
  ['0.5亿', '换算'],
  ['12.5①', '注号'],
  ['12.5（估）', '注号'],
])('%s is told how to be mended', (value, word) => {
  expect(whyNoNumber(value)?.zh).toContain(word);
});

test.each(['abc', '很多', '—', '12x', ''])('nothing in particular is said about %s', (value) => {
  expect(whyNoNumber(value)).toBeNull();
});
