// The sample as two CSV files and as one workbook, with the same cells in the same places.
import { mkdirSync, writeFileSync } from 'node:fs';

import { utils, write } from '@e965/xlsx';

/** @typedef {readonly (string | number)[]} Cells */

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WIDTHS = { subjects: [9, 12, 8, 8, 12], observations: [8, 9, 30, 9, 26, 7, 14, 12, 44] };

/**
 * @param {string} folder
 * @param {Readonly<Record<'subjects' | 'observations', readonly Cells[]>>} tables header rows included
 */
export function writeSample(folder, tables) {
  mkdirSync(folder, { recursive: true });
  const book = utils.book_new();
  for (const [name, widths] of Object.entries(WIDTHS)) {
    const rows = tables[/** @type {keyof typeof WIDTHS} */ (name)];
    writeFileSync(`${folder}/${name}.csv`, rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''));
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map(sheetCell)));
    sheet['!cols'] = widths.map((wch) => ({ wch }));
    utils.book_append_sheet(book, sheet, name);
  }
  writeFileSync(
    `${folder}/township-9-villages.xlsx`,
    write(book, { type: 'buffer', bookType: 'xlsx', compression: true }),
  );
}

/** @param {string | number} value */
function csvCell(value) {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Cells as an office types them: numbers as numbers, dates as dates.
 * @param {string | number} value
 */
function sheetCell(value) {
  if (value === '') return null;
  if (typeof value === 'string' && DATE.test(value)) {
    const serial = Date.parse(value) / 86_400_000 + 25_569;
    return { t: 'n', v: serial, z: 'yyyy-mm-dd' };
  }
  return value;
}
