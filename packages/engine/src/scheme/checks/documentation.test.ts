import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from './registry.ts';
import { loadingCodes } from './testing/loading-codes.ts';
import { findings, found, marks, withHead } from './testing/marked.ts';

const LOADING = loadingCodes();
const document = readFileSync(new URL('../../../../../docs/checks.md', import.meta.url), 'utf8');

/** The section of a code: its severities, and its example. */
const sections = document.split(/^#+ (?=`)/m).flatMap((text) => {
  const [, code = '', severities = ''] = /^`([a-z-]+\.[a-z-]+)` · (.*)/.exec(text) ?? [];
  const example = withHead(/^```yaml\n([^]*?)^```$/m.exec(text)?.[1] ?? '');
  return code === '' ? [] : [{ code, severities: severities.split(' or '), example }];
});

describe('docs/checks.md', () => {
  it('has one section for every code of the registry', () => {
    const codes = sections.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(CHECKS.flatMap((check) => check.codes)));
  });

  it('lists no code that nothing gives', () => {
    const known = new Set([...CHECKS.flatMap((check) => check.codes), ...LOADING]);
    expect(sections.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([]);
  });

  it('has one section for every fault of loading', () => {
    expect(LOADING.filter((code) => !sections.some((section) => section.code === code))).toEqual([]);
  });

  const examples = sections.filter(({ code }) => code !== 'scheme.internal');
  it.each(examples)('has an example of $code in which the checker finds just what is marked', ({ code, example }) => {
    expect(found(example).sort()).toEqual(marks(example).sort());
    expect(marks(example).map((mark) => mark.split(' ')[0])).toContain(code);
  });

  it.each(examples)('gives the severity of $code as it is', ({ code, severities, example }) => {
    const given = findings(example).find((finding) => finding.code === code)?.severity;
    expect(severities).toContain(given);
  });

  it.each(examples)('has a message and a remedy in both languages for $code', ({ code, example }) => {
    const { message, remedy } = findings(example).find((finding) => finding.code === code)!;
    for (const text of [message.zh, message.en, remedy.zh, remedy.en]) expect(text).not.toBe('');
    expect(message.zh).toMatch(/\p{Script=Han}/u);
  });
});
