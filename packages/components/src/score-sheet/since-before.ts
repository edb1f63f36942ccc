import { compareDecimals, isDecimal, roundDecimal, subtractDecimals } from '@kaoheng/engine/reader';
import type { Figure, ScoreSheet, SheetLine } from '@kaoheng/engine/reader';
import { branchIds } from './sheet-model.ts';

/** How far a figure has moved since the period before. */
export interface Movement {
  readonly line: SheetLine;
  /** Signed and exact, or marked ≈ where one of the figures is rounded. */
  readonly text: string;
}

const MOST = 3;
const PLACES = 4;

/** The movement of the total and of the lines that moved furthest; `null` where there is nothing to compare. */
export function sinceBefore(
  sheet: ScoreSheet,
): { readonly total: Movement; readonly most: readonly Movement[] } | null {
  const totalLine = sheet.lines.find(({ node }) => node.id === sheet.part.known.total);
  const total = totalLine && movementOf(totalLine);
  if (!total) return null;
  const branches = branchIds(sheet.lines);
  const most = sheet.lines
    .flatMap((line) => {
      const moves = line.node.role !== 'result' && !branches.has(line.node.id) ? movementOf(line) : null;
      return moves && moves.size !== '0' ? [moves] : [];
    })
    .sort((left, right) => compareDecimals(right.size, left.size))
    .slice(0, MOST);
  return { total, most };
}

function movementOf(line: SheetLine): (Movement & { readonly size: string }) | null {
  const { figure, previous } = line;
  if (!previous || !counts(figure) || !counts(previous)) return null;
  const difference = subtractDecimals(figure.text, previous.text);
  const size = difference.replace('-', '');
  const sign = difference.startsWith('-') ? '−' : size === '0' ? '±' : '+';
  const isExact = figure.exact && previous.exact;
  return { line, size, text: isExact ? sign + size : `≈${sign}${roundDecimal(size, PLACES).text}` };
}

/** What is missing counts as 0; what does not apply has not moved. */
function counts(figure: Figure): boolean {
  return figure.state !== 'na' && isDecimal(figure.text);
}
