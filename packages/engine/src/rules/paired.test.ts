import { describe, expect, it } from 'vitest';
import { faultsOf, score } from '../score/testing/score-text.ts';
import { PAIRED_GIVES } from './paired.ts';

const scheme = (rest = '') => `
parts:
  - part: units
    period: year
    items:
      - { id: n, score: given }
    results:
      - { id: x, formula: n, if missing: 0 }
  - part: compared
    subjects: ALL
    period: year
    complete: false
    results:
${PAIRED_GIVES.map(
  (give) => `      - id: ${give.replace(' ', '_')}
        paired: { members of: units, of: x, back: 2, give: ${give}${rest} }
        ${/^(?:sd|t$|p$)/.test(give) ? 'round: { significant: 6 }' : ''}`,
).join('\n')}
`;

const given = (...pairs: readonly (readonly [number | null, number | null])[]): string[] =>
  pairs.flatMap(([a, b], at) => [
    ...(a === null ? [] : [`2018 u${at} n ${a}`]),
    ...(b === null ? [] : [`2020 u${at} n ${b}`]),
  ]);

const found = (rows: readonly string[], rest?: string): string =>
  PAIRED_GIVES.map((give) => score(scheme(rest), { rows }).figure('ALL', give.replace(' ', '_'), '2020')).join(' ');

describe('a paired comparison', () => {
  it('gives means, deviations, t, degrees of freedom and p', () => {
    // Student's own data, 1908: the hours of sleep that two drugs brought ten patients; t = 4.0621, p = 0.00283289.
    const first = [7, -16, -2, -12, -1, 34, 37, 8, 0, 20];
    const second = [19, 8, 11, 1, -1, 44, 55, 16, 46, 34];
    const rows = given(...first.map((a, at) => [a + 16, (second[at] as number) + 16] as const));
    expect(found(rows)).toBe('10 23.5 39.3 17.8901 20.0225 15.8 12.3 4.06213 9 0.00283289 true');
  });

  it('takes those who have both figures', () => {
    expect(
      found(given([1, 2], [null, 5], [4, null], [3, 7]))
        .split(' ')
        .slice(0, 3),
    ).toEqual(['2', '2', '4.5']);
    expect(found([...given([1, 2], [3, 7]), '2020 u9 n 1', '2019 u9 n 8']).split(' ')[0]).toBe('2');
  });

  it('takes those alone for whom the condition holds in both periods', () => {
    const rows = [...given([1, 2], [2, 4], [3, 9]), '2020 late n NA', '2018 late n 5'];
    expect(found(rows, ', among: complete').split(' ')[0]).toBe('3');
    expect(found(given([1, 2], [2, 4], [3, 9]), ', among: x < 9').split(' ')[0]).toBe('2');
    expect(found(given([1, 2], [2, 4], [9, 3]), ', among: x < 9').split(' ')[0]).toBe('2');
  });

  it('says what there are too few pairs for, or no spread', () => {
    expect(found(given([1, 3]))).toBe('1 1 3 missing missing 2 missing missing 0 missing missing');
    expect(found(given([1, null], [null, 2]))).toBe(
      '0 missing missing missing missing missing missing missing missing missing missing',
    );
    expect(found(given([1, 3], [2, 4]))).toBe('2 1.5 3.5 0.707107 0.707107 2 0 missing 1 missing missing');
  });

  it('judges by the level, without rounding', () => {
    // With two pairs p is 2 ÷ π × arccot t: differences 0 and 1 have t = 1 and p = 1/2.
    const rows = given([0, 0], [0, 1]);
    expect(found(rows, ', level: 0.5').endsWith(' 0.5 false')).toBe(true);
    expect(found(rows, ', level: 0.50001').endsWith(' 0.5 true')).toBe(true);
  });

  it('shows how t and p came about, step by step', () => {
    const { explain } = score(scheme(), { rows: given([1, 2], [2, 5], [3, 9]) });
    const { steps, arithmetic } = explain({ part: 'compared', period: '2020', subject: 'ALL', node: 'p' });
    expect(steps.map(({ title, figure }) => `${title.en} ${figure.text.slice(0, 6)}`)).toEqual([
      'Pairs 3',
      'There are at least 2 pairs true',
      'Sum of squares 46',
      'Sum 10',
      'Standard deviation of the differences 2.5166',
      'The differences are not all equal true',
      'Mean of the differences 3.3333',
      't 2.2941',
      'There is at least one pair true',
      'Degrees of freedom 2',
      'Two-sided p 0.1487',
      'Rounded half up to 6 significant digits 0.1487',
    ]);
    expect(arithmetic).toMatch(/≈ 0\.1487\d+$/);
  });

  it('names what cannot be compared', () => {
    const faults = (text: string): string[] => faultsOf(text).map((fault) => fault.split(' ')[0] as string);
    expect(new Set(faults(scheme().replaceAll('of: x', 'of: y')))).toEqual(new Set(['figure.unknown']));
    expect(new Set(faults(scheme().replaceAll('members of: units', 'members of: others')))).toEqual(
      new Set(['parts.unknown']),
    );
    expect(faults(scheme().replace('formula: n,', 'formula: \'"word"\','))).toContain('formula.wrong-type');
  });
});
