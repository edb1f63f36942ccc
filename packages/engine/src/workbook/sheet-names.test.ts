import { describe, expect, it } from 'vitest';

import { sheetNames } from './sheet-names.ts';
import fc from '../testing/seeded-fast-check.ts';

describe('names of sheets', () => {
  it('keep what a spreadsheet allows, Chinese included', () => {
    expect(sheetNames(['说明', '村（按月）', "O'Neil"])).toEqual(['说明', '村（按月）', "O'Neil"]);
  });

  it('replace what it does not allow', () => {
    expect(sheetNames(['a/b:c*[d]?\\', '', "'x'", 'History'])).toEqual(['a_b_c__d___', '_', '_x_', 'History_']);
  });

  it('tell equal names apart, whatever their case', () => {
    expect(sheetNames(['数据', '数据', 'A', 'a'])).toEqual(['数据', '数据 (2)', 'A', 'a (2)']);
    const long = '长'.repeat(40);
    expect(sheetNames([long, long])).toEqual(['长'.repeat(31), `${'长'.repeat(27)} (2)`]);
  });

  it('are valid and different whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          // oxlint-disable-next-line no-control-regex
          expect(name).not.toMatch(/[[\]:*?/\\\u0000-\u001f]|^'|'$/);
        }
      }),
    );
  });
});
