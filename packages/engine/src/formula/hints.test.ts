import { describe, expect, it } from 'vitest';
import { loadScheme } from '../scheme/load-scheme.ts';

const finding = (formula: string) => {
  const text = `scheme: t
title: t
period: year
attributes: { heads: { kind: number } }
inputs:
  a, b: { kind: number }
  w: { kind: level, words: [好, 差] }
  e: { kind: event, categories: [city, town] }
parts:
  - part: units
    belongs to: { part: company, by: parent }
    period: year
    results:
      - { id: my-base, formula: a }
      - id: total
        formula: ${JSON.stringify(formula)}
  - part: company
    period: year
    results: [{ id: x, formula: ${JSON.stringify(formula.includes('units.') ? formula : '1 + 1')} }]
`.replace('period: year\nattributes', 'attributes');
  const found = loadScheme(text).findings.filter(({ severity }) => severity === 'error');
  return found[0];
};

describe('a formula in the manner of another language', () => {
  it.each([
    ['a > 1 && b > 1', 'Write and'],
    ['a > 1 || b > 1', 'Write or'],
    ['a == 1', 'Write ='],
    ['a <> 1', 'Write !='],
    ['a => 1', 'Write >='],
    ['!(a > 1)', 'Write not(…)'],
    ['not a > 1', 'Write not(a)'],
    ['a ^ 2', 'Write **'],
    ['a ? 1 : 0', 'Write if … then … else …'],
    ['IF(a > 60, a, 0)', 'Write if … then … else …'],
    ['if a > 60 then a', 'Write if … then … else …'],
    ['若 a > 1 则 1 否则 0', 'Write if … then … else …'],
    ['a > 1 并且 b > 1', 'Write and'],
    ['ROUND(a, 2)', 'Write round half up(x, 2)'],
    ['SUM(a, b)', 'In small letters: sum'],
    ["w = '好'", 'Words stand in double quotes: "优秀"'],
    ['= a + b', 'A formula begins without an equals sign'],
    ['a = NA', 'Write applies(x), missing(x)'],
    ['a is missing', 'Write missing(a)'],
    ['a in [1..5]', 'Write x between 1 and 9'],
    ['1,000 * a', 'Write numbers without commas: 1000'],
    ['50分', 'Write numbers without a unit'],
    ['a%', '% stands behind numbers only; elsewhere write / 100'],
    ['a + 五十', 'Write numbers in digits'],
    ['(a + b', '1 ")" missing'],
    ['a + b)', '1 ")" too many'],
    ['60 <= a < 90', 'Compare one by one: a <= x and x < b'],
    ['TOTAL + 1', 'Did you mean "total"?'],
  ])('%s is told how it is written here: %s', (formula, remedy) => {
    expect(finding(formula)?.remedy.en).toBe(remedy);
    expect(finding(formula)?.remedy.zh).not.toBe('');
  });

  it('that compares with a name nobody declared may mean a word', () => {
    expect(finding('w = 好')?.remedy.en).toContain('In double quotes if it is a word: "好"');
    expect(finding('count(e[category in (city, "town")])')?.remedy.en).toContain('"city"');
    expect(finding('a + cities')?.remedy.en).toBe('Check the spelling, or declare it in the scheme first');
  });

  it('that takes a hyphen for a part of a name is told of backticks', () => {
    expect(finding('my-base + a')?.remedy.en).toContain('`my-base`');
  });

  it('that names its own figure is told so', () => {
    expect(finding('total + a')?.remedy.en).toContain('No figure can name itself');
  });

  it('that names a column of the subjects of another part is told how to hand it on', () => {
    expect(finding('sum(units.heads)')?.remedy.en).toContain('hand it on by a result in "units"');
  });

  it('says what stands at the place where something is missing', () => {
    expect(finding('a > 1 并且 b > 1')?.message.en).toBe('The formula cannot be read at "并且"');
    expect(finding('a +')?.message.en).toBe('The formula ends too early, or an operand is missing');
  });
});

describe('a date in a formula', () => {
  it.each([
    'count(e[date >= "2024/01/01"])',
    'count(e[date >= "2024-1-1"])',
    'count(e[date >= "2024.01.01"])',
    'count(e[date >= "2024年1月1日"])',
    'count(e[date >= "2024-02-30"])',
    'count(e[date <= "2024-06"])',
    'count(e[date between "2024-01-01" and "2024-6-30"])',
    'count(e["2024/1/1" < date])',
    'count(e[date >= 2024-01-01])',
    'count(e[date("2024/1/1") < date])',
    'count(e[years after(date, 1) >= "2024-1-1"])',
    'count(e[date in ("2024/1/1", "2024-01-02")])',
    'days from("2024-1-1", "2024-03-01")',
  ])('that would be compared in the wrong order is refused: %s', (formula) => {
    expect(finding(formula)?.code).toBe('formula.not-a-date');
  });

  it.each([
    'count(e[date >= "2024-02-29"])',
    'count(e[date = ""])',
    'count(e[matter = "2024-1"])',
    'if period >= "2024-06" then 1 else 0',
    'if period of("2024-03-01") = "2024" then 1 else 0',
    'count(e[week of(date) >= "2024-W05"])',
  ])('in its form, and a period, can be compared: %s', (formula) => {
    expect(finding(formula)?.code ?? '').toBe('');
  });
});
