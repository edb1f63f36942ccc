import { describe, expect, it } from 'vitest';

import type { Subject } from '../../data/dataset.ts';
import { ItemIndex } from '../item-index.ts';
import { declare } from '../testing/import-fixtures.ts';
import { readTitle } from './column-title.ts';
import { findPeriods } from './find-period.ts';
import { ItemTitles } from './match-items.ts';
import { subjectCandidates } from './match-subjects.ts';
import { unitFactor } from './units.ts';

describe('a period in a text', () => {
  it.each([
    ['2024年第三季度农业情况表', ['2024-Q3']],
    ['2024年度上半年', ['2024-H1']],
    ['２０２４年１０月份', ['2024-10']],
    ['二〇二四年', ['2024']],
    ['2024年1-3月', ['2024-Q1']],
    ['2024年1-9月', []],
    ['填表日期：2024年10月8日', []],
    ['2023年、2024年对比', ['2023', '2024']],
    ['三季度', ['Q3']],
    ['编号20241231', []],
    ['没有', []],
  ])('%s', (text, periods) => {
    expect(findPeriods(text).map(({ period }) => period)).toEqual(periods);
  });
});

describe('a factor between units', () => {
  it.each([
    ['万元', '元', '10000'],
    ['元', '万元', '0.0001'],
    ['亿元', '万元', '10000'],
    ['吨', '公斤', '1000'],
    ['公顷', '亩', '15'],
    ['亩', '公顷', null],
    ['‰', '%', '0.1'],
    ['万人次', '人次', '10000'],
    ['％', '%', '1'],
    ['吨', '亩', null],
    ['__proto__', '元', null],
  ])('from %s to %s', (from, to, factor) => {
    expect(unitFactor(from, to)).toBe(factor);
  });
});

it('takes a title apart', () => {
  expect(readTitle(['经济', '一、粮食产量（万吨）'])).toMatchObject({ unit: '万吨', period: '' });
  expect(readTitle(['经济', '一、粮食产量（万吨）']).spellings).toContain('粮食产量');
  expect(readTitle(['2024年', '第一季度'])).toMatchObject({ spellings: [], period: '2024-Q1' });
  expect(readTitle(['群众满意度(满分100)']).spellings).toContain('群众满意度');
});

it('says whom a name might mean, and never more than might', () => {
  const subjects = ['发展和改革委员会', '财政局', '城关镇人民政府', '张村'].map((name, index): Subject => ({
    id: `u${index}`,
    name,
    group: '',
    parent: '',
    attributes: {},
    origin: { file: '', sheet: '', row: 0, column: '' },
  }));
  const names = (text: string) => subjectCandidates(text, subjects).map(({ name }) => name);
  expect(names('发改委')).toEqual(['发展和改革委员会']);
  expect(names('县财政局')).toEqual(['财政局']);
  expect(names('城关镇')).toEqual(['城关镇人民政府']);
  expect(names('张家村')).toEqual(['张村']);
  expect(names('教育局')).toEqual([]);
  expect(names('')).toEqual([]);
});

describe('what a column is, by its title', () => {
  const number = (item: string, title: string, unit = '') =>
    declare(item, 'number', { title: { zh: title, en: item }, unit });
  const inputs = [
    number('fixed', '固定资产投资完成率', '%'),
    number('rape', '油菜种植完成率', '%'),
    number('jobs', '就业招聘完成率', '%'),
    number('fee', '社会抚养费任务', '万元'),
    number('herb', '药材面积', '亩'),
  ];
  const titles = new ItemTitles(inputs, new ItemIndex(inputs));
  const nothing = { texts: new Map<string, number>(), filled: 0, empty: 0 };
  const matches = (...parts: readonly string[]) =>
    titles.match(readTitle(parts), nothing).map(({ item, isVague }) => (isVague ? `${item}?` : item));

  it.each([
    [['固定资产投资', '完成率'], ['fixed']],
    [['就业招聘', '完成率'], ['jobs']],
    [['就业', '完成率'], ['jobs']],
    [['种植业（亩）', '药材'], ['herb']],
    [['药材', '面积'], ['herb']],
    [['药材'], ['herb']],
    [['固定资产投资', '任务（万元）'], []],
    [['固定资产投资', '完成（万元）'], []],
    [['固定资产投资', '完成'], ['fixed?']],
    [['固定资产投资'], ['fixed']],
    [['完成（万元）'], []],
    [['任务（万元）'], ['fee?']],
    [['完成率'], ['fixed?', 'rape?', 'jobs?']],
    [['植树造林', '完成率'], []],
    [['造林完成率'], []],
    [['药材（吨）'], ['herb?']],
  ])('%j may be %j', (parts, items) => {
    expect(matches(...parts).sort()).toEqual([...items].sort());
  });
});
