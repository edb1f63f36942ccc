import type { ResultsDescription } from '@kaoheng/engine/reader';
import { expect, test } from 'vitest';
import { START } from '../app/place.ts';
import { zhCn } from '../locales/zh-cn.ts';
import { freeName, lookInWords } from './propose-name.ts';

const node = (id: string, zh: string) => ({ id, title: { zh, en: '' } });
const description = {
  parts: [
    {
      id: 'village',
      title: { zh: '村', en: '' },
      known: { total: 'total' },
      nodes: [node('order', '社会稳定'), node('total', '综合得分')],
    },
    { id: 'cadre', title: { zh: '干部', en: '' }, known: {}, nodes: [] },
  ],
} as unknown as ResultsDescription;
const sources = {
  words: zhCn,
  description,
  pick: ({ zh }: { zh: string }) => zh,
  nameOf: (subject: string) => (subject === 'v01' ? '柳树村' : subject),
};

test('a look is worded by what differs from the start', () => {
  const words = (place: object): string => lookInWords({ ...START, period: '2024', ...place }, sources);
  expect(words({})).toBe('成绩 · 2024 年');
  expect(words({ part: 'cadre', group: '平原组' })).toBe('成绩 · 干部 · 2024 年 · 平原组');
  expect(words({ subject: 'v01', loss: 'yes' })).toBe('柳树村 · 2024 年 · 只看失分');
  expect(words({ sort: 'item:order descending', search: '柳' })).toBe('成绩 · 2024 年 · 按社会稳定排序 · 查找“柳”');
  expect(words({ sort: 'total' })).toBe('成绩 · 2024 年 · 按综合得分排序');
  expect(words({ sort: 'name' })).toBe('成绩 · 2024 年 · 按名称排序');
  expect(words({ view: 'data', owner: '财政所', lines: 'all', sort: 'total', subject: 'v01' })).toBe(
    '数据 · 2024 年 · 财政所 · 全部报送项',
  );
  expect(words({ view: 'parameters' })).toBe('参数');
});

test('a name that is taken gets a number', () => {
  expect(freeName('甲', [])).toBe('甲');
  expect(freeName('甲', ['甲', '甲 (2)'])).toBe('甲 (3)');
});
