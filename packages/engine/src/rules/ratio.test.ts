import { describe, expect, it } from 'vitest';
import { faultsOf, figure, scoreFault } from '../score/testing/score-text.ts';

const scheme = (ratio: string, node = 'max: 4') => `
inputs:
  done: { kind: number, NA: true }
  task: { kind: number }
  rate: { kind: number }
items:
  - { id: x, ${node}, ratio: { ${ratio} } }
`;

const rate = (text: string, value: string, node?: string) => figure(scheme(text, node), 'x', `2024 a rate ${value}`);
const quotient = (text: string, done: string, task: string) =>
  figure(scheme(text), 'x', `2024 a done ${done}`, `2024 a task ${task}`);

describe('a ratio', () => {
  it('gives marks in proportion to a rate in per cent', () => {
    expect(rate('rate: rate', '87.5')).toBe('3.5');
    expect(rate('rate: rate', '100')).toBe('4');
    expect(rate('rate: rate', '0')).toBe('0');
    expect(rate('rate: rate', '33.3')).toBe('1.332');
  });

  it('gives marks in proportion to a quotient, without rounding it on the way', () => {
    expect(quotient('of: done, to: task', '1', '3')).toBe('1.333333333333');
    expect(quotient('of: done * 3, to: task', '1', '3')).toBe('4');
    expect(quotient('of: done, to: 200', '50', '1')).toBe('1');
  });

  it('stops at full completion, and at nothing', () => {
    expect(rate('rate: rate', '250')).toBe('4');
    expect(rate('rate: rate', '-10')).toBe('0');
    expect(quotient('of: done, to: task', '-1', '3')).toBe('0');
  });

  it('has another ceiling, or none, where the scheme says so', () => {
    expect(rate('rate: rate, ceiling: 120%', '200', 'max: 4, may exceed max: true')).toBe('4.8');
    expect(rate('rate: rate, ceiling: 120%', '110', 'max: 4, may exceed max: true')).toBe('4.4');
    expect(rate('rate: rate, ceiling: false', '200', 'max: 4, may exceed max: true')).toBe('8');
    expect(rate('rate: rate, ceiling: false', '200')).toBe('4'); // full marks are a limit of their own
    expect(rate('rate: rate, ceiling: 50%', '80')).toBe('2');
  });

  it('gives nothing below its threshold, and something on it', () => {
    expect(rate('rate: rate, nothing below: 60%', '59.99')).toBe('0');
    expect(rate('rate: rate, nothing below: 60%', '60')).toBe('2.4');
    expect(quotient('of: done, to: task, nothing below: 2/3', '2', '3')).toBe('2.666666666667');
    expect(quotient('of: done, to: task, nothing below: 2/3', '1.9999', '3')).toBe('0');
  });

  it('goes up to marks of its own', () => {
    expect(rate('rate: rate, marks: 3', '50')).toBe('1.5');
    expect(rate('rate: rate, marks: 3', '50', 'title: 无满分')).toBe('1.5');
  });

  it('is missing while an input is, and does not apply where one does not', () => {
    expect(figure(scheme('of: done, to: task'), 'x', '2024 a task 3')).toBe('missing');
    expect(figure(scheme('of: done, to: task'), 'x', '2024 a done 3')).toBe('missing');
    expect(quotient('of: done, to: task', 'NA', '3')).toBe('NA');
  });

  it('stops the scoring at a task of 0, unless the node says what that means', () => {
    const rows = ['2024 a done 0', '2024 a task 0'];
    expect(scoreFault(scheme('of: done, to: task'), { rows })).toBe('score.division-by-zero 2024 a x');
    const mended = scheme('of: done, to: task', 'max: 4, if dividing by zero: 4');
    expect(figure(mended, 'x', ...rows)).toBe('4');
    expect(figure(scheme('of: done, to: task', 'max: 4, if dividing by zero: NA'), 'x', ...rows)).toBe('NA');
  });

  it('must say what it goes by, and up to how many marks', () => {
    expect(faultsOf(scheme('of: done'))).toEqual(['ratio.incomplete { of: done }']);
    expect(faultsOf(scheme('rate: rate', 'title: 无满分'))).toEqual(['node.no-max { rate: rate }']);
    expect(faultsOf(scheme('rate: rate, ceiling: true'))).toEqual(['shape.value true']);
  });
});
