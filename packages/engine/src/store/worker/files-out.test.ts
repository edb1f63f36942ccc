import { describe, expect, test } from 'vitest';

import { importFiles } from '../../io/import.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import { OBSERVATIONS, SCHEME, SUBJECTS } from '../../cli/testing/run-tool.ts';
import { csvFile, fakeEngine, fakeLibrary } from '../testing/fake-engine.ts';
import type { WorkspaceError } from '../workspace-error.ts';
import { realEngine } from './real-engine.ts';
import type { Run } from './run.ts';
import { Workspace } from './workspace.ts';

const run: Run = { signal: new AbortController().signal, progress: () => undefined };
const listFile = (text: string): File => new File([text], 'subjects.csv');

describe('files out of the worker', () => {
  test('collection workbooks for the open scheme and the loaded subjects', async () => {
    const workspace = new Workspace(fakeEngine, fakeLibrary, () => undefined);
    await expect(workspace.files.collectionWorkbooks({ periods: ['2024'], language: 'zh' }, run)).rejects.toThrow(
      /scheme/,
    );
    await workspace.loadSample('villages', run);
    const [file] = await workspace.files.collectionWorkbooks({ periods: ['2024'], language: 'zh' }, run);

    expect(file).toMatchObject({ name: 'villages-2024.xlsx' });
    expect(file?.bytes).toEqual(
      csvFile(
        '',
        Array.from({ length: 30 }, (_, at) => `v${String(at + 1).padStart(2, '0')}`),
      ).bytes,
    );
  });

  test('collection workbooks for a scheme that is not open and a list of subjects', async () => {
    const workspace = new Workspace(realEngine, fakeLibrary, () => undefined);
    const scheme = { name: 'sample.yaml', text: SCHEME };
    const order = { scheme, subjects: [listFile(SUBJECTS)], periods: ['2024'], language: 'zh' as const };
    const files = await workspace.files.collectionWorkbooks(order, run);
    const { report } = await importFiles(files, loadScheme(SCHEME).scheme!.inputs);

    expect(files.map(({ name }) => name)).toEqual(['示例 2024 填报表.xlsx']);
    expect(report.subjects).toEqual({ read: 3, accepted: 3, refused: 0 });
    expect(workspace.status).toMatchObject({ scheme: null, data: null });
  });

  test('a list of no files leaves room for the subjects, whoever is loaded', async () => {
    const workspace = new Workspace(fakeEngine, fakeLibrary, () => undefined);
    await workspace.loadSample('villages', run);
    const [file] = await workspace.files.collectionWorkbooks({ subjects: [], periods: ['2024'], language: 'zh' }, run);
    expect(file?.bytes).toEqual(csvFile('', []).bytes);
  });

  test('no workbook from a list with faults', async () => {
    const workspace = new Workspace(realEngine, fakeLibrary, () => undefined);
    const scheme = { name: 'sample.yaml', text: SCHEME };
    const order = { scheme, subjects: [listFile('subject\nv1\nv1\n')], periods: ['2024'], language: 'zh' as const };
    await expect(workspace.files.collectionWorkbooks(order, run)).rejects.toThrow(/could not be read in full/);
  });

  test('a list without ids is refused with its headers and those that would do, and read under one of these', async () => {
    const workspace = new Workspace(realEngine, fakeLibrary, () => undefined);
    const scheme = { name: 'sample.yaml', text: SCHEME };
    const orderOf = (list: string) => ({
      scheme,
      subjects: [new File([list], '村名单.csv')],
      periods: ['2024'],
      language: 'zh' as const,
    });
    const { text } = await workspace.files
      .collectionWorkbooks(orderOf('序号,村名,片区\n1,甲村,东\n2,乙村,西\n'), run)
      .then(() => ({ text: { zh: '' } }))
      .catch((error: WorkspaceError) => error);
    expect(text.zh).toContain('读到的表头：序号、村名、片区');
    expect(text.zh).toContain('编号、对象编号、单位编号');
    expect(text.zh).toContain('就把名称一列的表头写作“单位”');
    // In the layout in which the dashboard proposes to read it, its names are the ids.
    const list = orderOf('序号,村名,片区\n1,甲村,东\n2,乙村,西\n');
    const { sheets, questions } = await workspace.proposeMapping({ scheme, files: list.subjects }, run);
    expect(questions.map(({ code }) => code)).toEqual(['sheet.no-id']);
    const mappings = sheets.map(({ mapping }) => mapping);
    const [named] = await workspace.files.collectionWorkbooks({ ...list, mappings }, run);
    expect(named?.bytes.length).toBeGreaterThan(1000);
    const [file] = await workspace.files.collectionWorkbooks(orderOf('序号,单位,分组\n1,甲村,东\n2,乙村,西\n'), run);
    expect(file?.bytes.length).toBeGreaterThan(1000);
  });

  test('who has delivered what, and nothing without data', async () => {
    const workspace = new Workspace(realEngine, fakeLibrary, () => undefined);
    await expect(workspace.deliveries('2024')).rejects.toThrow(/results/);
    const files = [listFile(SUBJECTS), new File([OBSERVATIONS], 'observations.csv')];
    const imports = [{ id: 'a', time: '', files, withoutRefused: false }];
    await workspace.openContent(
      { scheme: { name: 'sample.yaml', text: SCHEME }, imports, corrections: [], choices: [], parameters: {} } as never,
      run,
    );
    expect(await workspace.deliveries('2024')).toMatchObject([
      {
        item: 'tons',
        from: '农业站',
        subjects: [{ state: 'given' }, { state: 'given' }, { subject: 'v3', state: 'missing' }],
      },
    ]);
  });

  test('NA where the scheme does not provide for it is no delivery', async () => {
    const workspace = new Workspace(realEngine, fakeLibrary, () => undefined);
    const files = [listFile(SUBJECTS), new File([`${OBSERVATIONS}2024,v3,tons,NA\n`], 'observations.csv')];
    const imports = [{ id: 'a', time: '', files, withoutRefused: false }];
    await workspace.openContent(
      { scheme: { name: 'sample.yaml', text: SCHEME }, imports, corrections: [], choices: [], parameters: {} } as never,
      run,
    );
    const [tons] = await workspace.deliveries('2024');
    expect(tons?.subjects[2]).toEqual({ subject: 'v3', name: '石桥村', state: 'missing', rows: 0 });
  });

  test('results as they stand', async () => {
    const workspace = new Workspace(fakeEngine, fakeLibrary, () => undefined);
    await workspace.loadSample('villages', run);
    const files = await workspace.files.exportResults({ views: ['ranking'], language: 'en', format: 'csv' }, run);
    expect(files.map(({ name }) => name)).toEqual(['villages-ranking.csv']);
  });
});
