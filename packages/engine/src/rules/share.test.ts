import { describe, expect, it } from 'vitest';
import { score } from '../score/testing/score-text.ts';

const scheme = (rest = '', beside = '') => `
inputs:
  points: { kind: number }
  pool: { kind: number, NA: true }
  away: { kind: event }
results:
  - { id: p, formula: points, if missing: 0 }
  - { id: pay, share: { pool: 100, by: p${rest} }, round: 2${beside} }
`;

describe('a share', () => {
  it('divides a pool in proportion, multiplied first and rounded per payee', () => {
    const found = score(scheme(), { rows: ['2024 a points 1', '2024 b points 1', '2024 c points 1'] });
    expect(found.column('pay')).toBe('33.33 33.33 33.33');
  });

  it('goes to those among whom it is shared', () => {
    const rows = ['2024 a points 1', '2024 b points 3', '2024 c points 4', '2024 c away'];
    expect(score(scheme(', among: not(exists(away))'), { rows }).column('pay')).toBe('25 75 NA');
  });

  it('says what holds where there is nothing to share by, and nothing without a pool', () => {
    const rows = ['2024 a points 0', '2024 b points 0'];
    expect(score(scheme('', ', if dividing by zero: 0'), { rows }).column('pay')).toBe('0 0');
    const own = scheme('', ', if dividing by zero: 0').replace('pool: 100', 'pool: pool');
    expect(score(own, { rows: [...rows, '2024 a pool 9', '2024 b pool NA', '2024 c points 0'] }).column('pay')).toBe(
      '0 NA missing',
    );
  });

  it('is NA for whom the figure does not apply, also where there is nothing to share by', () => {
    const given = scheme('', ', if dividing by zero: 0').replace('if missing: 0', 'only if: not(exists(away))');
    expect(score(given, { rows: ['2024 a points 0', '2024 b away'] }).column('pay')).toBe('0 NA');
    expect(score(given, { rows: ['2024 a points 5', '2024 b away'] }).column('pay')).toBe('100 NA');
  });
});
