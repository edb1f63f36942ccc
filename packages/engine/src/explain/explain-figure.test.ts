import { describe, expect, it } from 'vitest';
import type { ExplanationStep } from './explanation.ts';
import { readCase, runCase } from '../schemes/testing/case-folder.ts';
import { row, score } from '../score/testing/score-text.ts';
import { ReaderError } from '../reader/results-reader.ts';

/** Explains figures of a scheme's cases: `2019 v01 total`. */
async function explainer(id: string) {
  const { scoring } = await runCase(readCase(id));
  return (text: string) => {
    const [period = '', subject = '', node = ''] = text.split(' ');
    return scoring.explain({ period, subject, node });
  };
}

/** Steps in short: `+ 1 × 0.5 = 0.5` applied, `x …` did not. */
const short = (steps: readonly ExplanationStep[]) =>
  steps.map(
    ({ applied, arithmetic, figure }) => `${applied ? '+' : 'x'} ${arithmetic === '' ? figure.text : arithmetic}`,
  );

describe('explanations of township-9-villages', async () => {
  const explain = await explainer('township-9-villages');

  it('name what was taken off by category, and what was not', () => {
    const { arithmetic, steps, inputs, max, clause } = explain('2020 v01 stab.petition');
    expect(arithmetic).toBe('2 − 0.5 − 0.5 − 1 = 0');
    expect(short(steps)).toEqual(['+ 1 × 0.5 = 0.5', 'x 0', 'x 0', 'x 0', '+ 1 × 0.5 = 0.5', '+ 1 × 1 = 1']);
    expect(steps[1]?.reason.zh).not.toBe('');
    expect([max?.text, clause]).toEqual(['2', '六(四)(3)']);
    expect(inputs.map(({ item, rows }) => [item, rows.map(({ file, cell }) => `${file}:${cell}`)])).toEqual([
      ['stab.petition', ['observations.csv:D595', 'observations.csv:D596', 'observations.csv:D597']],
    ]);
  });

  it('say that a ratio lies below its threshold', () => {
    const { figure, steps, inputs } = explain('2019 v06 env.family.fee');
    expect(figure.text).toBe('0');
    expect(short(steps)).toEqual(['+ 14.99 ÷ 25 = 0.5996', '+ 0.5996 < 0.6']);
    expect(inputs.map(({ item, figure: read }) => `${item} ${read.text}`)).toEqual([
      'env.family.fee.collected 14.99',
      'env.family.fee.task 25',
      'fee.floor 0.6',
    ]);
  });

  it('say that a ratio lies on its threshold or above its ceiling', () => {
    expect(explain('2019 v05 env.family.fee').arithmetic).toBe('3 × 0.6 = 1.8');
    expect(short(explain('2019 v05 env.family.fee').steps)).toContain('x 0.6 < 0.6');
    expect(explain('2019 v01 env.family.fee').arithmetic).toBe('3 × min(1.1, 1) = 3');
  });

  it('say why an item does not apply, and what is missing', () => {
    const left = explain('2019 v01 env.beautiful.adobe');
    expect([left.figure.state, left.arithmetic]).toEqual(['na', '']);
    expect(left.steps).toMatchObject([{ applied: false }]);
    expect(left.figures).toMatchObject([{ node: 'env.beautiful.build' }]);
    const missing = explain('2022 v03 env.beautiful.adobe');
    expect(missing.figure.state).toBe('missing');
    expect(missing.state?.zh).toContain('危旧土坯房拆迁完成率');
  });

  it('show the total before it was rounded, and what it was made from', () => {
    const { arithmetic, figures } = explain('2019 v01 total');
    expect(arithmetic).toBe('0.9 × 106.15 + 9.5 = 105.035 ≈ 105.04');
    expect(figures.map(({ node, figure }) => `${node} ${figure.text}`)).toEqual(['perf 106.15', 'poll 9.5']);
  });

  it('show conditions of a veto that did not hold, and the row that made one hold', () => {
    const { figure, steps, inputs } = explain('2026 v02 veto');
    expect(figure.text).toBe('true');
    expect(steps.map(({ applied }) => applied)).toEqual([false, true, false]);
    expect(steps.every(({ clause }) => clause === '六(八)')).toBe(true);
    expect(inputs[0]?.rows).toMatchObject([{ category: 'brawl', value: '20', cell: 'D3322' }]);
  });

  it('show how a prize was won, and why one was not', () => {
    const won = explain('2019 v02 award');
    expect(won.figure.text).toBe('一等奖');
    expect(short(won.steps)).toEqual(['+ 1', '+ 1 ≤ 3', '+ 1']);
    const vetoed = explain('2019 v01 award');
    expect(vetoed.figure.text).toBe('none');
    expect(vetoed.steps.some(({ applied }) => !applied)).toBe(true);
    expect(explain('2019 v01 prize').arithmetic).toBe('0 + 1000 + 1000 + 1000 = 3000');
  });
});

describe('explanations of edu-talent', async () => {
  const explain = await explainer('edu-talent');

  it('show the base scaled up from the marks that apply', () => {
    const { arithmetic, steps, figure } = explain('2010 s05 base');
    expect(figure).toMatchObject({ text: '82.631578947368', exact: false });
    expect(arithmetic).toBe('100 × 78.5 ÷ 95 = 1570/19 (≈ 82.6316)');
    expect(short(steps)[0]).toBe('+ 29 + 17.5 + 7 + 16.5 + 8.5 = 78.5');
    expect(explain('2012 s06 base').arithmetic).toBe('100 × 49.5 ÷ 60 = 82.5'); // mech is NA
  });

  it('show the band of a grade, and the exception that was looked at, but not the sum behind the total', () => {
    const { arithmetic, steps } = explain('2016 s11 grade');
    expect(arithmetic).toBe('90 ∈ [90, +∞) → 优秀');
    expect(steps.map(({ applied }) => applied)).toEqual([true, false]);
    expect(explain('2016 s11 total').arithmetic).toBe('89.995 + 0 = 89.995 ≈ 90');
  });

  it('of a figure that does not apply show the condition that does not hold', () => {
    expect(explain('2018 s07 grade')).toMatchObject({
      figure: { state: 'na' },
      arithmetic: '',
      steps: [{ applied: false }],
    });
  });
});

describe('explanations of land-conservation', async () => {
  const explain = await explainer('land-conservation');

  it('leave what does not apply out of a weighted mean', () => {
    const steps = short(explain('2022 s11 quant').steps);
    expect(steps).toEqual(['+ (25 × 82.85 + 23 × 78.56 + 30 × 81.15) ÷ (25 + 23 + 30) = 210421/2600 (≈ 80.9312)']);
  });

  it('show the exception that took the place of the rule', () => {
    const { arithmetic, steps } = explain('2022 s05 total');
    expect(arithmetic).toBe('63 ÷ 70 × 100 = 90');
    expect(steps.map(({ applied, title }) => `${applied ? '+' : 'x'} ${title.zh}`)).toEqual([
      '+ 新建产业项目用地抽查不适用',
      'x 定量评价不适用',
      'x 两部分都不适用',
      '+ 本年无新建产业项目，按 70 分折算',
    ]);
  });

  it('show the figures of both years, each with its own cell', () => {
    const { arithmetic, inputs } = explain('2022 s01 raw.elastic.invest');
    expect(arithmetic).toBe('(9137 ÷ 15410 − 9182 ÷ 16710) ÷ (9137 ÷ 15410) × 100 = 7.325585…');
    expect(
      inputs.map(({ item, figure, rows }) => `${item} ${figure.text} ${rows[0]?.period} ${rows[0]?.cell}`),
    ).toEqual(['land 9137 2021 D125', 'invest 15410 2021 D122', 'land 9182 2022 D109', 'invest 16710 2022 D106']);
  });
});

describe('explanations of teacher-ethics', async () => {
  const explain = await explainer('teacher-ethics');

  it('refuse an excellent grade to a tie across the last place, with the places there were', () => {
    const { figure, steps } = explain('2020 t0401 grade');
    expect(figure.text).toBe('合格');
    expect(short(steps)).toEqual(['+ 4', '+ 10', '+ ⌊0.3 × 10⌋ = 3', 'x 4 ≤ 3']);
    expect(steps[0]?.reason.zh).toMatch(/并列 3 个/);
  });

  it('grant it within the places', () => {
    const { figure, steps } = explain('2021 t0401 grade');
    expect(figure.text).toBe('优秀');
    expect(short(steps).at(-1)).toMatch(/^\+ \d+ ≤ \d+$/);
  });

  it('place a teacher among the colleagues', () => {
    expect(explain('2020 t0401 rank').steps[0]?.reason.zh).toMatch(/共 10 个/);
  });

  it('list the ballots that counted and those that did not', () => {
    const rows = explain('2020 t0401 panel').inputs[0]?.rows ?? [];
    expect(rows).toHaveLength(8);
    expect(rows.filter(({ used }) => used).map(({ value }) => value)).toEqual(['93.5', '94', '94.5']);
  });

  it('follow a figure of the school to its teachers', () => {
    expect(explain('2020 k04 quota').arithmetic).toBe('⌊0.3 × 10⌋ = 3');
  });
});

describe('an explanation', () => {
  const scheme = `
inputs:
  a: { kind: number, title: 报表, from: 财政所 }
  late: { kind: event }
items:
  - { id: x, title: { zh: 得分, en: Marks }, max: 5, formula: a }
  - { id: y, max: 5, deduct: [{ each: late, marks: 2 }] }
results:
  - { id: total, formula: x + y }
`;

  it('names who owes what is missing', () => {
    const found = score(scheme, { rows: ['2024 a late 1'] });
    const { state, figure, figures } = found.explain({ node: 'x' });
    expect(figure.state).toBe('missing');
    expect(state?.zh).toMatch(/报表.*财政所/);
    expect(found.explain({ node: 'total' }).arithmetic).toBe('0 + 3 = 3');
    expect(figures).toEqual([]);
  });

  it('says where a row would fill a gap, whose, and of which period', () => {
    const found = score(
      `
inputs:
  a: { kind: number, title: 报表 }
  b: { kind: number }
  late: { kind: event }
  mark: { kind: rating }
items:
  - { id: x, max: 5, formula: a + previous(b) }
  - { id: y, max: 5, poll: { of: mark } }
  - { id: z, max: 5, deduct: [{ each: late, marks: 2 }] }
`,
      { rows: ['2023 a a 1', '2024 a late 1', '2024 b a 3'] },
    );
    const gaps = (node: string) => found.explain({ node, subject: 'a', period: '2024' }).inputs.map(({ gap }) => gap);
    expect(gaps('x')).toEqual([
      { subject: 'a', period: '2024' },
      { subject: 'a', period: '2023' },
    ]);
    // Who gave a mark is said where it is entered. An event that did not happen is no gap.
    expect(gaps('y')).toEqual([{ subject: 'a', period: '2024' }]);
    expect(gaps('z')).toEqual([undefined]);
    expect(found.explain({ node: 'x', subject: 'b', period: '2024' }).inputs[0]?.gap).toBeUndefined();
  });

  it('says where a limit bound, and where it did not says nothing', () => {
    const bound = score(scheme, { rows: ['2024 a a 9', '2024 a late 3'] });
    expect(bound.explain({ node: 'x' }).arithmetic).toBe('min(9, 5) = 5');
    expect(bound.explain({ node: 'y' }).arithmetic).toBe('max(5 − 6, 0) = 0');
    const free = score(scheme, { rows: ['2024 a a 3', '2024 a late 1'] });
    expect(free.explain({ node: 'x' })).toMatchObject({ arithmetic: '', steps: [] });
    expect(free.explain({ node: 'y' }).steps).toHaveLength(1);
  });

  it('keeps the cell of every row', () => {
    const origin = { file: '数据.xlsx', sheet: '观测', row: 12, column: 'D' };
    const found = score(scheme, { rows: [row('2024 a a 3', { origin, note: '补报' })] });
    expect(found.explain({ node: 'x' }).inputs[0]?.rows).toMatchObject([
      { file: '数据.xlsx', sheet: '观测', cell: 'D12', value: '3', note: '补报' },
    ]);
  });

  it('cannot be given for what is not there', () => {
    const found = score(scheme, { rows: ['2024 a a 3'] });
    const code = (query: Parameters<typeof found.explain>[0]) => {
      try {
        found.explain(query);
      } catch (error) {
        return error instanceof ReaderError ? error.code : String(error);
      }
      return 'explained';
    };
    expect(code({ node: 'z' })).toBe('unknown-node');
    expect(code({ node: 'x', subject: 'b' })).toBe('unknown-subject');
    expect(code({ node: 'x', period: '2023' })).toBe('unknown-subject');
    expect(code({ node: 'x', part: 'other' })).toBe('unknown-part');
  });

  it('is possible for every figure of every case, whatever its state', async () => {
    const { scoring } = await runCase(readCase('teacher-ethics'));
    for (const { description, keys, figures } of scoring.scored.parts) {
      for (const node of figures.keys()) {
        for (const { period, subject } of keys) {
          const query = {
            part: description.id,
            period,
            subject: scoring.scored.subjects[subject]?.subject ?? '',
            node,
          };
          expect(scoring.explain(query).node).toBe(node);
        }
      }
    }
  });
});

describe('an explanation that looks at other periods', () => {
  const scheme = (condition: string) => `
inputs: { n: { kind: number, title: 经费, NA: true } }
results:
  - { id: n, title: 本年经费, formula: input.n }
  - { id: x, title: 增加, cases: [{ if: '${condition}', is: 是 }, { is: 否 }] }
`;
  const step = (condition: string) =>
    score(scheme(condition), { rows: ['2023 a n 4', '2024 a n 5'] }).explain({ node: 'x' }).steps[0];

  it('puts in the value of the period before, and calls an input by its own title', () => {
    const { title, arithmetic } = step('input.n > previous(input.n)') as ExplanationStep;
    expect([title.zh, arithmetic]).toEqual(['经费 > 上期经费', '5 > 4']);
  });

  it('says over how many periods', () => {
    expect(step('sum(recent(n, 2)) > 8')?.title.zh).toBe('近 2 期的本年经费合计 > 8');
    expect(step('exists(earlier(n))')?.title.en).toBe('there is 本年经费 of all earlier periods');
  });
});
