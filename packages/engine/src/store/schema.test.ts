import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { fillStore } from './load.ts';
import { readOnlyQuery } from './queries.ts';
import { SQL_TYPE, TABLE_NAMES, TABLES } from './schema.ts';
import { openBlockingDatabase } from './testing/blocking-database.ts';
import { sampleContents } from './testing/sample-contents.ts';

const page = readFileSync(new URL('../../../../docs/tables.md', import.meta.url), 'utf8');

/** Columns and types that docs/tables.md gives for a table. */
function documented(table: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`\`${table}\``)) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name = '', type = '']) => [name, type.trim()]);
}

describe('docs/tables.md', () => {
  test.each(TABLE_NAMES)('names every column of %s with its type, in order', (name) => {
    expect(documented(name)).toEqual(TABLES[name].columns.map((column) => [column.name, SQL_TYPE[column.kind]]));
  });

  describe('its queries', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openBlockingDatabase();
      await fillStore(database, await sampleContents(6));
    });

    const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].flatMap(([, text = '']) =>
      text.split(/;\s*$/m).filter((part) => part.trim()),
    );

    test.each(queries)('%s', async (sql) => {
      expect((await readOnlyQuery(database, sql)).columns.length).toBeGreaterThan(0);
    });
  });
});
