import type { Figure, LocalText, NodeDescription, Ranking, RankingRow } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';
import { placesOf } from '../shared/decimal-align.ts';

export type RankingColumnKind = 'rank' | 'name' | 'group' | 'total' | 'grade' | 'change' | 'item';

/** One column of the table as it is shown. */
export interface RankingColumn {
  /** Unique within the table: the kind, or `item:` and the node's id. */
  readonly id: string;
  readonly kind: RankingColumnKind;
  readonly label: string;
  /** Second line of the header, such as full marks. */
  readonly hint: string;
  readonly numeric: boolean;
  /** The order a first click gives: the best on top. */
  readonly descendingFirst: boolean;
  /** The figure of a row in this column; `null` for names and the like. */
  readonly figure: (row: RankingRow) => Figure | null;
  /** Places after the point, to line the points up. */
  readonly places: number;
  /** Vocabulary of words in order, for sorting. */
  readonly words: readonly string[];
}

const NO_FIGURE = (): null => null;

/** Columns that this ranking has something to say in, the most important first: narrow screens show the left ones. */
export function rankingColumns(
  ranking: Ranking,
  messages: Messages,
  pick: (text: LocalText) => string,
  showGroup: boolean,
): readonly RankingColumn[] {
  const { part, rows } = ranking;
  const columns: RankingColumn[] = [];
  const add = (kind: RankingColumnKind, label: string, more: Partial<RankingColumn> = {}) => {
    const figure = more.figure ?? NO_FIGURE;
    const places = more.numeric ? placesOf(figuresOf(rows, figure)) : 0;
    const base = { id: kind, hint: '', numeric: false, descendingFirst: false, words: [] };
    columns.push({ ...base, kind, label, ...more, figure, places });
  };
  const titleOf = (id: string | undefined, otherwise: string) => {
    const node = part.nodes.find((candidate) => candidate.id === id);
    return node ? pick(node.title) : otherwise;
  };
  if (part.known.rank) add('rank', messages.rank, { numeric: true, figure: (row) => row.rank });
  add('name', messages.name);
  if (showGroup) add('group', messages.group);
  if (part.known.total) {
    const hint = part.fullMarks === null ? '' : messages.fullMarks(part.fullMarks);
    const label = titleOf(part.known.total, messages.total);
    add('total', label, { hint, numeric: true, descendingFirst: true, figure: (row) => row.total });
  }
  if (part.known.grade) {
    const words = part.nodes.find(({ id }) => id === part.known.grade)?.words ?? [];
    add('grade', titleOf(part.known.grade, messages.grade), { words, figure: (row) => row.grade });
  }
  if (rows.some((row) => row.change !== null)) {
    add('change', messages.change, { numeric: true, descendingFirst: true });
  }
  ranking.columns.forEach((node, position) => {
    add('item', pick(node.title), {
      id: `item:${node.id}`,
      hint: itemHint(node, messages),
      numeric: node.kind === 'number',
      descendingFirst: node.kind === 'number',
      words: node.words,
      figure: (row) => row.figures[position] ?? null,
    });
  });
  return columns;
}

function itemHint(node: NodeDescription, messages: Messages): string {
  if (node.max !== null) return messages.fullMarks(node.max);
  return node.weight === null ? node.unit : `${messages.weight} ${node.weight}`;
}

function* figuresOf(rows: readonly RankingRow[], figure: (row: RankingRow) => Figure | null): Iterable<Figure | null> {
  for (const row of rows) yield figure(row);
}
