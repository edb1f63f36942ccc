import { readFileSync } from 'node:fs';
import { Fraction } from '../../number/fraction.ts';
import { exactText, parseExact } from '../../number/text.ts';
import { Fault, MISSING, NOT_APPLICABLE } from '../cell.ts';
import type { Cell } from '../cell.ts';

const PAGE = new URL('../../../../../docs/plan.md', import.meta.url);

/** One row of a table of docs/plan.md: its cells by the titles of the columns. */
export type PageRow = Readonly<Record<string, string>>;

/** An example of docs/plan.md: `1, missing → 1/2`. */
export interface Example {
  readonly text: string;
  readonly operands: readonly string[];
  readonly result: string;
}

/** Rows of the first table below a heading of docs/plan.md. */
export function pageTable(heading: string): PageRow[] {
  const lines = readFileSync(PAGE, 'utf8').split('\n');
  const start = lines.indexOf(`## ${heading}`);
  const first = lines.findIndex((line, at) => at > start && line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > first && !line.startsWith('|'));
  if (start < 0 || first < 0) throw new Error(`docs/plan.md has no table below "${heading}".`);
  const [titles = [], , ...rows] = lines.slice(first, end).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ''])));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Examples of one cell of a table. */
export function examples(cell: string): Example[] {
  return cell
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [left, right] = text.split('→').map((side) => side.trim());
      if (left === undefined || right === undefined) throw new Error(`"${text}" is no example.`);
      return { text, operands: left === '' ? [] : left.split(',').map((operand) => operand.trim()), result: right };
    });
}

const FAULT = new Fault('unknown-word', 'example');
const UNSET = new Fault('parameter-unset', 'example');
const BY_ZERO = new Fault('division-by-zero');

/** A value as docs/plan.md writes it. */
export function readCell(text: string): Cell {
  switch (text) {
    case 'missing':
      return MISSING;
    case 'NA':
      return NOT_APPLICABLE;
    case 'fault':
      return FAULT;
    case '÷0':
      return BY_ZERO;
    case 'unset':
      return UNSET;
    case 'true':
    case 'false':
      return text === 'true';
  }
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  const number = parseExact(text);
  if (number === null) throw new Error(`docs/plan.md: "${text}" is no value.`);
  return number;
}

/** A value in the words of docs/plan.md, in one spelling. */
export function writeCell(cell: Cell): string {
  if (cell instanceof Fraction) return exactText(cell);
  if (cell === MISSING) return 'missing';
  if (cell === NOT_APPLICABLE) return 'NA';
  if (cell instanceof Fault) return 'fault';
  return typeof cell === 'string' ? `"${cell}"` : String(cell);
}
