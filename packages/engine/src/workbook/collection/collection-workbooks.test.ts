import { describe, expect, it } from 'vitest';

import { proposeMapping } from '../../io/mapping/propose-mapping.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import type { Subject } from '../../data/dataset.ts';
import type { BookCell, BookSheet } from '../book.ts';
import { writeBook } from '../write-book.ts';
import { collectionWorkbooks, type CollectionRequest } from './collection-workbooks.ts';
import { periodsOfKind } from './periods.ts';

const SCHEME = `scheme: sample
title: { zh: 示例考核, en: Sample }
version: 3
inputs:
  tons: { kind: number, unit: 吨, min: 0, title: { zh: 产量, en: Yield }, from: 农业站, NA: true }
  fee: { kind: number, unit: 元, per: quarter, title: { zh: 水费, en: Fee }, from: 水利站 }
  venue: { kind: level, title: 会场, words: { good: 良好, poor: 较差 }, from: 农业站 }
  late: { kind: event, title: 迟到, categories: [日, 时], from: 水利站 }
  key.*: { kind: number, title: 重点工作, from: 农业站 }
parts:
  - part: villages
    title: { zh: 村, en: Villages }
    subjects: { type: 村 }
    period: year
    items:
      - { id: grain, title: 粮食, max: 100, clause: 一(1), formula: tons * 2 }
      - { id: meeting, title: 会议, max: 5, clause: 一(2), levels: { of: venue, words: { good: 5, poor: 0 } } }
      - { id: order, title: 秩序, max: 5, clause: 二, deduct: [{ each: late, by: { 日: 1, 时: 0.5 } }] }
  - part: stations
    title: { zh: 站, en: Stations }
    subjects: { type: 站 }
    period: quarter
    items:
      - { id: water, title: 水费, max: 10, clause: 三, formula: fee }
`;

const subject = (id: string, type: string): Subject => ({
  id,
  name: `名${id}`,
  group: '',
  parent: '',
  attributes: { type },
  origin: { file: '', sheet: '', row: 0, column: '' },
});
const SUBJECTS = [subject('v1', '村'), subject('v2', '村'), subject('s1', '站')];

function workbooks(more: Partial<CollectionRequest> = {}) {
  const { scheme, findings } = loadScheme(SCHEME);
  if (scheme === null) throw new Error(findings.map(({ message }) => message.en).join('\n'));
  return collectionWorkbooks(scheme, { subjects: SUBJECTS, periods: ['2024'], language: 'zh', ...more });
}

const text = (cell: BookCell | undefined): string =>
  cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.number) : '';
const rowsOf = (sheet: BookSheet | undefined): string[][] => (sheet?.rows ?? []).map(({ cells }) => cells.map(text));
const column = (sheet: BookSheet | undefined, at: number): string[] => rowsOf(sheet).map((row) => row[at] ?? '');
const sheetOf = (name: string, more?: Partial<CollectionRequest>) =>
  workbooks(more)[0]!.book.sheets.find((sheet) => sheet.name === name);

describe('a collection workbook', () => {
  it('has a sheet for each kind of subject and period, for what comes in rows, and for reference', () => {
    expect(workbooks()[0]!.book.sheets.map(({ name }) => name)).toEqual([
      '说明',
      '村（按年）',
      '站（按季）',
      '事件',
      '其他数据',
      '考核对象',
      'kaoheng',
    ]);
  });

  it('says above each column what it is for', () => {
    const sheet = sheetOf('村（按年）');
    expect(column(sheet, 3).slice(2, 9)).toEqual([
      '产量',
      '一(1)',
      '100',
      '吨',
      '不小于 0 吨；不适用',
      expect.stringContaining('产量'),
      'kaoheng:item:tons',
    ]);
    expect(column(sheet, 4).slice(2, 8)).toEqual(['会场', '一(2)', '5', '', '良好、较差', expect.any(String)]);
    expect(
      rowsOf(sheet)
        .slice(9)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ['2024', 'v1', '名v1'],
      ['2024', 'v2', '名v2'],
    ]);
  });

  it('asks for each period of the kind in which an item is delivered', () => {
    expect(column(sheetOf('站（按季）'), 0).slice(9)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(column(sheetOf('站（按季）', { periods: ['2024-05'] }), 0).slice(9)).toEqual(['2024-Q2']);
  });

  it('allows what the scheme allows', () => {
    const rules = sheetOf('村（按年）')?.validations?.map(({ range, rule }) => [range, rule]);
    expect(rules).toContainEqual([
      'D10:D11',
      { kind: 'formula', formula: 'OR(AND(ISNUMBER(D10),D10>=0),D10="NA",D10="不适用")' },
    ]);
    const list = rules?.find(([range]) => range === 'E10:E11')?.[1];
    expect(list).toMatchObject({ kind: 'list', source: expect.stringMatching(/^'kaoheng'!\$[A-Z]+\$2:\$[A-Z]+\$3$/) });
  });

  it('gives events a column for what the rules ask, and the period where there is but one', () => {
    const rows = rowsOf(sheetOf('事件', { spareRows: 3 }));
    expect(rows[2]).toEqual(['期间', '考核对象', '指标', '类别', '日期', '数值', '备注']);
    expect(rows.slice(5)).toEqual(Array.from({ length: 3 }, () => ['2024', '', '', '', '', '', '']));
  });

  it('locks everything but the entries', () => {
    const sheet = sheetOf('村（按年）')!;
    expect(workbooks()[0]!.book.sheets.every(({ locked }) => locked === true)).toBe(true);
    const looks = sheet.rows.map(({ cells }) => new Set(cells.map(({ look }) => look.startsWith('entry'))));
    expect(looks.slice(0, 9).every((row) => !row.has(true))).toBe(true);
    expect(looks.slice(9).every((row) => !row.has(false))).toBe(true);
  });

  it('gives members of a family a column of their own once they are named', () => {
    const sheet = sheetOf('指标（按年）', { members: ['key.roads', 'other'] });
    expect(rowsOf(sheet)[2]).toEqual(['期间', '编号', '名称', '重点工作 (key.roads)']);
    expect(workbooks({ members: ['key.roads'] })[0]!.book.sheets.map(({ name }) => name)).not.toContain('其他数据');
  });

  it('is one for each department where that is wanted, each with its own items', () => {
    const books = workbooks({ byDepartment: true });
    expect(books.map(({ name, department }) => [name, department])).toEqual([
      ['示例考核 2024 填报表 农业站', '农业站'],
      ['示例考核 2024 填报表 水利站', '水利站'],
    ]);
    expect(rowsOf(books[1]!.book.sheets[1])[2]).toEqual(['期间', '编号', '名称', '水费']);
    for (const { book } of books) expect(book.sheets.map(({ name }) => name)).toContain('考核对象');
  });

  it('leaves room for the subjects where nobody has listed them yet', () => {
    const subjects = rowsOf(sheetOf('考核对象', { subjects: [] }));
    expect(subjects[2]).toEqual(['编号', '名称', '组别', '上级', 'type']);
    expect(subjects.length).toBe(104);
    const rows = rowsOf(sheetOf('村（按年）', { subjects: [] }));
    expect(rows.length).toBe(109);
    expect(rows[9]!.slice(0, 3)).toEqual(['2024', '', '']);
  });

  it('asks for the columns of the subjects that the scheme looks at, where nobody has filled them in', () => {
    const declared = SCHEME.replace(
      'inputs:',
      'attributes:\n  people: { kind: number, title: 常住人口, unit: 人 }\ninputs:',
    );
    const scheme = loadScheme(declared.replace('formula: tons * 2', 'formula: tons / people')).scheme!;
    const known = SUBJECTS.map((one, at) => ({
      ...one,
      attributes: { ...one.attributes, ...(at === 0 ? { people: '7' } : {}) },
    }));
    const [{ book }] = collectionWorkbooks(scheme, { subjects: known, periods: ['2024'], language: 'zh' }) as never as [
      { book: { sheets: readonly BookSheet[] } },
    ];
    const sheet = book.sheets.find(({ name }) => name === '考核对象');
    const at = rowsOf(sheet)[2]!.indexOf('常住人口(人)');
    expect(column(sheet, at)[3]).toContain('people');
    const cells = sheet!.rows.slice(4, 6).map((row) => row.cells[at]);
    expect(cells.map((cell) => [text(cell), cell?.look])).toEqual([
      ['7', 'plain'],
      ['', 'entry-text'],
    ]);
  });

  it('raises no question of a mapping', async () => {
    const [{ book }] = workbooks() as [ReturnType<typeof workbooks>[0]];
    const files = [{ name: 'a.xlsx', bytes: await writeBook(book) }];
    const proposal = await proposeMapping(files, loadScheme(SCHEME).scheme!.inputs);
    expect(proposal).toMatchObject({ questions: [], isOwnLayout: true });
  });

  it('speaks English when asked to', () => {
    const [{ book } = { book: undefined }] = workbooks({ language: 'en' });
    expect(book?.sheets.map(({ name }) => name)).toEqual([
      'Notes',
      'Villages (by year)',
      'Stations (by quarter)',
      'Events',
      'Other data',
      'Subjects',
      'kaoheng',
    ]);
  });
});

describe('the periods of a kind', () => {
  it('are those within, the same, or the one around', () => {
    expect(periodsOfKind(['2024-Q1', '2024-02'], 'month')).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(periodsOfKind(['2024', '2023'], 'year')).toEqual(['2023', '2024']);
    expect(periodsOfKind(['2024-Q4'], 'half')).toEqual(['2024-H2']);
    expect(periodsOfKind(['soon'], 'year')).toEqual([]);
  });
});
