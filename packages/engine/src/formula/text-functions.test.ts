import { describe, expect, it } from 'vitest';
import { faultsOf, row, score } from '../score/testing/score-text.ts';

const SCHEME = `
inputs:
  leave: { kind: event, value: amount }
  word: { kind: level, words: any }
results:
  - { id: x, title: 天数, formula: 'sum(leave[contains(category, "晚育")])' }
  - { id: y, formula: 'contains(word, "b")' }
`;

describe('contains', () => {
  it('asks for a part of a word', () => {
    const rows = [
      row('2024 u leave 5', { category: '产假+晚育' }),
      row('2024 u leave 3', { category: '产假' }),
      '2024 u word abc',
    ];
    const found = score(SCHEME, { rows });
    expect([found.figure('u', 'x'), found.figure('u', 'y')]).toEqual(['5', 'true']);
    expect(found.explain({ node: 'x', subject: 'u' }).rule.zh).toBe('leave(类别含“晚育”)合计');
  });

  it('is missing where the word is', () => {
    expect(score(SCHEME, { rows: ['2024 u leave 1'] }).figure('u', 'y')).toBe('missing');
  });

  it('takes words only', () => {
    const wrong = SCHEME.replace('contains(word, "b")', 'contains(word, 1)');
    expect(faultsOf(wrong)).toEqual(['formula.wrong-type 1']);
  });
});
