import { describe, expect, it } from 'vitest';
import { expectMarked, findingOf } from './testing/marked.ts';

/** Grades by a total that is rounded in some way. */
function grades(total: string, rows: string): string {
  return `
items:
  - { id: work, title: 工作, max: 100, score: given }
results:
  - { id: total, title: 总分, ${total} }
  - id: grade
    title: 等次
    clause: 五
    bands:
      of: total
      rows:
${rows.replace(/^ */gm, '        ')}`;
}

/** Marks by a number of an input. */
function tiers(input: string, rows: string, title = '分档'): string {
  return `
inputs:
  rate: { ${input} }
items:
  - id: rate
    title: ${title}
    max: 10
    may exceed max: true
    bands:
      of: rate
      rows:
${rows.replace(/^ */gm, '        ')}
        - { from: 1000, marks: 10 }`;
}

const PRINTED = `- { from: 90, is: 优秀 }
- { from: 75, to: 89, is: 合格 }MARK
- { to: 74, is: 不合格 }MARK`;
const printed = (mark: string): string => PRINTED.replaceAll('MARK', mark);

describe('Gaps between bands', () => {
  it('are numbers that the rounding in force makes possible', () => {
    expectMarked(grades('formula: work, round: 2', printed(' # ← bands.gap')));
    expectMarked(grades('formula: work, round: 1', printed(' # ← bands.gap')));
    expectMarked(grades('formula: work', printed(' # ← bands.gap')));
  });

  it('are none when the rounding leaves whole numbers', () => {
    expectMarked(grades('formula: work, round: 0', printed('')));
    expectMarked(grades("formula: 'floor(work)'", printed('')));
  });

  it('are named with an example, the clause and the place of the band below the gap', () => {
    const { message, clause, path, position } = findingOf('bands.gap', grades('formula: work, round: 2', printed('')));
    expect(message.zh).toContain('(89, 90)，例如 89.5');
    expect(message.en).toContain('(89, 90): 89.5');
    expect(clause).toBe('五');
    expect(path).toEqual(['results', 1, 'bands', 'rows', 1]);
    expect(position).toMatchObject({ line: 16, column: 11 });
  });

  it('lie within the numbers that can come', () => {
    expectMarked(grades('formula: work', '- { from: 60, to: 100, is: 合格 }\n- { from: 0, below: 60, is: 不合格 }'));
    expectMarked(
      grades('formula: work + 1', '- { from: 60, to: 100, is: 合格 } # ← bands.gap\n- { below: 60, is: 不合格 }'),
    );
  });

  it('may be a single number', () => {
    const text = grades('formula: work', '- { above: 3, is: 甲 }\n- { below: 3, is: 乙 } # ← bands.gap');
    expectMarked(text);
    expect(findingOf('bands.gap', text).message.en).toContain('leave out 3:');
  });

  it('are none where an edge is shared, exact to the third', () => {
    expectMarked(grades('formula: work / 3', '- { from: 1/3, is: 甲 }\n- { below: 1/3, is: 乙 }'));
  });

  it('are none between whole numbers of events', () => {
    expectMarked(`
inputs:
  fire: { kind: event }
results:
  - { id: level, title: 等级, bands: { of: sum(fire), rows: [{ to: 2, is: 低 }, { from: 3, is: 高 }] } }`);
  });

  it('are looked for in the rows of a line as well', () => {
    expectMarked(`
inputs:
  fire: { kind: event, value: amount, min: 0 }
items:
  - id: fire
    title: 火灾
    max: 10
    deduct:
      - row: fire
        bands:
          - { to: 10, marks: 1 } # ← bands.gap
          - { from: 20, marks: 2 }`);
  });
});

describe('Overlaps of bands', () => {
  it('are numbers that both name', () => {
    expectMarked(grades('formula: work', '- { from: 65, is: 甲 }\n- { to: 65, is: 乙 } # ← bands.overlap'));
    expectMarked(
      grades(
        'formula: work',
        '- { to: 60, is: 丙 }\n- { from: 60, to: 80, is: 乙 } # ← bands.overlap\n- { above: 80, is: 甲 }',
      ),
    );
  });

  it('are not what `from` alone means, from the top or from the bottom', () => {
    expectMarked(grades('formula: work', '- { from: 90, is: 甲 }\n- { from: 75, is: 乙 }\n- { is: 丙 }'));
    expectMarked(grades('formula: work', '- { below: 60, is: 丙 }\n- { to: 80, is: 乙 }\n- { is: 甲 }'));
  });

  it('do not hold between whole numbers where there is none', () => {
    expectMarked(grades('formula: work, round: 0', '- { above: 74, is: 甲 }\n- { below: 75, is: 乙 }'));
  });
});

describe('Bands that are never reached', () => {
  it('lie wholly in earlier ones, taken together', () => {
    expectMarked(
      grades(
        'formula: work',
        '- { from: 50, is: 甲 }\n- { below: 50, is: 乙 }\n- { from: 40, to: 60, is: 丙 } # ← bands.shadowed',
      ),
    );
  });

  it('or beyond the numbers that can come', () => {
    expectMarked(grades('formula: work', '- { above: 100, is: 卓越 } # ← bands.out-of-reach\n- { is: 合格 }'));
    expectMarked(grades('formula: work', '- { from: 100, is: 卓越 }\n- { is: 合格 }'));
  });

  it('a row for the rest may stand below rows that hold everything', () => {
    expectMarked(grades('formula: work', '- { from: 0, is: 合格 }\n- { is: 不合格 }'));
  });
});

describe('The direction of marks', () => {
  const input = 'kind: number, min: 0';

  it('is contradicted by one row among others', () => {
    expectMarked(
      tiers(
        input,
        '- { below: 10, marks: 1 }\n- { below: 20, marks: 5 } # ← bands.direction\n- { below: 30, marks: 2 }\n- { below: 1000, marks: 3 }',
      ),
    );
  });

  it('may turn once: the best can be in the middle', () => {
    expectMarked(tiers(input, '- { below: 10, marks: 1 }\n- { below: 20, marks: 20 }\n- { below: 1000, marks: 15 }'));
  });

  it('goes on where two rows begin at the same number, one with it and one above it', () => {
    const rows = '- { from: 80, marks: 0 }\n- { above: 50, marks: 5 }\n- { from: 50, marks: 8 }\n- { marks: 10 }';
    expectMarked(tiers(input, rows).replace(/\n.*from: 1000.*$/, ''));
  });

  it('is not judged where marks are formulas', () => {
    expectMarked(tiers(input, '- { below: 10, marks: value }\n- { below: 20, marks: 5 }\n- { below: 1000, marks: 1 }'));
  });
});
