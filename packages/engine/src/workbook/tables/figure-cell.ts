import { exportTexts } from '../../locale/export-texts.ts';
import { textCell, type BookCell, type Look } from '../book.ts';
import { decimalCell } from '../decimal-cell.ts';
import type { ExportCell, TableLanguage } from './table.ts';

/** What a cell of a table says, as text. */
export function plainText(cell: ExportCell): string {
  return cell === null ? '' : typeof cell === 'string' ? cell : cell.text;
}

/** A cell of a table in a workbook: numbers as numbers, with a comment where a figure is not what it seems. */
export function bookCell(cell: ExportCell, look: Look, language: TableLanguage): BookCell {
  if (cell === null) return { kind: 'empty', look };
  if (typeof cell === 'string') return textCell(cell, look);
  if (cell.number === null && cell.state === 'value') return textCell(cell.text, look);
  const comment = cell.state === 'missing' ? { comment: exportTexts.missing[language] } : {};
  const number = decimalCell(cell.text, look);
  if (number !== null) return { ...number, ...comment };
  const text = { ...textCell(cell.text, look), align: 'right' } as const;
  if (cell.state !== 'value') return { ...text, ...comment };
  return { ...text, comment: exportTexts.longDecimal[language] };
}
