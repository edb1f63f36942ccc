import type { SavedView } from '@kaoheng/engine/live';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { START } from '../app/place.ts';
import { preferences } from '../app/preferences.ts';
import { FakeKeeper } from '../testing/fake-keeper.ts';
import { everything, texts } from '../testing/pierce.ts';
import '../ui/page.css';
import './views-dialog.ts';
import type { ViewsDialogElement } from './views-dialog.ts';

const FIRST: SavedView = { id: 'a', name: '上年', look: { period: '2023' } };
const SECOND: SavedView = { id: 'b', name: '缺报', look: { view: 'data', period: '2024', owner: '财政所' } };

let keeper: FakeKeeper;
let dialog: ViewsDialogElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  keeper = new FakeKeeper();
  keeper.set({ views: [FIRST, SECOND] });
  dialog = document.createElement('kh-views-dialog');
  dialog.keeper = keeper;
  dialog.place = { ...START, period: '2024', sort: 'total' };
  document.body.append(dialog);
  await dialog.show();
});

afterEach(() => dialog.remove());

const said = (): string => texts([dialog]);
const named = (label: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(dialog, 'button').find(
    (found) => (found.ariaLabel ?? found.textContent?.trim()) === label,
  )!;
const names = (): (string | undefined)[] => everything(dialog, 'li .link').map((link) => link.textContent?.trim());

test('what is seen is saved under the proposed name with one Enter, or under another', async () => {
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(said()).toContain('已保存视图“成绩 · 2024 年 · 按总分排序”'));
  expect(names()).toEqual(['上年', '缺报', '成绩 · 2024 年 · 按总分排序']);
  expect(keeper.status.views[2]!.look).toEqual({ period: '2024', sort: 'total' });
  await userEvent.keyboard('年终{Enter}');
  await vi.waitFor(() => expect(names()).toContain('年终'));
});

test('a name that is typed while the view before is being saved stays', async () => {
  let saved: () => void = () => undefined;
  const { saveView } = keeper;
  vi.spyOn(keeper, 'saveView').mockImplementation(async (view) => {
    await new Promise<void>((resolve) => (saved = resolve));
    return saveView.call(keeper, view);
  });
  await userEvent.keyboard('甲{Enter}');
  await userEvent.keyboard('{Control>}a{/Control}乙');
  saved();
  await vi.waitFor(() => expect(said()).toContain('已保存视图“甲”'));
  await userEvent.keyboard('丙');
  expect(everything<HTMLInputElement>(dialog, '#name')[0]!.value).toBe('乙丙');
});

test('two views of one name would be mixed up', async () => {
  await userEvent.fill(everything<HTMLInputElement>(dialog, '#name')[0]!, '上年');
  await vi.waitFor(() => expect(said()).toContain('已有同名的视图'));
  expect(named('保存视图').disabled).toBe(true);
});

test('a view is opened, renamed and overwritten', async () => {
  named('给视图“上年”改名').click();
  await vi.waitFor(() => expect(everything(dialog, '.renaming input')).toHaveLength(1));
  await userEvent.keyboard('前年{Enter}');
  await vi.waitFor(() => expect(names()).toEqual(['前年', '缺报']));
  expect(keeper.status.views[0]).toEqual({ ...FIRST, name: '前年' });
  await vi.waitFor(() => expect(dialog.shadowRoot!.activeElement?.ariaLabel).toBe('给视图“前年”改名'));

  named('把视图“前年”更新为现在的画面').click();
  await vi.waitFor(() => expect(said()).toContain('视图“前年”已更新为现在的画面'));
  expect(keeper.status.views[0]).toEqual({ ...FIRST, name: '前年', look: { period: '2024', sort: 'total' } });
  expect(said()).toContain('正在看');

  const heard = vi.fn();
  dialog.addEventListener('view-open', (event) => heard((event as CustomEvent<SavedView>).detail));
  named('打开视图“缺报”').click();
  expect(heard).toHaveBeenCalledWith(SECOND);
  expect(everything<HTMLDialogElement>(dialog, 'dialog')[0]!.open).toBe(false);
});

test('a view that was deleted by mistake is a key away', async () => {
  named('删除视图“上年”').click();
  await vi.waitFor(() => expect(said()).toContain('已删除视图“上年”'));
  expect(names()).toEqual(['缺报']);
  await vi.waitFor(() => expect(dialog.shadowRoot!.activeElement?.textContent?.trim()).toBe('撤销删除'));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(names()).toEqual(['缺报', '上年']));
});

test('of a sample it says that nothing is kept', async () => {
  expect(said()).not.toContain('只在这次打开期间有效');
  dialog.sample = true;
  await dialog.updateComplete;
  expect(said()).toContain('只在这次打开期间有效');
});

test('what fails is said, and axe finds no fault', async () => {
  keeper.nextFailure = new Error('no luck');
  named('删除视图“缺报”').click();
  await vi.waitFor(() => expect(said()).toContain('no luck'));
  named('给视图“上年”改名').click();
  await dialog.updateComplete;
  const { violations } = await axe.run(dialog);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
