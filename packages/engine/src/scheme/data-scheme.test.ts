import { describe, expect, it } from 'vitest';
import { dataset, faultsOf, row, schemeOf, score, subject } from '../score/testing/score-text.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { publish } from '../reader/publish.ts';
import type { PublishedFile } from '../reader/published-file.ts';
import { publishedReader } from '../reader/published-reader.ts';
import type { ExplainQuery } from '../reader/results-reader.ts';
import { realEngine } from '../store/worker/real-engine.ts';
import { ScoreError } from '../score/score-error.ts';

const SCHEME = `
inputs:
  key.*: { kind: number, NA: true }
  key.fixed: { kind: number }
results:
  - for each: { item: key.* }
    nodes:
      - { id: $item, title: $x, exists if: given(input.$item), formula: $item }
      - { id: $item.mean, exists if: given(input.$item), formula: 'mean(peers.$item[given($item)])' }
  - { id: reported, formula: 'if given(input.key.fixed) then 1 else 0' }
  - { id: large, tally: { of: [key.*], is: 10 } }
`;

const scored = (...rows: string[]) => {
  const scheme = schemeOf(SCHEME);
  const units = ['a', 'b'].map((id) => subject(id, { group: 'g' }));
  return scoreDataset(
    scheme,
    dataset(
      units,
      rows.map((text) => row(text)),
    ),
  ).scored;
};
const nodesOf = (...rows: string[]) => scored(...rows).parts[0]?.description.nodes.map(({ id }) => id);
const REST = ['reported', 'large'];

describe('a template over the items of a family', () => {
  it('is written out for what the data hold, in the order of the names', () => {
    const found = nodesOf('2024 a key.papers 3', '2023 b key.income 2', '2024 a key.fixed 1');
    expect(found).toEqual(['key.income', 'key.income.mean', 'key.papers', 'key.papers.mean', ...REST]);
  });

  it('gives nothing where the data hold none', () => {
    expect(nodesOf('2024 a key.fixed 1')).toEqual(REST);
    expect(schemeOf(SCHEME).parts[0]?.description.nodes.map(({ id }) => id)).toEqual(REST);
  });

  it('gives figures of those who report it', () => {
    const rows = ['2024 a key.论文 10', '2024 b key.论文 NA', '2024 b key.书 1', '2024 a key.书 4'];
    const { column } = score(SCHEME, { rows });
    expect(['key.论文', 'key.论文.mean', 'key.书.mean', 'large'].map((node) => column(node))).toEqual([
      '10 –',
      '10 –',
      '2.5 2.5',
      '2 0',
    ]);
  });

  it('explains them with the declaration of the family', () => {
    const titled = SCHEME.replace('key.*: { kind: number,', 'key.*: { kind: number, title: 核心数据, unit: 篇,');
    const { inputs } = score(titled, { rows: ['2024 a key.论文 3'] }).explain({ subject: 'a', node: 'key.论文' });
    expect(inputs).toMatchObject([{ item: 'key.论文', unit: '篇', title: { zh: '核心数据（key.论文）' } }]);
  });

  it('is in the published file with its explanations, and in the workspace of the page', async () => {
    const text = `scheme: t\ntitle: t\nperiod: year\n${SCHEME}`;
    const { scheme } = realEngine.loadScheme(text);
    const rows = [row('2024 a key.papers 3'), row('2024 b key.papers 4')];
    const units = ['a', 'b'].map((id) => subject(id, { group: 'g' }));
    const scoring = scheme?.score(dataset(units, rows), {});
    if (scoring === undefined) throw new Error('The scheme is not computed.');
    const notice = { date: '2025-01-05', from: '', to: '', objections: '' };
    const explain = (query: ExplainQuery) => Promise.resolve(scoring.explain(query));
    const file = JSON.parse(JSON.stringify(await publish(scoring.scored, { notice, explain }))) as PublishedFile;
    const reader = publishedReader(file);
    const explanation = await reader.explain({ period: '2024', subject: 'a', node: 'key.papers.mean' });
    expect(explanation).toMatchObject({ figure: { text: '3.5' } });
    expect(explanation?.figures.map(({ node }) => node)).toEqual(['key.papers', 'key.papers']);
  });

  it('is compiled once for the same items', () => {
    const scheme = schemeOf(SCHEME);
    const of = (text: string) => scheme.forData({ observations: [row(text)] }).plan;
    expect(of('2024 a key.x 1')).toBe(of('2025 b key.x 2'));
    expect(of('2024 a key.x 1')).not.toBe(of('2024 a key.y 1'));
  });

  it.each([
    [['2024 a key.a-b 1'], 'score.item-name'],
    [['2024 a key.2024 1'], 'score.item-name'],
    [['2024 a key.a 1', '2024 a key.a.mean 1'], 'score.items'],
    [Array.from({ length: 501 }, (_, at) => `2024 a key.n${at} 1`), 'score.too-many-items'],
  ])('stops with items that it cannot take: %s', (rows, code) => {
    const scoring = (): unknown => scored(...rows);
    expect(scoring).toThrow(ScoreError);
    expect(scoring).toThrow(expect.objectContaining({ code }));
  });

  it('is checked before there are data', () => {
    expect(faultsOf(SCHEME.replace('formula: $item }', 'formula: $item + nobody }'))[0]).toContain(
      'formula.unknown-name',
    );
  });

  it('runs over a family that is declared, and not among declarations', () => {
    const [other] = faultsOf(SCHEME.replace('{ item: key.* }', '{ item: other.* }'));
    expect(other).toBe('for-each.family { item: other.* }');
    const input = SCHEME.replace('key.fixed: {', 'x.$x: { for each: { item: key.* }, kind: number }\n  key.fixed: {');
    expect(faultsOf(input)).toContain('for-each.family { item: key.* }');
  });
});
