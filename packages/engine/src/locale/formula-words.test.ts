import { describe, expect, it } from 'vitest';
import { plain } from '../scheme/texts.ts';
import { wordFormula } from './formula-words.ts';

const words = (text: string) => wordFormula(text, plain).zh;

describe('a formula in words', () => {
  it.each([
    ['sum(list[period = own.period])', 'list(期间 = 本方期间)合计'],
    ['sum(year to date(x))', '本年以来的x合计'],
    ['max(earlier(x))', '较大者（以往各期的x）'],
    ['ceiling(x / 2) + days', '进一取整（x ÷ 2） + 天数'],
    ['took part(1) and not(first period)', '1 期前已参加 且 无“数据的第一期”'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});
