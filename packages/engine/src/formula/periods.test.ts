import { describe, expect, it } from 'vitest';
import { row, score } from '../score/testing/score-text.ts';

const scheme = (formula: string, period = 'year') => `
inputs:
  n: { kind: number, NA: true }
  plan: { kind: number, per: year }
  done: { kind: number, per: quarter }
  slip: { kind: event }
period: ${period}
results:
  - { id: y, formula: n }
  - { id: x, formula: '${formula}' }
`;
const of = (formula: string, period: string, rows: readonly (string | ReturnType<typeof row>)[], kind = 'year') =>
  score(scheme(formula, kind), { rows }).figure('a', 'x', period);

describe('lists over periods', () => {
  const rows = ['2021 a n 1', '2022 a n 2', '2022 a slip 5', '2024 a n 4', '2024 a slip', '2025 a n NA'];

  it('hold the rows of an input as far as there are', () => {
    expect(of('sum(recent(n, 3))', '2024', rows)).toBe('6');
    expect(of('count(recent(n, 9))', '2024', rows)).toBe('3');
    expect(of('sum(earlier(n))', '2024', rows)).toBe('3');
    expect(of('max(earlier(n))', '2021', rows)).toBe('missing');
    expect(of('sum(recent(slip, 3)[value > 1])', '2024', rows)).toBe('5');
    expect(of('mean(recent(n, 2))', '2025', rows)).toBe('4');
  });

  it('hold no row of NA where the input does not provide for it', () => {
    const said = ['2023-Q1 a done 3', '2024-Q1 a done NA', '2024-Q2 a done 5', '2024-Q3 a done NA'];
    expect(of('count(done)', '2024', said)).toBe('1');
    expect(of('exists(done[missing(value)])', '2024', said)).toBe('false');
    expect(of('last(done)', '2024', said)).toBe('5');
    const quarterly = (formula: string) => of(formula, '2024-Q3', said, 'quarter');
    expect(quarterly('count(recent(done, 9))')).toBe('2');
    expect(quarterly('count(year to date(done))')).toBe('1');
    expect(quarterly('mean(recent(done, 9))')).toBe('4');
    expect(of('count(recent(n, 9))', '2025', rows)).toBe('4');
  });

  it('hold a figure in the periods in which the subject took part', () => {
    expect(of('sum(recent(y, 3))', '2024', rows)).toBe('6');
    expect(of('count(earlier(y))', '2024', rows)).toBe('2');
    expect(of('all(recent(y, 9)[y > 1])', '2024', rows)).toBe('false');
    expect(of('last(earlier(y))', '2024', rows)).toBe('2');
  });

  it('stop at the year', () => {
    const quarters = ['2023-Q4 a n 1', '2024-Q1 a n 2', '2024-Q2 a n 4', '2024-Q3 a n 8'];
    expect(of('sum(year to date(n))', '2024-Q2', quarters, 'quarter')).toBe('6');
    expect(of('sum(year to date(y))', '2024-Q2', quarters, 'quarter')).toBe('6');
  });

  it('know whether the subject took part', () => {
    expect(of('took part(1)', '2022', rows)).toBe('true');
    expect(of('took part(1)', '2024', rows)).toBe('false');
    expect(of('took part(2)', '2024', rows)).toBe('true');
  });
});

describe('an input per another kind of period', () => {
  const rows = ['2024 a plan 100', '2024-Q1 a done 20', '2024-Q2 a done 30', '2025-Q1 a done 1', '2024-Q1 a n 1'];

  it('is a list in a part with a coarser period', () => {
    expect(of('sum(done) / plan', '2024', rows)).toBe('0.5');
    expect(of('count(done)', '2024', rows)).toBe('2');
  });

  it('is the value of the period around in one with a finer period', () => {
    expect(of('done / plan', '2024-Q2', rows, 'quarter')).toBe('0.3');
    expect(of('done / plan', '2025-Q1', rows, 'quarter')).toBe('missing');
  });
});

describe('the calendar', () => {
  const rows = ['2023-Q4 a n 1', row('2024-Q1 a slip', { date: '2024-02-29' })];
  it.each([
    ['year', '2024'],
    ['quarter', '1'],
    ['half', '1'],
    ['month', '1'],
    ['days', '91'],
    ['period', '2024-Q1'],
    ['first period', 'false'],
    ['max(slip.date)', '2024-02-29'],
    ['years after(max(slip.date), 1)', '2025-02-28'],
    ['date(year, 1, 20)', '2024-01-20'],
    ['days from(date(year, 1, 20), max(slip.date))', '40'],
    ['week of(max(slip.date))', '2024-W09'],
    ['week year of(max(slip.date))', '2024'],
    ['week year of(date(2024, 12, 30))', '2025'],
    ['weeks of(year)', '52'],
    ['period of(max(slip.date))', '2024-Q1'],
    ['count(slip[month of(date) = 2 and date > date(year of(date), 1, 20)])', '1'],
    ['count distinct(slip.date)', '1'],
  ])('says of %s: %s', (formula, expected) => {
    expect(of(formula, '2024-Q1', rows, 'quarter')).toBe(expected);
  });
});
