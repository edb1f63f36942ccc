import type { Figure, Ranking, RankingRow } from '@kaoheng/engine/reader';
import type { RankingColumn } from './ranking-columns.ts';
import type { RankingSort } from './ranking-sort.ts';

/** A row of the body: a group's heading or a subject. */
export type DisplayRow =
  | { readonly kind: 'group'; readonly group: string; readonly count: number }
  | { readonly kind: 'subject'; readonly group: string; readonly row: RankingRow };

export interface RankingView {
  readonly rows: readonly DisplayRow[];
  /** Subjects shown, and subjects there are. */
  readonly shown: number;
  readonly all: number;
}

export interface ViewOptions {
  readonly columns: readonly RankingColumn[];
  /** `null` is the ranking's own order. */
  readonly sort: RankingSort | null;
  readonly search: string;
  /** Every group under a heading of its own, with its own order. */
  readonly sections: boolean;
  /** Orders names; Chinese ones by sound. */
  readonly collator: Intl.Collator;
}

/** Whether a ranking consists of several groups that are ranked apart. */
export function hasSections(ranking: Ranking): boolean {
  return ranking.group === '' && ranking.part.groups.length > 1;
}

/** Filters, sorts and sections the rows. Groups are never mixed: their ranks say nothing about each other. */
export function rankingView(ranking: Ranking, options: ViewOptions): RankingView {
  const found = ranking.rows.filter((row) => matches(row, options.search));
  const column = options.columns.find(({ id }) => id === options.sort?.column);
  const ordered = column ? sorted(found, column, options.sort!.descending, options.collator) : found;
  const rows: DisplayRow[] = [];
  if (options.sections) {
    const groups = new Map<string, RankingRow[]>();
    for (const group of ranking.part.groups) groups.set(group, []);
    for (const row of ordered) {
      const members = groups.get(row.group);
      if (members) members.push(row);
      else groups.set(row.group, [row]);
    }
    for (const [group, members] of groups) {
      if (members.length === 0) continue;
      rows.push({ kind: 'group', group, count: members.length });
      for (const row of members) rows.push({ kind: 'subject', group, row });
    }
  } else {
    for (const row of ordered) rows.push({ kind: 'subject', group: '', row });
  }
  return { rows, shown: found.length, all: ranking.rows.length };
}

function matches(row: RankingRow, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return true;
  return [row.name, row.subject, row.group].some((text) => text.toLowerCase().includes(wanted));
}

/** A stable sort: equal rows keep the ranking's order. What has no value comes last in either direction. */
function sorted(
  rows: readonly RankingRow[],
  column: RankingColumn,
  descending: boolean,
  collator: Intl.Collator,
): readonly RankingRow[] {
  const direction = descending ? -1 : 1;
  if (column.kind === 'name' || column.kind === 'group') {
    const field = column.kind;
    return [...rows].sort((left, right) => direction * collator.compare(left[field], right[field]));
  }
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null) return Number(left.key === null) - Number(right.key === null);
    return direction * (left.key - right.key);
  });
  return keyed.map(({ row }) => row);
}

function sortKey(row: RankingRow, column: RankingColumn): number | null {
  if (column.kind === 'change') return row.change;
  return figureKey(column.figure(row), column.words);
}

function figureKey(figure: Figure | null, words: readonly string[]): number | null {
  if (figure?.state !== 'value') return null;
  if (figure.number !== null) return figure.number;
  const place = words.indexOf(figure.text);
  return place < 0 ? null : place;
}
