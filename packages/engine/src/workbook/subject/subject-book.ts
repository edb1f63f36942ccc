import { exportTexts, subjectTexts } from '../../locale/export-texts.ts';
import type { Figure } from '../../reader/figure.ts';
import type {
  ResultsDescription,
  ResultsReader,
  ScoreSheet,
  SheetLine,
  SheetQuery,
} from '../../reader/results-reader.ts';
import { textCell, type Book, type BookRow, type BookSheet } from '../book.ts';
import { rowHeight, textWidth } from '../collection/text-size.ts';
import { titledFileName } from '../file-name.ts';
import type { NamedFile } from '../named-file.ts';
import { shownFigure } from '../tables/explanation-cells.ts';
import { bookCell, legend, shownText } from '../tables/figure-cell.ts';
import type { ExportCell, TableLanguage } from '../tables/table.ts';
import { tableSheet } from '../tables/write-tables.ts';
import { writeBook } from '../write-book.ts';
import { reasonTables } from './reason-tables.ts';

/** Whose sheet is wanted, and how it is worded. */
export interface SubjectRequest extends SheetQuery {
  readonly language: TableLanguage;
  /** Day on which the sheet is made, as it is printed on it; left out: none is. */
  readonly date?: string;
}

/** One subject's sheet as a workbook to be saved. */
export async function subjectFile(reader: ResultsReader, request: SubjectRequest): Promise<NamedFile> {
  const { title } = await reader.describe();
  const { label } = await reader.sheet(request);
  const { language, period } = request;
  const name = titledFileName(title[language], period, label.name, exportTexts.views.sheets[language]);
  return { name: `${name}.xlsx`, bytes: await writeBook(await subjectBook(reader, request)) };
}

/**
 * One subject's sheet as a workbook: the sheet itself on A4 with lines to sign, how every figure came about, and the rows of
 * the data behind them with their cells.
 */
export async function subjectBook(reader: ResultsReader, request: SubjectRequest): Promise<Book> {
  const description = await reader.describe();
  const sheet = await reader.sheet(request);
  const reasons = await reasonTables(reader, sheet, request);
  const title = `${sheet.label.name}　${exportTexts.views.sheets[request.language]}`;
  return {
    title,
    sheets: [scoreSheet(description, sheet, request), ...reasons.map((table) => tableSheet(table, request.language))],
  };
}

const COLUMNS = ['item', 'clause', 'max', 'figure', 'lost', 'mean', 'best', 'previous'] as const;
/** Of the item and its clause; figures are as wide as they are long. */
const TEXT_WIDTHS = [34, 12] as const;
const NARROWEST = 9;

function scoreSheet(description: ResultsDescription, sheet: ScoreSheet, request: SubjectRequest): BookSheet {
  const { language } = request;
  const titles = COLUMNS.map((key) => exportTexts.columns[key][language]);
  const head = headLines(description, sheet, request);
  const isOnlyWord = (line: SheetLine): boolean => isHeadline(sheet, line);
  const lines = sheet.lines.filter((line) => !isOnlyWord(line));
  const widths = widthsOf(lines, titles, language);
  const marks = legend(
    lines.map((line) => figuresOf(line, language)),
    language,
  );
  const headerRow = head.length + 2;
  return {
    name: exportTexts.views.sheets[language],
    widths,
    portrait: true,
    fitsPage: true,
    frozen: { rows: headerRow, columns: 1 },
    printTitles: { first: headerRow, last: headerRow },
    rows: [
      { cells: [textCell(description.title[language], 'title')], height: 26 },
      ...head.map((line): BookRow => ({ cells: [textCell(line)], height: 18 })),
      { cells: titles.map((text) => textCell(text, 'header')), height: 22 },
      ...lines.map((line) => lineRow(line, widths, language)),
      ...(marks === '' ? [] : [{ cells: [textCell(marks, 'hint')] }]),
      { cells: [] },
      { cells: [textCell(subjectTexts.signatures[language])], height: 30 },
    ],
  };
}

/** Rank, grade and the like stand above the table. */
function isHeadline({ part: { known } }: ScoreSheet, { node }: SheetLine): boolean {
  return node.id === known.rank || node.id === known.grade || node.id === known.complete;
}

function figuresOf(
  { node, figure, max, lost, groupMean, groupBest, previous }: SheetLine,
  language: TableLanguage,
): readonly ExportCell[] {
  const shown = shownFigure(figure, node, language);
  return [max, shown, lost, groupMean, groupBest, previous && shownFigure(previous, node, language)];
}

function lineRow(line: SheetLine, widths: readonly number[], language: TableLanguage): BookRow {
  const { node, depth } = line;
  const look = depth === 0 ? 'cell-strong' : 'cell';
  const name = `${'　'.repeat(depth)}${node.title[language]}`;
  return {
    height: Math.max(18, rowHeight([name, node.clause], widths, 'usual')),
    cells: [
      textCell(name, look),
      textCell(node.clause, look),
      // Words among the figures stand where the figures do.
      ...figuresOf(line, language).map((cell) => ({ ...bookCell(cell, look, language), align: 'right' as const })),
    ],
  };
}

function widthsOf(lines: readonly SheetLine[], titles: readonly string[], language: TableLanguage): readonly number[] {
  const rows = lines.map((line) => figuresOf(line, language));
  const figures = titles.slice(TEXT_WIDTHS.length).map((title, at) => {
    const longest = Math.max(textWidth(title), ...rows.map((row) => textWidth(shownText(row[at] ?? null, language))));
    return Math.max(NARROWEST, longest + 2);
  });
  return [...TEXT_WIDTHS, ...figures];
}

function headLines(
  { version, changedParameters = [] }: ResultsDescription,
  { part, period, label, ranked, lines }: ScoreSheet,
  { language, date }: SubjectRequest,
): readonly string[] {
  const figureOf = (node: string | undefined): Figure | null =>
    lines.find((line) => line.node.id === node)?.figure ?? null;
  const { known } = part;
  const rank = figureOf(known.rank);
  const facts = {
    name: label.name,
    id: label.subject,
    group: label.group,
    period,
    version,
    date: date ?? '',
    total: figureOf(known.total)?.text ?? '',
    grade: figureOf(known.grade)?.text ?? '',
    rank: rank === null || rank.text === 'none' ? '' : rank.text,
    ranked,
    isIncomplete: figureOf(known.complete)?.text === 'false',
  };
  const trial = changedParameters.map(({ title, value, unit }) => `${title[language]} = ${value} ${unit}`.trim());
  return subjectTexts.headLines(facts, trial).map((line) => line[language]);
}
