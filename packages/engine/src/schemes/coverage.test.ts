import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { coveragePage } from './coverage.ts';

it(
  'the page on coverage says what the scheme files and their cases are (run `npm run coverage` after a change)',
  { timeout: 120_000 },
  () => {
    const page = readFileSync(new URL('../../../../docs/coverage.md', import.meta.url), 'utf8');
    expect(page).toBe(coveragePage());
  },
);
