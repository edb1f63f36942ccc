import { WorkspaceError, type JournalEntry } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { preferences } from '../app/preferences.ts';
import '../ui/page.css';
import { FakeKeeper, journal, record } from '../testing/fake-keeper.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './workspaces-dialog.ts';
import type { WorkspacesDialogElement } from './workspaces-dialog.ts';

let keeper: FakeKeeper;
let dialog: WorkspacesDialogElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  const workspace = new FakeWorkspace();
  await workspace.loadSample();
  keeper = new FakeKeeper();
  dialog = document.createElement('kh-workspaces-dialog');
  dialog.workspace = workspace;
  dialog.keeper = keeper;
  document.body.append(dialog);
});

afterEach(() => dialog.remove());

const said = (): string => texts([dialog]);
const all = (text: string): HTMLButtonElement[] =>
  everything<HTMLButtonElement>(dialog, 'button').filter((candidate) => candidate.textContent?.trim() === text);
const press = async (text: string): Promise<void> => {
  const [button] = all(text);
  if (!button) throw new Error(`no button ${text}`);
  button.click();
  await dialog.updateComplete;
};
const own = (): void => keeper.set({ workspace: record('a', '2025 年度', 2), state: 'kept', journal: [...journal] });

test('of a sample it says that nothing is kept', async () => {
  await dialog.show();
  expect(said()).toContain('现在打开的是示例');
  expect(all('保存为文件…')).toEqual([]);
});

test('the history tells what changed from what to what, and why, and leads back', async () => {
  own();
  await dialog.show();
  expect(said()).toContain('打开方案 村级考核');
  expect(said()).toContain('quota.share：方案原值 改为 20%');
  expect(said()).toContain('原因：县里要求');
  const heard = vi.fn();
  dialog.addEventListener('loaded', heard);
  await press('恢复到此');
  await vi.waitFor(() => expect(said()).toContain('已恢复到第 1 条之后的状态'));
  expect(keeper.calls).toContainEqual(['returnTo', 1, '']);
  expect(heard).toHaveBeenCalledOnce();
});

test('the history says what was done with views, by their names at that time', async () => {
  const view = { id: 'v', name: '甲', look: {} };
  const changes: readonly JournalEntry['change'][] = [
    { kind: 'save view', view },
    { kind: 'save view', view: { ...view, look: { period: '2024' } } },
    { kind: 'save view', view: { ...view, name: '乙' } },
    { kind: 'remove view', view: 'v' },
  ];
  const time = '2026-01-05T08:02:00Z';
  const entries = changes.map((change, at) => ({ number: at + 3, time, reason: '', change }));
  keeper.set({ workspace: record('a', '2025 年度', 6), state: 'kept', journal: [...journal, ...entries] });
  await dialog.show();
  const lines = everything(dialog, 'kh-workspace-history .what div').map((line) => line.textContent);
  expect(lines.slice(0, 4)).toEqual(['删除视图“乙”', '视图“甲”改名为“乙”', '更新视图“甲”的画面', '保存视图“甲”']);
});

test('the history calls things by their names: files of an import that was undone, subjects, items', async () => {
  const what = { period: '2025', subject: 'v01', item: 'econ.income' };
  const row = { ...what, category: '', rater: '', matter: '', date: '' };
  const correction = { ...row, id: 'c', time: '', before: '5', after: '6', reason: '抄错' };
  const files = [{ name: '农办.xlsx', digest: 'd', bytes: 1 }];
  const changes: readonly JournalEntry['change'][] = [
    { kind: 'import', import: { id: 'b', time: '', files, withoutRefused: false }, replace: true },
    { kind: 'correct', correction },
    { kind: 'correct', correction: { ...correction, id: 'e', before: '', after: '7' } },
    { kind: 'withdraw correction', correction: 'c' },
    { kind: 'choose', choice: { ...what, rater: '', column: '', import: 'b', reason: '' } },
    { kind: 'remove import', import: 'b' },
  ];
  const time = '2026-01-05T08:02:00Z';
  const entries = changes.map((change, at) => ({ number: at + 3, time, reason: '', change }));
  keeper.set({ workspace: record('a', '2025 年度', 8), state: 'kept', journal: [...journal, ...entries] });
  dialog.nameOf = (subject) => (subject === 'v01' ? '一村' : subject);
  await dialog.show();
  const lines = (): (string | null)[] =>
    everything(dialog, 'kh-workspace-history .what div').map((line) => line.textContent);
  await vi.waitFor(() =>
    expect(lines().slice(0, 5)).toEqual([
      '撤销导入 农办.xlsx',
      '选定 2025 一村 集体收入 以这次导入为准',
      '撤回更正 2025 一村 集体收入',
      '补录 2025 一村 集体收入：7',
      '更正 2025 一村 集体收入：5 改为 6',
    ]),
  );
});

test('a file is sealed only with a passphrase that was typed twice', async () => {
  own();
  await dialog.show();
  await press('保存为文件…');
  expect(said()).toContain('没有加密：拿到这个文件的人都能打开');
  everything<HTMLInputElement>(dialog, 'input[type=checkbox]')[0]!.click();
  await dialog.updateComplete;
  await vi.waitFor(() => expect(said()).not.toContain('没有加密'));
  expect(all('保存')[0]!.disabled).toBe(true);
  for (const [at, value] of ['口令', '口另'].entries()) {
    const input = everything<HTMLInputElement>(dialog, 'input[type=password]')[at]!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await dialog.updateComplete;
  }
  expect(said()).toContain('两次输入的口令不同');
  const again = everything<HTMLInputElement>(dialog, 'input[type=password]')[1]!;
  again.value = '口令';
  again.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
  await press('保存');
  await vi.waitFor(() => expect(said()).toContain('已保存为 2025 年度-'));
  expect(keeper.calls).toContainEqual(['toFile', '口令']);
});

test('a workspace file is chosen with a button like any other', async () => {
  await dialog.show();
  const picker = everything<HTMLInputElement>(dialog, 'input[type=file]')[0]!;
  const opened = vi.spyOn(picker, 'click').mockImplementation(() => undefined);
  await press('选择文件…');
  expect(opened).toHaveBeenCalledOnce();
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], '去年.kaoheng'));
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(keeper.calls[0]).toEqual(expect.arrayContaining(['openFile', '去年.kaoheng'])));
});

test('a wrong passphrase is told beside the field, which keeps the focus whatever is still listed behind it', async () => {
  await dialog.show();
  const picker = everything<HTMLInputElement>(dialog, 'input[type=file]')[0]!;
  const sealed = new Uint8Array(200);
  sealed.set(new TextEncoder().encode('KAOHENG-SEALED-1'));
  const transfer = new DataTransfer();
  transfer.items.add(new File([sealed], '去年.kaoheng'));
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(said()).toContain('去年.kaoheng 的口令'));
  const field = everything<HTMLInputElement>(dialog, 'form.passphrase input')[0]!;
  field.value = '四三二一';
  field.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
  const focusMoved = vi.fn();
  everything(dialog, 'h2')[0]!.addEventListener('focus', focusMoved);
  keeper.nextFailure = new WorkspaceError('keep.passphrase', { zh: '口令不对', en: '' });
  const listed = vi.spyOn(keeper, 'list');
  everything<HTMLFormElement>(dialog, 'form.passphrase')[0]!.requestSubmit();
  await vi.waitFor(() => expect(listed).toHaveBeenCalled());
  await dialog.updateComplete;
  expect(texts(everything(dialog, 'form.passphrase'))).toContain('口令不对');
  expect(dialog.shadowRoot!.activeElement).toBe(field);
  await new Promise((settled) => setTimeout(settled, 50));
  expect(focusMoved).not.toHaveBeenCalled();
  // To be typed over at once; what is being typed already is not.
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  let refuse: () => void = () => undefined;
  vi.spyOn(keeper, 'openFile').mockImplementation(
    () =>
      new Promise((_, reject) => {
        refuse = () => reject(new WorkspaceError('keep.passphrase', { zh: '还是不对', en: '' }));
      }),
  );
  await userEvent.keyboard('五六{Enter}');
  await userEvent.keyboard('七八');
  refuse();
  await vi.waitFor(() => expect(texts(everything(dialog, 'form.passphrase'))).toContain('还是不对'));
  await userEvent.keyboard('九');
  expect(field.value).toBe('五六七八九');
});

test('a name that was changed on the way to a button neither locks the button nor moves the focus', async () => {
  own();
  keeper.others = [record('b', '2024 年度')];
  await dialog.show();
  await vi.waitFor(() => expect(all('打开')).toHaveLength(1));
  let renamed: () => void = () => undefined;
  vi.spyOn(keeper, 'rename').mockImplementation((...given) => {
    keeper.calls.push(['rename', ...given]);
    return new Promise((resolve) => (renamed = resolve));
  });
  const field = everything<HTMLInputElement>(dialog, '.title-field')[0]!;
  await userEvent.fill(field, '新名');
  // The button is pressed first, then the field tells that it was left, then the button is clicked.
  await userEvent.click(all('打开')[0]!);
  expect(keeper.calls).toEqual([['rename', 'a', '新名']]);
  renamed();
  await vi.waitFor(() => expect(keeper.calls).toContainEqual(['open', 'b']));

  await vi.waitFor(() => expect(said()).toContain('已打开'));
  await userEvent.fill(field, '又改名');
  const focusMoved = vi.fn();
  everything(dialog, 'h2')[0]!.addEventListener('focus', focusMoved);
  await userEvent.keyboard('{Tab}');
  const next = dialog.shadowRoot!.activeElement;
  expect(next?.textContent?.trim()).toBe('保存为文件…');
  renamed();
  await new Promise((settled) => setTimeout(settled, 50));
  expect(dialog.shadowRoot!.activeElement).toBe(next);
  expect(focusMoved).not.toHaveBeenCalled();
});

test('another workspace is opened, and deleted only after a second word', async () => {
  own();
  keeper.others = [record('a', '2025 年度'), record('b', '2024 年度')];
  await dialog.show();
  await vi.waitFor(() => expect(said()).toContain('2024 年度'));
  await press('删除');
  expect(keeper.calls).toEqual([]);
  await press('确认删除');
  await vi.waitFor(() => expect(said()).toContain('已删除“2024 年度”'));
  expect(keeper.calls).toEqual([['remove', 'b']]);
});

test('a workspace that cannot be opened says why', async () => {
  own();
  keeper.others = [record('b', '2024 年度')];
  await dialog.show();
  await vi.waitFor(() => expect(all('打开').length).toBe(1));
  keeper.nextFailure = new WorkspaceError('keep.damaged', { zh: '数据.xlsx 已损坏', en: '' });
  const heard = vi.fn();
  dialog.addEventListener('loaded', heard);
  await press('打开');
  await vi.waitFor(() => expect(said()).toContain('数据.xlsx 已损坏'));
  expect(heard).not.toHaveBeenCalled();
});

test('after another tab has written, the user may take either state', async () => {
  own();
  keeper.set({ state: 'not kept', problem: { code: 'keep.conflict', text: { zh: '另一个标签页改动过', en: '' } } });
  await dialog.show();
  expect(said()).toContain('另一个标签页改动过');
  await press('载入另一边的状态');
  await vi.waitFor(() => expect(keeper.calls).toContainEqual(['open', 'a']));
  await vi.waitFor(() => expect(all('另存为新的工作区')[0]?.disabled).toBe(false));
  await press('另存为新的工作区');
  await vi.waitFor(() => expect(keeper.calls).toContainEqual(['keepAsNew', '2025 年度（副本）']));
});

test('has no fault that axe finds, everything unfolded', async () => {
  own();
  keeper.others = [record('b', '2024 年度')];
  await dialog.show();
  await press('保存为文件…');
  everything<HTMLDetailsElement>(dialog, 'details').forEach((details) => (details.open = true));
  await dialog.updateComplete;
  const { violations } = await axe.run(dialog);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
