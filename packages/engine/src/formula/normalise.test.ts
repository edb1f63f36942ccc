import { describe, expect, it } from 'vitest';
import { normaliseFormula } from './normalise.ts';
import fc from '../testing/seeded-fast-check.ts';

const text = (source: string) => normaliseFormula(source).text;

describe('normalising a formula', () => {
  it.each([
    ['得分＞90', '得分>90'],
    ['得分＜＝90', '得分<=90'],
    ['a≥1，b≤2，c≠3', 'a>=1,b<=2,c!=3'],
    ['（１＋２）×３÷４－５', '(1+2)*3/4-5'],
    ['a−b', 'a-b'],
    ['２＊３／４', '2*3/4'],
    ['１２．５', '12.5'],
    ['［a］', '[a]'],
    ['ａ＋Ｂ', 'a+B'],
    ['a　=　b', 'a = b'],
    ['等次 = “优秀”', '等次 = "优秀"'],
  ])('makes %s to %s', (source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it.each([
    ['30%', '(30/100)'],
    ['30％', '(30/100)'],
    ['１２．５％', '(12.5/100)'],
    ['x / 30%', 'x / (30/100)'],
    ['x / 30 %', 'x / (30 /100)'],
    ['.5%', '(.5/100)'],
    ['10% * a + 5% * b', '(10/100) * a + (5/100) * b'],
    ['(1%)', '((1/100))'],
  ])('makes the percentage %s to %s', (source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it('leaves a % behind a name or a bracket for the parser to refuse', () => {
    for (const source of ['x%', '得分2%', 'a.2%', '(a + b)%', '%', 'a % b']) expect(text(source)).toBe(source);
  });

  it('leaves a quotient by 100 as the author wrote it', () => {
    expect(text('x / 30/100')).toBe('x / 30/100');
  });

  it('changes nothing inside texts and inside names in backticks', () => {
    expect(text('"＞90％（）"')).toBe('"＞90％（）"');
    expect(text('“50%，多”')).toBe('"50%，多"');
    expect(text('`得分＞90％` ＋ 1')).toBe('`得分＞90％` + 1');
    expect(text('“a"＋“b”')).toBe('"a"+"b"');
  });

  it('takes pairs of “ ” inside a text as part of it', () => {
    expect(text('"所谓“好”村" ＝ x')).toBe('"所谓“好”村" = x');
    expect(text('“所谓“好”村” ＝ x')).toBe('"所谓“好”村" = x');
    expect(text('"好” ＝ x')).toBe('"好" = x');
  });

  it('keeps the place of every character', () => {
    const { text: plain, origins } = normaliseFormula('得分≥30％ and b');
    expect(plain).toBe('得分>=(30/100) and b');
    const at = (sign: string) => origins[plain.indexOf(sign)];
    expect(at('得')).toBe(0);
    expect(at('=')).toBe(2);
    expect(at('30')).toBe(3);
    expect(at('/')).toBe(5);
    expect(at('and')).toBe(7);
    expect(at('b')).toBe(11);
    expect(origins.at(-1)).toBe(12);
  });

  it('puts a name that holds a word of the grammar into backticks', () => {
    const { text: plain, origins } = normaliseFormula('fee.in / own.fee.in.limit in (1, x.y) and a.and');
    expect(plain).toBe('`fee.in` / `own.fee.in.limit` in (1, x.y) and `a.and`');
    expect(origins[plain.indexOf('/')]).toBe(7);
    expect(origins[plain.indexOf('own')]).toBe(9);
    expect(normaliseFormula('"fee.in" + `fee.in` + 1.in').text).toBe('"fee.in" + `fee.in` + 1.in');
  });

  it('gives every character of any text a place, in order, and changes plain signs not at all', () => {
    const signs = fc
      .array(fc.constantFrom(...'ab1.5%％“”"`＞≥（）+ ×得𠮷'), { maxLength: 20 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(signs, (source) => {
        const { text: plain, origins } = normaliseFormula(source);
        expect(origins).toHaveLength(plain.length + 1);
        expect(origins.every((at, index) => index === 0 || at >= (origins[index - 1] as number))).toBe(true);
        expect(origins.at(-1)).toBe(source.length);
        if (!/[%％“”＞≥（）×]/.test(source)) expect(plain).toBe(source);
      }),
      { numRuns: 1000 },
    );
  });
});
