import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score } from '../score/testing/score-text.ts';

const scheme = (poll: string) => `
inputs:
  ballot: { kind: rating }
  words: { kind: rating, words: [好, 差] }
items:
  - { id: x, max: 100, poll: { ${poll} } }
`;
const ballot = (value: string, category: string, rater: string) => row(`2024 a ballot ${value}`, { category, rater });
const BALLOTS = [
  ballot('80', '教师', 'r1'),
  ballot('90', '教师', 'a'),
  ballot('99', '家长', 'r2'),
  ballot('NA', '教师', 'r3'),
];

describe('a poll', () => {
  it('is the plain mean of all ballots, those of NA left out', () => {
    expect(figure(scheme('of: ballot'), 'x', ...BALLOTS)).toBe('89.666666666667');
  });

  it('can go by classes of raters, by a condition, and without what people say of themselves', () => {
    expect(figure(scheme('of: ballot, categories: 教师'), 'x', ...BALLOTS)).toBe('85');
    expect(figure(scheme('of: ballot, categories: [教师, 家长], except own: true'), 'x', ...BALLOTS)).toBe('89.5');
    expect(figure(scheme('of: ballot, where: value < 99'), 'x', ...BALLOTS)).toBe('85');
  });

  it('is missing without a ballot that counts', () => {
    expect(figure(scheme('of: ballot'), 'x')).toBe('missing');
    expect(figure(scheme('of: ballot'), 'x', ballot('NA', '教师', 'r1'))).toBe('missing');
    expect(figure(scheme('of: ballot, categories: 学生'), 'x', ...BALLOTS)).toBe('missing');
    expect(figure(scheme('of: ballot, except own: true'), 'x', ballot('90', '教师', 'a'))).toBe('missing');
  });

  it('says of each ballot that does not count why not', () => {
    const reasons = (poll: string) =>
      score(scheme(poll), { rows: BALLOTS })
        .explain({ node: 'x', subject: 'a', period: '2024' })
        .inputs[0]?.rows.map(({ value, reason }) => `${value} ${reason?.zh ?? ''}`.trim());
    expect(reasons('of: ballot, categories: 教师, except own: true')).toEqual([
      '80',
      '90 本人对本人的评分',
      '99 不是教师的票',
      'NA',
    ]);
    expect(reasons('of: ballot, where: value < 99')?.[2]).toBe('99 不符合条件：该数值 < 99');
  });

  it('calls classes and words in its rule what the scheme calls them', () => {
    const titled = `
inputs:
  vote: { kind: rating, categories: { boss: 领导, staff: 职工 }, words: { good: 好, bad: 差 } }
items:
  - { id: x, max: 100, poll: { of: vote, categories: boss, words: { good: 100, bad: 40 } } }
`;
    const rows = [row('2024 a vote good', { category: 'boss', rater: 'r' })];
    const { rule } = score(titled, { rows }).explain({ node: 'x', subject: 'a', period: '2024' });
    expect(rule.zh).toContain('（领导）');
    expect(rule.zh).toContain('好 100、差 40');
  });

  it('gives words their points', () => {
    const words = [row('2024 a words 好'), row('2024 a words 好'), row('2024 a words 差')];
    expect(figure(scheme('of: words, words: { 好: 100, 差: 40 }'), 'x', ...words)).toBe('80');
  });

  it('refuses words that nothing gives points to', () => {
    expect(faultsOf(scheme('of: words'))).toEqual(['poll.no-words words']);
  });

  it('reads ballots of sub-periods too', () => {
    expect(figure(scheme('of: ballot'), 'x', row('2024-Q1 a ballot 60'), row('2024-Q2 a ballot 70'))).toBe('65');
  });
});
