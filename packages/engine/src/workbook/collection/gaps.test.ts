import { expect, it } from 'vitest';

import type { DeliveryLine, SubjectDelivery } from './deliveries.ts';
import { gapGroups } from './gaps.ts';

const line = (item: string, from: string, period: string, ...states: SubjectDelivery['state'][]): DeliveryLine => ({
  item,
  title: { zh: item, en: item },
  from,
  period,
  subjects: states.map((state, at) => ({ subject: `v${at}`, name: `第${at}村`, state, rows: 0 })),
});

it('gathers the gaps of everybody who owes something, whatever lies between them', () => {
  const groups = gapGroups([
    line('tax', '财政所', '2024-Q1', 'missing', 'given'),
    line('crop', '农业站', '2024', 'given', 'na'),
    line('wheat', '农业站', '2024', 'not needed', 'missing', 'given'),
    line('tax', '财政所', '2024-Q2', 'missing', 'missing'),
  ]);
  expect(groups.map(({ owner, count }) => ({ owner, count }))).toEqual([
    { owner: { from: '财政所' }, count: 3 },
    { owner: { from: '农业站' }, count: 1 },
  ]);
  expect(groups[0]!.lines.map(({ period, missing }) => [period, missing.map(({ name }) => name)])).toEqual([
    ['2024-Q1', ['第0村']],
    ['2024-Q2', ['第0村', '第1村']],
  ]);
  // What is not needed is not asked for.
  expect(groups[1]!.lines).toMatchObject([{ item: 'wheat', asked: 2, missing: [{ subject: 'v1' }] }]);
});

it('keeps items apart for which nobody is named, even from somebody of that name', () => {
  const groups = gapGroups([
    line('tax', '', '2024', 'missing'),
    line('land', 'tax', '2024', 'missing'),
    line('tax', '', '2025', 'missing'),
  ]);
  expect(groups.map(({ owner, lines }) => [owner, lines.length])).toEqual([
    [{ item: 'tax' }, 2],
    [{ from: 'tax' }, 1],
  ]);
});

it('is empty where nothing is missing', () => {
  expect(gapGroups([line('tax', '财政所', '2024', 'given', 'na', 'not needed'), line('land', '', '2024')])).toEqual([]);
});
