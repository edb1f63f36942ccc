import { describe, expect, it } from 'vitest';
import { faultsOf, figure, score, scoreFault } from '../score/testing/score-text.ts';

const INPUTS = `
inputs:
  n: { kind: number, NA: true }
  m: { kind: number }
  late: { kind: event }
`;
const cases = (list: string, section = 'results', rest = '') =>
  `${INPUTS}${section}:\n  - { id: x, cases: [${list}]${rest} }\n`;
const GRADE = '{ if: exists(late), is: 差 }, { if: n > 5, is: 好 }, { is: 中 }';

describe('cases', () => {
  it('give the first that is known to hold', () => {
    expect(figure(cases(GRADE), 'x', '2024 a late', '2024 a n 9')).toBe('差');
    expect(figure(cases(GRADE), 'x', '2024 a n 9')).toBe('好');
    expect(figure(cases(GRADE), 'x', '2024 a n 5')).toBe('中');
    expect(figure(cases(GRADE), 'x')).toBe('中');
    expect(figure(cases(GRADE), 'x', '2024 a n NA')).toBe('中');
  });

  it('need the inputs of a formula in its own case only', () => {
    const item = cases('{ if: given(n), use: n }, { if: missing(n), use: m }, { is: NA }', 'items');
    expect(figure(item, 'x', '2024 a n 3')).toBe('3');
    expect(figure(item, 'x', '2024 a m 4')).toBe('4');
    expect(figure(item, 'x')).toBe('missing');
    expect(figure(item, 'x', '2024 a n NA')).toBe('NA');
  });

  it('make an indicator missing where what they compare is', () => {
    expect(figure(cases('{ if: n > 5, is: 9 }, { is: 1 }', 'items'), 'x')).toBe('missing');
    expect(figure(cases('{ if: n > 5, is: 9 }, { is: 1 }', 'items', ', strict: false'), 'x')).toBe('1');
    expect(figure(cases('{ if: n > 5, is: 9 }, { is: 1 }', 'results', ', strict: true'), 'x')).toBe('missing');
  });

  it('stop the scoring where none holds', () => {
    expect(scoreFault(cases('{ if: n > 5, is: 1 }'), { rows: ['2024 a n 3'] })).toBe('score.no-case 2024 a x');
  });

  it('show every case up to the one taken', () => {
    const found = score(cases(GRADE), { rows: ['2024 a n 9'] }).explain({ node: 'x' });
    const steps = found.steps.map(({ title, figure }) => `${title.en}: ${figure.state === 'value' ? figure.text : ''}`);
    expect(steps.slice(0, 2)).toEqual(['there is late: false', 'n > 5: true']);
    expect(found.rule.zh).toBe('依次适用第一种符合的情形：有late的，为 差；n > 5的，为 好；其他的，为 中');
  });

  it.each([
    ['{ is: 1 }, { if: n > 5, is: 2 }', 'cases.not-last { is: 1 }'],
    ['{ if: n > 5, is: 2 }, { is: 中 }', 'cases.types { is: 中 }'],
  ])('are refused: %s', (list, fault) => {
    expect(faultsOf(cases(list))).toEqual([fault]);
  });

  it('refuse keys that would have no effect', () => {
    expect(faultsOf(cases('{ if: n > 5, is: 2, use: n }, { is: 1 }')).length).toBe(1);
    expect(faultsOf(cases('{ if: n > 5, is: 2, when: n > 3 }, { is: 1 }')).length).toBe(1);
  });
});
