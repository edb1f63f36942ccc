import type { PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import { expect, test } from 'vitest';
import { existingPlace, goneFields } from './existing-place.ts';
import { readPlace, samePlace, START, writePlace } from './place.ts';

const part = (id: string, periods: string[], groups: string[]): PartDescription => ({
  id,
  title: { zh: id, en: id },
  periodKind: 'year',
  periods,
  groups,
  fullMarks: null,
  nodes: [],
  known: {},
});
const description: ResultsDescription = {
  scheme: 's',
  title: { zh: '', en: '' },
  version: '',
  parts: [part('school', ['2023', '2024'], ['甲组']), part('teacher', ['2024-H1'], [])],
  published: null,
};

test('a place survives the way through the address, whatever signs it has', () => {
  const place = {
    ...START,
    view: 'data' as const,
    period: '2024-Q1',
    group: '甲&乙 组#1',
    subject: 'a=b',
    search: '"柳"',
    sort: 'item:a descending',
  };
  expect(samePlace(readPlace(writePlace(place)), place)).toBe(true);
  expect(writePlace(START)).toBe('#');
});

test('unknown views and fields read as the start', () => {
  expect(readPlace('#view=secret&else=1')).toEqual(START);
});

test('what the results do not know falls back to the first part and its latest period', () => {
  const place = { ...START, part: 'gone', period: '1999', group: 'x', node: 'y' };
  expect(existingPlace(place, description)).toEqual({ part: '', period: '2024', group: '', node: '', sort: '' });
  expect(existingPlace({ ...START, part: 'teacher' }, description)).toMatchObject({
    part: 'teacher',
    period: '2024-H1',
  });
  expect(existingPlace({ ...START, period: '2023', group: '甲组' }, description)).toMatchObject({
    period: '2023',
    group: '甲组',
  });
});

test('what a link names and the results do not have is told, what they have or leave open is not', () => {
  const place = { ...START, part: 'gone', period: '1999', group: 'x', node: 'y', sort: 'item:z descending' };
  expect(goneFields(place, description)).toEqual(['part', 'period', 'group', 'node', 'sort']);
  expect(goneFields(START, description)).toEqual([]);
  expect(goneFields({ ...START, part: 'school', period: '2023', group: '甲组', sort: 'total' }, description)).toEqual(
    [],
  );
});
