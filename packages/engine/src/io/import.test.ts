import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import {
  codes,
  csvFiles,
  HEADER,
  importRows,
  INPUTS,
  places,
  sheet,
  SUBJECT_ROWS,
  textFile,
  workbook,
} from './testing/import-fixtures.ts';

const ROW = '2024,v1,grain,12.5,,,,,';

describe('a good import', () => {
  it('reads two CSV files into a dataset that knows the cell of every row', async () => {
    const { dataset, report } = await importRows([ROW, '2024-Q1,0012,petition,,city,,m1,2024-03-05,"said, twice"']);

    expect(dataset?.subjects.map(({ id, name, group, parent }) => [id, name, group, parent])).toEqual([
      ['v1', '张村', '东', ''],
      ['0012', '李村', '西', 'v1'],
    ]);
    expect(dataset?.observations[1]).toEqual({
      period: '2024-Q1',
      subject: '0012',
      item: 'petition',
      value: '',
      category: 'city',
      rater: '',
      matter: 'm1',
      date: '2024-03-05',
      note: 'said, twice',
      origin: { file: 'observations.csv', sheet: '', row: 3, column: 'D' },
    });
    expect(report).toMatchObject({
      files: ['subjects.csv', 'observations.csv'],
      subjects: { read: 2, accepted: 2, refused: 0 },
      observations: { read: 2, accepted: 2, refused: 0 },
      findings: [],
      entered: true,
    });
  });

  it('reads a workbook of three sheets and says that the third was not read', async () => {
    const file = workbook('三表.xlsx', {
      说明: sheet([['填表说明'], ['请按时报送']]),
      对象: sheet(SUBJECT_ROWS),
      数据: sheet([HEADER.split(','), ['2024', 'v1', 'grain', 12.5]]),
    });
    const { dataset, report } = await importFiles([file], INPUTS);

    expect(dataset?.observations[0]).toMatchObject({
      value: '12.5',
      origin: { file: '三表.xlsx', sheet: '数据', row: 2, column: 'D' },
    });
    expect(report.findings.map(({ code, origin }) => [code, origin.sheet])).toEqual([['table.ignored', '说明']]);
  });

  it('gives the same dataset whichever file comes first', async () => {
    const files = csvFiles(ROW);
    const there = await importFiles(files, INPUTS);
    const back = await importFiles([...files].reverse(), INPUTS);
    expect(back.dataset).toEqual(there.dataset);
  });

  it('joins the observations of several files', async () => {
    const [subjects, first] = csvFiles(ROW);
    const second = textFile('observations-农业.csv', `${HEADER}\n2024,v1,rate,5,,,,,`);
    const { dataset } = await importFiles([subjects, first, second], INPUTS);
    expect(dataset?.observations.map(({ item }) => item)).toEqual(['grain', 'rate']);
  });

  it('keeps further columns of the subjects as attributes, whatever they are called', async () => {
    const subjects = textFile('subjects.csv', 'subject,name,户数,__proto__\nv1,张村,320,x\n');
    const { dataset } = await importFiles([subjects, csvFiles(ROW)[1]], INPUTS);
    expect(Object.entries(dataset?.subjects[0].attributes ?? {})).toEqual([
      ['户数', '320'],
      ['__proto__', 'x'],
    ]);
  });

  it('keeps a script in a name as the text it is', async () => {
    const subjects = textFile('subjects.csv', 'subject,name\nv1,<script>alert(1)</script>\n');
    const { dataset } = await importFiles([subjects, csvFiles(ROW)[1]], INPUTS);
    expect(dataset?.subjects[0].name).toBe('<script>alert(1)</script>');
  });

  it('takes a name that is missing from the id and says so', async () => {
    const subjects = textFile('subjects.csv', 'subject,name\nv1,\n');
    const result = await importFiles([subjects, csvFiles(ROW)[1]], INPUTS);
    expect(result.dataset?.subjects[0].name).toBe('v1');
    expect(codes(result)).toEqual(['subject.name-from-id']);
  });

  it('notes a parent that is no subject, with the place of the parent', async () => {
    const subjects = textFile('subjects.csv', 'subject,name,group,parent\nv1,张村,东,town\n');
    const { report } = await importFiles([subjects, csvFiles(ROW)[1]], INPUTS);
    expect(places(report.findings)).toEqual(['subject.unknown-parent D2']);
  });

  it('enters with a note when the observations have a header only', async () => {
    const result = await importRows([]);
    expect(result.dataset?.observations).toEqual([]);
    expect(codes(result)).toEqual(['table.no-rows']);
  });
});

describe('an import that cannot be used', () => {
  const refused = async (files: Parameters<typeof importFiles>[0]) => {
    const { dataset, report } = await importFiles(files, INPUTS);
    expect(dataset).toBeNull();
    expect(report.entered).toBe(false);
    return report.findings[0];
  };

  it('says that a file is empty', async () => {
    const [subjects] = csvFiles();
    expect(await refused([subjects, textFile('observations.csv', '')])).toMatchObject({
      code: 'file.empty',
      origin: { file: 'observations.csv' },
    });
    expect((await refused([subjects, textFile('observations.csv', '\ufeff\r\n \r\n')])).code).toBe('file.empty');
  });

  it('says which table is missing and what was found instead', async () => {
    const finding = await refused([textFile('observations.csv', `${HEADER}\n${ROW}`)]);
    expect(finding.code).toBe('table.missing');
    expect(finding.message.en).toContain('no subjects table');
    expect(finding.message.en).toContain('observations.csv');
    expect((await refused([])).code).toBe('table.missing');
  });

  it('says which column is missing and where the header stands', async () => {
    const [subjects] = csvFiles();
    const finding = await refused([subjects, textFile('observations.csv', 'period,subject,value\n2024,v1,3\n')]);
    expect(finding).toMatchObject({ code: 'column.missing', origin: { file: 'observations.csv', row: 1 } });
    expect(finding.message.en).toContain('item');
  });

  it('refuses a column that is there twice, also under two of its names', async () => {
    const [subjects] = csvFiles();
    const twice = textFile('observations.csv', 'period,subject,item,value,数值\n2024,v1,grain,1,2\n');
    expect(places([await refused([subjects, twice])])).toEqual(['column.twice E1']);
    const attribute = textFile('subjects.csv', 'subject,name,户数,户数\nv1,张村,1,2\n');
    expect(places([await refused([attribute, csvFiles(ROW)[1]])])).toEqual(['column.twice D1']);
  });

  it('refuses subjects without a row', async () => {
    expect((await refused([textFile('subjects.csv', 'subject,name\n'), csvFiles(ROW)[1]])).code).toBe('table.empty');
  });

  it('refuses a quote that is never closed and says where it begins', async () => {
    const finding = await refused(csvFiles(ROW, '2024,v1,rate,5,,,,,"open', '2024,v1,work,5,,,,,'));
    expect(finding).toMatchObject({ code: 'csv.quote-open', origin: { file: 'observations.csv', row: 3 } });
  });

  it.each([
    ['a PDF', '%PDF-1.7 …', 'file.not-a-table'],
    ['a web page', '<html><table><tr><td>subject</td></tr></table></html>', 'file.web-page'],
  ])('names %s under a spreadsheet’s name', async (_, content, code) => {
    expect((await refused([textFile('subjects.xls', content)])).code).toBe(code);
  });

  it('takes all rows or none where it is asked to', async () => {
    const { dataset, report } = await importRows([ROW, '2024,nobody,grain,1,,,,,'], { strict: true });
    expect(dataset).toBeNull();
    expect(report.entered).toBe(false);
    expect(report.findings.map(({ code }) => code)).toEqual(['import.strict', 'subject.unknown']);
    expect(report.observations).toEqual({ read: 2, accepted: 1, refused: 1 });
  });
});

describe('the report', () => {
  it('lists at most as many findings of one code as asked, counts all, and says how many more there are', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `2024,nobody${index},grain,1,,,,,`);
    const { report } = await importRows(rows, { findingsPerCode: 10 });
    expect(report.findings.filter(({ code }) => code === 'subject.unknown')).toHaveLength(10);
    expect(report.counts).toEqual([{ code: 'subject.unknown', severity: 'refused', count: 30 }]);
    expect(report.findings[10]).toMatchObject({ code: 'findings.more', severity: 'note' });
    expect(report.findings[10].message.en).toContain('20');
    expect(report.observations).toEqual({ read: 30, accepted: 0, refused: 30 });
  });

  it('tells how far the import has come', async () => {
    const rows = Array.from({ length: 45_000 }, (_, index) => `2024,v1,petition,1,city,,m${index},,`);
    const seen: number[] = [];
    await importRows(rows, { onProgress: ({ rows: done, share }) => seen.push(done, Math.round(share * 100)) });
    expect(seen).toEqual([0, 0, 0, 0, 20_000, 44, 40_000, 89]);
  });

  it('does not count blank rows', async () => {
    const { report } = await importRows([ROW, ',,,,,,,,', '', ' , ,\u3000,,,,,,']);
    expect(report.observations.read).toBe(1);
  });

  it('words every finding in Chinese and English with a remedy', async () => {
    const { report } = await importRows(['x,nobody,grian,abc,,,,2024-13-01,']);
    expect(report.findings).toHaveLength(4);
    for (const { message, remedy } of report.findings) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]{3}/);
      expect(remedy.zh).not.toBe('');
      expect(remedy.en).not.toBe('');
    }
  });
});
