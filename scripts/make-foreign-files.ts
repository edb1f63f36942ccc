/**
 * Makes the foreign workbooks and texts under packages/engine/test-files/foreign from their description. Needs `iconv` and
 * LibreOffice (`soffice`). The files are kept in the repository: they are to stay as these programs wrote them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';

import { FOREIGN_FILES } from '../packages/engine/src/io/mapping/testing/foreign-corpus.ts';
import type { Cell, Content, SheetContent } from '../packages/engine/src/io/mapping/testing/foreign/foreign-file.ts';
import { ROLL } from '../packages/engine/src/io/mapping/testing/foreign-inputs.ts';
import { writeBook } from '../packages/engine/src/workbook/write-book.ts';

const FOLDER = new URL('../packages/engine/test-files/foreign/', import.meta.url).pathname;

function sheetOf({ rows, merges, hiddenRows = [], hiddenColumns = [] }: SheetContent): WorkSheet {
  const plain = (cell: Cell) => (typeof cell === 'object' ? null : cell);
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(plain)));
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell !== 'object' || cell === null) return;
      const made = (cell.e === undefined ? { t: 'n', ...cell } : { t: 'e', v: cell.e, f: cell.f }) as CellObject;
      sheet[utils.encode_cell({ r, c })] = made;
      const range = utils.decode_range(sheet['!ref'] ?? 'A1');
      const end = { r: Math.max(range.e.r, r), c: Math.max(range.e.c, c) };
      sheet['!ref'] = utils.encode_range({ s: range.s, e: end });
    }),
  );
  if (merges) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  for (const row of hiddenRows) (sheet['!rows'] ??= [])[row - 1] = { hidden: true };
  for (const column of hiddenColumns) (sheet['!cols'] ??= [])[utils.decode_col(column)] = { hidden: true };
  return sheet;
}

async function bytesOf(content: Exclude<Content, { readonly kept: string }>): Promise<Uint8Array> {
  if ('text' in content) return encoded(content.text, content.encoding ?? 'utf-8');
  const { sheets, by = 'sheetjs', date1904 } = content;
  if (by === 'hucre') {
    const cellOf = (cell: Cell) => {
      if (typeof cell === 'number') return { look: 'plain', kind: 'number', number: cell, places: 0 } as const;
      return cell === null
        ? ({ look: 'plain', kind: 'empty' } as const)
        : ({ look: 'plain', kind: 'text', text: String(cell) } as const);
    };
    return writeBook({
      sheets: Object.entries(sheets).map(([name, { rows }]) => ({
        name,
        rows: rows.map((row) => ({ cells: row.map(cellOf) })),
      })),
    });
  }
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(sheet), name);
  book.Workbook = {
    WBProps: { date1904: date1904 ?? false },
    Sheets: Object.entries(sheets).map(([name, { hidden }]) => ({ name, Hidden: hidden ? 1 : 0 })),
  };
  const made = new Uint8Array(
    write(book, { type: 'array', bookType: by === 'sheetjs-xls' ? 'biff8' : 'xlsx', compression: true }) as ArrayBuffer,
  );
  if (by === 'lo-xls') return converted(made, ['xls']);
  if (by === 'lo-xlsx') return converted(made, ['ods', 'xls', 'xlsx'].slice(2));
  return by === 'lo-ods-xlsx' ? converted(made, ['ods', 'xlsx']) : made;
}

/** Opened and saved by LibreOffice, in one format after the other. */
function converted(bytes: Uint8Array, formats: readonly string[]): Uint8Array {
  let path = join(mkdtempSync(join(tmpdir(), 'foreign-')), 'in.xlsx');
  writeFileSync(path, bytes);
  for (const format of formats) {
    const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
    execFileSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${tmpdir()}/foreign-profile`,
      '--convert-to',
      format,
      '--outdir',
      folder,
      path,
    ]);
    path = join(folder, `in.${format}`);
  }
  return new Uint8Array(readFileSync(path));
}

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const input = encoding.startsWith('utf-16') ? `\ufeff${text}` : text;
  return new Uint8Array(execFileSync('iconv', ['-f', 'utf-8', '-t', encoding], { input }));
}

mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, '00-roll.csv'), `${ROLL.map((row) => row.join(',')).join('\n')}\n`);
const wanted = process.argv.slice(2);
for (const { file, content } of FOREIGN_FILES) {
  if ('kept' in content) continue;
  if (wanted.length > 0 && !wanted.some((start) => file.startsWith(start))) continue;
  // oxlint-disable-next-line no-await-in-loop
  writeFileSync(join(FOLDER, file), await bytesOf(content));
}
