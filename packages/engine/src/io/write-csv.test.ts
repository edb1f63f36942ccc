import { describe, expect, it } from 'vitest';

import { importRows } from './testing/import-fixtures.ts';
import { writeCsv } from './write-csv.ts';
import { writeRefusals } from './write-refusals.ts';

describe('a written CSV', () => {
  it('quotes what needs quotes and ends with a line end', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          ['two\nlines', ' edge '],
        ],
      ),
    ).toBe('a,b\n"x,y","say ""hi"""\n"two\nlines"," edge "\n');
  });

  it('has a byte-order mark and Windows line ends where asked', () => {
    expect(writeCsv(['a'], [['1']], { bom: true, newline: '\r\n' })).toBe('\ufeffa\r\n1\r\n');
  });

  it.each([
    '=1+1',
    '+cmd',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '＝1+1',
    '-1+1',
    '=HYPERLINK("http://x")',
    ' =1',
    '\n=1',
    '\u200b=1',
    '\ufeff@x',
    '﹦1',
    "-1+cmd|' /C calc'!A0",
  ])('defuses %s, which a spreadsheet would run', (text) => {
    const [, cell] = writeCsv(['a'], [[text]]).split('a\n');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  });

  it('loses nothing behind a zero character', () => {
    expect(writeCsv(['a'], [['x\0y']])).toBe('a\nxy\n');
  });

  it.each(['-5', '+5', '-0.25', '-3%', '5', "it's", '—'])('leaves %s as it is', (text) => {
    expect(writeCsv(['a'], [[text]])).toBe(`a\n${text}\n`);
  });

  it('leaves everything as it is for programs', () => {
    expect(writeCsv(['a'], [['=1+1']], { guard: false })).toBe('a\n=1+1\n');
  });
});

it('lists refusals with place, reason and remedy, harmless even where the file was not', async () => {
  const { report } = await importRows(['2024,=cmd|calc,grain,1,,,,,', '2024,v1,rate,5%,,,,,']);
  const lines = writeRefusals(report, 'zh').split('\n');
  expect(lines[0]).toBe('\ufeff文件,工作表,单元格,代码,原因,处理办法');
  expect(lines[1]).toMatch(/^observations\.csv,,B2,subject\.unknown,对象 “=cmd\|calc” 不在对象表中。,/);
  expect(lines).toHaveLength(3);
});
