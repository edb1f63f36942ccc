import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { START } from '../app/place.ts';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace, goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './export-dialog.ts';
import type { ExportDialogElement } from './export-dialog.ts';
import './print-sheets.ts';
import { svgToPng } from './svg-to-png.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="red"/></svg>';

let workspace: FakeWorkspace;
let dialog: ExportDialogElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  dialog = document.createElement('kh-export-dialog');
  dialog.workspace = workspace;
  dialog.place = { ...START, period: '2024', subject: 'v1' };
  dialog.rows = (await workspace.ranking({ period: '2024' })).rows;
  dialog.chart = () => SVG;
  document.body.append(dialog);
  await dialog.show();
});

afterEach(() => dialog.remove());

const said = (): string => texts([dialog]);
const button = (text: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(dialog, 'button').find((candidate) => candidate.textContent?.trim().includes(text))!;
const field = <Field extends HTMLElement>(name: string): Field => everything<Field>(dialog, `[name=${name}]`)[0]!;

function choose(name: string, value: string): void {
  const select = field<HTMLSelectElement>(name);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

test('the usual tables of the period are one workbook', async () => {
  button('导出表格').click();
  await vi.waitFor(() => expect(said()).toContain('已生成 sample-villages-2024.xlsx'));
  expect(workspace.calls.at(-1)).toEqual({
    name: 'exportResults',
    with: [
      { views: ['ranking', 'matrix', 'sheets', 'completeness'], periods: ['2024'], language: 'zh', format: 'xlsx' },
    ],
  });
});

test('other tables of all periods are CSV in the encoding asked for', async () => {
  for (const view of ['matrix', 'sheets', 'completeness', 'explanations']) field<HTMLInputElement>(view).click();
  choose('format', 'gb18030');
  choose('periods', 'all');
  button('导出表格').click();
  await vi.waitFor(() => expect(said()).toContain('已生成 sample-villages-2024.zip'));
  expect(workspace.calls.at(-1)!.with).toEqual([
    { views: ['ranking', 'explanations'], language: 'zh', format: 'csv', encoding: 'gb18030' },
  ]);
});

test('the chart is a file named after scheme, period and unit', async () => {
  button('SVG').click();
  await vi.waitFor(() => expect(said()).toContain('已生成 sample-villages_2024_v1.svg'));
  button('PNG').click();
  await vi.waitFor(() => expect(said()).toContain('sample-villages_2024_v1.png'));
  const bytes = await svgToPng(SVG);
  expect(new TextDecoder('latin1').decode(bytes.slice(1, 4))).toBe('PNG');
});

test('without a chart the way to one is told', async () => {
  dialog.chart = () => null;
  await dialog.show();
  expect(said()).toContain('在结果中选一个对象后');
});

test('refused rows can be taken along', async () => {
  workspace.nextReport = goodReport({ observations: { read: 1219, accepted: 1200, refused: 19 } });
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(said()).toContain('未读入的 19 行'));
  button('Excel（可改正再导入）').click();
  await vi.waitFor(() => expect(said()).toContain('sample-villages_refused.xlsx'));
  expect(workspace.calls.at(-1)).toMatchObject({
    name: 'exportRefusals',
    with: [{ language: 'zh', format: 'xlsx' }, {}],
  });
  button('CSV 清单').click();
  await vi.waitFor(() => expect(said()).toContain('sample-villages_refused.csv'));
});

test('sheets are a workbook for everybody, or for those who are chosen', async () => {
  const { rows } = dialog;
  button(`导出 ${rows.length} 个工作簿`).click();
  await vi.waitFor(() => expect(said()).toContain('已生成 sheets.zip'));
  const subjects = rows.map(({ subject }) => subject);
  const date = expect.stringMatching(/^20\d\d-\d\d-\d\d$/);
  expect(workspace.calls.at(-1)).toMatchObject({
    name: 'exportSheets',
    with: [{ periods: ['2024'], subjects, language: 'zh', date }, {}],
  });

  const search = field<HTMLInputElement>('sheets-search');
  button('全不选').click();
  await vi.waitFor(() => expect(button('导出 0 个工作簿').disabled).toBe(true));
  search.value = '山区';
  search.dispatchEvent(new Event('input'));
  await vi.waitFor(() => expect(everything(dialog, '[data-subject]').length).toBeLessThan(rows.length));
  button('全选').click();
  const hills = rows.filter(({ group }) => group === '山区组').map(({ subject }) => subject);
  await vi.waitFor(() => expect(said()).toContain(`${rows.length} 个对象中的 ${hills.length} 个`));
  everything<HTMLInputElement>(dialog, `[data-subject="${hills[0]!}"]`)[0]!.click();
  await vi.waitFor(() => expect(said()).toContain(`${rows.length} 个对象中的 ${hills.length - 1} 个`));
  let printed: readonly string[] = [];
  dialog.addEventListener('sheets-print', (event) => {
    printed = (event as CustomEvent<typeof rows>).detail.map(({ subject }) => subject);
  });
  const print = `打印 ${hills.length - 1} 份成绩单`;
  button(print).click();
  expect(printed).toEqual(hills.slice(1));

  button(`导出 ${hills.length - 1} 个工作簿`).click();
  await vi.waitFor(() => expect(workspace.calls.at(-1)!.with[0]).toMatchObject({ subjects: hills.slice(1) }));
});

test('of very many only the first are listed; who is not listed is found by name', async () => {
  const [row] = dialog.rows;
  dialog.rows = Array.from({ length: 2000 }, (_, at) => ({ ...row!, subject: `u${at}`, name: `单位${at}` }));
  await vi.waitFor(() => expect(said()).toContain('另有 1,900 个未列出'));
  expect(everything(dialog, '[data-subject]')).toHaveLength(100);
  const search = field<HTMLInputElement>('sheets-search');
  search.value = '单位1999';
  search.dispatchEvent(new Event('input'));
  await vi.waitFor(() => expect(everything(dialog, '[data-subject]')).toHaveLength(1));
});

test('a failure is said', async () => {
  workspace.nextFailure = { of: 'exportResults', code: 'x', text: { zh: '没有结果', en: '' } };
  button('导出表格').click();
  await vi.waitFor(() => expect(said()).toContain('没有结果'));
});

test('no axe violation', async () => {
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('everybody’s sheets are made for the printer, each with lines to sign, and are gone after', async () => {
  const printer = document.createElement('kh-print-sheets');
  Object.assign(printer, { workspace, place: dialog.place });
  document.body.append(printer);
  const seen = { articles: 0, tables: 0, text: '' };
  await printer.print(dialog.rows, () => {
    seen.articles = everything(printer, 'article').length;
    seen.tables = everything(printer, 'score-sheet table').length;
    seen.text = texts(everything(printer, 'article').slice(0, 1));
  });
  await printer.updateComplete;
  expect(seen.articles).toBe(dialog.rows.length);
  expect(seen.tables).toBeGreaterThanOrEqual(seen.articles);
  expect(seen.text).toContain('负责人签字');
  expect(everything(printer, 'article')).toHaveLength(0);
  printer.remove();
});

test('above the sheets stands what was shown when printing was asked for, wherever the user has gone since', async () => {
  const printer = document.createElement('kh-print-sheets');
  let head = '抬头：2024 年';
  Object.assign(printer, { workspace, place: dialog.place, head: () => head });
  document.body.append(printer);
  let seen = '';
  const printing = printer.print(dialog.rows.slice(0, 2), () => (seen = texts(everything(printer, 'article'))));
  head = '抬头：2023 年';
  Object.assign(printer, { place: { ...dialog.place, period: '2023' } });
  await printing;
  expect(seen).toContain('抬头：2024 年');
  expect(seen).not.toContain('抬头：2023 年');
  printer.remove();
});
