import { expect, it } from 'vitest';

import { parseNumber } from '../number/text.ts';
import { parsePeriod } from '../data/period.ts';
import { importFiles } from './import.ts';
import { HEADER, INPUTS, sheet, SUBJECT_ROWS, SUBJECTS_CSV, textFile, workbook } from './testing/import-fixtures.ts';
import { writeCsv } from './write-csv.ts';
import fc from '../testing/seeded-fast-check.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('2024', '2024-Q1', 'v1', '0012', 'grain', 'survey', 'petition', 'pension', 'venue', 'key.x'),
  fc.constantFrom('5', '1,234.5', '98%', '１２', 'NA', '是', 'good', 'city', 'r1', '2024-03-05', '', '"', ',', '\n'),
  fc.double().map(String),
);
const row = fc.array(anyText, { minLength: 0, maxLength: 11 });

function addsUp(counts: { read: number; accepted: number; refused: number }): void {
  expect(counts.accepted + counts.refused).toBe(counts.read);
}

it('never crashes on random cells of CSV, loses no row, and lets only sound values in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const observations = writeCsv(HEADER.split(','), rows, { guard: false });
      const files = [textFile('subjects.csv', SUBJECTS_CSV), textFile('observations.csv', observations)];
      const { dataset, report } = await importFiles(files, INPUTS);
      addsUp(report.subjects);
      addsUp(report.observations);
      expect(report.entered).toBe(dataset !== null);
      expect(dataset?.observations ?? []).toHaveLength(dataset ? report.observations.accepted : 0);
      const refusedRows = new Set(
        report.findings.filter(({ severity }) => severity === 'refused').map(({ origin }) => origin.row),
      );
      if (dataset) expect(refusedRows.size).toBe(report.observations.refused);
      for (const { period, item, value } of dataset?.observations ?? []) {
        expect(parsePeriod(period)).not.toBeNull();
        if (item === 'grain' && value !== 'NA') expect(parseNumber(value)).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

it('never crashes on random bytes under any name', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 400 }).map((tail) => new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...tail])),
    fc
      .uint8Array({ maxLength: 600 })
      .map((tail) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...tail])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', 'a'), async (content, name) => {
      const { dataset, report } = await importFiles([{ name, bytes: content }], INPUTS);
      expect(dataset).toBeNull();
      expect(report.findings[0].severity).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

it('never crashes on a workbook with random damage', async () => {
  const { bytes } = workbook('x.xlsx', {
    subjects: sheet(SUBJECT_ROWS),
    observations: sheet([HEADER.split(','), ['2024', 'v1', 'grain', 1]]),
  });
  const damage = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (hits) => {
      const damaged = bytes.slice();
      for (const [at, byte] of hits) damaged[at] = byte;
      const { report } = await importFiles([{ name: 'x.xlsx', bytes: damaged }], INPUTS);
      addsUp(report.subjects);
      addsUp(report.observations);
    }),
    { numRuns: 100 },
  );
});

it('reads back from a workbook every decimal of up to 15 digits exactly as it was typed', async () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), fc.nat({ max: 15 }))
    .map(([negative, digits, places]) => {
      const padded = digits.toString().padStart(places + 1, '0');
      const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
      return (negative ? '-' : '') + (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
    });
  await fc.assert(
    fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 30 }), async (decimals) => {
      const rows = decimals.map((text, index) => ['2024', 'v1', `key.${index}`, Number(text)]);
      const file = workbook('x.xlsx', {
        subjects: sheet(SUBJECT_ROWS),
        observations: sheet([HEADER.split(','), ...rows]),
      });
      const { dataset } = await importFiles([file], INPUTS);
      expect(dataset?.observations.map(({ value }) => value)).toEqual(decimals);
    }),
    { numRuns: 30 },
  );
});
