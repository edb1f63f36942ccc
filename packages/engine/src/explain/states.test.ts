import { describe, expect, it } from 'vitest';
import { score } from '../score/testing/score-text.ts';

const scheme = `inputs:
  count: { kind: number, title: 件数 }
  place: { kind: level, title: 场所, words: { good: 好, bad: 差 } }
  talks: { kind: event, title: 谈话, unit: 次 }
items:
  - { id: few, title: 少量, max: 2, formula: "2", only if: count < 3 }
  - { id: kept, title: 场所, max: 2, levels: { of: place, words: { good: 2, bad: 0 } } }
  - id: talk
    title: 谈话
    max: 2
    formula: "2"
    unless: [{ if: not(count > 3), is: 1, title: 件数不多 }, { if: count(talks) >= 2, is: 0, title: 谈话过多 }]
results:
  - { id: busy, title: 忙闲, cases: [{ if: count > 3, is: 忙, title: 较忙 }, { is: 闲 }] }
  - { id: many, title: 较多, hidden: true, formula: count > 3 }
  - { id: rank, title: 名次, rank: { by: few, among: many }, if not applicable: none }
`;

function explain(rows: readonly string[], node: string) {
  return score(scheme, { rows }).explain({ node, subject: 'a', period: '2024' });
}
const told = (rows: readonly string[], node: string) =>
  explain(rows, node).steps.map(({ title, applied, arithmetic, figure, reason }) =>
    `${applied ? '+' : '-'} ${title.zh}: ${arithmetic || figure.text} ${reason.zh}`.trim(),
  );

describe('an explanation', () => {
  it('says which condition keeps a figure from applying', () => {
    expect(explain(['2024 a count 5'], 'few').state?.zh).toBe('适用条件：件数 < 3。现不成立，因此不适用，不计分');
  });

  it('does not call a condition false that nobody can tell yet', () => {
    const { steps, state } = explain(['2024 a talks 1'], 'few');
    expect(steps).toMatchObject([
      { applied: false, figure: { state: 'missing' }, reason: { zh: '缺少数据，无法判断' } },
    ]);
    expect(state?.zh).toContain('件数');
  });

  it('calls a word by what the scheme calls it', () => {
    expect(explain(['2024 a place bad'], 'kept').inputs).toMatchObject([
      { figure: { text: 'bad' }, word: { zh: '差' } },
    ]);
  });

  it('writes what is not greater as less or equal, and holds rows against the threshold', () => {
    expect(told(['2024 a count 5', '2024 a talks 1'], 'talk')).toEqual([
      '- 件数不多: 5 ≤ 3',
      '- 谈话过多: 1 ≥ 2 1 条记录',
    ]);
  });

  it('takes the last case for what it is, not for a condition that failed', () => {
    expect(told(['2024 a count 2'], 'busy')).not.toContain('- 忙闲: 闲 条件不成立');
    expect(told(['2024 a count 2'], 'rank').join()).toContain('不参加排名');
    expect(explain(['2024 a count 2'], 'rank').steps.at(-1)?.applied).toBe(false);
  });
});
