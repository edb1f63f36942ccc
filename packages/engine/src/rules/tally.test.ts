import { describe, expect, it } from 'vitest';
import { figure, score } from '../score/testing/score-text.ts';

const SCHEME = `
inputs:
  n, m, k: { kind: number, NA: true }
items:
  - id: block
    RULE
    items:
      - { id: c.n, formula: n }
      - { id: c.m, formula: m }
      - { id: c.k, formula: k }
results:
  - { id: met, tally: { of: [c.*], is: [1, 2] } }
  - { id: delivered, tally: { of: [c.*], is: given } }
  - { id: share, tally: { of: [c.*], is: 1, share: true }, if dividing by zero: NA }
`;
const scheme = (rule: string) => SCHEME.replace('RULE', rule);

describe('a tally', () => {
  it('counts the nodes that have one of the values', () => {
    const found = score(scheme('mean: items'), { rows: ['2024 a n 1', '2024 a m 2', '2024 b n 1', '2024 b m NA'] });
    expect(found.column('met')).toBe('2 1');
    expect(found.column('delivered')).toBe('2 1');
  });

  it('gives a share among those that apply', () => {
    expect(figure(scheme('mean: items'), 'share', '2024 a n 1', '2024 a m NA', '2024 a k 5')).toBe('0.5');
    expect(figure(scheme('mean: items'), 'share', '2024 a n NA', '2024 a m NA', '2024 a k NA')).toBe('NA');
  });
});

describe('a plain mean', () => {
  it('counts a missing child 0 and leaves out what does not apply', () => {
    expect(figure(scheme('mean: items'), 'block', '2024 a n 6', '2024 a k 6')).toBe('4');
    expect(figure(scheme('mean: items'), 'block', '2024 a n 6', '2024 a m NA', '2024 a k 2')).toBe('4');
    expect(figure(scheme('mean: items'), 'block', '2024 a n NA', '2024 a m NA', '2024 a k NA')).toBe('NA');
  });

  it('can leave missing children out', () => {
    const left = scheme('mean: { missing: leave out }');
    expect(figure(left, 'block', '2024 a n 6', '2024 a k 2')).toBe('4');
    expect(figure(left, 'block', '2024 a n NA')).toBe('missing');
    expect(figure(left, 'block', '2024 a n NA', '2024 a m NA', '2024 a k NA')).toBe('NA');
  });
});
