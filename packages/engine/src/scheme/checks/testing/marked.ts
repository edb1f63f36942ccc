import { expect } from 'vitest';
import { checkScheme } from '../check-scheme.ts';
import type { Finding } from '../../finding.ts';

/** Notes that most examples would have and that are not what they show. */
const EVERYWHERE = new Set(['clause.missing', 'title.missing', 'max.no-full-marks', 'places.unsaid']);

const HEAD = 'scheme: example\ntitle: 示例\n';

/** A scheme with its head, where the text leaves it out. */
export function withHead(text: string): string {
  if (/^scheme:/m.test(text)) return text;
  return `${HEAD}${/^(period|parts):/m.test(text) ? '' : 'period: year\n'}${text}`;
}

/** `code line` for every `# ← code` comment of a text. */
export function marks(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const codes = /# ← (.+)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
    return codes.map((code) => `${code} ${at + 1}`);
  });
}

/** `code line` for everything that the checker finds; titles and clauses only where a mark asks for them. */
export function found(text: string): string[] {
  const asked = new Set(marks(text).map((mark) => mark.split(' ')[0]));
  return findings(text)
    .filter(({ code }) => !EVERYWHERE.has(code) || asked.has(code))
    .map(({ code, position }) => `${code} ${position?.line ?? 0}`);
}

export function findings(text: string): readonly Finding[] {
  return checkScheme(text);
}

/** Checks that the checker finds just what the `# ← code` comments of a scheme say, each on its line. */
export function expectMarked(text: string): void {
  const scheme = withHead(text);
  expect(found(scheme).sort()).toEqual(marks(scheme).sort());
}

/** The first finding of a code, which must be there. */
export function findingOf(code: string, text: string): Finding {
  const finding = findings(withHead(text)).find((candidate) => candidate.code === code);
  if (finding === undefined) throw new Error(`There is no finding ${code}.`);
  return finding;
}
