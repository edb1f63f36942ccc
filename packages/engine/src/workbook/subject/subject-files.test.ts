import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { dataset, row, subject } from '../../data/testing/make-dataset.ts';
import { scoredReader } from '../../reader/scored-reader.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import { subjectFiles, subjectsFile, type SubjectFilesRequest } from './subject-files.ts';

const { scheme } = loadScheme(`
scheme: x
title: 考评
inputs: { n: { kind: number } }
parts:
  - part: one
    title: 年度
    period: year
    results: [{ id: total, title: 总分, formula: n }]
  - part: two
    title: 季度
    period: quarter
    results: [{ id: total, title: 总分, formula: n }]
`);

const units = [
  subject('a', { name: '东村' }),
  subject('b', { name: '东村' }),
  subject('c', { name: 'West' }),
  subject('d', { name: 'WEST' }),
  subject('e', { name: '甲/乙:丙' }),
];
const data = dataset(units, [...units.map(({ id }) => row(`2024 ${id} n 1`)), row('2024-Q1 a n 2')]);
const { scored, explain } = scoreDataset(scheme!, data);
const reader = scoredReader(scored, async (query) => explain(query));
const namesOf = async (request: Partial<SubjectFilesRequest>): Promise<readonly string[]> =>
  (await subjectFiles(reader, scored, { language: 'zh', ...request })).map(({ name }) => name);

describe('the workbooks of several subjects', () => {
  it('have names that differ on every disk, and say whose they are where several have one name', async () => {
    expect(await namesOf({ periods: ['2024'] })).toEqual([
      '考评 2024 东村 成绩单-年度-a.xlsx',
      '考评 2024 东村 成绩单-年度-b.xlsx',
      '考评 2024 West 成绩单-年度-c.xlsx',
      '考评 2024 WEST 成绩单-年度-d.xlsx',
      '考评 2024 甲_乙_丙 成绩单-年度.xlsx',
    ]);
  });

  it('are those of the parts, periods and subjects that are wanted', async () => {
    expect(await namesOf({ subjects: ['a'] })).toEqual([
      '考评 2024 东村 成绩单-年度.xlsx',
      '考评 2024-Q1 东村 成绩单-季度.xlsx',
    ]);
    expect(await namesOf({ parts: ['two'] })).toEqual(['考评 2024-Q1 东村 成绩单-季度.xlsx']);
    expect(await namesOf({ subjects: ['z'] })).toEqual([]);
  });

  it('are one file: a zip, the workbook of a single one, or none', async () => {
    const fileOf = (request: Partial<SubjectFilesRequest>) =>
      subjectsFile(reader, scored, { language: 'zh', ...request });
    const all = (await fileOf({ periods: ['2024'] }))!;
    expect(all.name).toBe('考评 2024 成绩单.zip');
    expect(Object.keys(unzipSync(all.bytes))).toHaveLength(5);
    expect((await fileOf({ subjects: ['e'] }))!.name).toBe('考评 2024 甲_乙_丙 成绩单-年度.xlsx');
    expect(await fileOf({ subjects: [] })).toBeNull();
  });
});
