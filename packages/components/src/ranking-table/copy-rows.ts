import type { Messages } from '../locales/messages.ts';
import { figureText } from '../shared/figure-text.ts';
import type { RankingColumn } from './ranking-columns.ts';
import type { DisplayRow } from './ranking-model.ts';
import { defuseFormula, type RankingRow } from '@kaoheng/engine/reader';

/** The rows as a spreadsheet takes them: columns as shown, exact figures, marks of the row in a last column. */
export function rowsAsText(rows: readonly DisplayRow[], columns: readonly RankingColumn[], messages: Messages): string {
  const subjects = rows.flatMap((row) => (row.kind === 'subject' ? [row.row] : []));
  const showGroup = rows.some((row) => row.kind === 'group');
  const remarks = subjects.map((row) => rowMarks(row, messages).join(' '));
  const showRemarks = remarks.some(Boolean);
  const head = columns.map(({ label }) => label);
  if (showGroup) head.unshift(messages.group);
  if (showRemarks) head.push(messages.note);
  const lines = subjects.map((row, position) => {
    const cells = columns.map((column) => cellText(row, column, messages));
    if (showGroup) cells.unshift(row.group);
    if (showRemarks) cells.push(remarks[position]!);
    return cells;
  });
  return [head, ...lines].map((cells) => cells.map(plainCell).join('\t')).join('\r\n');
}

/** Marks that a row carries beside its figures. */
export function rowMarks(row: RankingRow, messages: Messages): readonly string[] {
  const marks: string[] = [];
  if (row.veto) marks.push(messages.veto);
  if (row.complete === false) marks.push(messages.incomplete);
  return marks;
}

function cellText(row: RankingRow, column: RankingColumn, messages: Messages): string {
  switch (column.kind) {
    case 'name':
      return row.name;
    case 'group':
      return row.group;
    case 'change':
      return row.change === null ? '' : String(row.change);
    default: {
      const figure = column.figure(row);
      if (!figure) return '';
      return figure.number === null ? figureText(figure, messages) : figure.text;
    }
  }
}

/** Tabs and line ends would shift the cells; a text that begins like a formula would be run as one. */
function plainCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  // A number with a plus is a name: figures have none.
  return flat.startsWith('+') ? `'${flat}` : defuseFormula(flat);
}
