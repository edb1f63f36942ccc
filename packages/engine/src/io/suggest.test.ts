import { distance } from 'fastest-levenshtein';
import { expect, it, vi } from 'vitest';

import { importRows } from './testing/import-fixtures.ts';
import { Suggestions } from './suggest.ts';

vi.mock('fastest-levenshtein', { spy: true });

it('suggests the word that differs least, or none when all are far', () => {
  const words = new Suggestions(['优秀', '称职', '基本称职', '不称职']);
  expect(words.nearest('基本合格')).toBeNull();
  expect(words.nearest('基本称')).toBe('基本称职');
  expect(words.nearest('优')).toBe('优秀');
  expect(words.nearest('')).toBeNull();
});

it('compares only some words of a file full of unknown ones', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `2024,unit-${index},item-${index},1,,,,,`);
  const { report } = await importRows(rows);
  expect(report.observations.refused).toBe(50_000);
  expect(distance).toHaveBeenCalled();
  expect(vi.mocked(distance).mock.calls.length).toBeLessThan(rows.length / 5);
});
