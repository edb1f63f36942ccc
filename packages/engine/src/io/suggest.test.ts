import { expect, it } from 'vitest';

import { importRows } from './testing/import-fixtures.ts';
import { Suggestions } from './suggest.ts';

it('suggests the word that differs least, or none when all are far', () => {
  const words = new Suggestions(['优秀', '称职', '基本称职', '不称职']);
  expect(words.nearest('基本合格')).toBeNull();
  expect(words.nearest('基本称')).toBe('基本称职');
  expect(words.nearest('优')).toBe('优秀');
  expect(words.nearest('')).toBeNull();
});

it('does not let a file full of unknown words take minutes', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `2024,unit-${index},item-${index},1,,,,,`);
  const start = performance.now();
  const { report } = await importRows(rows);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(report.observations.refused).toBe(50_000);
});
