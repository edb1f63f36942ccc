import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, schemeOf, score, subject } from '../../score/testing/score-text.ts';

describe('an input', () => {
  it('is missing without a row, unless something stands for it then', () => {
    const scheme =
      'inputs: { n: { kind: number, without a row: 0 }, m: { kind: number } }\nitems: [{ id: x, max: 9, formula: n }, { id: y, max: 9, formula: m }]\n';
    expect(figure(scheme, 'x')).toBe('0');
    expect(figure(scheme, 'x', '2024 a n 3')).toBe('3');
    expect(figure(scheme, 'x', '2024 a n')).toBe('0'); // an empty value is no value
    expect(figure(scheme, 'y', '2024 a m')).toBe('missing');
  });

  it('of the same id as a node is meant inside that node, elsewhere the node is', () => {
    const scheme =
      'inputs: { x: { kind: number } }\nresults: [{ id: x, formula: x * 2 }, { id: y, formula: x + 1 }, { id: z, formula: input.x + 1 }]\n';
    expect(figure(scheme, 'x', '2024 a x 5')).toBe('10');
    expect(figure(scheme, 'y', '2024 a x 5')).toBe('11');
    expect(figure(scheme, 'z', '2024 a x 5')).toBe('6');
  });

  it('can be looked up one or more periods back', () => {
    const scheme =
      'inputs: { n: { kind: number } }\nresults: [{ id: x, formula: n - previous(n) }, { id: y, formula: "previous(n, 2)" }]\n';
    const rows = ['2022 a n 1', '2023 a n 5', '2024 a n 7'];
    expect(figure(scheme, 'x', ...rows)).toBe('2');
    expect(figure(scheme, 'y', ...rows)).toBe('1');
    expect(figure(scheme, 'x', '2024 a n 7')).toBe('missing');
  });

  it('may be declared several at a time', () => {
    const { inputs } = schemeOf('inputs: { "a, b,c": { kind: number } }\nresults: [{ id: x, formula: a + b + c }]\n');
    expect(inputs.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  });

  it('may stand for a family', () => {
    const scheme =
      'inputs: { work.*: { kind: event }, mark.*: { kind: number } }\nresults: [{ id: x, formula: sum(work.*) }, { id: y, formula: mark.one + mark.two }]\n'.replace(
        'sum(work.*)',
        'sum(work.late)',
      );
    expect(figure(scheme, 'x', '2024 a work.late 2', '2024 a work.early 3')).toBe('2');
    expect(figure(scheme, 'y', '2024 a mark.one 2', '2024 a mark.two 3')).toBe('5');
  });

  it('of many rows is drawn together in formulas', () => {
    const scheme =
      'inputs: { e: { kind: event }, b: { kind: rating } }\nresults:\n' +
      [
        'count(e)',
        'sum(e)',
        'max(b)',
        'mean(b[value > 1])',
        'exists(e[category = "大" and value >= 2])',
        'count(b[rater != subject])',
      ]
        .map((formula, at) => `  - { id: x${at}, formula: '${formula}' }\n`)
        .join('');
    const rows = [
      row('2024 a e 3', { category: '大' }),
      row('2024 a e'),
      row('2024 a b 1', { rater: 'a' }),
      row('2024 a b 4', { rater: 'r' }),
    ];
    expect([0, 1, 2, 3, 4, 5].map((at) => figure(scheme, `x${at}`, ...rows)).join(' ')).toBe('2 4 4 4 true 1');
    expect([0, 1, 2, 3, 4, 5].map((at) => figure(scheme, `x${at}`)).join(' ')).toBe('0 0 missing missing false 0');
  });

  it('has the limits and needs of its kind', () => {
    const { inputs } = schemeOf(`inputs:
  ballot: { kind: rating }
  event: { kind: event, categories: { a: 甲, b: 乙 } }
  amount: { kind: event, value: amount, min: 0.5 }
items: [{ id: marks, max: 12.5, score: given }]
`);
    const [marks, ballot, event, amount] = ['marks', 'ballot', 'event', 'amount'].map((item) =>
      inputs.find((input) => input.item === item),
    );
    expect(marks).toMatchObject({ kind: 'score', min: '0', max: '12.5', mayBeNA: false });
    expect(ballot).toMatchObject({ min: '0', max: '100', mayBeNA: true, needsRater: true });
    expect(event).toMatchObject({ categories: ['a', 'b'], needsCategory: true, needsValue: false });
    expect(amount).toMatchObject({ needsValue: true, min: '0.5', max: null });
  });

  it.each([
    ['inputs: { n: { kind: number }, "m, n": { kind: flag } }', 'input.twice'],
    ['inputs: { n: { kind: numbr } }', 'shape.value'],
    ['inputs: { n: { kind: number, min: 0.1234567890123456 } }', 'number.not-exact'],
    ['inputs: { n: { kind: number, mn: 0 } }', 'shape.unknown-key'],
  ])('is refused where it contradicts itself: %s', (inputs, code) => {
    expect(faultsOf(`${inputs}\nresults: [{ id: x, formula: 1 + 1 }]\n`).map((fault) => fault.split(' ')[0])).toEqual([
      code,
    ]);
  });
});

describe('an attribute', () => {
  const scheme =
    'attributes: { size: { kind: number, if empty: 10 }, open: { kind: flag }, post: { kind: word, if empty: 无 } }\nresults:\n  - { id: x, formula: size * 2 }\n  - { id: y, formula: if open then 1 else 2 }\n  - { id: z, formula: post }\n';
  const units = [
    subject('a', { size: '1.5', open: 'true', post: '主任' }),
    subject('b', { size: '', open: '', post: '' }),
  ];
  const found = score(scheme, { rows: ['2024 a here 1', '2024 b here 1'], units });

  it('is read by its kind, and what stands for an empty one', () => {
    expect(found.column('x')).toBe('3 20');
    expect(found.column('y')).toBe('1 missing');
    expect(found.column('z')).toBe('主任 无');
  });
});
