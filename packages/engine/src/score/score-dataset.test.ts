import { describe, expect, it } from 'vitest';
import type { Dataset, Observation, Subject } from '../data/dataset.ts';
import { resultRows } from '../io/result-table.ts';
import { scoredReader } from '../reader/scored-reader.ts';
import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { ScoreError } from './score-error.ts';
import { scoreDataset } from './score-dataset.ts';
import { dataset, row, schemeOf, score, scoreFault, subject } from './testing/score-text.ts';
import fc from '../testing/seeded-fast-check.ts';

/** A scheme that looks at other cells in every way there is. */
const SCHEME = schemeOf(
  `
inputs:
  n: { kind: number, NA: true }
  late: { kind: event, categories: [a, b] }
  ballot: { kind: rating }
items:
  - { id: x, max: 50, formula: n }
  - { id: y, max: 10, deduct: [{ each: late, by: { a: 0.5, b: 1/3 } }] }
  - { id: z, max: 100, poll: { of: ballot } }
results:
  - { id: total, formula: x + y + z / 3, round: 2 }
  - { id: rank, rank: { by: total } }
  - { id: mean, formula: total - mean(peers.total) }
  - { id: last, formula: total - previous(total), if missing: NA }
  - { id: raw, bands: { of: total, rows: [{ from: 40, is: 优 }, { is: 合 }] } }
  - { id: grade, places: { of: raw, word: 优, share: 1/3, else: 合 } }
  - { id: prize, prizes: { ranks: [一, 二] } }
`.replace('b: 1/3', 'b: 0.3'),
);

const observation: fc.Arbitrary<Observation> = fc
  .record({
    period: fc.constantFrom('2023', '2024', '2024-Q1'),
    subject: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    item: fc.constantFrom('n', 'late', 'ballot'),
    value: fc.oneof(fc.integer({ min: 0, max: 50 }).map(String), fc.constantFrom('NA', '', '0.1')),
    category: fc.constantFrom('a', 'b'),
    rater: fc.constantFrom('r', 's'),
  })
  .map((fields) => row('', fields));
/** Observations in any order; of inputs with one value only the first per subject and period. */
const observations = fc.uniqueArray(observation, {
  maxLength: 40,
  selector: ({ item, period, subject: id, category, value }) =>
    item === 'n' ? `${period} ${id}` : `${item} ${period} ${id} ${category} ${value}`,
});
const UNITS = ['a', 'b', 'c', 'd', 'e'].map((id) => subject(id, { group: id < 'd' ? '甲' : '乙' }));

/** All results of a scoring as sorted texts. */
function results(scheme: CompiledScheme, data: Dataset): string[] {
  return [...resultRows(scoreDataset(scheme, data).scored)].map((fields) => Object.values(fields).join(' ')).sort();
}

describe('scoring', () => {
  it('gives the same in any order of rows and subjects', () => {
    const shuffled = observations.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(UNITS, { minLength: UNITS.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, otherRows, otherUnits]) => {
        expect(results(SCHEME, dataset(otherUnits, otherRows))).toEqual(results(SCHEME, dataset(UNITS, rows)));
      }),
    );
  });

  it('of one group does not change when another group comes along', () => {
    const stranger = subject('zz', { group: '丙' });
    fc.assert(
      fc.property(observations, observations, (rows, others) => {
        const strange = others
          .map((given) => ({ ...given, subject: 'zz' }))
          .filter(({ item }, at) => item !== 'n' || at === 0);
        const before = results(SCHEME, dataset(UNITS, rows));
        const after = results(SCHEME, dataset([...UNITS, stranger], [...rows, ...strange]));
        expect(after.filter((text) => !text.includes(' zz '))).toEqual(before);
      }),
    );
  });

  it('ranks, compares and narrows within the column that the part names', async () => {
    const scheme = schemeOf(
      'rank within: kind\ninputs: { n: { kind: number } }\nresults:\n  - { id: total, formula: n }\n  - { id: rank, rank: { by: total } }\n',
    );
    const unit = (id: string, group: string, kind: string) => subject(id, { group, kind });
    const units = [unit('a', '甲', 'x'), unit('b', '乙', 'x'), unit('c', '甲', 'y'), unit('d', '乙', '')];
    const rows = ['2024 a n 1', '2024 b n 3', '2024 c n 8', '2024 d n 5'].map((text) => row(text));
    const reader = scoredReader(scoreDataset(scheme, dataset(units, rows)).scored);
    const all = await reader.ranking({ period: '2024' });
    expect(all.rows.map(({ subject: id, group, rank }) => `${id} ${group} ${rank?.text}`)).toEqual([
      'b x 1',
      'a x 2',
      'c y 1',
      'd  1',
    ]);
    const { rows: narrowed } = await reader.ranking({ period: '2024', group: 'x' });
    expect(narrowed.map(({ subject: id }) => id)).toEqual(['b', 'a']);
    const { lines } = await reader.sheet({ period: '2024', subject: 'a' });
    const total = lines.find(({ node }) => node.id === 'total');
    expect([total?.groupMean?.text, total?.groupBest?.text]).toEqual(['2', '3']);
  });

  it('twice gives the same, and leaves the data as it was', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const data = dataset(
          UNITS,
          rows.map((given) => Object.freeze(given)),
        );
        expect(results(SCHEME, data)).toEqual(results(SCHEME, data));
      }),
      { numRuns: 30 },
    );
  });

  it('ranks and grades whoever is missing or does not apply', () => {
    const found = results(SCHEME, dataset(UNITS, [row('2024 a n NA'), row('2024 b late')]));
    expect(found).toContain('2024 a total NA');
    expect(found).toContain('2024 a rank NA');
    expect(found).toContain('2024 b rank 1');
  });

  it('of nothing gives nothing', () => {
    expect(results(SCHEME, dataset([], []))).toEqual([]);
    expect(results(SCHEME, dataset(UNITS, []))).toEqual([]);
    expect(results(SCHEME, dataset([], [row('2024 a n 1')]))).toEqual([]);
  });
});

describe.each(['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages'])('the cases of %s', (id) => {
  it('give the same backwards, and beside a group of their own', async () => {
    const { scheme, imported } = await runCase(readCase(id));
    const data = imported.dataset as Dataset;
    const before = results(scheme, data);
    expect(results(scheme, dataset([...data.subjects].reverse(), [...data.observations].reverse()))).toEqual(before);

    const model = data.subjects.find(
      ({ id: unit, group }) => group !== '' && data.observations.some((given) => given.subject === unit),
    );
    const copy = { ...(model as Subject), id: 'zz', group: 'zz', parent: '' };
    const rows = data.observations
      .filter((given) => given.subject === model?.id)
      .map((given) => ({ ...given, subject: 'zz' }));
    const after = results(scheme, dataset([...data.subjects, copy], [...data.observations, ...rows]));
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.filter((text) => !text.includes(' zz '))).toEqual(before);
  });
});

describe('a figure that cannot be computed', () => {
  const scheme = `inputs: { n: { kind: number }, m: { kind: number } }
results:
  - { id: x, title: { zh: 比例, en: Ratio }, clause: 三.2, formula: n / m }
  - { id: y, formula: x + 1 }
`;
  const rows = ['2023 a n 1', '2023 a m 1', '2024 a n 1', '2024 a m 1', '2024 b n 1', '2024 b m 0'];

  it('stops the scoring with place and reason', () => {
    expect(scoreFault(scheme, { rows })).toBe('score.division-by-zero 2024 b x');
    try {
      score(scheme, { rows });
    } catch (error) {
      const { text } = error as ScoreError;
      expect(error).toBeInstanceOf(ScoreError);
      expect(text.zh).toContain('比例');
      expect(text.zh).toContain('三.2');
      expect(text.en).toMatch(/"Ratio" of b in 2024 .*clause 三\.2.*divisor is 0/);
    }
  });

  it('does no harm in a branch that is not taken, or where nothing is written', () => {
    expect(score(scheme.replace('n / m', 'if m = 0 then 7 else n / m'), { rows }).column('x')).toBe('1 7');
    expect(
      score(`${scheme.replace('formula: n / m', 'formula: n / m, written if: m > 0')}`.replace('x + 1', 'n'), {
        rows,
      }).column('x'),
    ).toBe('1 –');
    expect(
      score(
        scheme.replace('formula: n / m', 'formula: n / m, hidden: true').replace('x + 1', 'if m > 0 then x else 0'),
        { rows },
      ).column('y'),
    ).toBe('1 0');
  });

  it('is mended only where the scheme provides for its very cause', () => {
    const mended = scheme.replace('formula: n / m', 'formula: n / m, if dividing by zero: 0');
    expect(score(mended, { rows }).column('y')).toBe('2 1');
    expect(
      scoreFault(
        scheme.replace('n / m', 'sqrt(0 - n)').replace('formula: sqrt', 'if dividing by zero: 0, formula: sqrt'),
        { rows },
      ),
    ).toBe('score.root-of-negative 2023 a x');
  });

  it('comes from a text of the data that is no number, too', () => {
    expect(scoreFault(scheme, { rows: ['2024 a n 好', '2024 a m 1'] })).toBe('score.not-a-number 2024 a x');
  });

  it('draws everything that ranks with it along', () => {
    const ranked = `inputs: { n: { kind: number } }\nresults:\n  - { id: total, formula: 1 / n, hidden: true }\n  - { id: rank, rank: { by: total } }\n`;
    expect(scoreFault(ranked, { rows: ['2024 a n 1', '2024 b n 0'] })).toBe('score.division-by-zero 2024 a rank');
  });
});

describe('words of results', () => {
  const scheme = schemeOf(`
result words: { met: { zh: 达到, en: reached }, constructor: 构造 }
inputs:
  n: { kind: number }
results:
  - { id: check, cases: [{ if: n >= 3, is: met }, { is: toString }] }
  - { id: again, formula: 'if check = "met" then 1 else 0' }
`);

  it('keep their writing in figures and have their titles beside it', () => {
    const { scored, explain } = scoreDataset(scheme, dataset([subject('a')], [row('2024 a n 3')]));
    const [part] = scored.parts;
    expect(part!.figures.get('check')?.[0]?.text).toBe('met');
    expect(part!.figures.get('again')?.[0]?.text).toBe('1');
    const [check, again] = part!.description.nodes;
    expect(check!.wordTitles?.['met']).toEqual({ zh: '达到', en: 'reached' });
    expect(again!.wordTitles).toBeUndefined();
    const told = explain({ period: '2024', subject: 'a', node: 'again' });
    expect(JSON.stringify(told)).toContain('达到');
  });
});

describe('parts that only serve others', () => {
  const scheme = schemeOf(`
inputs:
  n: { kind: number }
parts:
  - part: helpers
    subjects: { kind: helper }
    period: year
    results: [{ id: step, hidden: true, formula: n }]
  - part: units
    subjects: { kind: unit }
    period: year
    items: [{ id: x, formula: n }]
`);
  const data = dataset([subject('a', { kind: 'unit' })], [row('2024 a n 3')]);

  it('are not among the results, so that nobody is led to an empty table', async () => {
    const { scored } = scoreDataset(scheme, data);
    expect(scored.description.parts.map(({ id }) => id)).toEqual(['units']);
    const { rows } = await scoredReader(scored).ranking({ period: '2024' });
    expect(rows.map(({ figures }) => figures[0]?.text)).toEqual(['3']);
  });
});
