import type { Scored } from '../score/scored.ts';
import { isDecimal, subtractDecimals } from './decimal-text.ts';
import type { Figure } from './figure.ts';
import { isNumeric, numberFigure } from './make-figure.ts';
import { depths } from './node-tree.ts';
import type { NodeDescription, ScoreSheet, SheetLine, SheetQuery } from './results-reader.ts';
import {
  compareGroup,
  figureAt,
  findPart,
  groupOfComparison,
  indexOfPart,
  labelOfRow,
  periodBefore,
  requireRow,
  rowsOf,
  type PartIndex,
} from './scored-index.ts';

/** One subject's sheet: every node that has a figure, in document order. */
export function answerSheet(scored: Scored, query: SheetQuery): ScoreSheet {
  const part = findPart(scored, query.part);
  const index = indexOfPart(scored, part);
  const row = requireRow(index, query.period, query.subject);
  const label = labelOfRow(index, row);
  const group = groupOfComparison(index, label);
  const before = periodBefore(index, query.period);
  const rowBefore = before === undefined ? undefined : index.rowOf(before, query.subject);
  const depthById = depths(part.description);
  const lines: SheetLine[] = [];
  for (const node of part.description.nodes) {
    const figure = figureAt(index, node.id, row);
    if (!figure) continue;
    const max = maximumAt(index, node, row);
    const comparison = isCompared(index, node) ? compareGroup(index, query.period, group, node.id) : null;
    lines.push({
      node,
      depth: depthById.get(node.id) ?? 0,
      figure,
      max,
      lost: lostMarks(node, figure, max),
      groupMean: comparison?.mean ?? null,
      groupBest: comparison && node.role !== 'adjustment' ? comparison.best : null,
      previous: figureAt(index, node.id, rowBefore),
    });
  }
  const peers = part.description.groupsShown === 'none' ? [] : rowsOf(index, query.period, group);
  const ranked = peers.filter((peer) => figureAt(index, part.description.known.rank, peer)?.number != null).length;
  return { part: part.description, period: query.period, label, ranked, lines };
}

/** Full marks that hold for this row: those that depend on the data win over those written in the scheme. */
export function maximumAt(index: PartIndex, node: NodeDescription, row: number): Figure | null {
  const own = index.part.maxima.get(node.id);
  if (own) return own[row] ?? null;
  return node.max === null ? null : numberFigure(node.max);
}

/** Ranks, flags and words have no mean; among the results only the total is compared. */
function isCompared(index: PartIndex, node: NodeDescription): boolean {
  if (!isNumeric(node)) return false;
  return node.role !== 'result' || node.id === index.part.description.known.total;
}

function lostMarks(node: NodeDescription, figure: Figure, max: Figure | null): Figure | null {
  if (node.role !== 'item' || !max || figure.state !== 'value' || max.state !== 'value') return null;
  if (!isDecimal(figure.text) || !isDecimal(max.text)) return null;
  return numberFigure(subtractDecimals(max.text, figure.text), figure.exact && max.exact);
}
