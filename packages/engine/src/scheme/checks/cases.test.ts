import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

const INPUTS = `
scales: { grades: [优, 良, 中, 差] }
inputs:
  rate: { kind: number, title: 完成率, min: 0, max: 100 }
  plan: { kind: number, title: 计划, min: 0 }
  grade: { kind: level, title: 等次, words: [优, 良, 中, 差] }
  late: { kind: flag, title: 逾期 }
results:
  - { id: shown, title: 显示, formula: 'at least(grades, grade, "良") and rate > plan and late', if missing: false }
`;

describe('Cases', () => {
  it('that hold every number, word and yes or no leave nothing over', () => {
    expectMarked(`${INPUTS}
  - { id: a, title: 甲, cases: [{ if: rate >= 60, is: 1 }, { if: rate < 60 and late, is: 2 }, { if: rate < 60 and not(late), is: 3 }] }
  - { id: b, title: 乙, cases: [{ if: missing(rate), is: 1 }, { if: rate >= 60, is: 2 }, { if: 'rate < 60', is: 3 }] }
  - { id: c, title: 丙, cases: [{ if: rate > plan, is: 1 }, { if: plan >= rate, is: 2 }] }
  - { id: d, title: 丁, cases: [{ if: 'at least(grades, grade, "良")', is: 1 }, { if: 'grade in ("中", "差")', is: 2 }] }`);
  });

  it('that leave something over say what, in as few words as will do', () => {
    const text = `${INPUTS}
  - { id: a, title: 甲, cases: [{ if: rate >= 90, is: 1 }, { if: rate < 60 and late, is: 2 }] }`;
    const { message } = findingOf('cases.gap', text);
    expect(message.en).toBe('"甲" has no case for: "完成率" in [0, 90), "逾期" is no; "完成率" in [60, 90)');
    expect(message.zh).toBe('“甲”没有规定：“完成率”在 [0, 90)，“逾期”为否；“完成率”在 [60, 90)');
  });

  it('name words and the comparison of two columns', () => {
    const words = `${INPUTS}
  - { id: a, title: 甲, cases: [{ if: 'at least(grades, grade, "良")', is: 1 }, { if: grade = "差", is: 2 }] }`;
    expect(findingOf('cases.gap', words).message.en).toBe('"甲" has no case for: "等次" is 中');
    const two = `${INPUTS}
  - { id: a, title: 甲, cases: [{ if: rate > plan, is: 1 }, { if: rate < plan, is: 2 }] }`;
    expect(findingOf('cases.gap', two).message.en).toBe('"甲" has no case for: "完成率" less "计划" in 0');
  });

  it('in a table leave open what no row holds; the best of several rows has no order to look at', () => {
    expectMarked(`${INPUTS}
  - id: a
    title: 甲
    table: { of: [grade, rate], rows: [[[优, 良], any, 1], [中, '>= 60', 2]] } # ← cases.gap
  - { id: b, title: 乙, table: { of: [grade], take: highest, rows: [[[优, 良], 1], [优, 2]] } }`);
  });

  it('are in order where one is the special case of another, or where they are about different things', () => {
    expectMarked(`${INPUTS}
  - { id: a, title: 甲, cases: [{ if: rate >= 90 and not(late), is: 1 }, { if: rate >= 60, is: 2 }, { is: 3 }] }
  - { id: b, title: 乙, cases: [{ if: late, is: 1 }, { if: rate >= 60, is: 2 }, { is: 3 }] }`);
  });
});
