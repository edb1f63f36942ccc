import { describe, expect, it } from 'vitest';
import { loadScheme } from '../load-scheme.ts';

/** The first finding on a scheme with these lines, in Chinese: message and remedy. */
function found(lines: string): string[] {
  const { findings } = loadScheme(`scheme: x\ntitle: x\nperiod: year\n${lines}`);
  const first = findings.find(({ severity }) => severity === 'error');
  return first === undefined ? [] : [first.message.zh, first.remedy.zh];
}

describe('A value of the wrong shape', () => {
  it('is answered with the words that are allowed', () => {
    const [message] = found(
      'items:\n  - { id: a, max: 1, score: given }\nresults:\n  - { id: rank, rank: { from: up } }',
    );
    expect(message).toBe('值不合要求：from 只能是 highest、lowest');
  });

  it('is answered with the kind of value that is wanted', () => {
    expect(found('items:\n  - { id: a, max: [1], score: given }')[0]).toBe('值不合要求：应为数值或文字或公式');
  });

  it('with a key that a line does not know gets the nearest known one', () => {
    const [message, remedy] = found(
      'inputs: { e: { kind: event } }\nitems:\n  - { id: a, max: 5, deduct: [{ each: e, mark: 1 }] }',
    );
    expect(message).toContain('“mark”');
    expect(remedy).toContain('marks');
  });

  it('with a key that a node does not know lists the common ones and the rules', () => {
    const [message, remedy] = found('items:\n  - { id: a, max: 5, zzz: 1, score: given }');
    expect(message).toBe('不认识的键“zzz”');
    expect(remedy).toMatch(
      /^这里可用：id、title、max、clause、items、score、ratio、deduct、.* 等（见 docs\/scheme-language\.md）$/,
    );
  });

  it('with a key that belongs elsewhere lists those that are known there, and the nearest', () => {
    expect(found('adjustments:\n  score: given\n  items: []')[1]).toBe('这里可用：items、bonus、penalty');
    const [, remedy] = found('adjustments:\n  itemz: []');
    expect(remedy).toBe('是否要写“items”? 这里可用：items、bonus、penalty');
  });

  it('with a key in Chinese gets the English one that is known in its place', () => {
    expect(found('items:\n  - { id: a, 满分: 5, score: given }')[1]).toMatch(/^是否要写“max”/);
    expect(
      found('inputs: { e: { kind: event } }\nitems:\n  - { id: a, max: 5, deduct: [{ each: e, 分值: 1 }] }')[1],
    ).toMatch(/^是否要写“marks”/);
    expect(found('数据: { e: { kind: event } }')[1]).toMatch(/^是否要写“inputs”/);
  });

  it('of one line where a list of lines stands is told of the list', () => {
    const [, remedy] = found(
      'inputs: { e: { kind: event } }\nitems:\n  - { id: a, max: 5, deduct: { each: e, marks: 1 } }',
    );
    expect(remedy).toContain('方括号');
  });

  it('that is a map or a word instead of a list of nodes is told how entries begin', () => {
    expect(found('results:\n  total: { title: 总分, formula: 1 + 1 }')).toEqual([
      '值不合要求：results 应为列表',
      '每一项另起一行，以“- ”开头，例如 - id: work',
    ]);
    expect(found('items: [a]')[0]).toBe('值不合要求：items 应为键值');
  });

  it('is told what an id may be', () => {
    expect(found('items:\n  - { id: a b, max: 5, score: given }')[0]).toBe('值不合要求：不能有空格和 #');
    expect(loadScheme('scheme: 县\ntitle: x\nperiod: year\n').findings[0]?.message.zh).toBe(
      '值不合要求：只能用小写字母、数字和“-”',
    );
  });

  it('is one finding where a comma in braces ends a formula', () => {
    const text = 'scheme: x\ntitle: x\nperiod: year\nresults:\n  - { id: a, formula: max(1, 2), round: 2 }\n';
    const errors = loadScheme(text).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, remedy }) => [code, remedy.zh.includes('单引号')])).toEqual([
      ['shape.unknown-key', true],
    ]);
    expect(errors[0]?.position).toMatchObject({ line: 5, column: 30 });
  });

  it.each([
    ['poll: { of: r, class: 甲 }', 'class', 'categories: …'],
    ['prizes: { ranks: [甲], places: 3 }', 'places', 'ties: admit'],
    ['rank: { by: x, order: lowest first }', 'order', 'from: lowest'],
    ['share: { pool: 1, by: x, at zero: 0 }', 'at zero', 'if dividing by zero: …'],
  ])('with a key that the language had once, %s, names what is written now', (rule, key, now) => {
    expect(found(`results:\n  - { id: a, ${rule} }`)).toEqual([`不认识的键“${key}”`, `现在写作“${now}”`]);
  });

  it('speaks Chinese of what is empty and what is missing', () => {
    expect(found('items:\n  - { id: a, max: 5, deduct: [] }')[0]).toMatch(/不能为空/);
    expect(found('items:\n  - { id: a, max: 5, best: { count: 1 } }')[0]).toMatch(/缺少/);
    expect(found('results:\n  - { id: a, rank: {} }')[0]).toMatch(/不能为空/);
    expect(found('items:\n  - { id: a, mean: {}, items: [] }')[0]).toBe('值不合要求：只能是 items');
  });
});
