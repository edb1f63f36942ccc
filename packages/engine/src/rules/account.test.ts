import { describe, expect, it } from 'vitest';
import { score } from '../score/testing/score-text.ts';

const scheme = (rest = '') => `
inputs:
  paid: { kind: number, NA: true, title: 存入 }
  need: { kind: number, title: 需要 }
parts:
  - part: quarters
    period: quarter
    results:
      - { id: lack, title: 缺口, formula: need, if missing: 0 }
      - { id: bank, account: &bank { in: paid, wanted: lack${rest} } }
      - { id: out, account: { <<: *bank, give: drawn } }
      - { id: before, account: { <<: *bank, give: before } }
`;
const rows = [
  '2024-Q1 a paid 100',
  '2024-Q2 a need 30',
  '2024-Q2 a paid 5',
  '2024-Q4 a need 90',
  '2025-Q1 a need 10',
  '2024-Q1 b need 7',
  '2024-Q2 b paid NA',
];

/** Figures of one subject over its quarters. */
const over = (found: ReturnType<typeof score>, node: string, id = 'a') =>
  ['2024-Q1', '2024-Q2', '2024-Q4', '2025-Q1'].map((period) => found.figure(id, node, period)).join(' ');

describe('an account', () => {
  const found = score(scheme(), { rows });

  it('is carried from period to period, and a period without the subject changes nothing', () => {
    expect(over(found, 'before')).toBe('0 100 75 0');
    expect(over(found, 'out')).toBe('0 30 75 0');
    expect(over(found, 'bank')).toBe('100 75 0 0');
  });

  it('belongs to one subject, and holds what is missing or not applicable for nothing', () => {
    expect(over(found, 'bank', 'b')).toBe('0 0 no cell no cell');
  });

  it('gives nothing of what is paid in during the same period', () => {
    const same = score(scheme(), { rows: ['2024-Q1 a paid 9', '2024-Q1 a need 4', '2024-Q2 a need 4'] });
    expect([same.figure('a', 'out', '2024-Q1'), same.figure('a', 'bank', '2024-Q1')]).toEqual(['0', '9']);
    expect(same.figure('a', 'bank', '2024-Q2')).toBe('5');
  });

  it('can start with an amount, and again each year', () => {
    const again = score(scheme(', start: 20, starts again: each year'), { rows });
    expect(over(again, 'before')).toBe('20 120 95 20');
    expect(over(again, 'bank')).toBe('120 95 5 10');
  });

  it('explains what was brought forward and drawn', () => {
    const { arithmetic, steps, figures } = found.explain({ period: '2024-Q2', node: 'bank' });
    expect(arithmetic).toBe('100 + 5 − 30 = 75');
    expect(steps.map(({ title, figure }) => `${title.zh} ${figure.text}`)).toEqual(['期初结余 100', '支取 30']);
    expect(figures.map(({ node, period }) => `${period} ${node}`)).toEqual(['2024-Q1 lack', '2024-Q2 lack']);
    expect(found.explain({ period: '2024-Q2', node: 'out' }).arithmetic).toBe('min(100, 30) = 30');
    expect(found.explain({ period: '2024-Q2', node: 'out' }).rule.zh).toBe(
      '从结余中支取：逐期结转，每期加存入，按缺口支取（以期初结余为限）',
    );
  });
});
