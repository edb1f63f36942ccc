import { defaultFiles } from '../../packages/engine/src/store/duckdb/default-files.ts';
import { startDuckDB } from '../../packages/engine/src/store/duckdb/start.ts';
import { fillStore } from '../../packages/engine/src/store/load.ts';
import { itemCounts } from '../../packages/engine/src/store/queries.ts';
import type { StoreContents } from '../../packages/engine/src/store/table-rows.ts';

const ITEMS = 20;
const ORIGIN = { file: 'data.xlsx', sheet: 'observations', column: 'D' };

/** So many observations of 20 items, with a score for each. */
function contents(rows: number): StoreContents {
  const subjects = Array.from({ length: rows / ITEMS }, (_, number) => ({
    id: `s${number}`,
    name: `单位${number}`,
    group: `第${number % 12}组`,
    parent: '',
    attributes: { headcount: String(number % 90) },
    origin: { ...ORIGIN, row: number + 2 },
  }));
  const value = (row: number): string => String((row * 7919) % 10_000) + (row % 3 ? '' : '.25');
  const observations = Array.from({ length: rows }, (_, row) => ({
    period: '2024',
    subject: subjects[Math.floor(row / ITEMS)]!.id,
    item: `item.${row % ITEMS}`,
    value: value(row),
    category: '',
    rater: '',
    matter: '',
    date: '2024-06-30',
    note: '',
    origin: { ...ORIGIN, row: row + 2 },
  }));
  const text = (zh: string) => ({ zh, en: zh });
  const nodes = Array.from({ length: ITEMS }, (_, item) => ({
    id: `item.${item}`,
    parent: null,
    title: text(`指标${item}`),
    role: 'item' as const,
    kind: 'number' as const,
    max: '100',
    weight: null,
    unit: '',
    clause: '',
    rule: text(''),
    words: [],
  }));
  const description = {
    id: 'main',
    title: text('考核'),
    periodKind: 'year' as const,
    periods: ['2024'],
    groups: [],
    fullMarks: '100',
    nodes,
    known: {},
  };
  const keys = subjects.map((_, subject) => ({ period: '2024', subject }));
  const figures = new Map(
    nodes.map(({ id }, item) => [
      id,
      keys.map((_, key) => {
        const number = value(key * ITEMS + item);
        return { state: 'value' as const, text: number, number: Number(number), exact: true };
      }),
    ]),
  );
  return {
    dataset: { subjects, observations },
    inputs: [],
    scored: {
      description: { scheme: 'bench', title: text('考核'), version: '1', parts: [description], published: null },
      subjects: subjects.map(({ id: subject, name, group, parent }) => ({ subject, name, group, parent })),
      parts: [{ description, keys, figures, maxima: new Map() }],
    },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begin = performance.now();
  const result = await work();
  return [performance.now() - begin, result];
}

const [start, { database }] = await timed(async () => {
  const started = await startDuckDB({ files: defaultFiles() });
  await (await started.database.connect()).run('SELECT 1');
  return started;
});
const loads = [];
for (const rows of [100_000, 1_000_000]) {
  const data = contents(rows);
  const [load] = await timed(() => fillStore(database, data));
  const [query] = await timed(() => itemCounts(database, '2024'));
  loads.push({ rows, load, query });
}
postMessage({ start, loads });
