import { readNumber } from '../normalise/number.ts';
import { areaAt, headerText, type SheetGrid } from './sheet-grid.ts';
import { isTotal } from './row-kind.ts';
import { isUnit } from './units.ts';

/** Where the header of a sheet stands, and what it says above each column. */
export interface FoundHeader {
  /** 0: there is none. */
  readonly first: number;
  readonly last: number;
  /** First row below it. */
  readonly dataFirst: number;
  /** Texts above each column, from top to bottom. */
  readonly titles: readonly (readonly string[])[];
  /** How many cells of it are known. */
  readonly known: number;
}

const ROWS_LOOKED_AT = 30;

/** Says how well a text is known as the title of a column, 0 to 1. */
export type KnownTitle = (text: string) => number;

/** Finds the header: the row with most known titles, and the rows above and below that belong to it. */
export function findHeader(grid: SheetGrid, isKnown: KnownTitle): FoundHeader {
  const rows = grid.rows.slice(0, ROWS_LOOKED_AT);
  const scores = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + (cell === '' ? 0 : isKnown(cell)), 0));
  const best = Math.max(0, ...scores);
  const leaf = best >= 1 ? scores.indexOf(best) : firstTextRow(grid);
  if (leaf < 0) return { first: 0, last: 0, dataFirst: rows[0]?.row ?? 1, titles: [], known: 0 };
  let first = leaf;
  while (first > 0 && isGroupRow(grid, first - 1, first)) first -= 1;
  let last = leaf;
  while (last + 1 < rows.length && continuesHeader(grid, leaf, last + 1, isKnown)) last += 1;
  let data = last + 1;
  while (data < rows.length && numbersColumns(rows[data]!.cells)) data += 1;
  return {
    first: rows[first]!.row,
    last: rows[last]!.row,
    dataFirst: grid.rows[data]?.row ?? rows[last]!.row + 1,
    titles: titlesOf(grid, first, last),
    known: best,
  };
}

/** The header as somebody says where it stands. */
export function headerAt(grid: SheetGrid, first: number, last: number): FoundHeader {
  const inside = grid.rows.flatMap(({ row }, at) => (row >= first && row <= last ? [at] : []));
  const below = grid.rows.findIndex(({ row, cells }) => row > last && !numbersColumns(cells));
  const dataFirst = below < 0 ? last + 1 : grid.rows[below]!.row;
  if (last === 0 || inside.length === 0)
    return { first: last === 0 ? 0 : first, last, dataFirst, titles: [], known: 0 };
  return { first, last, dataFirst, titles: titlesOf(grid, inside[0]!, inside.at(-1)!), known: 1 };
}

/** Where no title is known: the first row of several texts and no number, with a number below it. */
function firstTextRow({ rows }: SheetGrid): number {
  return rows
    .slice(0, ROWS_LOOKED_AT)
    .findIndex(
      ({ cells }, at) =>
        cells.filter((cell) => cell !== '').length >= 2 &&
        !cells.some(isNumber) &&
        (rows[at + 1]?.cells.some(isNumber) ?? false),
    );
}

/** Whether a row holds titles over several columns of the header below it. */
function isGroupRow(grid: SheetGrid, at: number, below: number): boolean {
  const { row, cells } = grid.rows[at]!;
  const under = grid.rows[below]!;
  if (under.row - row > 1) return false;
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  if (filled.length === 0 || filled.some(({ cell }) => isNumber(cell) || /[:：]/.test(cell))) return false;
  const areas = filled.map(({ column }) => areaAt(grid.table, row, column));
  const wide = areas.some((area) => area && area.right > area.left && area.right - area.left + 1 < grid.width);
  const deep = areas.some((area) => area && area.bottom >= under.row);
  if (filled.length === 1) return wide && filled[0]!.column > 0;
  return wide || deep || (grid.table.merges ?? []).every((area) => area.top !== row);
}

/** A row of units or of further titles below the titles: texts only, and nobody's name in it. */
function continuesHeader(grid: SheetGrid, leaf: number, at: number, isKnown: KnownTitle): boolean {
  const { row, cells } = grid.rows[at]!;
  const header = grid.rows[leaf]!;
  if (row - header.row > 3) return false;
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  if (filled.some(({ cell }) => isNumber(cell) || isTotal(cell))) return false;
  // The cells of titles that are merged downwards hold the same text again.
  const isMergedTitle = (column: number) => {
    const area = areaAt(grid.table, row, column);
    return area !== undefined && area.top <= header.row;
  };
  if (filled.every(({ column }) => isMergedTitle(column))) return filled.length > 0;
  if (filled.some(({ column }) => isMergedTitle(column))) return true;
  const first = header.cells.findIndex((cell) => cell !== '' && cell !== '序号');
  const own = filled.filter(({ column }) => column <= first);
  const others = filled.filter(({ column }) => column > first);
  // （名称）（万元）, or 计量单位 and units: no row of data has nothing but units in it.
  if (others.length > 0 && others.every(({ cell }) => isUnit(cell.replace(/^[(（]\s*|\s*[)）]$/g, '')))) return true;
  if (own.length > 0) return false;
  return filled.length >= 1 && filled.every(({ cell, column }) => header.cells[column] !== '' || isKnown(cell) > 0);
}

/** 1, 2, 3 … or 甲, 乙, 1, 2 … below the titles. */
function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/[()（）]/g, ''));
  if (filled.length < 3) return false;
  const numbers = filled.filter((cell) => /^\d+$/.test(cell)).map(Number);
  const others = filled.filter((cell) => !/^\d+$/.test(cell));
  return (
    numbers.length >= 2 &&
    others.every((cell) => /^(?:[甲乙丙丁戊a-dA-D]|栏次|—|-)$/.test(cell)) &&
    numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1) &&
    (numbers[0] === 1 || numbers[0] === 0)
  );
}

function titlesOf(grid: SheetGrid, first: number, last: number): string[][] {
  const rows = grid.rows.slice(first, last + 1);
  const texts = rows.map(({ row }) => Array.from({ length: grid.width }, (_, column) => headerText(grid, row, column)));
  texts.slice(0, -1).forEach((line, at) => {
    if (grid.table.merges?.some(({ top }) => top === rows[at]!.row)) return;
    const below = texts.at(-1)!;
    let group = '';
    line.forEach((text, column) => {
      // A title alone over its column ends the group before it.
      if (text !== '') group = below[column] === '' ? '' : text;
      else if (below[column] !== '') line[column] = group;
    });
  });
  return Array.from({ length: grid.width }, (_, column) => {
    const parts = texts.map((line) => line[column]!).filter((text) => text !== '');
    return parts.filter((text, at) => text !== parts[at - 1]);
  });
}

function isNumber(cell: string): boolean {
  return readNumber(cell, '%').kind === 'number';
}
