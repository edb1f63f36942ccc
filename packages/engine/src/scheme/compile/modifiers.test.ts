import { describe, expect, it } from 'vitest';
import { figure, score, scoreFault } from '../../score/testing/score-text.ts';

const INPUTS = `inputs:
  n: { kind: number, NA: true }
  m: { kind: number }
  late: { kind: event }
  open: { kind: flag }
`;
const item = (node: string) => `${INPUTS}items:\n  - { id: x, ${node} }\n`;
const result = (node: string) => `${INPUTS}results:\n  - { id: x, ${node} }\n`;

describe('limits', () => {
  it('keep a leaf of the tree between 0 and its full marks', () => {
    expect(figure(item('max: 5, formula: n'), 'x', '2024 a n 9')).toBe('5');
    expect(figure(item('max: 5, formula: n'), 'x', '2024 a n -9')).toBe('0');
    expect(figure(item('max: 5, may exceed max: true, formula: n'), 'x', '2024 a n 9')).toBe('9');
    expect(figure(item('max: 5, may go below 0: true, formula: n'), 'x', '2024 a n -9')).toBe('-9');
    expect(figure(item('formula: n'), 'x', '2024 a n -9')).toBe('-9');
  });

  it('leave results alone, which have no marks to stay within', () => {
    expect(figure(result('max: 5, formula: n'), 'x', '2024 a n 9')).toBe('9');
    expect(figure(result('max: 5, formula: n'), 'x', '2024 a n -9')).toBe('-9');
  });

  it('can go by data, also full marks themselves', () => {
    expect(figure(item('max: m, formula: n'), 'x', '2024 a n 9', '2024 a m 7')).toBe('7');
    expect(figure(item('max: m, formula: n'), 'x', '2024 a n 9')).toBe('missing');
    expect(figure(result('formula: n, at most: m'), 'x', '2024 a n 9', '2024 a m 7')).toBe('7');
    expect(figure(result('formula: n, at least: 2, at most: 4'), 'x', '2024 a n 1')).toBe('2');
    expect(figure(result('formula: n, at least: 2, at most: 4'), 'x', '2024 a n 4.01')).toBe('4');
  });
});

describe('the guard of a leaf', () => {
  const scheme = item('max: 9, formula: if n > 5 then 9 else m');

  it('makes it missing while any input that is no event is missing, even one that does not matter', () => {
    expect(figure(scheme, 'x', '2024 a n 6')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a m 1')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 6', '2024 a m 1')).toBe('9');
    expect(figure(item('max: 9, formula: n + count(late)'), 'x', '2024 a n 6')).toBe('6');
  });

  it('is not lifted by asking whether the input is there: a stand-in of the input does that', () => {
    expect(figure(item('max: 9, formula: if missing(n) then 2 else n'), 'x')).toBe('missing');
    const standIn = item('max: 9, formula: if missing(k) then 2 else 3').replace(
      'inputs:',
      'inputs:\n  k: { kind: number, without a row: 0 }',
    );
    expect(figure(standIn, 'x')).toBe('2');
  });

  it('makes it not apply where an input does not', () => {
    expect(figure(scheme, 'x', '2024 a n NA', '2024 a m 1')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a n NA')).toBe('NA');
  });

  it('makes it not apply where an input with a stand-in for "no row" does not', () => {
    const standIn = item('max: 9, deduct: [{ if: k > 5, marks: 1 }]').replace(
      'inputs:',
      'inputs:\n  k: { kind: number, NA: true, without a row: 0 }',
    );
    expect(figure(standIn, 'x')).toBe('9');
    expect(figure(standIn, 'x', '2024 a k 6')).toBe('8');
    expect(figure(standIn, 'x', '2024 a k NA')).toBe('NA');
  });

  it('takes NA that is not provided for as missing', () => {
    expect(figure(scheme, 'x', '2024 a n 6', '2024 a m NA')).toBe('missing');
  });

  it('counts a missing leaf as 0 above, and lets the subject be incomplete', () => {
    const tree = `${item('max: 9, formula: n')}results:\n  - { id: total, formula: x + 1 }\n`;
    const found = score(tree, { rows: ['2024 a here 1', '2024 b n 3', '2024 c n NA'] });
    expect(found.column('x')).toBe('missing 3 NA');
    expect(found.column('total')).toBe('1 4 NA');
    expect(found.column('complete')).toBe('false true true');
  });

  it('does not hold for results: what a formula passes over does not matter', () => {
    expect(figure(result('formula: if n > 5 then 9 else m'), 'x', '2024 a n 6')).toBe('9');
    expect(figure(result('formula: if n > 5 then 9 else m'), 'x', '2024 a n 1')).toBe('missing');
  });

  it('is stronger than an exception of the same node', () => {
    const scheme2 = item('max: 9, formula: n, unless: { if: exists(late), is: 0 }');
    expect(figure(scheme2, 'x', '2024 a late')).toBe('missing');
    expect(figure(scheme2, 'x', '2024 a late', '2024 a n 4')).toBe('0');
  });
});

describe('exceptions', () => {
  const scheme = result('formula: n, unless: [{ if: n > 8, is: 1 }, { if: n > 5, use: n * 10 }, { if: open, is: NA }]');

  it('set the rule aside, the first that holds', () => {
    expect(figure(scheme, 'x', '2024 a n 9')).toBe('1');
    expect(figure(scheme, 'x', '2024 a n 6')).toBe('60');
    expect(figure(scheme, 'x', '2024 a n 5')).toBe('5');
    expect(figure(scheme, 'x', '2024 a n 5', '2024 a open true')).toBe('NA');
  });

  it('do not hold while they cannot be judged', () => {
    expect(figure(result('formula: 7 + 0, unless: { if: n > 1, is: 0 }'), 'x')).toBe('7');
    expect(figure(result('formula: 7 + 0, unless: { if: n > 1, is: 0 }'), 'x', '2024 a n NA')).toBe('7');
  });

  it('save a rule that could not be computed', () => {
    const saved = result('formula: 1 / n, unless: { if: n = 0, is: 5 }');
    expect(figure(saved, 'x', '2024 a n 0')).toBe('5');
    expect(scoreFault(result('formula: 1 / n'), { rows: ['2024 a n 0'] })).toBe('score.division-by-zero 2024 a x');
  });

  it('come before the rounding, and after the limits', () => {
    expect(
      figure(result('formula: n, at most: 3, unless: { if: n > 8, use: n / 7 }, round: 1'), 'x', '2024 a n 9'),
    ).toBe('1.3');
  });
});

describe('rounding', () => {
  it('goes half up to the places given, or as the mode says', () => {
    expect(figure(result('formula: n, round: 2'), 'x', '2024 a n 1.005')).toBe('1.01');
    expect(figure(result('formula: n, round: 0'), 'x', '2024 a n -2.5')).toBe('-3');
    expect(figure(result('formula: n, round: { places: 1, mode: down }'), 'x', '2024 a n 1.99')).toBe('1.9');
    expect(figure(result('formula: n, round: -1'), 'x', '2024 a n 15')).toBe('20');
  });

  it('counts for what is built on the figure', () => {
    const scheme = `${result('formula: n, round: 2')}  - { id: y, formula: x * 100 }\n`;
    expect(figure(scheme, 'y', '2024 a n 1.005')).toBe('101');
  });
});

describe('stand-ins', () => {
  const scheme = result('formula: 6 / n + m, if missing: 1, if not applicable: 2, if dividing by zero: 3');

  it('take the place of one state each', () => {
    expect(figure(scheme, 'x', '2024 a n 3', '2024 a m 1')).toBe('3');
    expect(figure(scheme, 'x', '2024 a n 3')).toBe('1');
    expect(figure(scheme, 'x', '2024 a n NA', '2024 a m 1')).toBe('2');
    expect(figure(scheme, 'x', '2024 a n 0', '2024 a m 1')).toBe('3');
  });

  it('are not rounded and not limited', () => {
    expect(figure(result('formula: n, if missing: 1.005, round: 2'), 'x')).toBe('1.005');
    expect(figure(item('max: 5, formula: n, if missing: 7'), 'x')).toBe('7');
  });

  it('can lead from one state to the next, and in this order', () => {
    expect(figure(result('formula: n, if missing: NA, if not applicable: 9'), 'x')).toBe('9');
  });
});

describe('whether a node applies at all', () => {
  it('is said by "only if", met only where it is known to hold', () => {
    const scheme = item('max: 5, formula: n, only if: open');
    expect(figure(scheme, 'x', '2024 a n 3', '2024 a open true')).toBe('3');
    expect(figure(scheme, 'x', '2024 a n 3', '2024 a open false')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a n 3')).toBe('NA');
    expect(figure(scheme, 'x', '2024 a open true')).toBe('missing');
  });

  it('holds for the nodes below, too', () => {
    const scheme = item('only if: open, items: [{ id: leaf, max: 5, formula: n }, { id: other, max: 5, formula: m }]');
    expect(figure(scheme, 'leaf', '2024 a n 3', '2024 a open true')).toBe('3');
    expect(figure(scheme, 'leaf', '2024 a n 3', '2024 a open false')).toBe('NA');
    expect(figure(scheme, 'complete', '2024 a open false')).toBe('true');
  });

  it('goes before everything else, also before a fault', () => {
    const scheme = result('formula: 1 / n, only if: n > 0, if not applicable: 9');
    expect(figure(scheme, 'x', '2024 a n 0')).toBe('NA');
  });

  it('and "missing if" says when it counts as not delivered', () => {
    const scheme = item('max: 5, formula: 3 + 0, missing if: not(given(n))');
    const steps = (rows: string[]) =>
      score(scheme, { rows })
        .explain({ node: 'x' })
        .steps.map(({ title, applied }) => `${title.en} ${applied}`);
    expect(steps(['2024 a m 1'])).toEqual(['Missing if n is not given true']);
    expect(steps(['2024 a n 1'])).toEqual(['Missing if n is not given false']);
    expect(figure(scheme, 'x')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 1')).toBe('3');
  });
});

describe('what is written', () => {
  it('leaves out rows that a condition keeps back, also those that could not be computed', () => {
    const scheme = result('formula: 1 / n, written if: n > 0');
    const found = score(scheme, { rows: ['2024 a n 0', '2024 b n 4', '2024 c here 1'] });
    expect(found.column('x')).toBe('– 0.25 –');
  });

  it('leaves out helpers, which others may still use', () => {
    const scheme = `${result('formula: n * 2, hidden: true')}  - { id: y, formula: x + 1 }\n`;
    expect(figure(scheme, 'y', '2024 a n 3')).toBe('7');
    expect(figure(scheme, 'x', '2024 a n 3')).toBe('no cell');
  });

  it('is complete without a leaf that is optional, and by a formula where the part has one', () => {
    const optional = `${item('max: 5, formula: n, optional: true')}  - { id: y, max: 5, formula: m }\n`;
    expect(figure(optional, 'complete', '2024 a m 1')).toBe('true');
    expect(figure(optional, 'complete', '2024 a n 1')).toBe('false');
    expect(figure(`complete: given(n)\n${item('max: 5, formula: m')}`, 'complete', '2024 a n 1')).toBe('true');
    expect(figure(`complete: false\n${item('max: 5, formula: m')}`, 'complete')).toBe('no cell');
    expect(figure(result('formula: n'), 'complete')).toBe('no cell');
  });
});

describe('what stands for a state', () => {
  it('can be the other state, full marks or half of them', () => {
    expect(figure(item('max: 5, formula: n, if not applicable: missing'), 'x', '2024 a n NA')).toBe('missing');
    expect(figure(item('max: 5, formula: n, if not applicable: full marks'), 'x', '2024 a n NA')).toBe('5');
    expect(figure(item('max: 5, formula: n, if missing: half marks'), 'x')).toBe('2.5');
  });

  it('can be the mean of those of the group that have a figure of their own', () => {
    const scheme = item('max: 5, formula: n, if not applicable: group mean');
    expect(score(scheme, { rows: ['2024 a n 2', '2024 b n 4', '2024 c n NA', '2024 d m 1'] }).column('x')).toBe(
      '2 4 3 missing',
    );
    expect(figure(scheme, 'x', '2024 a n NA')).toBe('5');
  });

  it('covers a parameter that is not set', () => {
    const scheme = `parameters:\n  fine: { kind: number }\n${result('formula: fine * n, if unset: NA')}`;
    expect(figure(scheme, 'x', '2024 a n 2')).toBe('NA');
  });
});

describe('a node that does not always exist', () => {
  const scheme = `${INPUTS}items:
  - id: top
    exists if: m > 0
    items:
      - { id: x, formula: n }
`;

  it('is not written, not missing, and nor is what stands below it', () => {
    const found = score(scheme, { rows: ['2024 a m 0', '2024 b m 1', '2024 c m 1', '2024 c n 2'] });
    expect(found.column('x')).toBe('– missing 2');
    expect(found.column('top')).toBe('– 0 2');
    expect(found.column('complete')).toBe('true false true');
  });
});

describe('a condition that makes a subject incomplete', () => {
  it('leaves the figure as it is', () => {
    const found = score(item('formula: n, incomplete if: n > 5'), { rows: ['2024 a n 6', '2024 b n 5', '2024 c m 1'] });
    expect(found.column('x')).toBe('6 5 missing');
    expect(found.column('complete')).toBe('false true false');
  });
});

describe('a value in a branch', () => {
  it('needs its inputs there only', () => {
    const scheme = item('max: 9, formula: n, unless: { if: exists(late), use: m }');
    expect(figure(scheme, 'x', '2024 a n 6')).toBe('6');
    expect(figure(scheme, 'x', '2024 a n 6', '2024 a late')).toBe('missing');
    expect(figure(scheme, 'x', '2024 a n 6', '2024 a late', '2024 a m 3')).toBe('3');
  });
});

describe('a hidden node', () => {
  it('keeps its state where others read it', () => {
    const scheme = `${item('formula: n')}results:\n  - { id: h, hidden: true, formula: n + 1 }\n  - { id: y, formula: h * 2 }\n`;
    expect(figure(scheme, 'y')).toBe('missing');
    expect(figure(scheme, 'y', '2024 a n 1')).toBe('4');
  });
});

describe('a parent that has marks of its own in some cases', () => {
  const tree = `inputs:
  own: { kind: score, max: 10 }
  n: { kind: number }
  late: { kind: event }
items:
  - id: x
    max: 10
    unless: { if: exists(late), use: own }
    items:
      - { id: y, max: 6, exists if: not(exists(late)), formula: n }
`;

  it('counts against its own full marks there, and against those that apply elsewhere', () => {
    const marks = (...rows: string[]) => {
      const { explain } = score(tree, { rows });
      const { figure: read, max } = explain({ node: 'x', subject: 'a', period: '2024' });
      return `${read.text} of ${max?.text}`;
    };
    expect(marks('2024 a late', '2024 a own 8')).toBe('8 of 10');
    expect(marks('2024 a n 5')).toBe('5 of 6');
  });

  it('makes the subject incomplete where they are missing', () => {
    expect(figure(tree, 'complete', '2024 a late')).toBe('false');
    expect(figure(tree, 'complete', '2024 a late', '2024 a own 8')).toBe('true');
    expect(figure(tree, 'complete', '2024 a n 5')).toBe('true');
  });
});
