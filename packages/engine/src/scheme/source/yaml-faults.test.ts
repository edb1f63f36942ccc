import { describe, expect, it } from 'vitest';
import { checkScheme } from '../checks/check-scheme.ts';

/** `line:column message` of all findings, in Chinese. */
function found(text: string): string[] {
  return checkScheme(text).map(({ position, message }) => `${position?.line}:${position?.column} ${message.zh}`);
}

const HEAD = 'scheme: x\ntitle: x\nperiod: year\n';

describe('A file that is no valid YAML', () => {
  it('with tabs in its indentation has one finding, at the first of them', () => {
    const tabbed = 'items:\n  - id: a\n\ttitle: 甲\n\tmax: 5\n\tscore: given\n  - id: b\n\tscore: given\n';
    expect(found(HEAD + tabbed)).toEqual(['6:1 缩进里有制表符（Tab），共 4 行；YAML 的缩进只能用空格']);
  });

  it('says nothing of tabs that stand elsewhere than in the indentation', () => {
    const codes = checkScheme(`${HEAD}items:\n  - { id: a,\ttitle: 甲, max: 100, clause: 一, score: given }\n`);
    expect(codes).toEqual([]);
  });

  it.each([
    ['a key twice', 'title: y\n', '4:1 同一层里键“title”写了两次'],
    ['a quote that is not closed', 'note: "甲\nitems:\n  - { id: a }\n', '4:7 这里开始的引号（"）没有结束'],
    ['a bracket that is not closed', 'items:\n  - { id: a, max: 1\nresults: []\n', '5:5 这里开始的括号“{”没有配上“}”'],
    ['a list that is not closed', 'items: [1, 2\n', '4:8 这里开始的括号“[”没有配上“]”'],
    ['a bracket too many', 'items: [1]]\n', '4:11 多出一个“]”，前面没有与它配对的括号'],
    ['two colons in a line', 'items: a: b\n', '4:8 这里不能再写“键: 值”：同一行有两个冒号，或下一行缩进过多'],
    ['lines out of line', 'items:\n  - id: a\n   max: 1\n', '6:1 缩进不对：同一层的各行没有对齐'],
    [
      'a line too far in',
      'items:\n  - id: a\n      max: 1\n',
      '5:9 这里不能再写“键: 值”：同一行有两个冒号，或下一行缩进过多',
    ],
    ['a key without a colon', 'items\nresults: []\n', '4:1 键的后面没有冒号'],
    ['a sign that begins no value', 'note: @甲\n', '4:7 值不能以“@”开头'],
    ['a reference to nothing', 'note: *甲\n', '4:7 引用（*）没有对应的锚点（&），或引用过多'],
    ['a full-width colon', 'items:\n  - id: a\n    max：5\n', '6:8 这里用了全角的“：”'],
    ['a full-width comma in braces', 'items:\n  - { id: a， max: 5 }\n', '5:12 这里用了全角的“，”'],
    ['full-width braces', 'items:\n  - ｛ id: a, max: 5 ｝\n', '5:5 这里用了全角的“｛”'],
    [
      'an entry without its dash',
      'items:\n  - id: a\n    title: 甲\n    id: b\n    title: 乙\n',
      '7:5 同一层里键“id”写了两次：这里像是另一项的开头',
    ],
  ])('with %s says so once, in its place', (_, text, expected) => {
    expect(found(HEAD + text)).toEqual([expected]);
  });

  it('leaves full-width signs alone where they are text', () => {
    const text = `${HEAD}items:\n  - { id: a, title: 作风，纪律：其他, note: "甲，b: ｛", max: 100, clause: 一, score: given }\n`;
    expect(found(text)).toEqual([]);
    expect(found(`${text}    max: 5: 6\n`)[0]).not.toContain('全角');
  });

  it('names every key that is there twice', () => {
    expect(found(`${HEAD}title: y\nperiod: month\n`)).toHaveLength(2);
  });

  it('has a remedy in both languages, and no word of the parser in Chinese', () => {
    for (const text of [
      'a: "x',
      'a: b: c',
      '\ta: 1',
      '%x',
      '',
      'words',
      '- a\nb: 1',
      'a: "\\q"',
      '? [',
      'a: x\n---\nb: 1',
    ]) {
      const [first, ...others] = checkScheme(text);
      expect(others, text).toEqual([]);
      expect(first?.code, text).toBe('file.yaml');
      expect(first?.message.zh, text).not.toMatch(/[a-z]{4,}/);
      expect(first?.remedy.zh, text).toMatch(/\p{Script=Han}/u);
      expect(first?.message.en, text).not.toMatch(/\p{Script=Han}|at line/u);
    }
  });
});
