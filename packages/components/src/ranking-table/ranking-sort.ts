/** Order of the rows by a column. */
export interface RankingSort {
  /** Id of a column. */
  readonly column: string;
  readonly descending: boolean;
}

const DESCENDING = ' descending';

/** An order as an attribute says it: a column's id, with ` descending` behind it for the highest first; `null` for none. */
export function readSort(text: string): RankingSort | null {
  const descending = text.endsWith(DESCENDING);
  const column = (descending ? text.slice(0, -DESCENDING.length) : text).trim();
  return column === '' ? null : { column, descending };
}

/** The attribute that `readSort` reads; empty for the ranking's own order. */
export function writeSort(sort: RankingSort | null): string {
  return sort === null ? '' : `${sort.column}${sort.descending ? DESCENDING : ''}`;
}

/** The order after a click on a column's header: its better end first, then the other, then the ranking's own again. */
export function nextSort(sort: RankingSort | null, column: string, descendingFirst: boolean): RankingSort | null {
  if (sort?.column !== column) return { column, descending: descendingFirst };
  return sort.descending === descendingFirst ? { column, descending: !descendingFirst } : null;
}
