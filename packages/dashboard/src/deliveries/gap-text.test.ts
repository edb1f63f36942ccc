import type { GapGroup } from '@kaoheng/engine/live';
import { expect, test } from 'vitest';
import { en } from '../locales/en.ts';
import { zhCn } from '../locales/zh-cn.ts';
import { gapText } from './gap-text.ts';

const gap = (title: string, period: string, asked: number, ...names: string[]) => ({
  item: title,
  title: { zh: title, en: title },
  period,
  asked,
  missing: names.map((name) => ({ subject: name, name })),
});

const GROUPS: readonly GapGroup[] = [
  {
    owner: { from: '财政所' },
    lines: [gap('税收', '2024-Q1', 3, '东村'), gap('规费', '2024', 2, '东村', '西村')],
    count: 3,
  },
  { owner: { item: 'land' }, lines: [gap('流转面积', '2024', 1, '南村')], count: 1 },
  { owner: { from: '农业站' }, lines: [gap('油菜', '2024', 3, '西村', '南村')], count: 2 },
  { owner: { item: 'x' }, lines: [gap('水费', '2024', 3, '北村')], count: 1 },
];
const OCCASION = { scheme: '村级考核', period: '2024' };

test('is a letter to each who owes something, and one for what nobody is named for', () => {
  expect(gapText(GROUPS, OCCASION, zhCn, ({ zh }) => zh)).toBe(
    [
      '财政所：',
      '“村级考核”2024 年考核尚缺以下数据，共 3 项，请核实后尽快报送：',
      '1. 税收（2024 年第一季度）：东村',
      '2. 规费：全部 2 个考核对象均未报送',
      '如已报送或确实不涉及，请予说明。',
      '',
      '农业站：',
      '“村级考核”2024 年考核尚缺以下数据，共 2 项，请核实后尽快报送：',
      '1. 油菜：西村、南村',
      '如已报送或确实不涉及，请予说明。',
      '',
      '“村级考核”2024 年考核尚缺以下数据，共 2 项，请核实后尽快报送：',
      // The only one asked is named.
      '1. 流转面积：南村',
      '2. 水费：北村',
      '如已报送或确实不涉及，请予说明。',
    ].join('\n'),
  );
});

test('exists in English, and is empty where nothing is missing', () => {
  expect(gapText(GROUPS.slice(0, 1), OCCASION, en, (text) => text.en)).toContain('still lacks the following 3 values');
  expect(gapText([], OCCASION, en, (text) => text.en)).toBe('');
});
