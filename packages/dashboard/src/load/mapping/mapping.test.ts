import axe from 'axe-core';
import type { InputDeclaration, MappingProposal, MappingQuestion, SheetMapping } from '@kaoheng/engine/live';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../ui/page.css';
import { preferences } from '../../app/preferences.ts';
import { FakeWorkspace } from '../../testing/fake-workspace.ts';
import { everything, texts } from '../../testing/pierce.ts';
import '../load-dialog.ts';
import type { LoadDialogElement } from '../load-dialog.ts';

const INPUT: InputDeclaration = {
  item: '',
  kind: 'number',
  title: { zh: '会场', en: 'Venue' },
  unit: '',
  from: '',
  words: [],
  takesAnyWord: false,
  categories: [],
  categoryTitles: {},
  wordTitles: {},
  min: null,
  max: null,
  mayBeNA: false,
  needsValue: false,
  needsDate: false,
  needsMatter: false,
  needsCategory: false,
  needsRater: false,
};

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

const KEY = '汇总.xlsx›1›收入›';

const question = (change: Partial<MappingQuestion>): MappingQuestion => ({
  id: '',
  key: KEY,
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
      key: KEY,
      copy: { number: 1, of: 1 },
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
        texts: column === 0 ? [{ text: '石桥村委会', row: 3 }] : [{ text: '98%', row: 3 }],
        others: [],
        subjects: [],
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

async function match(files: readonly File[] = [new File(['x'], '汇总.xlsx')], rows = 4): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const input = all<HTMLInputElement>('kh-file-choice input[type=file]')[0]!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(button('载入').disabled).toBe(false));
  button('载入').click();
  await vi.waitFor(() => expect(said()).toContain('对应表格'));
  await vi.waitFor(() => expect(all('kh-mapping-sheet tbody tr').length).toBe(rows));
}

async function load(): Promise<SheetMapping> {
  await vi.waitFor(() => expect(button('按此载入').disabled).toBe(false));
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

test('words for “does not apply” are asked about once, for all columns, and each column can have its own answer', async () => {
  const columns = [
    ...MAPPING.columns,
    { column: 2, title: '参保率', means: { kind: 'figure', item: 'econ.rate' } as const },
  ];
  const sheet = { ...PROPOSAL.sheets[0]!, mapping: { ...MAPPING, columns } };
  const asked = (column: number, ...words: string[]): MappingQuestion =>
    question({
      id: `na ${column}`,
      code: 'column.not-applicable',
      cell: `${'ABC'[column]}3`,
      text: { zh: `${words.join('、')}，第 ${column} 列`, en: '' },
      answers: [
        { text: { zh: '退回', en: 'refuse' }, changes: [{ kind: 'keep' }] },
        {
          text: { zh: '按不适用', en: 'NA' },
          changes: words.map((text) => ({ kind: 'word', column, text, word: 'NA' }) as const),
        },
      ],
      proposed: 0,
    });
  workspace.nextProposal = { ...PROPOSAL, sheets: [sheet], questions: [asked(1, '—', '无'), asked(2, '/')] };
  await match();
  expect(said()).toContain('请核对（1 项');
  expect(said()).toContain('有 2 列写着“—”、“无”、“/”');
  expect(all('input[type=radio]').length).toBe(2);
  all<HTMLInputElement>('input[type=radio]')[1]!.click();
  await vi.waitFor(() =>
    expect(all<HTMLSelectElement>('.columns select').map(({ value }) => value)).toEqual(['1', '1']),
  );
  const second = all<HTMLSelectElement>('.columns select')[1]!;
  second.value = '0';
  second.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(said()).toContain('这 2 列的选择不一致'));
  expect(all<HTMLInputElement>('input[type=radio]').map(({ checked }) => checked)).toEqual([false, false]);
  expect((await load()).columns.map(({ words }) => words)).toEqual([undefined, { '—': 'NA', 无: 'NA' }, undefined]);
});

test('tables of one sheet are made one, and parted again', async () => {
  const area = { top: 5, bottom: null, left: 0, right: null };
  const [sheet] = PROPOSAL.sheets;
  const part = { ...sheet!, key: `${KEY}0:5`, mapping: { ...MAPPING, area } };
  workspace.nextProposal = { ...PROPOSAL, sheets: [part], questions: [] };
  await match();
  workspace.nextProposal = { ...PROPOSAL, questions: [] };
  button('合为一张表').click();
  await vi.waitFor(() => expect(said()).toContain('此工作表已按一张表读'));
  const given = (): unknown => (workspace.calls.at(-1)!.with[1] as { given: unknown }).given;
  expect(given()).toEqual([{ key: KEY, isOneTable: true }]);
  button('重新分开').click();
  await vi.waitFor(() => expect(given()).toEqual([]));
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

test('what is asked about the values of a column goes when the column is not read, and comes back with it', async () => {
  const unit: MappingQuestion = { ...PROPOSAL.questions[1]!, ofItem: { column: 1, item: 'econ.income' } };
  const doubt = question({
    id: 'doubt',
    code: 'column.doubtful',
    text: { zh: '列“集体收入”是否就是指标“集体收入”？', en: '' },
    answers: [
      { text: { zh: '就是它', en: '' }, changes: [{ kind: 'keep' }] },
      { text: { zh: '不读此列', en: '' }, changes: [{ kind: 'means', column: 1, means: { kind: 'ignore' } }] },
    ],
    proposed: 0,
  });
  workspace.nextProposal = { ...PROPOSAL, questions: [doubt, unit] };
  await match();
  expect(said()).toContain('是否乘以 10000？');
  all<HTMLInputElement>('input[type=radio]')[1]!.click();
  await vi.waitFor(() => expect(said()).not.toContain('是否乘以 10000？'));
  expect(said()).toContain('1 项，均已有答案');
  all<HTMLInputElement>('input[type=radio]')[0]!.click();
  await vi.waitFor(() => expect(said()).toContain('是否乘以 10000？'));
  expect((await load()).columns[1]).toMatchObject({ means: { kind: 'figure' }, factor: '10000' });
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

const set = (element: HTMLInputElement | HTMLSelectElement, value: string): void => {
  element.value = value;
  element.dispatchEvent(new Event('change'));
};
const asks = () => workspace.calls.filter(({ name }) => name === 'proposeMapping');

test('another header proposes the columns anew, and what was set by hand stays as long as its column is there', async () => {
  await match();
  set(select('B 集体收入 列是'), '=econ.visits');
  set(select('A 单位 列是'), 'subject by id');
  const moved = { ...MAPPING, header: { first: 3, last: 3 }, data: { first: 4, last: null } };
  const [sheet] = PROPOSAL.sheets;
  workspace.nextProposal = {
    ...PROPOSAL,
    questions: [],
    sheets: [
      {
        ...sheet!,
        mapping: { ...moved, columns: [MAPPING.columns[0]!, { column: 2, title: '走访', means: { kind: 'ignore' } }] },
        columns: [sheet!.columns[0]!, { ...sheet!.columns[1]!, column: 2, title: '走访', means: { kind: 'ignore' } }],
      },
    ],
  };
  const [, last] = all<HTMLInputElement>('input[type=number]');
  set(last!, '3');
  await vi.waitFor(() => expect(said()).toContain('没有拿不准的地方'));
  expect(asks().at(-1)!.with[1]).toMatchObject({ given: [{ key: KEY, header: { first: 2, last: 3 } }] });
  // Column B is gone, and with it what was said of it.
  expect((await load()).columns).toEqual([
    { column: 0, title: '单位', means: { kind: 'subject', by: 'id' } },
    { column: 2, title: '走访', means: { kind: 'ignore' } },
  ]);
});

test('answers given by hand stay when the columns are proposed anew; those that nobody gave do not', async () => {
  await match();
  all<HTMLInputElement>('input[type=radio]')[1]!.click();
  workspace.nextProposal = { ...PROPOSAL, questions: PROPOSAL.questions.map((one) => ({ ...one, proposed: -1 })) };
  const role = all<HTMLSelectElement>('kh-mapping-sheet select')[0]!;
  set(role, 'long');
  await vi.waitFor(() => expect(asks()).toHaveLength(2));
  await vi.waitFor(() => expect(button('按此载入').disabled).toBe(false));
  expect(asks().at(-1)!.with[1]).toMatchObject({ given: [{ key: KEY, role: 'long' }] });
  const mapping = await load();
  expect(mapping).toMatchObject({ role: 'long', subjects: { 石桥村委会: '' } });
  expect(mapping.columns[1]).not.toHaveProperty('factor');
});

test('the period that is being looked at goes along with files that come to own data, never with a sample', async () => {
  dialog.period = '2024-Q3';
  await match();
  expect(asks().at(-1)!.with[1]).not.toHaveProperty('period');
  await load();
  await dialog.show();
  await match();
  expect(asks().at(-1)!.with[1]).toMatchObject({ period: '2024-Q3' });
});

test('two files of one name are both taken, and told apart', async () => {
  const [sheet] = PROPOSAL.sheets;
  const second = '汇总.xlsx›2›收入›';
  workspace.nextProposal = {
    ...PROPOSAL,
    sheets: [
      { ...sheet!, copy: { number: 1, of: 2 } },
      { ...sheet!, key: second, copy: { number: 2, of: 2 }, mapping: { ...MAPPING, copy: 2 } },
    ],
    questions: PROPOSAL.questions.map((one) => ({ ...one, id: `second ${one.id}`, key: second, proposed: -1 })),
  };
  await match([new File(['x'], '汇总.xlsx'), new File(['y'.repeat(5000)], '汇总.xlsx')], 8);
  expect(said()).toContain('汇总.xlsx（同名 2 个文件中的第 2 个，5 KB） › 收入 › A3');
  all<HTMLInputElement>('input[type=radio]')[1]!.click();
  button('按此载入').click();
  await vi.waitFor(() => expect(said()).toContain('已载入'));
  const [files, mappings] = workspace.calls.at(-1)!.with as [readonly File[], readonly SheetMapping[]];
  expect(files).toHaveLength(2);
  // What was said of the second file is not said of the first.
  expect(mappings.map(({ subjects }) => Object.keys(subjects))).toEqual([[], ['石桥村委会']]);
});

test('a name that several subjects have must be chosen by hand; nothing is read of it until then', async () => {
  const same = (id: string) => ({
    text: { zh: `城关镇(${id})`, en: id },
    changes: [{ kind: 'subject' as const, text: '城关 镇', subject: id }],
  });
  workspace.nextProposal = {
    ...PROPOSAL,
    questions: [
      question({
        id: 'which',
        code: 'subject.ambiguous',
        text: { zh: '名单里有几个“城关 镇”。这里指哪一个？', en: 'Which?' },
        answers: [same('t1'), same('t2')],
      }),
    ],
  };
  await match();
  expect(said()).toContain('1 项，1 项未答');
  expect(all<HTMLInputElement>('input[type=radio]').map(({ checked }) => checked)).toEqual([false, false]);
  all<HTMLInputElement>('input[type=radio]')[1]!.click();
  await vi.waitFor(() => expect(said()).toContain('均已有答案'));
  expect((await load()).subjects).toEqual({ '城关 镇': 't2' });
});

test('what the words of a column stand for is seen and set right below the table', async () => {
  const [sheet] = PROPOSAL.sheets;
  const venue = { column: 2, title: '会场', means: { kind: 'figure' as const, item: 'society.veterans.upkeep' } };
  const columns = [...MAPPING.columns, { ...venue, words: { 好: 'good' } }];
  const texts = ['好', '良好', 'poor', '一般般'].map((text, at) => ({ text, row: at + 3 }));
  const level: InputDeclaration = {
    ...INPUT,
    item: 'society.veterans.upkeep',
    kind: 'level',
    words: ['good', 'poor'],
    wordTitles: { good: { zh: '好', en: 'Good' }, poor: { zh: '差', en: 'Poor' } },
  };
  const inputs = workspace.status.scheme!.inputs;
  workspace.set({ scheme: { ...workspace.status.scheme!, inputs: [...inputs, level] } });
  workspace.nextProposal = {
    ...PROPOSAL,
    questions: [],
    sheets: [
      {
        ...sheet!,
        mapping: { ...MAPPING, columns },
        columns: [...sheet!.columns, { ...sheet!.columns[1]!, ...venue, texts }],
      },
    ],
  };
  await match();
  const details = all<HTMLDetailsElement>('kh-word-table details')[0]!;
  expect(details.textContent).toContain('C 会场 列用词对照（4 种写法，2 种未认出）');
  details.open = true;
  await vi.waitFor(() => expect(all('kh-word-table tbody tr').length).toBe(4));
  expect(texts.map(({ text }) => select(`“${text}”读作`).value)).toEqual(['good', '', 'poor', '']);
  set(select('“良好”读作'), 'good');
  set(select('“一般般”读作'), 'poor');
  await vi.waitFor(() => expect(details.textContent).toContain('（4 种写法）'));
  set(select('“一般般”读作'), '');
  await vi.waitFor(() => expect(details.textContent).toContain('1 种未认出'));
  expect((await load()).columns[2]).toEqual({
    ...venue,
    words: { 好: 'good', 良好: 'good', 一般般: '一般般' },
  });
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
