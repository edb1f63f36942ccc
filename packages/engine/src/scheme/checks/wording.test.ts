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
