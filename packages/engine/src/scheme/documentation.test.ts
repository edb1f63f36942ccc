import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadScheme } from './load-scheme.ts';

const DOCUMENT = fileURLToPath(new URL('../../../../docs/scheme-language.md', import.meta.url));

/**
 * What the fragments of the document build on. A fragment with a key of its own (`inputs`, `results`) replaces that of
 * the head.
 */
const HEAD: Readonly<Record<string, string>> = {
  parameters: `
  share: 30%`,
  attributes: `
  population: { kind: number }`,
  inputs: `
  fee.task, fee.collected, users, rate.road: { kind: number }
  fee.level: { kind: level, words: [ontime, late] }
  mark.quality, mark.use, mark.growth: { kind: score, max: 100, NA: true }
  inspected, meals: { kind: flag }
  slip: { kind: event, categories: [city, province, capital, crime] }
  fire: { kind: event, value: amount }
  award: { kind: event, categories: [province, city] }
  ballot: { kind: rating, categories: [领导, 同行, 群众] }
  vote: { kind: rating, words: [好, 较好, 一般, 差] }`,
};

interface Example {
  /** Line of the document on which the block begins. */
  readonly line: number;
  /** What stands behind the language: empty for a complete scheme, `with-head` for a fragment, `comment` for neither. */
  readonly use: string;
  readonly text: string;
}

describe('docs/scheme-language.md', () => {
  const examples = readExamples(readFileSync(DOCUMENT, 'utf8')).filter(({ use }) => use !== 'comment');

  it('has more than twenty examples that are read', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('has an example that loads without a finding on line $line', ({ use, text }) => {
    const { scheme, findings } = loadScheme(use === 'with-head' ? withHead(text) : text);
    expect(findings.map(({ message, position }) => `${position?.line ?? 0}: ${message.en}`)).toEqual([]);
    expect(scheme).not.toBeNull();
  });

  it('knows every kind of use', () => {
    expect(examples.filter(({ use }) => use !== '' && use !== 'with-head')).toEqual([]);
  });
});

/** The fenced blocks of YAML. */
function readExamples(document: string): Example[] {
  return [...document.matchAll(/^```yaml *(\S*)\n(.*?)^```$/gms)].map((match) => ({
    line: document.slice(0, match.index).split('\n').length,
    use: match[1] ?? '',
    text: match[2] ?? '',
  }));
}

/** A fragment made into a scheme: what it does not say itself is taken from the head. */
function withHead(fragment: string): string {
  const own = new Set([...fragment.matchAll(/^([a-z]+):/gm)].map((match) => match[1]));
  const sections = Object.entries(HEAD).map(([key, text]) => (own.has(key) ? '' : `${key}:${text}\n`));
  return `scheme: example\ntitle: Example\nperiod: year\n${sections.join('')}${fragment}`;
}
