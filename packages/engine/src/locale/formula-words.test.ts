import { describe, expect, it } from 'vitest';
import { plain } from '../scheme/texts.ts';
import { wordFormula } from './formula-words.ts';

const words = (text: string) => wordFormula(text, plain).zh;

describe('a formula in words', () => {
  it.each([
    ['sum(list[period = own.period])', 'list(期间 = 本对象的期间)合计'],
    ['exists(shield[matter = own.matter])', '有shield(事项 = 本条的事项)'],
    ['if a then "甲" else if b then c else 2', '若a，则“甲”，否则若b，则 c，否则 2'],
    ['sum(year to date(x))', '本年以来的x合计'],
    ['max(earlier(x))', '较大者（以往各期的x）'],
    ['ceiling(x / 2) + days', '进一取整（x ÷ 2） + 天数'],
    ['took part(1) and not(first period)', '1 期前已参加 且 无“数据的第一期”'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe('the brackets of a list', () => {
  const titles: Readonly<Record<string, string>> = {
    total: '本镇总分',
    teachers: '教师',
    'teachers.total': '教师的总分 of 教师',
    'slip.category#late': '迟到',
    'level#good': '良好',
  };
  const titleOf = (id: string) => {
    const title = titles[id] ?? id;
    return { zh: title.split(' ')[0] ?? '', en: title };
  };
  const told = (text: string) => wordFormula(text, titleOf).zh;

  it.each([
    ['count(teachers[total > 90])', '教师(总分 > 90)数'],
    ['total > 90', '本镇总分 > 90'],
    ['exists(slip[category = "late"])', '有slip(类别 = “迟到”)'],
    ['exists(slip[category in ("late", "other")])', '有slip(类别为“迟到”、“other”之一)'],
    ['level = "good" or level = "bad"', 'level = “良好” 或 level = “bad”'],
  ])('mean the other: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
