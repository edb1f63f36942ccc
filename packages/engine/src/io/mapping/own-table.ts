import { kindOfHeader, readHeader, REQUIRED_COLUMNS } from '../header.ts';
import { share } from './column-values.ts';
import { CERTAIN } from './match-items.ts';
import { columnFacts } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import { isDataRow } from './row-kind.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** Everything as in the program's own layout: such a table reads itself. */
export function isOwnTable({ rows, table }: SheetGrid, context: ProposeContext): boolean {
  const at = rows.slice(0, 10).findIndex(({ cells }) => kindOfHeader(cells) !== null);
  if (at < 0) return false;
  const { cells, row } = rows[at]!;
  const kind = kindOfHeader(cells)!;
  const { columns, others, twice } = readHeader(kind, cells, row);
  if (twice !== null || REQUIRED_COLUMNS[kind].some((column) => !columns.has(column))) return false;
  const data = rows.slice(at + 1);
  if (table.merges?.some(({ top, bottom }) => top <= row && bottom > row)) return false;
  if (!isProgramHeader(cells) && data.some((one) => !isDataRow(one.cells))) return false;
  const facts = columnFacts(
    cells.map((cell) => [cell]),
    data,
    cells.length,
    context,
  );
  const byColumn = new Map(facts.map((one) => [one.column, one]));
  const subject = byColumn.get(columns.get('subject')!);
  // A register of events has numbers and units as well, and days beside them.
  if (kind === 'subjects' && facts.some(({ known }) => known.includes('date'))) return false;
  if (kind === 'subjects')
    return !others.some(({ index }) => (byColumn.get(index)?.matches[0]?.confidence ?? 0) >= CERTAIN);
  const item = byColumn.get(columns.get('item')!);
  const areItems =
    !item || item.values.filled === 0 || share(item.values, (text) => context.items.find(text) !== null) >= 0.5;
  const names = subject
    ? share(subject.values, (text) => context.subjects.named(text) !== null && context.subjects.find(text) === null)
    : 0;
  return (areItems || isProgramHeader(cells)) && names < 0.5;
}

/** The very words of the program: whoever writes them means them, whatever is wrong below. */
function isProgramHeader(cells: readonly string[]): boolean {
  return REQUIRED_COLUMNS.observations.every((column) => cells.includes(column));
}
