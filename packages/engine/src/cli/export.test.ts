import { readdirSync, readFileSync } from 'node:fs';

import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

const run = (...more: string[]) => runTool(['export', ...folder.call, ...more]);

describe('kaoheng export', () => {
  it('writes a workbook with a sheet for each view and period', async () => {
    const { code, out, messages } = await run('--out', folder.path('out/results.xlsx'));
    expect({ code, out, messages }).toEqual({ code: 0, out: '', messages: [] });

    const book = read(readFileSync(folder.path('out/results.xlsx')), { type: 'buffer' });
    expect(book.SheetNames).toEqual([
      'Ranking 2023',
      'Ranking 2024',
      'Scores 2023',
      'Scores 2024',
      'Score sheets 2023',
      'Score sheets 2024',
      'Completeness 2023',
      'Completeness 2024',
      'Notes',
    ]);
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets['Ranking 2024']!, { header: 1 });
    expect(rows[1]).toEqual([
      'Rank',
      'Id',
      'Name',
      'Group',
      'Grain (100)',
      'Third (100)',
      'Order (5)',
      'Total',
      'Change of rank',
      'Complete',
    ]);
    expect(rows[2]).toEqual([1, 'v2', '石桥村', '东', 10, 6.666666666667, 5, 15, undefined, 'yes']);
  });

  it('writes one table as CSV, in GB18030 when asked to', async () => {
    const path = folder.path('ranking.csv');
    const options = ['--view', 'ranking', '--period', '2024', '--lang', 'zh', '--out', path];
    expect((await run(...options)).code).toBe(0);
    expect(readFileSync(path, 'utf8').split('\r\n')[0]).toBe(
      '\ufeff名次,编号,名称,组别,粮食（100）,三分之一（100）,秩序（5）,总分,名次变化,数据齐全',
    );

    expect((await run(...options, '--encoding', 'GB18030')).code).toBe(0);
    const decoded = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(path));
    expect(decoded).toContain('1,v2,石桥村,东,10,6.666666666667,5,15,,是');
  });

  it('writes the sheet of one subject: the sheet, its reasons, and the rows behind it', async () => {
    const path = folder.path('one.xlsx');
    const { code, messages } = await run('--subject', 'v2', '--period', '2024', '--lang', 'zh', '--out', path);
    expect({ code, messages }).toEqual({ code: 0, messages: [] });

    const book = read(readFileSync(path), { type: 'buffer' });
    expect(book.SheetNames).toEqual(['成绩单', '计算说明', '数据来源']);
    const rows = utils.sheet_to_json<string[]>(book.Sheets['成绩单']!, { header: 1 });
    expect(rows[1]![0]).toContain('石桥村（v2）');
    expect(rows[2]![0]).toMatch(/总分：15.*名次：1（共 2 名）/);
    const sources = utils.sheet_to_json<string[]>(book.Sheets['数据来源']!, { header: 1 });
    expect(sources.flat()).toContain('observations.csv');
  });

  it('writes the sheets of several subjects into one file, and knows who is meant', async () => {
    const path = folder.path('all.zip');
    const both = ['--subject', 'v1', '--subject', 'v2', '--period', '2024'];
    expect((await run(...both, '--out', path)).code).toBe(0);
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toHaveLength(2);
    expect(Object.values(files).every((bytes) => read(bytes).SheetNames.length === 3)).toBe(true);

    expect(await run(...both, '--out', folder.path('all.xlsx'))).toMatchObject({ code: 2 });
    const { code, messages } = await run('--subject', 'v20', '--out', path);
    expect([code, messages.join()]).toEqual([1, expect.stringContaining('v2')]);
  });

  it('writes the sheets of all subjects, a workbook for each', async () => {
    const path = folder.path('each.zip');
    expect((await run('--sheet-each', '--period', '2024', '--lang', 'zh', '--out', path)).code).toBe(0);
    const files = Object.keys(unzipSync(readFileSync(path)));
    expect(files.length).toBeGreaterThanOrEqual(2);
    // Two of one name.
    expect(files).toEqual(
      ['清溪村 成绩单', '石桥村 成绩单-v2', '石桥村 成绩单-v3'].map((name) => `示例 2024 ${name}.xlsx`),
    );
    expect((await run('--sheet-each', '--out', folder.path('sheets'))).code).toBe(0);
    expect(readdirSync(folder.path('sheets')).length).toBeGreaterThan(files.length);
  });

  it('writes several tables as CSV into one .zip', async () => {
    const path = folder.path('tables.zip');
    expect((await run('--view', 'ranking', '--lang', 'zh', '--out', path)).code).toBe(0);
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toEqual(['名次 2023.csv', '名次 2024.csv']);
    expect(strFromU8(files['名次 2024.csv']!)).toContain('石桥村');
  });

  it('writes several tables as CSV files of a folder', async () => {
    expect((await run('--view', 'ranking', '--view', 'explanations', '--out', folder.path('tables'))).code).toBe(0);
    expect(readdirSync(folder.path('tables')).sort()).toEqual([
      'Explanations 2023.csv',
      'Explanations 2024.csv',
      'Ranking 2023.csv',
      'Ranking 2024.csv',
    ]);
  });

  it('marks results of changed parameters as a trial', async () => {
    await run('--param', 'rate=0.6', '--view', 'ranking', '--period', '2024', '--out', folder.path('a.xlsx'));
    const book = read(readFileSync(folder.path('a.xlsx')), { type: 'buffer' });
    expect(book.Sheets['Ranking 2024']?.['A1'].v).toBe('Sample — 2024 — Ranking (trial)');
    expect(JSON.stringify(utils.sheet_to_json(book.Sheets['Notes']!, { header: 1 }))).toContain('rate = 0.6');
  });

  it.each([
    [
      ['--view', 'rankings'],
      2,
      'There is no view "rankings". Views: ranking, matrix, sheets, completeness, gaps, explanations.',
    ],
    [['--encoding', 'big5'], 2, '--encoding is one of utf-8, gb18030, not "big5".'],
    [['--period', '2021'], 1, 'There are no results for period "2021". Available: 2023, 2024.'],
    [['--part', 'x'], 1, 'There is no part "x". Available: main.'],
  ])('refuses %j', async (options, code, message) => {
    const result = await run(...options, '--out', folder.path('a.xlsx'));
    expect(result).toMatchObject({ code, out: '' });
    expect(result.messages[0]).toBe(message);
  });

  it('refuses several tables in one CSV file', async () => {
    const { code, messages } = await run('--out', folder.path('a.csv'));
    expect(code).toBe(2);
    expect(messages[0]).toMatch(/^This file holds one table, and there are 8\./);
  });
});
