import type { Correction, InputDeclaration, MergeSummary, Observation } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { preferences } from '../app/preferences.ts';
import { FakeKeeper } from '../testing/fake-keeper.ts';
import { FakeWorkspace, goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import '../ui/page.css';
import '../views/data-view.ts';
import type { CorrectDialogElement } from './correct-dialog.ts';
import type { DataViewElement } from '../views/data-view.ts';

const at = (file: string, row: number) => ({ file, sheet: '一季度', row, column: 'D' });
const share = (id: string, accepted: number, counted: number) => ({
  id,
  accepted,
  counted,
  repeated: 0,
  setAside: accepted - counted,
  alike: 0,
});
const correction: Correction = {
  id: 'k1',
  time: '2026-01-06T08:00:00Z',
  period: '2025',
  subject: 'v01',
  item: 'econ.income',
  category: '',
  rater: '',
  matter: '',
  date: '',
  before: '5',
  after: '7',
  reason: '抄错',
};
const MERGED: MergeSummary = {
  imports: [
    {
      id: 'a',
      time: '2026-01-05T08:00:00Z',
      files: ['财政所.xlsx'],
      repeatedFiles: [],
      amendments: [],
      report: goodReport(),
      share: share('a', 30, 30),
      chosen: 0,
    },
    {
      id: 'b',
      time: '2026-01-06T08:00:00Z',
      files: ['农办.xlsx'],
      repeatedFiles: [],
      amendments: [],
      report: goodReport(),
      share: share('b', 20, 19),
      chosen: 0,
    },
  ],
  conflicts: [
    {
      period: '2025',
      subject: 'v01',
      item: 'econ.income',
      rater: '',
      column: '',
      counts: 'a',
      choice: null,
      claims: [
        { import: 'a', value: '5', category: '', matter: '', date: '', origin: at('财政所.xlsx', 3) },
        { import: 'b', value: '6', category: '', matter: '', date: '', origin: at('农办.xlsx', 9) },
      ],
    },
  ],
  allConflicts: 1,
  openConflicts: 1,
  openCounts: [
    { import: 'a', item: 'econ.income', column: '', open: 1 },
    { import: 'b', item: 'econ.income', column: '', open: 1 },
  ],
  likenesses: [],
  corrections: [{ correction, state: 'applied', found: '5', origin: at('财政所.xlsx', 3) }],
  supplied: 0,
};

let workspace: FakeWorkspace;
let view: DataViewElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  preferences.theme = 'light';
  workspace = new FakeWorkspace();
  await workspace.importFiles([]);
  workspace.set({ data: { ...workspace.status.data!, merged: MERGED } });
  workspace.calls.length = 0;
  view = document.createElement('kh-data-view');
  view.workspace = workspace;
  view.period = '2025';
  view.rows = [{ subject: 'v01', name: '一村', group: '甲', complete: true }] as unknown as DataViewElement['rows'];
  document.body.append(view);
  await view.updateComplete;
});

afterEach(() => view.remove());

const said = (): string => texts([view]);
const button = (text: string, at = 0): HTMLButtonElement =>
  everything<HTMLButtonElement>(view, 'button').filter((found) => found.textContent?.trim() === text)[at]!;
const last = () => workspace.calls.at(-1);

test('an import is undone as a whole, after a second word', async () => {
  expect(said()).toContain('19 / 接受 20');
  button('撤销这次导入', 1).click();
  await vi.waitFor(() => expect(button('确认撤销')).toBeTruthy());
  expect(workspace.calls).toEqual([]);
  button('确认撤销').click();
  await vi.waitFor(() => expect(said()).toContain('已撤销'));
  expect(last()).toEqual({ name: 'removeImport', with: ['b'] });
});

test('before and after an undo it is said how many settled conflicts go the other way', async () => {
  const imports = MERGED.imports.map((one, at) => ({ ...one, chosen: at === 1 ? 6 : 0 }));
  workspace.set({ data: { ...workspace.status.data!, merged: { ...MERGED, imports } } });
  await vi.waitFor(() => expect(button('撤销这次导入', 1)).toBeTruthy());
  button('撤销这次导入').click();
  await vi.waitFor(() => expect(button('确认撤销')).toBeTruthy());
  expect(said()).not.toContain('已选定以这次导入为准');
  button('撤销这次导入').click();
  await vi.waitFor(() => expect(said()).toContain('有 6 处说法不一的数据已选定以这次导入为准'));
  button('确认撤销').click();
  await vi.waitFor(() => expect(said()).toContain('原选定以它为准的 6 处数据，现以其他导入为准'));
});

test('the second word can be given although the status is told anew meanwhile', async () => {
  button('撤销这次导入', 1).click();
  await vi.waitFor(() => expect(button('确认撤销')).toBeTruthy());
  // As after every message from the worker: the same, in another object.
  workspace.set({ ...structuredClone(workspace.status), store: { state: 'ready', problem: null } });
  await vi.waitFor(() => expect(said()).toContain('已就绪'));
  button('确认撤销').click();
  await vi.waitFor(() => expect(last()).toEqual({ name: 'removeImport', with: ['b'] }));
});

test('a reason that is begun while a choice is computed is kept', async () => {
  const reason = everything<HTMLInputElement>(view, '.conflict input[type=text]')[0]!;
  everything<HTMLInputElement>(view, '.conflict input[type=radio]')[0]!.click();
  await userEvent.fill(reason, '以复核为准');
  let goOn: () => void = () => undefined;
  workspace.hold = new Promise((resolve) => (goOn = resolve));
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(reason, '以台账为准');
  goOn();
  await vi.waitFor(() => expect(button('选定').disabled).toBe(false));
  expect(reason.value).toBe('以台账为准');
});

test('an undo that would take rows of others along asks once more; one that cannot be says why', async () => {
  workspace.nextReport = goodReport({ observations: { read: 1200, accepted: 1197, refused: 3 } });
  button('撤销这次导入').click();
  await vi.waitFor(() => expect(button('确认撤销')).toBeTruthy());
  button('确认撤销').click();
  await vi.waitFor(() => expect(said()).toContain('其他导入中有 3 行会读不出来'));
  workspace.nextReport = goodReport({ entered: false });
  button('仍然撤销').click();
  await vi.waitFor(() => expect(said()).toContain('不能撤销：其他导入离开它就读不出来'));
});

test('a conflict says who said what and where, and is settled with a reason, by keyboard', async () => {
  expect(said()).toContain('说法不一的数据（未选定 1）');
  expect(said()).toContain('2025 · 一村 · 集体收入');
  expect(said()).toContain('农办.xlsx › 一季度 › D9');
  expect(button('选定').disabled).toBe(true);
  everything<HTMLInputElement>(view, '.conflict input[type=radio]')[0]!.focus();
  await userEvent.keyboard('{ArrowDown}{Tab}以复核为准{Enter}');
  const choice = { period: '2025', subject: 'v01', item: 'econ.income', rater: '', column: '' };
  await vi.waitFor(() =>
    expect(last()).toEqual({ name: 'choose', with: [{ ...choice, import: 'b', reason: '以复核为准' }] }),
  );
  await vi.waitFor(() => expect(said()).toContain('已选定，分数已重算'));
});

test('one choice decides all conflicts of an item or of an import, with a reason', async () => {
  const openCounts = [
    { import: 'a', item: 'econ.income', column: '', open: 40 },
    { import: 'b', item: 'econ.income', column: '', open: 40 },
    { import: 'b', item: 'econ.debt', column: '', open: 1200 },
  ];
  workspace.set({ data: { ...workspace.status.data!, merged: { ...MERGED, openConflicts: 1240, openCounts } } });
  await view.updateComplete;
  expect(everything(view, '.conflict select')).toEqual([]);
  everything<HTMLInputElement>(view, '.conflict input[type=radio]')[1]!.click();
  await vi.waitFor(() => expect(everything(view, '.conflict select')).toHaveLength(1));
  const [select] = everything<HTMLSelectElement>(view, '.conflict select') as [HTMLSelectElement];
  expect([...select.options].map(({ text }) => text.trim())).toEqual([
    '只这一处',
    '“集体收入”未选定的全部 40 处',
    '这次导入未选定的全部 1,240 处',
  ]);
  await userEvent.selectOptions(select, 'item');
  expect(button('选定这 40 处').disabled).toBe(true);
  select.focus();
  await userEvent.keyboard('{Tab}以农办为准{Enter}');
  const place = { period: '2025', subject: 'v01', item: 'econ.income', rater: '', column: '' };
  const like = { item: 'econ.income', column: '' };
  await vi.waitFor(() =>
    expect(last()).toEqual({ name: 'chooseForMany', with: [{ import: 'b', like }, '以农办为准', place] }),
  );
  await vi.waitFor(() => expect(said()).toContain('已选定 40 处，分数已重算'));
});

test('conflicts beyond those that the status tells are asked for', async () => {
  const [first] = MERGED.conflicts;
  const numbered = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...first!, subject: `s${from + at}` }));
  const merged = { ...MERGED, conflicts: numbered(0, 30), allConflicts: 45 };
  workspace.nextConflicts = numbered(30, 15);
  workspace.set({ data: { ...workspace.status.data!, merged } });
  await view.updateComplete;
  button('再显示（还有 25）').click();
  await vi.waitFor(() => expect(everything(view, '.conflict')).toHaveLength(40));
  expect(last()).toEqual({ name: 'conflicts', with: [{ from: 30, count: 200 }] });
  await vi.waitFor(() => expect(button('再显示（还有 5）').disabled).toBe(false));
  button('再显示（还有 5）').click();
  await vi.waitFor(() => expect(everything(view, '.conflict')).toHaveLength(45));
  expect(workspace.calls.filter(({ name }) => name === 'conflicts')).toHaveLength(1);
});

test('a correction is listed with its reason and can be withdrawn', async () => {
  expect(said()).toContain('抄错');
  expect(said()).toContain('已生效');
  button('撤回').click();
  await vi.waitFor(() => expect(said()).toContain('已撤回'));
  expect(last()).toEqual({ name: 'withdrawCorrection', with: ['k1'] });
});

const field = (label: string): HTMLInputElement =>
  everything<HTMLLabelElement>(view, 'label.field')
    .find((found) => found.textContent?.includes(label))!
    .querySelector('input')!;

/** Opens the dialog of corrections and looks up the row that the workspace gives next. */
async function lookUpIncome(): Promise<void> {
  button('更正或补录…').click();
  await vi.waitFor(() => expect(everything(view, 'select')).toHaveLength(1));
  await userEvent.selectOptions(everything<HTMLSelectElement>(view, 'select')[0]!, 'v01');
  await userEvent.fill(everything<HTMLInputElement>(view, 'input[list]')[0]!, 'econ.income');
  await userEvent.keyboard('{Tab}');
  await vi.waitFor(() => expect(said()).toContain('财政所.xlsx › 一季度 › D3'));
}

test('a value is corrected: the row is looked up, the reason is required, a refusal is said', async () => {
  const row = { period: '2025', subject: 'v01', item: 'econ.income', value: '5', origin: at('财政所.xlsx', 3) };
  const more = { category: '', rater: '', matter: '', date: '', note: '' };
  workspace.nextRows = [{ ...row, ...more }] as Observation[];
  await lookUpIncome();
  await userEvent.fill(field('新值'), '9');
  expect(button('更正').disabled).toBe(true);
  await userEvent.fill(field('理由（必填）'), '抄错');
  workspace.nextFailure = { of: 'correct', code: 'correction.refused', text: { zh: '大于上限', en: '' } };
  await vi.waitFor(() => expect(button('更正').disabled).toBe(false));
  button('更正').click();
  await vi.waitFor(() => expect(said()).toContain('大于上限'));
  button('更正').click();
  await vi.waitFor(() => expect(said()).toContain('已更正，分数已重算'));
  const { value: before, origin: _, ...rest } = row;
  const what = { ...rest, category: '', rater: '', matter: '', date: '', before, after: '9', reason: '抄错' };
  expect(workspace.calls.find(({ name }) => name === 'correct')?.with).toEqual([what]);
});

test('the next value can be typed while the one before is computed, and the focus stays in its field', async () => {
  const row = { period: '2025', subject: 'v01', item: 'econ.income', value: '5', origin: at('财政所.xlsx', 3) };
  workspace.nextRows = [{ ...row, category: '', rater: '', matter: '', date: '', note: '' }] as Observation[];
  await lookUpIncome();
  const value = field('新值');
  await userEvent.fill(field('理由（必填）'), '抄错');
  await userEvent.fill(value, '9');
  let goOn: () => void = () => undefined;
  workspace.hold = new Promise((resolve) => (goOn = resolve));
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Control>}a{/Control}12');
  workspace.hold = null;
  goOn();
  await vi.waitFor(() => expect(said()).toContain('已更正，分数已重算'));
  await vi.waitFor(() => expect(workspace.calls.filter(({ name }) => name === 'rowsOf').length).toBeGreaterThan(1));
  await vi.waitFor(() => expect(button('更正').disabled).toBe(false));
  expect(value.isConnected).toBe(true);
  expect(value.matches(':focus')).toBe(true);
  expect(value.value).toBe('12');
});

test('items are suggested, members of families too, and the words that a value can be', async () => {
  const family = { kind: 'level' as const, title: { zh: '水费上缴', en: '' }, words: ['late', 'paid'], mayBeNA: true };
  const [known] = await workspace.knownItems();
  const wordTitles = { late: { zh: '逾期', en: '' } };
  workspace.items = [{ ...known!, ...family, item: 'water.fee.north', wordTitles }];
  button('更正或补录…').click();
  const options = (list: string): string[] =>
    everything<HTMLOptionElement>(view, `#${list} option`).map(({ value, text }) => `${value} ${text}`.trim());
  await vi.waitFor(() => expect(options('items')).toEqual(['集体收入 econ.income', '水费上缴 water.fee.north']));
  await userEvent.selectOptions(everything<HTMLSelectElement>(view, 'select')[0]!, 'v01');
  await userEvent.fill(everything<HTMLInputElement>(view, 'input[list]')[0]!, '水费上缴');
  await userEvent.keyboard('{Tab}');
  await vi.waitFor(() => expect(options('values')).toEqual(['late 逾期', 'paid', 'NA']));
  expect(last()).toMatchObject({ name: 'rowsOf', with: [{ item: 'water.fee.north' }] });
  await userEvent.fill(everything<HTMLInputElement>(view, 'input[list]')[0]!, '电费');
  await userEvent.keyboard('{Tab}');
  await vi.waitFor(() => expect(said()).toContain('没有叫“电费”的数据项'));
});

test('who corrects a value is told in the dialog that it could not be kept', async () => {
  const keeper = new FakeKeeper();
  const [dialog] = everything<CorrectDialogElement>(view, 'kh-correct-dialog');
  dialog!.keeper = keeper;
  workspace.nextRows = [];
  await dialog!.show({ subject: 'v01' });
  await userEvent.fill(everything<HTMLInputElement>(view, 'input[list]')[0]!, '集体收入');
  await userEvent.keyboard('{Tab}{Tab}7{Tab}补报{Enter}');
  await vi.waitFor(() => expect(said()).toContain('已更正，分数已重算'));
  expect(said()).not.toContain('没有存下');
  keeper.set({ state: 'not kept', problem: { code: 'keep.conflict', text: { zh: '另一个标签页改动过', en: '' } } });
  await vi.waitFor(() => expect(said()).toContain('刚才的改动没有存下 另一个标签页改动过'));
});

test('a cell of an import is set right in its report; an amendment that keeps more rows out is not applied', async () => {
  const finding = {
    severity: 'refused' as const,
    code: 'value.not-a-number',
    origin: at('农办.xlsx', 9),
    message: { zh: '不是数', en: '' },
    remedy: { zh: '填数字', en: '' },
    cell: '很多',
  };
  const report = goodReport({ observations: { read: 20, accepted: 19, refused: 1 }, findings: [finding] });
  workspace.set({ data: { ...workspace.status.data!, report, merged: MERGED } });
  await vi.waitFor(() => expect(button('不读此行')).toBeDefined());
  button('不读此行').click();
  await vi.waitFor(() => expect(button('按改动重新读取')).toBeDefined());
  workspace.nextReport = goodReport({ observations: { read: 20, accepted: 17, refused: 3 } });
  button('按改动重新读取').click();
  await vi.waitFor(() => expect(said()).toContain('这样改会多出 2 行读不进'));
  const row = { file: '农办.xlsx', sheet: '一季度', row: 9, column: '', text: '' };
  expect(last()).toEqual({ name: 'amendImport', with: ['b', [row], ''] });
});

test('a value that was asked for is corrected at once: its very row is chosen, and the dialog closes', async () => {
  const row = { period: '2025', subject: 'v01', item: 'econ.income', value: '5', origin: at('财政所.xlsx', 3) };
  const more = { category: '', rater: '', matter: '', date: '', note: '' };
  const other = { ...row, ...more, rater: '乙', origin: at('财政所.xlsx', 4) };
  workspace.nextRows = [other, { ...row, ...more, rater: '甲' }] as Observation[];
  const [dialog] = everything<CorrectDialogElement>(view, 'kh-correct-dialog');
  const heard = vi.fn();
  dialog!.addEventListener('correct-done', heard);
  const place = { file: '财政所.xlsx', sheet: '一季度', cell: 'D3', value: '5' };
  await dialog!.show({ subject: 'v01', item: 'econ.income', period: '2025', row: place });
  expect(everything<HTMLInputElement>(dialog!, 'input[type=radio]').map(({ checked }) => checked)).toEqual([
    false,
    true,
  ]);
  await userEvent.keyboard('7{Tab}抄错{Enter}');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect(last()).toMatchObject({ name: 'correct', with: [{ rater: '甲', before: '5', after: '7', reason: '抄错' }] });
  expect(everything<HTMLDialogElement>(dialog!, 'dialog')[0]!.open).toBe(false);

  // One that is not where it was is not guessed.
  await dialog!.show({ subject: 'v01', item: 'econ.income', period: '2025', row: { ...place, cell: 'D9' } });
  await userEvent.keyboard('7{Tab}抄错');
  expect(button('更正').disabled).toBe(true);
});

test('a value that is missing is entered, whatever rows there are of periods within', async () => {
  const row = { period: '2025-Q1', subject: 'v01', item: 'econ.income', value: '5', origin: at('财政所.xlsx', 3) };
  workspace.nextRows = [{ ...row, category: '', rater: '', matter: '', date: '', note: '' }] as Observation[];
  const [dialog] = everything<CorrectDialogElement>(view, 'kh-correct-dialog');
  await dialog!.show({ subject: 'v01', item: 'econ.income', period: '2025', row: null });
  expect(said()).toContain('没有这一行：将作为补录计入');
  await userEvent.keyboard('7{Tab}补报{Enter}');
  await vi.waitFor(() => expect(last()).toMatchObject({ name: 'correct', with: [{ period: '2025', before: '' }] }));
});

test('a mark that is missing is entered with its rater, and beside the marks that are there', async () => {
  const scheme = workspace.status.scheme!;
  const rating = {
    item: 'review',
    kind: 'rating',
    title: { zh: '评议', en: '' },
    needsRater: true,
    categories: ['群众'],
  };
  const input = { ...scheme.inputs[0]!, categoryTitles: {}, words: [], needsCategory: false, ...rating };
  workspace.set({ scheme: { ...scheme, inputs: [...scheme.inputs, input as InputDeclaration] } });
  workspace.nextRows = [];
  const [dialog] = everything<CorrectDialogElement>(view, 'kh-correct-dialog');
  await dialog!.show({ subject: 'v01', item: 'review', period: '2025', row: null });
  await userEvent.keyboard('群众{Tab}李某{Tab}9{Tab}漏交');
  await vi.waitFor(() => expect(button('更正').disabled).toBe(false));
  await userEvent.keyboard('{Enter}');
  const given = { item: 'review', category: '群众', rater: '李某', before: '', after: '9' };
  await vi.waitFor(() => expect(last()).toMatchObject({ name: 'correct', with: [given] }));

  const row = { period: '2025', subject: 'v01', item: 'review', value: '8', origin: at('评议.xlsx', 3) };
  workspace.nextRows = [{ ...row, category: '群众', rater: '王某', matter: '', date: '', note: '' }] as Observation[];
  await dialog!.show({ subject: 'v01', item: 'review', period: '2025', row: null });
  everything<HTMLInputElement>(dialog!, 'input[type=radio]')[1]!.click();
  await dialog!.updateComplete;
  everything<HTMLInputElement>(dialog!, '#new-value')[0]!.focus();
  await userEvent.keyboard('7{Tab}漏交');
  // Whose mark it is must be said.
  expect(button('更正').disabled).toBe(true);
  everything<HTMLInputElement>(dialog!, '#new-rater')[0]!.focus();
  await userEvent.keyboard('赵某');
  await vi.waitFor(() => expect(button('更正').disabled).toBe(false));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() =>
    expect(last()).toMatchObject({ name: 'correct', with: [{ rater: '赵某', after: '7', before: '' }] }),
  );
});

test('nobody is kept out', async () => {
  const found = await axe.run(view, { resultTypes: ['violations'] });
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});
