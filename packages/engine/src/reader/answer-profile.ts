import type { Scored } from '../score/scored.ts';
import { maximumAt } from './answer-sheet.ts';
import type { Figure } from './figure.ts';
import { childItems, mainItems, nodeById } from './node-tree.ts';
import type { NodeDescription, Profile, ProfileAxis, ProfileQuery, ProfileSeries } from './results-reader.ts';
import {
  compareGroup,
  figureAt,
  findPart,
  groupOfComparison,
  indexOfPart,
  labelOfRow,
  periodBefore,
  requireRow,
  type PartIndex,
} from './scored-index.ts';

/** Shares of full marks along the items of one branch. Items without full marks have no share and no axis. */
export function answerProfile(scored: Scored, query: ProfileQuery): Profile {
  const part = findPart(scored, query.part);
  const index = indexOfPart(scored, part);
  const row = requireRow(index, query.period, query.subject);
  const label = labelOfRow(index, row);
  const group = groupOfComparison(index, label);
  const nodes = query.of
    ? childItems(part.description, nodeById(part.description, query.of).id)
    : mainItems(part.description);
  const axes: ProfileAxis[] = [];
  for (const node of nodes) {
    const max = fullMarks(index, node, row);
    if (node.kind === 'number' && max != null && max > 0) axes.push({ node, max });
  }
  const before = periodBefore(index, query.period);
  const rowBefore = before === undefined ? undefined : index.rowOf(before, query.subject);
  const compared = axes.map(({ node }) => compareGroup(index, query.period, group, node.id));
  const series: ProfileSeries[] = [
    { kind: 'subject', name: label.name, figures: axes.map(({ node }) => applying(figureAt(index, node.id, row))) },
    { kind: 'mean', name: '', figures: compared.map(({ mean }) => mean) },
    { kind: 'best', name: '', figures: compared.map(({ best }) => best) },
  ];
  if (rowBefore !== undefined) {
    const figures = axes.map(({ node }) => applying(figureAt(index, node.id, rowBefore)));
    series.push({ kind: 'previous', name: '', figures });
  }
  return { part: part.description, period: query.period, label, axes, series };
}

function applying(figure: Figure | null): Figure | null {
  return figure && figure.state !== 'na' ? figure : null;
}

/** Full marks of an axis. What does not apply keeps its axis, with the marks that it has for others. */
function fullMarks(index: PartIndex, node: NodeDescription, row: number): number | null {
  const max = maximumAt(index, node, row)?.number;
  if (max || node.max === null || figureAt(index, node.id, row)?.state !== 'na') return max ?? null;
  return Number(node.max);
}
