import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { importFiles, type FileBytes } from '../import.ts';
import { sheet, textFile, workbook } from '../testing/import-fixtures.ts';
import { writeCsv } from '../write-csv.ts';
import { changeMapping } from './answer.ts';
import { proposeMapping } from './propose-mapping.ts';
import { columnLetter } from '../table.ts';
import { tableKey, type SheetMapping } from './sheet-mapping.ts';
import { FOREIGN_FILES } from './testing/foreign-corpus.ts';
import { FOREIGN_INPUTS, ROLL } from './testing/foreign-inputs.ts';
import fc from '../../testing/seeded-fast-check.ts';

const roll = textFile('roll.csv', ROLL.map((row) => row.join(',')).join('\n'));

/** Imports as proposed, or with answers to the questions, and checks that every row and cell is accounted for. */
async function accounted(files: readonly FileBytes[], pick: (answers: number) => number = () => -1): Promise<void> {
  const proposal = await proposeMapping(files, FOREIGN_INPUTS, { period: '2024' });
  let mappings: readonly SheetMapping[] = proposal.sheets.map(({ mapping }) => mapping);
  for (const { key, answers } of proposal.questions) {
    const chosen = answers[pick(answers.length)];
    if (!chosen) continue;
    mappings = mappings.map((one) => (tableKey(one) === key ? changeMapping(one, chosen.changes) : one));
  }
  // What is kept is what is used.
  const { dataset, report } = await importFiles(files, FOREIGN_INPUTS, {
    mappings: JSON.parse(JSON.stringify(mappings)) as SheetMapping[],
  });
  for (const { read, accepted, refused } of [report.subjects, report.observations])
    expect(accepted + refused).toBe(read);
  expect(report.entered).toBe(dataset !== null);
  if (dataset === null) return;
  expect(dataset.observations).toHaveLength(report.observations.accepted);
  const sheets = report.sheets ?? [];
  for (const counts of sheets) {
    expect(counts.above + counts.header + counts.data + counts.totals + counts.below).toBe(counts.rows);
    const isCounted = ({ file, sheet: name, area }: SheetMapping): boolean =>
      file === counts.file &&
      name === counts.sheet &&
      (area ? `${columnLetter(area.left)}${area.top}` : undefined) === counts.cell;
    const proposed = proposal.sheets.find((one) => isCounted(one.mapping));
    expect(counts.rows).toBe(proposed?.rows);
    const mapping = mappings.find(isCounted)!;
    const figures = mapping.columns.filter(
      ({ means }) => means.kind === 'figure' || means.kind === 'of-subject',
    ).length;
    if (counts.role === 'wide') {
      // Each cell of figures in a row of data was empty, was read, or stands in a row about nobody who is scored.
      const left = counts.data * figures - counts.empty - counts.values;
      expect(left).toBeGreaterThanOrEqual(0);
      if (counts.noSubject === 0) expect(left).toBe(0);
    }
    if (counts.role === 'long') expect(counts.values + counts.noSubject).toBe(counts.data);
  }
  const mapped = sheets.filter(({ role }) => role !== 'subjects').reduce((sum, { values }) => sum + values, 0);
  expect(report.observations.read).toBeGreaterThanOrEqual(mapped);
  for (const { origin } of dataset.observations)
    expect(origin).toMatchObject({ file: expect.stringMatching(/./), column: expect.stringMatching(/^[A-Z]+$/) });
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '张村',
    '王 村',
    'v3',
    '李村',
    '合计',
    '小计',
    '注：',
    '单位',
    '粮食产量',
    '产量(万吨)',
    '参保率',
    '养老达标',
    '序号',
  ),
  fc.constantFrom(
    '5',
    '１２',
    '98%',
    '1,234.5',
    '≥90',
    '80-90',
    '—',
    '无',
    '√',
    '×',
    '优秀',
    '2024年',
    '2024-Q1',
    '第三季度',
    '45356',
    '2024年3月5日',
    '#DIV/0!',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', '=1+1', '"', ',', '\n'),
);
const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 });
const titled = fc
  .tuple(fc.constantFrom('2024年', '', '2024年信访件登记表'), rows)
  .map(([title, body]) => [[title], ['序号', '单位', '粮食产量', '参保率', '养老达标', '会场评定', '级别'], ...body]);

it('never crashes on random cells, and accounts for every row and figure', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(rows, titled), fc.boolean(), fc.nat(), async (cells, asBook, choice) => {
      const file = asBook
        ? workbook('a.xlsx', { 表: sheet(cells) })
        : textFile('a.csv', writeCsv(cells[0] ?? [], cells.slice(1), { guard: false }));
      await accounted([roll, file], (answers) => choice % (answers + 1));
    }),
    { numRuns: 150 },
  );
});

const made = FOREIGN_FILES.map(({ file }) => ({
  name: file,
  bytes: new Uint8Array(readFileSync(new URL(`../../../test-files/foreign/${file}`, import.meta.url))),
}));

it('never crashes on files that were damaged, and never loses a row in silence', async () => {
  const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat({ max: 255 })), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...made),
      damage,
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      async ({ name, bytes }, hits, kept) => {
        const damaged = bytes.slice(0, hits.length > 0 ? bytes.length : Math.ceil(bytes.length * kept));
        for (const [at, byte] of hits) damaged[Math.floor(at * damaged.length)] = byte;
        await accounted([roll, { name, bytes: damaged }]);
      },
    ),
    { numRuns: 150 },
  );
});
