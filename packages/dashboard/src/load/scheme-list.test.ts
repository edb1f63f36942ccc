import type { SchemeBody, SchemeEntry } from '@kaoheng/engine/live';
import { expect, test } from 'vitest';
import { zhCn } from '../locales/zh-cn.ts';
import { inGroups, matching } from './scheme-list.ts';

const entry = (id: string, body: SchemeBody, zh: string, en: string): SchemeEntry => ({
  id,
  body,
  title: { zh, en },
  hasSample: false,
});
const SCHEMES = [
  entry('town', 'township', '镇绩效管理', 'Town – performance'),
  entry('nurses', 'hospital', '护理单元绩效', 'Nursing units'),
  entry('agri', 'county', '农业项目考评', 'Agricultural projects'),
  entry('hospital', 'hospital', '医院平衡计分卡', 'Hospital – balanced scorecard'),
];
const ids = (schemes: readonly { readonly id: string }[]): string[] => schemes.map(({ id }) => id);
const found = (text: string): string[] => ids(matching(SCHEMES, text, (body) => zhCn.bodies[body]));

test('schemes stand by kind of body, and there in the order of their titles', () => {
  const groups = (language: 'zh' | 'en') =>
    inGroups(SCHEMES, ({ title }) => title[language], language).map(({ body, schemes }) => [body, ids(schemes)]);
  expect(groups('zh')).toEqual([
    ['county', ['agri']],
    ['township', ['town']],
    ['hospital', ['nurses', 'hospital']],
  ]);
  expect(groups('en')[2]).toEqual(['hospital', ['hospital', 'nurses']]);
});

test('what is typed is looked for in both titles and the id, every word of it', () => {
  expect(found('计分卡')).toEqual(['hospital']);
  expect(found('ＴＯＷＮ 绩效')).toEqual(['town']);
  expect(found('医院 农业')).toEqual([]);
  expect(found(' ')).toHaveLength(4);
});

test('a kind of body finds all of its schemes', () => {
  expect(found('医疗')).toEqual(['nurses', 'hospital']);
  expect(found('医疗 护理')).toEqual(['nurses']);
});
