import axe from 'axe-core';
import type { SheetMapping } from '@kaoheng/engine/live';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../ui/page.css';
import { preferences } from '../app/preferences.ts';
import { FakeWorkspace } from '../testing/fake-workspace.ts';
import { everything, texts } from '../testing/pierce.ts';
import { periodsOf, type CollectionOrderElement } from './collection-order.ts';

let workspace: FakeWorkspace;
let order: CollectionOrderElement;
let saved: string[];

beforeEach(async () => {
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  order = document.createElement('kh-collection-order');
  order.workspace = workspace;
  const [input] = workspace.status.scheme!.inputs;
  order.inputs = [input!, { ...input!, item: 'other', from: '农业站' }];
  document.body.append(order);
  await vi.waitFor(() => expect(field().value).not.toBe(''));
});

afterEach(() => {
  order.remove();
  vi.restoreAllMocks();
});

const field = (): HTMLInputElement => everything<HTMLInputElement>(order, '.periods input')[0]!;
const make = (): HTMLButtonElement => everything<HTMLButtonElement>(order, 'button.make')[0]!;
const type = (text: string): void => {
  field().value = text;
  field().dispatchEvent(new Event('input'));
};

test('workbooks are ordered for the chosen periods, the loaded subjects, and each department', async () => {
  type('2024-q1、2024-Q2');
  everything<HTMLInputElement>(order, 'input[type=checkbox]')[0]!.click();
  make().click();
  await vi.waitFor(() => expect(saved).toEqual(['sample-2024-Q1-2024-Q2.xlsx']));
  expect(workspace.calls.at(-1)).toEqual({
    name: 'collectionWorkbooks',
    with: [{ periods: ['2024-Q1', '2024-Q2'], language: 'zh', byDepartment: true }],
  });
  expect(texts([order])).toContain('已生成 1 个文件');
});

test('a scheme that is not open and a list of one’s own', async () => {
  order.scheme = { builtIn: 'teacher-ethics' };
  await order.updateComplete;
  const transfer = new DataTransfer();
  const list = new File(['subject\na\n'], '名单.csv');
  transfer.items.add(list);
  const picker = everything<HTMLInputElement>(order, 'input[type=file]')[0]!;
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(texts([order])).toContain('名单.csv'));
  make().click();
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(workspace.calls.at(-1)!.with[0]).toMatchObject({ scheme: { builtIn: 'teacher-ethics' }, subjects: [list] });
});

test('a list in another layout is asked about, and read as was answered', async () => {
  const mapping: SheetMapping = {
    file: '花名册.csv',
    sheet: '',
    fingerprint: 'x',
    role: 'subjects',
    header: { first: 1, last: 1 },
    data: { first: 2, last: 3 },
    fixed: {},
    columns: [{ column: 0, title: '姓名', means: { kind: 'subject', by: 'name' } }],
    notApplicable: [],
    subjects: {},
  };
  const key = '花名册.csv›1››';
  const about = { key, file: mapping.file, sheet: '', cell: 'A1', proposed: 0 };
  const period = {
    ...about,
    id: 'period',
    code: 'sheet.period' as const,
    text: { zh: '哪个期间？', en: '' },
    answers: [],
  };
  const reasonText = { zh: '', en: '' };
  const sheet = { key, copy: { number: 1, of: 1 }, mapping, confidence: 1, reason: 'known' as const, reasonText };
  workspace.nextProposal = {
    isOwnLayout: false,
    subjects: [],
    sheets: [{ ...sheet, hidden: false, rows: 3, columns: [], preview: [] }],
    questions: [
      {
        ...about,
        id: 'ids',
        code: 'sheet.no-id',
        text: { zh: '以什么作编号？', en: '' },
        answers: [
          { text: { zh: '姓名', en: '' }, changes: [{ kind: 'named-with', namedWith: null }] },
          { text: { zh: '姓名加部门', en: '' }, changes: [{ kind: 'named-with', namedWith: 1 }] },
        ],
      },
      { ...period, proposed: -1 },
    ],
  };
  const transfer = new DataTransfer();
  transfer.items.add(new File(['姓名,部门\n'], '花名册.csv'));
  const picker = everything<HTMLInputElement>(order, '.list input[type=file]')[0]!;
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(texts([order])).toContain('以什么作编号？'));
  // Of which period it is matters to nobody here.
  expect(texts([order])).not.toContain('哪个期间？');
  everything<HTMLInputElement>(order, 'input[type=radio]')[1]!.click();
  // Who is who decides on the rows of other tables: it is looked at once more.
  await vi.waitFor(() => expect(workspace.calls.filter(({ name }) => name === 'proposeMapping')).toHaveLength(2));
  await vi.waitFor(() => expect(make().disabled).toBe(false));
  make().click();
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(workspace.calls.at(-1)!.with[0]).toMatchObject({ mappings: [{ role: 'subjects', namedWith: 1 }] });
});

test('the subjects of a sample are not proposed for another scheme', async () => {
  expect(texts([order])).toContain('示例中的 30 个');
  order.scheme = { builtIn: 'teacher-ethics' };
  await order.updateComplete;
  expect(texts([order])).not.toContain('30 个');
  expect(texts([order])).toContain('不选则留出空行');
  make().click();
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(workspace.calls.at(-1)!.with[0]).toMatchObject({ scheme: { builtIn: 'teacher-ethics' }, subjects: [] });
});

test('room may be left for names instead of those loaded, and taken back', async () => {
  const press = async (text: string): Promise<void> => {
    everything(order, 'button')
      .find((button) => button.textContent?.trim() === text)!
      .click();
    await order.updateComplete;
  };
  await press('留空，由填报人填写');
  expect(texts([order])).toContain('不选则留出空行');
  await press('改用已载入的');
  expect(texts([order])).toContain('示例中的 30 个');
});

test('without subjects room is left for them; a text that is no period is named', async () => {
  workspace.set({ data: null });
  await order.updateComplete;
  expect(make().disabled).toBe(false);
  expect(texts([order])).toContain('不选则留出空行');
  await workspace.loadSample();
  await order.updateComplete;
  type('明年');
  make().click();
  await vi.waitFor(() => expect(texts([order])).toContain('请填写考核期'));
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(saved).toEqual([]);
});

test('what fails is said in its own words', async () => {
  workspace.nextFailure = { of: 'collectionWorkbooks', code: 'subjects.faulty', text: { zh: '名单有错', en: 'no' } };
  make().click();
  await vi.waitFor(() => expect(texts([order])).toContain('名单有错'));
});

test('there is no axe violation', async () => {
  const { violations } = await axe.run(order, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('periods are read as they are typed', () => {
  expect(periodsOf(' ２０２４，2024-h1 2024-03, 2024 ')).toEqual(['2024', '2024-H1', '2024-03']);
  expect(periodsOf('2025年、2024 年 3 月；2024年上半年')).toEqual(['2025', '2024-03', '2024-H1']);
  expect(periodsOf('2024 2025年')).toEqual(['2024', '2025']);
  expect(periodsOf('2024-13')).toBeNull();
  expect(periodsOf('')).toBeNull();
});
