import { describe, expect, it } from 'vitest';
import type { Dataset, Observation } from '../data/dataset.ts';
import { dataset, row, subject } from '../data/testing/make-dataset.ts';
import { resultRows } from '../io/result-table.ts';
import type { Figure } from '../reader/figure.ts';
import { publish } from '../reader/publish.ts';
import { publishedReader } from '../reader/published-reader.ts';
import type { ScoreSheet } from '../reader/results-reader.ts';
import { scoredReader } from '../reader/scored-reader.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { Choices } from '../testing/random/choices.ts';
import { randomExample } from '../testing/random/random-example.ts';
import type { Correction } from '../workspace/content.ts';
import { mergeImports } from '../workspace/merge/merge-imports.ts';
import { ScoreError } from './score-error.ts';
import { scoreDataset } from './score-dataset.ts';
import { schemeOf } from './testing/score-text.ts';

/** A random scheme, its text and data, and choices of its own for what is done to the data. */
interface Sample {
  readonly seed: number;
  readonly text: string;
  readonly scheme: CompiledScheme;
  readonly data: Dataset;
  readonly choices: Choices;
}

const COUNT = 30;
const FIRST = 900_000;

function* samples(): Generator<Sample> {
  for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
    const { scheme, data } = randomExample(seed);
    const text = JSON.stringify(scheme);
    const compiled = loadScheme(text).scheme;
    if (compiled !== null) yield { seed, text, scheme: compiled, data, choices: new Choices(seed) };
  }
}

/** All results as sorted texts; of a scoring that stops, what it stops at. */
function results(scheme: CompiledScheme, data: Dataset): string[] {
  try {
    return [...resultRows(scoreDataset(scheme, data).scored)].map((fields) => Object.values(fields).join(' ')).sort();
  } catch (error) {
    if (error instanceof ScoreError) return ['stopped'];
    throw error;
  }
}

/**
 * What is shown: no superior, and no group where everybody is ranked together; and the double beside a figure that is not exact is for
 * drawing, and comes from the text in a publication.
 */
function shown({ label, ...sheet }: ScoreSheet): unknown {
  const group = sheet.part.groups.length > 0 ? label.group : '';
  return JSON.parse(
    JSON.stringify({ ...sheet, label: { ...label, group, parent: '' } }, (_, value: Partial<Figure> | null) =>
      value?.exact === false ? { ...value, number: null } : value,
    ),
  );
}

/** Whether a scheme looks at other subjects: a rule among others, or a list of them. */
const AMONG_OTHERS = /"(?:rank|places|prizes|share)":\{|group mean|peers|all[.[]|\(all|"parts":/;

const NUMBERS = ['n1', 'n2', 'n3'];

describe('the scores of any scheme', () => {
  it('do not heed the order of the rows', () => {
    let compared = 0;
    for (const { seed, scheme, data, choices } of samples()) {
      const expected = results(scheme, data);
      const shuffled = dataset(data.subjects, choices.shuffled(data.observations));
      expect(results(scheme, shuffled), `seed ${seed}`).toEqual(expected);
      compared += expected.length;
    }
    expect(compared).toBeGreaterThan(700);
  });

  it('do not heed whether the rows come in one import or in two', () => {
    for (const { seed, scheme, data, choices } of samples()) {
      const isFirst = data.observations.map(() => choices.chance(50));
      const share = (wanted: boolean): Dataset =>
        dataset(
          data.subjects,
          data.observations.filter((_, at) => isFirst[at] === wanted),
        );
      const imports = [true, false].map((wanted) => ({ id: String(wanted), dataset: share(wanted) }));
      const { dataset: merged, report } = mergeImports(imports, scheme.inputs, { choices: [], corrections: [] });
      expect(report.conflicts, `seed ${seed}`).toEqual([]);
      expect(results(scheme, merged), `seed ${seed}`).toEqual(results(scheme, data));
    }
  });

  it('do not heed an unrelated subject where nobody is compared', () => {
    let compared = 0;
    for (const { seed, text, scheme, data } of samples()) {
      const first = data.subjects[0];
      const expected = results(scheme, data);
      if (AMONG_OTHERS.test(text) || first === undefined || expected[0] === 'stopped') continue;
      // Of the same group, with the same rows, so that whatever looks at the group would notice.
      const own = data.observations.filter(({ subject: id }) => id === first.id);
      const strange = own.map((given) => ({ ...given, subject: 'zz' }));
      const more = dataset([...data.subjects, { ...first, id: 'zz' }], [...data.observations, ...strange]);
      const found = results(scheme, more).filter((line) => !line.includes(' zz '));
      expect(found, `seed ${seed}`).toEqual(expected);
      compared += expected.length;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('are after corrections what they are where the data came like that', () => {
    let corrected = 0;
    for (const { seed, scheme, data, choices } of samples()) {
      const corrections: Correction[] = [];
      const right = data.observations.map((given): Observation => {
        if (!NUMBERS.includes(given.item) || choices.chance(60)) return given;
        const after = choices.of(['0', '7.25', '60', '99.995', 'NA']);
        corrections.push({ ...given, id: `c${corrections.length}`, time: '', before: given.value, after, reason: '' });
        return { ...given, value: after };
      });
      const imports = [{ id: 'only', dataset: data }];
      const { dataset: mended, report } = mergeImports(imports, scheme.inputs, { choices: [], corrections });
      expect(report.corrections.every(({ state }) => state === 'applied')).toBe(true);
      expect(results(scheme, mended), `seed ${seed}`).toEqual(results(scheme, dataset(data.subjects, right)));
      corrected += corrections.length;
    }
    expect(corrected).toBeGreaterThan(100);
  });

  it('are published as they are', async () => {
    const notice = { date: '2026-01-05', from: '', to: '', objections: '' };
    let sheets = 0;
    for (const { seed, scheme, data } of samples()) {
      if (results(scheme, data)[0] === 'stopped') continue;
      const { scored } = scoreDataset(scheme, data);
      // All groups by name, whatever column they come from.
      const groupModes = Object.fromEntries(scored.parts.map(({ description }) => [description.id, 'names' as const]));
      const file: unknown = JSON.parse(JSON.stringify(await publish(scored, { notice, selection: { groupModes } })));
      const [published, live] = [publishedReader(file as never), scoredReader(scored)];
      const places = scored.parts.flatMap(({ description, keys }) =>
        keys.map((key) => ({ ...key, part: description.id })),
      );
      for (const { part, period, subject: at } of places) {
        const query = { part, period, subject: scored.subjects[at]?.subject ?? '' };
        expect(shown(await published.sheet(query)), `seed ${seed}`).toEqual(shown(await live.sheet(query)));
        sheets += 1;
      }
    }
    expect(sheets).toBeGreaterThan(100);
  });
});

describe('places and prizes', () => {
  const scheme = (rounded: string, rule: string) =>
    schemeOf(`
inputs: { mark: { kind: number, NA: true } }
results:
  - { id: total, formula: mark }
  - { id: grade, places: { word: 优, else: 合, ${rule}, share: 30%, rounded: ${rounded} } }
  - { id: prize, prizes: { ranks: [一, 二, 三] } }
`);
  const units = Array.from({ length: 12 }, (_, at) => subject(`u${at}`, { group: at < 7 ? '甲' : '乙' }));

  it.each([
    ['down', [2, 1]],
    ['half up', [2, 2]],
    ['up', [3, 2]],
  ] as const)('are never more than there are, however many tie (%s)', (rounded, quotas) => {
    const compiled = [scheme(rounded, 'ties: drop'), scheme(rounded, 'ties: drop, among: mark > 1')];
    const choices = new Choices(quotas[0]);
    let reached = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      const values = units.map(() => choices.of(['0', '1', '2', '3', '1/3', '4', '5', '6', '7', '8']));
      const rows = units.map(({ id }, at) => row(`2024 ${id} mark ${values[at]}`.replace('1/3', 'NA')));
      for (const one of compiled) {
        const found = results(one, dataset(units, rows));
        quotas.forEach((quota, at) => {
          const own = units.filter(({ group }) => group === (at === 0 ? '甲' : '乙')).map(({ id }) => id);
          const of = (node: string, words: readonly string[]) =>
            own.filter((id) => words.some((word) => found.includes(`2024 ${id} ${node} ${word}`))).length;
          const granted = of('grade', ['优']);
          expect(granted).toBeLessThanOrEqual(quota);
          for (const prize of ['一', '二', '三']) expect(of('prize', [prize])).toBeLessThanOrEqual(3);
          expect(of('prize', ['一', '二', '三'])).toBeLessThanOrEqual(3);
          if (granted === quota) reached += 1;
        });
      }
    }
    expect(reached).toBeGreaterThan(100);
  });
});
