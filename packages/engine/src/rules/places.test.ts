import { describe, expect, it } from 'vitest';
import { faultsOf, score, subject } from '../score/testing/score-text.ts';

const scheme = (places: string) => `
inputs: { total: { kind: number, NA: true }, seats: { kind: number, NA: true }, flag: { kind: flag, without a row: false } }
results:
  - { id: total, formula: input.total }
  - { id: x, places: { ${places} } }
`;
const ids = [...'abcdefghij'];
const given = (totals: readonly (number | string)[]) => totals.map((total, at) => `2024 ${ids[at]} total ${total}`);
const who = (places: string, totals: readonly (number | string)[], ...more: readonly string[]) =>
  score(scheme(places), { rows: [...given(totals), ...more] }).column('x');

describe('places', () => {
  it('go to the best, in number or as a share of all who take part', () => {
    expect(who('number: 2', [3, 9, 7])).toBe('false true true');
    expect(who('share: 50%', [3, 9, 7])).toBe('false true false');
    expect(who('share: 50%, rounded: up', [3, 9, 7])).toBe('false true true');
    expect(who('share: 50%, rounded: half up', [3, 9, 7])).toBe('false true true');
    expect(who('share: 10%, at least: 1', [3, 9, 7])).toBe('false true false');
    expect(who('share: 50%, share of: total > 5', [3, 9, 7])).toBe('false true false');
    expect(who('share: 50%, share of: everybody, among: total < 9', [3, 9, 7])).toBe('false false true');
  });

  it('say in words what the share is of, be it a number or named', () => {
    const rule = (places: string) =>
      score(scheme(places), { rows: given([1]) }).explain({ node: 'x', subject: 'a', period: '2024' }).rule.zh;
    expect(rule('share: 30%')).toContain('名额为参加的人数的 30%（取整）');
    expect(rule('share: seats / 10')).toContain('名额为参加的人数 × seats ÷ 10（取整）');
  });

  it('go to the worst where they should', () => {
    expect(who('number: 1, from: lowest', [3, 9, 7])).toBe('true false false');
    expect(who('number: 1, from: lowest, word: 末位, else: none', [3, 9, 7])).toBe('末位 none none');
  });

  it('drop a tie across the last place, or admit it', () => {
    expect(who('number: 2', [9, 7, 7])).toBe('true false false');
    expect(who('number: 2, ties: admit', [9, 7, 7])).toBe('true true true');
    expect(who('number: 0, ties: admit', [9, 9])).toBe('false false');
  });

  it('are passed on past those who do not compete, not past the gate', () => {
    expect(who('number: 1, among: not(flag)', [3, 9, 7], '2024 b flag true')).toBe('false false true');
    expect(who('number: 1, gate: not(flag)', [3, 9, 7], '2024 b flag true')).toBe('false false false');
  });

  it('are not used by those who have it directly', () => {
    expect(who('number: 1, first: flag', [3, 9, 7], '2024 b flag true')).toBe('false true true');
    expect(who('number: 1, first: flag, gate: total > 8', [3, 9, 7], '2024 a flag true')).toBe('false true false');
  });

  it('rank a missing figure as 0, and give none to one that is NA', () => {
    expect(who('number: 2', [3, 'NA', 7])).toBe('true false true');
    expect(who('number: 2, from: lowest', [3, 7], '2024 c flag false')).toBe('true false true');
  });

  it('are missing or NA where their number is, except for those who have it directly', () => {
    expect(who('number: input.seats, first: flag', [3, 9], '2024 a seats 1', '2024 b flag true')).toBe('true true');
    expect(who('number: input.seats, first: flag', [3, 9], '2024 b flag true')).toBe('missing true');
    expect(who('number: input.seats', [3, 9], '2024 a seats NA', '2024 b seats 1')).toBe('NA true');
    expect(who('number: input.seats, gate: not(flag)', [3], '2024 a flag true')).toBe('false');
    expect(who('number: 1 / input.seats, first: flag', [3], '2024 a seats 0', '2024 a flag true')).toBe('true');
  });

  it('belong to the group, or to another column', () => {
    const units = [subject('a', { group: 'g' }), subject('b', { group: 'h' }), subject('c', { group: 'h' })];
    const of = (places: string) => score(scheme(places), { rows: given([3, 9, 7]), units }).column('x');
    expect(of('number: 1')).toBe('true true false');
    expect(of('number: 1, within: everybody')).toBe('false true false');
  });

  it('say how many there are, and where somebody stands', () => {
    const { steps } = score(scheme('share: 50%'), { rows: given([3, 9, 7]) }).explain({ subject: 'c', node: 'x' });
    expect(steps.map(({ title }) => title.zh)).toEqual(['名次（并列取末位）', '参加人数', '名额', '名次在名额内']);
    expect(steps.at(-1)?.applied).toBe(false);
  });

  it('need a number or a share, and no key without effect', () => {
    expect(faultsOf(scheme('by: total'))[0]).toContain('places.number');
    expect(faultsOf(scheme('number: 1, share: 10%'))[0]).toContain('places.number');
    expect(faultsOf(scheme('number: 1, rounded: up'))[0]).toContain('places.unused-key');
  });
});
