import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

const TOTAL = `
items:
  - { id: work, title: 工作, max: 100, clause: 一, score: given }
results:
  - { id: total, title: 总分, formula: work }`;

describe('Limited places', () => {
  it('that say what becomes of ties, of fractions and of those who are exempt are not mentioned', () => {
    expectMarked(`${TOTAL}
  - { id: best, title: 优秀, places: { share: 30%, share of: total >= 60, among: total >= 80, rounded: down, ties: drop } }
  - { id: last, title: 末位, places: { number: 3, from: lowest, among: total < 60, ties: admit } }`);
  });

  it('name what is not said, with the groups that a minimum breaks', () => {
    const text = (keys: string): string => `${TOTAL}\n  - { id: best, title: 优秀, places: { ${keys} } }`;
    expect(findingOf('places.unsaid', text('share: 30%, rounded: up')).message.en).toBe(
      '"优秀" does not say what becomes of a tie across the last place',
    );
    expect(findingOf('places.at-least', text('share: 15%, at least: 1')).message.en).toBe(
      'In groups of fewer than 7 the minimum of 1 in "优秀" is more than 15%',
    );
  });

  it('whose shares leave somebody over have no multiple to keep to', () => {
    expectMarked(`${TOTAL}
  - { id: good, title: 好, places: { share: 30%, rounded: down, ties: drop } }
  - { id: fair, title: 中, places: { share: 60%, rounded: down, ties: drop } }`);
  });
});

describe('Targets and units', () => {
  it('with room to move are not mentioned', () => {
    expectMarked(`
inputs:
  rate: { kind: number, unit: '%', min: 0, max: 100 }
  tons: { kind: number, unit: 吨 }
  cost: { kind: number, unit: 元, min: 0 }
  poor: { kind: event }
results:
  - { id: a, title: 甲, formula: rate >= 95 }
  - { id: b, title: 乙, formula: rate = 100 }
  - { id: c, title: 丙, formula: tons > previous(tons), if missing: false }
  - { id: d, title: 丁, formula: cost < previous(cost), if missing: false }
  - { id: e, title: 戊, formula: count(poor) >= 1 }
  - { id: f, title: 己, formula: cost / tons, if dividing by zero: 0 }`);
  });

  it('look at both directions', () => {
    expectMarked(`
inputs:
  rate: { kind: number, unit: '%', min: 0, max: 100 }
results:
  - { id: a, title: 甲, formula: previous(rate) < rate, if missing: false } # ← target.cannot-move
  - { id: b, title: 乙, formula: 0 >= rate } # ← target.only-at-limit`);
  });
});

describe('What may not apply', () => {
  it('is made up for by a scale, by a stand-in, by full marks that follow', () => {
    const parts = (whole: string, part: string, mark = ''): string => `
items:
  - id: whole
    title: 合计
    ${whole}
    items:
      - { id: a, title: 甲, max: 5, score: given }
      - { id: b, title: 乙, max: 5, ${part} }${mark}`;
    expectMarked(parts('max: 10', 'score: { NA: leave out }', ' # ← applicable.shrinks'));
    expectMarked(parts('max: 10\n    sum: { rescale to: 10 }', 'score: { NA: leave out }'));
    expectMarked(parts('max: 10', 'score: { NA: full }'));
    expectMarked(parts('max: if applies(b) then 10 else 5', 'score: { NA: leave out }'));
  });

  it('breaks a total of plus signs, not one of sum', () => {
    const total = (formula: string): string => `
items:
  - { id: a, title: 甲, max: 100, score: given }
  - { id: b, title: 乙, max: 100, score: { NA: leave out } }
results:
  - { id: total, title: 总分, formula: '${formula}' }`;
    expectMarked(`${total('a + b')} # ← applicable.breaks-total`);
    expectMarked(total('sum(a, b)'));
    expectMarked(total('if applies(b) then a + b else a'));
  });
});

describe('Figures', () => {
  it('may have nothing to say, but are a number or a word', () => {
    expectMarked(`
inputs:
  rate: { kind: number }
results:
  - { id: a, title: 甲, bands: { of: rate, rows: [{ from: 3, marks: 1 }, { is: none }] } }
  - { id: b, title: 乙, formula: rate, if missing: 未报 } # ← figure.mixed
  - { id: c, title: 丙, formula: rate, unless: { if: rate > 3, is: 过高 } } # ← figure.mixed`);
  });
});

describe('What is announced', () => {
  it('is counted where things are listed side by side', () => {
    expectMarked(`
inputs:
  veto: { kind: event, categories: [a, b] }
items:
  - id: two
    title: 两个方面
    max: 10
    items: [{ id: x, title: 甲, max: 5, score: given }, { id: y, title: 乙, max: 5, score: given }]
results:
  - { id: bar, title: 三类人员不得评优, any of: [{ event: veto, categories: a }] }
  - { id: bars, title: 3 项禁令, any of: [{ event: veto, categories: a }, { event: veto, categories: b }] } # ← title.count`);
  });
});

describe('A percentage and an amount', () => {
  it('go together as a share, and where the amount is a rate or has no unit', () => {
    expectMarked(`
inputs:
  villages: { kind: number, unit: 个 }
  all.villages: { kind: number, unit: 个, min: 1 }
  rate: { kind: number, min: 0 }
  share: { kind: number, unit: '%' }
results:
  - { id: a, title: 甲, formula: villages >= 60% * all.villages }
  - { id: b, title: 乙, formula: villages / all.villages >= 60% }
  - { id: c, title: 丙, formula: rate >= 60% }
  - { id: d, title: 丁, formula: 9% * villages - 3% * all.villages }
  - { id: e, title: 戊, formula: share + villages / all.villages - 10% }
  - { id: f, title: 己, earn: [{ per: 10%, of: (villages - all.villages) / all.villages, marks: 1 }] }`);
  });

  it('do not as they are, on either side and in steps', () => {
    expectMarked(`
inputs:
  spent: { kind: number, unit: 元 }
  limit: { kind: number, unit: 元 }
results:
  - { id: over, title: 超支, unit: 元, formula: spent - limit }
  - { id: a, title: 甲, formula: if 5% < over then 1 else 0 } # ← unit.percent-alone
  - { id: b, title: 乙, formula: 'max(0, 9% * spent - 3%)' } # ← unit.percent-alone
  - { id: c, title: 丙, earn: [{ per: 1%, of: over, marks: 1 }] } # ← unit.percent-alone
  - { id: d, title: 丁, formula: limit }`);
  });
});

describe('Places where there are two rankings', () => {
  const ranked = `${TOTAL}
  - { id: rank, title: 组内名次, rank: { by: total } }
  - { id: first, title: 先进, places: { number: 3, ties: drop } }`;

  it('that say in which they are are not mentioned, nor those of the only ranking', () => {
    expectMarked(ranked);
    expectMarked(`rank within: everybody${ranked}
  - { id: rank.all, title: 全部名次, rank: { by: total, within: everybody } }`);
    expectMarked(`${ranked.replace('ties', 'within: group, ties')}
  - { id: rank.all, title: 全部名次, rank: { by: total, within: everybody } }`);
  });
});
