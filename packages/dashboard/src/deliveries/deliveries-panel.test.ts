import type { DeliveryLine } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import '../ui/page.css';
import './deliveries-panel.ts';
import type { DeliveriesPanelElement } from './deliveries-panel.ts';

const line = (item: string, from: string, ...states: ('given' | 'na' | 'missing')[]): DeliveryLine => ({
  item,
  title: { zh: `指标${item}`, en: '' },
  from,
  period: '2024',
  subjects: states.map((state, at) => ({
    subject: `v${at}`,
    name: `第${at}村`,
    state,
    rows: state === 'missing' ? 0 : 1,
  })),
});

let workspace: FakeWorkspace;
let panel: DeliveriesPanelElement;

beforeEach(async () => {
  await page.viewport(1280, 800);
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  workspace.lines = [
    line('a', '财政所', 'given', 'missing'),
    line('b', '农业站', 'given', 'na'),
    line('c', '农业站', 'missing'),
  ];
  await workspace.loadSample();
  panel = document.createElement('kh-deliveries');
  panel.workspace = workspace;
  panel.period = '2024';
  document.body.append(panel);
  await vi.waitFor(() => expect(rows().length).toBe(2));
});

afterEach(() => panel.remove());

const rows = (): string[] =>
  everything(panel, 'tbody tr').map((row) =>
    [...row.children].map((cell) => texts([cell]).replaceAll(/\s+/g, ' ').trim()).join(' '),
  );

const settled = async (): Promise<void> => {
  await panel.updateComplete;
  await Promise.all(everything(panel, '*').map((one) => (one as { updateComplete?: Promise<unknown> }).updateComplete));
};

const choose = async (select: HTMLSelectElement, value: string): Promise<void> => {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled();
};

const entries = (): string[] =>
  everything(panel, 'li:has(.head)').map((entry) => texts([entry]).replaceAll(/\s+/g, ' ').trim());

test('shows the lines with gaps, who owes them, and how much is there', () => {
  expect(texts([panel])).toContain('应报 5 项，已报 3 项');
  expect(rows()).toEqual(['指标a a 财政所 已报 缺', '指标c c 农业站 缺 不要求']);
});

test('leaves out the subjects for whom nothing is missing', async () => {
  workspace.lines = [line('a', '', 'given', 'missing', 'given'), line('b', '', 'given', 'missing', 'na')];
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(rows()).toEqual(['指标a a 缺', '指标b b 缺']));
  everything<HTMLInputElement>(panel, 'input[type=checkbox]')[0]!.click();
  await settled();
  expect(rows()).toEqual(['指标a a 已报 缺 已报', '指标b b 已报 缺 不适用']);
});

test('shows all lines on request, and those of one department', async () => {
  everything<HTMLInputElement>(panel, 'input[type=checkbox]')[0]!.click();
  await settled();
  expect(rows().length).toBe(3);
  await choose(everything<HTMLSelectElement>(panel, 'select')[0]!, '农业站');
  expect(rows()).toEqual(['指标b b 农业站 已报 不适用', '指标c c 农业站 缺 不要求']);
});

test('tells what is chosen, and falls back with a word where nobody has that name', async () => {
  const heard = vi.fn();
  panel.addEventListener('arrangement-change', (event) => heard((event as CustomEvent<unknown>).detail));
  everything<HTMLInputElement>(panel, 'input[type=checkbox]')[0]!.click();
  expect(heard).toHaveBeenLastCalledWith({ from: '', onlyGaps: false, layout: '' });
  await choose(everything<HTMLSelectElement>(panel, 'select')[1]!, 'subjects');
  expect(heard).toHaveBeenLastCalledWith({ from: '', onlyGaps: false, layout: 'subjects' });
  panel.layout = 'what is that';
  panel.from = '林业站';
  await settled();
  expect(rows().length).toBe(3);
  expect(texts([panel])).toContain('没有“林业站”要报的数据');
});

test('is a list where the screen is narrow, and a table on request', async () => {
  await page.viewport(390, 800);
  await vi.waitFor(() => expect(entries().length).toBe(2));
  expect(rows()).toEqual([]);
  await choose(everything<HTMLSelectElement>(panel, 'select')[1]!, 'table');
  expect(rows().length).toBe(2);
});

test('is a list by line or by subject, too', async () => {
  const layout = everything<HTMLSelectElement>(panel, 'select')[1]!;
  await choose(layout, 'lines');
  expect(entries()).toEqual(['指标a a · 财政所 已报 1／2 缺 1 第1村', '指标c c · 农业站 已报 0／1 缺 1 第0村']);
  await choose(layout, 'subjects');
  expect(entries()).toEqual(['第0村 v0 已报 2／3 缺 1 指标c', '第1村 v1 已报 1／2 缺 1 指标a']);
});

test('writes a letter to each who owes something, and exports what one of them owes', async () => {
  everything<HTMLButtonElement>(panel, '.filters .button')[0]!.click();
  await settled();
  const letter = (): string => everything<HTMLTextAreaElement>(panel, 'textarea')[0]!.value;
  expect(letter()).toContain('财政所：');
  const [owner] = everything<HTMLSelectElement>(panel, '.content select');
  expect([...owner!.options].map(({ text }) => text.trim())).toEqual([
    '全部（缺 2 项）',
    '财政所（缺 1 项）',
    '农业站（缺 1 项）',
  ]);
  owner!.selectedIndex = 2;
  owner!.dispatchEvent(new Event('change'));
  await settled();
  expect(letter()).not.toContain('财政所');
  expect(letter()).toContain('1. 指标c：第0村');
  everything<HTMLButtonElement>(panel, '.content .button')[1]!.click();
  await vi.waitFor(() =>
    expect(workspace.calls.at(-1)).toEqual({
      name: 'exportResults',
      with: [{ views: ['gaps'], periods: ['2024'], language: 'zh', owner: { from: '农业站' }, format: 'xlsx' }],
    }),
  );
  expect((await axe.run(panel)).violations.map(({ id }) => id)).toEqual([]);
});

test('follows the data', async () => {
  workspace.lines = [line('a', '财政所', 'given', 'given')];
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(texts([panel])).toContain('没有缺报'));
});

test('says what went wrong, and forgets it with the next answer', async () => {
  const answer = workspace.deliveries;
  workspace.deliveries = () => Promise.reject(new Error('no luck'));
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(texts([panel])).toContain('no luck'));
  workspace.deliveries = answer;
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(rows().length).toBe(2));
});

test('leads to the sheet of a subject, and axe finds no fault', async () => {
  const heard = vi.fn();
  panel.addEventListener('subject-show', (event) => heard((event as CustomEvent<string>).detail));
  everything<HTMLButtonElement>(panel, 'th button')[1]!.click();
  expect(heard).toHaveBeenCalledWith('v1');
  expect((await axe.run(panel)).violations.map(({ id }) => id)).toEqual([]);
});
