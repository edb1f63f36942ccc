import type { Scored } from '../score/scored.ts';
import { compareDecimals, isDecimal } from './decimal-text.ts';
import type { Figure } from './figure.ts';
import { NA_FIGURE } from './make-figure.ts';
import { mainItems, nodeById, otherResults } from './node-tree.ts';
import type { NodeDescription, Ranking, RankingQuery, RankingRow } from './results-reader.ts';
import { figureAt, findPart, indexOfPart, labelOfRow, periodBefore, rowsOf, type PartIndex } from './scored-index.ts';

const byName = new Intl.Collator('zh', { numeric: true });

/** Who stands where. Ranks and totals are read from the figures; nothing is ranked anew here. */
export function answerRanking(scored: Scored, query: RankingQuery): Ranking {
  const part = findPart(scored, query.part);
  const index = indexOfPart(scored, part);
  const group = query.group ?? '';
  const columns = query.columns
    ? query.columns.map((id) => nodeById(part.description, id))
    : mainColumns(index, query.period, group);
  const columnIds = columns.map((column) => column.id);
  const rows: RankingRow[] = [];
  for (const row of rowsOf(index, query.period, group)) {
    const answer = rankingRow(index, query.period, row, columnIds);
    if (answer) rows.push(answer);
  }
  const groupOrder = new Map(part.description.groups.map((name, position) => [name, position]));
  const hasRanks = part.description.known.rank !== undefined;
  rows.sort(
    (left, right) =>
      positionOfGroup(groupOrder, left) - positionOfGroup(groupOrder, right) ||
      (hasRanks ? rankForOrder(left) - rankForOrder(right) : compareTotals(left, right)) ||
      byName.compare(left.name, right.name),
  );
  return { part: part.description, period: query.period, group, columns, rows };
}

/** More results than this make a table that nobody reads across; the sheet has them all. */
const MOST_RESULTS = 12;

/** The main items; in a part that gives no marks the first results that apply to somebody. */
function mainColumns(index: PartIndex, period: string, group: string): readonly NodeDescription[] {
  const { description } = index.part;
  const items = mainItems(description);
  if (items.length > 0) return items;
  const rows = rowsOf(index, period, group);
  const results = otherResults(description);
  const telling = results.filter(({ id }) => rows.some((row) => (figureAt(index, id, row)?.state ?? 'na') !== 'na'));
  return (telling.length > 0 ? telling : results).slice(0, MOST_RESULTS);
}

/** `null` for rows that carry none of the ranking's figures, such as results of a whole group. */
function rankingRow(index: PartIndex, period: string, row: number, columnIds: readonly string[]): RankingRow | null {
  const { known } = index.part.description;
  const rank = figureAt(index, known.rank, row);
  const total = figureAt(index, known.total, row);
  const grade = figureAt(index, known.grade, row);
  const found = columnIds.map((id) => figureAt(index, id, row));
  if (!rank && !total && !grade && found.every((figure) => figure === null)) return null;
  const label = labelOfRow(index, row);
  return {
    ...label,
    rank,
    total,
    grade,
    veto: flag(figureAt(index, known.veto, row)),
    complete: flag(figureAt(index, known.complete, row)),
    change: rankChange(index, period, label.subject, rank),
    figures: found.map((figure) => figure ?? NA_FIGURE),
  };
}

function flag(figure: Figure | null): boolean | null {
  return figure && figure.state === 'value' ? figure.text === 'true' : null;
}

function rankChange(index: PartIndex, period: string, subject: string, rank: Figure | null): number | null {
  const before = periodBefore(index, period);
  if (before === undefined || rank?.number == null) return null;
  const rankBefore = figureAt(index, index.part.description.known.rank, index.rowOf(before, subject));
  return rankBefore?.number == null ? null : rankBefore.number - rank.number;
}

function positionOfGroup(order: ReadonlyMap<string, number>, row: RankingRow): number {
  return order.get(row.group) ?? order.size;
}

/** The highest total first, as exact as it was scored; without one last. */
function compareTotals(left: RankingRow, right: RankingRow): number {
  const [one, other] = [totalForOrder(left), totalForOrder(right)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareDecimals(other, one);
}

function totalForOrder({ total }: RankingRow): string | null {
  return total?.state === 'value' && isDecimal(total.text) ? total.text : null;
}

/** Large rather than infinite: the difference of two infinities would not be a number. */
function rankForOrder(row: RankingRow): number {
  return row.rank?.number ?? Number.MAX_SAFE_INTEGER;
}
