import { expect, test } from 'vitest';
import { inOrder, matching } from './scheme-list.ts';

const entry = (id: string, zh: string, en: string) => ({ id, title: { zh, en }, hasSample: false });
const SCHEMES = [
  entry('town', '镇绩效管理', 'Town – performance'),
  entry('agri', '农业项目考评', 'Agricultural projects'),
  entry('hospital', '医院平衡计分卡', 'Hospital – balanced scorecard'),
];
const ids = (schemes: readonly { readonly id: string }[]): string[] => schemes.map(({ id }) => id);

test('schemes stand in the order of their titles', () => {
  expect(ids(inOrder(SCHEMES, ({ title }) => title.zh, 'zh-CN'))).toEqual(['agri', 'hospital', 'town']);
  expect(ids(inOrder(SCHEMES, ({ title }) => title.en, 'en'))).toEqual(['agri', 'hospital', 'town']);
});

test('what is typed is looked for in both titles and the id, every word of it', () => {
  expect(ids(matching(SCHEMES, '医院'))).toEqual(['hospital']);
  expect(ids(matching(SCHEMES, 'ＴＯＷＮ 绩效'))).toEqual(['town']);
  expect(ids(matching(SCHEMES, '医院 绩效'))).toEqual([]);
  expect(matching(SCHEMES, ' ')).toHaveLength(3);
});
