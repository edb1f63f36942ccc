import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { importFiles, type ImportResult } from '../io/import.ts';
import { resultRows, type ResultRow } from '../io/result-table.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { schemeText } from './testing/case-folder.ts';

const FOLDER = fileURLToPath(new URL('../../samples/township-9-villages/', import.meta.url));
const { scheme } = loadScheme(schemeText('township-9-villages'));

const importSample = (...names: string[]): Promise<ImportResult> =>
  importFiles(
    names.map((name) => ({ name, bytes: readFileSync(FOLDER + name) })),
    scheme!.inputs,
  );

const fromCsv = await importSample('subjects.csv', 'observations.csv');
const fromWorkbook = await importSample('township-9-villages.xlsx');
const { scored } = scoreDataset(scheme!, fromCsv.dataset!);
const rows = [...resultRows(scored)];

const names = new Map(scored.subjects.map(({ subject, name }) => [subject, name]));
/** Names of the villages for which a row holds. */
const villages = (holds: (row: ResultRow) => boolean): string[] =>
  rows.filter(holds).map(([period, subject]) => `${names.get(subject)} ${period}`);

describe('the sample of the scheme township-9-villages', () => {
  it('is imported without any finding, from CSV and from the workbook', () => {
    expect(fromCsv.report.findings).toEqual([]);
    expect(fromWorkbook.report.findings).toEqual([]);
    expect(fromCsv.report.subjects).toEqual({ read: 30, accepted: 30, refused: 0 });
  });

  it('holds the same data in both forms, in the same cells', () => {
    const bare = ({ dataset }: ImportResult) => ({
      subjects: dataset!.subjects.map(({ origin, ...rest }) => ({ ...rest, row: origin.row })),
      observations: dataset!.observations.map(({ origin, ...rest }) => ({ ...rest, cell: origin.column + origin.row })),
    });

    expect(bare(fromWorkbook)).toEqual(bare(fromCsv));
  });

  it('is small enough to be loaded at the start', () => {
    for (const name of ['observations.csv', 'township-9-villages.xlsx'])
      expect(statSync(FOLDER + name).size).toBeLessThan(400_000);
  });

  it('has three groups and two periods, and one village that is new in the second', () => {
    const { periods, groups } = scored.parts[0]!.description;
    expect(periods).toEqual(['2023', '2024']);
    expect(groups).toEqual(['东片', '中片', '西片']);

    const taking = (year: string): Set<string> =>
      new Set(rows.filter(([period]) => period === year).map(([, subject]) => subject));
    expect(taking('2023').size).toBe(29);
    expect(
      [...taking('2024')].filter((subject) => !taking('2023').has(subject)).map((subject) => names.get(subject)),
    ).toEqual(['新合村']);
  });

  it('has totals that differ as they do in practice', () => {
    const totals = rows.filter(([, , node]) => node === 'total').map(([, , , value]) => Number(value));
    expect(Math.min(...totals)).toBeGreaterThan(70);
    expect(Math.max(...totals)).toBeLessThan(110);
    expect(new Set(totals).size).toBe(totals.length - 1);
  });

  it('has one tie, two vetoes, and villages with figures that were not handed in', () => {
    expect(villages(([, , node, value]) => node === 'veto' && value === 'true')).toEqual([
      '杉木村 2023',
      '桃林村 2024',
    ]);
    expect(villages(([, , node, value]) => node === 'complete' && value === 'false')).toHaveLength(4);
    expect(villages(([period, , node, value]) => period === '2024' && node === 'award' && value === '一等奖')).toEqual([
      '竹园村 2024',
      '大湾村 2024',
      '茶亭村 2024',
      '梨园村 2024',
    ]);
  });

  it('has villages without the building task, whose marks move to another item', () => {
    expect(villages(([, , node, value]) => node === 'env.beautiful.build' && value === 'NA')).toHaveLength(14);
    expect(villages(([, , node, value]) => node === 'env.beautiful.adobe' && value !== 'NA')).toHaveLength(14);
  });
});
