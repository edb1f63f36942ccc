import { describe, expect, it } from 'vitest';

import type { ImportReport } from '../../data/import-report.ts';
import { importFiles, type FileBytes } from '../../io/import.ts';
import { readWorkbook } from '../../io/read-workbook.ts';
import { INPUTS, textFile } from '../../io/testing/import-fixtures.ts';
import { writeBook } from '../write-book.ts';
import type { Book, BookCell } from '../book.ts';
import { refusalsBook, refusalsWorkbook } from './refusals-workbook.ts';

const SUBJECTS = textFile('名单.csv', 'subject,name,group,户数\nv1,张村,东,320\n0012,李村,西,\n');
const ITEMS = 'kaoheng:period,kaoheng:subject,kaoheng:name,kaoheng:item:work,kaoheng:item:venue\n';

const textOf = (cell: BookCell | undefined): string =>
  cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.number) : '';

async function refused(...files: FileBytes[]) {
  const { dataset, report } = await importFiles([SUBJECTS, ...files], INPUTS);
  const book = refusalsBook(report, { inputs: INPUTS, subjects: dataset?.subjects ?? [], language: 'zh' });
  return { dataset, report, book };
}

/** The workbook as a file, after somebody has put `after` where a cell says `before`. */
async function corrected(book: Book, changes: Readonly<Record<string, string>>): Promise<FileBytes> {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell): BookCell => {
        const after = cell.look === 'faulty' ? changes[textOf(cell)] : undefined;
        return after === undefined ? cell : { kind: 'text', look: 'plain', text: after };
      }),
    })),
  }));
  return { name: '改正.xlsx', bytes: await writeBook({ ...book, sheets }) };
}

const entered = (report: ImportReport): string =>
  `${report.observations.accepted}+${report.observations.refused} ${report.subjects.accepted}+${report.subjects.refused}`;

describe('the workbook of refused rows', () => {
  it('has each row with its cells, the wrong one marked, why, what to do, and where it stood', async () => {
    const { book } = await refused(
      textFile('一.csv', 'period,subject,item,value\n2024,v1,grain,1\n2024,v1,work,101\n'),
    );
    const [sheet] = book.sheets;
    const [header, , row] = sheet!.rows.slice(2);

    expect(sheet!.name).toBe('未读入的数据');
    const titles = header!.cells.map(textOf);
    const shown = Object.fromEntries(titles.map((title, at) => [title, textOf(row!.cells[at])]));
    expect(shown).toMatchObject({ 期间: '2024', 考核对象: '张村｜v1', 数值: '101', 原位置: '一.csv › D3' });
    expect(shown['原因']).toContain('101');
    expect(shown['处理办法']).not.toBe('');
    const wrong = row!.cells.flatMap((cell, at) => (cell.look === 'faulty' ? [titles[at]] : []));
    expect(wrong).toEqual(['数值']);
    expect(sheet!.rows).toHaveLength(5);
  });

  it('enters as it is once it is set right, and with it everything has entered', async () => {
    const first = [
      textFile('一.csv', 'period,subject,item,value\n2024,v1,grain,1\n2024,v9,grain,2\n'),
      textFile('二.csv', `${ITEMS}2024,v1,张村,101,good\n2024,0012,王村,90,bad\n`),
    ];
    const { dataset, report, book } = await refused(...first);
    expect(entered(report)).toBe('2+4 2+0');

    const file = await corrected(book, { v9: '李村｜0012', '101': '99', 王村: '李村', bad: 'poor' });
    const again = await importFiles([file], INPUTS, { known: dataset!.subjects });

    expect(entered(again.report)).toBe('4+0 0+0');
    expect(again.report.findings).toEqual([]);
    expect(again.dataset!.observations.map(({ subject, item, value }) => [subject, item, value].join(' '))).toEqual([
      'v1 work 99',
      '0012 work 90',
      '0012 venue poor',
      '0012 grain 2',
    ]);
  });

  it('says the same again where nothing was set right', async () => {
    const rows = textFile(
      '一.csv',
      'period,subject,item,value,date\n2024,v9,grain,2,\n2024,v1,work,x,\n,v1,grian,1,\n',
    );
    const { dataset, report, book } = await refused(rows);
    const bytes = await writeBook(book);
    const again = await importFiles([{ name: '未改.xlsx', bytes }], INPUTS, { known: dataset!.subjects });

    const codes = ({ findings }: ImportReport) =>
      findings.filter((one) => one.severity === 'refused').map(({ code }) => code);
    expect(codes(again.report)).toEqual(codes(report));
    expect(again.report.observations).toEqual({ read: 3, accepted: 0, refused: 3 });
  });

  it('adds refused subjects to the list that the others are in', async () => {
    const list = textFile('名单.csv', 'subject,name,group,户数\nv1,张村,东,320\nv1,李村,西,90\n');
    const rows = textFile('一.csv', 'period,subject,item,value\n2024,v1,grain,1\n');
    const { dataset, report } = await importFiles([list, rows], INPUTS);
    expect(entered(report)).toBe('1+0 1+1');
    const book = refusalsBook(report, { inputs: INPUTS, subjects: dataset!.subjects, language: 'zh' });
    const file = await corrected(book, { v1: 'v2' });
    const good = textFile('名单.csv', 'subject,name,group,户数\nv1,张村,东,320\n');
    const again = await importFiles([good, rows, file], INPUTS);

    expect(again.report.findings).toEqual([]);
    expect(again.dataset!.subjects.map(({ id, name, attributes }) => [id, name, attributes['户数']])).toEqual([
      ['v1', '张村', '320'],
      ['v2', '李村', '90'],
    ]);
  });

  it('shows what stood beyond the header of a shifted row', async () => {
    const { book } = await refused(textFile('一.csv', 'period,subject,item,value\n2024,v1,grain,1,234,5\n'));
    const cells = book.sheets[0]!.rows.flatMap((row) => row.cells.map(textOf));
    expect(cells).toContain('234；5');
  });

  it('runs nothing that a refused cell holds', async () => {
    const { book } = await refused(textFile('一.csv', 'period,subject,item,value\n2024,v1,grain,=1+1\n'));
    const rows: string[][] = [];
    readWorkbook('x.xlsx', await writeBook(book))[0]!.eachRow((cells, _, faults) => {
      expect(faults).toEqual([]);
      rows.push([...cells]);
    });
    expect(rows.at(-1)).toContain('=1+1');
  });

  it('says in words why nothing of a file could be read', async () => {
    const { report } = await importFiles([textFile('空.csv', 'a,b\n1,2\n')], INPUTS);
    const bytes = await refusalsWorkbook(report, { inputs: INPUTS, subjects: [], language: 'zh' });
    const [sheet] = readWorkbook('x.xlsx', bytes);
    const cells: string[] = [];
    sheet!.eachRow((row) => void cells.push(...row));

    expect(sheet!.sheet).toBe('其他问题');
    expect(cells).toContain(report.findings[0]!.message.zh);
  });
});
