import { foldText } from '../fold-text.ts';
import { columnFacts, findSubjectColumns } from './propose-columns.ts';
import { findHeader, type FoundHeader, type KnownTitle } from './header-rows.ts';
import { findPeriods } from './find-period.ts';
import { isNumeric } from './column-values.ts';
import { knownMeanings } from './known-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { isFooter, isTotal } from './row-kind.ts';
import { areaAt, gridIn, type GridRow, type SheetGrid } from './sheet-grid.ts';
import type { TableArea } from './sheet-mapping.ts';

const WHOLE: TableArea = { top: 1, bottom: null, left: 0, right: null };

/** The tables of a sheet: mostly one, the sheet itself. Together they hold every cell. */
export function partsOf(grid: SheetGrid, context: ProposeContext, isKnown: KnownTitle): readonly SheetGrid[] {
  const look = { context, isKnown };
  const beside = splitColumns(grid, look);
  if (beside.length > 1) return beside.flatMap((part) => splitRows(part, look));
  const below = splitRows(grid, look);
  return below.length > 1 ? below.flatMap((part) => splitColumns(part, look)) : below;
}

interface Look {
  readonly context: ProposeContext;
  readonly isKnown: KnownTitle;
}

/** Tables that stand side by side, with empty columns between them or the same header again. */
function splitColumns(grid: SheetGrid, look: Look): readonly SheetGrid[] {
  const starts = tableStarts(grid, look);
  if (starts.length < 2) return [grid];
  const area = grid.area ?? WHOLE;
  const header = findHeader(grid, look.isKnown);
  return starts.map((start, at) => {
    const right = starts[at + 1] === undefined ? area.right : starts[at + 1]! - 1;
    const left = at === 0 ? area.left : start;
    const isHere = (column: number): boolean => column >= left && (right === null || column <= right);
    return gridIn(grid, { ...area, left, right }, [...grid.around, ...sharedTexts(grid, header.first, isHere)]);
  });
}

/** Titles above the tables that are not in the columns of this one: those alone in their row, and units. */
function sharedTexts({ rows }: SheetGrid, headerFirst: number, isHere: (column: number) => boolean): string[] {
  return rows
    .filter(({ row }) => row < headerFirst)
    .flatMap(({ cells }) => {
      const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
      const titles = filled.filter(({ cell }) => !isUnitLine(cell));
      return filled.filter(({ cell, column }) => !isHere(column) && (titles.length === 1 || isUnitLine(cell)));
    })
    .map(({ cell }) => cell);
}

function isUnitLine(text: string): boolean {
  return /单位\s*[:：]/.test(text);
}

/** First columns of the tables of a sheet. */
function tableStarts(grid: SheetGrid, look: Look): readonly number[] {
  const starts: number[] = [];
  let open: number | null = null;
  for (const [first, last] of filledColumns(grid)) {
    open ??= first;
    if (!isTable(gridIn(grid, { ...(grid.area ?? WHOLE), left: open, right: last }, []), look)) continue;
    starts.push(...repeatedStarts(grid, open, last, look));
    open = null;
  }
  return starts;
}

/** Runs of columns with text. Titles alone in their row, and lines below the tables, may stand over the gaps. */
function filledColumns({ rows, width, area }: SheetGrid): readonly (readonly [number, number])[] {
  const isFilled = new Array<boolean>(width).fill(false);
  for (const { cells } of rows) {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length < 2 || isFooter(filled[0]!)) continue;
    cells.forEach((cell, column) => {
      if (cell !== '') isFilled[column] = true;
    });
  }
  const runs: [number, number][] = [];
  for (let column = area?.left ?? 0; column < width; column += 1) {
    if (!isFilled[column]) continue;
    const run = runs.at(-1);
    if (run && run[1] === column - 1) run[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** Whether some columns say who each row is about, and something of it. */
function isTable(grid: SheetGrid, { context, isKnown }: Look): boolean {
  const header = findHeader(grid, isKnown);
  if (header.first === 0) return false;
  const rows = grid.rows.filter(({ row, cells }) => row >= header.dataFirst && isData(cells));
  const facts = columnFacts(header.titles, rows, grid.width, context);
  const { subject, name } = findSubjectColumns(facts, context);
  const others = facts.filter(
    (one) => one !== subject && one !== name && one.values.filled > 0 && !isNumbering(one.title.spellings),
  );
  return subject !== null && (name !== null || others.length > 0);
}

function isNumbering(spellings: readonly string[]): boolean {
  return spellings.some((spelling) => ['序号', '序', 'no', 'no.', '#'].includes(spelling));
}

/** A list that is folded to save paper: its header stands there twice or more. */
function repeatedStarts(grid: SheetGrid, first: number, last: number, { isKnown }: Look): readonly number[] {
  const header = findHeader(gridIn(grid, { ...(grid.area ?? WHOLE), left: first, right: last }, []), isKnown);
  const titles = header.titles.slice(first, last + 1).map((parts) => foldText(parts.at(-1) ?? ''));
  for (let length = 2; length <= titles.length / 2; length += 1) {
    if (titles.length % length !== 0 || !titles.slice(0, length).some(isSubjectTitle)) continue;
    if (titles.every((title, at) => title !== '' && title === titles[at % length])) {
      return Array.from({ length: titles.length / length }, (_, at) => first + at * length);
    }
  }
  return [first];
}

function isSubjectTitle(title: string): boolean {
  return knownMeanings(title).some((meaning) => meaning === 'name' || meaning === 'subject');
}

/** Tables that stand one below the other, each with a header of its own. */
function splitRows(grid: SheetGrid, { isKnown }: Look): readonly SheetGrid[] {
  const { rows } = grid;
  const header = findHeader(grid, isKnown);
  if (header.first === 0) return [grid];
  const start = firstHeader(rows, header, isKnown);
  const tops: number[] = [];
  let { titles, dataFirst: from } = start;
  let texts = textsAbove(rows, start.first);
  let dataSince = false;
  for (const [at, { row, cells }] of rows.entries()) {
    if (row < start.dataFirst) continue;
    if (!isHeaderRow(cells, isKnown)) {
      dataSince ||= cells.filter((cell) => cell !== '').length > 1 && isData(cells);
      continue;
    }
    const top = topOf(grid, at, from);
    const own = rows.filter((one) => one.row >= rows[top]!.row && one.row < row).flatMap(({ cells: line }) => line);
    const names = own.filter((cell) => cell !== '');
    const leaves = new Set(cells.filter((cell) => cell !== '').map(foldText));
    // A header that is printed again on every page, with the same title or with none, goes on with the same table.
    const isSame = [...leaves].every((leaf) => titles.has(leaf));
    const isNew = !isSame || names.some((name) => findPeriods(name).length > 0 && !texts.has(foldText(name)));
    from = row + 1;
    if (!dataSince || !isNew || !hasDataBelow(rows, at)) continue;
    tops.push(rows[top]!.row);
    titles = leaves;
    texts = new Set(names.map(foldText));
    dataSince = false;
  }
  if (tops.length === 0) return [grid];
  const area = grid.area ?? WHOLE;
  const around = [
    ...grid.around,
    ...rows.filter(({ row }) => row < start.first).flatMap(({ cells }) => titleAlone(cells)),
  ];
  return [area.top, ...tops].map((top, at) =>
    gridIn(
      grid,
      { ...area, top, bottom: tops[at] === undefined ? area.bottom : tops[at] - 1 },
      at === 0 ? grid.around : around,
    ),
  );
}

interface FirstHeader {
  readonly first: number;
  readonly dataFirst: number;
  readonly titles: ReadonlySet<string>;
}

/** The header of the uppermost table; that of one below may be known better. */
function firstHeader(rows: readonly GridRow[], known: FoundHeader, isKnown: KnownTitle): FirstHeader {
  const at = rows.findIndex(({ row, cells }) => row < known.first && isHeaderRow(cells, isKnown));
  const upper = rows[at];
  const isTable = upper !== undefined && rows[at + 1] !== undefined && rows[at + 1]!.cells.some(isNumeric);
  if (!isTable) return { first: known.first, dataFirst: known.dataFirst, titles: leavesOf(known.titles) };
  return {
    first: upper.row,
    dataFirst: upper.row + 1,
    titles: new Set(upper.cells.filter((cell) => cell !== '').map(foldText)),
  };
}

function leavesOf(titles: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(titles.flat().map(foldText));
}

function textsAbove(rows: readonly GridRow[], before: number): ReadonlySet<string> {
  const above = rows.filter(({ row }) => row < before).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  return new Set(above.map(foldText));
}

function titleAlone(cells: readonly string[]): readonly string[] {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 ? filled : [];
}

/** A row of known titles, one of which says who or what the rows are about. */
function isHeaderRow(cells: readonly string[], isKnown: KnownTitle): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || !filled.some((cell) => cell.length <= 20 && isSubjectTitle(foldText(cell)))) return false;
  if (filled.some(isNumeric)) return false;
  const known = filled.filter((cell) => isKnown(cell) >= 1);
  return known.length >= 2 && known.length * 2 >= filled.length;
}

function isData(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => cell !== '').slice(0, 3);
  return texts.length > 0 && !texts.some((text) => isTotal(text)) && !isFooter(texts[0]!);
}

function hasDataBelow(rows: readonly GridRow[], at: number): boolean {
  const next = rows[at + 1];
  return next !== undefined && next.cells.filter((cell) => cell !== '').length > 1;
}

/** Index of the first row that belongs to the table whose header stands at `at`: its title, its unit, its group titles. */
function topOf({ rows, table }: SheetGrid, at: number, from: number): number {
  let top = at;
  while (top > 0 && rows[top - 1]!.row >= from) {
    const { row, cells } = rows[top - 1]!;
    const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
    const isMerged = filled.some(({ column }) => {
      const area = areaAt(table, row, column);
      return area !== undefined && area.right > area.left;
    });
    const [first] = filled;
    if (!first || !isData(cells) || filled.some(({ cell }) => isNumeric(cell))) break;
    const isApart = row - (rows[top - 2]?.row ?? 0) > 1;
    const isTitle = isMerged || (filled.length === 1 && (isApart || /[表:：]|情况|统计|年/.test(first.cell)));
    if (!isTitle && !isUnitLine(cells.join(' '))) break;
    top -= 1;
  }
  return top;
}
