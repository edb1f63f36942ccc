import { describe, expect, it } from 'vitest';

import { decodeText } from './decode-text.ts';
import { encodeGb18030 } from './gb18030.ts';
import fc from '../testing/seeded-fast-check.ts';

const hex = (text: string): string =>
  [...encodeGb18030(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const decoder = new TextDecoder('gb18030', { ignoreBOM: true });

describe('GB18030', () => {
  it.each([
    ['a1,\n', '61312c0a'],
    ['考核', 'bfbcbacb'],
    ['　', 'a1a1'],
    ['€', 'a2e3'],
    ['é', 'a8a6'],
    ['ü', 'a8b9'],
    ['ñ', '81308a39'],
    ['𠀀', '95328236'],
    ['😀', '9439fc36'],
    ['\ufffd', '8431a437'],
    ['\ud800', '8431a437'],
  ])('writes %j as %s', (text, code) => {
    expect(hex(text)).toBe(code);
  });

  it('is read back as it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        // Some private characters have no code; the next test goes through all of them.
        const text = any.replaceAll(/[\ue000-\uf8ff]/g, '');
        expect(decoder.decode(encodeGb18030(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back for every character of the basic plane', () => {
    const all = Array.from({ length: 0x10000 }, (_, point) => point).filter(
      (point) => point < 0xd800 || point > 0xdfff,
    );
    const wrong = all.filter((point) => {
      const text = `x${String.fromCharCode(point)}`;
      return decoder.decode(encodeGb18030(text)) !== text;
    });
    // The standard of 2022 moved some private characters to codes of their own.
    expect(wrong.filter((point) => point < 0xe000 || point > 0xf8ff)).toEqual([]);
    expect(wrong.length).toBeLessThan(30);
    for (const point of wrong) expect(decoder.decode(encodeGb18030(String.fromCharCode(point)))).toBe('\ufffd');
  });

  it('is recognised by the import', () => {
    const bytes = encodeGb18030('subject,name\nv1,张村\n');
    expect(decodeText(bytes)).toMatchObject({ kind: 'text', encoding: 'gb18030', text: 'subject,name\nv1,张村\n' });
  });
});
