import axe from 'axe-core';
import type { MappingProposal, MappingQuestion, SheetMapping } from '@kaoheng/engine/live';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../ui/page.css';
import { preferences } from '../../app/preferences.ts';
import { FakeWorkspace } from '../../testing/fake-workspace.ts';
import { everything, texts } from '../../testing/pierce.ts';
import '../load-dialog.ts';
import type { LoadDialogElement } from '../load-dialog.ts';

const reasonText = { zh: '表头是通用的叫法', en: 'a usual word' };

const MAPPING: SheetMapping = {
  file: '汇总.xlsx',
  sheet: '收入',
  fingerprint: 'x',
  role: 'wide',
  header: { first: 2, last: 2 },
  data: { first: 3, last: null },
  fixed: { period: '2024' },
  columns: [
    { column: 0, title: '单位', means: { kind: 'subject', by: 'name' } },
    { column: 1, title: '集体收入', means: { kind: 'figure', item: 'econ.income' } },
  ],
  notApplicable: ['/'],
  subjects: {},
};

const question = (change: Partial<MappingQuestion>): MappingQuestion => ({
  id: '',
  code: 'subject.unknown',
  file: MAPPING.file,
  sheet: MAPPING.sheet,
  cell: 'A3',
  text: { zh: '', en: '' },
  answers: [],
  proposed: -1,
  ...change,
});

const PROPOSAL: MappingProposal = {
  isOwnLayout: false,
  subjects: [
    { id: 'v02', name: '石桥村' },
    { id: 'v03', name: '云峰村' },
    { id: 'v04', name: '双河村' },
    { id: 'v05', name: '双河村' },
  ],
  sheets: [
    {
      mapping: MAPPING,
      confidence: 0.95,
      reason: 'known',
      reasonText,
      hidden: false,
      rows: 3,
      columns: MAPPING.columns.map(({ column, title, means }) => ({
        column,
        title,
        means,
        confidence: column === 0 ? 0.9 : 0.5,
        reason: 'known',
        reasonText,
        unit: '',
        sample: [],
        others: [],
      })),
      preview: [
        { row: 1, kind: 'above', cells: ['2024年汇总表'] },
        { row: 2, kind: 'header', cells: ['单位', '集体收入'] },
        { row: 3, kind: 'data', cells: ['石桥村委会', '98%'] },
        { row: 4, kind: 'total', cells: ['合计', '98'] },
      ],
    },
  ],
  questions: [
    question({
      id: 'who',
      text: { zh: '名单里没有“石桥村委会”。它是谁？', en: 'Who?' },
      answers: [
        { text: { zh: '石桥村(v02)', en: 'v02' }, changes: [{ kind: 'subject', text: '石桥村委会', subject: 'v02' }] },
        { text: { zh: '不是考核对象', en: 'nobody' }, changes: [{ kind: 'subject', text: '石桥村委会', subject: '' }] },
      ],
    }),
    question({
      id: 'unit',
      code: 'column.unit',
      cell: 'B2',
      text: { zh: '是否乘以 10000？', en: 'Multiply?' },
      answers: [
        { text: { zh: '乘以 10000', en: 'times' }, changes: [{ kind: 'factor', column: 1, factor: '10000' }] },
        { text: { zh: '不换算', en: 'no' }, changes: [{ kind: 'factor', column: 1, factor: null }] },
      ],
      proposed: 0,
    }),
  ],
};

let workspace: FakeWorkspace;
let dialog: LoadDialogElement;

beforeEach(async () => {
  preferences.language = 'zh-CN';
  workspace = new FakeWorkspace();
  await workspace.loadSample();
  workspace.nextProposal = PROPOSAL;
  dialog = document.createElement('kh-load-dialog');
  dialog.workspace = workspace;
  document.body.append(dialog);
  await dialog.show();
});

afterEach(() => dialog.remove());

const said = (): string => texts([dialog]).replace(/\s+/g, ' ');
const all = <Found extends HTMLElement>(selector: string): Found[] => everything<Found>(dialog, selector);
const button = (text: string): HTMLButtonElement =>
  all<HTMLButtonElement>('button').find((candidate) => candidate.textContent?.trim() === text)!;
const select = (label: string): HTMLSelectElement =>
  all<HTMLSelectElement>('select').find((one) => one.getAttribute('aria-label') === label)!;

async function match(): Promise<void> {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], '汇总.xlsx'));
  const input = all<HTMLInputElement>('kh-file-choice input[type=file]')[0]!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(button('载入').disabled).toBe(false));
  button('载入').click();
  await vi.waitFor(() => expect(said()).toContain('对应表格'));
  await vi.waitFor(() => expect(all('kh-mapping-sheet tbody tr').length).toBe(4));
}

async function load(): Promise<SheetMapping> {
  button('按此载入').click();
  await vi.waitFor(() => expect(said()).toContain('已载入'));
  const call = workspace.calls.at(-1)!;
  expect(call.name).toBe('importFiles');
  return (call.with[1] as SheetMapping[])[0]!;
}

test('what is proposed stands there: questions first, then the sheet with its rows, reasons and certainty', async () => {
  await match();
  for (const part of [
    '2 项，1 项未答',
    '汇总.xlsx › 收入 › A3',
    '有把握',
    '把握不大',
    '表头是通用的叫法',
    '石桥村委会',
  ]) {
    expect(said()).toContain(part);
  }
  expect(all('kh-mapping-sheet tr.total').length).toBe(1);
  expect(select('B 集体收入 列是').value).toBe('=econ.income');
  expect(await load()).toEqual({
    ...MAPPING,
    columns: [MAPPING.columns[0], { ...MAPPING.columns[1], factor: '10000' }],
  });
});

test('answers and corrections are read, the later ones count', async () => {
  await match();
  all<HTMLInputElement>('input[type=radio]')[0]!.click();
  all<HTMLInputElement>('input[type=radio]')[3]!.click();
  await vi.waitFor(() => expect(said()).toContain('均已有答案'));
  const own = all<HTMLInputElement>('input.own')[0]!;
  own.value = '云峰村';
  own.dispatchEvent(new Event('change'));
  const first = select('A 单位 列是');
  first.value = 'subject by id';
  first.dispatchEvent(new Event('change'));
  const [headerFirst, headerLast] = all<HTMLInputElement>('input[type=number]');
  headerLast!.value = '3';
  headerLast!.dispatchEvent(new Event('change'));
  expect(headerFirst!.value).toBe('2');
  await dialog.updateComplete;
  expect(await load()).toMatchObject({
    header: { first: 2, last: 3 },
    data: { first: 4, last: null },
    subjects: { 石桥村委会: 'v03' },
    columns: [{ means: { kind: 'subject', by: 'id' } }, { means: { kind: 'figure' } }],
  });
});

test('a likely name counts only when somebody says so, one by one or all at once', async () => {
  const likely: MappingQuestion = { ...PROPOSAL.questions[0]!, likely: 0 };
  workspace.nextProposal = { ...PROPOSAL, questions: [likely, PROPOSAL.questions[1]!] };
  await match();
  expect(said()).toContain('石桥村(v02) 像是');
  expect(all<HTMLInputElement>('input[type=radio]')[0]!.checked).toBe(false);
  expect(said()).toContain('2 项，1 项未答');
  button('这 1 个名称都按“像是”的那一项认定').click();
  await vi.waitFor(() => expect(said()).toContain('均已有答案'));
  expect(all<HTMLInputElement>('input[type=radio]')[0]!.checked).toBe(true);
  expect(button('这 1 个名称都按“像是”的那一项认定')).toBeUndefined();
  expect((await load()).subjects).toEqual({ 石桥村委会: 'v02' });
});

test('whoever is on no list is refused at once as an answer, and so is a name that several have', async () => {
  await match();
  const own = () => all<HTMLInputElement>('input.own')[0]!;
  const write = (text: string) => {
    own().value = text;
    own().dispatchEvent(new Event('change'));
  };
  expect([...all<HTMLOptionElement>('datalist option')].map(({ value }) => value)).toContain('云峰村(v03)');
  write('新民村');
  await vi.waitFor(() => expect(said()).toContain('名单里没有“新民村”'));
  expect(own().getAttribute('aria-invalid')).toBe('true');
  expect(own().value).toBe('新民村');
  expect(said()).toContain('1 项未答');
  write('双河村');
  await vi.waitFor(() => expect(said()).toContain('名单里有几个“双河村”'));
  write('双河村(v05)');
  await vi.waitFor(() => expect(said()).toContain('均已有答案'));
  expect(own().getAttribute('aria-invalid')).toBeNull();
  expect((await load()).subjects).toEqual({ 石桥村委会: 'v05' });
});

test('of a sheet that is not read nothing is asked', async () => {
  await match();
  const role = all<HTMLSelectElement>('kh-mapping-sheet select')[0]!;
  role.value = 'ignore';
  role.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(said()).toContain('没有拿不准的地方'));
  expect(all('kh-mapping-sheet table').length).toBe(0);
  expect((await load()).role).toBe('ignore');
});

test('one can go back, and files in the layout of the program pass without a question', async () => {
  await match();
  button('返回').click();
  await vi.waitFor(() => expect(said()).toContain('载入数据'));
  workspace.nextProposal = { ...PROPOSAL, isOwnLayout: true };
  button('载入').click();
  await vi.waitFor(() => expect(said()).toContain('已载入'));
  expect(workspace.calls.at(-1)!.with).toHaveLength(1);
});

test('the step has no axe violation', async () => {
  await match();
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
});
