import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScheme } from './load-scheme.ts';
import { countWork } from '../testing/count-work.ts';
import type { Finding } from './finding.ts';

/** A finding as `code line:column`, and what it says in English. */
const place = ({ code, position }: Finding) =>
  `${code} ${position === null ? '-' : `${position.line}:${position.column}`}`;
const faults = (text: string) =>
  loadScheme(text)
    .findings.filter(({ severity }) => severity === 'error')
    .map(place);
const messages = (text: string) =>
  loadScheme(text).findings.map(({ message, remedy }) => `${message.en} | ${remedy.en}`);

const HEAD = 'scheme: test\ntitle: 测试\nperiod: year\n'; // three lines
const loads = (text: string) => loadScheme(text).scheme !== null;

describe('a scheme file', () => {
  it('is YAML or JSON', () => {
    const yaml = `${HEAD}items:\n  - { id: a, max: 10, score: given }\n`;
    const json =
      '{ "scheme": "test", "title": "测试", "period": "year", "items": [{ "id": "a", "max": 10, "score": "given" }] }';
    for (const text of [yaml, json, `\ufeff${yaml}`, yaml.replaceAll('\n', '\r\n'), `# 注释\n---\n${yaml}`]) {
      const { scheme, findings } = loadScheme(text);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(scheme?.plan.figures.map(({ id }) => id)).toEqual(['a', 'complete']);
    }
  });

  it('says where its YAML cannot be read', () => {
    expect(faults(`${HEAD}items:\n  - { id: a, max: 10\n`)).toEqual(['file.yaml 5:5']);
    expect(faults(`${HEAD}items: "open\n`)[0]).toMatch(/^file\.yaml/);
    expect(faults(`${HEAD}title: 又一个\n`)).toEqual(['file.yaml 4:1']);
    expect(faults(`${HEAD}\titems: 1\n`)[0]).toMatch(/^file\.yaml/);
    expect(faults(`${HEAD}---\n${HEAD}`)[0]).toMatch(/^file\.yaml/);
  });

  it('is no empty file, no list and no text', () => {
    for (const text of ['', '\n\n', '# nothing\n', '- 1\n', 'scheme', '42', 'null']) {
      expect(loads(text)).toBe(false);
      expect(faults(text)).toHaveLength(1);
    }
  });

  it('does not grow while it is read', () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 9; level += 1) {
      const name = String.fromCharCode(97 + level);
      const above = String.fromCharCode(96 + level);
      lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${above}`).join(',')}]`);
    }
    // Unfolded it has a thousand million parts, more than a test has time for.
    expect(faults(lines.join('\n'))).toEqual(['file.yaml 1:1']);
  });

  it('is not looked through again for every line of it', async () => {
    const read = (items: number): void => {
      const lines = Array.from(
        { length: items },
        (_, at) => `  - id: n${at}\n    title: 第 ${at} 项\n    max: 10\n    clause: 一(${at})\n    score: given\n`,
      );
      expect(loads(`${HEAD}items:\n${lines.join('')}`)).toBe(true);
    };
    read(10);
    const some = await countWork(() => read(100));
    const more = await countWork(() => read(400));
    expect(more / some).toBeLessThan(5);
  });

  it('keeps anchors that are used in measure', () => {
    expect(
      loads(
        `${HEAD}items:\n  - { id: a, max: 1, score: &rule { NA: leave out } }\n  - { id: b, max: 1, score: *rule }\n`,
      ),
    ).toBe(true);
  });
});

describe('keys and values', () => {
  it('are known ones, else the nearest is suggested, at the key', () => {
    const text = `${HEAD}itmes: []\nitems:\n  - id: a\n    maxx: 10\n    score: given\n`;
    expect(faults(text)).toEqual(['shape.unknown-key 4:1', 'shape.unknown-key 7:5']);
    expect(messages(text).join()).toContain('Did you mean "items"?');
    expect(messages(text).join()).toContain('Did you mean "max"?');
  });

  it('are there where they must be', () => {
    expect(faults('title: 测试\nperiod: year\n')).toEqual(['shape.missing-key 1:1']);
    expect(faults(`${HEAD}items:\n  - { max: 3, score: given }\n`)).toEqual(['shape.missing-key 5:5']);
  });

  it('are of the right kind, at the deepest place that is wrong', () => {
    expect(faults('scheme: Test\ntitle: 测试\nperiod: year\n')).toEqual(['shape.value 1:9']);
    expect(faults('scheme: test\ntitle: 测试\nperiod: week\n')).toEqual(['shape.value 3:9']);
    expect(faults(`${HEAD}items: none\n`)).toEqual(['shape.value 4:8']);
    expect(faults(`${HEAD}items: [3]\n`)).toEqual(['shape.value 4:9']);
    expect(faults(`${HEAD}inputs:\n  n: { kind: number, categories: 3 }\n`)).toEqual(['shape.value 5:34']);
    expect(faults(`${HEAD}items:\n  - { id: a, max: 3, score: { NA: somehow } }\n`)).toEqual(['shape.value 5:35']);
    expect(faults(`${HEAD}adjustments: { items: [] , bonus: 3 }\n`)).toEqual(['shape.value 4:35']);
  });

  it('may leave adjustments without a list', () => {
    expect(loads(`${HEAD}adjustments: { bonus: { title: 加分 } }\nresults: [{ id: total, formula: bonus }]\n`)).toBe(
      true,
    );
  });
});

describe('numbers of a scheme', () => {
  const item = (max: string) => `${HEAD}items:\n  - { id: a, max: ${max}, score: given }\n`;

  it('have at most fifteen digits, so that none is cut off in silence', () => {
    for (const safe of [
      '0.123456789012345',
      '999999999999999',
      '1e300',
      '0.0000000000000001',
      '1000000000000000000000',
      '0.50000000000000000000',
    ]) {
      expect(faults(item(safe)), safe).toEqual([]);
    }
    for (const long of [
      '0.1234567890123456',
      '1.2345678901234567',
      '9007199254740993',
      '0.10000000000000000001',
      '100.00000000000001',
    ]) {
      expect(faults(item(long)), long).toEqual(['number.not-exact 5:19']);
    }
  });

  it('can be as long as you like in quotes', () => {
    expect(faults(item('"1.23456789012345678901234567890"'))).toEqual([]);
  });

  it('are no infinities', () => {
    expect(faults(item('.inf'))).toHaveLength(1);
    expect(faults(item('.nan'))).toHaveLength(1);
  });
});

describe('nodes', () => {
  const results = (lines: string) => `${HEAD}inputs: { n: { kind: number } }\nresults:\n${lines}`;

  it('have ids of their own', () => {
    expect(faults(results('  - { id: a, formula: n }\n  - { id: a, formula: n }\n'))).toEqual(['node.twice 7:11']);
  });

  it('have one rule', () => {
    expect(faults(results('  - { id: a, formula: n, levels: { x: 1 } }\n'))).toEqual(['rule.two 6:5']);
    expect(faults(results('  - { id: a, title: 无 }\n'))).toEqual(['rule.none 6:5']);
  });

  it('do not need each other in a ring, and the ring is named once', () => {
    const ring = results(
      '  - { id: a, formula: b + 1 }\n  - { id: b, formula: c + 1 }\n  - { id: c, formula: a + 1 }\n',
    );
    expect(faults(ring)).toHaveLength(1);
    expect(messages(ring)[0]).toContain('a → b → c → a');
    expect(faults(results('  - { id: a, formula: a + 1 }\n'))).toEqual(['formula.unknown-name 6:23']);
  });

  it('that need a faulty one are not reported themselves', () => {
    expect(
      faults(results('  - { id: a, formula: nn + 1 }\n  - { id: b, formula: a + 1 }\n  - { id: c, formula: b }\n')),
    ).toEqual(['formula.unknown-name 6:23']);
  });

  it('with faults are all reported in one go', () => {
    const text = results(
      '  - { id: a, formula: nn + 1 }\n  - { id: b, formula: n + }\n  - { id: c, bands: { of: n, rows: [{ from: 1 }] } }\n',
    );
    expect(faults(text)).toEqual(['formula.unknown-name 6:23', 'formula.syntax 7:26', 'band.no-result 8:37']);
    expect(messages(text)[0]).toContain('Did you mean "n"?');
  });

  it('of clauses have the clause in their findings', () => {
    const [finding] = loadScheme(results('  - { id: a, clause: 六(一), formula: nn }\n')).findings;
    expect(finding?.clause).toBe('六(一)');
  });
});

describe('places inside a formula', () => {
  const formula = (written: string) =>
    faults(`${HEAD}inputs: { n: { kind: number } }\nresults:\n  - id: a\n    formula: ${written}\n`);

  it('are those of the file, in quotes or not', () => {
    expect(formula('n + nn')).toEqual(['formula.unknown-name 7:18']);
    expect(formula('"n + nn"')).toEqual(['formula.unknown-name 7:19']);
    expect(formula("'n ＋ nn'")).toEqual(['formula.unknown-name 7:19']);
    expect(formula('n + (n > 1)')).toEqual(['formula.wrong-type 7:19']);
    expect(formula('n + ')).toEqual(['formula.syntax 7:17']);
  });

  it('are named for the formula of completeness and for limits too', () => {
    expect(faults(`${HEAD}complete: given(x)\nresults: [{ id: a, formula: 1 + 1 }]\n`)).toEqual([
      'formula.unknown-name 4:17',
    ]);
    expect(faults(`${HEAD}items: [{ id: a, max: 9, at most: 1 + x, score: given }]\n`)).toEqual([
      'formula.unknown-name 4:39',
    ]);
  });
});

describe('the built-in schemes', () => {
  it.each(['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages'])('%s has no fault', (id) => {
    expect(faults(readFileSync(new URL(`../../schemes/${id}.yaml`, import.meta.url), 'utf8'))).toEqual([]);
  });
});
