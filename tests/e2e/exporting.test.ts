// Results taken away: every kind of file that the dashboard makes of them is opened, and compared with the results.
import { readFile } from 'node:fs/promises';

import * as xlsx from '@e965/xlsx';
import { unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

import { sampleTables, workbook } from './dashboard-files.ts';
import { visitDashboard } from './dashboard-support.ts';
import { sampleResults, type ExpectedResults } from './expected-results.ts';

const visit = visitDashboard();
const dialog = (): Locator => visit.page.locator('kh-export-dialog kh-modal');
let expected: ExpectedResults;

beforeAll(async () => {
  expected = await sampleResults();
});

/** Tables that are chosen from the start. */
const USUAL = ['ranking', 'matrix', 'sheets', 'completeness'];

async function openDialog(): Promise<void> {
  await visit.page.getByRole('button', { name: '导出', exact: true }).click();
  await visit.page.getByRole('heading', { name: '导出与打印' }).waitFor();
}

interface MadeFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Presses a button and takes the file that comes of it. */
async function made(button: Locator): Promise<MadeFile> {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The files of a zip. */
async function madeFiles(button: Locator): Promise<readonly MadeFile[]> {
  const { name, bytes } = await made(button);
  expect(name).toMatch(/\.zip$/);
  return Object.entries(unzipSync(bytes)).map(([entry, content]) => ({ name: entry, bytes: Buffer.from(content) }));
}

const exportNow = (): Locator => dialog().getByRole('button', { name: '导出表格' });

type Table = readonly (readonly unknown[])[];

function tableOf(sheet: xlsx.WorkSheet): Table {
  return xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '', raw: true });
}

/** Rows of a table by what stands below a heading, such as the id of a subject. */
function rowsBy(table: Table, heading: string): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const at = table.findIndex((row) => row.includes(heading));
  const headings = table[at]!.map(String);
  const rows = table.slice(at + 1).map((row) => new Map(headings.map((name, column) => [name, row[column]])));
  return new Map(rows.map((row) => [String(row.get(heading)), row]));
}

async function checkRanking(table: Table, period: string, isText: boolean): Promise<void> {
  const { rows } = await expected.ranking(period);
  // Below an empty row stands what the marks of the table mean.
  const end = table.findIndex((row) => row.every((cell) => cell === ''));
  const byId = rowsBy(end < 0 ? table : table.slice(0, end), '编号');
  expect(byId.size).toBe(rows.length);
  for (const { subject, name, group, rank, total } of rows) {
    const row = byId.get(subject)!;
    expect(row.get('名称')).toBe(name);
    expect(row.get('组别')).toBe(group);
    const shown = (text: string): unknown => (isText ? text : Number(text));
    expect(row.get('总分'), name).toEqual(shown(total!.text));
    expect(row.get('名次'), name).toEqual(shown(rank!.text));
  }
}

describe('tables', () => {
  test('as one workbook, with figures as numbers and a sheet for each view and period', async () => {
    await visit.open('#period=2024');
    await openDialog();
    const file = await made(exportNow());
    expect(file.name).toBe('乡村级目标管理考评 2024 成绩.xlsx');
    const book = xlsx.read(file.bytes, { cellFormula: true });
    // One for each view, and notes about the results.
    expect(book.SheetNames).toHaveLength(USUAL.length + 1);
    await checkRanking(tableOf(book.Sheets[book.SheetNames[0]!]!), '2024', false);
    const { rows } = await expected.ranking('2024');
    const sheets = tableOf(book.Sheets[book.SheetNames[2]!]!);
    const { lines } = await expected.reader.sheet({ period: '2024', subject: rows[3]!.subject });
    const shown = sheets.filter((row) => row.includes(rows[3]!.subject));
    expect(shown).toHaveLength(lines.length);
    for (const [at, { node, figure }] of lines.entries()) {
      expect(shown[at]!.map((cell) => String(cell).trim())).toContain(node.title.zh);
      if (figure?.number != null && figure.exact) expect(shown[at]).toContain(Number(figure.text));
    }

    await dialog().locator('[name=periods]').selectOption('all');
    for (const view of USUAL.slice(1)) await dialog().locator(`[name=${view}]`).uncheck();
    await dialog().locator('[name=explanations]').check();
    const all = await made(exportNow());
    const both = xlsx.read(all.bytes);
    const [part] = (await expected.reader.describe()).parts;
    expect(both.SheetNames).toHaveLength(2 * part!.periods.length + 1);
    for (const [at, period] of part!.periods.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      await checkRanking(tableOf(both.Sheets[both.SheetNames[at]!]!), period, false);
    }
    const explained = tableOf(both.Sheets[both.SheetNames[2 * part!.periods.length - 1]!]!);
    const { subject, name } = rows[3]!;
    const told = explained.filter((row) => row.includes(name));
    expect(told).toHaveLength(lines.length);
    for (const [at, { node }] of lines.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      const explanation = await expected.reader.explain({ period: '2024', subject, node: node.id });
      expect(told[at]).toContain(node.id);
      // Codes of words are written out in the table.
      if (!/[a-z]/.test(explanation!.arithmetic)) expect(told[at]).toContain(explanation!.arithmetic);
    }
  });

  test('as CSV in UTF-8 and in GB18030, which say the same', async () => {
    await visit.open('#period=2024');
    await openDialog();
    await dialog().locator('[name=format]').selectOption('utf-8');
    const utf8 = await madeFiles(exportNow());
    await dialog().locator('[name=format]').selectOption('gb18030');
    const gb18030 = await madeFiles(exportNow());
    expect(utf8).toHaveLength(USUAL.length);
    expect(gb18030.map(({ name }) => name)).toEqual(utf8.map(({ name }) => name));
    for (const [at, { bytes }] of utf8.entries()) {
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      expect(new TextDecoder('gb18030', { fatal: true }).decode(gb18030[at]!.bytes)).toBe(text);
    }
    const text = new TextDecoder().decode(utf8[0]!.bytes);
    const sheet = xlsx.read(text, { type: 'string', raw: true });
    await checkRanking(tableOf(sheet.Sheets[sheet.SheetNames[0]!]!), '2024', true);
  });

  test('as they stand on the screen, by the clipboard', async () => {
    await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit.open('#period=2024');
    await visit.page.locator('ranking-table').getByRole('button', { name: '复制表格' }).click();
    const clipboard = (): Promise<string> => visit.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard).toContain('\t');
    const text = await clipboard();
    const table = text.split(/\r?\n/).map((line) => line.split('\t'));
    const { rows } = await expected.ranking('2024');
    const byName = rowsBy(table, '名称');
    expect(byName.size).toBe(rows.length);
    for (const { name, total, rank } of rows) {
      expect(byName.get(name)!.get('总分')).toBe(total!.text);
      expect(byName.get(name)!.get('名次')).toBe(rank!.text);
    }
  });

  test('in which text that a spreadsheet would run is text', async () => {
    const { subjects, observations } = await sampleTables();
    const at = subjects[0]!.indexOf('name');
    subjects[1]![at] = '=1+1';
    subjects[2]![at] = '@SUM(A1)';
    await visit.open();
    await visit.openLoadDialog();
    await visit.page.locator('kh-file-choice input[type=file]').setInputFiles(workbook({ subjects, observations }));
    await visit.page.getByRole('button', { name: '载入', exact: true }).click();
    await visit.page.getByRole('button', { name: '查看成绩' }).click();
    await visit.rows().filter({ hasText: '=1+1' }).first().waitFor();
    await openDialog();
    const file = await made(exportNow());
    const book = xlsx.read(file.bytes, { cellFormula: true });
    const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!) as xlsx.CellObject[]);
    expect(cells.some((cell) => cell?.v === '=1+1' && cell.t === 's')).toBe(true);
    expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
    await dialog().locator('[name=format]').selectOption('utf-8');
    const [csv] = await madeFiles(exportNow());
    const text = csv!.bytes.toString('utf8');
    expect(text).toContain('1+1');
    expect(text).not.toMatch(/(^|[,\n"])[=@]/m);
  });
});

describe('the chart', () => {
  test('is a drawing and a picture of the one that is shown, twice as fine', async () => {
    const { rows } = await expected.ranking('2024');
    const { subject, name } = rows[4]!;
    await visit.open(`#period=2024&subject=${subject}`);
    await visit.page.locator('radar-breakdown .chart svg').waitFor();
    await openDialog();
    const svg = await made(dialog().getByRole('button', { name: 'SVG' }));
    const png = await made(dialog().getByRole('button', { name: 'PNG' }));
    const base = `township-9-villages_2024_${subject}`;
    expect([svg.name, png.name]).toEqual([`${base}.svg`, `${base}.png`]);
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const written = [...text.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words).join('\n');
    expect(written).toContain(name);
    const profile = await expected.reader.profile({ period: '2024', subject });
    for (const { node } of profile.axes) expect(written).toContain(node.title.zh);
    const picture = await visit.page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const colours = new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer));
        return { width: image.width, colours: colours.size };
      },
      [...png.bytes],
    );
    expect(picture.width).toBe(2 * Number(/^<svg [^>]*\bwidth="(\d+)"/.exec(text)?.[1]));
    expect(picture.colours).toBeGreaterThan(10);
  });
});
