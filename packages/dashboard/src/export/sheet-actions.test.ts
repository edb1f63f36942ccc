import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { START } from '../app/place.ts';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './sheet-actions.ts';
import type { SheetActionsElement } from './sheet-actions.ts';

let workspace: FakeWorkspace;
let actions: SheetActionsElement;

// A test may begin before midnight and end after.
const TODAY = '2026-01-06';

beforeEach(async () => {
  vi.setSystemTime(new Date(2026, 0, 6, 23, 59));
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  actions = document.createElement('kh-sheet-actions');
  Object.assign(actions, { workspace, place: { ...START, period: '2024', subject: 'v1' } });
  document.body.append(actions);
  await actions.updateComplete;
});

afterEach(() => {
  actions.remove();
  vi.useRealTimers();
});

const button = (text: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(actions, 'button').find((one) => one.textContent?.includes(text))!;

test('the open unit’s sheet is a workbook of its own, with the day', async () => {
  button('导出成绩单').click();
  await vi.waitFor(() => expect(workspace.calls.at(-1)?.name).toBe('exportSheet'));
  expect(workspace.calls.at(-1)!.with).toEqual([{ period: '2024', subject: 'v1', language: 'zh', date: TODAY }]);
});

test('a failure is said', async () => {
  workspace.nextFailure = { of: 'exportSheet', code: 'x', text: { zh: '没有结果', en: '' } };
  button('导出成绩单').click();
  await vi.waitFor(() => expect(texts([actions])).toContain('没有结果'));
  expect(button('导出成绩单').disabled).toBe(false);
});

test('printing is asked of the page', () => {
  const asked = vi.fn();
  document.addEventListener('sheet-print', asked, { once: true });
  button('打印成绩单').click();
  expect(asked).toHaveBeenCalledOnce();
});
