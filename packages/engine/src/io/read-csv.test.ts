import { describe, expect, it } from 'vitest';

import { importFiles } from './import.ts';
import { CsvError } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { codes, csvFiles, HEADER, INPUTS, places, SUBJECTS_CSV, textFile } from './testing/import-fixtures.ts';

const rowsOf = (text: string) => {
  const rows: [number, ...string[]][] = [];
  readCsv('x.csv', text).eachRow((cells, row) => void rows.push([row, ...cells]));
  return rows;
};

/** `编号,名称` and `v1,张村𠮷` in GB18030; the last character takes four bytes. */
const GB18030_SUBJECTS = Uint8Array.from(
  ['b1e0bac5', '2c', 'c3fbb3c6', '0a', '76312c', 'd5c5b4e5', '9534b235', '0a'].join('').match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);

describe('rows of a CSV file', () => {
  it('are numbered by the line in which they begin, quoted line breaks counted', () => {
    expect(rowsOf('a,b\n"1\n2",x\n\n"q""q",y\r\nlast,z')).toEqual([
      [1, 'a', 'b'],
      [2, '1\n2', 'x'],
      [5, 'q"q', 'y'],
      [6, 'last', 'z'],
    ]);
  });

  it('may end with \\r\\n, \\n or \\r, mixed in one file', () => {
    expect(rowsOf('a,b\r\n1,2\n3,4\r5,6').map(([row]) => row)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['full-width commas', '，'],
  ])('may be separated by %s', (_, delimiter) => {
    const text = `period,subject,item,value\n2024,v1,grain,1`.replace(/,/g, delimiter);
    expect(rowsOf(text)[1]).toEqual([2, '2024', 'v1', 'grain', '1']);
  });

  it('are not split by commas that stand in a tab-separated text', () => {
    expect(rowsOf('subject\tname, long\nv1\ta,b,c')[1]).toEqual([2, 'v1', 'a,b,c']);
  });

  it('follow the separator that a first line states', () => {
    expect(rowsOf('sep=;\nsubject;name\nv1;a,b')).toEqual([
      [2, 'subject', 'name'],
      [3, 'v1', 'a,b'],
    ]);
  });

  it('keep their lines beyond the size in which the text is parsed at a time', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},"line\nbreak ${'x'.repeat(60)}"`);
    const read = rowsOf(`a,b\n${rows.join('\n')}`);
    expect(read).toHaveLength(60_001);
    expect(read[60_000].slice(0, 2)).toEqual([2 + 59_999 * 2, '59999']);
  });

  it('stop being read at quotes that make no sense, wherever in the file', () => {
    const many = Array.from({ length: 40_000 }, () => `1,${'x'.repeat(80)}`).join('\n');
    const misplaced = () => rowsOf(`a,b\n${many}\n2,"b"c\n3,d`);
    expect(misplaced).toThrow(CsvError);
    expect(misplaced).toThrow('line 40002');
  });
});

it('refuses a text without line ends before it costs minutes', async () => {
  const result = await importFiles([textFile('observations.csv', `${HEADER}\n${'x,'.repeat(5_000_000)}`)], INPUTS);
  expect(places(result.report.findings)).toEqual(['csv.line-too-long 2']);
});

describe('encodings', () => {
  it('reads UTF-8 with and without a byte-order mark', async () => {
    for (const mark of ['', '\ufeff']) {
      // oxlint-disable-next-line no-await-in-loop
      const { dataset } = await importFiles([textFile('subjects.csv', mark + SUBJECTS_CSV), csvFiles()[1]], INPUTS);
      expect(dataset?.subjects[0]).toMatchObject({ id: 'v1', name: '张村' });
    }
  });

  it('reads GB18030 with four-byte characters and says so', async () => {
    const result = await importFiles([{ name: 'subjects.csv', bytes: GB18030_SUBJECTS }, csvFiles()[1]], INPUTS);
    expect(result.dataset?.subjects[0]).toMatchObject({ id: 'v1', name: '张村𠮷' });
    expect(codes(result)[0]).toBe('file.encoding-read');
  });

  it.each([
    ['little-endian with a mark', 'utf-16le', true],
    ['big-endian with a mark', 'utf-16be', true],
    ['little-endian without one', 'utf-16le', false],
    ['big-endian without one', 'utf-16be', false],
  ])('reads UTF-16 %s', (_, encoding, mark) => {
    const text = (mark ? '\ufeff' : '') + SUBJECTS_CSV;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index += 1) {
      view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
    }
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: SUBJECTS_CSV, encoding });
  });

  it('does not turn damaged UTF-8 into rubbish but says in which line the damage is', async () => {
    const bytes = new TextEncoder().encode(`subject,name\nv1,${'一二三四五六七八九十'.repeat(3)}\nv2,李村\n`);
    const cut = new Uint8Array([...bytes.subarray(0, -2), 0x0a]);
    expect(decodeText(cut)).toEqual({ kind: 'damaged', line: 3 });
    const result = await importFiles([{ name: 'subjects.csv', bytes: cut }, csvFiles()[1]], INPUTS);
    expect(codes(result)).toEqual(['file.encoding-damaged']);
  });

  it('refuses bytes that are no text in any of them', async () => {
    const bytes = new Uint8Array([0x61, 0xff, 0xff, 0x80, 0x81, 0x20, 0xff]);
    expect(decodeText(bytes)).toEqual({ kind: 'unknown' });
    expect(codes(await importFiles([{ name: 'subjects.csv', bytes }], INPUTS))).toEqual(['file.encoding']);
  });
});

describe('rows of another length than the header', () => {
  it('are refused when longer, because an unquoted 1,234.5 shifts the columns', async () => {
    const { dataset, report } = await importFiles(csvFiles('2024,v1,grain,1,234.5,,,,,'), INPUTS);
    expect(dataset?.observations).toEqual([]);
    expect(places(report.findings)).toEqual(['row.long 2']);
    expect(report.findings[0].message.en).toContain('10 fields, the header 9');
  });

  it('are accepted with a note when shorter', async () => {
    const { dataset, report } = await importFiles(csvFiles('2024,v1,grain,5'), INPUTS);
    expect(dataset?.observations).toHaveLength(1);
    expect(places(report.findings)).toEqual(['row.short 2']);
  });
});

it('notes content without a title once per column', async () => {
  const observations = textFile('observations.csv', `${HEADER},\n2024,v1,grain,1,,,,,,x\n2024,v1,rate,1,,,,,,y\n`);
  const { report } = await importFiles([csvFiles()[0], observations], INPUTS);
  expect(places(report.findings)).toEqual(['column.unnamed J2']);
});
