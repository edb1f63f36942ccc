import { describe, expect, it } from 'vitest';
import { faultsOf, row, score, subject } from '../../score/testing/score-text.ts';

const scheme = (formula: string, order = '') => `
inputs:
  award: { kind: event, categories: [province, city], needs: [matter] }
  n: { kind: number }
parts:
  - part: people
    subjects: { type: 人 }
    belongs to: { part: units, by: parent }
    period: quarter
    results:
      - { id: y, formula: n }
      - { id: up, formula: '${formula}' }
  - part: units
    subjects: { type: 科 }
    period: year
    registers:
      honours:
        title: 荣誉台账
        rows: [{ each: award, by: { province: 3, city: 1 } }]
        once per: matter
        fields: { quarter: period }${order}
    results:
      - { id: mine, formula: sum(honours) }
`;
const units = [
  subject('u', { type: '科', group: 'g' }),
  subject('v', { type: '科', group: 'g' }),
  subject('p', { type: '人', parent: 'u' }),
  subject('q', { type: '人', parent: 'v' }),
];
const rows = [
  row('2024-Q1 u award 1', { category: 'city', matter: 'm' }),
  row('2024-Q2 u award 1', { category: 'province', matter: 'm' }),
  row('2024-Q2 u award 2', { category: 'city', matter: 'k' }),
  row('2024-Q1 v award 1', { category: 'city', matter: 'k' }),
  '2024-Q1 p n 1',
  '2024-Q2 p n 2',
  '2024-Q1 q n 9',
];
const up = (formula: string, id: string, period: string) =>
  score(scheme(formula), { rows, units }).figure(id, 'up', period);

describe('a register of another part', () => {
  it('is the list of the rows that count there', () => {
    expect(up('sum(units.honours)', 'p', '2024-Q1')).toBe('5');
    expect(up('sum(units.honours)', 'q', '2024-Q1')).toBe('1');
    expect(up('count(units.honours[category = "city"])', 'p', '2024-Q1')).toBe('1');
    expect(up('count distinct(units.honours.matter)', 'p', '2024-Q1')).toBe('2');
  });

  it('can be narrowed to what agrees with the one who asks', () => {
    expect(up('sum(units.honours[period = own.period])', 'p', '2024-Q1')).toBe('0');
    expect(up('sum(units.honours[quarter = own.period and category = "city"])', 'p', '2024-Q2')).toBe('2');
    expect(up('count(units.honours[value = own.y])', 'p', '2024-Q2')).toBe('1');
  });

  it('knows no own outside an equation: it would mean somebody else', () => {
    expect(faultsOf(scheme('count(units.honours[value > own.y])'))[0]).toContain('formula.unsupported');
  });

  it('is empty where nobody stands above', () => {
    expect(up('count(units.honours)', 'p', '2024-Q1')).toBe('2');
    const alone = score(scheme('count(units.honours)'), { rows: ['2025-Q1 p n 1'], units });
    expect(alone.figure('p', 'up', '2025-Q1')).toBe('0');
  });

  it('has no first and last where it has an order of its own', () => {
    expect(faultsOf(scheme('first(units.honours)', '\n        order: value'))[0]).toContain('register.order');
    expect(up('first(units.honours)', 'p', '2024-Q1')).toBe('3');
  });
});

describe('a register of the members', () => {
  it('is the list of the rows of all of them, each in its own order of counting', () => {
    const members = `
inputs: { slip: { kind: event } }
parts:
  - part: people
    subjects: { type: 人 }
    belongs to: { part: units, by: parent }
    period: quarter
    registers: { slips: { of: slip, number per: all, order: date } }
    results: [{ id: doubled, formula: 'sum(slips[number > 1])' }]
  - part: units
    subjects: { type: 科 }
    period: year
    results:
      - { id: all, formula: sum(people.slips) }
      - { id: first, formula: 'count(people.slips[number = 1])' }
`;
    const slips = [
      row('2024-Q1 p slip 1', { date: '2024-02-01' }),
      row('2024-Q1 p slip 1', { date: '2024-01-01' }),
      row('2024-Q3 r slip 1', { date: '2024-08-01' }),
      '2024 u here 1',
    ];
    const found = score(members, { rows: slips, units: [...units, subject('r', { type: '人', parent: 'u' })] });
    expect([found.figure('u', 'all'), found.figure('u', 'first')]).toEqual(['3', '2']);
  });
});
