import { describe, it } from 'vitest';
import { expectMarked } from './testing/marked.ts';

describe('Wording', () => {
  it('a power in a formula is no blank', () => {
    expectMarked(`
inputs:
  tons: { kind: number }
results:
  - { id: a, title: 甲, formula: tons ** 2 }`);
  });

  it('finds damaged figures in titles of words, in units, clauses and parameters', () => {
    expectMarked(`
parameters:
  fine: { value: 20xx, kind: number } # ← text.blank
inputs:
  level: { kind: level, words: { A: 15?1亿, B: 以下 } } # ← text.blank
  late: { kind: event, unit: '（ ）' } # ← text.blank
results:
  - { id: a, title: 甲, clause: 二____, formula: sum(late) * fine } # ← text.blank
  - { id: b, title: 乙, formula: level }`);
  });

  it('a parameter with values by year is set', () => {
    expectMarked(`
parameters:
  share: { from: { 2020: 25%, 2024: 30% } }
results:
  - { id: a, title: 甲, formula: share }`);
  });

  it('children have the clause of their parent', () => {
    expectMarked(`
items:
  - id: whole
    title: 合计
    clause: 二
    items:
      - { id: a, title: 甲, score: given }
  - { id: b, title: 乙, score: given } # ← clause.missing`);
  });
});

describe('Texts', () => {
  it('with a figure that everybody can measure by are not vague', () => {
    expectMarked(`
inputs:
  a: { kind: number, title: 约定积分（约 30 分） } # ← text.vague
  b: { kind: number, title: 余额（30 元以上） }
  c: { kind: number, title: 排名靠后（后三名） }
results:
  - { id: sum, title: 近三年约谈次数, formula: a + b + c }`);
  });

  it('that break off are named, clauses in a row are not', () => {
    expectMarked(`
inputs:
  a: { kind: number, title: 报告（三分之一 } # ← text.cut
  b: { kind: number, title: 考勤、学习等 }
results:
  - { id: sum, title: '，合计', clause: 二、三, formula: a + b } # ← text.cut`);
  });
});

describe('Numbers of clauses', () => {
  it('are read in Chinese, in Arabic and in circles, each series by itself', () => {
    expectMarked(`
outline: [一, 一(一), 一(二), 一(二)1, 一(二)2, 一(二)2①, 一(二)2②, 二, '2.1', '2.2', 附件, 三, 四, 五, 六, 七, 八, 九, 十, 十一, 十二]
results:
  - { id: a, title: 甲, clause: 一(二)2②, formula: '1' }
  - { id: b, title: 乙, clause: 附件 2, formula: '1' }`);
  });
});

describe('What texts say of degrees and times', () => {
  it('a degree that the data, a category or a limit tells is no matter', () => {
    expectMarked(`
inputs:
  grave: { kind: event, title: 重大事故 }
  slip: { kind: event, title: 违纪, categories: { major: 严重 } }
  fire: { kind: event, title: 火灾, unit: 亩, value: amount }
items:
  - id: work
    title: 工作
    max: 100
    deduct:
      - { each: grave, marks: 5, title: 发生重大事故 }
      - { each: slip, marks: 5, categories: major, title: 严重违纪 }
      - { once: fire, marks: 5, where: value >= 100, title: 重大火灾 }
      - { each: fire, marks: 1, title: 火灾 }`);
  });

  it('a degree that any row meets is one, in conditions too', () => {
    expectMarked(`
inputs:
  fire: { kind: event, title: 火灾 }
items:
  - id: work
    title: 工作
    max: 100
    score: given
    unless: { if: exists(fire), is: 0, title: 发生重大火灾 } # ← text.degree`);
  });

  it('days at the end of a period, of another year, or on which nothing is closed are no matter', () => {
    expectMarked(`
items:
  - { id: a, title: 12 月 31 日汇总, max: 50, score: given }
  - { id: b, title: 11 月 20 日前汇总, max: 25, score: given }
  - { id: c, title: 12 月 20 日前上报, max: 15, score: given }
  - { id: d, title: 上年 12 月 20 日公示, max: 10, score: given }`);
  });

  it('a quarter ends in March, and February has 28 days', () => {
    expectMarked(`
period: quarter
items:
  - { id: a, title: 3 月 25 日前汇总, max: 50, score: given } # ← time.before-end
  - { id: b, title: 2 月 25 日前汇总, max: 50, score: given }`);
    expectMarked(`
period: month
items:
  - { id: a, title: 2 月 28 日汇总, max: 50, score: given }
  - { id: b, title: 2 月 27 日汇总, max: 50, score: given } # ← time.before-end`);
  });

  it('a span with a beginning is one that everybody can count', () => {
    expectMarked(`
inputs:
  failed: { kind: event }
results:
  - { id: a, title: 自通报之日起一年内不得评优, formula: exists(failed) }
  - { id: b, title: 两年内达标, formula: count(failed) }
  - { id: c, title: 次年一年不得评优, formula: exists(failed) }`);
  });

  it('a list of other things, and one of all children, is no list of parts', () => {
    const scheme = (note: string) => `
items:
  - id: base
    title: 基础分
    max: 100
    note: ${note}
    items:
      - { id: a, title: 规划, max: 40, score: given }
      - { id: b, title: 机制, max: 40, score: given }
      - { id: c, title: 平台, max: 20, score: given }`;
    expectMarked(scheme('考核规划、机制、平台三项。'));
    expectMarked(scheme('由组织部、人事局、教育局评分。'));
    expectMarked(scheme('规划、机制、平台建设、满意度都要看。'));
  });
});
