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
