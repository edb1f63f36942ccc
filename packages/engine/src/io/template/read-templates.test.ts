import { describe, expect, it } from 'vitest';

import { importFiles } from '../import.ts';
import { INPUTS, places, sheet as cells, textFile, workbook } from '../testing/import-fixtures.ts';
import fc from '../../testing/seeded-fast-check.ts';

const KEYS = 'kaoheng:period,kaoheng:subject,kaoheng:name';
const SUBJECTS = ['编号,名称,组别,上级,户数', 'kaoheng:subjects:subject,kaoheng:subjects:name,kaoheng:subjects:group,kaoheng:subjects:parent,kaoheng:subjects:户数', 'v1,张村,东,,320', '0012,李村,西,v1,']; // prettier-ignore
const subjects = (...more: string[]) => textFile('subjects.csv', [...SUBJECTS, ...more].join('\n'));
const sheet = (name: string, ...rows: string[]) => textFile(name, rows.join('\n'));

const read = async (...files: Parameters<typeof importFiles>[0][number][]) => {
  const { dataset, report } = await importFiles(files, INPUTS);
  const { read: count, accepted, refused } = report.observations;
  expect(count).toBe(accepted + refused);
  return {
    report,
    dataset,
    rows: dataset?.observations.map(({ period, subject, item, value, category, rater, date, origin }) =>
      [period, subject, item, value, category, rater, date, `${origin.column}${origin.row}`]
        .join(' ')
        .replace(/ +/g, ' '),
    ),
    found: places(report.findings),
  };
};

describe('a sheet with a column for each item', () => {
  it('is read as a row for each value, with the cell it stands in', async () => {
    const { rows, found, dataset } = await read(
      subjects(),
      sheet('a.csv', '采集表', '期间,编号,名称,产量,养老,会场', `${KEYS},kaoheng:item:grain,kaoheng:item:pension,kaoheng:item:venue`, '2024,v1,张村,12.50,是,good', '2024,0012,李村,不适用,,poor'), // prettier-ignore
    );
    expect(rows).toEqual([
      '2024 v1 grain 12.50 D4',
      '2024 v1 pension true E4',
      '2024 v1 venue good F4',
      '2024 0012 grain NA D5',
      '2024 0012 venue poor F5',
    ]);
    expect(found).toEqual([]);
    expect(dataset?.subjects.map(({ id, group, attributes }) => [id, group, attributes])).toEqual([
      ['v1', '东', { 户数: '320' }],
      ['0012', '西', { 户数: '' }],
    ]);
  });

  it('may have its columns moved and added, its rows sorted and added, and a line at its end', async () => {
    const { rows, found } = await read(
      subjects(),
      sheet('a.csv', '产量,自己的列,名称,编号,期间', 'kaoheng:item:grain,,kaoheng:name,kaoheng:subject,kaoheng:period', '3,x,李村,0012,2024', '1,,张村,v1,2024', '2,,,v1,2023', '6,,合计,,'), // prettier-ignore
    );
    expect(rows).toEqual(['2024 0012 grain 3 A3', '2024 v1 grain 1 A4', '2023 v1 grain 2 A5']);
    expect(found).toEqual(['column.unknown B3', 'period.missing E6', 'subject.missing D6']);
  });

  it('refuses a row whose id and name have come apart', async () => {
    const { rows, report } = await read(
      subjects(),
      sheet('a.csv', `${KEYS},kaoheng:item:grain`, '2024,v1,李村,1', '2024,0012,李 村,2'),
    );
    expect(rows).toEqual(['2024 0012 grain 2 D3']);
    expect(report.findings[0]).toMatchObject({
      code: 'subject.name-differs',
      origin: { row: 2, column: 'B' },
      message: { en: 'The subject “v1” is called “张村”; this row says “李村”.' },
    });
  });

  it('checks a value like any other, and names its cell', async () => {
    const { found } = await read(
      subjects(),
      sheet('a.csv', `${KEYS},kaoheng:item:work,kaoheng:item:grian,kaoheng:item:venue`, '2024,v1,张村,101,1,bad', '2024,v1,张村,99,,'), // prettier-ignore
    );
    expect(found).toEqual(['value.above-limit D2', 'item.unknown E2', 'value.word F2']);
  });

  it('tells the cell of a formula that failed', async () => {
    const { found, rows } = await read(
      subjects(),
      workbook('a.xlsx', {
        表: cells(
          [
            [...KEYS.split(','), 'kaoheng:item:grain', 'kaoheng:item:rate'],
            ['2024', 'v1', '张村', null, 0.1 + 0.2],
          ],
          (made) => void (made['D2'] = { t: 'e', v: 7 }),
        ),
      }),
    );
    expect(rows).toEqual(['2024 v1 rate 0.3 E2']);
    expect(found).toEqual(['cell.error D2', 'cell.rounded E2', 'value.maybe-fraction E2']);
  });
});

describe('a sheet with a row for each event', () => {
  const FIELDS =
    'kaoheng:period,kaoheng:subject,kaoheng:item,kaoheng:category,kaoheng:date,kaoheng:rater,kaoheng:value,kaoheng:note';

  it('is read with the ids behind what its lists show; rows without an entry are none', async () => {
    const { rows, found } = await read(
      subjects(),
      sheet('a.csv', FIELDS, '2024,张村｜v1,petition,city,2024-03-05,,2,会上', '2024,,,,,,,', '2024,v1,survey｜survey,群众,,p1,90,', ',0012,ballot,,,p1,好,'), // prettier-ignore
    );
    expect(rows).toEqual(['2024 v1 petition 2 city 2024-03-05 G2', '2024 v1 survey 90 群众 p1 G4']);
    expect(found).toEqual(['period.missing A5']);
  });

  it('knows an item by its title and id, and a member of a family by its own id', async () => {
    const { rows } = await read(
      subjects(),
      sheet('a.csv', FIELDS, '2024,v1,粮食产量｜grain,,,,7,', '2024,v1,key.roads,,,,3,'),
    );
    expect(rows).toEqual(['2024 v1 grain 7 G2', '2024 v1 key.roads 3 G3']);
  });

  it('refuses a subject whose name is not that of its id', async () => {
    const { found } = await read(subjects(), sheet('a.csv', FIELDS, '2024,李村｜v1,grain,,,,7,'));
    expect(found).toEqual(['subject.name-differs B2']);
  });
});

describe('the subjects that collection workbooks carry along', () => {
  const values = sheet('a.csv', `${KEYS},kaoheng:item:grain`, '2024,v1,张村,1');

  it('count once where several workbooks carry the same', async () => {
    const { report, dataset, found } = await read(subjects(), subjects('0013,王村,西,,'), values);

    expect(dataset?.subjects.map(({ id }) => id)).toEqual(['v1', '0012', '0013']);
    expect(report.subjects).toEqual({ read: 3, accepted: 3, refused: 0 });
    expect(found).toEqual(['template.subjects-repeated 0']);
  });

  it('conflict where they differ', async () => {
    const changed = sheet('b.csv', ...SUBJECTS.slice(0, 2), 'v1,张家村,东,,320');
    const { report } = await read(subjects(), changed, values);

    expect(report.subjects).toEqual({ read: 3, accepted: 2, refused: 1 });
    expect(report.findings.map(({ code }) => code)).toEqual(['subject.twice']);
  });

  it('give way to a table of subjects of its own', async () => {
    const own = textFile('own.csv', 'subject,name\nv1,张村\n');
    const { report, dataset, found } = await read(own, subjects(), values);

    expect(dataset?.subjects.map(({ id }) => id)).toEqual(['v1']);
    expect(report.subjects.read).toBe(1);
    expect(found).toEqual(['template.subjects-elsewhere 0']);
  });

  it('are needed like any others', async () => {
    const { report } = await read(values);
    expect(report.findings[0]?.code).toBe('table.missing');
  });

  it('stand beside observations of another kind', async () => {
    const plain = textFile('observations.csv', 'period,subject,item,value\n2024,v1,rate,5\n');
    expect((await read(subjects(), values, plain)).rows).toEqual(['2024 v1 grain 1 D2', '2024 v1 rate 5 D2']);
  });
});

it('does not read the sheets that are there for people and for the lists', async () => {
  const { found } = await read(
    workbook('a.xlsx', {
      说明: cells([['标题'], ['kaoheng:aside'], ['period', 'subject', 'item', 'value'], ['2024', 'v1', 'grain', 1]]),
      表: cells([
        [...KEYS.split(','), 'kaoheng:item:grain'],
        ['2024', 'v1', '张村', 1],
      ]),
    }),
    subjects(),
  );
  expect(found).toEqual([]);
});

it('counts every value of a filled-in sheet once, whatever stands in it', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '2024', 'v1', '张村', '张村｜v1', 'grain', 'petition', 'city', '1', '1,5', 'NA', '是', 'good'),
    fc.string({ maxLength: 6 }),
  );
  const row = fc.array(cell, { minLength: 8, maxLength: 8 });
  const marks = fc.constantFrom(
    [...KEYS.split(','), 'kaoheng:item:grain', 'kaoheng:item:venue', 'kaoheng:item:nobody', '', 'kaoheng:note'],
    ['period', 'subject', 'item', 'category', 'date', 'rater', 'value', 'note'].map((field) => `kaoheng:${field}`),
  );
  await fc.assert(
    fc.asyncProperty(marks, fc.array(row, { maxLength: 12 }), async (first, rows) => {
      const book = workbook('a.xlsx', { 表: cells([first, ...rows]) });
      const { dataset, report } = await importFiles([subjects(), book], INPUTS);
      const { read: count, accepted, refused } = report.observations;

      expect(count).toBe(accepted + refused);
      expect(dataset?.observations.length).toBe(accepted);
      for (const { origin } of dataset?.observations ?? []) expect(origin).toMatchObject({ sheet: '表' });
    }),
    { numRuns: 60 },
  );
});
