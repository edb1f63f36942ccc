import type { DeliveryLine } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import '../ui/page.css';
import './delivery-matrix.ts';
import type { DeliveryMatrixElement } from './delivery-matrix.ts';

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
let matrix: DeliveryMatrixElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  workspace.lines = [
    line('a', '财政所', 'given', 'missing'),
    line('b', '农业站', 'given', 'na'),
    line('c', '农业站', 'missing'),
  ];
  await workspace.loadSample();
  matrix = document.createElement('kh-delivery-matrix');
  matrix.workspace = workspace;
  matrix.period = '2024';
  document.body.append(matrix);
  await vi.waitFor(() => expect(rows().length).toBe(2));
});

afterEach(() => matrix.remove());

const rows = (): string[] =>
  everything(matrix, 'tbody tr').map((row) =>
    [...row.children].map((cell) => texts([cell]).replaceAll(/\s+/g, ' ').trim()).join(' '),
  );

test('shows the lines with gaps, who owes them, and how much is there', () => {
  expect(texts([matrix])).toContain('应报 5 项，已报 3 项');
  expect(rows()).toEqual(['指标a a 财政所 已报 缺', '指标c c 农业站 缺 不要求']);
});

test('shows all lines on request, and those of one department', async () => {
  everything<HTMLInputElement>(matrix, 'input[type=checkbox]')[0]!.click();
  await matrix.updateComplete;
  expect(rows().length).toBe(3);
  const select = everything<HTMLSelectElement>(matrix, 'select')[0]!;
  select.value = '农业站';
  select.dispatchEvent(new Event('change'));
  await matrix.updateComplete;
  expect(rows()).toEqual(['指标b b 农业站 已报 不适用', '指标c c 农业站 缺 不要求']);
});

test('follows the data', async () => {
  workspace.lines = [line('a', '财政所', 'given', 'given')];
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(texts([matrix])).toContain('没有缺报'));
});

test('says what went wrong, and forgets it with the next answer', async () => {
  const answer = workspace.deliveries;
  workspace.deliveries = () => Promise.reject(new Error('no luck'));
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(texts([matrix])).toContain('no luck'));
  workspace.deliveries = answer;
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(rows().length).toBe(2));
});

test('leads to the sheet of a subject, and axe finds no fault', async () => {
  const heard = vi.fn();
  matrix.addEventListener('subject-show', (event) => heard((event as CustomEvent<string>).detail));
  everything<HTMLButtonElement>(matrix, 'th button')[1]!.click();
  expect(heard).toHaveBeenCalledWith('v1');
  expect((await axe.run(matrix)).violations.map(({ id }) => id)).toEqual([]);
});
