import { beforeAll, describe, expect, test } from 'vitest';
import type { Connection, Database } from './database.ts';
import type { Subject } from '../data/dataset.ts';
import type { Figure } from '../reader/figure.ts';
import { fillStore } from './load.ts';
import { readOnlyQuery } from './queries.ts';
import { SQL_TYPE, TABLE_NAMES, TABLES } from './schema.ts';
import { openBlockingDatabase } from './testing/blocking-database.ts';
import { sampleContents } from './testing/sample-contents.ts';
import type { StoreContents } from './table-rows.ts';

let database: Database;
beforeAll(async () => {
  database = await openBlockingDatabase();
});

async function rows(sql: string) {
  return (await readOnlyQuery(database, sql)).rows;
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('did not fail'),
    (error: Error) => error,
  );
}

/** A database that fails when a statement or an insert says so. */
function failingAt(failsAt: (statement: string) => boolean): Database {
  const check = (statement: string): void => {
    if (failsAt(statement)) throw new Error(`no space for ${statement}`);
  };
  return {
    ...database,
    connect: async (): Promise<Connection> => {
      const connection = await database.connect();
      return {
        ...connection,
        run: async (sql) => (check(sql), connection.run(sql)),
        insert: async (table, ipc) => (check(`insert ${table}`), connection.insert(table, ipc)),
      };
    },
  };
}

describe('filling the store', () => {
  test('every table has the columns of the schema, in their order and types', async () => {
    await fillStore(database, await sampleContents(4));
    for (const name of TABLE_NAMES) {
      const found = await rows(
        `SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '${name}' ORDER BY column_index`,
      );
      const expected = TABLES[name].columns.map((column) => [column.name, SQL_TYPE[column.kind].replace(', ', ',')]);
      expect(found.slice(0, expected.length)).toEqual(expected);
    }
  });

  test('a row of data keeps its file, sheet and cell, and its value as text, decimal and double', async () => {
    await fillStore(database, await sampleContents(4));
    const sql = `SELECT value, amount, amount_number, file, sheet, cell, line FROM observations WHERE subject = 'v01' AND item = 'order' AND period = '2023'`;
    expect(await rows(sql)).toEqual([['7', '7', 7, 'observations.csv', null, 'D2', 2]]);
  });

  test('NA, missing and a number stay three things', async () => {
    await fillStore(database, await sampleContents(10));
    const sql = (subject: string): string =>
      `SELECT state, score, score_text FROM scores WHERE period = '2024' AND node = 'fee' AND subject = '${subject}'`;
    expect(await rows(sql('v01'))).toEqual([['value', '3', '3']]);
    expect(await rows(sql('v09'))).toEqual([['na', null, 'NA']]);
    expect(await rows(sql('v10'))).toEqual([['missing', null, '0']]);
  });

  test('results stand in one wide table, and what it has no column for among the outcomes', async () => {
    await fillStore(database, await sampleContents(4));
    const wide = `SELECT "group", total, grade, rank, veto, complete, base FROM results WHERE period = '2024' AND subject = 'v02'`;
    expect(await rows(wide)).toEqual([['乙组', '20', '优秀', 1, null, true, null]]);
    expect(await rows('SELECT DISTINCT outcome FROM outcomes')).toEqual([['prize']]);
  });

  test('attributes of subjects are columns of their own; one that would clash is renamed', async () => {
    const contents = await sampleContents(2);
    const [first, second] = contents.dataset.subjects;
    const subjects: Subject[] = [
      { ...first!, attributes: { 人口: '1200', Name: 'x' } },
      { ...second!, attributes: { 人口: '' } },
    ];
    await fillStore(database, { ...contents, dataset: { ...contents.dataset, subjects } });
    expect(await rows('SELECT 人口, "attribute_Name" FROM subjects ORDER BY position')).toEqual([
      ['1200', 'x'],
      [null, null],
    ]);
  });

  test('names can be sorted as Chinese readers expect', async () => {
    const contents = await sampleContents(3);
    const names = ['赵村', '安村', '第2村'];
    const subjects = contents.dataset.subjects.map((subject, index) => ({ ...subject, name: names[index]! }));
    await fillStore(database, { ...contents, dataset: { ...contents.dataset, subjects } });
    expect((await rows('SELECT name FROM subjects ORDER BY name_order')).flat()).toEqual(['安村', '第2村', '赵村']);
  });

  test('texts outside the basic plane, quotes and lone surrogates do not shift their neighbours', async () => {
    const contents = await sampleContents(3);
    const notes = ['𠮷村的"注"', "a'b\ud842", '\udfb7后'];
    const observations = contents.dataset.observations
      .slice(0, 3)
      .map((row, index) => ({ ...row, note: notes[index]!, subject: `s${index}` }));
    await fillStore(database, { ...contents, dataset: { ...contents.dataset, observations } });
    expect(await rows('SELECT note FROM observations ORDER BY subject')).toEqual([
      ['𠮷村的"注"'],
      ["a'b\ufffd"],
      ['\ufffd后'],
    ]);
  });

  test('a fraction that does not end is marked as not exact, and a longer one keeps all its digits as text', async () => {
    const contents = await sampleContents(2);
    const scored = contents.scored!;
    const figures: Figure[] = [
      { state: 'value', text: '0.333333333333', number: 1 / 3, exact: false },
      { state: 'value', text: '0.0001220703125', number: 2 ** -13, exact: true },
    ];
    const column = scored.parts[0]!.keys.map((_, index) => figures[index] ?? null);
    const parts = [{ ...scored.parts[0]!, figures: new Map([...scored.parts[0]!.figures, ['order', column]]) }];
    await fillStore(database, { ...contents, scored: { ...scored, parts } });
    expect(await rows("SELECT score, score_text, exact FROM scores WHERE node = 'order' ORDER BY score DESC")).toEqual([
      ['0.333333333333', '0.333333333333', false],
      ['0.000122070313', '0.0001220703125', true],
    ]);
  });

  test('data without results leave the tables of results empty, but there', async () => {
    await fillStore(database, { ...(await sampleContents(2)), scored: null });
    expect(await rows('SELECT (SELECT count(*) FROM observations) > 0, (SELECT count(*) FROM results)')).toEqual([
      [true, 0],
    ]);
    await fillStore(database, null);
    expect(await rows('SELECT count(*) FROM observations')).toEqual([[0]]);
  });

  test('with the same data only the tables of results are written again', async () => {
    const before = await sampleContents(3);
    await fillStore(database, before);
    const written: string[] = [];
    const watched = failingAt((statement) => (statement.startsWith('insert') && written.push(statement), false));
    const after: StoreContents = { ...before, scored: { ...before.scored! } };
    await fillStore(watched, after, before);
    expect(written).toEqual(['nodes', 'scores', 'results', 'outcomes'].map((name) => `insert staging_${name}`));
  });

  test.each([
    ['while a table is written', (statement: string) => statement === 'insert staging_scores'],
    ['while tables are exchanged', (statement: string) => statement.startsWith('ALTER TABLE staging_scores')],
    ['at the very end', (statement: string) => statement === 'COMMIT'],
  ])('a failure %s leaves every table as it was', async (_, failsAt) => {
    await fillStore(database, await sampleContents(4));
    const before = await rows('SELECT subject, total FROM results ORDER BY ALL');
    expect((await failure(fillStore(failingAt(failsAt), await sampleContents(9)))).message).toContain('no space');
    expect(await rows('SELECT subject, total FROM results ORDER BY ALL')).toEqual(before);
    expect(await rows('SELECT count(*) FROM subjects')).toEqual([[4]]);
    expect(await rows("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'staging%'")).toEqual([]);
    await fillStore(database, await sampleContents(9));
    expect(await rows('SELECT count(*) FROM subjects')).toEqual([[9]]);
  });

  test('who reads while tables are exchanged sees the old state or the new one, never a mixture', async () => {
    await fillStore(database, await sampleContents(4));
    const seen: unknown[] = [];
    const reader = await database.connect();
    const watched = failingAt((statement) => {
      if (statement.startsWith('ALTER') || statement === 'COMMIT') seen.push(statement);
      return false;
    });
    const connect = watched.connect.bind(watched);
    const spying: Database = {
      ...watched,
      connect: async () => {
        const connection = await connect();
        return {
          ...connection,
          run: async (sql) => {
            await connection.run(sql);
            if (sql.startsWith('ALTER')) {
              for await (const batch of reader.stream(
                'SELECT (SELECT count(*) FROM subjects) * 1000 + (SELECT count(*) FROM results)',
              ))
                seen.push(Number(batch.getChildAt(0)!.get(0)));
            }
          },
        };
      },
    };
    await fillStore(spying, await sampleContents(9));
    expect(seen.filter((entry) => typeof entry === 'number')).toEqual(TABLE_NAMES.map(() => 4008));
    expect(await rows('SELECT count(*) FROM results')).toEqual([[18]]);
  });

  test('progress counts every row once', async () => {
    const contents = await sampleContents(5);
    const reports: [number, number][] = [];
    await fillStore(database, contents, null, (done, total) => reports.push([done, total]));
    expect(reports.at(-1)![0]).toBe(reports.at(-1)![1]);
    expect(reports.map(([done]) => done)).toEqual(reports.map(([done]) => done).sort((left, right) => left - right));
  });
});
