import { describe, expect, it } from 'vitest';
import { faultsOf, figure, row, score, schemeOf, scoreFault, subject } from '../score/testing/score-text.ts';

const scheme = (formula: string) => `
scales: { grades: [优, 良, 中, 差] }
attributes: { degree: { kind: word } }
inputs:
  a, b: { kind: level, words: [优, 良, 中, 差], NA: true }
  n: { kind: number }
  vote: { kind: rating, words: [优, 良, 中, 差] }
results:
  - { id: grade, title: 等次, formula: a }
  - { id: x, title: 结果, formula: '${formula}' }
`;
const value = (formula: string, ...rows: readonly string[]) => figure(scheme(formula), 'x', ...rows);

describe('at least and at most', () => {
  it('compare where words stand on their scale', () => {
    expect(value('at least(grades, a, "良")', '2024 a a 优')).toBe('true');
    expect(value('at least(grades, a, "良")', '2024 a a 良')).toBe('true');
    expect(value('at least(grades, a, "良")', '2024 a a 中')).toBe('false');
    expect(value('at most(grades, a, "中")', '2024 a a 差')).toBe('true');
    expect(value('at most(grades, a, b)', '2024 a a 优', '2024 a b 良')).toBe('false');
  });

  it('keep the state of what they compare', () => {
    expect(value('at least(grades, a, "良")', '2024 a b 优')).toBe('missing');
    expect(value('at least(grades, a, "良")', '2024 a a NA')).toBe('NA');
  });

  it('take the empty word for missing', () => {
    const units = [subject('a', { degree: '' }), subject('b', { degree: '良' })];
    const { column } = score(scheme('at least(grades, degree, "中")'), { rows: ['2024 a n 1', '2024 b n 1'], units });
    expect(column('x')).toBe('missing true');
  });

  it('stop at a word that is not on the scale', () => {
    const units = [subject('a', { degree: '乙' })];
    expect(scoreFault(scheme('at least(grades, degree, "中")'), { rows: ['2024 a n 1'], units })).toBe(
      'score.off-scale 2024 a x',
    );
  });
});

describe('worst and best', () => {
  it('choose among values, strictly', () => {
    expect(value('worst(grades, a, b)', '2024 a a 良', '2024 a b 中')).toBe('中');
    expect(value('best(grades, a, b, "差")', '2024 a a 良', '2024 a b 中')).toBe('良');
    expect(value('worst(grades, a, b)', '2024 a a 良')).toBe('missing');
    expect(value('worst(grades, a, b)', '2024 a a 良', '2024 a b NA')).toBe('NA');
  });

  it('choose in a list of rows', () => {
    const votes = [row('2024 a vote 良', { rater: 'r' }), row('2024 a vote 差', { rater: 's' })];
    const of = (formula: string) => score(scheme(formula), { rows: votes }).column('x');
    expect(of('worst(grades, vote)')).toBe('差');
    expect(of('best(grades, vote[value != "优"])')).toBe('良');
    expect(of('best(grades, vote[value = "优"])')).toBe('missing');
  });

  it('leave out of a list of subjects who has no word', () => {
    const rows = ['2024 a a 良', '2024 b a 中', '2024 c n 1', '2024 d a NA'];
    const { column } = score(scheme('best(grades, all.grade)'), { rows });
    expect(column('x')).toBe('良 良 良 良');
    expect(score(scheme('worst(grades, all.grade)'), { rows }).column('x')).toBe('中 中 中 中');
  });

  it('choose among periods', () => {
    const rows = ['2023 a a 中', '2024 a a 优'];
    expect(score(scheme('worst(grades, recent(grade, 2))'), { rows }).column('x')).toBe('中');
  });
});

describe('step and place', () => {
  it('go up and down, and stay at the ends', () => {
    expect(value('step(grades, a, 1)', '2024 a a 中')).toBe('良');
    expect(value('step(grades, a, -2)', '2024 a a 良')).toBe('差');
    expect(value('step(grades, a, 5)', '2024 a a 良')).toBe('优');
    expect(value('step(grades, a, -1)', '2024 a a 差')).toBe('差');
    expect(value('step(grades, a, n)', '2024 a a 差', '2024 a n 2')).toBe('良');
  });

  it('do not go by halves', () => {
    expect(scoreFault(scheme('step(grades, a, n)'), { rows: ['2024 a a 差', '2024 a n 0.5'] })).toBe(
      'score.not-a-step 2024 a x',
    );
  });

  it('count from the best', () => {
    expect(value('place(grades, a)', '2024 a a 优')).toBe('1');
    expect(value('place(grades, a)', '2024 a a 差')).toBe('4');
  });
});

describe('a formula over a scale', () => {
  it('must name one that there is, and words that are on it', () => {
    expect(faultsOf(scheme('worst(grade, a, b)'))).toEqual(['formula.unknown-scale grade']);
    expect(faultsOf(scheme('worst("优", a)'))).toEqual(['formula.unknown-scale "优"']);
    expect(faultsOf(scheme('at least(grades, a, "优良")'))).toEqual(['formula.off-scale "优良"']);
    expect(faultsOf(scheme('at least(grades, n, "优")'))).toEqual(['formula.wrong-type n']);
    expect(faultsOf(scheme('best(grades, all.n)'))).toEqual(['formula.unknown-name all.n']);
    expect(faultsOf(scheme('at least(grades, a)')).length).toBe(1);
  });

  it('says in words what it asks', () => {
    const rule = (formula: string) =>
      score(scheme(formula), { rows: ['2024 a a 良', '2024 a b 中'] }).explain({ node: 'x' }).rule;
    expect(rule('at least(grades, grade, "良")').zh).toContain('等次为“良”及以上');
    expect(rule('at most(grades, grade, "良")').en).toContain('is "良" or worse');
    expect(rule('worst(grades, grade, b)').zh).toContain('等次、b中最差的等级');
    expect(rule('step(grades, grade, -1)').zh).toContain('等次下调 1 级');
    expect(rule('place(grades, grade)').zh).toContain('等次在等级中的位次');
  });

  it('shows the words that were compared', () => {
    const arithmetic = (formula: string) =>
      score(scheme(formula), { rows: ['2024 a a 良', '2024 a b 中'] }).explain({ node: 'x' }).arithmetic;
    expect(arithmetic('at least(grades, grade, "中")')).toBe('“良” ≥ “中”');
    expect(arithmetic('worst(grades, grade, b)')).toBe('min(“良”, “中”) → 中');
    expect(arithmetic('step(grades, grade, 1)')).toBe('“良” + 1 → 优');
    expect(arithmetic('place(grades, grade)')).toBe('良 → 2');
  });

  it('shows the figures of a list', () => {
    const rows = ['2024 a a 良', '2024 b a 中'];
    const { figures } = score(scheme('worst(grades, all.grade)'), { rows }).explain({ subject: 'a', node: 'x' });
    expect(figures.map(({ subject: id, figure: { text } }) => `${id} ${text}`)).toEqual(['a 良', 'b 中']);
  });
});

describe('a node on a scale', () => {
  const graded = (keys: string) => `
scales: { grades: [优, 良, 中] }
inputs: { n: { kind: number } }
results:
  - { id: x, title: 等次, ${keys}, cases: [{ if: n < 60, is: 中 }, { if: n >= 90, is: 优 }, { is: 良 }] }
`;

  it('has its words in the order of the scale', () => {
    const words = (text: string) => schemeOf(text).parts[0]?.description.nodes[0]?.words.join(' ');
    expect(words(graded('scale: grades'))).toBe('优 良 中');
    expect(words(graded('note: 无'))).toBe('中 优 良');
  });

  it('must name a scale that there is', () => {
    expect(faultsOf(graded('scale: grade'))).toEqual(['scale.unknown grade']);
  });
});
