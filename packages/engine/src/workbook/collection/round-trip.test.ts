import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Observation } from '../../data/dataset.ts';
import { itemPattern } from '../../data/item-pattern.ts';
import { importFiles, type FileBytes } from '../../io/import.ts';
import { resultRows } from '../../io/result-table.ts';
import { inputsUnder } from '../../scheme/input-limits.ts';
import { caseIds, readCase, runCase, type CaseFolder, type CaseRun } from '../../schemes/testing/case-folder.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import { writeBook } from '../write-book.ts';
import { audienceOf } from './audience.ts';
import { collectionWorkbooks, type CollectionRequest } from './collection-workbooks.ts';
import { inputUses } from './input-use.ts';
import { fillIn } from './testing/fill-in.ts';

/** The workbooks of a case, filled in with its data. */
interface Filled {
  readonly run: CaseRun;
  readonly files: readonly FileBytes[];
  /** Observations that no sheet asks for. */
  readonly left: readonly Observation[];
}

async function fillWorkbooks(run: CaseRun, more: Partial<CollectionRequest> = {}): Promise<Filled> {
  const { subjects, observations } = run.imported.dataset!;
  const { language = 'zh' } = more;
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const periods = [...new Set(observations.map(({ period }) => period))];
  const members = [...new Set(observations.map(({ item }) => item))];
  const books = collectionWorkbooks(run.scheme, { subjects, periods, language, members, spareRows: 20, ...more });
  const files: FileBytes[] = [];
  let left = observations;
  for (const { name, book } of books) {
    const filled = fillIn(book, left, run.scheme, names, language);
    left = filled.left;
    files.push({ name: `${name}.xlsx`, bytes: await writeBook(filled.book) });
  }
  return { run, files, left };
}

async function expectSameScores({ run, files, left }: Filled, folder: CaseFolder): Promise<void> {
  const { scheme, imported } = run;
  expect(left.filter((observation) => isAskedFor(observation, run))).toEqual([]);
  const inputs = inputsUnder(scheme.inputs, scheme.parameters, folder.settings);
  const { dataset, report } = await importFiles(files, inputs, { strict: true });
  expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(report.observations.accepted).toBe(imported.dataset!.observations.length - left.length);
  expect(dataset!.subjects.map((subject) => ({ ...subject, origin: null }))).toEqual(
    imported.dataset!.subjects.map((subject) => ({ ...subject, origin: null })),
  );
  expect([...resultRows(scoreDataset(scheme, dataset!, folder.settings).scored)]).toEqual(run.rows);
}

/** Cases hold rows of subjects that a part leaves out, to show that they change nothing; nobody is asked for those. */
function isAskedFor({ item, subject }: Observation, { scheme, imported }: CaseRun): boolean {
  const use = inputUses(scheme).find((candidate) => itemPattern(candidate.item).test(item));
  const asked = use === undefined ? [] : audienceOf(use, imported.dataset!.subjects, scheme);
  return asked.some(({ id }) => id === subject);
}

// A long scheme takes its time on a busy machine.
describe.each(caseIds())('a collection workbook of %s', (id) => {
  it('is imported without a question when it is filled in, and gives the same figures', async () => {
    const folder = readCase(id);
    await expectSameScores(await fillWorkbooks(await runCase(folder), { settings: folder.settings }), folder);
  });
});

describe('collection workbooks', () => {
  it('by department and in English give the same figures together', async () => {
    const folder = readCase('township-9-villages');
    await expectSameScores(await fillWorkbooks(await runCase(folder), { language: 'en', byDepartment: true }), folder);
  });

  it.skipIf(!hasLibreOffice()).each(['township-9-villages', 'teacher-ethics', 'work-discipline'])(
    'of %s give the same figures after LibreOffice has saved them',
    { timeout: 120_000 },
    async (id) => {
      const folder = readCase(id);
      const filled = await fillWorkbooks(await runCase(folder), { settings: folder.settings });
      await expectSameScores({ ...filled, files: savedByLibreOffice(filled.files) }, folder);
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
    // Programs that nobody has told a language cannot open names that are not ASCII.
    return files.map(({ name, bytes }, at) => {
      const plain = `${at}.xlsx`;
      writeFileSync(join(folder, plain), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const call = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
      execFileSync('soffice', [profile, ...call, join(folder, plain)], { stdio: 'ignore' });
      return { name, bytes: readFileSync(join(folder, 'saved', plain)) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
