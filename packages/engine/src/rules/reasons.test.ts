import { describe, expect, it } from 'vitest';
import { figure, score } from '../score/testing/score-text.ts';

const SCHEME = `
inputs:
  n: { kind: number, NA: true }
  late: { kind: event }
results:
  - id: x
    reasons:
      - { if: exists(late), code: 1, title: 迟到 }
      - { if: n < 5, code: b, clause: 八.3 }
`;

describe('reasons', () => {
  it('list all codes that hold, in their order', () => {
    expect(figure(SCHEME, 'x', '2024 a late', '2024 a n 3')).toBe('1;b');
    expect(figure(SCHEME, 'x', '2024 a n 3')).toBe('b');
    expect(figure(SCHEME, 'x', '2024 a n 5')).toBe('none');
    expect(figure(SCHEME, 'x')).toBe('none');
    expect(figure(SCHEME, 'x', '2024 a n NA', '2024 a late')).toBe('1');
  });

  it('show those that do not hold, with their numbers', () => {
    const found = score(SCHEME, { rows: ['2024 a n 7', '2024 a late'] }).explain({ node: 'x' });
    expect(found.steps.map(({ title, applied }) => `${title.zh} ${applied}`)).toEqual(['迟到 true', 'n < 5 false']);
    expect(found.rule.zh).toBe('列出全部符合的情形：1：迟到；b：n < 5');
  });
});
