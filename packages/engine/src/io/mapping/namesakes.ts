import { foldText, trimText } from '../fold-text.ts';

/** A row of a list without ids. */
export interface NamedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The id that a list without ids gives: the name, with what tells it from others of that name. */
export function idFromName(cells: readonly string[], name: number, namedWith: number | undefined): string {
  const text = trimText(cells[name] ?? '');
  const more = namedWith === undefined ? '' : trimText(cells[namedWith] ?? '');
  return text === '' || more === '' ? text : `${text}(${more})`;
}

/** Ids that several rows would have, and these rows. Empty ones are no ids. */
export function idsTwice(
  rows: Iterable<NamedRow>,
  name: number,
  namedWith: number | undefined,
): ReadonlyMap<string, readonly number[]> {
  const byId = new Map<string, number[]>();
  for (const { row, cells } of rows) {
    const id = foldText(idFromName(cells, name, namedWith));
    if (id === '') continue;
    const before = byId.get(id);
    if (before) before.push(row);
    else byId.set(id, [row]);
  }
  return new Map([...byId].filter(([, all]) => all.length > 1));
}
