import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

describe('periods as people say them', () => {
  it.each([
    ['2024', '2024 年', '2024'],
    ['2024-H1', '2024 年上半年', 'H1 2024'],
    ['2024-Q3', '2024 年第三季度', 'Q3 2024'],
    ['2024-03', '2024 年 3 月', 'Mar 2024'],
    ['custom', 'custom', 'custom'],
  ])('%s', (period, chinese, english) => {
    expect(zhCn.periodName(period)).toBe(chinese);
    expect(en.periodName(period)).toBe(english);
  });
});

describe('locales', () => {
  it('say the same things', () => {
    expect(new Set(Object.keys(en))).toEqual(new Set(Object.keys(zhCn)));
  });

  it('leave nothing unsaid', () => {
    for (const text of [...Object.values(zhCn), ...Object.values(en)]) expect(text).not.toBe('');
  });
});
