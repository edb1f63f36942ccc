import { describe, expect, it } from 'vitest';
import { faultsOf, figure, score, scoreFault } from '../score/testing/score-text.ts';

const INPUTS = `
inputs:
  rate: { kind: number, NA: true }
  water: { kind: level, words: [ontime, late, unpaid], NA: true }
  open: { kind: flag }
`;
const bands = (rows: string, node = '') =>
  `${INPUTS}results:\n  - { id: x, bands: { of: rate, rows: [${rows}] }${node} }\n`;
const at = (rows: string, value: string) => figure(bands(rows), 'x', `2024 a rate ${value}`);

describe('bands', () => {
  const GRADES = '{ from: 90, is: 优秀 }, { above: 60, is: 合格 }, { is: 不合格 }';

  it('include an edge from which they start, and exclude one they start above', () => {
    expect(at(GRADES, '90')).toBe('优秀');
    expect(at(GRADES, '89.999999999999999')).toBe('合格');
    expect(at(GRADES, '60.0000000000000001')).toBe('合格');
    expect(at(GRADES, '60')).toBe('不合格');
    expect(at(GRADES, '-5')).toBe('不合格');
  });

  it('include an edge to which they go, and exclude one they stay below', () => {
    const rows = '{ below: 15, marks: 1 }, { to: 100, marks: 2 }, { marks: 3 }';
    expect(at(rows, '14.99')).toBe('1');
    expect(at(rows, '15')).toBe('2');
    expect(at(rows, '100')).toBe('2');
    expect(at(rows, '100.01')).toBe('3');
  });

  it('have exact edges: a third is a third', () => {
    expect(
      figure(
        `${INPUTS}results:\n  - { id: x, bands: { of: rate / 3, rows: [{ to: 1/3, is: in }, { is: out }] } }\n`,
        'x',
        '2024 a rate 1',
      ),
    ).toBe('in');
    expect(at('{ from: 33.3%, is: in }, { is: out }', '0.333')).toBe('in');
  });

  it('go by the first row that holds the number', () => {
    expect(at('{ from: 10, is: first }, { from: 5, is: second }, { from: 20, is: third }, { is: rest }', '25')).toBe(
      'first',
    );
  });

  it('give marks by a formula, in which `value` is the number', () => {
    expect(at('{ from: 50, marks: value / 100 }, { marks: 0 }', '75')).toBe('0.75');
  });

  it('may not apply in a band, without losing their type', () => {
    const rows = '{ from: 50, is: NA }, { marks: 5 }';
    expect(at(rows, '60')).toBe('NA');
    expect(figure(`${bands(rows)}  - { id: y, formula: x + 1 }\n`, 'y', '2024 a rate 40')).toBe('6');
  });

  it('may have edges that the keeper sets, or that depend on the subject', () => {
    const scheme = `parameters:\n  good: 85\n${bands('{ from: good, is: 好 }, { above: good - 10, is: 中 }, { is: 差 }')}`;
    expect(figure(scheme, 'x', '2024 a rate 85')).toBe('好');
    expect(figure(scheme, 'x', '2024 a rate 84.9')).toBe('中');
    expect(figure(scheme, 'x', '2024 a rate 75')).toBe('差');
    expect(figure(scheme, 'x')).toBe('missing');
  });

  it('are missing and NA with their number, and stop the scoring where no row holds it', () => {
    expect(figure(bands(GRADES), 'x')).toBe('missing');
    expect(at(GRADES, 'NA')).toBe('NA');
    expect(scoreFault(bands('{ from: 1, is: a }'), { rows: ['2024 a rate 0'] })).toBe('score.no-band 2024 a x');
  });

  it.each([
    ['{ from: 90 }', 'band.no-result { from: 90 }'],
    ['{ from: 90, is: a, marks: 1 }', 'band.two-results { from: 90, is: a, marks: 1 }'],
    ['{ to: 90, below: 90, is: a }', 'band.two-edges { to: 90, below: 90, is: a }'],
    ['{ from: 九十, is: a }', 'formula.unknown-name 九十'],
    ['{ form: 90, is: a }', 'shape.unknown-key { form: 90, is: a }'],
  ])('are refused: %s', (rows, fault) => {
    expect(faultsOf(bands(rows))).toEqual([fault]);
  });
});

describe('levels', () => {
  const levels = (rule: string, id = 'water') => `${INPUTS}items:\n  - { id: ${id}, max: 3, levels: ${rule} }\n`;

  it('give marks by the word of the input of the same id', () => {
    const scheme = levels('{ ontime: 0.5, late: 0.3, unpaid: 0 }');
    expect(figure(scheme, 'water', '2024 a water late')).toBe('0.3');
    expect(figure(scheme, 'water')).toBe('missing');
    expect(figure(scheme, 'water', '2024 a water NA')).toBe('NA');
    expect(figure(levels('{ true: 1, false: 0 }', 'open'), 'open', '2024 a open true')).toBe('1');
    expect(figure(levels('{ true: 1, false: 0 }', 'open'), 'open', '2024 a open false')).toBe('0');
  });

  it('go by what a formula gives, a rank or another number among it', () => {
    const scheme = levels('{ of: "if rate > 1 then 1 else rate", words: { 1: 3, 0.5: 2 }, else: 0 }');
    expect(figure(scheme, 'water', '2024 a rate 9')).toBe('3');
    expect(figure(scheme, 'water', '2024 a rate 0.50')).toBe('2');
    expect(figure(scheme, 'water', '2024 a rate 0.7')).toBe('0');
  });

  it('may not apply for a word, the first among them', () => {
    const scheme = `${levels('{ ontime: NA, late: 1, unpaid: 0 }')}results:\n  - { id: y, formula: water + 1 }\n`;
    expect(figure(scheme, 'water', '2024 a water ontime')).toBe('NA');
    expect(figure(scheme, 'y', '2024 a water late')).toBe('2');
  });

  it('call the words of the language by their Chinese names in the rule', () => {
    const scheme = levels('{ of: water, words: { ontime: 3, none: 0 }, else: NA }', 'x');
    const { rule } = score(scheme, { rows: ['2024 a water late'] }).explain({ node: 'x' });
    expect(rule.zh).toContain('无 0');
    expect(rule.zh).toContain('其他 不适用');
    expect(rule.zh).not.toMatch(/none|NA/);
  });

  it('stop the scoring at a word without marks', () => {
    expect(scoreFault(levels('{ ontime: 1, late: 0 }'), { rows: ['2024 a water unpaid'] })).toBe(
      'score.unknown-word 2024 a water',
    );
  });

  it('need at least one word', () => {
    expect(faultsOf(levels('{}'))).toEqual(['shape.value {}']);
  });
});
