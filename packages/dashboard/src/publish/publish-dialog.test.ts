import type { MergeSummary, PublishRequest } from '@kaoheng/engine/live';
import axe from 'axe-core';
import type { LitElement } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { preferences } from '../app/preferences.ts';
import { failure, FakeWorkspace, goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './publish-dialog.ts';
import type { PublishDialogElement } from './publish-dialog.ts';
import { localDate } from '../ui/local-date.ts';
import { pageSnippet, publishedName, PAGE_SCRIPTS } from '@kaoheng/engine/live';

let workspace: FakeWorkspace;
let dialog: PublishDialogElement;

// A test may begin before midnight and end after.
const TODAY = '2026-01-06';

beforeEach(async () => {
  vi.setSystemTime(new Date(2026, 0, 6, 23, 59));
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  dialog = document.createElement('kh-publish-dialog');
  dialog.workspace = workspace;
  dialog.period = '2024';
  dialog.loadScripts = async () => PAGE_SCRIPTS.map((name) => ({ name, bytes: new Uint8Array(1) }));
  document.body.append(dialog);
  await dialog.show();
});

afterEach(() => {
  dialog.remove();
  vi.useRealTimers();
});

const said = (): string => texts([dialog]);
const dates = (): HTMLInputElement[] => everything<HTMLInputElement>(dialog, 'input[type=date]');
const button = (text: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(dialog, 'button').find((candidate) => candidate.textContent?.trim() === text)!;

const violations = async (): Promise<string[]> => {
  const run = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  return run.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};
const dialogInput = (selector: string): HTMLInputElement => everything<HTMLInputElement>(dialog, selector)[0]!;

async function setDate(index: number, value: string): Promise<void> {
  dates()[index]!.value = value;
  dates()[index]!.dispatchEvent(new Event('change'));
  await dialog.updateComplete;
}

test('the dialog opens at once, however long the worker takes to describe the results, and says when it cannot', async () => {
  const other = document.createElement('kh-publish-dialog');
  let describe: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => (describe = resolve));
  const { describe: real } = workspace;
  workspace.describe = () => waits.then(real);
  other.workspace = workspace;
  document.body.append(other);
  dialog.remove();
  void other.show();
  await vi.waitFor(() => expect(everything(other, 'dialog[open]')).toHaveLength(1));
  const publishNow = () => everything<HTMLButtonElement>(other, 'button[form=publish]')[0]!;
  expect(publishNow().disabled).toBe(true);
  describe();
  await vi.waitFor(() => expect(texts([other])).toContain('发布'));
  await vi.waitFor(() => expect(everything(other, 'kh-publish-scope fieldset').length).toBeGreaterThan(0));
  workspace.describe = () => Promise.reject(failure('worker.lost', '后台停止了', ''));
  await other.show();
  await vi.waitFor(() => expect(texts([other])).toContain('后台停止了'));
  expect(publishNow().disabled).toBe(true);
  other.remove();
});

test('nothing can be changed while the file is made: it holds what was chosen', async () => {
  let goOn: () => void = () => undefined;
  workspace.hold = new Promise((resolve) => (goOn = resolve));
  button('预览').click();
  await dialog.updateComplete;
  const form = everything<HTMLFormElement>(dialog, 'form#publish')[0]!;
  expect(form.inert).toBe(true);
  goOn();
  await vi.waitFor(() => expect(said()).toContain('访问者看到的就是下面的内容'));
  expect(everything<HTMLFormElement>(dialog, 'form#publish')[0]!.inert).toBe(false);
});

test('sample data is not published unawares', () => {
  expect(said()).toContain('发布的也将是虚构的成绩');
});

test('own data that replaced the sample is not called a sample', async () => {
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(said()).not.toContain('虚构'));
});

test('rows that were not read are a warning', async () => {
  workspace.nextReport = goodReport({ observations: { read: 1219, accepted: 1200, refused: 19 } });
  await workspace.importFiles([]);
  await vi.waitFor(() => expect(said()).toContain('有 19 行未读入'));
});

test('results of a trial are published only after the user has said so', async () => {
  dialog.changed = [{ name: 'share', title: { zh: '优秀比例', en: '' }, unit: '%', value: '99', written: '30' }];
  await dialog.updateComplete;
  expect(said()).toContain('优秀比例：30 % 改为 99 %');
  expect(button('生成网页包').disabled).toBe(true);
  everything<HTMLInputElement>(dialog, '.confirm-trial')[0]!.click();
  await dialog.updateComplete;
  expect(button('生成网页包').disabled).toBe(false);
});

test('values that nobody has chosen between are published only after the user has said so', async () => {
  const merged = { openConflicts: 3 } as MergeSummary;
  workspace.set({ data: { ...workspace.status.data!, merged } });
  await vi.waitFor(() => expect(said()).toContain('对 3 处数据说法不一'));
  expect(button('生成网页包').disabled).toBe(true);
  everything<HTMLInputElement>(dialog, '.confirm-conflicts')[0]!.click();
  await dialog.updateComplete;
  expect(button('生成网页包').disabled).toBe(false);
  workspace.set({ data: { ...workspace.status.data!, merged: { ...merged, openConflicts: 0 } } });
  await vi.waitFor(() => expect(said()).not.toContain('说法不一'));
});

test('who has not delivered everything is named, for the periods that are chosen', async () => {
  const { rows } = await workspace.ranking({ period: '2024' });
  const owing = rows.filter(({ complete }) => complete === false);
  expect(owing.length).toBeGreaterThan(0);
  await vi.waitFor(() => expect(said()).toContain(`${owing.length} 个对象数据未报齐，未报的按 0 计`));
  expect(said()).toContain(owing[0]!.name);
});

test('a notice cannot end before it begins', async () => {
  await setDate(0, '2025-01-10');
  await setDate(1, '2025-01-06');
  expect(said()).toContain('结束日期不能早于开始日期');
  expect(button('生成网页包').disabled).toBe(true);
  await setDate(1, '2025-01-17');
  expect(button('生成网页包').disabled).toBe(false);
});

test('what was chosen is published, and the lines for a page name the file', async () => {
  await setDate(0, '2025-01-06');
  await setDate(1, '2025-01-10');
  const [part] = (await workspace.describe()).parts;
  dialogInput(`[data-node="${part!.id}/rank"]`).click();
  everything<HTMLInputElement>(dialog, 'input[type=checkbox]').at(-1)!.click();
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain('已生成'));
  const [request] = workspace.calls.at(-1)!.with as [PublishRequest];
  expect(request).toMatchObject({
    notice: { date: TODAY, from: '2025-01-06', to: '2025-01-10', objections: '' },
    selection: { periods: ['2024'], smallest: 3 },
    explanations: false,
  });
  expect(request.selection!.nodes).not.toContain(`${part!.id}/rank`);
  expect(said()).toMatch(/校验值\s*sha256-[0-9a-f]{64}/);
  const [snippet] = everything<HTMLTextAreaElement>(dialog, 'textarea');
  expect(snippet!.value).toContain(`src="sample-villages_2024_${TODAY}.json" integrity="sha256-`);
});

test('the preview shows visitors’ widgets over the file that is then downloaded', async () => {
  button('预览').click();
  await vi.waitFor(() => expect(said()).toContain('访问者看到的就是下面的内容'));
  await vi.waitFor(() => expect(everything(dialog, 'ranking-table tbody tr').length).toBeGreaterThan(10));
  const made = workspace.calls.filter(({ name }) => name === 'publish').length;
  expect(await violations()).toEqual([]);
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain('已生成'));
  expect(workspace.calls.filter(({ name }) => name === 'publish')).toHaveLength(made);
});

test('codes take the place of names, and their list is a file of its own', async () => {
  dialogInput('[value=codes]').click();
  await vi.waitFor(() => expect(said()).toContain('从文件推不回名称'));
  expect(await violations()).toEqual([]);
  button('预览').click();
  await vi.waitFor(() => expect(everything(dialog, 'ranking-table tbody tr').length).toBeGreaterThan(10));
  expect(texts(everything(dialog, 'ranking-table'))).not.toContain('村');
  button('生成网页包').click();
  await vi.waitFor(() => expect(button('下载代码对照表')).toBeDefined());
  expect(said()).toMatch(/代码密钥\s*[0-9A-Z]{28}/);
});

test('groups are shown by name, by code or not at all, and the preview shows it', async () => {
  const choose = async (mode: string): Promise<string> => {
    dialogInput(`[name^=groups-][value=${mode}]`).click();
    await dialog.updateComplete;
    expect(said()).not.toContain('访问者看到的就是下面的内容');
    button('预览').click();
    await vi.waitFor(() => expect(everything(dialog, 'ranking-table tbody tr').length).toBeGreaterThan(10));
    return texts(everything(dialog, 'ranking-table'));
  };
  expect(await choose('names')).toContain('山区组');
  const withheld = await choose('none');
  expect(withheld).not.toContain('山区组');
  expect(withheld).toContain('名次在各组内排定，组别不公布');
  expect(said()).toContain('从“名次”看得出谁与谁同组或不同组');
  expect(everything(dialog, '.code-key')).toEqual([]);
  const coded = await choose('codes');
  expect(coded).not.toContain('山区组');
  expect(coded).toContain('以代码代替组名');
  expect(said()).toMatch(/代码密钥\s*[0-9A-Z]{28}/);
  expect(await violations()).toEqual([]);
  button('生成网页包').click();
  await vi.waitFor(() => expect(button('下载代码对照表')).toBeDefined());
});

test('groups by another column than the group are not shown unless that is chosen', async () => {
  const { describe: real } = workspace;
  workspace.describe = async () => {
    const described = await real();
    return { ...described, parts: described.parts.map((part) => ({ ...part, rankedWithin: 'parent' })) };
  };
  await dialog.show();
  await vi.waitFor(() => expect(said()).toContain('组别（按上级分组排名）'));
  expect(dialogInput('[name^=groups-][value=none]').checked).toBe(true);
  expect(said()).toContain('不公布组别');
});

test('nothing chosen is not published', async () => {
  button('全不选').click();
  await vi.waitFor(() => expect(said()).toContain('请至少选择一期'));
  expect(button('生成网页包').disabled).toBe(true);
  button('全选').click();
  await vi.waitFor(() => expect(button('生成网页包').disabled).toBe(false));
});

test('what was left out alone of a sum is named', async () => {
  const part = (await workspace.describe()).parts[0]!;
  const child = part.nodes.find(({ parent, role }) => parent !== null && role === 'item')!;
  dialogInput(`[data-node="${part.id}/${child.id}"]`).click();
  button('预览').click();
  await vi.waitFor(() => expect(said()).toContain('能推算出来'));
});

test('what is chosen stands in one line above each folded part', async () => {
  const lines = () => everything(dialog, 'summary').map((one) => one.textContent!.replace(/\s+/g, ' ').trim());
  expect(lines()[0]).toMatch(/^公示范围 2024 年 · .*全部 \d+ 项指标和结果$/);
  expect(lines()[1]).toBe('名称和人数 公布名称 · 公布组名 · 评分人不足 3 人的得分不公布');
  expect(lines()[2]).toBe('公示期 未填日期 · 未填异议受理');
  const [part] = (await workspace.describe()).parts;
  dialogInput(`[data-node="${part!.id}/rank"]`).click();
  await dialog.updateComplete;
  await Promise.all(everything<LitElement>(dialog, 'kh-publish-scope').map((scope) => scope.updateComplete));
  dialogInput('[value=codes]').click();
  await setDate(0, '2025-01-06');
  expect(lines()[0]).toMatch(/(\d+) 项指标和结果中的 \d+ 项$/);
  expect(lines()[1]).toBe('名称和人数 以代码代替名称 · 公布组名 · 不足 3 人的组、评分人不足 3 人的得分不公布');
  expect(lines()[2]).toContain('2025-01-06 至 ……');
});

test('a preview of what was chosen before is not kept', async () => {
  button('预览').click();
  await vi.waitFor(() => expect(said()).toContain('访问者看到的就是下面的内容'));
  await setDate(0, '2025-01-06');
  expect(said()).not.toContain('访问者看到的就是下面的内容');
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain('已生成'));
  const [request] = workspace.calls.at(-1)!.with as [PublishRequest];
  expect(request.notice.from).toBe('2025-01-06');
});

test('everything for a web site is one file; without the scripts the results are handed out alone, and why is said', async () => {
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain(`已生成 sample-villages_2024_${TODAY}.zip`));
  expect(button('再次下载网页包')).toBeDefined();
  dialog.loadScripts = () => Promise.reject(failure('page.script', '取不到脚本', ''));
  await dialog.show();
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain(`已生成 sample-villages_2024_${TODAY}.json`));
  expect(said()).toContain('取不到脚本');
  expect(button('再次下载网页包')).toBeUndefined();
});

test('a failure is said and the form stays', async () => {
  workspace.nextFailure = { of: 'publish', code: 'x', text: { zh: '没有结果', en: '' } };
  button('生成网页包').click();
  await vi.waitFor(() => expect(said()).toContain('没有结果'));
  expect(dates()).toHaveLength(2);
});

test('file names are harmless everywhere, days are the user’s own', () => {
  expect(publishedName('村级 考核/2024', '2024-Q1', '2025-01-06')).toBe('2024_2024-Q1_2025-01-06.json');
  expect(publishedName('村级', '', '2025-01-06')).toBe('results_2025-01-06.json');
  expect(localDate(new Date(2025, 0, 6, 0, 30))).toBe('2025-01-06');
  expect(pageSnippet('a.json', 'sha256-1')).toMatch(
    /^<script src="kaoheng\.iife\.js" defer>[\s\S]+<score-store src="a\.json" integrity="sha256-1">/,
  );
});
