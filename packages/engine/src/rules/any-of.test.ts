import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row } from '../score/testing/score-text.ts';

const scheme = (conditions: string) => `
inputs:
  case: { kind: event, categories: [省, 市] }
  rate: { kind: number, NA: true }
results:
  - { id: veto, any of: [${conditions}] }
`;
const found = (category: string, value = '') => row(`2024 a case ${value}`, { category });

describe('any of several conditions', () => {
  it('goes by an event that happened', () => {
    expect(figure(scheme('{ event: case }'), 'veto', found('市'))).toBe('true');
    expect(figure(scheme('{ event: case }'), 'veto', found('市', '0'), found('市', 'NA'))).toBe('false');
    expect(figure(scheme('{ event: case }'), 'veto')).toBe('false');
  });

  it('goes by categories and conditions of the rows', () => {
    expect(figure(scheme('{ event: case, categories: 省 }'), 'veto', found('市'))).toBe('false');
    expect(figure(scheme('{ event: case, categories: [省, 市] }'), 'veto', found('市'))).toBe('true');
    const where = scheme('{ event: case, categories: 市, where: value >= 20 }');
    expect(figure(where, 'veto', found('市', '19.99'), found('省', '20'))).toBe('false');
    expect(figure(where, 'veto', found('市', '20'))).toBe('true');
  });

  it('goes by how many there are together', () => {
    const least = scheme('{ event: case, categories: 市, sum at least: 3 }');
    expect(figure(least, 'veto', found('市', '2'), found('省', '9'))).toBe('false');
    expect(figure(least, 'veto', found('市', '2'), found('市'))).toBe('true');
  });

  it('goes by a formula, met only where it is known to hold', () => {
    const formula = scheme('{ if: rate > 15 }');
    expect(figure(formula, 'veto', '2024 a rate 15')).toBe('false');
    expect(figure(formula, 'veto', '2024 a rate 15.01')).toBe('true');
    expect(figure(formula, 'veto')).toBe('false');
    expect(figure(formula, 'veto', '2024 a rate NA')).toBe('false');
    expect(figure(scheme('{ if: not(rate > 15) }'), 'veto')).toBe('false');
  });

  it('holds when one of them does, whatever is unknown of the others', () => {
    expect(figure(scheme('{ if: rate > 15 }, { event: case }'), 'veto', found('省'))).toBe('true');
  });

  it.each([
    ['{ title: 空 }', 'condition.empty { title: 空 }'],
    ['{ event: case, if: rate > 1 }', 'condition.unused-key { event: case, if: rate > 1 }'],
    ['{ if: rate > 1, categories: 省 }', 'condition.unused-key { if: rate > 1, categories: 省 }'],
    ['{ if: rate }', 'formula.wrong-type rate'],
    ['{ event: cases }', 'input.unknown cases'],
  ])('refuses %s', (conditions, fault) => {
    expect(faultsOf(scheme(conditions))).toEqual([fault]);
  });
});
