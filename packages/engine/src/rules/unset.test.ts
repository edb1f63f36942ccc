import { describe, expect, it } from 'vitest';
import { score } from '../score/testing/score-text.ts';

const SCHEME = `
parameters:
  P7.10: { kind: number, title: 甲, unit: 分 }
  P7.9: { kind: number }
  P8.min: { kind: number }
  P8: { kind: number }
  set: 2
inputs:
  slip: { kind: event }
  late: { kind: event }
  rate: { kind: number, NA: true }
items:
  - id: common
    title: 通则
    earn:
      - { row: slip, marks: '\`P7.10\` * value' }
      - { row: late, marks: '(\`P7.9\` + \`P7.10\`) * set' }
    if unset: NA
  - id: sheet
    title: 细则
    formula: 'if rate < P8.min then P8 * (P8.min - rate) else 0'
    if unset: NA
    only if: rate != 50
results:
  - { id: total, formula: 100 - common - sheet }
  - { id: needed, title: 未定参数, unset: { of: [common, sheet] } }
`;

describe('unset', () => {
  const needed = (rows: readonly string[], settings = {}): string =>
    score(SCHEME, { rows, settings }).figure('a', 'needed');

  it('lists the parameters that the figures need, each once, in the order of their names', () => {
    expect(needed(['2024 a slip', '2024 a late', '2024 a rate 80'])).toBe('P7.9;P7.10;P8.min');
    expect(needed(['2024 a slip', '2024 a rate 80'], { 'P7.10': '3' })).toBe('P8.min');
  });

  it('does not list what a branch not taken needs, nor what a figure that does not apply would need', () => {
    const settings = { 'P8.min': '90' };
    expect(needed(['2024 a rate 80'], settings)).toBe('P8');
    expect(needed(['2024 a rate 95'], settings)).toBe('none');
    expect(needed(['2024 a rate 50'])).toBe('none');
    expect(needed(['2024 a slip 0'])).toBe('none');
  });

  it('says for each figure what it needs', () => {
    const { rule, steps, arithmetic } = score(SCHEME, {
      rows: ['2024 a slip', '2024 a rate 95'],
      settings: { 'P8.min': '90' },
    }).explain({ node: 'needed' });
    expect(rule.zh).toBe('通则、细则需要而尚未设定的参数');
    expect(steps.map(({ title, figure, applied }) => `${title.zh} ${figure.text} ${applied}`)).toEqual([
      '通则 P7.10 true',
      '细则 none false',
    ]);
    expect(arithmetic).toBe('');
  });

  it('an explanation of a figure that needs one names it', () => {
    const { figure, steps, state } = score(SCHEME, { rows: ['2024 a late'] }).explain({ node: 'common' });
    expect(figure.text).toBe('NA');
    expect(steps.map(({ reason }) => reason.zh)).toContain('参数“P7.9”、“P7.10”尚未设定');
    expect(state?.zh).toBe('参数“P7.9”、“P7.10”尚未设定');
  });

  it('the message names all parameters that are wanting, where nothing stands in for them', () => {
    expect(() => score(SCHEME.replaceAll('    if unset: NA\n', ''), { rows: ['2024 a late'] })).toThrow(
      /the parameters "P7.9", "P7.10" are not set/,
    );
  });
});
