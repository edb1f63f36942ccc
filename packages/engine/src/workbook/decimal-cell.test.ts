import { describe, expect, it } from 'vitest';

import { decimalCell } from './decimal-cell.ts';

describe('a decimal as a cell', () => {
  it.each([
    ['0', 0, 0],
    ['-7.50', -7.5, 2],
    ['0.1', 0.1, 1],
    ['123456789012345', 123456789012345, 0],
    ['83.333333333333', 83.333333333333, 12],
    ['0.000000000000123', 1.23e-13, 15],
  ])('%s is a number that shows every digit', (text, number, places) => {
    expect(decimalCell(text)).toEqual({ kind: 'number', number, places, look: 'plain' });
  });

  it.each([
    '1234567890123456',
    '1234.123456789012',
    '007',
    '1e5',
    'NA',
    '',
    '+1',
    '.5',
    '5.',
    '1,234',
    `0.${'0'.repeat(30)}1`,
  ])('%s stays a text', (text) => {
    expect(decimalCell(text)).toBeNull();
  });
});
