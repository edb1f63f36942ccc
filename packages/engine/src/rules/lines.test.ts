import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score, scoreFault } from '../score/testing/score-text.ts';

const INPUTS = `
inputs:
  late: { kind: event }
  petition: { kind: event, categories: [city, province, capital] }
  burnt: { kind: event, value: amount }
  rate: { kind: number }
  open: { kind: flag }
  ballot: { kind: rating }
`;
const deduct = (lines: string, node = 'max: 5') => `${INPUTS}items:\n  - { id: x, ${node}, deduct: ${lines} }\n`;
const earn = (lines: string, node = 'max: 5') => `${INPUTS}items:\n  - { id: x, ${node}, earn: ${lines} }\n`;
const petition = (category: string, value = '') => row(`2024 a petition ${value}`, { category });

describe('lines that go by each event', () => {
  const scheme = deduct('[{ each: late, marks: 0.5 }]');

  it('count how many, 1 where the row does not say, and pass over what did not happen', () => {
    expect(figure(scheme, 'x')).toBe('5');
    expect(figure(scheme, 'x', '2024 a late')).toBe('4.5');
    expect(figure(scheme, 'x', '2024 a late 3', '2024 a late')).toBe('3');
    expect(figure(scheme, 'x', '2024 a late 0', '2024 a late NA')).toBe('5');
    expect(figure(scheme, 'x', '2024-03 a late', '2023 a late', '2024 b late')).toBe('4.5');
  });

  it('stop at nothing, unless the node may go below', () => {
    expect(figure(scheme, 'x', '2024 a late 11')).toBe('0');
    expect(figure(deduct('[{ each: late, marks: 0.5 }]', 'max: 5, may go below 0: true'), 'x', '2024 a late 11')).toBe(
      '-0.5',
    );
  });

  it('have marks by category, and pass over categories that they do not name', () => {
    const byCategory = deduct('[{ each: petition, by: { city: 0.5, province: 1 } }]');
    expect(figure(byCategory, 'x', petition('city', '2'), petition('province'), petition('capital', '9'))).toBe('3');
  });

  it('can be narrowed to categories and by a condition on the row', () => {
    expect(
      figure(
        deduct('[{ each: petition, categories: [city, capital], marks: 1 }]'),
        'x',
        petition('city'),
        petition('province'),
        petition('capital'),
      ),
    ).toBe('3');
    expect(figure(deduct('[{ each: late, where: value >= 2, marks: 1 }]'), 'x', '2024 a late', '2024 a late 2')).toBe(
      '3',
    );
    const dated = deduct('[{ each: late, where: date >= "2024-07-01", marks: 1 }]');
    expect(
      figure(dated, 'x', row('2024 a late', { date: '2024-06-30' }), row('2024 a late', { date: '2024-07-01' })),
    ).toBe('4');
  });

  it('have a limit for the line as a whole, also over its categories', () => {
    expect(figure(deduct('[{ each: late, marks: 0.5, at most: 1 }]'), 'x', '2024 a late 9')).toBe('4');
    const limited = deduct('[{ each: petition, by: { city: 1, province: 2 }, at most: 2.5 }]');
    expect(figure(limited, 'x', petition('city'), petition('province'))).toBe('2.5');
    expect(figure(limited, 'x', petition('province'))).toBe('3');
  });

  it('can take marks from a formula', () => {
    expect(figure(deduct('[{ each: late, marks: rate / 100 }]'), 'x', '2024 a late 2', '2024 a rate 50')).toBe('4');
    expect(figure(deduct('[{ each: late, marks: 1/3 }]'), 'x', '2024 a late 3')).toBe('4');
  });
});

describe('lines that count once', () => {
  it('take the marks once, however many rows there are', () => {
    expect(figure(deduct('[{ once: late, marks: 2 }]'), 'x', '2024 a late 3', '2024 a late')).toBe('3');
    expect(figure(deduct('[{ once: late, marks: 2 }]'), 'x', '2024 a late 0')).toBe('5');
  });

  it('take the marks once in every category', () => {
    const scheme = deduct('[{ once: petition, by: { city: 0.5, province: 1 } }]');
    expect(figure(scheme, 'x', petition('city'), petition('city'), petition('province', '3'))).toBe('3.5');
  });
});

describe('lines row by row', () => {
  it('have marks by category, times a factor, and something added to each', () => {
    const rows = [petition('city', '2'), petition('province', '9'), petition('province'), petition('capital', '9')];
    const by = 'row: petition, by: { city: 0.5, province: value / 3 }';
    expect(figure(deduct(`[{ ${by} }]`, 'max: 20'), 'x', ...rows.slice(0, 2))).toBe('16.5');
    expect(
      figure(
        deduct('[{ row: petition, by: { city: 1, province: 2 }, times: if value >= 3 then 2 else 1 }]', 'max: 20'),
        'x',
        ...rows,
      ),
    ).toBe('13');
    expect(
      figure(
        deduct('[{ row: petition, by: { city: 1, province: 2 }, plus: if value >= 3 then 2 else 0 }]', 'max: 20'),
        'x',
        ...rows,
      ),
    ).toBe('13');
    expect(figure(deduct('[{ row: petition, times: 2, plus: 1 }]', 'max: 100'), 'x', ...rows)).toBe('54');
  });

  it('say in words what they are times, and what is added', () => {
    const scheme = deduct(
      '[{ row: petition, by: { city: 1 }, times: 2, plus: value }, { if: open, each: late, marks: -1 }]',
    );
    const { explain } = score(scheme, { rows: ['2024 a late'] });
    const { rule } = explain({ node: 'x', subject: 'a', period: '2024' });
    expect(rule.zh).toContain('petition逐条：city 1，各乘以（2），每条另加（该数值）');
    expect(rule.zh).toContain('open的，late每次 -1 分');
  });

  const banded = deduct(
    '[{ row: burnt, bands: [{ below: 15, marks: 1 }, { to: 100, marks: 2 }, { above: 100, marks: value / 100 }] }]',
    'max: 9',
  );

  it('look the value of each row up in bands, on both sides of every edge', () => {
    expect(figure(banded, 'x', '2024 a burnt 14.99')).toBe('8');
    expect(figure(banded, 'x', '2024 a burnt 15')).toBe('7');
    expect(figure(banded, 'x', '2024 a burnt 100')).toBe('7');
    expect(figure(banded, 'x', '2024 a burnt 150')).toBe('7.5');
    expect(figure(banded, 'x', '2024 a burnt 14', '2024 a burnt 14')).toBe('7'); // not 28 together
  });

  it('take marks from a formula over the row and the cell', () => {
    const scheme = deduct('[{ row: burnt, marks: if value > 10 then 2 else rate }]', 'max: 9');
    expect(figure(scheme, 'x', '2024 a burnt 11', '2024 a burnt 10', '2024 a rate 0.5')).toBe('6.5');
  });

  it('take the value itself as marks where nothing else is said', () => {
    expect(figure(earn('[{ row: burnt }]'), 'x', '2024 a burnt 1.5', '2024 a burnt 2')).toBe('3.5');
  });

  it('stop the scoring where no band holds the value', () => {
    const gap = deduct('[{ row: burnt, bands: [{ from: 10, marks: 1 }] }]');
    expect(scoreFault(gap, { rows: ['2024 a burnt 9'] })).toBe('score.no-band 2024 a x');
  });
});

describe('lines per step', () => {
  const scheme = deduct('[{ per: 10, of: 100 - rate, marks: 1 }]');

  it('count whole steps, and nothing below 0', () => {
    expect(figure(scheme, 'x', '2024 a rate 90.01')).toBe('5');
    expect(figure(scheme, 'x', '2024 a rate 90')).toBe('4');
    expect(figure(scheme, 'x', '2024 a rate 80.5')).toBe('4');
    expect(figure(scheme, 'x', '2024 a rate 130')).toBe('5');
  });

  it('count parts of a step where it is prorated', () => {
    expect(figure(deduct('[{ per: 10, of: 100 - rate, marks: 1, prorated: true }]'), 'x', '2024 a rate 95')).toBe(
      '4.5',
    );
  });

  it('count a step that has begun as a whole one', () => {
    const begun = deduct('[{ per: 1, of: 95 - rate, marks: 1, begun: true }]');
    expect(figure(begun, 'x', '2024 a rate 95')).toBe('5');
    expect(figure(begun, 'x', '2024 a rate 96.5')).toBe('5');
    expect(figure(begun, 'x', '2024 a rate 94.99')).toBe('4');
    expect(figure(begun, 'x', '2024 a rate 94')).toBe('4');
    expect(figure(begun, 'x', '2024 a rate 93.1')).toBe('3');
  });

  it('step exactly where the step is a quotient', () => {
    expect(figure(deduct('[{ per: 1/3, of: rate, marks: 1 }]'), 'x', '2024 a rate 1')).toBe('2');
    expect(figure(deduct('[{ per: 0.1, of: rate, marks: 1 }]'), 'x', '2024 a rate 0.3')).toBe('2');
  });

  it('are missing with their input', () => {
    expect(figure(scheme, 'x')).toBe('missing');
  });
});

describe('lines with a condition', () => {
  const scheme = earn('[{ if: open, marks: 2 }, { if: rate > 50, each: late, marks: 1 }]');

  it('bring their marks where it holds', () => {
    expect(figure(scheme, 'x', '2024 a open true', '2024 a rate 51', '2024 a late 2')).toBe('4');
    expect(figure(scheme, 'x', '2024 a open false', '2024 a rate 50', '2024 a late 2')).toBe('0');
  });

  it('are missing while the condition cannot be judged', () => {
    expect(figure(scheme, 'x', '2024 a open true', '2024 a late 2')).toBe('missing');
  });

  it('keep their limit', () => {
    expect(
      figure(earn('[{ if: open, each: late, marks: 1, at most: 2 }]'), 'x', '2024 a open true', '2024 a late 3'),
    ).toBe('2');
  });
});

describe('the start of a deduction', () => {
  const from = deduct('{ from: rate, lines: [{ each: late, marks: 1 }] }');

  it('is the full marks, or what the rule says', () => {
    expect(figure(from, 'x', '2024 a rate 3', '2024 a late')).toBe('2');
    expect(figure(from, 'x', '2024 a rate 30', '2024 a late')).toBe('5');
    expect(figure(from, 'x', '2024 a late')).toBe('missing');
    expect(faultsOf(deduct('[{ each: late, marks: 1 }]', 'title: 无满分'))).toEqual([
      'node.no-max [{ each: late, marks: 1 }]',
    ]);
  });
});

describe('lines over ballots', () => {
  const cast = (...values: string[]) => values.map((value, at) => row(`2024 a ballot ${value}`, { rater: `r${at}` }));

  it.each([
    ['{ each: ballot, marks: 0.1 }', '1.2'],
    ['{ once: ballot, marks: 3 }', '3'],
    ['{ row: ballot, marks: 1 }', '2'],
    ['{ row: ballot, marks: 1, plus: 0.5 }', '3'],
    ['{ row: ballot, bands: [{ from: 6, marks: 2 }, { marks: 1 }] }', '3'],
  ])('%s counts none of NA', (line, marks) => {
    expect(figure(earn(`[${line}]`), 'x', ...cast('5', 'NA', '7'))).toBe(marks);
    expect(figure(earn(`[${line}]`), 'x', ...cast('NA'))).toBe('0');
  });

  it('count abstentions where a formula asks for them', () => {
    const abstained = earn("[{ marks: 'count(ballot[not(given(value))])' }]");
    expect(figure(abstained, 'x', ...cast('5', 'NA', 'NA'))).toBe('2');
  });

  it('say of a ballot of NA why it does not count', () => {
    const { explain } = score(earn('[{ row: ballot, marks: 1 }]'), { rows: cast('5', 'NA') });
    expect(
      explain({ node: 'x', subject: 'a', period: '2024' }).inputs[0]?.rows.map(({ value, used, reason }) => [
        value,
        used,
        reason?.zh,
      ]),
    ).toEqual([
      ['5', true, undefined],
      ['NA', false, '“不适用”的票不计'],
    ]);
  });
});

describe('lines that read figures of the subject', () => {
  const result = (line: string) =>
    `${INPUTS}  far: { kind: number, NA: true }\nresults:\n  - { id: x, earn: [${line}] }\n  - { id: gap, formula: far * 2 }\n`;

  it('are missing or NA where the marks of a row lack one, and not worth nothing', () => {
    const marks = result('{ row: burnt, marks: value * rate }');
    expect(figure(marks, 'x', '2024 a burnt 3', '2024 a rate 2')).toBe('6');
    expect(figure(marks, 'x', '2024 a burnt 3')).toBe('missing');
    expect(figure(marks, 'x')).toBe('0'); // no row lacks it
    for (const line of [
      '{ row: burnt, marks: value * gap }',
      '{ row: burnt, plus: gap }',
      '{ row: burnt, times: gap }',
      '{ row: burnt, bands: [{ marks: gap }] }',
    ]) {
      expect(figure(result(line), 'x', '2024 a burnt 3', '2024 a far NA')).toBe('NA');
    }
    const by = result('{ row: petition, by: { city: gap, province: 1 } }');
    expect(figure(by, 'x', petition('city'), '2024 a far NA')).toBe('NA');
    expect(figure(by, 'x', petition('province'), '2024 a far NA')).toBe('1');
  });

  it('leave out rows of which the fields themselves say nothing', () => {
    const ballots = result('{ row: ballot, marks: value + rate }');
    const rows = [row('2024 a ballot NA', { rater: 'r' }), row('2024 a ballot 5', { rater: 's' })];
    expect(figure(ballots, 'x', ...rows, '2024 a rate 1')).toBe('6');
    const dated = result('{ row: late, marks: year of(date) - rate }');
    expect(figure(dated, 'x', '2024 a late', row('2024 a late', { date: '2024-05-01' }), '2024 a rate 2000')).toBe(
      '24',
    );
  });

  it('need nothing where their condition does not hold, their limit neither', () => {
    const line = (limit: string) => result(`{ if: open, each: petition, by: { city: 1 }, at most: ${limit} }`);
    expect(figure(line('rate'), 'x', petition('city'), '2024 a open false')).toBe('0');
    expect(figure(line('-2'), 'x', petition('city'), '2024 a open false')).toBe('0');
    expect(figure(line('1 / rate'), 'x', petition('city'), '2024 a open false', '2024 a rate 0')).toBe('0');
    expect(figure(line('rate'), 'x', petition('city', '3'), '2024 a open true', '2024 a rate 2')).toBe('2');
  });
});

describe('earning', () => {
  it('adds up lines and stops at full marks, unless the node may exceed them', () => {
    expect(figure(earn('[{ marks: 1 }, { each: late, marks: 0.5 }]'), 'x', '2024 a late 3')).toBe('2.5');
    expect(figure(earn('[{ each: late, marks: 1 }]'), 'x', '2024 a late 9')).toBe('5');
    expect(figure(earn('[{ each: late, marks: 1 }]', 'max: 5, may exceed max: true'), 'x', '2024 a late 9')).toBe('9');
    expect(figure(earn('[{ each: late, marks: 1 }]', 'max: 5, at most: 3'), 'x', '2024 a late 9')).toBe('3');
  });
});

describe('a line that contradicts itself', () => {
  it.each([
    ['[{ each: late, once: late, marks: 1 }]', 'line.unused-key'],
    ['[{ each: late, bands: [{ marks: 1 }] }]', 'line.unused-key'],
    ['[{ each: petition, by: { city: 1 }, marks: 2 }]', 'line.unused-key'],
    ['[{ row: burnt, bands: [{ marks: 1 }], marks: 2 }]', 'line.unused-key'],
    ['[{ row: petition, by: { city: 1 }, bands: [{ marks: 1 }] }]', 'line.unused-key'],
    ['[{ each: petition, by: { city: 1 }, plus: 1 }]', 'line.unused-key'],
    ['[{ per: 1, of: rate, where: rate > 1, marks: 1 }]', 'line.unused-key'],
    ['[{ marks: 1, categories: city }]', 'line.unused-key'],
    ['[{ each: late }]', 'line.no-marks'],
    ['[{ per: 1, marks: 1 }]', 'line.no-of'],
    ['[{ each: rate, marks: 1 }]', 'input.kind'],
    ['[{ each: latte, marks: 1 }]', 'input.unknown'],
    ['[{ each: late, marks: 1, where: category }]', 'formula.wrong-type'],
    ['[{ row: burnt, bands: [{ from: 1 }] }]', 'band.no-result'],
    ['[{ row: burnt, bands: [{ from: 1, above: 1, marks: 1 }] }]', 'band.two-edges'],
    ['[]', 'shape.value'],
  ])('is refused: %s', (lines, code) => {
    expect(faultsOf(deduct(lines)).map((fault) => fault.split(' ')[0])).toEqual([code]);
  });
});
