import { read, SSF, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';

import { readCsv } from '../../io/read-csv.ts';
import { decodeText } from '../../io/decode-text.ts';
import type { Figure } from '../../reader/figure.ts';
import { scoredReader } from '../../reader/scored-reader.ts';
import { readCase, runCase } from '../../schemes/testing/case-folder.ts';
import type { DeliveryLine } from '../collection/deliveries.ts';
import { completenessTable } from './completeness.ts';
import { exportFiles } from './export-results.ts';
import { gapTables } from './gaps.ts';
import type { DataDoubts } from './data-doubts.ts';
import type { ExportTable } from './table.ts';
import { resultTable, type ResultView } from './views.ts';
import { tableCsv, tablesBook, tablesWorkbook } from './write-tables.ts';

const figure = (text: string, state: Figure['state'] = 'value'): Figure => ({
  state,
  text,
  number: /^-?\d/.test(text) && state === 'value' ? Number(text) : null,
  exact: true,
});

const TABLE: ExportTable = {
  name: '名次 2024',
  title: '示例　2024　名次',
  columns: [{ title: '名称' }, { title: '得分（100）' }],
  rows: [
    ['=HYPERLINK("x")', figure('95.050')],
    ['张村', figure('1234567.123456789012')],
    ['李村', figure('0', 'missing')],
    ['王村', figure('NA', 'na')],
    ['赵村', figure('优秀')],
    ['钱村', null],
  ],
  frozen: 1,
};

const run = await runCase(readCase('township-9-villages'));
const reader = scoredReader(run.scoring.scored, async (query) => run.scoring.explain(query));
const period = run.scoring.scored.parts[0]!.description.periods.at(-1)!;
const view = (name: ResultView) => resultTable(name, reader, { period }, 'zh');

describe('a table as a sheet', () => {
  it('has numbers as numbers with their decimals, and as text with a comment what a double cannot hold', () => {
    const [sheet] = tablesBook([TABLE], 'zh').sheets;
    expect(sheet!.rows.slice(2, 8).map(({ cells }) => cells[1])).toEqual([
      { kind: 'number', number: 95.05, places: 3, look: 'cell' },
      {
        kind: 'text',
        text: '1234567.123456789012',
        look: 'cell',
        align: 'right',
        comment: expect.stringContaining('15'),
      },
      { kind: 'number', number: 0, places: 0, look: 'cell-doubtful', after: '（未报）' },
      { kind: 'text', text: '不适用', look: 'cell', align: 'right' },
      { kind: 'text', text: '优秀', look: 'cell' },
      { kind: 'empty', look: 'cell' },
    ]);
    expect(sheet).toMatchObject({ name: '名次 2024', frozen: { rows: 2, columns: 1 } });
  });

  it('says below what its marks mean, and nothing where there are none', () => {
    const below = (rows: ExportTable['rows']) => {
      const [sheet] = tablesBook([{ ...TABLE, rows }], 'zh').sheets;
      return sheet!.rows
        .slice(2 + rows.length)
        .flatMap(({ cells }) => cells.map((cell) => 'text' in cell && cell.text));
    };
    expect(below(TABLE.rows)).toEqual(['“（未报）”：数据尚未报送，暂按 0 计。“不适用”：本期不考核此项。']);
    expect(below([['张村', figure('0')]])).toEqual([]);
  });

  it('shows a quotient that does not end as the screen does, and holds all its digits', async () => {
    const quotient = (text: string): Figure => ({ ...figure(text), exact: false });
    const rows = [
      ['甲', quotient('6.666666666667')],
      ['乙', quotient('-0.333333333333')],
      ['丙', quotient('99.999999999999')],
      ['丁', figure('8.762709923664')],
      ['戊', figure('0', 'missing')],
    ];
    const bytes = await tablesWorkbook([{ ...TABLE, rows }], 'zh');
    const sheet = read(bytes, { type: 'array', cellNF: true }).Sheets['名次 2024']!;
    const shown = ['B3', 'B4', 'B5', 'B6', 'B7'].map((at) => [sheet[at].v, SSF.format(sheet[at].z, sheet[at].v)]);
    expect(shown).toEqual([
      [6.666666666667, '≈6.6667'],
      [-0.333333333333, '≈-0.3333'],
      [99.999999999999, '≈100'],
      [8.762709923664, '8.762709923664'],
      [0, '0（未报）'],
    ]);
    const widths = tablesBook([{ ...TABLE, rows: rows.slice(0, 3) }], 'zh').sheets[0]!.widths!;
    expect(widths[1]).toBeLessThan(14);
  });

  it('runs no text as a formula', async () => {
    const sheet = read(await tablesWorkbook([TABLE], 'zh'), { type: 'array', cellFormula: true }).Sheets['名次 2024'];
    expect(sheet?.['A3']).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
    expect(sheet?.['A3'].f).toBeUndefined();
  });
});

describe('a table as CSV', () => {
  it('is UTF-8 with a byte-order mark and defused texts', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableCsv(TABLE, 'zh'));
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeff名称,得分（100）',
      `"'=HYPERLINK(""x"")",95.050`,
      '张村,1234567.123456789012',
    ]);
  });

  it('has a word for what is missing and what does not apply', () => {
    const cells = (language: 'zh' | 'en') =>
      new TextDecoder()
        .decode(tableCsv(TABLE, language))
        .split('\r\n')
        .slice(3, 5)
        .map((line) => line.split(',')[1]);
    expect(cells('zh')).toEqual(['未报', '不适用']);
    expect(cells('en')).toEqual(['missing', 'n/a']);
  });

  it('is GB18030 when that is asked for', () => {
    const decoded = decodeText(tableCsv(TABLE, 'zh', 'gb18030'));
    expect(decoded).toMatchObject({ kind: 'text', encoding: 'gb18030' });
    const rows: string[][] = [];
    readCsv('x.csv', decoded.kind === 'text' ? decoded.text : '').eachRow((cells) => void rows.push([...cells]));
    expect(rows[5]).toEqual(['赵村', '优秀']);
  });
});

describe('views of results', () => {
  it('give the ranking in its order with rank, name, items and total', async () => {
    const { columns, rows, title } = await view('ranking');
    const titles = columns.map((column) => column.title);

    expect(title).toBe(`乡村级目标管理考评　${period}　名次`);
    expect(titles.slice(0, 3)).toEqual(['名次', '编号', '名称']);
    const total = rows.map((row) => Number((row[titles.indexOf('总分')] as Figure).text));
    expect(total).toEqual([...total].sort((a, b) => b - a));
  });

  it('give every figure that the scheme writes, exactly', async () => {
    const { columns, rows } = await view('matrix');
    const nodes = run.scoring.scored.parts[0]!.description.nodes;
    expect(columns.length).toBe(nodes.length + 3);

    const inWords: Record<string, Record<string, string>> = { flag: { 是: 'true', 否: 'false' }, word: { 无: 'none' } };
    const expected = run.rows.filter(([of]) => of === period);
    const found = rows.flatMap((row) =>
      nodes.flatMap(({ id, kind }, at) => {
        const cell = row[at + 3];
        const text = cell === null || cell === undefined ? null : typeof cell === 'string' ? cell : cell.text;
        const plain = text === null ? null : (inWords[kind]?.[text] ?? text);
        return plain === null ? [] : [[period, row[0], id, plain]];
      }),
    );
    const sorted = (list: readonly (readonly unknown[])[]): string[] => list.map((row) => row.join(' ')).sort();
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('give the sheet of every subject, line by line', async () => {
    const { rows } = await view('sheets');
    expect(new Set(rows.map(([subject]) => subject)).size).toBe(9);
  });

  it('give the explanation of every figure', async () => {
    const { rows, columns } = await view('explanations');
    const at = (title: string): number => columns.findIndex((column) => column.title === title);
    const total = rows.find((row) => row[at('指标编号')] === 'total');
    expect(total?.[at('计算')]).toMatch(/=/);
    expect(rows.every((row) => row[at('规则')] !== undefined)).toBe(true);
  });

  it('give who has delivered what', () => {
    const { rows, columns } = completenessTable(run.scheme, run.imported.dataset!, run.scoring.scored, period, 'en');
    expect(columns.map(({ title }) => title)).toEqual([
      'From',
      'Period',
      'Id',
      'Name',
      'Item',
      'Item id',
      'State',
      'Rows',
    ]);
    const states = new Set(rows.map((row) => row[6]));
    expect(
      [...states].every((state) => ['given', 'missing', 'does not apply', 'not needed'].includes(String(state))),
    ).toBe(true);
    expect(states.has('given')).toBe(true);
  });

  it('make one workbook with a sheet for each, and notes', async () => {
    const tables = [await view('ranking'), await view('matrix'), await view('sheets')];
    const bytes = await tablesWorkbook(tables, 'zh', await reader.describe());
    const book = read(bytes, { type: 'array' });

    expect(book.SheetNames).toEqual([`名次 ${period}`, `得分 ${period}`, `成绩单 ${period}`, '说明']);
    expect(utils.sheet_to_json(book.Sheets[`名次 ${period}`]!, { header: 1, blankrows: false }).length).toBe(12);
  });
});

describe('the notes of a workbook', () => {
  const notesOf = async (doubts?: DataDoubts): Promise<string> => {
    const request = { views: ['ranking'], periods: [period], language: 'zh', format: 'xlsx' } as const;
    const [file] = await exportFiles({ reader }, { ...request, ...(doubts && { doubts }) });
    return JSON.stringify(utils.sheet_to_json(read(file!.bytes, { type: 'array' }).Sheets['说明']!, { header: 1 }));
  };

  it('tell who has not delivered everything, and only in the periods that are in it', async () => {
    const { rows } = await reader.ranking({ period });
    const owing = rows.filter(({ complete }) => complete === false);
    expect(owing.length).toBeGreaterThan(0);
    const notes = await notesOf();
    expect(notes).toContain(`${period}：${owing.length} 个对象数据未报齐`);
    expect(owing.every(({ name }) => notes.includes(name))).toBe(true);
    expect(notes.match(/未报齐/g)).toHaveLength(1);
  });

  it('tell of rows that were not read and of conflicts that are open, where there are any', async () => {
    const notes = await notesOf({ refusedRows: 12, openConflicts: 3 });
    expect(notes).toContain('有 12 行未读入');
    expect(notes).toContain('对 3 处数据说法不一');
    expect(await notesOf({ refusedRows: 0, openConflicts: 0 })).not.toMatch(/未读入|说法不一/);
  });
});

describe('what is still missing', () => {
  const owed = (item: string, from: string, ...names: string[]): DeliveryLine => ({
    item,
    title: { zh: `指标${item}`, en: item },
    from,
    period: '2024',
    subjects: names.map((name) => ({ subject: name, name, state: 'missing', rows: 0 })),
  });
  const lines = [
    owed('tax', '财政所', '=1+1', '东村'),
    owed('a', '', '东村'),
    owed('crop', '农业站', '西村'),
    owed('b', '', '西村'),
  ];

  it('has a table for each who owes it, and one for what nobody is named for', () => {
    const tables = gapTables(run.scheme, lines, '2024', 'zh');
    expect(tables.map(({ name, rows }) => [name, rows.map((row) => row[1])])).toEqual([
      ['缺报清单 财政所 2024', ['指标tax', '指标tax']],
      ['缺报清单 2024', ['指标a', '指标b']],
      ['缺报清单 农业站 2024', ['指标crop']],
    ]);
  });

  it('is one table, called after whoever owes it, when that is asked for', async () => {
    const gaps = (of: string, owner?: Parameters<typeof gapTables>[4]) => gapTables(run.scheme, lines, of, 'zh', owner);
    const request = { views: ['gaps'], periods: [period], language: 'zh', owner: { from: '财政所' } } as const;
    const [book] = await exportFiles({ reader, gaps }, { ...request, format: 'xlsx' });
    expect(book!.name).toBe(`缺报清单 财政所 ${period}.xlsx`);
    const sheet = read(book!.bytes, { type: 'array', cellFormula: true }).Sheets[`缺报清单 财政所 ${period}`]!;
    const names = utils.sheet_to_json<string[]>(sheet, { header: 1 }).map((row) => row[3]);
    expect(names.slice(-2)).toEqual(['=1+1', '东村']);
    expect(Object.values(sheet).some((cell) => (cell as { f?: string }).f !== undefined)).toBe(false);

    const [csv] = await exportFiles({ reader, gaps }, { ...request, format: 'csv' });
    expect(new TextDecoder().decode(csv!.bytes)).toContain("'=1+1");
  });
});
