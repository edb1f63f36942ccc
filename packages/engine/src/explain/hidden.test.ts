import { describe, expect, it } from 'vitest';
import { publish } from '../reader/publish.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { dataset, row, schemeOf, score, subject } from '../score/testing/score-text.ts';

const scheme = `inputs:
  n: { kind: number, title: 费用 }
items:
  - { id: x, max: 9, deduct: [{ marks: 'max(0, n - average)', title: 高于平均 }] }
results:
  - { id: average, title: 平均费用, hidden: true, clause: 三, formula: mean(peers.figure) }
  - { id: figure, title: 各家费用, hidden: true, formula: n }
`;
const rows = ['2024 a n 4', '2024 b n 2'];

describe('hidden nodes in explanations', () => {
  it('are told with the figure that is made from them', () => {
    const { steps, figures } = score(scheme, { rows }).explain({ node: 'x', subject: 'a', period: '2024' });
    expect(steps.map(({ title, arithmetic }) => `${title.zh}: ${arithmetic}`)).toEqual([
      '平均费用: (4 + 2) ÷ 2 = 3',
      '高于平均: max(0, 4 − 3) = 1',
    ]);
    expect(figures.map(({ node, subject: of }) => `${of} ${node}`)).toEqual(['a figure', 'b figure']);
  });

  it('can be explained by themselves, as those of others are named', () => {
    const { explain } = score(scheme, { rows });
    expect(explain({ node: 'figure', subject: 'b', period: '2024' })).toMatchObject({
      title: { zh: '各家费用' },
      figure: { text: '2' },
      inputs: [{ item: 'n' }],
    });
    const average = explain({ node: 'average', subject: 'a', period: '2024' });
    expect([average.clause, average.rule.zh]).toEqual(['三', '同组对象的各家费用平均']);
  });

  it('are not named in what is published, where nothing can be opened that is not among the results', async () => {
    const units = [subject('a', { group: 'g' }), subject('b', { group: 'g' })];
    const { scored, explain } = scoreDataset(
      schemeOf(scheme),
      dataset(
        units,
        rows.map((text) => row(text)),
      ),
    );
    const file = await publish(scored, { notice: { date: '2024-01-05', from: '', to: '', objections: '' }, explain });
    const text = JSON.stringify(file);
    expect(text).toContain('平均费用');
    expect(text).not.toContain('"node":"figure"');
  });
});
