import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

describe('One event in two places', () => {
  const two = (first: string, second: string, mark = ''): string => `
inputs:
  late: { kind: event, title: 迟到, categories: [A, B] }
  task: { kind: flag }
items:
  - { id: a, title: 甲, max: 5, deduct: [{ each: late, ${first} }] }
  - { id: b, title: 乙, max: 5, deduct: [{ each: late, ${second} }] }${mark}
results:
  - { id: task, title: 任务, formula: task }`;

  it('is named with the categories that both count', () => {
    const text = two('by: { A: 1, B: 2 }', 'categories: B, marks: 1', ' # ← event.twice');
    expectMarked(text);
    expect(findingOf('event.twice', text).message.en).toBe(
      '"迟到" (B) counts in "甲" and again in "乙": one matter, two charges',
    );
  });

  it('is none where categories or conditions part the two', () => {
    expectMarked(two('categories: A, marks: 1', 'categories: B, marks: 1'));
    expectMarked(two('where: value > 3, marks: 1', 'where: value <= 3, marks: 1'));
    expectMarked(two('marks: 1, if: task', 'marks: 2, if: not(task)'));
  });

  it('is none where it costs in one and earns in the other', () => {
    expectMarked(`
inputs:
  report: { kind: event }
items:
  - { id: a, title: 甲, max: 5, deduct: [{ each: report, marks: 1 }] }
  - { id: b, title: 乙, max: 5, earn: [{ each: report, marks: 1 }] }`);
  });
});

describe('A single case', () => {
  it('may take more than there is where the node may go below 0', () => {
    expectMarked(`
inputs:
  record: { kind: event }
items:
  - { id: a, title: 甲, max: 5, may go below 0: true, deduct: [{ each: record, marks: 10 }] }`);
  });

  it('is measured against the lower of two limits', () => {
    expectMarked(`
inputs:
  award: { kind: event, categories: [国家, 省], needs: [matter] }
items:
  - { id: work, title: 工作, max: 10, score: given }
adjustments:
  bonus: { title: 加分 }
  items:
    - id: award
      title: 表彰
      at most: 3
      plus:
        - { each: award, by: { 国家: 3, 省: 2 } }
    - id: again
      title: 另一项
      at most: 3
      plus:
        - { each: award, where: value > 1, marks: 4, at most: 5 } # ← line.beyond-limit
results:
  - { id: total, title: 总分, formula: work + bonus }`);
  });
});

describe('Limits', () => {
  const limited = (keys: string): string => `
inputs:
  tons: { kind: number, min: 0 }
items:
  - { id: a, title: 甲, max: 40, score: given }
results:
  - { id: total, title: 总分, ${keys.includes('#') ? keys.slice(0, -2) : `${keys} }`}
  - { id: tons, title: 产量, formula: tons }`;

  it('that can bind are not mentioned', () => {
    expectMarked(limited('formula: a + tons, at most: 60'));
    expectMarked(limited('formula: a - tons, at least: 0'));
    expectMarked(limited('formula: a, at most: 39'));
    expectMarked(limited('formula: a, at least: 0'));
  });

  it('that cannot bind are, floors as well as ceilings', () => {
    expectMarked(limited('formula: a, at most: 40 } # ← limit.never-binds #'));
    expectMarked(limited('formula: a + 1, at least: 0 } # ← limit.never-binds #'));
    expectMarked(limited('formula: a + 50, at most: 50 } # ← limit.always-binds #'));
  });
});

describe('Conditions', () => {
  const condition = (formula: string, mark = ''): string => `
parameters: { strict: true }
inputs:
  rate: { kind: number, min: 0, max: 100 }
results:
  - { id: a, title: 甲, formula: '${formula}' }${mark}
  - { id: b, title: 乙, formula: strict }`;

  it('that exclude each other are an error, on whichever side the number stands', () => {
    expectMarked(condition('rate >= 90 and rate < 80', ' # ← condition.contradiction'));
    expectMarked(condition('90 <= rate and (rate < 80 and strict)', ' # ← condition.contradiction'));
    expectMarked(condition('rate between 90 and 80', ' # ← condition.contradiction'));
    expectMarked(condition('rate > 90 and rate <= 90', ' # ← condition.contradiction'));
  });

  it('that meet in one number are none', () => {
    expectMarked(condition('rate >= 90 and rate <= 90'));
    expectMarked(condition('rate >= 90 or rate < 80'));
  });

  it('are measured against the limits of the inputs', () => {
    expectMarked(condition('rate > 100', ' # ← condition.never'));
    expectMarked(condition('rate >= 100', ' # ← target.only-at-limit'));
    expectMarked(condition('rate >= 99'));
    expectMarked(condition('rate >= 0', ' # ← condition.always'));
    expectMarked(condition('rate / 100 > 1.5', ' # ← condition.never'));
  });

  it('show the numbers', () => {
    expect(findingOf('condition.never', condition('rate > 120')).message.en).toContain('lies in [0, 100], and > 120');
  });
});

describe('A veto', () => {
  it('has an effect in an exception, in a result, in another part', () => {
    expectMarked(`
inputs:
  veto: { kind: event }
parts:
  - part: units
    subjects: { type: 单位 }
    period: year
    results:
      - { id: veto, title: 一票否决, any of: [{ event: veto }] }
  - part: staff
    subjects: { type: 职工 }
    belongs to: parent
    period: year
    items:
      - { id: work, title: 工作, max: 100, score: given }
    results:
      - { id: grade, title: 等次, bands: { of: work, rows: [{ from: 90, is: 优秀 }, { is: 合格 }] }, unless: { if: units.veto, is: 合格 } }`);
  });
});

describe('A divisor that can be 0', () => {
  const divided = (result: string, mark = ''): string => `
attributes: { people: { kind: number, min: 1 } }
inputs:
  done, task: { kind: number, min: 0 }
  found: { kind: event }
results:
  - { id: a, title: 人口, formula: people }
  - { id: found, title: 案件, formula: sum(found) }
  - { id: use, title: 用到, formula: done + task }
  - { id: rate, title: 完成率, ${result} }${mark}`;

  it('is settled by a stand-in, a condition or a limit', () => {
    expectMarked(divided('formula: done / task, if dividing by zero: NA'));
    expectMarked(divided('formula: done / task, unless: { if: task = 0, is: NA }'));
    expectMarked(divided("formula: 'if task > 0 then done / task else 0'"));
    expectMarked(divided('formula: done / people'));
    expectMarked(divided('formula: done / 4'));
  });

  it('is never the number of a group, for the one who asks is in it', () => {
    expectMarked(divided('formula: done / count(peers)'));
    expectMarked(divided("formula: 'done / count(peers[use > 0])'", ' # ← division.zero'));
  });

  it('is named where it is not', () => {
    expectMarked(divided('formula: done / task', ' # ← division.zero'));
    expectMarked(divided('formula: done / sum(found)', ' # ← division.zero'));
    expectMarked(divided("formula: 'if done > 0 then done / task else 0'", ' # ← division.zero'));
    expectMarked(divided('ratio: { of: done, to: task, marks: 5 }', ' # ← division.zero'));
  });

  it('is placed at the divisor where that is a formula of its own', () => {
    expect(findingOf('division.zero', divided('ratio: { of: done, to: task, marks: 5 }')).path).toEqual([
      'results',
      3,
      'ratio',
      'to',
    ]);
  });
});

describe('The first period', () => {
  const growth = (result: string, mark = ''): string => `
inputs:
  tons: { kind: number, min: 1 }
items:
  - { id: work, title: 工作, max: 100, score: given }
results:
  - { id: tons, title: 产量, formula: tons }
  - { id: growth, title: 增长, ${result} }${mark}`;

  it('needs a word on what holds without one before it', () => {
    expectMarked(growth('formula: work - previous(work)', ' # ← previous.no-stand-in'));
    expectMarked(growth('formula: tons - previous(tons)', ' # ← previous.no-stand-in'));
    expectMarked(growth('formula: previous(work) >= 60', ' # ← previous.no-stand-in'));
  });

  it('has it in `if missing`, in a condition, in a sum', () => {
    expectMarked(growth('formula: work - previous(work), if missing: 0'));
    expectMarked(growth("formula: 'if given(previous(work)) then work - previous(work) else 0'"));
    expectMarked(growth("formula: 'sum(work, previous(work))'"));
    expectMarked(growth('formula: work, unless: { if: previous(work) < 60, is: 0 }'));
  });
});
