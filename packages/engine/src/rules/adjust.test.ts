import { describe, expect, it } from 'vitest';
import { figure, row } from '../score/testing/score-text.ts';

const scheme = (items: string, sides = '') => `
inputs:
  honour: { kind: event, categories: [省, 市] }
  late: { kind: event }
  rate: { kind: number }
  open: { kind: flag }
adjustments:
  bonus: { title: 加分${sides} }
  penalty: { title: 扣分 }
  items:
${items}
results:
  - { id: total, formula: bonus - penalty }
`;
const ONE = `    - { id: one, adjust: { plus: [{ each: honour, by: { 省: 2, 市: 1 } }], minus: [{ each: late, marks: 0.5 }], plus at most: 3, minus at most: 2 } }`;
const honour = (category: string, value = '') => row(`2024 a honour ${value}`, { category });

describe('adjustments outside the tree', () => {
  it('are pluses less minuses, each side cut at its own limit', () => {
    expect(figure(scheme(ONE), 'one', honour('省'), '2024 a late 3')).toBe('0.5');
    expect(figure(scheme(ONE), 'one', honour('省', '5'), '2024 a late')).toBe('2.5');
    expect(figure(scheme(ONE), 'one', honour('市'), '2024 a late 99')).toBe('-1');
  });

  it('make up the sums of bonus and penalty, the penalty as a positive number', () => {
    const both = scheme(`${ONE}\n    - { id: two, adjust: { plus: [{ each: late, marks: 10 }] } }`);
    const rows = [honour('省'), '2024 a late 3'];
    expect(figure(both, 'bonus', ...rows)).toBe('32');
    expect(figure(both, 'penalty', ...rows)).toBe('1.5');
    expect(figure(both, 'total', ...rows)).toBe('30.5');
  });

  it('are 0 where nothing happened', () => {
    expect(figure(scheme(ONE), 'one')).toBe('0');
    expect(figure(scheme(ONE), 'bonus')).toBe('0');
    expect(figure(scheme('    - { id: one, adjust: { plus: [{ each: late, marks: 1 }] } }'), 'penalty')).toBe('0');
  });

  it('take their conditions along into the sums', () => {
    const conditional = scheme(
      '    - { id: one, only if: exists(honour), adjust: { plus: [{ each: late, marks: 1 }] } }',
    );
    expect(figure(conditional, 'one', '2024 a late 2')).toBe('NA');
    expect(figure(conditional, 'bonus', '2024 a late 2')).toBe('NA'); // no adjustment applies
    expect(figure(conditional, 'bonus', '2024 a late 2', honour('市'))).toBe('2');
  });

  it('are missing with an input in the node and in the sums alike', () => {
    const guarded = scheme('    - { id: one, adjust: { plus: [{ each: late, marks: 1 }, { if: open, marks: 5 }] } }');
    expect(figure(guarded, 'one', '2024 a late 2')).toBe('missing');
    expect(figure(guarded, 'bonus', '2024 a late 2')).toBe('0');
    expect(figure(guarded, 'bonus', '2024 a late 2', '2024 a open true')).toBe('7');
  });

  it('can have a condition and a limit for a whole side', () => {
    const limited = scheme(ONE, ', at most: 1.5');
    expect(figure(limited, 'bonus', honour('省'))).toBe('1.5');
    expect(figure(limited, 'one', honour('省'))).toBe('2');
    const conditional = scheme(ONE, ', only if: not(exists(late))');
    expect(figure(conditional, 'bonus', honour('省'), '2024 a late')).toBe('NA');
  });
});
