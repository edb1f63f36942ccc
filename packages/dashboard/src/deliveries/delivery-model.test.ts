import type { DeliveryLine, SubjectDelivery } from '@kaoheng/engine/live';
import { expect, test } from 'vitest';
import { filteredLines, linesBySubject, ownersOf, subjectsOf } from './delivery-model.ts';

const line = (
  item: string,
  from: string,
  states: Readonly<Record<string, SubjectDelivery['state']>>,
): DeliveryLine => ({
  item,
  title: { zh: item, en: item },
  from,
  period: '2024',
  subjects: Object.entries(states).map(([subject, state]) => ({ subject, name: subject, state, rows: 0 })),
});

const LINES = [
  line('tax', '财政所', { v1: 'given', v2: 'missing', v3: 'na', v4: 'given' }),
  line('crop', '农业站', { v1: 'missing', v2: 'missing', v3: 'given', v4: 'given' }),
  line('wheat', '农业站', { v1: 'given', v3: 'not needed', v4: 'given' }),
];

test('only gaps leaves the lines where something is missing, and of the subjects those for whom it is', () => {
  const lines = filteredLines(LINES, { from: '', onlyGaps: true });
  expect(lines.map(({ item }) => item)).toEqual(['tax', 'crop']);
  expect(subjectsOf(lines, true).map(({ subject }) => subject)).toEqual(['v1', 'v2']);
  expect(subjectsOf(lines, false).map(({ subject }) => subject)).toEqual(['v1', 'v2', 'v3', 'v4']);
});

test('the gaps of one department leave out subjects that owe only others something', () => {
  const lines = filteredLines(LINES, { from: '财政所', onlyGaps: true });
  expect(subjectsOf(lines, true).map(({ subject }) => subject)).toEqual(['v2']);
});

test('by subject: the one with the most gaps first, and what is not needed counts neither way', () => {
  const lines = filteredLines(LINES, { from: '', onlyGaps: false });
  expect(linesBySubject(lines, false).map(({ subject, given, missing }) => [subject, given, missing.length])).toEqual([
    ['v2', 0, 2],
    ['v1', 2, 1],
    ['v3', 2, 0],
    ['v4', 3, 0],
  ]);
  expect(linesBySubject(lines, true).map(({ subject }) => subject)).toEqual(['v2', 'v1']);
});

test('owners are named once, and nobody is no owner', () => {
  expect(ownersOf([...LINES, line('x', '', {})])).toEqual(['农业站', '财政所']);
});
