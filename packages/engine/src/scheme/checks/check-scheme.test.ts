import { describe, expect, it } from 'vitest';
import { checkScheme } from './check-scheme.ts';
import { withHead } from './testing/marked.ts';

describe('checkScheme', () => {
  it('gives the findings in the order of the file', () => {
    const text = withHead(`
inputs:
  idle: { kind: number }
items:
  - { id: a, max: 0, score: given }
results:
  - { id: veto, title: 一票否决, any of: [{ if: a > 5 }] }`);
    const lines = checkScheme(text).map(({ position }) => position?.line ?? 0);
    expect(lines.length).toBeGreaterThan(3);
    expect([...lines].sort((a, b) => a - b)).toEqual(lines);
  });

  it('goes on behind a rule with a fault', () => {
    const codes = checkScheme(
      withHead(`
items:
  - { id: a, title: 甲, max: 0, clause: 一, score: given }
  - { id: b, title: 乙, max: 1, clause: 一, formula: nobody }`),
    ).map(({ code }) => code);
    expect(codes).toEqual(['max.not-positive', 'formula.unknown-name']);
  });

  it('says only what is wrong with the file where its shape is', () => {
    expect(checkScheme('scheme: x').map(({ code }) => code)).toEqual(['shape.missing-key', 'shape.missing-key']);
    expect(checkScheme('[').map(({ code }) => code)).toContain('file.yaml');
    expect(checkScheme('').map(({ code }) => code)).toEqual(['file.yaml']);
    expect(checkScheme('just a text').map(({ code }) => code)).toEqual(['file.yaml']);
  });
});
