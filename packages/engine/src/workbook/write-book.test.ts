import { read } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { readWorkbook } from '../io/read-workbook.ts';
import { textCell, type Book, type BookCell } from './book.ts';
import { decimalCell } from './decimal-cell.ts';
import { writeBook } from './write-book.ts';
import fc from '../testing/seeded-fast-check.ts';

const bookOf = (...rows: BookCell[][]): Book => ({
  sheets: [{ name: '第一张', rows: rows.map((cells) => ({ cells })) }],
});

async function readBack(book: Book): Promise<string[][]> {
  const rows: string[][] = [];
  readWorkbook('x.xlsx', await writeBook(book))[0]!.eachRow((cells) => void rows.push([...cells]));
  return rows;
}

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat({ max: 12 }))
  .map(([digits, places]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
    const whole = text.slice(0, text.length - places);
    const sign = digits < 0n ? '-' : '';
    return `${sign}${whole}${places === 0 ? '' : `.${text.slice(text.length - places)}`}`;
  });

describe('a written workbook', () => {
  it('gives back every decimal of up to 15 digits as it was, zeros at its end included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 20 }), async (texts) => {
        const cells = texts.map((text) => decimalCell(text)!);
        expect(await readBack(bookOf([textCell('x'), ...cells]))).toEqual([['x', ...texts]]);
      }),
      { numRuns: 30 },
    );
  });

  it('gives back every text, whatever it looks like', async () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' })), {
      minLength: 1,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        // A workbook knows no difference between line ends.
        const plain = all.map((text) => text.replace(/\r\n?/g, '\n'));
        const cells = ['x', ...plain].map((text) => textCell(text));
        const [row = []] = await readBack(bookOf(cells));
        expect(plain.map((_, at) => row[at + 1] ?? '')).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['=1+1', '+SUM(A1)', '@x', '-2+3', '#N/A', '#REF!', "'quoted", '_x0041_', '<&>"', 'true', '007', '2024-03'])(
    'keeps the text %s a text',
    async (text) => {
      const bytes = await writeBook(bookOf([textCell(text)]));
      const cell = read(bytes, { type: 'array', cellFormula: true, cellNF: true }).Sheets['第一张']?.['A1'];

      expect(cell).toMatchObject({ t: 's', v: text, z: '@' });
      expect(cell.f).toBeUndefined();
    },
  );

  it('holds no sign that no XML may hold, in whatever text', async () => {
    const evil = '甲\ufffe\uffff\u0001乙';
    const cell: BookCell = { ...textCell(evil), comment: evil };
    const bytes = await writeBook({ title: evil, sheets: [{ name: evil, rows: [{ cells: [cell] }] }] });
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      // oxlint-disable-next-line no-control-regex
      expect(strFromU8(part).match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g), name).toBeNull();
    }
    expect((await readBack(bookOf([textCell('甲\uffff乙')])))[0]).toEqual(['甲乙']);
  });

  it('has frozen panes, widths, locks, lists and hidden rows where they are asked for', async () => {
    const bytes = await writeBook({
      title: '标题',
      sheets: [
        {
          name: '甲/乙',
          widths: [12, 30],
          frozen: { rows: 1, columns: 1 },
          printTitles: { first: 1, last: 1 },
          locked: true,
          rows: [{ cells: [textCell('表头', 'header')] }, { cells: [textCell('x')], hidden: true }],
          validations: [{ range: 'A3:A9', rule: { kind: 'list', source: "'单'!$A$1:$A$2" } }],
        },
        { name: '单', rows: [{ cells: [textCell('一')] }], hidden: true },
      ],
    });
    const book = read(bytes, { type: 'array', cellStyles: true, bookFiles: true });
    const files = (book as unknown as { files: Record<string, { content: Uint8Array }> }).files;
    const xml = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']!.content);

    expect(book.SheetNames).toEqual(['甲_乙', '单']);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1]);
    expect(book.Props?.Title).toBe('标题');
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"');
    expect(xml).toContain('<col min="2" max="2" width="30"');
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toMatch(/<dataValidation type="list" sqref="A3:A9"[^>]*><formula1>'单'!\$A\$1:\$A\$2<\/formula1>/);
    expect(xml).toMatch(/<row r="2"[^>]*hidden="1"/);
  });

  it('lets its columns go on below the last row as they are there, and keeps its head closed', async () => {
    const head = [textCell('表头', 'header')];
    const row = [textCell('', 'entry-text'), textCell('', 'entry-date')];
    const open = { name: '事件', widths: [9, 12], frozen: { rows: 1, columns: 0 }, locked: true };
    const below = ['entry-text', 'entry-date'] as const;
    const sheets = [
      { name: '说明', rows: [] },
      { ...open, below, rows: [{ cells: head }, { cells: row }] },
    ];
    const bytes = await writeBook({ sheets });
    const files = unzipSync(bytes);
    const xml = strFromU8(files['xl/worksheets/sheet2.xml']!);
    const styles = strFromU8(files['xl/styles.xml']!)
      .split('<cellXfs')[1]!
      .split('</cellXfs>')[0]!
      .split('<xf ')
      .slice(1);
    const styleAt = (pattern: RegExp): string => styles[Number(pattern.exec(xml)![1])]!;

    for (const [column, cell] of [
      [1, 'A2'],
      [2, 'B2'],
    ] as const) {
      const style = styleAt(new RegExp(`<col min="${column}" style="(\\d+)"`));
      expect(style).toBe(styleAt(new RegExp(`<c r="${cell}" s="(\\d+)"`)));
      expect(style).toContain('locked="0"');
    }
    expect(styleAt(/<c r="A1"[^>]* s="(\d+)"/)).not.toContain('locked="0"');
    expect(styleAt(/<c r="B1"[^>]* s="(\d+)"/)).not.toContain('locked="0"');
    expect(await writeBook({ sheets })).toEqual(bytes);
  });

  it('is the same for the same contents', async () => {
    const book = bookOf([textCell('甲'), decimalCell('1.50')!]);
    expect(await writeBook(book)).toEqual(await writeBook(book));
  });
});
