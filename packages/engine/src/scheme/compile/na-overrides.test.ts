import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row } from '../../score/testing/score-text.ts';

const scheme = (nodes: string) => `inputs:
  river: { kind: event, categories: { water: 水质, mining: 采砂 }, NA: overrides }
  fire: { kind: event, NA: true }
  vote: { kind: rating, NA: overrides }
  n: { kind: number }
${nodes}
`;
const result = (formula: string) => scheme(`results:\n  - { id: x, formula: '${formula}' }`);
const WATER = row('2024 a river 2', { category: 'water' });
const NONE = row('2024 a river NA', { category: 'water' });

describe('a row of NA that overrides', () => {
  it('decides, whatever other rows of the event there are', () => {
    const asks = result('applies(river)');
    expect(figure(asks, 'x', '2024 a n 1')).toBe('true');
    expect(figure(asks, 'x', WATER)).toBe('true');
    expect(figure(asks, 'x', NONE)).toBe('false');
    expect(figure(asks, 'x', WATER, NONE)).toBe('false');
  });

  it('does not where NA is only provided for: what happened happened', () => {
    expect(figure(result('applies(fire)'), 'x', '2024 a fire 1', '2024 a fire NA')).toBe('true');
    expect(figure(result('applies(fire)'), 'x', '2024 a fire NA')).toBe('false');
  });

  it('decides over the rows that a condition leaves, and no others', () => {
    const asks = (category: string) => result(`applies(river[category = "${category}"])`);
    expect(figure(asks('water'), 'x', WATER, NONE)).toBe('false');
    expect(figure(asks('mining'), 'x', WATER, NONE)).toBe('true');
    expect(figure(result('applies(river[category = "water"][date > "2024-06-01"])'), 'x', NONE)).toBe('true');
  });

  it('decides over ballots, also those that a condition leaves', () => {
    const [own, other] = ['a', 'b'].map((rater) => row('2024 a vote NA', { rater }));
    const ballot = row('2024 a vote 90', { rater: 'c' });
    const poll = (condition: string) =>
      scheme(`items:\n  - { id: x, max: 100, poll: { of: vote, except own: true }, only if: '${condition}' }`);
    expect(figure(poll('applies(vote)'), 'x', ballot)).toBe('90');
    expect(figure(poll('applies(vote)'), 'x', ballot, other!)).toBe('NA');
    expect(figure(poll('applies(vote)'), 'x', ballot, own!)).toBe('NA');
    expect(figure(poll('applies(vote[rater != subject])'), 'x', ballot, own!)).toBe('90');
    expect(figure(poll('applies(vote[rater != subject])'), 'x', ballot, other!)).toBe('NA');
  });

  it('makes NA what needs the rows', () => {
    const needs = (item: string) => scheme(`items:\n  - { id: x, max: 9, formula: n, needs: ${item} }`);
    expect(figure(needs('river'), 'x', '2024 a n 5', WATER)).toBe('5');
    expect(figure(needs('river'), 'x', '2024 a n 5', WATER, NONE)).toBe('NA');
    expect(figure(needs('vote'), 'x', '2024 a n 5')).toBe('missing');
    expect(figure(needs('vote'), 'x', '2024 a n 5', row('2024 a vote 3', { rater: 'c' }))).toBe('5');
    expect(figure(needs('vote'), 'x', '2024 a n 5', row('2024 a vote NA', { rater: 'c' }))).toBe('NA');
  });

  it('still counts what happened, where nobody asks', () => {
    expect(figure(result('sum(river)'), 'x', WATER, NONE)).toBe('2');
  });

  it('is refused where there is one row anyway, and narrowed rows are asked only where it overrides', () => {
    expect(
      faultsOf(
        scheme('results: [{ id: x, formula: n }]').replace('n: { kind: number }', 'n: { kind: number, NA: overrides }'),
      ),
    ).toEqual(['input.overrides { kind: number, NA: overrides }']);
    expect(faultsOf(result('applies(fire[value > 1])'))[0]).toBe('formula.needs-overrides fire');
    expect(
      faultsOf(
        scheme(
          'items:\n  - { id: river, max: 1, formula: n }\nresults:\n  - { id: x, formula: "applies(river[value > 1])" }',
        ),
      )[0],
    ).toBe('formula.needs-overrides river');
  });
});
