import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { importFiles } from './import.ts';
import { INPUTS, places } from './testing/import-fixtures.ts';

const testFile = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../test-files/${name}`, import.meta.url))),
});

it.each(['libreoffice.xlsx', 'libreoffice.xls'])('reads %s as the person who typed it meant it', async (name) => {
  const { dataset, report } = await importFiles([testFile(name)], INPUTS);

  expect(dataset?.subjects.map((subject) => [subject.id, subject.group, subject.parent, subject.attributes])).toEqual([
    ['0012', '东', '', { 户数: '320' }],
    ['0013', '东', '', { 户数: '288' }],
    ['0014', '西', '0012', { 户数: '150' }],
  ]);
  expect(
    dataset?.observations.map(({ period, subject, item, value, date, origin }) =>
      [period, subject, item, value, date, `${origin.column}${origin.row}`].join(' '),
    ),
  ).toEqual([
    '2024 0012 grain 0.3  D3',
    '2024-03 0012 rate 98.5  D4',
    '2024 0013 grain 1234.50  D5',
    '2024 0012 petition 2 2024-03-05 D6',
    '2024 0014 pension true  D7',
    '2024 0013 rate 7  D9',
  ]);
  // LibreOffice itself writes 0.3 into the .xlsx, and all digits of the double into the .xls.
  expect(places(report.findings).filter((place) => place !== 'cell.rounded D3')).toEqual([
    'header.not-first 2',
    'cell.merged-filled C3',
    'value.percent-unit D4',
    'cell.error D8',
    'value.percent-unit D9',
  ]);
});
