import { expect, it } from 'vitest';

import { encodeGb18030 } from '../io/gb18030.ts';
import { readWorkbook } from '../io/read-workbook.ts';
import { textCell } from './book.ts';
import { decimalCell } from './decimal-cell.ts';
import { writeBook } from './write-book.ts';

it('writes a workbook in a browser, and what it writes is read back', async () => {
  const cells = [textCell('张村'), decimalCell('0.30')!, decimalCell('123456.789012345')!];
  const bytes = await writeBook({ sheets: [{ name: '一、数据', rows: [{ cells }] }] });
  const rows: string[][] = [];
  const [table] = readWorkbook('x.xlsx', bytes);
  table!.eachRow((row) => void rows.push([...row]));

  expect(table!.sheet).toBe('一、数据');
  expect(rows).toEqual([['张村', '0.30', '123456.789012345']]);
});

it('writes GB18030 in a browser as the browser reads it', () => {
  const text = 'a考核€𠀀';
  expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
});
