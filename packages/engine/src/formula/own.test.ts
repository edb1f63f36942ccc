import { describe, expect, it } from 'vitest';
import { faultsOf, row, score, subject } from '../score/testing/score-text.ts';

const scheme = (formula: string) => `
attributes: { title: { kind: word } }
inputs:
  n: { kind: number }
  slip: { kind: event }
  shield: { kind: event }
results:
  - { id: y, formula: n }
  - { id: x, formula: '${formula}' }
`;
const units = [
  subject('a', { title: '甲' }),
  subject('b', { title: '甲' }),
  subject('c', { title: '乙' }),
  subject('d', { title: '' }),
];
const rows = ['2024 a n 1', '2024 b n 2', '2024 c n 4', '2024 d n 8'];
const of = (formula: string, ...more: readonly ReturnType<typeof row>[]) =>
  score(scheme(formula), { rows: [...rows, ...more], units }).column('x');

describe('own, in the brackets of a list of subjects', () => {
  it('means the one who asks', () => {
    expect(of('sum(all.y[title = own.title])')).toBe('3 3 4 8');
    expect(of('sum(all.y[own.title = title and y > 1])')).toBe('2 2 4 8');
    expect(of('count(all[title = own.title and y = own.y])')).toBe('1 1 1 1');
    expect(of('max(peers.y[title = own.title])')).toBe('2 2 4 8');
  });

  it('must stand in an equation', () => {
    expect(faultsOf(scheme('count(all[y > own.y])'))[0]).toContain('formula.unsupported');
  });

  it('shows the figures that it found', () => {
    const { figures } = score(scheme('sum(all.y[title = own.title])'), { rows, units }).explain({
      subject: 'a',
      node: 'x',
    });
    expect(figures.map(({ subject: id, figure }) => `${id} ${figure.text}`)).toEqual(['a 1', 'b 2']);
  });
});

describe('own, in the brackets of rows', () => {
  it('means the figures of the cell', () => {
    expect(of('sum(slip[value > own.y])', row('2024 a slip 5'), row('2024 a slip 1'))).toBe('5 0 0 0');
  });

  it('means the row that asks, where another list of the cell stands inside', () => {
    const more = [
      row('2024 a slip 5', { matter: 'm' }),
      row('2024 a slip 1', { matter: 'k' }),
      row('2024 a shield', { matter: 'm' }),
    ];
    expect(of('sum(slip[exists(shield[matter = own.matter])])', ...more, row('2024 b shield', { matter: 'k' }))).toBe(
      '5 0 0 0',
    );
    expect(of('sum(slip[exists(shield)])', ...more)).toBe('6 0 0 0');
  });
});
