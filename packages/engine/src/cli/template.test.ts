import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { read } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeFolder, runTool, type Folder } from './testing/run-tool.ts';

let folder: Folder;
beforeEach(async () => void (folder = await makeFolder()));
afterEach(() => folder.remove());

const template = (...more: string[]) =>
  runTool(['template', folder.path('sample.yaml'), '--subjects', folder.path('subjects.csv'), ...more]);
const sheetsOf = (path: string): string[] => read(readFileSync(path), { type: 'buffer' }).SheetNames;

describe('kaoheng template', () => {
  it('writes one workbook for all, in the language asked for, and says where', async () => {
    const { code, out, messages } = await template('--period', '2024', '--out', folder.path('collect'));

    const path = folder.path('collect/Sample 2024 collection.xlsx');
    expect({ code, out, messages }).toEqual({ code: 0, out: `${path}\n`, messages: [] });
    expect(sheetsOf(path)).toEqual(['Notes', 'Items', 'Events', 'Subjects', 'kaoheng']);

    await template('--period', '2025', '--out', folder.path('collect'), '--lang', 'zh');
    expect(sheetsOf(folder.path('collect/示例 2025 填报表.xlsx'))[0]).toBe('说明');
  });

  it('writes one for each department', async () => {
    await template('--period', '2024', '--by-department', '--out', folder.path('collect'));
    expect(readdirSync(folder.path('collect')).sort()).toEqual([
      'Sample 2024 collection Other data.xlsx',
      'Sample 2024 collection 农业站.xlsx',
    ]);
  });

  it('makes workbooks that import reads, empty as they are', async () => {
    await template('--period', '2024', '--out', folder.path('collect'));
    const { code, out } = await runTool([
      'import',
      '--scheme',
      folder.path('sample.yaml'),
      '--data',
      folder.path('collect/Sample 2024 collection.xlsx'),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Subjects: 3 read, 3 accepted, 0 refused.\nObservations: 0 read, 0 accepted, 0 refused.\n');
  });

  it('never writes over a file: it may be filled in', async () => {
    const path = await folder.write('Sample 2024 collection.xlsx', 'filled in');
    const { code, messages } = await template('--period', '2024', '--out', folder.path('.'));

    expect(code).toBe(1);
    expect(messages[0]).toMatch(/Sample 2024 collection\.xlsx is already there and was left as it is/);
    expect(readFileSync(path, 'utf8')).toBe('filled in');
  });

  it('makes nothing from a list of subjects with faults', async () => {
    await folder.write('subjects.csv', 'subject,name\nv1,清溪村\nv1,石桥村\n');
    const { code, messages } = await template('--period', '2024', '--out', folder.path('collect'));

    expect(code).toBe(1);
    expect(messages.at(-1)).toBe(
      'The subjects could not be read in full; no workbook was made. Correct them and try again.',
    );
    expect(existsSync(folder.path('collect'))).toBe(false);
  });

  it.each([
    [['--period', '2024-13'], '--period is written 2024, 2024-H1, 2024-Q1 or 2024-03, not "2024-13".'],
    [['--period', '2024', '--rows', 'many'], '--rows is a number from 1 to 100000, not "many".'],
    [['--period', '2024', '--member', 'key.1'], '"key.1" belongs to no family of items. Families: none.'],
    [[], 'The option --period <period> is missing.'],
  ])('refuses %j', async (options, message) => {
    expect(await template(...options)).toMatchObject({ code: 2, out: '', messages: [message, expect.any(String)] });
  });
});
