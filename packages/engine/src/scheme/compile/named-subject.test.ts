import { describe, expect, it } from 'vitest';
import { faultsOf, row, score, subject } from '../../score/testing/score-text.ts';

const UNITS = [
  subject('p1', { type: '项目', class: '甲' }),
  subject('p2', { type: '项目', class: '乙' }),
  subject('m1', { type: '人' }),
  subject('m2', { type: '人' }),
];

const scheme = (results: string, registers = '') => `
attributes: { class: { kind: word } }
inputs:
  n: { kind: number, NA: true }
  share: { kind: event, value: amount, categories: [主, 次], matter names: projects }
  slip: { kind: event }
parts:
  - part: projects
    title: 项目
    subjects: { type: 项目 }
    period: year
    registers: { shares: { of: share, naming me: true } }
    results:
      - { id: points, title: 积分, formula: input.n }
      - { id: sum, formula: sum(shares) }
      - { id: persons, formula: count distinct(shares.subject) }
  - part: persons
    subjects: { type: 人 }
    period: year
    ${registers}
    results:
${results}
`;
const share = (who: string, value: string, matter: string, period = '2024', category = '主') =>
  row(`${period} ${who} share ${value}`, { matter, category });
const RESULT = '      - { id: x, earn: [{ row: share, marks: value / 100 * matter.points }] }';
const ROWS = [
  '2024 p1 n 200',
  '2024 p2 n 50',
  share('m1', '30', 'p1'),
  share('m1', '50', 'p2'),
  share('m2', '70', 'p1'),
];

const x = (results: string, rows = ROWS, registers = '') => score(scheme(results, registers), { rows, units: UNITS });
const formula = (text: string) => `      - { id: x, formula: '${text}' }`;

describe('the subject that a matter names', () => {
  it('lends its figures to the row', () => {
    expect(x(RESULT).column('x')).toBe('85 140'); // 30 % of 200 and 50 % of 50; 70 % of 200
  });

  it('can be asked for in brackets, for attributes and inputs too', () => {
    expect(x(formula('sum(share[matter.points > 100])')).column('x')).toBe('30 70');
    expect(x(formula('sum(share[matter.class = "乙"])')).column('x')).toBe('50 0');
    expect(x(formula('count(share[given(matter.n)])')).column('x')).toBe('2 1');
    expect(x(formula('count distinct(share.matter[matter.points >= 50])')).column('x')).toBe('2 1');
  });

  it('has its rows in a register of its own', () => {
    expect(x(RESULT).column('sum')).toBe('100 50');
    expect(x(RESULT).column('persons')).toBe('2 1');
  });

  it('is looked at in the period of the row', () => {
    const rows = ['2023 p1 n 10', '2024 p1 n 200', share('m1', '10', 'p1', '2023'), share('m1', '10', 'p1')];
    const before =
      'registers: { all.shares: { of: share, look at: all so far, fields: { points: value / 100 * matter.points } } }';
    expect(x(formula('sum(all.shares.points)'), rows, before).figure('m1', 'x')).toBe('21');
    expect(x(RESULT, [...rows, share('m1', '20', 'p1', '2024-03')]).figure('m1', 'x')).toBe('60');
  });

  it('counts for nothing where it takes no part then, is no such subject, or is nobody', () => {
    const rows = ['2023 p1 n 200', ...['p1', 'm2', 'zz', ''].map((matter) => share('m1', '10', matter))];
    expect(x(RESULT, rows).figure('m1', 'x')).toBe('0');
    expect(x(formula('count(share[missing(matter.points)])'), rows).figure('m1', 'x')).toBe('4');
  });

  it('has figures that are missing, and counted 0 as everywhere', () => {
    const rows = ['2024 p1 slip 1', '2024 p2 n NA', share('m1', '10', 'p1'), share('m1', '20', 'p2')];
    expect(x(RESULT, rows).figure('m1', 'x')).toBe('0');
    expect(x(formula('sum(share[missing(matter.points)])'), rows).figure('m1', 'x')).toBe('10');
    expect(x(formula('sum(share[not(applies(matter.points))])'), rows).figure('m1', 'x')).toBe('20');
  });

  it('is told in words and named in the explanation, once', () => {
    const found = x(RESULT).explain({ subject: 'm1', node: 'x' });
    expect(found.rule.zh).toContain('所涉项目的积分');
    expect(found.figures.map(({ subject: who, node }) => `${who} ${node}`)).toEqual(['p1 points', 'p2 points']);
    const asked = x(formula('sum(share[matter.points > 100])')).explain({ subject: 'm1', node: 'x' });
    expect(asked.figures.map(({ subject: who }) => who)).toEqual(['p1', 'p2']);
  });

  it.each([
    ['a figure that is not there', RESULT.replace('matter.points', 'matter.pionts'), 'formula.unknown-name'],
    ['an item whose matter names nobody', formula('sum(slip[matter.points > 1])'), 'formula.unknown-name'],
    ['a list of the subject', formula('sum(share[matter.share > 1])'), 'formula.unknown-name'],
  ])('is refused for %s', (_, result, code) => {
    expect(faultsOf(scheme(result)).map((fault) => fault.split(' ')[0])).toEqual([code]);
  });

  it('must be of a part that is there and has subjects', () => {
    expect(faultsOf(scheme(RESULT).replace('names: projects', 'names: project'))[0]).toMatch(/^input\.matter-names/);
    expect(faultsOf(scheme(RESULT).replace('{ type: 项目 }', 'ALL'))[0]).toMatch(/^input\.matter-names/);
  });
});
