import { describe, expect, it } from 'vitest';
import { faultsOf, schemeOf } from '../score/testing/score-text.ts';
import { inputsUnder } from './input-limits.ts';

const SCHEME = `
parameters:
  low: { kind: number }
  high: 30%
  by.year: { from: { 2024: 1 } }
inputs:
  marks: { kind: event, value: amount, min: low, max: high }
  other: { kind: number, min: 1 }
results:
  - { id: x, formula: sum(marks) + other + by.year }
`;

describe('limits of inputs that parameters set', () => {
  const { inputs, parameters } = schemeOf(SCHEME);
  const limits = (settings: Readonly<Record<string, string>>): (string | null)[][] =>
    inputsUnder(inputs, parameters, settings).map(({ min, max }) => [min, max]);

  it('are those of the scheme, and none where the parameter is not set', () => {
    expect(inputs.map(({ min, max }) => [min, max])).toEqual([
      [null, '0.3'],
      ['1', null],
    ]);
    expect(limits({})).toEqual([
      [null, '0.3'],
      ['1', null],
    ]);
  });

  it('follow the settings', () => {
    expect(limits({ low: '0.1', high: '' })[0]).toEqual(['0.1', null]);
  });

  it('must be numbers, or parameters with one value', () => {
    expect(faultsOf(SCHEME.replace('min: low', 'min: lo'))).toEqual(['input.limit lo']);
    expect(faultsOf(SCHEME.replace('min: low', 'min: by.year'))).toEqual(['input.limit by.year']);
  });
});
