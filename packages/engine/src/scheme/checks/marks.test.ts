import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

describe('Full marks of the whole', () => {
  const weights = (from: string, mark = ''): string => `
parameters:
  a.weight: { from: { 2009: 40%, 2010: 30% } }
  b.weight: { from: ${from} }
full marks: 100 ${mark}
items:
  - { id: a, title: 甲, max: 100, clause: 一, score: given }
  - { id: b, title: 乙, max: 100, clause: 一, score: given }
results:
  - { id: total, title: 总分, formula: a.weight * a + b.weight * b }`;

  it('are those of one year, where weights change by the year', () => {
    expectMarked(weights('{ 2009: 60%, 2010: 70% }'));
    expectMarked(weights('{ 2009: 60%, 2011: 80% }', '# ← max.full-marks'));
  });
});

describe('Marks of bands', () => {
  const graded = (low: number): string => `
inputs:
  rate: { kind: number, min: 0, max: 100 }
items:
  - id: rate
    title: 满意度
    max: 20${low < 90 ? ' # ← marks.beyond-max' : ''}
    bands: { of: rate, rows: [{ from: 95, marks: 20 }, { from: 90, marks: '20 - 2 * (${low} + 5 - value)' }, { marks: 0 }] }
`;

  it('are those of the values that no band before holds', () => {
    expectMarked(graded(90));
    expectMarked(graded(80));
  });
});

describe('Full marks of the parts', () => {
  const parts = (whole: string, second: string, mark = ''): string => `
inputs:
  task: { kind: flag }
items:
  - id: whole
    title: 合计
    ${whole}
    items:
      - { id: a, title: 甲, max: 1, score: given }
      - { id: b, title: 乙, ${second}, score: given }${mark}
results:
  - { id: task, title: 有任务, formula: task }`;

  it('are added exactly and shown', () => {
    const text = parts('max: 1.5 # ← max.children', 'max: 0.2');
    expectMarked(text);
    expect(findingOf('max.children', text).message.en).toBe('"合计" has 1.5 marks, its parts have 1 + 0.2 = 1.2');
  });

  it('may be reached only where a part applies', () => {
    expectMarked(parts('max: 1', 'max: 1, only if: task'));
    expectMarked(parts('max: 3 # ← max.children', 'max: 1, only if: task'));
    expectMarked(parts('max: 2', 'max: 1, only if: task', ' # ← applicable.shrinks'));
  });

  it('may depend on the data', () => {
    expectMarked(parts('max: 2', 'max: if task then 1 else 0'));
  });

  it('may lie above the whole where it is cut off by its own word', () => {
    expectMarked(parts('max: 1.5\n    at most: 1.5', 'max: 1'));
  });

  it('need not add up where they are scaled', () => {
    expectMarked(parts('max: 10\n    sum: { rescale to: 10 }', 'max: 1'));
  });
});

describe('Full marks of the part', () => {
  it('are those of the highest total, adjustments aside', () => {
    expectMarked(`
full marks: 100
inputs:
  honour: { kind: event }
items:
  - { id: base, title: 基础, max: 100, score: given }
  - { id: poll, title: 测评, max: 10, score: given }
adjustments:
  bonus: { title: 加分, at most: 5 }
  items:
    - { id: honour, title: 表彰, plus: [{ each: honour, marks: 1 }] }
results:
  - { id: total, title: 总分, formula: 90% * (base + bonus) + poll, round: 2 }`);
  });

  it('are not asked of a total that nobody can tell the height of', () => {
    expectMarked(`
full marks: 100
inputs:
  tons: { kind: number }
results:
  - { id: total, title: 总分, formula: tons }`);
  });
});

describe('What a rule can give', () => {
  it('counts exceptions: full marks may come by one of them', () => {
    expectMarked(`
inputs:
  level: { kind: level, words: [好, 差] }
  special: { kind: flag }
items:
  - { id: level, title: 水平, max: 5, levels: { 好: 3, 差: 0 }, unless: { if: special, is: 5 } }`);
  });

  it('is the best few of several rules', () => {
    expectMarked(`
inputs:
  a, b, c: { kind: flag }
items:
  - id: tasks
    title: 三选二
    max: 3 # ← marks.below-max
    best:
      count: 2
      of:
        - { title: 甲, levels: { of: a, words: { true: 1, false: 0 } } }
        - { title: 乙, levels: { of: b, words: { true: 1, false: 0 } } }
        - { title: 丙, levels: { of: c, words: { true: 1, false: 0 } } }`);
  });

  it('is cut on purpose where it has no end of its own', () => {
    expectMarked(`
inputs:
  tons: { kind: number, min: 0 }
items:
  - { id: tons, title: 产量, max: 5, earn: [{ per: 1, of: tons, marks: 0.1 }] }
  - { id: ratio, title: 比例, max: 5, ratio: { rate: input.tons } }`);
  });

  it('is cut in silence by `ceiling: 120%` without `may exceed max`', () => {
    expectMarked(`
inputs:
  tons, task: { kind: number, min: 1 }
items:
  - { id: a, title: 产量, max: 5, ratio: { of: tons, to: task, ceiling: 120% } } # ← marks.beyond-max
  - { id: b, title: 产量, max: 5, may exceed max: true, ratio: { of: tons, to: task, ceiling: 120% } }`);
  });

  it('leaves nothing over where events have no end', () => {
    expectMarked(`
inputs:
  late: { kind: event }
items:
  - { id: late, title: 迟到, max: 5, deduct: [{ each: late, marks: 0.5 }] }`);
  });
});

describe('Weights', () => {
  const weighted = (first: string, second: string, third: string, mark = ''): string => `
parameters:
  w: { from: { 2020: 25%, 2024: 30% } }
items:
  - { id: a, title: 甲, max: 100, weight: ${first}, score: given }${mark}
  - { id: b, title: 乙, max: 100, weight: ${second}, score: given }
  - { id: c, title: 丙, max: 100, weight: ${third}, score: given }`;
  const unused = (text: string): string => text.replace('  w: {', '  w: { # ← parameter.unused\n   ');

  it('are 1 or 100 in all, thirds among them', () => {
    expectMarked(unused(weighted('1/3', '1/3', '1/3')));
    expectMarked(unused(weighted('50', '30', '20')));
    expectMarked(unused(weighted('0.333', '0.333', '0.333', ' # ← weight.sum')));
  });

  it('that change by the year are a range', () => {
    expectMarked(
      weighted('50%', '25%', 'w')
        .replace('weight: w,', 'weight: w,')
        .replace(/(丙.*)$/, '$1 # ← weight.range'),
    );
  });

  it('of parts that do not always apply may leave some over', () => {
    expectMarked(`
inputs:
  ward: { kind: flag }
items:
  - { id: a, title: 甲, max: 100, weight: 60, score: given }
  - { id: b, title: 乙, max: 100, weight: 40, only if: ward, score: given }
  - { id: c, title: 丙, max: 100, weight: 40, only if: not(ward), score: given }`);
  });

  it('count by their proportions in a weighted mean', () => {
    expect(
      findingOf(
        'weight.sum',
        `
items:
  - id: all
    title: 综合
    weighted mean: items
    items:
      - { id: a, title: 甲, max: 100, weight: 3, score: given }
      - { id: b, title: 乙, max: 100, weight: 2, score: given }`,
      ).severity,
    ).toBe('note');
  });
});

describe('A total that leaves something out', () => {
  it('may count the children instead of the parent', () => {
    expectMarked(`
items:
  - id: all
    title: 合计
    max: 20
    items:
      - { id: a, title: 甲, max: 10, score: given }
      - { id: b, title: 乙, max: 10, score: given }
results:
  - { id: total, title: 总分, formula: a + b }`);
  });

  it('may count each adjustment by itself', () => {
    expectMarked(`
inputs:
  honour: { kind: event }
items:
  - { id: a, title: 甲, max: 10, score: given }
adjustments:
  bonus: { title: 加分 }
  items:
    - { id: honour, title: 表彰, at most: 3, plus: [{ each: honour, marks: 1 }] }
results:
  - { id: total, title: 总分, formula: a + honour }`);
  });

  it('may leave out what is only listed, and words', () => {
    expectMarked(`
inputs:
  level: { kind: level, words: [好, 差] }
items:
  - { id: a, title: 甲, max: 10, score: given }
  - { id: self, title: 自评, max: 10, optional: true, score: given }
  - { id: level, title: 水平, formula: level }
results:
  - { id: total, title: 总分, formula: a }`);
  });
});
