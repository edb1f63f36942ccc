// Writes docs/coverage.md: `npm run coverage`. A test compares the page with what it is made from.
import { writeFileSync } from 'node:fs';
import { coveragePage } from '../packages/engine/src/schemes/coverage.ts';

writeFileSync(new URL('../docs/coverage.md', import.meta.url), coveragePage());
