import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score } from '../score/testing/score-text.ts';

const INPUTS = `
inputs:
  late: { kind: event, categories: [a, b] }
  rate: { kind: number, NA: true, title: 完成率 }
  task: { kind: number, NA: true }
  open: { kind: flag, NA: true }
`;
const node = (rule: string) => `${INPUTS}items:\n  - { id: x, max: 10, ${rule} }\n`;
const deduct = (lines: string) => node(`deduct: { NA: pass over, lines: ${lines} }`);

describe('NA: pass over', () => {
  const scheme = deduct('[{ each: late, marks: 1 }, { per: 1, of: 100 - rate, marks: 2 }]');

  it('makes a line worth nothing that reads something NA; the others go on', () => {
    expect(figure(scheme, 'x', '2024 a rate 97', '2024 a late 2')).toBe('2');
    expect(figure(scheme, 'x', '2024 a rate NA', '2024 a late 2')).toBe('8');
  });

  it('makes the leaf missing where a line lacks something', () => {
    expect(figure(scheme, 'x', '2024 a late 2')).toBe('missing');
  });

  it('lets NA go before missing within a line, and missing before NA between lines', () => {
    const two = deduct('[{ per: 1, of: task - rate, marks: 1 }, { if: open, marks: 3 }]');
    expect(figure(two, 'x', '2024 a rate NA', '2024 a open true')).toBe('7');
    expect(figure(two, 'x', '2024 a rate NA')).toBe('missing');
    expect(figure(two, 'x', '2024 a rate 1', '2024 a open NA')).toBe('missing');
    expect(figure(two, 'x', '2024 a rate 1', '2024 a task 3', '2024 a open NA')).toBe('8');
  });

  it('asks for what the condition of a line reads, also where it does not hold', () => {
    const closed = deduct('[{ if: open, each: late, marks: 1, at most: task }]');
    expect(figure(closed, 'x', '2024 a open false')).toBe('missing');
    expect(figure(closed, 'x', '2024 a open false', '2024 a task 1')).toBe('10');
    expect(figure(closed, 'x', '2024 a open true', '2024 a task 1', '2024 a late 4')).toBe('9');
    expect(figure(closed, 'x', '2024 a open true', '2024 a task NA', '2024 a late 4')).toBe('10');
  });

  it('holds for every category of a line', () => {
    const by = deduct('[{ each: late, by: { a: 1, b: rate / 10 } }]');
    const rows = (rate: string) => [`2024 x rate ${rate}`, late('a'), late('b')];
    expect(score(by, { rows: rows('20') }).column('x')).toBe('7');
    expect(score(by, { rows: rows('NA') }).column('x')).toBe('10');
  });

  it('passes over figures that do not apply, and needs those that are missing where they are hidden', () => {
    const hidden = `${deduct('[{ marks: gap }]')}results:\n  - { id: gap, hidden: true, formula: task - rate }\n`;
    expect(figure(hidden, 'x', '2024 a task 5', '2024 a rate 3')).toBe('8');
    expect(figure(hidden, 'x', '2024 a task 5', '2024 a rate NA')).toBe('10');
    expect(figure(hidden, 'x', '2024 a task 5')).toBe('missing');
  });

  it('passes over all categories of a line of which one reads a figure that does not apply', () => {
    const by = `${deduct('[{ each: late, by: { a: 1, b: gap } }]')}results:\n  - { id: gap, hidden: true, formula: rate / 10 }\n`;
    const rows = (rate: string) => [`2024 x rate ${rate}`, late('a'), late('b')];
    expect(score(by, { rows: rows('20') }).column('x')).toBe('7');
    expect(score(by, { rows: rows('NA') }).column('x')).toBe('10');
    const limited = by.replace('b: gap }', 'b: 1 }, at most: gap');
    expect(score(limited, { rows: rows('10') }).column('x')).toBe('9');
    expect(score(limited, { rows: rows('NA') }).column('x')).toBe('10');
  });

  it('needs nothing else in a line that reads a figure which does not apply', () => {
    const line = `${deduct('[{ marks: gap + task }]')}results:\n  - { id: gap, formula: rate * 1 }\n`;
    expect(figure(line, 'x', '2024 a rate NA')).toBe('10');
    expect(figure(line, 'x', '2024 a rate 1')).toBe('missing');
  });

  it('keeps the leaf missing where an exception holds, as without it', () => {
    const unless = node(
      'deduct: { NA: pass over, lines: [{ per: 1, of: 100 - rate, marks: 2 }] }, unless: { if: exists(late), is: 0 }',
    );
    expect(figure(unless, 'x', '2024 a late 1')).toBe('missing');
    expect(figure(unless, 'x', '2024 a late 1', '2024 a rate NA')).toBe('0');
    expect(figure(unless, 'x', '2024 a late 1', '2024 a rate 97')).toBe('0');
  });

  it('is there for what is earned, too', () => {
    const earn = node('earn: { NA: pass over, lines: [{ marks: 2 }, { per: 10, of: rate, marks: 1 }] }');
    expect(figure(earn, 'x', '2024 a rate 35')).toBe('5');
    expect(figure(earn, 'x', '2024 a rate NA')).toBe('2');
    expect(figure(node('earn: [{ marks: 2 }, { per: 10, of: rate, marks: 1 }]'), 'x', '2024 a rate NA')).toBe('NA');
  });

  it('lets a result count what a formula leaves out, for a result has no guard; a strict one has', () => {
    const result = (more: string) =>
      `${INPUTS}results:\n  - { id: x, ${more} earn: { NA: pass over, lines: [{ marks: 'sum(task, rate)' }, { marks: 1 }] } }\n`;
    expect(figure(result(''), 'x', '2024 a task 5', '2024 a rate NA')).toBe('6');
    expect(figure(result('').replace('NA: pass over, ', ''), 'x', '2024 a task 5', '2024 a rate NA')).toBe('6');
    expect(figure(result(''), 'x', '2024 a task NA', '2024 a rate NA')).toBe('1');
    expect(figure(result('strict: true,'), 'x', '2024 a task 5', '2024 a rate NA')).toBe('1');
    const strictSum = result('').replace('sum(task, rate)', 'task + rate');
    expect(figure(strictSum, 'x', '2024 a task 5', '2024 a rate NA')).toBe('1');
  });

  it('is said in words, and by the line that was passed over', () => {
    const { explain } = score(scheme, { rows: ['2024 a rate NA', '2024 a late 2'] });
    const { rule, arithmetic, steps, inputs } = explain({ node: 'x', subject: 'a', period: '2024' });
    expect(rule.zh).toContain('不适用的不计');
    expect(arithmetic).toBe('10 − 2 = 8');
    expect(steps.at(-1)).toMatchObject({ applied: false, reason: { zh: '不适用，不计' } });
    expect(inputs.map(({ item, figure: read }) => `${item} ${read.text}`)).toContain('rate NA');
  });

  it('keeps the limit of its lines, and knows no other word', () => {
    expect(faultsOf(node('deduct: { NA: leave out, lines: [{ each: late, marks: 1 }] }'))).toHaveLength(1);
  });
});

function late(category: string) {
  return row('2024 x late', { category });
}
