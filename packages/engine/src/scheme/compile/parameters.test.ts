import { describe, expect, it } from 'vitest';
import { faultsOf, score, scoreFault, schemeOf } from '../../score/testing/score-text.ts';

const scheme = (parameter: string, formula = 'rate * 2') =>
  `parameters: { rate: ${parameter} }\nresults: [{ id: x, formula: '${formula}' }]\n`;
const figures = (parameter: string, settings: Readonly<Record<string, string>> = {}, formula?: string) => {
  const found = score(scheme(parameter, formula), {
    rows: ['2023 a here 1', '2024 a here 1', '2026 a here 1'],
    settings,
  });
  return ['2023', '2024', '2026'].map((period) => found.figure('a', 'x', period)).join(' ');
};

describe('a parameter', () => {
  it('has the value of the scheme, exactly', () => {
    expect(figures('1.5')).toBe('3 3 3');
    expect(figures('{ value: 30% }')).toBe('0.6 0.6 0.6');
    expect(figures('{ value: 1/3, title: 比例 }', {}, 'rate * 3')).toBe('1 1 1');
  });

  it('has values by the year from which they hold', () => {
    expect(figures('{ from: { 2022: 5, 2024: 7, 2025: 9 } }')).toBe('10 14 18');
    expect(figures('{ from: { 2024: 5 } }')).toBe('10 10 10'); // before the first value the first holds
  });

  it('can be set for a run, for all years', () => {
    expect(figures('1.5', { rate: '4' })).toBe('8 8 8');
    expect(figures('{ from: { 2024: 5 } }', { rate: '50%' })).toBe('1 1 1');
    expect(figures('{ kind: number }', { rate: '1/4' })).toBe('0.5 0.5 0.5');
  });

  it('keeps the limits that the scheme gives it, and has no other names', () => {
    const rows = ['2024 a here 1'];
    const limited = scheme('{ value: 3, min: 1, max: 10 }');
    expect(scoreFault(limited, { rows, settings: { rate: '10.01' } })).toMatch(/^score\.parameter-limit/);
    expect(scoreFault(limited, { rows, settings: { rate: '0.99' } })).toMatch(/^score\.parameter-limit/);
    expect(scoreFault(limited, { rows, settings: { rte: '5' } })).toMatch(/^score\.parameter-unknown/);
  });

  it('given as a percentage wants one, where the number would be more than the whole', () => {
    const rows = ['2024 a here 1'];
    expect(scoreFault(scheme('30%'), { rows, settings: { rate: '50' } })).toMatch(/^score\.parameter-percent/);
    expect(figures('30%', { rate: '50%' })).toBe('1 1 1');
    expect(figures('30%', { rate: '0.5' })).toBe('1 1 1');
    expect(figures('30%', { rate: '150%' })).toBe('3 3 3');
  });

  it('stops the scoring where it is needed and not set', () => {
    const rows = ['2024 a here 1'];
    expect(scoreFault(scheme('{ title: 未定 }'), { rows })).toBe('score.parameter-unset 2024 a x');
    expect(scoreFault(scheme('3'), { rows, settings: { rate: '' } })).toBe('score.parameter-unset 2024 a x');
    expect(scoreFault(scheme('3'), { rows, settings: { rate: '三' } })).toMatch(/^score\.parameter-value/);
    expect(figures('{ kind: number }', {}, 'if 1 > 2 then rate else 5')).toBe('5 5 5');
  });

  it('stops the scoring where it is needed to say which rows or subjects count', () => {
    const rows = ['2024 a slip 1', '2024 b slip 2'];
    const inputs = 'inputs: { slip: { kind: event } }\n';
    for (const formula of ['count(slip[value > rate])', 'count(peers[count(slip) > rate])']) {
      expect(scoreFault(inputs + scheme('{ kind: number }', formula), { rows })).toBe('score.parameter-unset 2024 a x');
    }
  });

  it('can be asked for before it is used', () => {
    expect(figures('{ kind: number }', {}, 'if given(rate) then rate else 1')).toBe('1 1 1');
    expect(figures('{ kind: number }', { rate: '4' }, 'if missing(rate) then 1 else rate')).toBe('4 4 4');
  });

  it('can be a word or a flag', () => {
    expect(figures('优秀', {}, 'rate = "优秀"')).toBe('true true true');
    expect(figures('true', { rate: 'false' }, 'rate')).toBe('false false false');
    expect(figures('{ kind: flag }', { rate: 'true' }, 'not(rate)')).toBe('false false false');
  });

  it('has one type in all formulas', () => {
    expect(faultsOf(scheme('优秀'))).toEqual(['formula.wrong-type rate']);
    expect(schemeOf(scheme('{ value: 30% }')).parameters).toMatchObject([
      { name: 'rate', type: 'number', value: '30%' },
    ]);
  });
});
