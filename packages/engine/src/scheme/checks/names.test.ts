import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

describe('Declarations', () => {
  it('are used by formulas, conditions, families and taking part', () => {
    expectMarked(`
takes part: { items: [mark.*, report] }
rank within: district
parameters: { share: 30% }
attributes: { population: { kind: number }, district: { kind: word } }
inputs:
  mark.a: { kind: score, max: 10 }
  report: { kind: flag }
  task: { kind: flag }
items:
  - { id: a, title: 甲, max: 10, only if: task, score: { item: mark.a } }
results:
  - { id: places, title: 名额, formula: floor(share * population) }`);
  });

  it('are not called unused while a rule with a fault may use them', () => {
    expectMarked(`
inputs:
  tons: { kind: number }
results:
  - { id: a, title: 甲, formula: tonns * 2 } # ← formula.unknown-name`);
  });
});

describe('Words', () => {
  it('that a condition deals with need no row of the table', () => {
    expectMarked(`
inputs:
  level: { kind: level, words: [好, 差, 无] }
items:
  - { id: level, title: 水平, max: 5, levels: { 好: 5, 差: 0 }, unless: { if: input.level = "无", is: 3 } }`);
  });

  it('have a result in `else`', () => {
    expectMarked(`
inputs:
  level: { kind: level, words: [好, 差, 无] }
items:
  - { id: level, title: 水平, max: 5, levels: { words: { 好: 5 }, else: 0 } }`);
  });

  it('of a flag are true and false', () => {
    expectMarked(`
inputs:
  done: { kind: flag }
items:
  - { id: done, title: 完成, max: 1, levels: { true: 1, false: 0 } }
  - { id: half, title: 完成, max: 1, levels: { of: input.done, words: { true: 1 } } } # ← word.no-marks`);
  });

  it('come through bands, exceptions and places', () => {
    expectMarked(`
inputs:
  veto: { kind: event }
items:
  - { id: work, title: 工作, max: 100, score: given }
results:
  - { id: total, title: 总分, formula: work }
  - { id: raw, title: 按得分, bands: { of: total, rows: [{ from: 90, is: 优秀 }, { is: 合格 }] } }
  - { id: veto, title: 一票否决, any of: [{ event: veto }] }
  - id: grade
    title: 等次
    places: { of: raw, word: 优秀, else: 良好, share: 30%, rounded: down, ties: drop }
    unless: { if: veto, is: 不定等次 }
  - { id: a, title: 甲, formula: 'grade in ("优秀", "良好", "合格", "不定等次")' }
  - { id: b, title: 乙, formula: 'grade = "不合格"' } # ← word.never
  - { id: c, title: 丙, formula: 'previous(grade) = "优良"', if missing: false } # ← word.never
  - { id: pay, title: 奖金, levels: { of: grade, words: { 优秀: 3, 良好: 2, 合格: 1 } } } # ← word.no-marks`);
  });

  it('of an open vocabulary are not judged', () => {
    expectMarked(`
attributes: { post: { kind: word } }
results:
  - { id: a, title: 甲, levels: { of: post, words: { 主任: 1 } } }
  - { id: b, title: 乙, formula: 'post = "院长"' }`);
  });
});

describe('Words on a scale', () => {
  const graded = (results: string) => `
scales: { grades: [优, 良, 中] }
inputs:
  kind: { kind: level, words: [优, 良, 中, 免评] }
items:
  - { id: work, title: 工作, max: 100, score: given }
results:
  - id: grade
    title: 等次
    bands: { of: work, rows: [{ from: 90, is: 优 }, { from: 80, is: 良 }, { is: 中 }] }
    if missing: none
${results}`;

  it('must be on it wherever they are compared', () => {
    expectMarked(
      graded(`
  - { id: a, title: 甲, formula: 'at least(grades, kind, "良")' } # ← word.off-scale
  - { id: b, title: 乙, formula: 'at least(grades, grade, "良")' } # ← word.off-scale`),
    );
  });

  it('are ruled out by a condition', () => {
    expectMarked(
      graded(`
  - { id: a, title: 甲, formula: 'if kind = "免评" then false else at least(grades, kind, "良")' }
  - { id: b, title: 乙, cases: [{ if: 'grade = "none"', is: 中 }, { use: 'step(grades, grade, 1)' }] }`),
    );
  });

  it('of a figure are those of the scale that it names, those of its states aside', () => {
    const named = (last: string, mark = '') => `
scales: { grades: [优, 良, 中] }
items:
  - { id: work, title: 工作, max: 100, score: given }
results:
  - id: grade
    title: 等次
    scale: grades${mark}
    bands: { of: work, rows: [{ from: 90, is: 优 }, { from: 80, is: 良 }, { is: ${last} }] }
    if missing: none`;
    expectMarked(named('中'));
    expectMarked(named('差', ' # ← word.off-scale'));
  });

  it('are followed through steps and extremes', () => {
    const text = (limit: string, mark: string) => `
scales: { grades: [优, 良, 中] }
inputs:
  a, b: { kind: level, words: [良, 中] }
results:
  - { id: x, title: 结果, formula: 'at least(grades, worst(grades, a, b), "${limit}")' }${mark}`;
    expectMarked(text('良', ''));
    expectMarked(text('优', ' # ← condition.never'));
    expectMarked(text('中', ' # ← condition.always'));
    expect(findingOf('condition.never', text('优', '')).message.zh).toContain('只会出现“良”、“中”，却要求 ≥ “优”');
  });
});

describe('Categories', () => {
  const petition = (use: string, mark = ''): string => `
inputs:
  petition: { kind: event, categories: [city, province, capital] }${mark}
${use}`;

  it('without a rate are named', () => {
    const text = petition(
      'items:\n  - { id: a, title: 信访, max: 5, deduct: [{ each: petition, by: { city: 1, province: 2 } }] }',
      ' # ← category.no-rate',
    );
    expectMarked(text);
    expect(findingOf('category.no-rate', text).message.zh).toContain('“capital”');
  });

  it('all count where a line asks for none, and where a rate of 0 is written', () => {
    expectMarked(petition('items:\n  - { id: a, title: 信访, max: 5, deduct: [{ each: petition, marks: 1 }] }'));
    expectMarked(
      petition(
        'items:\n  - { id: a, title: 信访, max: 5, deduct: [{ each: petition, by: { city: 0, province: 1, capital: 2 } }] }',
      ),
    );
  });

  it('have marks where a formula says what the rest is worth, and none where the rest is worth 0', () => {
    const line = (rest: string): string =>
      `items:\n  - { id: a, title: 信访, max: 5, deduct: [{ row: petition, marks: 'if category = "city" then 2 else if category = "province" then 1 else ${rest}' }] }`;
    expectMarked(petition(line('0.5')));
    expectMarked(petition(line('0'), ' # ← category.no-rate'));
  });

  it('may have their effect elsewhere: in an exception, in a veto', () => {
    expectMarked(
      petition(`items:
  - id: a
    title: 信访
    max: 5
    deduct: [{ each: petition, by: { city: 1, province: 2 } }]
    unless: { if: 'exists(petition[category = "capital"])', is: 0 }`),
    );
  });

  it('may be more than a veto asks for', () => {
    expectMarked(
      petition(`results:
  - { id: veto, title: 一票否决, any of: [{ event: petition, categories: capital }] }
  - { id: award, title: 可评先进, formula: not(veto) }`),
    );
  });
});
