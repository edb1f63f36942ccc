import { describe, expect, it } from 'vitest';

import { importFiles, type FileBytes } from '../import.ts';
import { csvFiles, INPUTS, places, sheet, textFile, workbook, workbookWith } from '../testing/import-fixtures.ts';
import type { SheetMapping } from '../mapping/sheet-mapping.ts';
import { withAmendment, type Amendment } from './amendment.ts';
import fc from '../../testing/seeded-fast-check.ts';

const inCsv = (row: number, column: string, text = ''): Amendment => ({
  file: 'observations.csv',
  sheet: '',
  row,
  column,
  text,
});
const ROW = '2024,v1,grain,12.5,,,,,';
const read = (files: readonly FileBytes[], ...amendments: Amendment[]) => importFiles(files, INPUTS, { amendments });

describe('a cell that is amended', () => {
  it('is read as amended, and the report says what it said before', async () => {
    const { dataset, report } = await read(csvFiles('2024,v1,grain,十二,,,,,'), inCsv(2, 'D', '12'));
    expect(dataset?.observations.map(({ value, origin }) => [value, origin.row, origin.column])).toEqual([
      ['12', 2, 'D'],
    ]);
    expect(report.observations).toEqual({ read: 1, accepted: 1, refused: 0 });
    expect(report.findings).toMatchObject([
      { code: 'cell.amended', severity: 'normalised', before: '十二', after: '12', origin: { row: 2, column: 'D' } },
    ]);
  });

  it('goes through the same checks as any other: full width is normalised, nonsense refused', async () => {
    const wide = await read(csvFiles('2024,v1,grain,x,,,,,'), inCsv(2, 'D', '１２'));
    expect(wide.dataset?.observations[0]?.value).toBe('12');
    expect(places(wide.report.findings)).toEqual(['value.width D2', 'cell.amended D2']);
    const bad = await read(csvFiles('2024,v1,grain,x,,,,,'), inCsv(2, 'D', 'y'));
    expect(bad.report.findings[0]).toMatchObject({ code: 'value.not-a-number', severity: 'refused', cell: 'y' });
  });

  it('loses what was wrong with it: an error of Excel, a merged value', async () => {
    const broken = workbookWith([['2024', 'v1', 'grain', 0]], (made) => {
      made.D2 = { t: 'e', v: 0x07, w: '#DIV/0!' };
    });
    const place = { file: 'data.xlsx', sheet: 'observations', row: 2, column: 'D' };
    expect((await read([broken])).report.observations.refused).toBe(1);
    const { dataset } = await read([broken], { ...place, text: '7' });
    expect(dataset?.observations[0]?.value).toBe('7');

    const merged = workbookWith(
      [
        ['2024', 'v1', 'grain', 8],
        ['2024', '0012', 'grain', null],
      ],
      (made) => (made['!merges'] = [{ s: { r: 1, c: 3 }, e: { r: 2, c: 3 } }]),
    );
    expect((await read([merged])).report.observations.refused).toBe(2);
    const mended = await read([merged], { ...place, text: '8' }, { ...place, row: 3, text: '9' });
    expect(mended.dataset?.observations.map(({ value }) => value)).toEqual(['8', '9']);
  });

  it('may be a header, a subject, or a cell beyond the end of its row', async () => {
    const subjects = textFile('subjects.csv', 'subject,name\nv1,张村');
    const { dataset, report } = await read(
      [subjects, textFile('observations.csv', 'period,subject,item,wert\n2024,v9,grain,1')],
      inCsv(1, 'D', 'value'),
      inCsv(2, 'B', 'v1'),
    );
    expect(dataset?.observations).toMatchObject([{ subject: 'v1', value: '1' }]);
    expect(report.counts?.filter(({ severity }) => severity === 'refused')).toEqual([]);
    const short = [subjects, textFile('observations.csv', 'period,subject,item,value,note\n2024,v1,grain')];
    const filled = await read(short, inCsv(2, 'D', '3'));
    expect(filled.dataset?.observations).toMatchObject([{ value: '3' }]);
  });

  it('that empties a whole row leaves no row to complain about', async () => {
    const files = [textFile('subjects.csv', 'subject,name\nv1,张村\n合计,'), ...csvFiles(ROW).slice(1)];
    const place = { file: 'subjects.csv', sheet: '', row: 3, column: 'A', text: '' };
    expect((await read(files, place)).report.subjects).toEqual({ read: 1, accepted: 1, refused: 0 });
  });
});

describe('a row that is left out', () => {
  it('is refused by hand and counted, so that the counts add up', async () => {
    const { dataset, report } = await read(csvFiles(ROW, '2024,0012,grain,3,,,,,'), inCsv(2, ''));
    expect(dataset?.observations.map(({ subject }) => subject)).toEqual(['0012']);
    expect(report.observations).toEqual({ read: 2, accepted: 1, refused: 1 });
    expect(places(report.findings)).toEqual(['row.left-out 2']);
  });

  it('gives way to its repetition', async () => {
    const { dataset, report } = await read(csvFiles(ROW, '2024,v1,grain,13,,,,,'), inCsv(2, ''));
    expect(dataset?.observations.map(({ value }) => value)).toEqual(['13']);
    expect(places(report.findings)).toEqual(['row.left-out 2']);
  });

  it('may be a subject, whose other rows are then unknown', async () => {
    const { report } = await read(csvFiles(ROW), { file: 'subjects.csv', sheet: '', row: 2, column: '', text: '' });
    expect(places(report.findings.filter(({ severity }) => severity === 'refused'))).toEqual([
      'row.left-out 2',
      'subject.unknown B2',
    ]);
  });
});

it('in a wide table of another layout a cell is one value, and a row left out is all of its values', async () => {
  const mapping: SheetMapping = {
    file: '农业局.csv',
    sheet: '',
    fingerprint: '',
    role: 'wide',
    header: { first: 1, last: 1 },
    data: { first: 2, last: null },
    fixed: { period: '2024' },
    columns: [
      { column: 0, title: '', means: { kind: 'subject', by: 'name' } },
      { column: 1, title: '', means: { kind: 'figure', item: 'grain' } },
      { column: 2, title: '', means: { kind: 'figure', item: 'pension' } },
    ],
    notApplicable: [],
    subjects: {},
  };
  const files = [
    textFile('subjects.csv', 'subject,name\nv1,张村\nv2,李村'),
    textFile('农业局.csv', '单位,产量,达标\n张村,约十,√\n李村,3,×'),
  ];
  const place = { file: '农业局.csv', sheet: '' };
  const { dataset, report } = await importFiles(files, INPUTS, {
    mappings: [mapping],
    amendments: [
      { ...place, row: 2, column: 'B', text: '10' },
      { ...place, row: 2, column: 'C', text: '' },
      { ...place, row: 3, column: '', text: '' },
    ],
  });
  expect(
    dataset?.observations.map(({ item, value, origin }) => `${item} ${value} ${origin.column}${origin.row}`),
  ).toEqual(['grain 10 B2']);
  expect(report.observations).toEqual({ read: 3, accepted: 1, refused: 2 });
  expect(report.counts).toContainEqual({ code: 'row.left-out', severity: 'refused', count: 2 });
});

it('an amendment without a place to apply to says so', async () => {
  const { report } = await read(csvFiles(ROW), inCsv(9, 'D', '1'), inCsv(9, ''), { ...inCsv(2, 'D', '1'), sheet: 'x' });
  expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual(
    Array.from({ length: 3 }, () => ['amendment.not-applied', 'note']),
  );
});

it('of two files of one name neither is amended', async () => {
  const files = [...csvFiles(ROW), textFile('observations.csv', 'period,subject,item,value\n2024,0012,grain,5')];
  const { dataset, report } = await read(files, inCsv(2, 'D', '1'), inCsv(2, ''));
  expect(dataset?.observations.map(({ value }) => value)).toEqual(['12.5', '5']);
  expect(report.findings.map(({ message }) => message.zh)).toEqual([
    expect.stringContaining('同名'),
    expect.stringContaining('同名'),
  ]);
});

it('a later amendment of a place takes the place of the earlier one', () => {
  const first = inCsv(2, 'D', '1');
  expect(withAmendment([first, inCsv(2, '')], { ...first, text: '2' })).toEqual([
    inCsv(2, ''),
    { ...first, text: '2' },
  ]);
});

it('amended cells give what the file would give with these texts in it', async () => {
  const cell = fc.constantFrom('12', '１２', 'x', '', 'NA', '1,234.5', '98%', 'v1', '0012', 'grain', '2024');
  const cells = fc.array(
    fc.record({ row: fc.integer({ min: 0, max: 2 }), column: fc.integer({ min: 0, max: 3 }), text: cell }),
    {
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(cells, async (changes) => {
      const rows = [
        ['2024', 'v1', 'grain', '1'],
        ['2024', '0012', 'grain', '2'],
        ['2024', 'v1', 'rate', '3'],
      ];
      const book = (given: readonly string[][]) => [
        textFile('subjects.csv', 'subject,name\nv1,张村\n0012,李村'),
        workbook('data.xlsx', { observations: sheet([['period', 'subject', 'item', 'value'], ...given]) }),
      ];
      let amendments: readonly Amendment[] = [];
      const written = rows.map((row) => [...row]);
      for (const { row, column, text } of changes) {
        written[row]![column] = text;
        const place = { file: 'data.xlsx', sheet: 'observations', row: row + 2, column: 'ABCD'[column]!, text };
        amendments = withAmendment(amendments, place);
      }
      const amended = await importFiles(book(rows), INPUTS, { amendments });
      const direct = await importFiles(book(written), INPUTS);
      expect(amended.dataset).toEqual(direct.dataset);
      expect(amended.report.observations).toEqual(direct.report.observations);
    }),
    { numRuns: 60 },
  );
});
