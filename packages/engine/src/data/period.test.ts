import { describe, expect, it } from 'vitest';
import { containingPeriod, earlierPeriod, formatPeriod, parsePeriod } from './period.ts';
import type { Period, PeriodKind } from './period.ts';
import fc from '../testing/seeded-fast-check.ts';

const read = (text: string) => parsePeriod(text) as Period;

describe('a period', () => {
  it.each(['2024', '2024-H1', '2024-H2', '2024-Q1', '2024-Q4', '2024-01', '2024-12', '0999-Q3'])(
    '%s is read and written',
    (text) => {
      expect(formatPeriod(read(text))).toBe(text);
    },
  );

  it.each([
    '',
    '24',
    '2024-',
    '2024-H3',
    '2024-Q0',
    '2024-Q5',
    '2024-00',
    '2024-13',
    '2024-1',
    '2024-h1',
    '2024-Q1 ',
    '20245',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('goes back across the turn of the year', () => {
    expect(formatPeriod(earlierPeriod(read('2024-Q1'), 1))).toBe('2023-Q4');
    expect(formatPeriod(earlierPeriod(read('2024-02'), 14))).toBe('2022-12');
    expect(formatPeriod(earlierPeriod(read('2024-H2'), 1))).toBe('2024-H1');
  });

  it.each([
    ['2024-12', 'quarter', '2024-Q4'],
    ['2024-03', 'quarter', '2024-Q1'],
    ['2024-04', 'quarter', '2024-Q2'],
    ['2024-06', 'half', '2024-H1'],
    ['2024-07', 'half', '2024-H2'],
    ['2024-Q2', 'half', '2024-H1'],
    ['2024-Q3', 'half', '2024-H2'],
    ['2024-Q4', 'year', '2024'],
    ['2024-H2', 'year', '2024'],
    ['2024', 'year', '2024'],
  ] as const)('%s lies in the %s %s', (text, kind, expected) => {
    expect(formatPeriod(containingPeriod(read(text), kind) as Period)).toBe(expected);
  });

  it.each([
    ['2024', 'half'],
    ['2024-H1', 'quarter'],
    ['2024-Q1', 'month'],
  ] as const)('%s lies in no single %s', (text, kind) => {
    expect(containingPeriod(read(text), kind)).toBeNull();
  });

  it('lies in the same year whichever way one goes up', () => {
    const kinds: PeriodKind[] = ['half', 'quarter', 'month'];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1000, max: 19000 }), (kind, index) => {
        const year = containingPeriod({ kind, index }, 'year') as Period;
        expect(formatPeriod({ kind, index }).slice(0, 4)).toBe(formatPeriod(year));
        for (const between of kinds) {
          const container = containingPeriod({ kind, index }, between);
          if (container !== null) expect(containingPeriod(container, 'year')).toEqual(year);
        }
      }),
    );
  });
});
