import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score } from '../score/testing/score-text.ts';

const scheme = (items: string) => `
inputs:
  honour: { kind: event, categories: [省, 市] }
  late: { kind: event }
  rate: { kind: number, NA: true }
  open: { kind: flag }
adjustments:
  bonus: { title: 加分 }
  penalty: { title: 扣分 }
  items:
${items}
results:
  - { id: total, formula: bonus - penalty }
`;
const PLUS = '    - { id: one, plus: [{ each: honour, by: { 省: 2, 市: 1 } }] }';
const MINUS = '    - { id: two, minus: [{ each: late, marks: 0.5 }] }';
const BOTH = '    - { id: both, plus: [{ each: honour, by: { 省: 2, 市: 1 } }], minus: [{ each: late, marks: 0.5 }] }';
const honour = (category: string, value = '') => row(`2024 a honour ${value}`, { category });

describe('plus and minus', () => {
  it('bring their figure to bonus and penalty; what is taken off is shown with a minus and counted without', () => {
    const both = scheme(`${PLUS}\n${MINUS}`);
    const { figure: read } = score(both, { rows: [honour('省', '3'), '2024 a late 3'] });
    expect(['one', 'two', 'bonus', 'penalty', 'total'].map((id) => read('a', id))).toEqual([
      '6',
      '-1.5',
      '6',
      '1.5',
      '4.5',
    ]);
  });

  it('show what is taken off as it is where the scheme says so', () => {
    const shown = scheme('    - { id: two, minus: { shown: positive, lines: [{ each: late, marks: 0.5 }] } }');
    const { figure: read } = score(shown, { rows: ['2024 a late 3'] });
    expect(['two', 'penalty', 'total'].map((id) => read('a', id))).toEqual(['1.5', '1.5', '-1.5']);
  });

  it('speak beside the rule of what is taken off', () => {
    const limited = scheme(MINUS.replace('id: two', 'id: two, at most: 1'));
    expect(figure(limited, 'two', '2024 a late 9')).toBe('-1');
    expect(figure(limited, 'penalty', '2024 a late 9')).toBe('1');
  });

  it('are limited, set aside and rounded before they enter the sums', () => {
    const limited = scheme(`${PLUS.replace('id: one', 'id: one, at most: 4')}\n${MINUS}`);
    expect(figure(limited, 'bonus', honour('省', '3'))).toBe('4');
    const aside = scheme(MINUS.replace('id: two', 'id: two, unless: { if: exists(honour), is: 0 }'));
    expect(figure(aside, 'penalty', honour('省'), '2024 a late 3')).toBe('0');
    expect(figure(aside, 'penalty', '2024 a late 3')).toBe('1.5');
    const rounded = scheme(MINUS.replace('id: two', 'id: two, round: 0'));
    expect(figure(rounded, 'penalty', '2024 a late 3')).toBe('2');
  });

  it('enter only where they exist and apply, and are missing with an input', () => {
    const gone = scheme(`${MINUS.replace('id: two', 'id: two, exists if: exists(honour)')}\n${PLUS}`);
    expect(figure(gone, 'penalty', '2024 a late 3')).toBe('NA');
    expect(figure(gone, 'penalty', '2024 a late 3', honour('省'))).toBe('1.5');
    const guarded = scheme('    - { id: one, plus: [{ per: 1, of: rate, marks: 1 }, { marks: 1 }] }');
    expect(figure(guarded, 'one')).toBe('missing');
    expect(figure(guarded, 'bonus')).toBe('0');
    const passing = scheme(
      '    - { id: one, plus: { NA: pass over, lines: [{ per: 1, of: rate, marks: 1 }, { marks: 1 }] } }',
    );
    expect(figure(passing, 'bonus', '2024 a rate NA')).toBe('1');
  });

  it('belong under the adjustments, where full marks say nothing', () => {
    expect(
      faultsOf('inputs: { late: { kind: event } }\nitems:\n  - { id: x, max: 5, plus: [{ each: late, marks: 1 }] }'),
    ).toEqual([expect.stringContaining('adjust.outside')]);
    expect(faultsOf(scheme(PLUS.replace('id: one', 'id: one, max: 5')))).toEqual([
      expect.stringContaining('adjust.modifier'),
    ]);
  });

  it('make one figure of a node that has both, and count on both sides', () => {
    const rows = [honour('省'), '2024 a late 3'];
    const { figure: read, explain } = score(scheme(BOTH), { rows });
    expect(['both', 'bonus', 'penalty'].map((id) => read('a', id))).toEqual(['0.5', '2', '1.5']);
    expect(explain({ node: 'both', subject: 'a', period: '2024' }).rule.zh).toBe(
      '加分：honour每次：省 2、市 1。扣分：late每次 0.5 分',
    );
    expect(figure(scheme(BOTH), 'both')).toBe('0');
  });

  it('take the conditions of a node with both along into both sums', () => {
    const conditional = scheme(BOTH.replace('id: both', 'id: both, only if: exists(honour)'));
    expect(figure(conditional, 'both', '2024 a late 2')).toBe('NA');
    expect(figure(conditional, 'penalty', '2024 a late 2')).toBe('NA'); // no adjustment applies
    expect(figure(conditional, 'penalty', '2024 a late 2', honour('市'))).toBe('1');
    const guarded = scheme(BOTH.replace('plus: [', 'plus: [{ if: open, marks: 5 }, '));
    expect(figure(guarded, 'both', '2024 a late 2')).toBe('missing');
    expect(figure(guarded, 'penalty', '2024 a late 2')).toBe('0');
    expect(figure(guarded, 'bonus', honour('市'), '2024 a open true')).toBe('6');
  });

  it('of a node with both lack together what one of them lacks, also where NA is passed over', () => {
    const both = scheme(
      '    - { id: both, plus: [{ each: late, marks: 2 }], minus: { NA: pass over, lines: [{ marks: rate }] } }',
    );
    const read = (...rows: string[]) => {
      const found = score(both, { rows: ['2024 a late 1', ...rows] });
      return ['both', 'bonus', 'penalty'].map((id) => found.figure('a', id)).join(' ');
    };
    expect(read('2024 a rate 3')).toBe('-1 2 3');
    expect(read('2024 a rate NA')).toBe('2 2 0');
    expect(read()).toBe('missing 0 0');
  });

  it('of a node with both do not need what only its conditions ask for', () => {
    const both = scheme(BOTH.replace('id: both,', 'id: both, missing if: rate > 5,'));
    const found = score(both, { rows: [honour('省'), '2024 a late 1'] });
    expect(['both', 'bonus', 'penalty'].map((id) => found.figure('a', id))).toEqual(['1.5', '2', '0.5']);
  });

  it('refuse in a node with both what would not say which side it means', () => {
    for (const key of ['at most: 3', 'round: 1', 'unless: { if: open, is: 0 }'])
      expect(faultsOf(scheme(BOTH.replace('id: both', `id: both, ${key}`)))).toEqual([
        expect.stringContaining('adjust.modifier'),
      ]);
    const shown = BOTH.replace(
      '[{ each: late, marks: 0.5 }]',
      '{ shown: positive, lines: [{ each: late, marks: 1 }] }',
    );
    expect(faultsOf(scheme(shown))).toEqual([expect.stringContaining('adjust.shown')]);
  });

  it('can have a limit and a condition for each of the sums', () => {
    const limited = scheme(BOTH).replace('title: 加分 }', 'title: 加分, at most: 1.5 }');
    expect(figure(limited, 'bonus', honour('省'))).toBe('1.5');
    const conditional = scheme(BOTH).replace('title: 加分 }', 'title: 加分, only if: not(exists(late)) }');
    expect(figure(conditional, 'bonus', honour('省'), '2024 a late')).toBe('NA');
  });

  it('say in words what they add and take off', () => {
    const { explain } = score(scheme(`${PLUS}\n${MINUS}`), { rows: ['2024 a late'] });
    expect(explain({ node: 'one', subject: 'a', period: '2024' }).rule.zh).toBe('加分：honour每次：省 2、市 1');
    expect(explain({ node: 'two', subject: 'a', period: '2024' }).rule.zh).toBe('扣分：late每次 0.5 分');
  });
});
