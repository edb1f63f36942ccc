import type { Conflict } from './merged.ts';

/** Which conflicts are meant: those in which an import says something, of all items or of one. */
export interface ConflictScope {
  readonly import: string;
  /** Only those of the same item and column as this one; left out: all. */
  readonly like?: Pick<Conflict, 'item' | 'column'>;
}

/** How many conflicts nobody has decided in which an import says something, of one item or column. */
export interface OpenCount {
  readonly import: string;
  readonly item: string;
  readonly column: string;
  readonly open: number;
}

/** Conflicts of a scope that nobody has decided. */
export function openConflicts(conflicts: readonly Conflict[], { import: from, like }: ConflictScope): Conflict[] {
  return conflicts.filter(
    ({ choice, claims, item, column }) =>
      choice === null &&
      (like === undefined || (like.item === item && like.column === column)) &&
      claims.some((claim) => claim.import === from),
  );
}

/** For every import and item, how many conflicts `openConflicts` would give. */
export function openCounts(conflicts: readonly Conflict[]): OpenCount[] {
  const counts = new Map<string, { import: string; item: string; column: string; open: number }>();
  for (const { choice, claims, item, column } of conflicts) {
    if (choice !== null) continue;
    for (const from of new Set(claims.map((claim) => claim.import))) {
      const key = JSON.stringify([from, item, column]);
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { import: from, item, column, open: 1 });
      else count.open += 1;
    }
  }
  return [...counts.values()];
}

/** For every import, how many conflicts people have decided for it. */
export function chosenCounts(conflicts: readonly Conflict[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { choice } of conflicts) if (choice) counts.set(choice.import, (counts.get(choice.import) ?? 0) + 1);
  return counts;
}
