import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { fillStore } from './load.ts';
import { completeness, itemCounts, readOnlyQuery, rowsBehind } from './queries.ts';
import { openBlockingDatabase } from './testing/blocking-database.ts';
import { sampleContents } from './testing/sample-contents.ts';

let database: Database;
beforeAll(async () => {
  database = await openBlockingDatabase();
  await fillStore(database, await sampleContents(10));
});

describe('a query written by hand', () => {
  test.each([
    ["CAST('12.340' AS DECIMAL(10,3))", 'decimal', '12.34'],
    ["CAST('-0.05' AS DECIMAL(38,20))", 'decimal', '-0.05'],
    ['sum(range)', 'decimal', '10'],
    ['count(*)', 'number', 5],
    ['max(9007199254740993)', 'number', '9007199254740993'],
    ['1.5::DOUBLE', 'number', 1.5],
    ['true', 'flag', true],
    ["DATE '2024-02-29'", 'date', '2024-02-29'],
    ["TIMESTAMP '2024-02-29 12:30:00'", 'timestamp', '2024-02-29 12:30:00.000'],
    ["'优秀'", 'text', '优秀'],
    ['NULL', 'number', null],
  ])('%s arrives as %s %j', async (expression, type, value) => {
    const { columns, rows } = await readOnlyQuery(database, `SELECT ${expression} AS x FROM range(5) LIMIT 1`);
    expect(rows).toEqual([[value]]);
    expect(columns).toEqual([{ name: 'x', type }]);
  });

  test.each(["INTERVAL '1 month'", '[1.5::DECIMAL(4,2)]', "{'a': 1.5}", "TIME '12:00'", "'x'::BLOB"])(
    '%s would arrive wrong and is refused with what to write instead',
    async (expression) => {
      await expect(readOnlyQuery(database, `SELECT ${expression} AS x`)).rejects.toMatchObject({
        code: 'query.type',
        message: expect.stringContaining('CAST'),
      });
    },
  );

  test('two columns of the same name both arrive', async () => {
    expect((await readOnlyQuery(database, 'SELECT 1 AS a, 2 AS a')).rows).toEqual([[1, 2]]);
  });

  test('an answer without rows still names its columns', async () => {
    expect(await readOnlyQuery(database, 'SELECT subject FROM subjects WHERE false')).toEqual({
      columns: [{ name: 'subject', type: 'text' }],
      rows: [],
      truncated: false,
    });
  });

  test.each([
    ['DROP TABLE scores', 'only ask'],
    ["INSERT INTO subjects (subject) VALUES ('x')", 'only ask'],
    ['SELECT 1; SELECT 2', 'One statement'],
    ["COPY scores TO 'x.csv'", 'only ask'],
    ["SELECT * FROM read_csv('/etc/passwd')", 'only ask'],
    ["ATTACH 'x.db'", 'only ask'],
    ['SET threads = 1', 'only ask'],
    ['LOAD json', 'extension'],
    ['SELECT group FROM results', '"group"'],
    ['SELECT current_date', 'extension'],
    ['SELECT * FROM score', 'tables are'],
    ['SELECT scor FROM scores', 'tables are'],
    ['SELEC 1', 'not run'],
    ['-- nothing', 'not run'],
  ])('%s is refused in words that help', async (sql, hint) => {
    await expect(readOnlyQuery(database, sql)).rejects.toMatchObject({
      code: 'query.failed',
      text: { en: expect.stringContaining(hint) },
    });
  });

  test('nothing that was tried has changed the tables', async () => {
    for (const sql of [
      'COMMIT',
      'ROLLBACK',
      'CREATE TEMP TABLE scores AS SELECT 1',
      'EXPLAIN ANALYZE DROP TABLE scores',
      'CREATE MACRO f(x) AS x',
    ]) {
      await readOnlyQuery(database, sql).catch(() => undefined);
    }
    expect((await readOnlyQuery(database, 'SELECT count(*) FROM scores')).rows).toEqual([[40]]);
  });

  test('rows beyond the limit are left away and the answer says so', async () => {
    expect(await readOnlyQuery(database, 'SELECT range FROM range(10000)', { limit: 4000 })).toMatchObject({
      truncated: true,
      rows: { length: 4000 },
    });
    expect(await readOnlyQuery(database, 'SELECT range FROM range(7)', { limit: 7 })).toMatchObject({
      truncated: false,
      rows: { length: 7 },
    });
  });
});

describe('slices for widgets', () => {
  test('the rows behind a figure come in the order of the file', async () => {
    const found = await rowsBehind(database, { period: '2024', subject: 'v01' });
    expect(found.map(({ item, value, cell }) => [item, value, cell])).toEqual([
      ['order', '7', 'D4'],
      ['fee', '3', 'D5'],
    ]);
    expect(found[0]).toMatchObject({ note: '', category: '', date: '', file: 'observations.csv' });
  });

  test('a family of items is asked for with a star', async () => {
    expect(await rowsBehind(database, { period: '2024', subject: 'v01', items: ['ord*'] })).toHaveLength(1);
    expect(await rowsBehind(database, { period: '2024', subject: 'v01', items: [] })).toHaveLength(0);
  });

  test('a subject whose id holds a quote is looked for, not run', async () => {
    expect(await rowsBehind(database, { period: '2024', subject: "x' OR '1'='1" })).toEqual([]);
  });

  test('inputs are counted, those without rows too', async () => {
    expect(await itemCounts(database, '2024')).toEqual([
      { item: 'order', rows: 10, subjects: 10, notApplicable: 0 },
      { item: 'fee', rows: 9, subjects: 9, notApplicable: 1 },
    ]);
    expect(await itemCounts(database, '1999')).toMatchObject([
      { item: 'order', rows: 0 },
      { item: 'fee', rows: 0 },
    ]);
  });

  test('completeness tells what is delivered, what does not apply, and what is not there', async () => {
    const found = await completeness(database, { period: '2024', group: '甲组' });
    expect(found).toHaveLength(10);
    expect(found.filter(({ state }) => state !== 'delivered')).toEqual([
      { subject: 'v09', item: 'fee', rows: 1, state: 'na' },
    ]);
    expect((await completeness(database, { period: '2024' })).filter(({ state }) => state === 'none')).toEqual([
      { subject: 'v10', item: 'fee', rows: 0, state: 'none' },
    ]);
  });

  test('a half-year holds its quarters and months, a year all of them', async () => {
    const contents = await sampleContents(1);
    const [row] = contents.dataset.observations;
    const periods = ['2024', '2024-H1', '2024-Q2', '2024-06', '2024-07', '2025-01'];
    const observations = periods.map((period) => ({ ...row!, period }));
    const own = await openBlockingDatabase();
    await fillStore(own, { ...contents, dataset: { ...contents.dataset, observations } });
    const periodsOf = async (period: string) =>
      (await rowsBehind(own, { period, subject: 'v01' })).map((found) => found.period).sort();
    expect(await periodsOf('2024-H1')).toEqual(['2024-06', '2024-H1', '2024-Q2']);
    expect(await periodsOf('2024-Q2')).toEqual(['2024-06', '2024-Q2']);
    expect(await periodsOf('2024')).toEqual(['2024', '2024-06', '2024-07', '2024-H1', '2024-Q2']);
  });
});
