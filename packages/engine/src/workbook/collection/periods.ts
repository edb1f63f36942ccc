import { containingPeriod, formatPeriod, parsePeriod, periodsWithin, type PeriodKind } from '../../data/period.ts';

/**
 * The periods of a kind that belong to those asked for: the same, those within (the months of a year), or the one around
 * (the year of a month). Texts that are no period are left out. Oldest first, each once.
 */
export function periodsOfKind(asked: readonly string[], kind: PeriodKind): string[] {
  const found = new Set<number>();
  for (const text of asked) {
    const period = parsePeriod(text);
    if (period === null) continue;
    const around = containingPeriod(period, kind);
    const [first, last] = around === null ? periodsWithin(period, kind) : [around.index, around.index];
    for (let index = first; index <= last; index += 1) found.add(index);
  }
  return [...found].sort((a, b) => a - b).map((index) => formatPeriod({ kind, index }));
}
