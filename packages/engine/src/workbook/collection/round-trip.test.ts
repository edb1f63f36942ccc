import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { importFiles, type FileBytes } from '../../io/import.ts';
import { resultRows } from '../../io/result-table.ts';
import { caseIds, readCase, runCase, type CaseRun } from '../../schemes/testing/case-folder.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import { writeBook } from '../write-book.ts';
import type { CollectionLanguage } from './allowed.ts';
import { collectionWorkbooks } from './collection-workbooks.ts';
import { fillIn } from './testing/fill-in.ts';

/** The workbooks of a case, filled in with its data. */
async function filledWorkbooks(run: CaseRun, language: CollectionLanguage, byDepartment = false): Promise<FileBytes[]> {
  const { subjects, observations } = run.imported.dataset!;
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const periods = [...new Set(observations.map(({ period }) => period))];
  const books = collectionWorkbooks(run.scheme, {
    subjects,
    periods,
    language,
    byDepartment,
    spareRows: 20,
    members: [...new Set(observations.map(({ item }) => item))],
  });
  const files: FileBytes[] = [];
  let left = observations;
  for (const { name, book } of books) {
    const filled = fillIn(book, left, run.scheme, names, language);
    left = filled.left;
    files.push({ name: `${name}.xlsx`, bytes: await writeBook(filled.book) });
  }
  expect(left).toEqual([]);
  return files;
}

async function expectSameScores(run: CaseRun, files: readonly FileBytes[]): Promise<void> {
  const { dataset, report } = await importFiles(files, run.scheme.inputs, { strict: true });
  expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(report.observations.accepted).toBe(run.imported.dataset!.observations.length);
  expect(dataset!.subjects.map(({ origin: _, ...subject }) => subject)).toEqual(
    run.imported.dataset!.subjects.map(({ origin: _, ...subject }) => subject),
  );
  expect([...resultRows(scoreDataset(run.scheme, dataset!).scored)]).toEqual(run.rows);
}

describe.each(caseIds())('a collection workbook of %s', (id) => {
  it('is imported without a question when it is filled in, and gives the same figures', async () => {
    const run = await runCase(readCase(id));
    await expectSameScores(run, await filledWorkbooks(run, 'zh'));
  });
});

describe('collection workbooks', () => {
  it('by department and in English give the same figures together', async () => {
    const run = await runCase(readCase('population-township-targets'));
    const files = await filledWorkbooks(run, 'en', true);

    expect(files.length).toBeGreaterThan(0);
    await expectSameScores(run, files);
  });

  it.skipIf(!hasLibreOffice()).each(['township-9-villages', 'teacher-ethics', 'work-discipline'])(
    'of %s give the same figures after LibreOffice has saved them',
    { timeout: 120_000 },
    async (id) => {
      const run = await runCase(readCase(id));
      await expectSameScores(run, savedByLibreOffice(await filledWorkbooks(run, 'zh')));
    },
  );
});

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function savedByLibreOffice(files: readonly FileBytes[]): FileBytes[] {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-'));
  try {
    return files.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const call = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
      execFileSync('soffice', [profile, ...call, join(folder, name)], { stdio: 'ignore' });
      return { name, bytes: readFileSync(join(folder, 'saved', name)) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
