import { describe, expect, it } from 'vitest';
import { faultsOf, score } from '../../score/testing/score-text.ts';

const scheme = (node: string) => `
inputs: { paid: { kind: number }, lack: { kind: number } }
results:
  - ${node}
  - { id: x, formula: paid }
`;
const ACCOUNT = 'account: { in: paid, wanted: lack }';
const BOTH = `{ ${ACCOUNT}, unit: 元, gives: { drawn: { id: drawn }, balance: { id: left, unit: 万元 } } }`;

describe('a node with gives', () => {
  it('is one node for each figure of its rule', () => {
    const found = score(scheme(BOTH), { rows: ['2023 a paid 10', '2023 a lack 3', '2024 a paid 5', '2024 a lack 12'] });
    expect(found.figure('a', 'drawn')).toBe('10');
    expect(found.figure('a', 'left')).toBe('5');
  });

  it('shares its other keys, except where a figure says something itself', () => {
    const rounded = BOTH.replace('unit: 元', 'round: 1').replace('unit: 万元', 'round: 0');
    const found = score(scheme(rounded), { rows: ['2023 a paid 4.56', '2024 a lack 1.26', '2024 a paid 0'] });
    expect([found.figure('a', 'drawn'), found.figure('a', 'left')]).toEqual(['1.3', '3']);
  });

  it('may stand in a template, for every row', () => {
    const each = `
inputs: { paid.$x: { for each: [{ x: a }, { x: b }], kind: number } }
results:
  - for each: [{ x: a }, { x: b }]
    node: { account: { in: paid.$x, wanted: '1' }, gives: { drawn: { id: $x.drawn }, balance: { id: $x.left } } }
`;
    const found = score(each, { rows: ['2023 u paid.a 3', '2023 u paid.b 0.5', '2024 u paid.a 0'] });
    expect(['a.drawn', 'a.left', 'b.drawn', 'b.left'].map((id) => found.figure('u', id))).toEqual([
      '1',
      '2',
      '0.5',
      '0',
    ]);
  });

  it('names a fault at its place: of a figure, of what is shared, of a figure that there is not', () => {
    expect(faultsOf(scheme(BOTH.replace('unit: 万元', 'untt: 万元')))).toEqual(['shape.unknown-key untt']);
    expect(faultsOf(scheme(BOTH.replace('unit: 元', 'untt: 元')))[0]).toBe('shape.unknown-key untt');
    expect(faultsOf(scheme(BOTH.replace('wanted: lack', 'wanted: lakc')))).toContain('formula.unknown-name lakc');
    expect(faultsOf(scheme(BOTH.replace('drawn: {', 'drwan: {')))[0]).toMatch(/^shape\.value/);
  });

  it.each([
    ['a rule with one figure', '{ formula: paid, gives: { drawn: { id: a } } }', '{ drawn: { id: a } }'],
    ['no figure', `{ ${ACCOUNT}, gives: {} }`, '{}'],
    ['an id for all', `{ id: a, ${ACCOUNT}, gives: { drawn: { id: b } } }`, 'a'],
    ['children', `{ ${ACCOUNT}, items: [], gives: { drawn: { id: b } } }`, '[]'],
    [
      'a figure named twice',
      '{ account: { in: paid, wanted: lack, give: drawn }, gives: { drawn: { id: b } } }',
      'drawn',
    ],
    ['a rule under a figure', `{ ${ACCOUNT}, gives: { drawn: { id: b, formula: paid } } }`, '{ id: b, formula: paid }'],
  ])('is refused with %s', (_, node, place) => {
    expect(faultsOf(scheme(node))).toContain(`gives.shape ${place}`);
  });
});
