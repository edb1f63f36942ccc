import axe from 'axe-core';
import type { Finding, ImportFinding } from '@kaoheng/engine/live';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../ui/page.css';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace, goodReport } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import './load-dialog.ts';
import type { LoadDialogElement } from './load-dialog.ts';
import type { SchemeChoiceElement } from './scheme-choice.ts';
import { observationsTemplate, subjectsTemplate } from './templates.ts';

const FINDINGS: ImportFinding[] = [
  {
    severity: 'refused',
    code: 'value.not-a-number',
    origin: { file: '数据.xlsx', sheet: 'observations', row: 12, column: 'D' },
    message: { zh: '“很多”不是数', en: 'not a number' },
    remedy: { zh: '填数字', en: 'enter a number' },
  },
  {
    severity: 'normalised',
    code: 'value.width',
    origin: { file: '数据.xlsx', sheet: 'observations', row: 13, column: 'D' },
    message: { zh: '全角数字改为半角', en: 'width' },
    remedy: { zh: '无需处理', en: 'nothing' },
    before: '１２',
    after: '12',
  },
];

let workspace: FakeWorkspace;
let dialog: LoadDialogElement;
let loaded: number;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  preferences.theme = 'light';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  loaded = 0;
  dialog = document.createElement('kh-load-dialog');
  dialog.workspace = workspace;
  dialog.addEventListener('loaded', () => (loaded += 1));
  document.body.append(dialog);
  await dialog.show();
  await vi.waitFor(() => expect(everything(dialog, 'option').length).toBeGreaterThan(1));
});

afterEach(() => dialog.remove());

const said = (): string => texts([dialog]);
const one = <Found extends HTMLElement>(selector: string): Found => everything<Found>(dialog, selector)[0]!;
const button = (text: string): HTMLButtonElement =>
  everything<HTMLButtonElement>(dialog, 'button').find((candidate) => candidate.textContent?.trim() === text)!;

test('how many conflicts an import brings is said, and leads there once the dialog is closed', async () => {
  const merged = {
    imports: [],
    conflicts: [],
    allConflicts: 2,
    openCounts: [],
    likenesses: [],
    corrections: [],
    supplied: 0,
  };
  const withOpen = (openConflicts: number): void => {
    const data = { ...workspace.status.data!, source: 'files' as const, merged: { ...merged, openConflicts } };
    workspace.set({ data });
  };
  withOpen(2);
  choose('kh-file-choice', new File(['x'], '二报.csv'));
  await vi.waitFor(() => expect(button('载入').disabled).toBe(false));
  const add = workspace.addFiles;
  workspace.addFiles = async (...given) => {
    const report = await add(...given);
    withOpen(8);
    return report;
  };
  button('载入').click();
  await vi.waitFor(() => expect(said()).toContain('与先前导入说法不一的有 6 处'));
  const heard = vi.fn(() => one<HTMLDialogElement>('dialog').open);
  dialog.addEventListener('conflicts-show', heard);
  button('去选定').click();
  await vi.waitFor(() => expect(heard).toHaveReturnedWith(false));
});

function choose(input: string, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const picker = one<HTMLInputElement>(`${input} input[type=file]`);
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
}

const csv = (name: string, lastModified = 1): File => new File(['subject\n'], name, { lastModified });

async function chooseFiles(...names: string[]): Promise<void> {
  choose('kh-file-choice', ...names.map((name) => csv(name)));
  await vi.waitFor(() => expect(button('载入').disabled).toBe(false));
}

describe('choosing', () => {
  test('focus goes to the heading; nothing can be loaded before something is chosen', () => {
    expect(one('kh-modal').shadowRoot!.activeElement?.textContent).toBe('载入数据');
    expect(button('载入').disabled).toBe(true);
    expect(said()).toContain('请选择数据文件，或另选一个方案');
  });

  test('files can be dropped and removed, and the same file is not taken twice', async () => {
    await chooseFiles('subjects.csv');
    const transfer = new DataTransfer();
    transfer.items.add(csv('observations.csv'));
    transfer.items.add(csv('subjects.csv'));
    one('.zone').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    await vi.waitFor(() => expect(everything(dialog, 'li').length).toBe(2));
    one('li .remove').click();
    await vi.waitFor(() => expect(everything(dialog, 'li').length).toBe(1));
    expect(said()).toContain('observations.csv');
  });

  test('another file of the same name is taken as well, and told apart; one that changed on the disk gives way', async () => {
    const first = csv('数据.csv', 1);
    choose('kh-file-choice', first);
    await vi.waitFor(() => expect(everything(dialog, 'li').length).toBe(1));
    choose('kh-file-choice', csv('数据.csv', 2));
    await vi.waitFor(() => expect(everything(dialog, 'li').length).toBe(2));
    expect(said()).toContain('有文件同名');
    // What Chromium does with a file that was changed after it was chosen.
    first.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as unknown as Blob;
    choose('kh-file-choice', csv('数据.csv', 3));
    await vi.waitFor(() => expect(everything(dialog, 'li').length).toBe(2));
    one('li .remove').click();
    await vi.waitFor(() => expect(said()).not.toContain('有文件同名'));
  });

  test('a long list of schemes is sorted and can be searched; what is chosen stays in it', async () => {
    const titles = ['镇绩效', '医院绩效', '医院护理', ...'安北财党多高教林民农'].map((zh) => `${zh}考核`);
    const choice = one<SchemeChoiceElement>('kh-scheme-choice');
    const schemes = titles.map((zh, at) => ({
      id: `s${at}`,
      title: { zh, en: '' },
      body: 'school' as const,
      hasSample: false,
    }));
    vi.spyOn(workspace, 'listSchemes').mockResolvedValue(schemes);
    await dialog.show();
    await choice.updateComplete;
    const listed = (): string[] => everything(choice, 'optgroup option').map((option) => option.textContent!.trim());
    expect(listed()[0]).toBe('安考核');
    expect(listed().at(-1)).toBe('镇绩效考核');
    const search = one<HTMLInputElement>('kh-scheme-choice input[type=search]');
    search.value = '医院';
    search.dispatchEvent(new Event('input'));
    await choice.updateComplete;
    expect(listed()).toEqual(['医院护理考核', '医院绩效考核']);
    expect(said()).toContain('找到 2 个方案');
    const select = one<HTMLSelectElement>('kh-scheme-choice select');
    expect(select.size).toBe(4);
    select.value = '=s1';
    select.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(choice.choice).toEqual({ kind: 'built-in', id: 's1' }));
    search.value = '镇';
    search.dispatchEvent(new Event('input'));
    await choice.updateComplete;
    expect(listed()).toEqual(['医院绩效考核', '镇绩效考核']);
    expect(select.value).toBe('=s1');
  });

  test('a scheme without sample asks for files; with files both enter as one step', async () => {
    const select = one<HTMLSelectElement>('kh-scheme-choice select');
    select.value = '=teacher-ethics';
    select.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(said()).toContain('这个方案没有示例数据'));
    await chooseFiles('a.csv', 'b.csv');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('已载入'));
    const call = workspace.calls.at(-1)!;
    expect(call.name).toBe('openWithFiles');
    expect(call.with[0]).toEqual({ builtIn: 'teacher-ethics' });
    expect(loaded).toBe(1);
  });

  test('a faulty scheme file shows line, column, reason and remedy, and cannot be loaded', async () => {
    const finding: Finding = {
      severity: 'error',
      code: 'bands.gap',
      message: { zh: '75 与 80 之间没有档', en: 'gap' },
      remedy: { zh: '补上一档', en: 'add a band' },
      clause: '七',
      path: [],
      position: { line: 12, column: 7, endLine: 12, endColumn: 9 },
    };
    workspace.nextChecked = { scheme: null, findings: [{ ...finding, severity: 'note', code: 'later' }, finding] };
    choose('kh-scheme-choice', new File(['x'], '方案.yaml'));
    await vi.waitFor(() => expect(said()).toContain('方案.yaml 有错误'));
    const [first] = everything(dialog, 'kh-scheme-findings tbody tr');
    for (const part of ['错误', '第 12 行第 7 列', '七', '75 与 80 之间没有档', 'bands.gap', '补上一档']) {
      expect(first!.textContent).toContain(part);
    }
    expect(button('载入').disabled).toBe(true);
  });
});

describe('what a scheme needs', () => {
  const needed = (): HTMLElement => one('kh-needed-data');

  test('the open scheme is chosen from the start, even when it opened after the dialog was made', async () => {
    dialog.remove();
    workspace = new FakeWorkspace();
    dialog = document.createElement('kh-load-dialog');
    dialog.workspace = workspace;
    document.body.append(dialog);
    await dialog.updateComplete;
    await workspace.loadSample();
    await dialog.show();
    await vi.waitFor(() =>
      expect(one<HTMLSelectElement>('select').selectedOptions[0]!.textContent).toContain('（当前）'),
    );
  });

  test('stands there as soon as a scheme is chosen, without any data, to copy and as templates', async () => {
    expect(needed().shadowRoot!.querySelector('details')!.open).toBe(false);
    const select = one<HTMLSelectElement>('kh-scheme-choice select');
    select.value = '=teacher-ethics';
    select.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(needed().shadowRoot!.querySelector('details')!.open).toBe(true));
    expect(needed().shadowRoot!.textContent).toContain('econ.income');
    expect(needed().shadowRoot!.querySelector('textarea')!.value).toContain('econ.income\t集体收入\t数值');
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    button('下载 CSV 空表（两个）').click();
    click.mockRestore();
    expect(names).toEqual(['subjects.csv', 'observations.csv']);
  });

  test('whoever has no files yet is led to the workbooks to be filled in', async () => {
    const details = needed().shadowRoot!.querySelector('details')!;
    expect(details.open).toBe(false);
    expect(said()).toContain('还没有数据文件？');
    button('去生成填报工作簿').click();
    expect(details.open).toBe(true);
    expect(one('kh-collection-order').shadowRoot!.activeElement?.textContent).toBe('生成填报工作簿（.xlsx）');
    const { top, bottom } = one('kh-collection-order h4').getBoundingClientRect();
    const middle = one('kh-modal .middle').getBoundingClientRect();
    // The dialog itself stands still.
    expect(one('kh-modal dialog').scrollTop).toBe(0);
    expect(top).toBeGreaterThanOrEqual(middle.top - 1);
    expect(bottom).toBeLessThanOrEqual(middle.bottom);
  });

  test('templates have headers and one example for each kind of input', () => {
    const [input] = workspace.status.scheme!.inputs;
    const others = [
      input!,
      { ...input!, item: 'econ.other' },
      { ...input!, item: 'honour.*', kind: 'event' as const, categories: ['省级,含部级'], max: '5' },
    ];
    const [head, ...rows] = observationsTemplate(others, '2024').replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toBe('period,subject,item,value,category,rater,matter,date,note');
    expect(rows).toEqual([
      '2024,A01,econ.income,0,,,,,示例，请删除本行',
      '2024,A01,honour.1,5,"省级,含部级",,,2024-03-15,示例，请删除本行',
    ]);
    expect(subjectsTemplate()).toMatch(/^\uFEFFsubject,name,group,parent\r\nA01,/);
  });
});

describe('loading', () => {
  test('progress is said, and stopping leaves everything as it was', async () => {
    await chooseFiles('data.xlsx');
    workspace.hold = new Promise(() => undefined);
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('正在处理'));
    expect(said()).toContain('现有数据保持不变');
    await userEvent.keyboard('{Escape}');
    expect(everything<HTMLDialogElement>(dialog, 'dialog')[0]!.open).toBe(true);
    button('停止').click();
    await vi.waitFor(() => expect(said()).toContain('已停止'));
    expect(said()).toContain('原有的方案、数据和成绩保持不变');
    expect(loaded).toBe(0);
  });

  test('the report counts, names cells, shows old and new values and filters by kind', async () => {
    workspace.nextReport = goodReport({
      observations: { read: 1201, accepted: 1200, refused: 1 },
      findings: FINDINGS,
    });
    await chooseFiles('data.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('有 1 行读不进'));
    expect(everything(dialog, 'kh-import-report tbody tr').length).toBe(2);
    for (const part of ['D12', '数据.xlsx › observations', '“很多”不是数', '填数字']) expect(said()).toContain(part);
    expect(one('del').textContent).toBe('１２');
    expect(one('ins').textContent).toBe('12');
    everything<HTMLInputElement>(dialog, 'input[type=radio]')[2]!.click();
    await vi.waitFor(() => expect(everything(dialog, 'kh-import-report tbody tr').length).toBe(1));
    expect(texts(everything(dialog, 'kh-import-report tbody'))).toContain('全角数字');
    expect(button('Excel（可改正再导入）')).toBeDefined();
    expect(button('CSV 清单')).toBeDefined();
  });

  test('a file with refused rows replaces nothing until the user has seen the report and said so', async () => {
    const before = workspace.status.data;
    workspace.nextReport = goodReport({ observations: { read: 1201, accepted: 1200, refused: 1 }, findings: FINDINGS });
    await chooseFiles('data.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('现有数据还没有替换'));
    expect(one('.outcome').getAttribute('role')).toBe('alert');
    expect(workspace.status.data).toBe(before);
    button('返回修改').click();
    await vi.waitFor(() => expect(said()).toContain('data.xlsx'));
    expect(loaded).toBe(0);
    button('载入').click();
    await vi.waitFor(() => expect(button('仍然载入')).toBeDefined());
    button('仍然载入').click();
    await vi.waitFor(() => expect(said()).toContain('有 1 行被拒收'));
    expect(workspace.status.data!.source).toBe('files');
    expect(loaded).toBe(1);
  });

  test('a cell set right in the report is read with the file, and forgotten with it', async () => {
    workspace.nextReport = goodReport({
      files: ['数据.xlsx'],
      observations: { read: 1201, accepted: 1200, refused: 1 },
      findings: FINDINGS,
    });
    await chooseFiles('数据.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('现有数据还没有替换'));
    one('kh-amend-finding button').click();
    await vi.waitFor(() => expect(one('kh-amend-finding input')).toBeDefined());
    await userEvent.fill(one('kh-amend-finding input'), '12');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(button('按改动重新读取')).toBeDefined());
    // What waits is neither lost nor overlooked.
    expect(button('仍然载入').disabled).toBe(true);
    workspace.nextReport = goodReport();
    button('按改动重新读取').click();
    await vi.waitFor(() => expect(said()).toContain('已载入'));
    const amendment = { file: '数据.xlsx', sheet: 'observations', row: 12, column: 'D', text: '12' };
    expect(workspace.calls.at(-1)).toMatchObject({ name: 'importFiles', with: [expect.anything(), [amendment]] });
  });

  test('rows and findings are counted apart, and both are named', async () => {
    const second = { ...FINDINGS[0]!, code: 'value.range' };
    workspace.nextReport = goodReport({
      observations: { read: 1201, accepted: 1200, refused: 1 },
      findings: [...FINDINGS, second],
    });
    await chooseFiles('data.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('拒收 2 条'));
    expect(said().replace(/\s+/g, ' ')).toContain('1 行拒收');
    expect(said()).toContain('一行可以有几条问题');
  });

  test('an import that cannot be used says why and that the old data stays; one can choose again', async () => {
    workspace.nextReport = goodReport({ entered: false, findings: [FINDINGS[0]!] });
    await chooseFiles('data.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('没有载入'));
    expect(one('.outcome').getAttribute('role')).toBe('alert');
    expect(said()).toContain('原有的方案、数据和成绩保持不变');
    expect(loaded).toBe(0);
    button('重新选择').click();
    await vi.waitFor(() => expect(said()).toContain('data.xlsx'));
    expect(button('载入').disabled).toBe(false);
  });

  test('anything else that fails is said in its own words', async () => {
    workspace.nextFailure = { of: 'importFiles', code: 'file.unreadable', text: { zh: '文件读不出来', en: 'no' } };
    await chooseFiles('data.xlsx');
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('文件读不出来'));
    expect(said()).toContain('保持不变');
  });

  test('data that reads but cannot be scored is not called a success', async () => {
    await chooseFiles('data.xlsx');
    const enter = workspace.importFiles;
    workspace.importFiles = async (files, options) => {
      const report = await enter(files, options);
      workspace.set({ scored: false, scoringProblem: { code: 'score', text: { zh: '石桥村:除数为 0', en: '' } } });
      return report;
    };
    button('载入').click();
    await vi.waitFor(() => expect(said()).toContain('无法计算得分'));
    expect(said()).toContain('石桥村');
  });
});

test('the dialog has no axe violation, choosing and reporting', async () => {
  const violations = async (): Promise<string[]> =>
    (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    );
  await chooseFiles('data.xlsx');
  expect(await violations()).toEqual([]);
  workspace.nextReport = goodReport({ findings: FINDINGS });
  button('载入').click();
  await vi.waitFor(() => expect(everything(dialog, 'kh-import-report tbody tr').length).toBe(2));
  expect(await violations()).toEqual([]);
});
