import { describe, expect, it } from 'vitest';
import type { Observation } from '../../data/dataset.ts';
import { dataset, row, subject, subjects } from '../../data/testing/make-dataset.ts';
import { declare } from '../../io/testing/import-fixtures.ts';
import type { ConflictChoice, Correction } from '../content.ts';
import { mergeImports } from './merge-imports.ts';
import type { ReadImport } from './merged.ts';
import fc from '../../testing/seeded-fast-check.ts';

const INPUTS = [
  declare('n', 'number'),
  declare('e', 'event'),
  declare('r', 'rating'),
  declare('b', 'rating', { needsRater: false }),
];

const at = (file: string, line: number) => ({ file, sheet: '', row: line, column: 'D' });
const rows = (file: string, ...texts: string[]): Observation[] =>
  texts.map((text, line) => row(text, { origin: at(file, line + 2) }));
const read = (id: string, ...texts: string[]): ReadImport => ({
  id,
  dataset: dataset(subjects('s', 't'), rows(`${id}.csv`, ...texts)),
});
const none = { choices: [], corrections: [] };
const choice = (item: string, from: string, more: Partial<ConflictChoice> = {}): ConflictChoice => ({
  period: '2025',
  subject: 's',
  item,
  rater: '',
  column: '',
  import: from,
  reason: '以复核为准',
  ...more,
});
const correction = (item: string, before: string, after: string, more: Partial<Correction> = {}): Correction => ({
  id: `${item} ${before} ${after}`,
  time: '2026-01-01T00:00:00Z',
  period: '2025',
  subject: 's',
  item,
  category: '',
  rater: '',
  matter: '',
  date: '',
  before,
  after,
  reason: '抄错',
  ...more,
});
const values = (observations: readonly Observation[]): string[] =>
  observations.map(({ subject: who, item, value }) => `${who} ${item} ${value}`);

describe('several imports', () => {
  it('come together; what is said twice counts once', () => {
    const { dataset: merged, report } = mergeImports(
      [read('a', '2025 s n 5'), read('b', '2025 s n 5.0', '2025 t n 7')],
      INPUTS,
      none,
    );
    expect(values(merged.observations)).toEqual(['s n 5', 't n 7']);
    expect(report.imports[1]).toMatchObject({ accepted: 2, counted: 1, repeated: 1, setAside: 0 });
    expect(report.conflicts).toEqual([]);
  });

  it('that contradict each other: the earlier counts, openly in doubt, until somebody chooses', () => {
    const imports = [read('a', '2025 s n 5'), read('b', '2025 s n 6'), read('c', '2025 s n 5')];
    const open = mergeImports(imports, INPUTS, none);
    expect(values(open.dataset.observations)).toEqual(['s n 5']);
    expect(open.dataset.observations[0]?.remark?.zh).toBe('冲突未定，暂以先导入的为准：b.csv › D2 为 6');
    expect(open.report.conflicts).toMatchObject([
      { item: 'n', counts: 'a', choice: null, claims: [{ value: '5' }, { value: '6' }, { value: '5' }] },
    ]);
    expect(open.report.imports.map(({ counted, repeated, setAside }) => [counted, repeated, setAside])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);

    const settled = mergeImports(imports, INPUTS, { ...none, choices: [choice('n', 'b')] });
    expect(settled.dataset.observations[0]).toMatchObject({ value: '6', origin: at('b.csv', 2) });
    expect(settled.report.conflicts).toMatchObject([{ counts: 'b', choice: { reason: '以复核为准' } }]);
    expect(settled.report.imports.map(({ setAside }) => setAside)).toEqual([1, 0, 1]);
  });

  it('do not heed a choice for an import that is gone', () => {
    const { report } = mergeImports([read('a', '2025 s n 5'), read('b', '2025 s n 6')], INPUTS, {
      ...none,
      choices: [choice('n', 'gone')],
    });
    expect(report.conflicts).toMatchObject([{ counts: 'a', choice: null }]);
  });

  it('keep marks of raters apart, and ballots without a name all', () => {
    const rated = (id: string, rater: string, value: string): ReadImport => ({
      id,
      dataset: dataset(subjects('s'), [row(`2025 s r ${value}`, { rater }), row('2025 s b 8')]),
    });
    const { dataset: merged, report } = mergeImports(
      [rated('a', '甲', '8'), rated('b', '乙', '8'), rated('c', '甲', '9')],
      INPUTS,
      none,
    );
    expect(values(merged.observations)).toEqual(['s r 8', 's b 8', 's r 8', 's b 8', 's b 8']);
    expect(report.conflicts).toMatchObject([{ item: 'r', rater: '甲', counts: 'a' }]);
  });

  it('with events that are alike keep them all and tell', () => {
    const { dataset: merged, report } = mergeImports(
      [read('a', '2025 s e 1', '2025 s e 1'), read('b', '2025 s e 1', '2025 s e 1', '2025 s e 1', '2025 s e 2')],
      INPUTS,
      none,
    );
    expect(merged.observations).toHaveLength(6);
    expect(report.imports[1]).toMatchObject({ counted: 4, alike: 2 });
    expect(report.likenesses).toMatchObject([
      { import: 'b', origin: { row: 2 }, earlier: { import: 'a', origin: { row: 2 } } },
      { import: 'b', origin: { row: 3 }, earlier: { import: 'a', origin: { row: 3 } } },
    ]);
  });

  it('fill in what the others leave empty about a subject, and contradict each other column by column', () => {
    const imports = [
      { id: 'a', dataset: dataset([subject('s', { name: 's', group: '甲', size: '3' })], []) },
      { id: 'b', dataset: dataset([subject('s', { name: '南村', group: '乙', size: '3', kind: '山区' })], []) },
    ];
    const { dataset: merged, report } = mergeImports(imports, INPUTS, none);
    expect(merged.subjects).toMatchObject([
      { id: 's', name: '南村', group: '甲', attributes: { size: '3', kind: '山区' } },
    ]);
    expect(report.conflicts).toMatchObject([{ subject: 's', column: 'group', counts: 'a', choice: null }]);
    const chosen = choice('', 'b', { period: '', column: 'group' });
    const settled = mergeImports(imports, INPUTS, { ...none, choices: [chosen] });
    expect(settled.dataset.subjects).toMatchObject([{ group: '乙' }]);
  });
});

describe('a correction', () => {
  const imports = [read('a', '2025 s n 5', '2025 s e 1', '2025 s e 1')];
  const after = (...corrections: Correction[]) => mergeImports(imports, INPUTS, { choices: [], corrections });

  it('changes the value, and leaves the place and a word about it', () => {
    const { dataset: merged, report } = after(correction('n', '5', '6'));
    expect(merged.observations[0]).toMatchObject({
      value: '6',
      origin: at('a.csv', 2),
      remark: { zh: '更正：5 → 6，抄错' },
    });
    expect(report.corrections).toMatchObject([{ state: 'applied', origin: at('a.csv', 2) }]);
    expect(imports[0]?.dataset.observations[0]?.value).toBe('5');
  });

  it('of a correction goes on from there', () => {
    const { dataset: merged } = after(correction('n', '5', '6'), correction('n', '6', '7'));
    expect(merged.observations[0]?.remark?.zh).toBe('更正：5 → 6，抄错；更正：6 → 7，抄错');
  });

  it('does not apply to a row that says something else by now, or is not there', () => {
    const { dataset: merged, report } = after(
      correction('n', '4', '6'),
      correction('e', '9', '1', { date: '2025-01-01' }),
    );
    expect(values(merged.observations)).toEqual(['s n 5', 's e 1', 's e 1']);
    expect(report.corrections).toMatchObject([{ state: 'other value', found: '5' }, { state: 'no row' }]);
  });

  it('changes one of several rows that are alike', () => {
    const { dataset: merged } = after(correction('e', '1', '2'), correction('e', '1', '3'));
    expect(values(merged.observations)).toEqual(['s n 5', 's e 2', 's e 3']);
  });

  it('enters what is missing, but no event and nobody unknown', () => {
    const { dataset: merged, report } = after(
      correction('n', '', '8', { subject: 't' }),
      correction('n', '', '8', { subject: 'x' }),
      correction('e', '', '8', { subject: 't' }),
    );
    expect(merged.observations.at(-1)).toMatchObject({ subject: 't', value: '8', remark: { zh: '手工补录：8，抄错' } });
    expect(report.supplied).toBe(1);
    expect(report.corrections.map(({ state }) => state)).toEqual(['applied', 'no row', 'no row']);
  });
});

describe('whatever is imported', () => {
  const observation = fc
    .tuple(fc.constantFrom('s', 't'), fc.constantFrom('n', 'e', 'r', 'b'), fc.constantFrom('1', '1.0', '2', 'NA'))
    .map(([who, item, value]) => row(`2025 ${who} ${item} ${value}`, item === 'r' ? { rater: '甲' } : {}));
  const isSingle = ({ item }: Observation): boolean => item === 'n' || item === 'r';
  const keyOf = ({ subject: who, item }: Observation): string => `${who} ${item}`;
  /** As the import leaves a dataset: what is single stands once. */
  const imported = fc.array(observation, { maxLength: 12 }).map((all) => {
    const seen = new Set<string>();
    const kept = all.filter((one) => {
      const single = isSingle(one) || (one.item === 'b' && one.value === 'NA');
      const isNew = !single || !seen.has(`${keyOf(one)}${one.item === 'b'}`);
      if (single) seen.add(`${keyOf(one)}${one.item === 'b'}`);
      return isNew;
    });
    return dataset(subjects('s', 't'), kept);
  });
  const many = fc
    .array(imported, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one, at): ReadImport => ({ id: `i${at}`, dataset: one })));

  it('counts add up, and nothing single stands twice', () => {
    fc.assert(
      fc.property(many, (imports) => {
        const { dataset: merged, report } = mergeImports(imports, INPUTS, none);
        for (const { accepted, counted, repeated, setAside } of report.imports)
          expect(counted + repeated + setAside).toBe(accepted);
        expect(merged.observations).toHaveLength(report.imports.reduce((sum, { counted }) => sum + counted, 0));
        const single = merged.observations.filter(isSingle).map(keyOf);
        expect(new Set(single).size).toBe(single.length);
      }),
    );
  });

  it('the same import again changes nothing that is single', () => {
    fc.assert(
      fc.property(imported, (one) => {
        const { dataset: merged, report } = mergeImports(
          [
            { id: 'a', dataset: one },
            { id: 'b', dataset: one },
          ],
          INPUTS,
          none,
        );
        expect(merged.observations.filter(isSingle)).toEqual(one.observations.filter(isSingle));
        expect(report.conflicts).toEqual([]);
      }),
    );
  });

  it('choices settle every conflict, and give what was chosen', () => {
    fc.assert(
      fc.property(many, (imports) => {
        const { conflicts } = mergeImports(imports, INPUTS, none).report;
        const choices = conflicts.map(({ claims, period, subject: who, item, rater, column }): ConflictChoice => {
          const last = claims.at(-1)!.import;
          return { period, subject: who, item, rater, column, import: last, reason: '' };
        });
        const { dataset: merged, report } = mergeImports(imports, INPUTS, { ...none, choices });
        expect(report.conflicts.every(({ choice: chosen }) => chosen !== null)).toBe(true);
        for (const { claims, subject: who, item, counts } of report.conflicts) {
          const counting = merged.observations.find(
            (one) => one.subject === who && one.item === item && one.remark !== undefined,
          );
          expect(counting?.value).toBe(claims.find(({ import: from }) => from === counts)?.value);
        }
        for (const { accepted, counted, repeated, setAside } of report.imports)
          expect(counted + repeated + setAside).toBe(accepted);
      }),
    );
  });

  it('an import that is undone leaves no trace', () => {
    fc.assert(
      fc.property(many, imported, (imports, extra) => {
        const before = mergeImports(imports, INPUTS, none);
        const all = [...imports, { id: 'extra', dataset: extra }];
        const without = all.filter(({ id }) => id !== 'extra');
        mergeImports(all, INPUTS, none);
        expect(mergeImports(without, INPUTS, none)).toEqual(before);
      }),
    );
  });
});
