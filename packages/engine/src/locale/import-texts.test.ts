import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { severityOf } from '../io/findings.ts';
import { importTexts, type FindingCode } from './import-texts.ts';

const PAGE = readFileSync(new URL('../../../../docs/data.md', import.meta.url), 'utf8');
const SECTIONS = { normalised: '(`normalised`)', note: '(`note`)', refused: '(`refused`' } as const;

it('is described code by code in docs/data.md, under the heading of its severity, and nothing else is', () => {
  const described = PAGE.split('\n### ').flatMap((section) => {
    const [heading] = section.split('\n', 1);
    return [...section.matchAll(/^\| `([a-z]+\.[a-z-]+)` \|/gm)].map((match) => ({ code: match[1], heading }));
  });
  expect(described.map(({ code }) => code).sort()).toEqual(Object.keys(importTexts).sort());
  for (const { code, heading } of described) {
    expect(heading, code).toContain(SECTIONS[severityOf(code as FindingCode)]);
  }
});
