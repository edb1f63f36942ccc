import { describe, expect, it } from 'vitest';
import { faultsOf, figure } from '../score/testing/score-text.ts';

const tree = (rule: string, weights: readonly [string, string] = ['', '']) =>
  `
inputs:
  d: { kind: event }
items:
  - id: whole
    max: 100
    ${rule}
    items:
      - { id: part, ${weights[0]}, max: 30, items: [{ id: a, max: 10, score: { NA: leave out } }, { id: b, max: 20, score: { NA: leave out } }] }
      - { id: c, ${weights[1]}, max: 10, score: { NA: leave out } }
`.replaceAll(', ,', ',');

const whole = (rule: string, rows: readonly string[], weights?: readonly [string, string]) =>
  figure(tree(rule, weights), 'whole', ...rows.map((text) => `2024 a ${text}`));

describe('a sum over children', () => {
  it('counts what is missing as 0 and leaves out what does not apply', () => {
    expect(whole('sum: {}', ['a 5', 'b 10', 'c 8'])).toBe('23');
    expect(whole('sum: {}', ['a 5', 'c NA'])).toBe('5');
    expect(whole('sum: {}', [])).toBe('0');
    expect(whole('sum: {}', ['a NA', 'b NA', 'c NA'])).toBe('NA');
  });

  it('is what a node with children is without a rule of its own', () => {
    expect(whole('title: 合计', ['a 5', 'b 10', 'c 8'])).toBe('23');
  });

  it('is not limited by its own full marks', () => {
    const scheme =
      'items:\n  - { id: whole, max: 5, items: [{ id: a, max: 10, may go below 0: true, score: given }] }\n';
    expect(figure(scheme, 'whole', '2024 a a 9')).toBe('9');
    expect(figure(scheme, 'whole', '2024 a a -3')).toBe('-3');
  });

  it('is scaled up from the marks that apply', () => {
    expect(whole('sum: { rescale to: 100 }', ['a 5', 'b 10', 'c 8'])).toBe('57.5');
    expect(whole('sum: { rescale to: 100 }', ['a 5', 'b NA', 'c 8'])).toBe('65');
    expect(whole('sum: { rescale to: 100 }', ['a 5', 'b NA', 'c NA'])).toBe('50');
    expect(whole('sum: { rescale to: 100 }', ['a 5', 'b NA'])).toBe('25'); // c is missing: 0 of 10
    expect(whole('sum: { rescale to: 100 }', ['b 1', 'a NA', 'c NA'])).toBe('5');
    expect(whole('sum: { rescale to: 100 }', ['a 1', 'b NA', 'c 2'])).toBe('15');
    expect(whole('sum: { rescale to: 100 }', ['a NA', 'b NA', 'c NA'])).toBe('NA');
  });

  it('is missing where full marks that depend on the data are', () => {
    const scheme = `
inputs: { big: { kind: flag } }
items:
  - id: whole
    sum: { rescale to: 100 }
    items:
      - { id: part, items: [{ id: a, max: 10, score: given }, { id: b, max: if big then 20 else 10, formula: '5 + 0' }] }
      - { id: c, max: 10, score: given }
`;
    expect(figure(scheme, 'whole', '2024 a a 5', '2024 a c 0', '2024 a big true')).toBe('25');
    expect(figure(scheme, 'whole', '2024 a a 5', '2024 a c 0')).toBe('missing');
  });

  it('is scaled by the own full marks of a child that is a mean, not by those of what it is the mean of', () => {
    const scheme = (max: string): string => `
items:
  - id: whole
    sum: { rescale to: 100 }
    items:
      - { id: a, max: 20, score: { NA: leave out } }
      - id: opinion
        ${max}
        mean: items
        items: [{ id: b, max: 30, score: given }, { id: c, max: 30, score: given }]
`;
    expect(figure(scheme('max: 30'), 'whole', '2024 a a 20', '2024 a b 30', '2024 a c 30')).toBe('100');
    expect(figure(scheme('max: 30'), 'whole', '2024 a a NA', '2024 a b 15', '2024 a c 30')).toBe('75');
    expect(faultsOf(scheme('title: 民意'))).toEqual([expect.stringContaining('rescale.no-full-marks')]);
  });

  it('cannot be scaled by full marks where it adds up rules, which have none', () => {
    const scheme = 'results:\n  - { id: x, sum: { rescale to: 100, of: [{ formula: "5" }] } }\n';
    expect(faultsOf(scheme)).toEqual([expect.stringContaining('rescale.no-full-marks')]);
  });

  it.each([
    'sum: {}',
    'sum: { rescale to: 100 }',
    'mean: items',
    'weighted mean: items',
    'weighted mean: { times: 2 }',
  ])('has nothing to put together in a result without items: %s', (rule) => {
    const scheme = `items: [{ id: work, max: 10, score: given }]\nresults:\n  - { id: total, ${rule} }\n`;
    expect(faultsOf(scheme)).toEqual([expect.stringContaining('rule.no-children')]);
  });

  it('can add up rules in place of children', () => {
    const scheme = `inputs: { n: { kind: number }, l: { kind: flag } }
results:
  - id: x
    sum: { of: [{ formula: n }, { title: 有, levels: { of: l, words: { true: 2, false: NA } } }] }
`;
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a l true')).toBe('7');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a l false')).toBe('5');
    expect(figure(scheme, 'x', '2024 a l true')).toBe('2');
  });
});

describe('a weighted mean', () => {
  const WEIGHTS = ['weight: 25', 'weight: 75'] as const;

  it('weighs the marks of the children', () => {
    expect(whole('weighted mean: items', ['a 5', 'b 15', 'c 8'], WEIGHTS)).toBe('11');
    expect(whole('weighted mean: { times: 1/3 }', ['a 5', 'b 15', 'c 8'], WEIGHTS)).toBe('3.666666666667');
  });

  it('leaves out a child that does not apply with its weight, and counts a missing one as 0', () => {
    expect(whole('weighted mean: items', ['a 5', 'b 15', 'c NA'], WEIGHTS)).toBe('20');
    expect(whole('weighted mean: items', ['a 5', 'b 15'], WEIGHTS)).toBe('5');
    expect(whole('weighted mean: items', ['a NA', 'b NA', 'c NA'], WEIGHTS)).toBe('NA');
  });

  it('takes percentages and quotients as weights', () => {
    expect(whole('weighted mean: items', ['a 3', 'b 0', 'c 9'], ['weight: 2/3', 'weight: 1/3'])).toBe('5');
    expect(whole('weighted mean: items', ['a 3', 'b 0', 'c 9'], ['weight: 20%', 'weight: 80%'])).toBe('7.8');
  });

  it('needs a weight for every child', () => {
    expect(faultsOf(tree('weighted mean: items', ['weight: 1', '']))).toEqual(['node.no-weight items']);
  });
});

describe('the best of several rules', () => {
  const scheme = `inputs: { n: { kind: number, NA: true }, m: { kind: number, NA: true, without a row: 0 }, k: { kind: number, without a row: 0 } }
results:
  - { id: x, best: { count: 2, of: [{ title: 甲, formula: n }, { title: 乙, formula: m }, { title: 丙, formula: k * 2 }] } }
`;
  it('adds up the best few', () => {
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a m 3', '2024 a k 2')).toBe('9');
    expect(figure(scheme, 'x', '2024 a n -5', '2024 a m -3', '2024 a k -2')).toBe('-7');
    expect(figure(scheme, 'x', '2024 a n NA', '2024 a m NA', '2024 a k 2')).toBe('4');
  });

  it('passes over what is missing in a result', () => {
    expect(figure(scheme, 'x', '2024 a m 3')).toBe('3');
  });

  it('of a leaf is missing while an input is', () => {
    const leaf = scheme.replace('results:', 'items:').replace('id: x', 'id: x, max: 100');
    expect(figure(leaf, 'x', '2024 a m 3')).toBe('missing');
    expect(figure(leaf, 'x', '2024 a n 5')).toBe('5');
    expect(figure(leaf, 'x', '2024 a n 5', '2024 a m NA')).toBe('NA'); // a stand-in does not stand for NA
  });
});
