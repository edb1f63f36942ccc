import { describe, expect, it } from 'vitest';
import { CHECKS } from './registry.ts';
import { expectMarked, findings, withHead } from './testing/marked.ts';

/** A scheme with an indicator that has this line for its rule, beside others, a total and a grade. */
const office = (rule: string, more = ''): string => `
inputs:
  done: { kind: number, min: 0, max: 10 }
  late: { kind: event }
  idle: { kind: event }
items:
  - id: base
    title: 基础分
    max: 100 # ← max.children
    clause: 一
    items:
      - { id: work, title: 工作, max: 50, clause: 一, ${rule}
      - { id: order, title: 作风, max: 25, clause: 一, deduct: [{ each: late, marks: 1.5 }] }
${more}results:
  - { id: total, title: 总分, formula: base }
  - id: grade
    title: 等次
    bands:
      of: total
      rows:
        - { from: 90, is: 优秀 }
        - { from: 75, to: 89, is: 良好 } # ← bands.gap
        - { below: 75, is: 一般 }
`;

describe('Beside a fault', () => {
  it('what does not hang on it is said, and what the figure with the fault might refute is not', () => {
    const faults = {
      'a key that is not known': 'ratio: { of: done, to: 10 }, scroe: 5 } # ← shape.unknown-key',
      'a key that is not known inside the rule': 'ratio: { of: done, too: 10 } } # ← shape.unknown-key',
      'a value of the wrong kind': 'ratio: { of: done, to: 10 }, round: many } # ← shape.value',
      'a name that is not known': 'formula: dnoe * 5 } # ← formula.unknown-name',
      'an input that is not known': 'ratio: { of: dnoe, to: 10 } } # ← input.unknown formula.unknown-name',
      'no rule': '} # ← rule.none',
    };
    for (const [name, rule] of Object.entries(faults)) {
      const codes = findings(withHead(office(rule)));
      const expected = ['max.children', 'bands.gap'];
      const rest = codes.map(({ code }) => code).filter((code) => !['clause.missing', 'places.unsaid'].includes(code));
      expect(rest.filter((code) => expected.includes(code)).sort(), name).toEqual([...expected].sort());
      expect(rest, name).toHaveLength(3);
    }
  });

  it.each([
    ['inputs', 'done: { kind: number, min: 0, max: 10 }', 'done: { kind: number, minimum: 0 }'],
    ['inputs', 'done: { kind: number, min: 0, max: 10 }', 'done: { kind: nummer }'],
    ['inputs', 'done: { kind: number, min: 0, max: 10 }', 'done: { title: 完成 }'],
    ['parameters', 'most: 10', 'most: { valeu: 10 }'],
    ['attributes', 'size: { kind: number }', 'size: { kind: nummer }'],
    ['registers', 'book: { rows: [{ each: late, marks: 1 }] }', 'book: { rows: [{ eech: late, marks: 1 }] }'],
  ])('a declaration that cannot be read (%s) hides only what reads it', (section, good, faulty) => {
    const rules: Readonly<Record<string, string>> = {
      inputs: 'ratio: { of: done, to: 10 } }',
      parameters: 'ratio: { of: most, to: 10 } }',
      attributes: 'ratio: { of: size, to: 10 } }',
      registers: 'deduct: [{ from: book }] }',
    };
    const text = office(rules[section] as string);
    const declared = section === 'inputs' ? text.replace(good, faulty) : `\n${section}:\n  ${faulty}\n${text}`;
    const codes = (scheme: string) =>
      findings(withHead(scheme))
        .map(({ code }) => code)
        .filter((code) => !['clause.missing', 'places.unsaid'].includes(code));
    const [first, ...rest] = codes(declared).sort(
      (a, b) => Number(b.startsWith('shape.')) - Number(a.startsWith('shape.')),
    );
    expect(first).toMatch(/^shape\./);
    expect(rest.sort()).toEqual(['bands.gap', 'max.children']);
  });

  it('two declarations that cannot be read are two findings, and two faults elsewhere are said besides', () => {
    expectMarked(`
parameters:
  most: { valeu: 10 } # ← shape.unknown-key
inputs:
  done: { kind: nummer } # ← shape.value
  late: { kind: event, titel: 迟到 } # ← shape.unknown-key
  idle: { kind: event }
items:
  - { id: work, title: 工作, max: 50, clause: 一, ratio: { of: done, to: 10 } }
  - { id: order, title: 作风, max: 25, clause: 一, deduct: [{ each: late, marks: 1.5, at most: most }] }
  - { id: more, title: 其他, max: 25, clause: 一, deduct: [{ each: idel, marks: 1 }] } # ← input.unknown
results:
  - { id: total, title: 总分, formula: work + order + more + mor } # ← formula.unknown-name
`);
  });

  it('a head that cannot be read hides nothing: no rule rests on it', () => {
    const text = office('ratio: { of: done, to: 10 } }');
    const codes = (scheme: string) =>
      findings(withHead(scheme))
        .map(({ code }) => code)
        .filter((code) => code !== 'input.unused');
    const faulty = text.replace('inputs:', 'full marks: all\ninputs:');
    expect(codes(faulty)).toEqual(['shape.value', ...codes(text)]);
  });

  it('five mistakes at once are five findings', () => {
    expectMarked(
      office(
        'ratio: { of: done, to: 10 }, scroe: 5 } # ← shape.unknown-key',
        `
adjustments:
  items:
    - { id: honour, title: 表彰, clause: 二, plus: [{ each: late, marks: x }] } # ← formula.unknown-name
    - { id: praise, title: 表扬, clause: 二, at most: 3, plus: [{ each: idle, marks: 5 }] } # ← line.beyond-limit
`,
      ),
    );
  });

  it('a total that rests on it has no ends: no row is out of reach, and nothing lies outside of all rows', () => {
    expectMarked(`
items:
  - { id: work, title: 工作, max: 75, zzz: 1, score: given } # ← shape.unknown-key
  - { id: order, title: 作风, max: 25, score: given }
results:
  - { id: total, title: 总分, formula: work + order, round: 2 }
  - { id: grade, title: 等次, bands: { of: total, rows: [{ from: 90, to: 100, is: 优秀 }, { from: 0, below: 90, is: 其他 }] } }
  - { id: high, title: 高分, if missing: 否, cases: [{ if: total >= 26, is: 是 }, { is: 否 }] }
`);
  });

  it('whole numbers leave no gap where all that can be read is whole', () => {
    expectMarked(
      `
inputs: { late: { kind: event } }
items:
  - { id: work, title: 工作, max: 75, zzz: 1, deduct: [{ each: late, marks: 2 }] } # ← shape.unknown-key
  - { id: order, title: 作风, max: 25, deduct: [{ each: late, marks: 1 }] } # ← event.twice
results:
  - { id: total, title: 总分, formula: work + order }
  - { id: grade, title: 等次, bands: { of: total, rows: [{ from: 90, is: 优秀 }, { to: 89, is: 其他 }] } }
`.replace(' # ← event.twice', ''),
    );
  });

  it('a sum of full marks is not doubted where the key may be the one that settles it', () => {
    const family = (whole: string, part: string): string => `
items:
  - id: base
    title: 基础分
    max: 100
    ${whole}
    items:
      - { id: a, title: 甲, max: 100, score: given }
      - { id: b, title: 乙, max: 50, score: given${part} }
`;
    const codes = (whole: string, part: string): string[] =>
      findings(withHead(family(whole, part))).map(({ code }) => code);
    expect(codes('note: x', '')).toContain('max.children');
    expect(codes('note: x', ', zzzzz: 1')).toContain('max.children');
    expect(codes('at mots: 100', '')).not.toContain('max.children');
    expect(codes('note: x', ', optinal: true')).not.toContain('max.children');
    expect(codes('note: x', ', wieght: 2')).not.toContain('max.children');
  });

  it('nothing is said of the node itself but its fault', () => {
    expectMarked(`
items:
  - { id: work, titel: 工作, max: 0, clase: 一, score: given } # ← shape.unknown-key shape.unknown-key
`);
  });

  it('a key under which names are declared hides everything else, a single declaration does not', () => {
    const codes = (text: string): string[] => findings(withHead(text)).map(({ code }) => code);
    const items = 'items:\n  - { id: a, max: 0, formula: n }\n';
    expect(codes(`imputs: { n: { kind: number } }\n${items}`)).toEqual(['shape.unknown-key']);
    expect(codes(`inputs: { n: { kind: nummber } }\n${items}`)).toContain('max.not-positive');
    expect(codes('items:\n  - { id: a, max: 1, itmes: [{ id: b, score: given }] }\n')).toEqual(['shape.unknown-key']);
    expect(codes(`versoin: 一\ninputs: { n: { kind: number } }\n${items}`)).toContain('max.not-positive');
  });

  it('every check says what it needs', () => {
    expect(CHECKS.map(({ needs }) => needs).filter((needs) => !['rules', 'figures', 'scheme'].includes(needs))).toEqual(
      [],
    );
    const of = (code: string): string | undefined => CHECKS.find(({ codes }) => codes.includes(code))?.needs;
    expect([of('max.children'), of('bands.gap'), of('division.zero'), of('input.unused')]).toEqual([
      'rules',
      'rules',
      'figures',
      'scheme',
    ]);
  });
});
