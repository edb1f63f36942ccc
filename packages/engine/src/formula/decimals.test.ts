import { describe, expect, it } from 'vitest';
import { faultsOf, score } from '../score/testing/score-text.ts';

const SCHEME = `
inputs:
  rate: { kind: number, NA: true }
  stated: { kind: number, NA: true }
  slip: { kind: event, value: amount }
results:
  - { id: places, formula: decimals(stated) }
  - { id: agrees, formula: 'round half up(rate, decimals(stated)) = stated' }
  - { id: fine, formula: 'count(slip[decimals(value) > 1])' }
`;

describe('decimals', () => {
  it.each([
    ['113', '0', 'true'],
    ['113.0', '1', 'true'],
    ['113.00', '2', 'false'],
    ['113.03', '2', 'true'],
  ])('of %s are %s', (stated, places, agrees) => {
    const { column } = score(SCHEME, { rows: [`2024 a rate 113.0333`, `2024 a stated ${stated}`] });
    expect([column('places'), column('agrees')]).toEqual([places, agrees]);
  });

  it('are missing or NA where the input is', () => {
    const { column } = score(SCHEME, { rows: ['2024 a rate 1', '2024 b rate 1', '2024 b stated NA'] });
    expect(column('places')).toBe('missing NA');
  });

  it('can be asked of each row', () => {
    expect(score(SCHEME, { rows: ['2024 a slip 1.50', '2024 a slip 2.5'] }).column('fine')).toBe('1');
  });

  it('show the input that they were counted of', () => {
    const { inputs } = score(SCHEME, { rows: ['2024 a stated 1.50'] }).explain({ subject: 'a', node: 'places' });
    expect(inputs.map(({ item, rows }) => [item, rows[0]?.value])).toEqual([['stated', '1.50']]);
  });

  it('round what is compared, and the explanation shows it rounded', () => {
    const { explain } = score(SCHEME, { rows: ['2024 a rate 113.0333', '2024 a stated 113.00'] });
    expect(explain({ subject: 'a', node: 'agrees' }).arithmetic).toContain('113.03 = 113');
  });

  it('belong to inputs alone', () => {
    expect(faultsOf(`${SCHEME}  - { id: wrong, formula: decimals(places) }`)[0]).toContain('formula.unsupported');
    expect(faultsOf(`${SCHEME}  - { id: wrong, formula: decimals(slip) }`)[0]).toContain('formula.unsupported');
  });
});
