import { describe, expect, it } from 'vitest';
import { faultsOf, row, score } from '../../score/testing/score-text.ts';

const SCHEME = `
tables:
  sheets: [{ sheet: a, max: 5 }, { sheet: b, max: 7 }]
inputs:
  n.$sheet: { for each: sheets, kind: number, NA: true }
parameters:
  least.$sheet: { for each: sheets, value: $max }
results:
  - for each: sheets
    nodes:
      - { id: x.$sheet, formula: n.$sheet + $max }
      - { id: y.$sheet, formula: least.$sheet }
  - { id: total, formula: x.a + x.b }
`;

describe('a template', () => {
  it('is written out for every row, in the order of the table', () => {
    const found = score(SCHEME, { rows: ['2024 u n.a 1', '2024 u n.b 2'] });
    expect(['x.a', 'y.a', 'x.b', 'y.b', 'total'].map((node) => found.figure('u', node))).toEqual([
      '6',
      '5',
      '9',
      '7',
      '15',
    ]);
  });

  it('may stand inside another, and sees the columns of both', () => {
    const nested = `
inputs:
  n: { kind: number }
items:
  - for each: [{ a: p, k: 1 }, { a: q, k: 2 }]
    node:
      id: $a
      mean: items
      items:
        - for each: [{ b: r, m: 10 }, { b: s, m: 20 }]
          node: { id: $a.$b, formula: n * $k * $m }
`;
    const found = score(nested, { rows: ['2024 u n 1'] });
    expect(found.figure('u', 'p')).toBe('15');
    expect(found.figure('u', 'q.s')).toBe('40');
  });

  it('runs over the rows of several tables', () => {
    const several = SCHEME.replace('for each: sheets\n', 'for each: [sheets, { sheet: c, max: 1 }]\n')
      .replace('inputs:', '  others: [sheets]\ninputs:')
      .replace('for each: sheets, kind', 'for each: [others, { sheet: c }], kind')
      .replace('for each: sheets, value', 'for each: [{ sheet: c, max: 1 }, others], value');
    const found = score(several, { rows: ['2024 u n.a 1', '2024 u n.b 2', '2024 u n.c 3'] });
    expect(['x.a', 'y.b', 'x.c'].map((node) => found.figure('u', node))).toEqual(['6', '7', '4']);
  });

  it('shares its key with others: a list of templates, each with rows and columns of its own', () => {
    const several = `
tables:
  towns: [{ id: east, unit: 户 }]
  schools: [{ id: first }, { id: second }]
inputs:
  $id:
    - { for each: towns, kind: number, unit: $unit }
    - { for each: schools, kind: event, value: amount }
results:
  - { id: all, formula: 'east + sum(first) + sum(second)' }
`;
    expect(score(several, { rows: ['2024 u east 1', '2024 u first 2', '2024 u second 4'] }).figure('u', 'all')).toBe(
      '7',
    );
    const twice = several.replace('{ id: second }', '{ id: east }').replace(' + sum(second)', '');
    expect(faultsOf(twice)).toEqual(['for-each.same-key { for each: schools, kind: event, value: amount }']);
    const plain = several.replace('{ for each: towns,', '{');
    expect(faultsOf(plain)[0]).toBe('for-each.shape { kind: number, unit: $unit }');
  });

  it('writes out the entries of other lists, over several tables one after the other', () => {
    const lines = `
tables:
  one: [{ word: a, m: 1 }]
  two: [{ word: b, m: 2 }, { word: c, m: 3 }]
inputs:
  slip: { kind: event, categories: [a, b, c] }
registers:
  book:
    rows:
      - { for each: [one, two], line: { row: slip, categories: $word, marks: $m } }
results:
  - id: v
    earn:
      - for each: [one, two]
        lines:
          - { each: slip, categories: $word, marks: $m }
          - { once: slip, categories: $word, marks: 10 }
      - { marks: 100 }
  - { id: w, formula: sum(book) }
  - { id: codes, reasons: [{ for each: two, line: { if: 'exists(slip[category = "$word"])', code: $word } }] }
`;
    const found = score(lines, {
      rows: [row('2024 u slip 2', { category: 'a' }), row('2024 u slip 1', { category: 'c' })],
    });
    expect(['v', 'w', 'codes'].map((node) => found.figure('u', node))).toEqual(['125', '4', 'c']);
  });

  it('names the line of the template for a fault in what it gives', () => {
    const wrong = `
inputs:
  n: { kind: number }
results:
  - for each: [{ x: a }, { x: b }]
    node:
      id: v.$x
      formula: m
`;
    expect(faultsOf(wrong)).toEqual(['formula.unknown-name m', 'formula.unknown-name m']);
  });

  it.each([
    ['{ for each: nowhere, node: { id: v.$x, formula: n } }', 'for-each.table nowhere'],
    ['{ for each: [[1]], node: { id: v.$x, formula: n } }', 'for-each.table [[1]]'],
    ['{ for each: [nowhere], node: { id: v.$x, formula: n } }', 'for-each.table [nowhere]'],
    [
      '{ id: v, earn: [{ for each: [{ x: a }], node: { marks: 1 } }] }',
      'for-each.shape { for each: [{ x: a }], node: { marks: 1 } }',
    ],
    ['{ for each: [], node: { id: v.$x, formula: n } }', 'for-each.table []'],
    ['{ for each: [{ x: a }], node: { id: v.$y, formula: n } }', 'for-each.column v.$y'],
    [
      '{ for each: [{ x: a }], max: 3, node: { id: v.$x, formula: n } }',
      'for-each.shape { for each: [{ x: a }], max: 3, node: { id: v.$x, formula: n } }',
    ],
  ])('is refused: %s', (entry, fault) => {
    const text = `inputs:\n  n: { kind: number }\nresults:\n  - ${entry}\n  - { id: w, formula: n }\n`;
    expect(faultsOf(text)).toContain(fault);
  });
});
