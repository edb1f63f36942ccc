import { exportTexts, figureWords } from '../../locale/export-texts.ts';
import { roundDecimal } from '../../reader/decimal-text.ts';
import type { Figure } from '../../reader/figure.ts';
import { textCell, type BookCell, type Look } from '../book.ts';
import { decimalCell } from '../decimal-cell.ts';
import type { ExportCell, TableLanguage } from './table.ts';

/** Decimals shown of a quotient that does not end: as many as the widgets show. */
const PLACES_OF_ROUNDED = 4;

/**
 * What a cell of a table says without a number format, as in CSV: figures with all their digits, and a word, never a bare 0,
 * for what is missing or does not apply.
 */
export function plainText(cell: ExportCell, language: TableLanguage): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  switch (cell.state) {
    case 'missing':
      return figureWords.missing[language];
    case 'na':
      return figureWords.notApplicable[language];
    default:
      return cell.text;
  }
}

/** What is seen of the same cell in a workbook: as wide as this, its column shows all of it. */
export function shownText(cell: ExportCell, language: TableLanguage): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if (cell.state === 'missing') return `${cell.text}${figureWords.missingMark[language]}`;
  return isShortened(cell) ? `≈${shortened(cell)}` : plainText(cell, language);
}

/**
 * A cell of a table in a workbook. Numbers are numbers with all the digits that are known; their format says on screen and
 * on paper what is missing (and counts 0) and what is shown rounded.
 */
export function bookCell(cell: ExportCell, look: 'cell' | 'cell-strong', language: TableLanguage): BookCell {
  if (cell === null) return { kind: 'empty', look };
  if (typeof cell === 'string') return textCell(cell, look);
  if (cell.state === 'missing') {
    const doubtful: Look = `${look}-doubtful`;
    const zero = decimalCell(cell.text, doubtful);
    if (zero?.kind === 'number') return { ...zero, after: figureWords.missingMark[language] };
    return { ...textCell(shownText(cell, language), doubtful), align: 'right' };
  }
  if (cell.number === null && cell.state === 'value') return textCell(cell.text, look);
  const number = decimalCell(cell.text, look);
  if (number?.kind === 'number') {
    return isShortened(cell) ? { ...number, places: placesOf(shortened(cell)), before: '≈' } : number;
  }
  const text = { ...textCell(plainText(cell, language), look), align: 'right' } as const;
  return cell.state === 'value' ? { ...text, comment: exportTexts.longDecimal[language] } : text;
}

/** What the marks in a table mean, as far as there are any; empty where there are none. */
export function legend(rows: readonly (readonly ExportCell[])[], language: TableLanguage): string {
  const figures = rows.flat().filter((cell): cell is Figure => cell !== null && typeof cell !== 'string');
  const lines = [
    ...(figures.some(({ state }) => state === 'missing') ? [figureWords.missingLegend] : []),
    ...(figures.some(({ state }) => state === 'na') ? [figureWords.notApplicableLegend] : []),
    ...(figures.some(isShortened) ? [figureWords.roundedLegend] : []),
  ];
  return lines.map((line) => line[language]).join(language === 'zh' ? '' : ' ');
}

/** A quotient that does not end, with more decimals than are shown of such a one. */
function isShortened({ state, number, exact, text }: Figure): boolean {
  return state === 'value' && number !== null && !exact && decimalCell(text) !== null;
}

function shortened({ text }: Figure): string {
  return roundDecimal(text, PLACES_OF_ROUNDED).text;
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}
